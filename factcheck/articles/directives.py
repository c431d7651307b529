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

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_SPOKEN = re.compile(
    r"<!--\s*factcheck\s*:\s*(?P<action>[\w-]*)\s*(?:\[(?P<codes>[^\]]*)\])?(?P<reason>.*?)-->",
    re.DOTALL | re.IGNORECASE,
)
_LINE_END = re.compile(r"\n|\r(?!\n)")
_VISIBLE = re.compile(r"[^\r\n]")


def directives(markup: str) -> tuple[Directive, ...]:
    """Return what the comments of a source say to factcheck, in its order.

    One with an unknown action is returned as it is, so that a slip of the pen is told.
    """
    if "<!--" not in markup:
        return ()
    ends = [found.end() for found in _LINE_END.finditer(markup)]
    spoken = (_SPOKEN.search(markup, *one.span()) for one in _comments(markup))
    return tuple(_directive(found, ends) for found in spoken if found)


def _comments(markup: str) -> Iterator[re.Match[str]]:
    """Up to the last end of one: else every "<!--" behind it would look for an end in vain."""
    return _COMMENT.finditer(markup, 0, markup.rfind("-->") + 3)


def _directive(found: re.Match[str], ends: list[int]) -> Directive:
    codes = (found["codes"] or "").split(",")
    begins = bisect_left(ends, found.start() + 1)
    return Directive(
        action=found["action"].lower(),
        codes=tuple(code.strip().upper() for code in codes if code.strip()),
        reason=" ".join(found["reason"].strip(" \t\r\n:-–—").split()) or None,
        line=begins + 1,
        last_line=bisect_left(ends, found.end()) + 1,
        column=found.start() - (ends[begins - 1] if begins else 0) + 1,
        text=" ".join(found.group().split()),
    )


def without_comments(text: str) -> str:
    """Return the text with blanks in place of its comments: no offset and no line moves.

    A comment is no part of the article: figures in it are not checked, and adding one changes
    neither a verdict nor a fingerprint.
    """
    if "<!--" not in text:
        return text
    end = text.rfind("-->") + 3
    return _COMMENT.sub(lambda found: _VISIBLE.sub(" ", found.group()), text[:end]) + text[end:]
