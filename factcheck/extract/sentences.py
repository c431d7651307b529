"""Split an article into sentences that never cross a block of its layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.model import Block

END = re.compile(r"[.!?…]+[\"'”’)\]*_]*\s+(?=[\"'“‘(\[*_]*[A-Z0-9À-ÖØ-Þ$£€¥])")
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
            found.append(_trimmed(text, at, match.end(), block))
            at = match.end()
        if text[at:end].strip():
            found.append(_trimmed(text, at, end, block))
    return found


def _trimmed(text: str, start: int, end: int, block: int) -> Sentence:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Sentence(start, end, block)
