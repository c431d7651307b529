"""The edition an article names against the edition its own figures are from."""

import pytest
from made import aligned, claim, number, reading, reference

from factcheck.model import Cause, Kind, Quantity, Status
from factcheck.verdict.editions import EDITION, ENOUGH, judge_labels
from factcheck.verdict.judge import judge

YEARS = ("2024", "2025", "2026")
TABLE = "".join(
    f"visits | Ward {ward} | | {year} | {ward}{year} | count | {year} | {year}-12-01\n"
    for year in YEARS
    for ward in range(1, 7)
)
RELEASES = "".join(
    f"released | Survey | | {year} | {year}-12-01 | date | {year} | {year}-12-01\n"
    for year in YEARS
)
BOOK = reference(TABLE + RELEASES)
UNDATED = reference(TABLE)


def label(year):
    return claim(Quantity(0, 4, year, Kind.DATE, year, unit=EDITION))


def judged(labels, years, book=BOOK):
    """The verdict on the first label of an article with one right figure for each of `years`."""
    figures = [
        (claim(number(f"{ward}{year}")), reading(book, "visits", f"Ward {ward}", year))
        for ward, year in enumerate(years, 1)
    ]
    claims = [*map(label, labels), *(told for told, _ in figures)]
    alignments = [*(aligned() for _ in labels), *(aligned(read) for _, read in figures)]
    single = [judge(c, a, book) for c, a in zip(claims, alignments, strict=True)]
    found = judge_labels(claims, single, book)
    assert found[len(labels) :] == single[len(labels) :]
    return found[0].verdict


def test_right():
    verdict = judged(["2025"], ["2025"] * ENOUGH)
    assert (verdict.status, verdict.cause, verdict.expected) == (Status.SUPPORTED, None, None)
    assert verdict.message == f"{ENOUGH} of {ENOUGH} matched figures are from the 2025 edition"


def test_right_where_some_figures_are_older():
    assert judged(["2025"], ["2024"] + ["2025"] * ENOUGH).status is Status.SUPPORTED


def test_wrong():
    verdict = judged(["2026"], ["2025"] * ENOUGH)
    assert (verdict.status, verdict.cause) == (Status.CONTRADICTED, Cause.WRONG_EDITION)
    assert (verdict.code, verdict.expected) == ("FC206", "2025")
    assert verdict.message == (
        f"the article names the 2026 edition, but {ENOUGH} of {ENOUGH} matched figures"
        " are from the 2025 edition"
    )


UNSAID = "nothing tells which edition the figures are from, so 2026 is not checked"
MIXED = "the figures are from several editions, so 2026 is not checked"


@pytest.mark.parametrize(
    ("labels", "years", "book", "message"),
    [
        pytest.param(["2026"], ["2025"] * (ENOUGH - 1), BOOK, UNSAID, id="too few figures"),
        pytest.param(["2026"], [], BOOK, UNSAID, id="no figures"),
        pytest.param(["2026"], ["2025"] * ENOUGH, UNDATED, UNSAID, id="no releases published"),
        pytest.param(["2026"], ["2024", "2025"] * 2, BOOK, MIXED, id="figures of two editions"),
        pytest.param(["2026", "2025"], ["2025"] * ENOUGH, BOOK, MIXED, id="two labels"),
    ],
)
def test_not_to_be_told(labels, years, book, message):
    verdict = judged(labels, years, book)
    assert (verdict.status, verdict.cause) == (Status.UNVERIFIABLE, Cause.NO_REFERENCE)
    assert verdict.message == message


def test_an_edition_nobody_published():
    assert judged(["2031"], ["2025"] * ENOUGH).status is Status.UNVERIFIABLE
