"""Every regular expression of factcheck is linear from where it is tried: proved, not measured."""

from __future__ import annotations

import re

import pytest

from tests.fuzz.ambiguity import ambiguous, restarts
from tests.fuzz.patterns import inline, patterns

PATTERNS = patterns()
LARGE = {"factcheck.extract.numbers._IN_WORDS", "factcheck.extract.numbers._IN_FIGURES"}
"""Of five thousand states, for which the proof takes minutes: `python -m tests.benchmarks.patterns`
proves them."""


@pytest.mark.parametrize(
    "expression",
    [
        r"a*b", r"a*+a*b", r"(?>a*)a*b", r"\w+\s+\w+!", r"(?:\w+\s+)*x", r"(?:[ab]+c)*+d",
        r"(?:about\s+|an\s+)*$", r"(['\"])[^'\"]*\1",
    ],
)  # fmt: skip
def test_no_word_is_matched_in_ever_more_ways(expression):
    assert ambiguous(re.compile(expression)) == ""


@pytest.mark.parametrize(
    "expression",
    [
        r"a*a*b", r"\w+\s*\w+!", r"\w+\d+$", r"[ab]*x?[bc]*d", r"(?:\w+,?\s?){0,3}!",
        r"(?=a*a*b)c", r"(?:a*a*b)*+", r"\s*,?\s+and", r".*/.*",
    ],
)  # fmt: skip
def test_a_power_of_the_length(expression):
    assert ambiguous(re.compile(expression)) == "polynomial"


@pytest.mark.parametrize(
    "expression",
    [
        r"(a+)+b", r"(a*)*b", r"(?:\w+\s*)*x", r"(?:almost\s+|almost exactly\s+|exactly\s+)*$",
        r"(?:the\s+|(?-i:[A-Z][a-z]+)\s+)*$",
    ],
)  # fmt: skip
def test_exponential(expression):
    assert ambiguous(re.compile(expression, re.IGNORECASE)) == "exponential"


@pytest.mark.parametrize(
    "expression",
    [
        r"a", r"\w+", r"\b\w+!", r"(?<!\w)\w+!", r"(?<!\s)\s+x", r"^\s+x", r"\bthe\s+x",
        r"\w+(?:, \w+)*", r"a(?=\s*b)",
    ],
)  # fmt: skip
def test_a_search_takes_the_length(expression):
    assert not restarts(re.compile(expression))


@pytest.mark.parametrize(
    "expression",
    [
        r"\w+!", r"\w+\s+x", r"\b(?:\w+\s+)*x", r"\s+x", r"a[^.]*b", r"x*y", r"a(?=.*b)",
        r"a(?!.*b)", r"\w+$", r"\w++!",
    ],
)  # fmt: skip
def test_a_search_takes_the_square_of_the_length(expression):
    assert restarts(re.compile(expression))


def test_every_pattern_is_linear():
    told = {name: ambiguous(one) for name, one in PATTERNS.items() if name not in LARGE}
    assert {name: found for name, found in told.items() if found} == {}
    assert len(told) > 400
    assert PATTERNS.keys() >= LARGE


def test_so_is_every_pattern_that_a_function_writes_where_it_uses_it():
    known = {one.pattern for one in PATTERNS.values()}
    written = {name: one for name, one in inline().items() if one.pattern not in known}
    told = {name: ambiguous(one) for name, one in written.items()}
    assert {name: found for name, found in told.items() if found} == {}
    assert len(told) > 70
