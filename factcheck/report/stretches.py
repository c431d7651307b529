"""How the parts of an article look on a page that shows it to the letter."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from factcheck.model import BlockKind, Document

HEADINGS = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.TABLE_HEADER)

Stretch = tuple[int, int, str]
"""Start and end (code points, half-open) and style: "heading"; "aside" for what is no copy, such as
front matter and the rules of a table; or "" for the rest."""


def stretches(document: Document) -> Iterator[Stretch]:
    """Yield the whole text in its parts. Without a layout there is nothing to tell apart."""
    at = 0
    outside = "aside" if document.blocks else ""
    for block in sorted(document.blocks, key=lambda block: block.start):
        yield at, block.start, outside
        yield block.start, block.end, "heading" if block.kind in HEADINGS else ""
        at = block.end
    yield at, len(document.text), outside


def between(text: str, parts: Sequence[Stretch], start: int, end: int) -> Iterator[tuple[str, str]]:
    """Yield the words and the style of each part of a text from `start` to `end`."""
    for number in range(bisect_right(parts, start, key=itemgetter(1)), len(parts)):
        first, last, style = parts[number]
        if first >= end:
            return
        if words := text[max(first, start) : min(last, end)]:
            yield words, style if words.strip() else ""
