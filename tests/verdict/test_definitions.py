"""Right numbers about the wrong thing: silent wherever the sentence says what is meant."""

import pytest
from worded import claims, indicator, quantity, reading, row

from factcheck.model import Cause, Status, Verdict
from factcheck.verdict.definitions import confusions, mark_mistaken, mistaken, mistaken_for
from factcheck.verdict.evidence import Figure
from factcheck.verdict.judge import Judgement

PATENTS = indicator("patents", "Grants, not filings", ["share of patents"], title="Patents granted")
HELPED = indicator("helped", "assists, not goals", ["laid on"], title="Assists by player")
STAFF = indicator("staff", "staff, not pupils or parents; from May", title="Staff who cycle")
BUDGET = indicator("budget", "not the spending of one department", title="Total city budget")
RATING = indicator(
    "rating",
    "A rating of visitors, not a composite, not an average of tests (see notes), not points.",
    ["lead of the best museum"],
    title="Lead of the best museum",
)


class Nothing:
    """A reference without figures."""

    indicators = {}  # noqa: RUF012

    @staticmethod
    def rows(indicator):
        return ()


REFERENCE = Nothing()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", []),
        ("Yearly. 61 = 2022 (2024 ed.); the report does not say", []),
        ("Mistaken for prices", []),
        ("2019 has two vintages, comparable", []),
        ("not percentage points", []),
        ("Grants, not filings", [("Grants", "filings")]),
        ("Annual average, not the rate", []),
        ("not the spending of one department", [("", "the spending of one department")]),
        ("a vote, not a mean, not a sum", [("a vote", "a mean"), ("a vote", "a sum")]),
        ("a rate (per head), not output; late", [("a rate", "output")]),
    ],
)
def test_confusions(words, expected):
    parsed = confusions(indicator(confusions=words))
    assert [(one.right, one.wrong) for one in parsed] == expected


@pytest.mark.parametrize(
    ("measure", "marked"),
    [
        pytest.param(PATENTS, "China held {74%} of the grants.", id="the right word"),
        pytest.param(PATENTS, "Filings rose, and {74%} of the grants went abroad.", id="both"),
        pytest.param(PATENTS, "Its share of filed patents is {74%}, not of filings.", id="denied"),
        pytest.param(PATENTS, "That is {74%}, rather more than of filings.", id="compared"),
        pytest.param(
            PATENTS, "Of all filings that we have seen in these ten years {74%}.", id="far"
        ),
        pytest.param(PATENTS, "Filings {12}, and {74%}.", id="beyond a number"),
        pytest.param(PATENTS, "{74%} (see filings)", id="in brackets"),
        pytest.param(HELPED, "He scored {29} goals and laid on {18} more.", id="an alias nearby"),
        pytest.param(PATENTS, "Filings Weekly says {74%}.", id="a name"),
        pytest.param(PATENTS, "Its share of all patents in filings is {74%}.", id="an alias"),
        pytest.param(BUDGET, "Spending is {74%}.", id="half of the phrase"),
        pytest.param(
            BUDGET, "Spending of a department of the city: {74%}.", id="words of its name"
        ),
        pytest.param(RATING, "The museum leads by {3} points.", id="a unit is no definition"),
        pytest.param(RATING, "Tests end; it leads by {3%}.", id="one word of two"),
    ],
)
def test_silent(measure, marked):
    assert mistaken(claims(marked)[1][-1], measure) is None


@pytest.mark.parametrize(
    ("measure", "marked", "wrong"),
    [
        (PATENTS, "China made {74%} of all filings.", "filings"),
        (PATENTS, "Of what was filed, {74%} is Chinese.", "filings"),
        (HELPED, "He scored {18} goals.", "goals"),
        (STAFF, "{31%} of the parents cycle.", "pupils or parents"),
        (STAFF, "Among pupils it is {31%}.", "pupils or parents"),
        (
            BUDGET,
            "The spending of the department is {$4 million}.",
            "the spending of one department",
        ),
        (RATING, "This {2.7%} is a composite.", "a composite"),
        (RATING, "An average of many tests gives {2.7%}.", "an average of tests"),
    ],
)
def test_fires(measure, marked, wrong):
    [claim] = claims(marked)[1]
    assert mistaken(claim, measure).wrong == wrong


def supported(claim, measure=RATING, value="2.7"):
    published = row(value, "Tate", indicator=measure.id, unit="percent")
    figure = Figure(published, published.value, "percent", published.value, quantity("0").value)
    verdict = Verdict(Status.SUPPORTED, None, "FC000", "as published")
    return Judgement(verdict, reading(measure, published), figure)


def statuses(marked, measure=RATING):
    made = claims(marked)[1]
    return [
        one.verdict.cause
        for one in mark_mistaken(made, [supported(c, measure) for c in made], REFERENCE)
    ]


WRONG = Cause.WRONG_MEASURE


@pytest.mark.parametrize(
    ("marked", "causes"),
    [
        pytest.param("The lead is {2.7%}. {2.7%}. So this {2.7%}?", [None] * 3, id="nothing wrong"),
        pytest.param("{2.7%}. It is {2.7%}, a composite.", [None, WRONG], id="not before it"),
        pytest.param("A composite {2.7%}. {2.7%}.", [WRONG, WRONG], id="a number alone"),
        pytest.param("A composite {2.7%}. And this {2.7%}?", [WRONG, WRONG], id="this number"),
        pytest.param("A composite {2.7%}. This {2.7%} lead?", [WRONG, None], id="own measure"),
        pytest.param("A composite {2.7%}. Being {2.7%} back.", [WRONG, None], id="own sentence"),
        pytest.param("A composite {2.7%}. This {2.7%}, or {9}.", [WRONG, None, None], id="others"),
        pytest.param("A composite {2.7%}. And this {3.1%}?", [WRONG, None], id="another number"),
    ],
)
def test_repetitions(marked, causes):
    assert statuses(marked) == causes


def test_message():
    made = claims("This {2.7%} is a composite.")[1]
    [one] = mark_mistaken(made, [supported(made[0])], REFERENCE)
    assert one.verdict.message == (
        "2.7% is a rating of visitors, not a composite (Lead of the best museum, Tate, 2025)"
    )
    assert mistaken_for(one.verdict) == "a composite"
    assert mistaken_for(supported(made[0]).verdict) is None


def test_sums_and_what_is_no_support_stay():
    made = claims("This {2.7%} is a composite.")[1]
    published = row("2.7", "Tate", unit="percent")
    growth = Judgement(supported(made[0]).verdict, reading(RATING, published, "growth"))
    assert mark_mistaken(made, [growth], REFERENCE) == [growth]
    unknown = Judgement(Verdict(Status.UNVERIFIABLE, Cause.NO_REFERENCE, "FC110", "not covered"))
    assert mark_mistaken(made, [unknown], REFERENCE) == [unknown]


@pytest.mark.parametrize(
    ("marked", "causes"),
    [
        ("{100} and {97.3}: {2.7 points}.", [WRONG, WRONG, Cause.WRONG_UNIT]),
        ("{100} and {97.1}: {2.7 points}.", [Cause.NO_REFERENCE] * 2 + [Cause.WRONG_UNIT]),
        ("{2.7 points}: {100} and {97.3}.", [Cause.WRONG_UNIT] + [Cause.NO_REFERENCE] * 2),
    ],
)
def test_scores_made_up_for_a_difference(marked, causes):
    made = claims(marked)[1]
    unknown = Judgement(Verdict(Status.UNVERIFIABLE, Cause.NO_REFERENCE, "FC110", "not covered"))
    unit = Judgement(
        Verdict(Status.CONTRADICTED, Cause.WRONG_UNIT, "FC207", "percent"),
        reading(RATING, row("2.7", "Tate", unit="percent")),
    )
    judged = [unit if "points" in claim.quantity.quote else unknown for claim in made]
    assert [one.verdict.cause for one in mark_mistaken(made, judged, REFERENCE)] == causes
