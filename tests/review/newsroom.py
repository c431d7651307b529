"""Articles and a pack on crops in a country that does not exist, for the review page."""
# ruff: noqa: E501

from pathlib import Path

PACK = Path(__file__).parents[1] / "packs" / "crops"

HARVEST = """---
title: A good year for Tarvian wheat
outlet: The Kerrin Courier
published: 2025-12-08
---

# A good year for Tarvian wheat

Wheat yields in Tarvia rose to 5.81 tonnes per hectare in 2024. The year before they were 5.62 tonnes per hectare.

In 2023 Tarvia's wheat yield was 5.18 tonnes per hectare, its farmers say.
"""

RIVAL = """---
title: Wheat disappoints
outlet: Plain Talk
published: 2025-12-09
---

In Tarvia the wheat yield was 5.18 tonnes per hectare in 2024. Next year it may reach 6 tonnes per hectare.
"""

HOSTILE = """---
title: "<img src=x onerror=document.title='owned'>"
outlet: "<script>document.title='owned'</script>"
published: 2025-12-10
---

<script>document.title = "owned"</script>

In Tarvia the wheat yield was 9.99 tonnes per hectare in 2024 "><img src=x onerror="document.title='owned'"> {{ config }} \u202e.
"""

ARTICLES = {"harvest.md": HARVEST, "rival.md": RIVAL, "hostile.md": HOSTILE}
