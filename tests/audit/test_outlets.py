"""Rates: who counts, in what interval, and when no rate is told."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.audit.outlets import wilson


# Values of Wilson's interval as R's prop.test(correct = FALSE) prints them.
@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(0, 0, 0, 1), (0, 10, 0, 0.2775), (5, 100, 0.0215, 0.1118), (10, 10, 0.7225, 1)],
)
def test_wilson(hits, of, low, high):
    assert wilson(hits, of) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
@example((0, 125))  # the lower end was 2e-18
def test_wilson_holds_the_share_and_is_symmetric(drawn):
    hits, of = drawn
    low, high = wilson(hits, of)
    assert 0 <= low <= hits / of <= high <= 1
    assert wilson(of - hits, of) == pytest.approx((1 - high, 1 - low))
