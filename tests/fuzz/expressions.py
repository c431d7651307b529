"""What the parts of a regular expression take."""

from __future__ import annotations

import re
from functools import cache
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT)
COMMON = " a1\tA-,.|<\n5%$('\u201c\u2019\u00e9\u00a0\u2013*#_/:"
"""Beside ASCII and what a set names, the characters that are told apart."""

Node = tuple[Any, Any]


@cache
def _members(negated: bool, items: tuple[Node, ...]) -> str:
    """Some characters of a set, the common ones first."""
    every = [*COMMON, *map(chr, range(33, 127)), *"\u00df\u2014\u20ac\u00bd\u202f\u2028\u0662"]
    named = [chr(value if op is ops.LITERAL else value[0]) for op, value in items
             if op in (ops.LITERAL, ops.RANGE)]  # fmt: skip
    pool = dict.fromkeys([*every, *named])
    return "".join(c for c in pool if negated is not any(_takes(item, c) for item in items))


def _takes(item: Node, char: str) -> bool:
    op, value = item
    if op is ops.LITERAL:
        return ord(char) == value
    if op is ops.RANGE:
        return bool(value[0] <= ord(char) <= value[1])
    spelt = {
        ops.CATEGORY_DIGIT: r"\d", ops.CATEGORY_NOT_DIGIT: r"\D", ops.CATEGORY_SPACE: r"\s",
        ops.CATEGORY_NOT_SPACE: r"\S", ops.CATEGORY_WORD: r"\w", ops.CATEGORY_NOT_WORD: r"\W",
    }  # fmt: skip
    return re.match(spelt[value], char) is not None


def characters(node: Node) -> str:
    """The characters that one of a set, a literal or a dot takes; "" for any other node."""
    op, value = node
    if op is ops.LITERAL:
        return chr(value)
    if op is ops.NOT_LITERAL:
        return _members(True, ((ops.LITERAL, value),))
    if op is ops.ANY:
        return _members(True, ((ops.LITERAL, 10),))
    if op is ops.IN:
        negated = value[0][0] is ops.NEGATE
        return _members(negated, tuple(value[negated:]))
    return ""


def tree(pattern: re.Pattern[str]) -> Any:
    return parser.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
