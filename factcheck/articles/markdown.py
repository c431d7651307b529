"""Writing down a rich format as Markdown, which `layout` then reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised(words: str) -> str:
    """Digits as superscripts: a footnote mark behind "59.1" must not become its last digit."""
    return words.translate(_SUPERSCRIPT)


def table(rows: Sequence[Sequence[str]], *, headed: bool) -> Iterator[str]:
    """Yield the lines of a table, cells already on one line each; `headed`: a ruling follows."""
    for index, row in enumerate(rows):
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"
        if index == 0 and headed:
            yield "|" + "---|" * len(row)
