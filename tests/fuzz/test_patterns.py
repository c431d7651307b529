"""No regular expression backtracks without end, whatever it is fed."""

from __future__ import annotations

import re
import signal

import pytest

from tests.fuzz.patterns import attacks, patterns

PATTERNS = patterns()
LENGTH = 150
"""Characters of an attack: what doubles with each of them, or grows with their third power in every
try, does not come back within `HUNG`."""
HUNG = 20
"""Seconds of processor time for all attacks on one pattern. They take 0.05; one that backtracks
without end takes years."""

fed = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs an interval timer")


class Hung(Exception):
    """A pattern did not come back."""


def feed(pattern):
    """Search every attack, and match it whole."""

    def stop(*_):
        raise Hung(pattern.pattern)

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, HUNG)
    try:
        for attack in attacks(pattern, LENGTH):
            pattern.search(attack)
            pattern.fullmatch(attack)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def test_the_patterns_are_all_there():
    names = {name.rpartition(".")[2] for name in PATTERNS}
    assert len(PATTERNS) > 300
    assert {"_START", "_ALONE_REST", "END"} <= names


@fed
def test_every_pattern_comes_back():
    for pattern in PATTERNS.values():
        feed(pattern)


@fed
def test_a_pattern_that_does_not_would_be_seen(monkeypatch):
    monkeypatch.setattr("tests.fuzz.test_patterns.HUNG", 0.2)
    with pytest.raises(Hung):
        feed(re.compile(r"(a+)+\d"))
