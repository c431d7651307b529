"""JSON from outside, refused in the same words whatever Python reads it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

DEEPEST = 200
"""Lists and objects in one another, inclusive. Exports of articles have up to 20; Python gives up
somewhere between 1,000 and 10,000, each release at another depth."""
_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+"?|([\[{])|([\]}])', re.DOTALL)
_REASONS = (
    ("Expecting value", "no value"),
    ("Expecting property name", "no key in quotation marks"),
    ("Expecting ':'", "no colon behind a key"),
    ("Expecting ','", "no comma behind a value"),
    ("Extra data", "more behind its end"),
    ("Unterminated string", "a string without an end"),
    ("Invalid control character", "a control character in a string"),
    ("Invalid \\", "an unknown escape in a string"),
    ("Unexpected UTF-8 BOM", "a byte order mark"),
    ("Illegal trailing comma", "a comma before a bracket"),
)
"""How Python's words begin -> ours."""


class NoJson(ValueError):
    """A text that is no JSON. `str` is the reason without the place."""

    def __init__(self, reason: str, line: int | None = None, column: int | None = None):
        super().__init__(reason)
        self.line, self.column = line, column


def parse(text: str | bytes, parse_float: Callable[[str], Any] | None = None) -> Any:
    """Read one JSON value.

    Raises:
        NoJson: it is none, nests deeper than `DEEPEST`, or has a number that Python refuses.
        UnicodeDecodeError: the bytes are in none of the encodings of JSON.
    """
    if isinstance(text, bytes):
        text = text.decode(json.detect_encoding(text), "surrogatepass")
    if _is_deep(text):
        raise NoJson("nested too deeply")
    try:
        return json.loads(text, parse_float=parse_float)
    except json.JSONDecodeError as error:
        raise _told(text, error) from None
    except ValueError:
        raise NoJson("a number too long") from None


def _told(text: str, error: json.JSONDecodeError) -> NoJson:
    """Python 3.13 tells of a comma before a bracket, older ones of the bracket: the comma it is."""
    ahead = text[: error.pos].rstrip()
    if text[error.pos : error.pos + 1] in ("]", "}") and ahead.endswith(","):
        error = json.JSONDecodeError("Illegal trailing comma", text, len(ahead) - 1)
    known = (ours for theirs, ours in _REASONS if error.msg.startswith(theirs))
    return NoJson(next(known, "nothing known"), error.lineno, error.colno)


def _is_deep(text: str) -> bool:
    if text.count("[") + text.count("{") <= DEEPEST:
        return False
    depth = 0
    for found in _BRACKET.finditer(text):
        depth += bool(found[1]) - bool(found[2])
        if depth > DEEPEST:
            return True
    return False
