"""What must not change a verdict: unrelated text, the order of articles, the scale of a unit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.articles import read_article
from factcheck.checker import Checker
from tests.fuzz.pipeline import checker
from tests.made import reference

MONTHS = st.sampled_from(["March 2024", "March 2025", "March 2026"])
SENTENCES = st.one_of(
    st.builds(
        "In {}, {} percent of emergency patients in Northmere were seen within four hours.".format,
        MONTHS,
        st.sampled_from(["73.2", "66.1", "61", "12"]),
    ),
    st.builds(
        "The waiting list in Northmere stood at {} people in {}.".format,
        st.sampled_from(["47,615", "47,651", "nearly 48,000"]),
        MONTHS,
    ),
)
STORIES = st.lists(SENTENCES, min_size=1, max_size=4).map("\n\n".join)
UNRELATED = st.sampled_from(
    ["A choir sang outside, and it was cold.", "Nobody minded the rain at all, it seemed."]
)


def judged(text, name="a.txt"):
    report = checker().article(read_article(name, f"News of the day.\n\n{text}\n".encode()))
    return [(one.claim.quantity.quote, one.verdict) for one in report.findings]


@given(STORIES, UNRELATED)
def test_unrelated_text_behind_changes_no_verdict(story, unrelated):
    assert judged(f"{story}\n\n{unrelated}") == judged(story)


@given(st.lists(STORIES, min_size=2, max_size=3, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_no_verdict_and_no_conflict(stories, dice):
    documents = [read_article(f"{n}.txt", one.encode()) for n, one in enumerate(stories)]
    turned = dice.sample(documents, len(documents))
    one, other = checker()(documents), checker()(turned)
    by_path = {article.document.path: article for article in other.articles}
    assert all(by_path[article.document.path] == article for article in one.articles)
    assert {frozenset(c.claims) for c in one.conflicts} == {
        frozenset(c.claims) for c in other.conflicts
    }


def spending(value, word):
    """The verdict on a sum where the reference has 12.4 of these."""
    zeros = {"million": 6, "billion": 9, "trillion": 12}[word]
    book = reference(
        f"health_spending | Peru | | 2024 | {Decimal('12.4').scaleb(zeros):f} | USD",
        {"health_spending": {"name": "Health spending", "aliases": ("spending on health",)}},
    )
    text = f"Peru's health spending came to ${value} {word} in 2024."
    (told,) = (
        Checker(book, semantic="never")([read_article("a.txt", text.encode())]).articles[0].findings
    )
    return told.verdict.status, told.verdict.cause


@pytest.mark.parametrize("value", ["12.4", "12", "12.3", "14.2", "20"])
def test_the_scale_of_both_sides_changes_no_verdict(value):
    assert spending(value, "million") == spending(value, "billion") == spending(value, "trillion")


def test_the_right_sum_is_supported_and_a_wrong_one_is_not():
    assert [spending(value, "billion")[0] for value in ("12.4", "20")] == [
        "supported",
        "contradicted",
    ]
