"""Sums of one sentence. What rounding or another subject explains stays silent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worded import findings

from factcheck.verdict.arithmetic import inconsistencies


def told(marked):
    return [one.message for one in inconsistencies(*findings(marked))]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("{97,206} of {131,121}, or {74.1%}.", id="right share"),
        pytest.param("{97 million} of {131 million}, or {74.2%}.", id="rounded parts"),
        pytest.param("{40} of {100|approx}, or {42%}.", id="hedged whole"),
        pytest.param("{40} of {100} seats were taken, and {74%} of the boxes.", id="other thing"),
        pytest.param("{40} of {100} came. {74%} stayed.", id="other sentence"),
        pytest.param("{40} of {100}, or {40%}, against {38%} before.", id="two percentages"),
        pytest.param("{40} people, {100} seats, {44%}.", id="no part of a whole"),
        pytest.param("{20%} of {500}, or {100}.", id="percentage of"),
        pytest.param("{20%} of {500} and {120} more.", id="percentage of, then more"),
        pytest.param("rose from {40|from|up} to {50|to|up}, or {25%}.", id="right growth"),
        pytest.param("fell from {50|from|down} to {40|to|down}, down {20%}.", id="right fall"),
        pytest.param("rose {25%}, from {40|from|up} to {50|to|up}.", id="growth first"),
        pytest.param("from {40|from} to {50|to}, while profit rose {20%}.", id="other growth"),
        pytest.param("from {40|from} to {50|to}, profit {20%}.", id="another noun"),
        pytest.param("from {4%|from} to {5%|to}, up {20%}.", id="percent of percent"),
        pytest.param(
            "from {19.1%|from} to {21.6%|to}, an increase of {2.5 points}.", id="right points"
        ),
        pytest.param(
            "rose to {73.2%|up}, up from {71.9%|from|up} in May and {68.4%} in June.", id="a third"
        ),
        pytest.param("{6.8} a field; here from {5.5|from|down} to {5.1|to|down}.", id="a field"),
        pytest.param("{12} in the north and {30} in the south, together {42}.", id="right sum"),
        pytest.param("{12} goals and {30} saves, and {45} passes.", id="no total"),
        pytest.param("from {0.5|from} to {1|to}, up {120%}.", id="nearly nothing"),
        pytest.param("{12%} and {$30}, together {45}.", id="kinds differ"),
        pytest.param("{12}, {20} and {30} in the south, together {62}.", id="three parts"),
        pytest.param("down from the {$89|from|down} to {$93|to|down} expected.", id="a range"),
    ],
)
def test_silent(marked):
    assert told(marked) == []


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("{97,206} of {131,121}, or {74.2%}.", "97,206 of 131,121 is 74.1%, not 74.2%"),
        ("{74.2%}, that is {97,206} out of {131,121}.", "97,206 of 131,121 is 74.1%, not 74.2%"),
        ("{40} of {100|approx}, or {44%}.", "40 of 100 is 40%, not 44%"),
        ("{20%} of {500}, or {120}.", "120 of 500 is 24%, not 20%"),
        ("rose from {40|from|up} to {50|to|up}, up {20%}.", "from 40 to 50 is 25%, not 20%"),
        (
            "from {$473 million|from|down} to {$363 million|to|down} in 2023, a drop of {33%}.",
            "from $473 million to $363 million is 23.3%, not 33%",
        ),
        ("rose {20%}, from {40|from|up} to {50|to|up}.", "from 40 to 50 is 25%, not 20%"),
        (
            "from {19.1%|from} to {21.6%|to}, an increase of {3.5 points}.",
            "from 19.1% to 21.6% is 2.5 percentage points, not 3.5 points",
        ),
        (
            "dropped from {4.23|from|down} to {5.2|to|down}.",
            "from 4.23 to 5.2 is up, the sentence says otherwise",
        ),
        (
            "went up to {379|to|up}, from {397|from}.",
            "from 397 to 379 is down, the sentence says otherwise",
        ),
        (
            "{12} in the north and {30} in the south, together {45}.",
            "12 and 30 is 42 together, not 45",
        ),
        (
            "{$12 million} and {$30 million}, for a total of {$45 million}.",
            "$12 million and $30 million is $42 million together, not $45 million",
        ),
    ],
)
def test_fires(marked, message):
    assert told(marked) == [message]


def test_names_the_findings_of_the_sum():
    [one] = inconsistencies(*findings("First. {97,206} of {131,121}, or {74.2%}."))
    assert (one.code, one.findings) == ("FC301", ("id-0", "id-1", "id-2"))


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_share_as_it_rounds_is_never_accused(part, whole):
    assert told(f"{{{part}}} of {{{whole}}}, or {{{part / whole * 100:.1f}%}}.") == []


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_only_the_sum_itself_is_right(one, other):
    assert told(f"{{{one}}} and {{{other}}}, together {{{one + other}}}.") == []
    assert len(told(f"{{{one}}} and {{{other}}}, together {{{one + other + 1}}}.")) == 1
