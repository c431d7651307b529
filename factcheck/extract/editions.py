"""Which edition of its source an article speaks of: "the 2026 report", "ninth edition"."""

from __future__ import annotations

import re
from dataclasses import dataclass

WORDS = (
    r"(?:report|edition|index|survey|yearbook|review|outlook|census|study|volume|bulletin|almanac"
    r"|ranking|barometer|monitor)"
)
LABEL = re.compile(
    rf"\b(?P<a>(?:19|20)\d\d)(?:['’]s)?(?:,? (?:and|to|or) (?:19"
    rf"|20)\d\d)?\s+(?:[A-Z]\w*\s+){{0,3}}?(?:annual\s+)?(?:{WORDS}|{WORDS.title()}"
    rf"|[A-Z]\w+ (?:Report|Index))\b"
    rf"|\b(?:[A-Z]\w*\s+){{0,3}}(?:Report|Index|Survey|Yearbook|Review|Outlook|Census|Barometer"
    rf"|Monitor)(?:\s+for)?\s+(?P<b>(?:19|20)\d\d)\b"
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
