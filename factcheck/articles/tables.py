"""Tables drawn with pipes or tabs: where their cells and headers stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from factcheck.limits import CELLS
from factcheck.model import Block, BlockKind

Span = tuple[int, int]

_BAR = re.compile(r"(?<!\\)\|")
_TAB = re.compile(r"\t")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(1[89]|20)\d\d")
_RULE = re.compile(r"\s*(?:\|\s*)?:?-+:?\s*(\|\s*:?-+:?\s*)*(?:\|\s*)?")


def table_at(text: str, lines: Sequence[Span], index: int) -> int:
    """Return how many lines from `index` on form a table; 0 where none starts there.

    A table has a ruling under its header (GitHub flavour), or at least two lines that are fenced by
    pipes or hold equally many tabs. One line with a pipe is no table.
    """
    if _is_rule(text, lines[index]):
        return 0
    following = _run(text, lines, index, lambda row: _BAR.search(row) is not None)
    if following > 1 and _is_rule(text, lines[index + 1]):
        return following
    fenced = _run(text, lines, index, _fenced)
    if fenced > 1:
        return fenced
    tabs = text[slice(*lines[index])].count("\t")
    tabbed = _run(text, lines, index, lambda row: row.count("\t") == tabs) if tabs else 0
    return tabbed if tabbed > 1 else 0


def table_blocks(text: str, lines: Sequence[Span], number: int) -> list[Block]:
    """Return one block for each cell of table `number`, in reading order.

    Cells of the header line and of the first column are TABLE_HEADER; every other cell knows the
    spans of the first cell of its row and of the header of its column.
    """
    ruled = len(lines) > 1 and _is_rule(text, lines[1])
    rows = [cells(text, line) for line in lines if not _is_rule(text, line)]
    header = rows[0] if ruled or _looks_like_header(text, rows) else []
    blocks: list[Block] = []
    for row in rows:
        for column, (start, end) in enumerate(row):
            if start == end:
                continue
            if row is header or column == 0:
                blocks.append(Block(BlockKind.TABLE_HEADER, start, end, table=number))
            else:
                above = header[column] if column < len(header) else None
                blocks.append(
                    Block(BlockKind.CELL, start, end, 0, number, _held(row[0]), _held(above))
                )
    return blocks


def cells(text: str, line: Span) -> list[Span]:
    """Return the trimmed spans of the cells of one line; an empty cell is an empty span."""
    bars = list(_BAR.finditer(text, *line)) or list(_TAB.finditer(text, *line))
    starts = [line[0], *(bar.end() for bar in bars)]
    ends = [*(bar.start() for bar in bars), line[1]]
    spans = [_trim(text, span) for span in zip(starts, ends, strict=True)]
    if bars and bars[0].group() == "|":
        spans = spans[1:] if spans[0][0] == spans[0][1] else spans
        spans = spans[:-1] if spans and spans[-1][0] == spans[-1][1] else spans
    return spans


def _trim(text: str, span: Span) -> Span:
    start, end = span
    cut = text[start:end]
    start += len(cut) - len(cut.lstrip())
    return (start, start + len(cut.strip()))


def _held(span: Span | None) -> Span | None:
    return span if span and span[0] < span[1] else None


def _is_rule(text: str, line: Span) -> bool:
    row = text[slice(*line)]
    return "|" in row and _RULE.fullmatch(row) is not None


def _fenced(row: str) -> bool:
    row = row.strip()
    return len(row) > 2 and row.startswith("|") and row.endswith("|") and row.count("|") > 2


def _run(text: str, lines: Sequence[Span], index: int, fits: Callable[[str], bool]) -> int:
    rows = (text[slice(*lines[at])] for at in range(index, len(lines)))
    return sum(1 for _ in takewhile(lambda row: not _is_flood(row) and fits(row), rows))


def _is_flood(row: str) -> bool:
    return row.count("|") > CELLS or row.count("\t") > CELLS


def _looks_like_header(text: str, rows: Sequence[Sequence[Span]]) -> bool:
    """Without a ruling: the first line has words or years where the others have figures."""

    def figures(row: Sequence[Span]) -> list[str]:
        return [cell for span in row[1:] if _DIGIT.search(cell := text[slice(*span)])]

    first = figures(rows[0])
    years = len(first) > 1 and all(_YEAR.fullmatch(cell) for cell in first)
    return (not first or years) and any(figures(row) for row in rows[1:])
