"""Which edition of its source an article speaks of: "the 2026 report", "ninth edition"."""

from __future__ import annotations

import re
from dataclasses import dataclass

WORDS = (
    r"(?:report|edition|index|survey|yearbook|review|outlook|census|study|volume|bulletin|almanac"
    r"|ranking|barometer|monitor)"
)
YEAR = r"(?:19|20)\d\d"
NAME = r"(?:[A-Z]\w*\s+){0,3}"
"""Words with a capital between a year and the common noun ("the 2024 Harvest Report")."""
LABEL = re.compile(
    rf"\b{YEAR}(?:['’]s)?\s+{NAME}?(?:annual\s+)?(?:{WORDS}|{WORDS.title()})\b"
    rf"|\b{YEAR},? (?:and|to|or) {YEAR}\s+{NAME}?(?:{WORDS}|{WORDS.title()})s?\b"
    rf"|\b{NAME}{WORDS.title()}(?:\s+for)?\s+{YEAR}\b"
)

LOOKED_BACK = re.compile(
    r"[^.;:\d]{0,40}?\bhad\s+(?:[a-z]+ly\s+|still\s+)?"
    r"(?:given|put|said|shown|told|made|found|set|[a-z]+ed)\b"
)
"""After an edition that came before the one at hand: "the 2024 report had given 201"."""


@dataclass(frozen=True, slots=True)
class EditionMention:
    """A year that labels an edition. Offsets of the year alone."""

    start: int
    end: int
    edition: str
    label: str
    past: bool = False
    """The text looks back at it from a later one."""


def find_editions(text: str) -> list[EditionMention]:
    """All edition labels in text order."""
    found = []
    for match in LABEL.finditer(text):
        for year in re.finditer(r"\b(?:19|20)\d\d\b", match.group()):
            start = match.start() + year.start()
            past = LOOKED_BACK.match(text, match.end()) is not None
            found.append(EditionMention(start, start + 4, year.group(), match.group(), past))
    return found
