"""Split an article into sentences that never cross a block of its layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.model import Block

LONGEST = 1_000
"""Code points of the longest sentence, inclusive; a longer one is cut. Every number looks through
its sentence, so that a text without full stops would take the square of its length. The longest
sentence seen in press copy has 700."""
BREAK = 200
"""Code points before the cut in which a place between two words is looked for. Exclusive."""

END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]*_]*+\s++(?=[\"'“‘(\[*_]*+[A-Z0-9À-ÖØ-Þ$£€¥])")
ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|No|Nos|vs|v|Fig|Figs|Sec|Ch|p|pp|ca|approx"
    r"|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|e\.g|i\.e|cf|Reg|Tel|ext)"
    r"|\b[A-Z](?:\.[A-Z])*)\.\s+$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A stretch of text, trimmed of white space. `block` indexes `Document.blocks` (-1: none)."""

    start: int
    end: int
    block: int


def split_sentences(text: str, blocks: Sequence[Block]) -> list[Sentence]:
    """All sentences in text order; text without layout is one block."""
    areas = [(block.start, block.end, i) for i, block in enumerate(blocks)]
    found: list[Sentence] = []
    for start, end, block in areas or [(0, len(text), -1)]:
        at = start
        for match in END.finditer(text, start, end):
            if ABBREVIATION.search(text, max(at, match.start() - 12), match.end()):
                continue
            found += _pieces(text, at, match.end(), block)
            at = match.end()
        found += _pieces(text, at, end, block)
    return found


def _pieces(text: str, start: int, end: int, block: int) -> Iterator[Sentence]:
    """A sentence, cut where it is too long; none where it is blank."""
    while end - start > LONGEST:
        cut = _cut(text, start + LONGEST)
        if text[start:cut].strip():
            yield _trimmed(text, start, cut, block)
        start = cut
    if text[start:end].strip():
        yield _trimmed(text, start, end, block)


def _cut(text: str, latest: int) -> int:
    """The last place between two words; `latest` where there is none nearby."""
    for at in range(latest, latest - BREAK, -1):
        if not (text[at - 1].isalnum() or text[at - 1] in ".,"):
            return at
    return latest


def _trimmed(text: str, start: int, end: int, block: int) -> Sentence:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Sentence(start, end, block)
