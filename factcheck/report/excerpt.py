"""The printed line of a finding, with its quote underlined."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate

WIDTH = 88
"""Terminal columns of an excerpt; longer lines are cut to a window around the quote."""
LEAD = 60
"""Of these, at most so many stand before the quote, so that what follows it is seen too."""
NEARBY = 2_000
"""Code points on either side of the start of a quote that are looked at: a line can be a book."""

_TAB = "    "
_ASCII = re.compile(r"[\x00-\x7f]+")
"""One column each."""


def excerpt(text: str, start: int, end: int) -> tuple[str, str]:
    """Return the line of `text` that holds [start, end) and the line of carets under it.

    Offsets are code points. Widths are those of a terminal: East Asian wide characters take two
    columns, combining marks none. A quote that runs on is underlined to the end of its line.
    """
    near, far = max(start - NEARBY, 0), start + NEARBY
    first = max(near, *(text.rfind(sign, near, start) + 1 for sign in "\n\r"))
    ends = (at for sign in "\n\r" if (at := text.find(sign, start, far)) >= 0)
    last = min(ends, default=min(len(text), far))
    before, quote, after = text[first:start], text[start : min(end, last)], text[end:last]
    before, quote, after = _shown(before.lstrip()), _shown(quote), _shown(after.rstrip())
    if columns(before + quote + after) > WIDTH:
        before = _tail(before, max(LEAD - columns(quote), LEAD // 2))
        after = _head(after, WIDTH - columns(before + quote))
    return before + quote + after, " " * columns(before) + "^" * max(columns(quote), 1)


def columns(text: str) -> int:
    """Return how many terminal columns a text takes."""
    others = _ASCII.sub("", text)
    return len(text) - len(others) + sum(map(_width, others))


@lru_cache(maxsize=4096)
def _width(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _shown(text: str) -> str:
    """Tabs as spaces, control characters as a replacement sign: nothing may move the cursor."""
    text = text.replace("\t", _TAB)
    if text.isprintable():
        return text
    return "".join("\ufffd" if unicodedata.category(sign) == "Cc" else sign for sign in text)


def _tail(text: str, room: int) -> str:
    """The last words that fit, after an ellipsis."""
    if columns(text) <= room:
        return text
    text = _fitting(text[::-1], room - 2)[::-1]
    _, space, rest = text.partition(" ")
    return "… " + (rest if space else text)


def _head(text: str, room: int) -> str:
    """The first words that fit, before an ellipsis."""
    if columns(text) <= room:
        return text
    rest, space, _ = (text := _fitting(text, room - 2)).rpartition(" ")
    return (rest if space else text) + " …"


def _fitting(text: str, room: int) -> str:
    """The longest beginning that takes at most `room` columns."""
    taken = accumulate(map(_width, text))
    return text[: next((at for at, width in enumerate(taken) if width > room), len(text))]
