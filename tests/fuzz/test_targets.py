"""Every target takes its seeds, damaged ones, and all that once failed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.fuzz.all import targets
from tests.fuzz.mutate import mutated
from tests.fuzz.target import Target, check_message
from tests.fuzz.trees import damaged

TARGETS = targets()
FOUND = Path(__file__).parent / "found"
"""A folder for each target with the inputs on which it once failed."""
ONCE_FAILED = [pytest.param(path, id=path.parent.name) for path in sorted(FOUND.glob("*/*"))]

SLOW = {"check": 12, "imports": 12, "lsp": 12, "html": 25, "epub": 25, "extract": 25}
"""Damaged seeds for targets that take long."""
USUAL = 40


@pytest.mark.parametrize("name", TARGETS)
def test_damaged_seeds(name):
    for seed in TARGETS[name].seeds:
        TARGETS[name](seed)
    for data in mutated(TARGETS[name].seeds, SLOW.get(name, USUAL), name):
        TARGETS[name](data)


@pytest.mark.parametrize("path", ONCE_FAILED)
def test_what_once_failed(path):
    TARGETS[path.parent.name](path.read_bytes())


def test_a_target_lets_no_other_error_pass():
    def broken(data):
        raise KeyError(data)

    with pytest.raises(KeyError):
        Target("broken", broken, [])(b"")


def test_damage_to_damaged_json_comes_to_an_end():
    for number in range(300):
        made = damaged(b'[[1, 2], {"a": ["b"]}]', random.Random(number))
        assert made is None or len(made) < 100_000


@pytest.mark.parametrize("message", ["", "a\x1b[31m", "a" * 3000])
def test_a_message_nobody_can_read_is_a_failure(message):
    with pytest.raises(AssertionError):
        check_message(message)
