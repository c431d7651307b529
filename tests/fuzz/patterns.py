"""Every regular expression of factcheck, and strings meant to make one backtrack without end."""

from __future__ import annotations

import ast
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from itertools import product
from pathlib import Path
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


UNKNOWN = "x"
"""What stands for a piece of a pattern that only a call can tell: a name, escaped."""


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


def inline() -> dict[str, re.Pattern[str]]:
    """Return each pattern of text that a function of `re` is given, under its file and line."""
    return dict(_inline())


def _inline() -> Iterator[tuple[str, re.Pattern[str]]]:
    root = Path(factcheck.__path__[0])
    for path in sorted(root.rglob("*.py")):
        name = ".".join(path.relative_to(root.parent).with_suffix("").parts)
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(call, ast.Call) or not ast.unparse(call.func).startswith("re."):
                continue
            names = vars(import_module(name)) if not name.endswith("__main__") else {}
            flags = [arg for arg in ast.walk(call) if ast.unparse(arg).startswith("re.I")]
            for n, written in enumerate(_written(call.args[0], names) if call.args else ()):
                if ast.unparse(call.func) != "re.escape":
                    place = f"{name}:{call.lineno}:{call.col_offset}"
                    case = re.IGNORECASE if flags else re.NOFLAG
                    yield f"{place}[{n}]" if n else place, re.compile(written, case)


def _written(node: ast.expr, names: dict[str, Any]) -> Iterator[str]:
    """Every pattern that an expression may be: names of the module are known, others are not."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Name) and isinstance(names.get(node.id, UNKNOWN), str):
        yield names.get(node.id, UNKNOWN)
    elif isinstance(node, ast.IfExp):
        yield from (*_written(node.body, names), *_written(node.orelse, names))
    elif isinstance(node, ast.BoolOp):
        yield from (one for value in node.values for one in _written(value, names))
    elif isinstance(node, ast.JoinedStr):
        yield from map("".join, product(*(list(_written(one, names)) for one in node.values)))
    elif isinstance(node, ast.FormattedValue):
        yield from _written(node.value, names)
    elif isinstance(node, ast.BinOp):
        both = product(_written(node.left, names), _written(node.right, names))
        yield from map("".join, both)
    elif not isinstance(node, ast.Constant):
        yield UNKNOWN


def sought() -> dict[str, re.Pattern[str]]:
    """Return each pattern that some function looks for all over a text, by its module."""
    root = Path(factcheck.__path__[0])
    calls = r"(\w+)(?:\[\w+\])?\.(?:search|finditer|findall|sub|subn|split)\b"
    names = {n for path in root.rglob("*.py") for n in re.findall(calls, path.read_text("utf-8"))}
    return {
        place: one
        for place, one in patterns().items()
        if place.rpartition(".")[2] in names or place.endswith("]")
    }


def attacks(pattern: re.Pattern[str], length: int) -> Iterator[str]:
    """Yield strings of about `length` characters: the usual pumps, and words of the pattern."""
    words = sorted(set(re.findall(r"[A-Za-z]{3,}", pattern.pattern)))[:WORDS]
    for pump in (*PUMPS, *(f"{word} " for word in words)):
        for start in STARTS:
            for end in ENDS:
                yield start + pump * (length // len(pump)) + end
