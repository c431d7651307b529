"""Seeds with damage done to them, the same on every run, for a bounded run of a target."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence


def mutated(seeds: Sequence[bytes], count: int, name: str) -> Iterator[bytes]:
    """Yield `count` damaged seeds; `name` chooses which damage."""
    dice = random.Random(name)
    for _ in range(count):
        yield dice.choice(DAMAGE)(dice.choice(seeds), dice)


def _cut(raw: bytes, dice: random.Random) -> bytes:
    return raw[: dice.randrange(len(raw) + 1)]


def _spoilt(raw: bytes, dice: random.Random) -> bytes:
    spoilt = bytearray(raw)
    for _ in range(dice.choice([1, 5, 40])):
        spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
    return bytes(spoilt)


def _repeated(raw: bytes, dice: random.Random) -> bytes:
    start, end = sorted(dice.choices(range(len(raw) + 1), k=2))
    at = dice.randrange(len(raw) + 1)
    return raw[:at] + raw[start:end] * dice.choice([1, 3, 30]) + raw[at:]


def _replaced(raw: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(raw) + 1)
    return raw[:at] + dice.randbytes(dice.randrange(4)) + raw[at + dice.randrange(20) :]


def _noise(raw: bytes, dice: random.Random) -> bytes:
    return raw[:1] + dice.randbytes(dice.randrange(400))


DAMAGE = (_cut, _spoilt, _repeated, _replaced, _noise)
