"""From a claim and its alignment to a verdict: support on any reading, accuse on a settled one."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from made import aligned, claim, day, number, reading, reference, soft

from factcheck.model import Alignment, Cause, Kind, Modifier, Slot, Status
from factcheck.report.codes import code_for
from factcheck.verdict.accuse import ACCUSE, ACCUSE_UNSETTLED, FAR, UNEXPLAINED
from factcheck.verdict.judge import MARGIN, judge

PERCENT, POINTS = Kind.PERCENT, Kind.PERCENTAGE_POINTS
SUPPORTED, CONTRADICTED = Status.SUPPORTED, Status.CONTRADICTED
UNVERIFIABLE, AMBIGUOUS = Status.UNVERIFIABLE, Status.AMBIGUOUS

BOOK = reference(
    """
    occupied | Northmere | | 2025 | 95.1 | percent | 2026 | 2026-04-09
    occupied | Northmere | | 2026 | 93.6 | percent | 2026 | 2026-04-09
    occupied | Alder     | | 2026 | 97.8 | percent | 2026 | 2026-04-09
    occupied | Alder     | | 2024 | 88.2 | percent | 2026 | 2026-04-09
    vacant   | Northmere | | 2026 | 8.9  | percent | 2026 | 2026-04-09
    queue    | Northmere | | 2025 | 52146 | count | 2025 | 2025-04-09
    queue    | Northmere | | 2026 | 48210 | count | 2026 | 2026-03-12
    queue    | Northmere | | 2026 | 48390 | count | 2026 | 2026-04-09
    delayed  | Northmere | | 2026 | 418   | count | 2026 | 2026-04-09
    delayed  | Northmere | | 2026 | 431   | count | 2026 | 2026-04-09
    fell     | Northmere | | 2026 | -6.5  | percent | 2026 | 2026-04-09
    grew     | Northmere | | 2026 | 3.9   | percent | 2026 | 2026-04-09
    lost     | Northmere | | 2025 | 90000 | count | 2026 | 2026-04-09
    lost     | Northmere | | 2026 | 58488 | count | 2026 | 2026-04-09
    opened   | Northmere | | 2026 | 2026-03-02 | date | 2026 | 2026-04-09
    wait     | Northmere | | 2026 | 14.2  | weeks | 2026 | 2026-04-09
    """,
    {"grew": {"name": "Annual growth of admissions"}},
)


def read(indicator="occupied", entity="Northmere", period="2026", **fields):
    return reading(BOOK, indicator, entity, period, **fields)


def judged(quantity, *readings, rivals=(), until=None, **fields):
    return judge(claim(quantity, **fields), aligned(*readings, rivals=rivals), BOOK, until)


def outcome(*arguments, **fields):
    """Status and cause; of a verdict that is none, the status alone."""
    verdict = judged(*arguments, **fields).verdict
    assert verdict.code == code_for(verdict.status, verdict.cause)
    return (verdict.status, None if verdict.status is UNVERIFIABLE else verdict.cause)


def percent(value, **fields):
    return number(value, PERCENT, **fields)


def test_a_number_that_names_what_it_counts_is_not_saved_by_another_figure():
    named, other = read("delayed"), read("queue", score=0.8)
    assert outcome(number("48390"), named, rivals=(other,)) == (SUPPORTED, None)
    outright = replace(named, outright=True)
    assert outcome(number("48390"), outright, rivals=(other,))[0] is CONTRADICTED
    assert outcome(number("4"), named)[0] is UNVERIFIABLE
    assert outcome(number("4"), outright)[0] is CONTRADICTED


@pytest.mark.parametrize(
    ("quantity", "indicator", "cause"),
    [
        (percent("93.6"), "occupied", None),
        (percent("94"), "occupied", Cause.ROUNDING),
        (percent("93", modifier=Modifier.MORE_THAN), "occupied", Cause.ROUNDING),
        (number("48390"), "queue", None),
        (number("48210"), "queue", Cause.SUPERSEDED),
        (number("418"), "delayed", Cause.CONFLICTING_REFERENCE),
        (percent("6.5"), "fell", None),
        (day("2026-03-02"), "opened", None),
    ],
)
def test_supported(quantity, indicator, cause):
    assert outcome(quantity, read(indicator)) == (SUPPORTED, cause)


def test_messages_of_supported_claims():
    assert judged(percent("94"), read()).verdict.message == (
        "94 agrees with Occupied, Northmere, 2026: 93.6%"
    )
    assert judged(number("48210"), read("queue")).verdict.message == (
        "48210 was right as published on 12 March 2026 (Queue, Northmere, 2026);"
        " the publisher has since given 48,390 (9 April 2026)"
    )
    assert judged(number("418"), read("delayed")).verdict.message == (
        "418 agrees with one passage (418) and differs from another of the same edition (431):"
        " Delayed, Northmere, 2026"
    )


def test_any_reading_of_the_indicator_may_support():
    last_year = read(period="2025", settled=False, score=ACCUSE / 2)
    assert outcome(percent("95.1"), read(), last_year) == (SUPPORTED, None)


def test_contradicted_with_the_right_value_and_the_distance():
    found = judged(percent("94.9"), read())
    assert (found.verdict.status, found.verdict.cause) == (CONTRADICTED, Cause.VALUE_MISMATCH)
    assert (found.verdict.expected, found.verdict.gap) == ("93.6", Decimal("1.3"))
    assert found.verdict.message == "94.9 does not match Occupied, Northmere, 2026: 93.6%"
    assert found.reading == read()
    assert found.figure.value == Decimal("93.6")


def test_further_explanations_are_listed():
    book = reference(
        "crowd | Vestby | | 2025 | 14382 | count\ncrowd | Vestby | | 2024 | 13482 | count"
    )
    told = claim(number("13482"))
    verdict = judge(told, aligned(reading(book, "crowd", "Vestby", "2025")), book).verdict
    assert verdict.cause is Cause.TRANSPOSED_DIGITS
    assert verdict.notes == ("also possible: wrong_period: it is the figure for 2024",)


@pytest.mark.parametrize(
    ("until", "expected"),
    [(date(2026, 3, 20), "48210"), (date(2026, 5, 1), "48390"), (None, "48390")],
)
def test_an_article_is_not_held_against_later_figures(until, expected):
    verdict = judged(number("47100"), read("queue"), until=until).verdict
    assert (verdict.status, verdict.expected) == (CONTRADICTED, expected)


@pytest.mark.parametrize("cause", [Cause.OPINION, Cause.FORECAST, Cause.HYPOTHETICAL])
def test_what_is_no_statement_of_fact_is_not_judged(cause):
    right, wrong = percent("93.6"), percent("94.9")
    for quantity in (right, wrong):
        assert outcome(quantity, read(), checkability=cause) == (Status.NOT_CHECKABLE, cause)
    message = judged(right, read(), checkability=cause).verdict.message
    assert message == f"93.6: a statement of {cause}, not of fact"


@pytest.mark.parametrize("reason", [None, Cause.NO_REFERENCE, Cause.NO_PERIOD, Cause.NO_UNIT])
def test_what_nothing_covers_is_not_judged(reason):
    verdict = judge(claim(percent("93.6")), Alignment(reason=reason), BOOK).verdict
    assert (verdict.status, verdict.cause) == (UNVERIFIABLE, reason or Cause.NO_REFERENCE)
    assert verdict.message == "no reference figure covers 93.6"


ABSTAINS = (UNVERIFIABLE, None)
MISMATCH = (CONTRADICTED, Cause.VALUE_MISMATCH)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"settled": True, "score": UNEXPLAINED - 0.01}, ABSTAINS),
        ({"settled": True, "score": UNEXPLAINED}, MISMATCH),
        ({"settled": False, "score": 1}, ABSTAINS),
    ],
)
def test_only_a_settled_reading_that_is_good_enough_accuses(fields, expected):
    assert outcome(percent("94.9"), read(**fields)) == expected


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (ACCUSE_UNSETTLED - 0.01, ABSTAINS),
        (ACCUSE_UNSETTLED, (CONTRADICTED, Cause.WRONG_UNIT)),
    ],
)
def test_a_clear_slip_settles_what_is_meant(score, expected):
    assert outcome(number("93.6", POINTS), read(settled=False, score=score)) == expected


def test_the_figure_of_somebody_else_under_an_unsettled_reading_accuses_nobody():
    assert outcome(percent("97.8"), read(settled=False)) == ABSTAINS
    assert outcome(percent("97.8"), read()) == (CONTRADICTED, Cause.WRONG_ENTITY)


def test_abstaining_says_what_it_may_be_about():
    verdict = judged(percent("94.9"), read(score=0.1)).verdict
    assert (verdict.cause, verdict.gap, verdict.expected) == (Cause.NO_PERIOD, None, None)
    assert verdict.message == (
        "94.9 may be about Occupied, Northmere, 2026, but the text does not settle it"
    )


def test_a_value_far_off_and_unexplained_speaks_against_the_reading():
    far, near = Decimal("8.9") * FAR + 1, Decimal("8.9") * FAR - 1
    assert outcome(percent(str(far)), read("vacant")) == ABSTAINS
    assert outcome(percent(str(near)), read("vacant")) == MISMATCH


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [("100", "400", ABSTAINS[0]), ("12", "17", CONTRADICTED)],
    ids=["of something else", "near it"],
)
def test_a_range(low, high, expected):
    said = replace(percent(low), value=None, low=Decimal(low), high=Decimal(high))
    assert outcome(said, read("vacant"))[0] == expected


def test_a_slip_of_scale_accuses_however_far_off():
    millions = number("48.39", step="0.01")
    assert outcome(millions, read("queue")) == (CONTRADICTED, Cause.WRONG_SCALE)


def test_a_figure_that_the_text_itself_rejects_accuses_nobody():
    assert outcome(percent("94.9"), read(), rejected=True) == ABSTAINS
    assert outcome(percent("94.9"), read(), rejected=False) == MISMATCH


def test_the_figure_of_another_year_where_the_text_does_not_say_when():
    unsettled, settled = (read(settled=way) for way in (False, True))
    assert outcome(percent("95.1"), unsettled) == (SUPPORTED, None)
    assert outcome(percent("95.1"), settled) == (CONTRADICTED, Cause.WRONG_PERIOD)


def test_what_was_before_need_not_say_when_or_whose():
    another_year, another_place = percent("95.1"), percent("97.8")
    assert outcome(another_year, read()) == (CONTRADICTED, Cause.WRONG_PERIOD)
    assert outcome(another_year, read(), role="from") == (SUPPORTED, None)
    assert outcome(another_place, read()) == (CONTRADICTED, Cause.WRONG_ENTITY)
    assert outcome(another_place, read(), role="from") == ABSTAINS


def test_where_nobody_is_named_the_figure_of_somebody_accuses_nobody():
    book = reference(
        """
        born | World | | 2026 | 3021 | count
        born | Kent  | | 2026 | 228  | count
        """
    )
    everybody = reading(book, "born", "World", "2026")
    told = [
        judge(claim(number("228"), **named), aligned(everybody), book).verdict
        for named in ({}, {"who": "World"})
    ]
    assert [(one.status, one.cause) for one in told] == [
        (UNVERIFIABLE, Cause.NO_PERIOD),
        (CONTRADICTED, Cause.WRONG_ENTITY),
    ]


@pytest.mark.parametrize(
    ("after", "expected"),
    [(" of Kent's 778", UNVERIFIABLE), (" the 228 of old", UNVERIFIABLE), (" of it", CONTRADICTED)],
)
def test_a_share_of_a_printed_number_is_no_published_share(after, expected):
    half = replace(number("0.1", Kind.RATIO, "ratio"), quote="a tenth", end=7)
    said = claim(half, who="Northmere", when="2026", sentence="a tenth" + after)
    assert judge(said, aligned(read("vacant")), BOOK).verdict.status in (expected, SUPPORTED)
    wrong = replace(said, quantity=replace(half, value=Decimal("0.2"), low=None, high=None))
    assert judge(wrong, aligned(read("vacant")), BOOK).verdict.status is expected


def test_what_was_before_is_wrong_where_it_came_later_or_the_text_says_when():
    assert outcome(percent("93.6"), read(period="2025"), role="from")[0] is CONTRADICTED
    told = {"role": "from", "periods": (Slot("2026", "clause"),)}
    assert outcome(percent("95.1"), read(), **told) == (CONTRADICTED, Cause.WRONG_PERIOD)


GROWTH = {"operation": "growth", "others": (("Northmere", "2025"),)}


def test_sums_across_editions_accuse_nobody():
    across = read("queue", **GROWTH)
    within = read("occupied", **GROWTH)
    assert outcome(percent("9.3"), across, operation="growth") == ABSTAINS
    assert outcome(percent("2.1"), within, operation="growth") == (CONTRADICTED, Cause.ARITHMETIC)
    assert outcome(percent("1.6"), within, operation="growth") == (SUPPORTED, Cause.ROUNDING)


@pytest.mark.parametrize(
    ("direction", "expected"),
    [
        (None, (SUPPORTED, Cause.ROUNDING)),
        ("down", (SUPPORTED, Cause.ROUNDING)),
        ("up", (CONTRADICTED, Cause.WRONG_DIRECTION)),
    ],
)
def test_a_fall_told_as_a_rise(direction, expected):
    about = {"operation": "growth", "direction": direction}
    assert outcome(percent("1.6"), read("occupied", **GROWTH), **about) == expected


@pytest.mark.parametrize(
    ("direction", "expected"),
    [("down", (SUPPORTED, None)), ("up", (CONTRADICTED, Cause.WRONG_DIRECTION))],
)
def test_a_published_fall_told_as_a_rise(direction, expected):
    about = {"operation": "growth", "direction": direction}
    assert outcome(percent("6.5"), read("fell"), **about) == expected


@pytest.mark.parametrize(
    ("indicator", "direction", "expected"),
    [
        ("occupied", "down", (SUPPORTED, None)),
        ("grew", "up", (SUPPORTED, None)),
        ("grew", "down", (CONTRADICTED, Cause.WRONG_DIRECTION)),
    ],
)
def test_a_published_rise_told_as_a_fall(indicator, direction, expected):
    """Only of a figure that is itself a change the verb tells the sign."""
    value = {"occupied": "93.6", "grew": "3.9"}[indicator]
    about = {"operation": "growth", "direction": direction}
    assert outcome(percent(value), read(indicator), **about) == expected


@pytest.mark.parametrize(
    ("said", "cause"), [("31500", Cause.WRONG_DIRECTION), ("32000", Cause.ARITHMETIC)]
)
def test_a_fall_to_three_digits_told_as_a_rise(said, cause):
    about = {"operation": "difference", "direction": "up"}
    fall = read("lost", operation="difference", others=(("Northmere", "2025"),))
    assert outcome(number("31512"), fall, operation="difference") == (SUPPORTED, None)
    assert outcome(number(said), fall, **about) == (CONTRADICTED, cause)


@pytest.mark.parametrize(
    ("quantity", "indicator", "operation", "right"),
    [
        (number("93.6", POINTS), "occupied", None, percent("93.6")),
        (
            number("14.2", Kind.DURATION, "months"), "wait", None,
            number("14.2", Kind.DURATION, "weeks"),
        ),
    ],
)  # fmt: skip
def test_the_right_digits_in_the_wrong_unit(quantity, indicator, operation, right):
    assert outcome(right, read(indicator)) == (SUPPORTED, None)
    assert outcome(quantity, read(indicator)) == (CONTRADICTED, Cause.WRONG_UNIT)


def test_another_indicator_that_bears_the_number_out_holds_the_accusation_back():
    rival = read("vacant", score=0.6)
    found = judged(percent("8.9"), read("occupied"), rivals=(rival,))
    assert (found.verdict.status, found.reading) == (SUPPORTED, rival)
    assert found.held is None

    found = judged(percent("97.8"), read("occupied"), rivals=(read(entity="Alder"),))
    assert found.verdict.status is SUPPORTED
    assert (found.held.verdict.status, found.held.verdict.cause) == (
        CONTRADICTED,
        Cause.WRONG_ENTITY,
    )


def test_two_indicators_that_fit_equally_are_ambiguous():
    close, apart = (read("vacant", score=0.9 - MARGIN * part) for part in (0.5, 2))
    assert outcome(percent("94.9"), read(), rivals=(apart,)) == MISMATCH
    found = judged(percent("94.9"), read(), rivals=(close,))
    assert (found.verdict.status, found.verdict.cause) == (AMBIGUOUS, Cause.SEVERAL_CANDIDATES)
    assert found.verdict.message == "94.9 fits several reference figures equally"
    assert found.verdict.notes == (
        "candidate: Occupied, Northmere, 2026",
        "candidate: Vacant, Northmere, 2026",
    )
    assert found.held.verdict.status is CONTRADICTED


def test_nothing_published_but_the_very_figure_of_somebody_else():
    """Northmere has no figure for 2024; Alder has, and it is this one."""
    nothing = read(period="2024")
    assert nothing.rows == ()
    assert outcome(percent("88.1"), nothing) == ABSTAINS
    verdict = judged(percent("88.2"), nothing).verdict
    assert (verdict.status, verdict.cause) == (CONTRADICTED, Cause.WRONG_ENTITY)
    assert verdict.message == (
        "88.2 is the figure of Alder, not of Northmere"
        " (Occupied, Northmere, 2024: nothing published)"
    )


def test_a_figure_that_two_others_share_or_that_has_one_digit_names_nobody():
    table = "goals | Kestrel | | 2024 | {} | count\ngoals | Quarry | | 2024 | {} | count\n"
    table += "goals | Vestby | | 2025 | 52 | count"
    for values, expected in (
        (("31", "31"), ABSTAINS),
        (("3", "4"), ABSTAINS),
        (("31", "44"), (CONTRADICTED, Cause.WRONG_ENTITY)),
    ):
        book = reference(table.format(*values))
        nothing = aligned(reading(book, "goals", "Vestby", "2024"))
        verdict = judge(claim(number(values[0])), nothing, book).verdict
        cause = None if verdict.status is UNVERIFIABLE else verdict.cause
        assert (verdict.status, cause) == expected


def test_nor_does_the_same_number_in_another_unit():
    table = "rain | {} | | {} | {} | millimetres\n"
    book = reference(table.format("Tarvia", 2024, 214) + table.format("Arden", 2025, 401))
    nothing = aligned(reading(book, "rain", "Arden", "2024"))
    inches, same = (claim(number("214", unit=unit)) for unit in ("inches", "millimetres"))
    assert judge(same, nothing, book).verdict.status is CONTRADICTED
    assert judge(inches, nothing, book).verdict.status is UNVERIFIABLE


@pytest.mark.parametrize(("said", "expected"), [("3", UNVERIFIABLE), ("1", CONTRADICTED)])
def test_a_rank_is_wrong_only_where_it_is_too_good(said, expected):
    """The reference may not list everybody: a place further down cannot be refuted."""
    table = "points | Rovers | | 2025 | 63 | points\npoints | Vestby | | 2025 | 68 | points"
    book = reference(table)
    second = reading(
        book, "points", "Rovers", "2025", operation="rank", others=(("Vestby", "2025"),)
    )
    place = claim(number(said, Kind.RANK), operation="rank")
    verdict = judge(place, aligned(second), book).verdict
    assert verdict.status is expected


def test_another_day():
    found = judged(day("2026-03-09"), read("opened"))
    assert (found.verdict.status, found.verdict.expected) == (CONTRADICTED, "2026-03-02")
    assert outcome(day("2026-03-09"), read("opened", settled=False)) == ABSTAINS


PRICES = reference(
    """
    wheat  | Tarvia | | 2025 | 198  | EUR
    barley | Tarvia | | 2025 | 176  | EUR
    barley | Tarvia | | 2024 | 204  | EUR
    grain  | Tarvia | | 2025 | 176  | EUR
    rain   | Tarvia | | 2025 | 52146 | count
    rain   | Tarvia | | 2024 | 61873 | count
    sun    | Tarvia | | 2025 | 2310 | count
    """,
    {
        "wheat": {"name": "Price of wheat"},
        "barley": {"name": "Price of barley"},
        "grain": {"name": "Price"},
        "rain": {"name": "Readings of rain"},
        "sun": {"name": "Hours of sun"},
    },
)


def sold(sentence, *, rival="barley", settled=True, value="176", context=()):
    """What a number is called whose best reading is the price of wheat."""
    best = reading(PRICES, "wheat", "Tarvia", "2025")
    other = reading(PRICES, rival, "Tarvia", "2025", score=0.6, settled=settled)
    start = max(sentence.find(value), 0)
    quantity = number(value, Kind.MONEY, step="1", start=start)
    told = claim(quantity, sentence=sentence, context=context)
    return judge(told, aligned(best, rivals=(other,)), PRICES).verdict


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        pytest.param("Wheat or barley, 176 euros", {}, id="both are named"),
        pytest.param("Grain fetched 176 euros", {}, id="neither is named"),
        pytest.param("Wheat is next; this one fetched 176", {"context": (("barley", 0.4),)},
                     id="the other stands close by"),
        pytest.param("Wheat fetched 176 euros", {"settled": False}, id="slots left open"),
        pytest.param("Grain was sold at 176", {"rival": "grain"}, id="the wider one"),
    ],
)  # fmt: skip
def test_a_neighbour_may_be_meant(sentence, fields):
    assert sold(sentence, **fields).status is SUPPORTED


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        pytest.param("A ton of wheat fetched 176 euros", {}, id="named by itself"),
        pytest.param("A ton of wheat fetched 176 euros", {"context": (("barley", 0.4),)},
                     id="the other stands further off"),
        pytest.param("A ton of wheat fetched 176 euros", {"rival": "grain"},
                     id="all that tells it from the wider one is said"),
    ],
)  # fmt: skip
def test_a_neighbour_that_the_text_rules_out(sentence, fields):
    verdict = sold(sentence, **fields)
    assert (verdict.status, verdict.cause, verdict.expected) == (
        CONTRADICTED, Cause.WRONG_MEASURE, "198",
    )  # fmt: skip


def equals(value, *, settled, second="sun"):
    """Two meanings with equal scores; under the first, a slip explains the number."""
    first = reading(PRICES, "rain", "Tarvia", "2025", score=0.7, settled=True)
    rival = reading(PRICES, second, "Tarvia", "2025", score=0.69, settled=settled)
    return judge(claim(number(value)), aligned(first, rivals=(rival,)), PRICES).verdict


@pytest.mark.parametrize(
    ("value", "settled", "status", "cause"),
    [
        ("60000", True, AMBIGUOUS, Cause.SEVERAL_CANDIDATES),
        ("60000", False, AMBIGUOUS, Cause.SEVERAL_CANDIDATES),
        ("52164", True, CONTRADICTED, Cause.TRANSPOSED_DIGITS),
        ("61873", True, CONTRADICTED, Cause.WRONG_PERIOD),
        ("61873", False, CONTRADICTED, Cause.WRONG_PERIOD),
    ],
)
def test_of_equal_meanings_the_one_that_a_slip_explains(value, settled, status, cause):
    verdict = equals(value, settled=settled)
    assert (verdict.status, verdict.cause) == (status, cause)


@pytest.mark.parametrize(
    ("slot", "status"),
    [
        (soft("Northmere", "before"), UNVERIFIABLE),
        (soft("Northmere", "paragraph"), UNVERIFIABLE),
        (soft("Northmere", "sentence"), CONTRADICTED),
        (Slot("Northmere", "paragraph"), CONTRADICTED),
    ],
)
def test_the_figure_of_somebody_else_shows_that_a_sentence_without_a_name_was_about_them(
    slot, status
):
    assert outcome(percent("97.8"), read(), entities=(slot,))[0] is status
