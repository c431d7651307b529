"""Bytes to article text: each byte is one piece, so that a mutated byte is another word.

The pieces are what extraction, matching and judging look for, and what hostile copy holds: Unicode
digits, confusables, marks that turn the direction of writing, signs without width. In stories two
bytes are a clause of an article of corpora/, which still tells something wherever it stands.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

ARTICLES = Path(__file__).parents[2] / "corpora" / "articles"

_WORDS = """
the a of in to from and or by for at about nearly under more less most least up down rose
fell doubled tripled halved half third quarter quarters one two three four five six ten
twelve twenty twenty-five ninety hundred thousand million billion trillion dozen hundreds
percent percentage points point times fold every out top per year month week day hours people
patients waiting list beds Northmere Southmere March May June 2024 2025 2026 
last this may could if says according report figures China US India
dollars pounds tonnes km GDP inflation unemployment rate share average second
21st rank ranked who which than between compared with respectively
emergency seen within 
"""
WORDS = _WORDS.split()
_PRINTED = """
. , ; : ! ? - \u2013 \u2014 ( ) [ ] \u201c \u201d ' " % $ \u20ac \u00a3 / \\ | # * _ + = ~ < > & ^ @
"""

SIGNS = [
    *_PRINTED.split(),
    *("\n", "\n\n", "\r\n", "\t", " ", "\x0b", "\x1b[31m", "\x7f"),
    *"\u00a0\u202f\u2009\u2028\u200b\u200d\ufeff\u00ad\u202e\u200f\u2066\u2069\u0301\ufe0f",
    *"\u00bd\u2153\u00b2\u2075\u207b\u2082\u00d7\u2212\u2030\u2044\u09e8\U0001d7d7\u041e",
    *("\u0662\u0660", "\uff11\uff12", "\u0417\u041e"),
    *"\u2160\u4e09\u2460\u0130\u1e9e\u00df\ufb01\u01c4\U0001f600\ufffd\ufffe",
    *("| ", " |\n", "|---|---|\n", "# ", "- ", "1. ", "<!-- factcheck: ignore -->", "<!--", "-->"),
    *(" [sic]", "---\n", "\u201cthe ", ",\u201d she said", " (", ") "),
]  # fmt: skip

_FIGURES = """
0 1 2 3 5 7 9 10 12 15 40 99 100 2.7 0.5 3.14 4.0 1,953 12,000 1.000.000 12,34,567 100000 73.2 66.1
47,615 61 1e9 1/2 3/4 24/7 9-11 10:30 2024/25 $5m \u00a35.4bn 10% 2x 5pp 1st 2nd
"""
NUMBERS = [
    *_FIGURES.split(),
    *("12 345", "9" * 30, "9" * 31, "1" * 400, "0." + "3" * 60, "1," + "000," * 12 + "000"),
]  # fmt: skip

PIECES = [*(f" {word}" for word in WORDS), *SIGNS, *(f" {number}" for number in NUMBERS)]


def text_of(data: bytes) -> str:
    """Return the text that bytes spell."""
    return "".join(PIECES[byte % len(PIECES)] for byte in data)


def bytes_of(text: str) -> bytes:
    """Return bytes that spell nearly `text`: seeds in words that people can read."""
    places = {piece: n for n, piece in enumerate(PIECES)}
    known = (places.get(f" {word}", places.get(word)) for word in text.split(" "))
    return bytes(place for place in known if place is not None)


@cache
def clauses() -> list[str]:
    """What the articles of corpora/ say from one mark to the next, and the pieces."""
    texts = [path.read_text("utf-8") for path in sorted(ARTICLES.iterdir())]
    return [
        *PIECES,
        *(clause for text in texts for clause in re.split(r"(?<=[.,;:] )|(?<=\n)", text)),
    ]


def story_of(data: bytes) -> str:
    """Return the text of clauses that bytes spell, two for each."""
    known = clauses()
    places = (int.from_bytes(data[at : at + 2]) for at in range(0, len(data), 2))
    return "".join(known[place % len(known)] for place in places)


def story_bytes(text: str) -> bytes:
    """Return bytes that spell an article of corpora/: the clauses of it that are known."""
    places = {clause: place for place, clause in enumerate(clauses())}
    parts = re.split(r"(?<=[.,;:] )|(?<=\n)", text)
    return b"".join(places[part].to_bytes(2) for part in parts if part in places)
