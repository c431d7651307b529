"""Comments in an article that speak to factcheck, and what of a text is comment.

    <!-- factcheck: ignore[FC203] reason -->            what stands on the same line
    <!-- factcheck: ignore-next-line[FC203] reason -->  what stands on the line below
    <!-- factcheck: off[FC203] reason -->               from here to `on` or the end
    <!-- factcheck: on[FC203] -->
    <!-- factcheck: file-ignore[FC203] reason -->       the whole article

Codes are separated by commas and may be beginnings ("FC2"); without brackets all codes are meant.
The actions are those of ruff (`ignore`), markdownlint (`-next-line`) and Vale (`off`, `on`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from factcheck.model import Directive

ACTIONS = ("ignore", "ignore-next-line", "off", "on", "file-ignore")

_OPEN, _CLOSE = "<!--", "-->"
_SPOKEN = re.compile(
    r"\s*+factcheck\s*+:\s*+(?P<action>[\w-]*+)\s*+(?:\[(?P<codes>[^\]]*+)\])?(?P<reason>.*+)",
    re.DOTALL | re.IGNORECASE,
)
"""What a comment that speaks to factcheck holds between its signs."""
_LINE_END = re.compile(r"\n|\r(?!\n)")
_VISIBLE = re.compile(r"[^\r\n]")


def directives(markup: str) -> tuple[Directive, ...]:
    """Return what the comments of a source say to factcheck, in its order.

    One with an unknown action is returned as it is, so that a slip of the pen is told.
    """
    comments = list(_comments(markup))
    if not comments:
        return ()
    ends = [found.end() for found in _LINE_END.finditer(markup)]
    return tuple(
        _directive(markup[start:end], start, found, ends)
        for start, end in comments
        if (found := _SPOKEN.match(markup, start + len(_OPEN), end - len(_CLOSE)))
    )


def _comments(markup: str) -> Iterator[tuple[int, int]]:
    """Where each comment begins and ends, its signs included; one without an end is none."""
    start = markup.find(_OPEN)
    while start >= 0 and (close := markup.find(_CLOSE, start + len(_OPEN))) >= 0:
        end = close + len(_CLOSE)
        yield start, end
        start = markup.find(_OPEN, end)


def _directive(comment: str, start: int, found: re.Match[str], ends: list[int]) -> Directive:
    """`start` is where the comment begins, `ends` where the lines of the source do."""
    codes = (found["codes"] or "").split(",")
    begins = bisect_left(ends, start + 1)
    return Directive(
        action=found["action"].lower(),
        codes=tuple(code.strip().upper() for code in codes if code.strip()),
        reason=" ".join(found["reason"].strip(" \t\r\n:-–—").split()) or None,
        line=begins + 1,
        last_line=bisect_left(ends, start + len(comment)) + 1,
        column=start - (ends[begins - 1] if begins else 0) + 1,
        text=" ".join(comment.split()),
    )


def without_comments(text: str) -> str:
    """Return the text with blanks in place of its comments: no offset and no line moves.

    A comment is no part of the article: figures in it are not checked, and adding one changes
    neither a verdict nor a fingerprint.
    """
    pieces, at = [], 0
    for start, end in _comments(text):
        pieces += [text[at:start], _VISIBLE.sub(" ", text[start:end])]
        at = end
    return "".join(pieces) + text[at:]
