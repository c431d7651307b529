"""Damage to JSON that leaves it JSON: another value, kind, key or number of items."""

from __future__ import annotations

import json
import random
from typing import Any

VALUES = (
    None, True, False, 0, -1, 1, 5, 10**12, 1e308, -0.5, "", " ", "a", "5%", "2024-02-30",
    "2026-03", "\ud800", "\u202e5", "9" * 400, "-" * 40, [], {}, [[]], [None], {"": ""},
    "file:///desk/a.md", "untitled:1", "../../a", "supported", "FC203",
)  # fmt: skip
"""What a value is replaced by."""

Place = tuple[Any, Any]
"""A list or dictionary, and the index or key of something in it."""


def damaged(data: bytes, dice: random.Random) -> bytes | None:
    """Return `data` with one to three changes; None where it is no JSON, or becomes none."""
    text, root = data.decode("utf-8", "replace"), [None]
    try:
        for _ in range(dice.choice((1, 1, 2, 3))):
            root = [json.loads(text)]  # read anew: else what is put into itself has no end
            dice.choice(CHANGES)(*dice.choice(_places(root)), dice)
            text = json.dumps(root[0]) if root else ""
    except (ValueError, RecursionError):  # put into itself, too deep, or nothing left
        return None if root else b""
    return text.encode()


def _places(node: Any) -> list[Place]:
    found: list[Place] = []
    waiting = [node]
    while waiting:
        one = waiting.pop()
        keys = list(one) if isinstance(one, dict) else range(len(one))
        found += [(one, key) for key in keys]
        waiting += [one[key] for key in keys if isinstance(one[key], dict | list) and one[key]]
    return found


def _replace(holder: Any, key: Any, dice: random.Random) -> None:
    holder[key] = dice.choice(VALUES)


def _remove(holder: Any, key: Any, dice: random.Random) -> None:
    del holder[key]


def _add(holder: Any, key: Any, dice: random.Random) -> None:
    if isinstance(holder, dict):
        holder[dice.choice((f"{key}x", "", "id", "uri", "text"))] = holder[key]
    else:
        holder.extend([holder[key]] * dice.choice((1, 2, 20)))


def _nudge(holder: Any, key: Any, dice: random.Random) -> None:
    """A number that is nearly the same, or a text with a piece cut out, doubled or put in."""
    value = holder[key]
    if isinstance(value, str):
        start, end = sorted(dice.choices(range(len(value) + 1), k=2))
        middle = dice.choice(("", value[start:end] * 2, dice.choice(("5", "\n", "%", "\u2069"))))
        holder[key] = value[:start] + middle + value[end:]
    elif isinstance(value, int | float):
        holder[key] = value + dice.choice((-1, 1, 1000, 0.5))


CHANGES = (_replace, _remove, _add, _nudge, _nudge)
