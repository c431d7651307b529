"""What stands in a pack that an import made."""

import csv
from pathlib import Path


def rows(folder: Path) -> list[str]:
    """ "indicator | entity | dimension | period | value | unit" of each observation."""
    with (folder / "observations.csv").open(encoding="utf-8", newline="") as lines:
        return [" | ".join(list(row.values())[:6]) for row in csv.DictReader(lines)]


def table(folder: Path, name: str) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
