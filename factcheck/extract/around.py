"""The stretches of an article that a claim may inherit its scope from, nearest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from factcheck.extract.sentences import Sentence
from factcheck.model import Block, BlockKind, Document

SENTENCES = 5
"""How many sentences before its own a claim may look back to."""
ITEMS = 2
"""The same for items of a list."""
OF_WHICH = re.compile(
    r"\W*(?:of\s+(?:which|these|this|that|them)|thereof|including|incl\.)\s", re.IGNORECASE
)
"""Opens the head of a row that tells of a part of the row above."""
MEMBERS = (BlockKind.CELL, BlockKind.TABLE_HEADER, BlockKind.ITEM)
"""What a paragraph may introduce."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the text and what it is to the claim. Offsets are code points, half-open."""

    origin: str
    """row, parent, column, list, paragraph, before, heading or title."""
    start: int
    end: int


def heads(blocks: Sequence[Block]) -> dict[int, list[Stretch]]:
    """Cell -> what says which figures it holds: the head of the column that names the rows, and
    that of its stretch of the table, a row of its own without figures."""
    columns, rows = ({getattr(b, side) for b in blocks} for side in ("column", "row"))
    found: dict[int, list[Stretch]] = {}
    table: int | None = None
    corner: list[Stretch] = []
    section: list[Stretch] = []
    filled = False
    for number, block in enumerate(blocks):
        span, first = (block.start, block.end), block.table != table
        if first:
            table, corner, section = block.table, [], []
        if block.kind is BlockKind.CELL:
            found[number] = corner + section
        elif block.kind is BlockKind.TABLE_HEADER and span not in columns:
            if first:
                corner = [Stretch("heading", *span)]
            elif span not in rows and filled:
                section = [Stretch("heading", *span)]
        filled = block.kind is BlockKind.CELL or span in columns
    return found


def stretches(
    document: Document,
    sentences: Sequence[Sentence],
    index: int,
    heads: Mapping[int, Sequence[Stretch]],
) -> list[Stretch]:
    """What surrounds the sentence with that index. `heads`: those of the document's cells."""
    blocks, number = document.blocks, sentences[index].block
    block = blocks[number] if number >= 0 else None
    found: list[Stretch] = []
    if block is not None and block.row:
        found.append(Stretch("row", *block.row))
        found += _parent(document, number)
    if block is not None and block.column:
        found.append(Stretch("column", *block.column))
    found += heads.get(number, ())
    found += _items(blocks, number) + _sentences(blocks, sentences, index)
    found += [Stretch(name, b.start, b.end) for name, b in _above(document, number)]
    return found


def _parent(document: Document, number: int) -> list[Stretch]:
    """The head of the row that this one is a part of: "Kent", over "of which wheat"."""
    own = document.blocks[number]
    if own.row is None or not OF_WHICH.match(document.text, *own.row):
        return []
    above = (b.row for b in _back(document.blocks, number) if b.row and b.table == own.table)
    heads = (row for row in above if not OF_WHICH.match(document.text, *row))
    return [Stretch("parent", *row) for row in islice(heads, 1)]


def _items(blocks: Sequence[Block], number: int) -> list[Stretch]:
    """The items before it in a list."""
    found: list[Stretch] = []
    while (
        number > 0
        and len(found) < ITEMS
        and blocks[number].kind is blocks[number - 1].kind is BlockKind.ITEM
    ):
        number -= 1
        found.append(Stretch("list", blocks[number].start, blocks[number].end))
    return found


def _sentences(blocks: Sequence[Block], sentences: Sequence[Sentence], index: int) -> list[Stretch]:
    """The sentences before it, as far as the text runs on."""
    found: list[Stretch] = []
    own = sentences[index].block
    for before in reversed(sentences[max(index - SENTENCES, 0) : index]):
        if own < 0 or not _runs_on(blocks, before.block, own):
            break
        origin = "paragraph" if before.block == own else "before"
        found.append(Stretch(origin, before.start, before.end))
    return found


def _runs_on(blocks: Sequence[Block], earlier: int, later: int) -> bool:
    """One block, or paragraphs that follow each other with no heading in between."""
    kinds = {block.kind for block in blocks[max(earlier, 0) : later + 1]}
    return earlier == later or (later - earlier <= 1 and kinds == {BlockKind.PARAGRAPH})


def _above(document: Document, number: int) -> list[tuple[str, Block]]:
    """The paragraph that introduces a table or list, the heading and the title."""
    found: list[tuple[str, Block]] = []
    blocks = document.blocks
    if number >= 0 and blocks[number].kind in MEMBERS:
        intro = next((b for b in _back(blocks, number) if b.kind not in MEMBERS), None)
        if intro is not None and intro.kind is BlockKind.PARAGRAPH:
            found.append(("before", intro))
    headings = (BlockKind.HEADING, BlockKind.TITLE)
    heading = next((b for b in _back(blocks, number) if b.kind in headings), None)
    if heading is not None and heading.kind is BlockKind.HEADING:
        found.append(("heading", heading))
    if number != 0 and blocks and blocks[0].kind is BlockKind.TITLE:
        found.append(("title", blocks[0]))
    return found


def _back(blocks: Sequence[Block], number: int) -> Iterator[Block]:
    """The blocks before one, the nearest first."""
    return (blocks[at] for at in range(number - 1, -1, -1))
