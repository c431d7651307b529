"""Every regular expression of factcheck, and strings meant to make one backtrack without end."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import factcheck

PUMPS = (
    *(" ", "\t", "\n", "a", "A", "0", "5,", "1.", "-", "(", "'", "\u201c", "<", "| - ", "*", "**a"),
    *("#", "_", "$", "5 ", " 000", "a-", "Ab ", "of the ", "one ", "May ", "2024-", "more than "),
)  # fmt: skip
"""What is repeated."""
STARTS = ("", "5 ")
ENDS = ("", "!")
"""What stands behind, so that a match that was nearly there fails."""
WORDS = 4
"""Words of a pattern that are repeated too."""


def patterns() -> dict[str, re.Pattern[str]]:
    """Return each pattern of text under the name of its module and variable."""
    found: dict[str, re.Pattern[str]] = {}
    seen: set[int] = set()
    for module in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
        if module.name.endswith("__main__"):
            continue
        room = import_module(module.name)
        for name, value in vars(room).items():
            for n, one in enumerate(_within(value, room)):
                if id(one) not in seen and isinstance(one.pattern, str):
                    seen.add(id(one))
                    found[f"{module.name}.{name}[{n}]" if n else f"{module.name}.{name}"] = one
    return found


def _within(value: Any, room: ModuleType, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """Patterns in a variable, also in a table of them."""
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 3 and isinstance(value, dict):
        for one in value.values():
            yield from _within(one, room, depth + 1)
    elif depth < 3 and isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from _within(one, room, depth + 1)


def attacks(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """Yield strings of about `length` characters: the usual pumps, and words of the pattern."""
    words = sorted(set(re.findall(r"[A-Za-z]{3,}", pattern.pattern)))[:WORDS]
    for pump in (*PUMPS, *(f"{word} " for word in words)):
        for start in STARTS:
            for end in ENDS:
                yield start + pump * (length // len(pump)) + end
