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


@dataclass(frozen=True, slots=True)
class EditionMention:
    """A year that labels an edition. Offsets of the year alone."""

    start: int
    end: int
    edition: str
    label: str


def find_editions(text: str) -> list[EditionMention]:
    """All edition labels in text order."""
    found = []
    for match in LABEL.finditer(text):
        for year in re.finditer(r"\b(?:19|20)\d\d\b", match.group()):
            start = match.start() + year.start()
            found.append(EditionMention(start, start + 4, year.group(), match.group()))
    return found
