"""How much is read: what is larger is refused in one line, before it costs time or memory.

The three of `Limits` are settings. The others bound what a file makes of itself when it is unpacked
or parsed; they are far above any article and any table that was seen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

MIB = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """What people may set. All inclusive."""

    file_size: int = 64
    """MiB of a file with one article, and of what comes on standard input."""
    text_length: int = 2_000_000
    """Code points of the text of one article. A report of 300 pages has 900,000."""
    numbers: int = 10_000
    """Numbers in one article: each costs 3 ms. A report of 300 pages has 3,600."""


USUAL = Limits()

RECORD = 16 * MIB
"""Bytes of the longest record in a file of many articles, inclusive."""
ELEMENTS = 30_000
"""Elements of an HTML page, inclusive: each costs 0.05 ms. The longest encyclopedia pages have
25,000, a page of news 2,000."""
WORD_ELEMENTS = 500_000
"""Elements of the body of a Word file, inclusive. A novel has 100,000."""
HEADER = 16_384
"""Code points of one header field of an e-mail, inclusive. Parsing takes their square."""
XML = 16 * MIB
"""Bytes of one part in XML of a Word file, inclusive. A book of 200,000 words takes 8 MiB; a tree
of XML takes twenty times its bytes in memory."""
RATIO = 200
"""Times its packed size to which a ZIP or gzip file may unpack, inclusive. Text packs to a tenth,
the emptiest tables to a fiftieth; a bomb reaches a thousand."""
SMALL = 4 * MIB
"""Bytes up to which a file may unpack, whatever its ratio."""
CELLS = 1_000
"""Bars or tabs in a row of a table in a text, inclusive: a line with more is prose. Tables of
articles have up to 30 columns."""
COLUMNS = 5_000
"""Columns of a table to import, inclusive."""

MERGED_CELLS = 100_000
"""Cells of a sheet that are part of a merged one, inclusive."""


class Part(Protocol):
    """A file in a ZIP, as `zipfile` tells of it."""

    filename: str
    file_size: int
    compress_size: int


def most_unpacked(packed: int) -> int:
    """Bytes to which a file of so many may unpack, inclusive: more than any real one does."""
    return max(SMALL, RATIO * packed)


def overpacked(parts: Iterable[Part]) -> str:
    """What is wrong with the sizes that a ZIP states of its parts; "" where nothing is.

    `zipfile` reads no byte beyond the stated size, so a ZIP cannot lie here.
    """
    parts = list(parts)
    unpacked, packed = (sum(getattr(p, n) for p in parts) for n in ("file_size", "compress_size"))
    if unpacked > most_unpacked(packed):
        return f"a ZIP file of {packed} bytes that unpacks to {unpacked}"
    return ""
