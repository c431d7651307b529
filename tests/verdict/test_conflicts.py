"""Claims that differ: what agrees or nobody mixes up stays silent; then each relation."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worded import claims, finding, indicator, quantity, row

from factcheck.model import (
    ArticleReport,
    Cause,
    Document,
    Finding,
    Kind,
    Modifier,
    Slot,
    Status,
    Verdict,
)
from factcheck.verdict.conflicts import MOST, conflicts
from factcheck.verdict.definitions import NOTE
from factcheck.verdict.relations import Known, overlap

TYPES = {"Survey": "report", "Vestby": "club", "Lyngmark": "club"}
KNOWN = Known(TYPES, {("almanac", "2025"), ("almanac", "2026")})
EARLIER = {"edition": "2025", "published": date(2025, 1, 9)}
WRONG = Cause.VALUE_MISMATCH


def article(name, *found):
    document = Document(id=name, path=f"{name}.txt", text="", sha256="0" * 64)
    named = (replace(one, id=f"{name}{at}") for at, one in enumerate(found))
    return ArticleReport(document, tuple(named))


def pairs(*articles, measures=()):
    found = conflicts(articles, KNOWN, {one.id: one for one in measures})
    return [(one.relation, *(side.finding for side in one.claims)) for one in found]


def between(a, b, **options):
    """The relation of two claims of two articles."""
    return [how for how, *_ in pairs(article("a", a), article("b", b), **options)]


def within(*found):
    return [how for how, *_ in pairs(article("a", *found))]


def superseded(quote, published):
    one = finding(quote, published)
    return replace(one, verdict=replace(one.verdict, cause=Cause.SUPERSEDED))


def in_report(one):
    """The same figure from a pack of a report that comes out in editions."""
    return replace(one, match=replace(one.match, pack="almanac"))


HEDGED = quantity("800", modifier=Modifier.APPROX)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(finding("812", row("812")), finding("812", row("812")), id="equal"),
        pytest.param(finding("812", row("812")), finding(HEDGED, row("812")), id="hedged"),
        pytest.param(
            finding("$1 million", row("10e5", unit="USD")),
            finding("$1.04 million", row("104e4", unit="USD")),
            id="rounded",
        ),
        pytest.param(
            finding("40", row("812"), cause=WRONG),
            finding("40", row("812"), cause=WRONG),
            id="one error twice",
        ),
        pytest.param(
            finding("812", row("812")), finding("812", row("812", period="2024")), id="equal years"
        ),
        pytest.param(
            finding("812", row("812")),
            finding("40", row("40", "Lyngmark", "2024")),
            id="another club in another year",
        ),
        pytest.param(
            finding("812", row("812")), finding("40", row("40", indicator="goals")), id="measures"
        ),
        pytest.param(
            finding("812", row("812")), finding("4%", row("812"), operation="growth"), id="growth"
        ),
        pytest.param(
            finding("812", row("812", dimension="cup")),
            finding("12", row("12", dimension="league")),
            id="parts far apart",
        ),
        pytest.param(
            finding(quantity("900", modifier=Modifier.APPROX), row("880")),
            finding("880", row("880", period="2024")),
            id="a hedge that leaves room for another year",
        ),
    ],
)
def test_silent(a, b):
    assert between(a, b) == []


def about(what, **fields):
    eighth = replace(quantity("8"), kind=Kind.RANK)
    return finding(eighth, row("8", "Survey", what, "number", unit="ordinal"), **fields)


def dated(value, edition, **fields):
    published = row(value, "Survey", edition, "released", unit="date")
    printed = replace(quantity("7"), kind=Kind.DATE, value=value, low=None, high=None)
    return finding(printed, published, **fields)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        pytest.param(
            finding("812", row("812")),
            finding("821", row("812"), cause=WRONG),
            "conflict",
            id="one is right",
        ),
        pytest.param(
            finding("40", row("812"), cause=WRONG),
            finding("50", row("812"), cause=WRONG),
            "conflict",
            id="both are wrong",
        ),
        pytest.param(
            finding("12%", row("12", unit="percent")),
            finding("12 points", row("12", unit="percent"), cause=Cause.WRONG_UNIT),
            "conflict",
            id="percent and points",
        ),
        pytest.param(
            finding("12%", row("12", unit="percent")),
            finding("12%", row("12"), cause=Cause.WRONG_MEASURE, notes=(f"{NOTE}a mean",)),
            "conflict",
            id="one takes it for something else",
        ),
        pytest.param(
            in_report(finding("78", row("78", **EARLIER))),
            in_report(finding("79", row("79"))),
            "different_edition",
            id="two editions of a report",
        ),
        pytest.param(
            finding("78", row("78", **EARLIER)),
            finding("79", row("79")),
            "restated",
            id="two editions of a series that is kept up to date",
        ),
        pytest.param(
            in_report(finding("78", row("78", edition="May 2025", published=date(2025, 5, 9)))),
            in_report(finding("79", row("79"))),
            "restated",
            id="a series beside a report in one pack",
        ),
        pytest.param(
            in_report(finding("8", row("8", period="2025-02", **EARLIER))),
            in_report(finding("38", row("38", period="2025-02"))),
            "different_edition",
            id="a month is no wide slot",
        ),
        pytest.param(
            finding("54", row("54")),
            finding("64", row("64")),
            "conflict",
            id="the source itself prints both",
        ),
        pytest.param(
            finding("4.4", row("4.4", "Bob", "2023", dimension="exam")),
            superseded("4.8", row("4.8", "Ann", "2023", dimension="exam", **EARLIER)),
            "different_edition",
            id="each edition names its own record holder",
        ),
        pytest.param(
            finding("28.3", row("28.3")),
            finding(
                quantity("28.5", modifier=Modifier.LESS_THAN, near=True), row("28", period="2024")
            ),
            "different_period",
            id="less than the number of another year",
        ),
        pytest.param(
            finding("8", row("8", **EARLIER)),
            finding("38", row("38")),
            "different_period",
            id="no revision: a record of another day",
        ),
        pytest.param(
            finding("50", row("50", published=date(2025, 9, 1))),
            finding("59", row("59")),
            "restated",
            id="revised within one edition",
        ),
        pytest.param(
            finding("812", row("812")),
            finding("790", row("790", period="2024")),
            "different_period",
            id="another year",
        ),
        pytest.param(
            finding("812", row("812")),
            finding("790", row("790", "Lyngmark")),
            "different_entity",
            id="another club",
        ),
        pytest.param(
            finding("4%", row("4", "Ann", "2023", dimension="exam")),
            finding("71%", row("71", "Bob", "2024", dimension="exam")),
            "different_period",
            id="another record holder",
        ),
        pytest.param(
            finding("812", row("812", dimension="cup")),
            finding("790", row("790", dimension="league")),
            "different_measure",
            id="another part",
        ),
        pytest.param(about("2025"), about("2026", cause=WRONG), "conflict", id="one ordinal twice"),
        pytest.param(
            dated("2025-04-07", "2025"),
            dated("2026-04-13", "2026"),
            "different_edition",
            id="dates",
        ),
        pytest.param(about("2025"), dated("2026-04-13", "2026"), "different_edition", id="labels"),
        pytest.param(
            about("2025"),
            dated("2024", "2025", cause=Cause.WRONG_EDITION),
            "conflict",
            id="one edition under two labels",
        ),
        pytest.param(
            finding("59", row("59")),
            finding("4", row("59"), cause=Cause.ARITHMETIC, operation="multiple"),
            "conflict",
            id="a multiple that the level denies",
        ),
    ],
)
def test_relations(a, b, relation):
    assert between(a, b) == [relation]
    assert between(b, a) == [relation]


def test_inside_one_article():
    swapped = {"cause": Cause.SWAPPED}
    one = finding("81%", row("93", "Ann"), expected="93", **swapped)
    other = finding("93%", row("81", "Bob", indicator="goals"), expected="81", **swapped)
    assert within(one, other) == ["conflict"]
    assert within(one, replace(other, verdict=replace(other.verdict, expected="80"))) == []
    meant = finding("12%", row("12"), cause=Cause.WRONG_MEASURE, notes=(f"{NOTE}a mean",))
    assert within(finding("12%", row("12")), meant) == []
    years = finding("812", row("812")), finding("40", row("40", "Lyngmark", "2024"))
    assert within(*years) == ["different_entity"]
    assert within(finding("54", row("54")), finding("64", row("64"))) == []


def test_a_sum_is_held_against_the_levels_that_it_follows_from():
    ends = row("59"), row("25", period="2024")
    wrong = finding("4", ends[0], cause=Cause.ARITHMETIC, operation="multiple")
    wrong = replace(wrong, match=replace(wrong.match, operands=(ends[1],)))
    levels = [finding(str(end.value), end) for end in ends]
    assert within(wrong, finding("31", row("31", period="2023"))) == []
    assert within(wrong, finding("25", row("25", "Lyngmark", "2024"))) == []
    for level in levels:
        assert within(wrong, level) == ["conflict"]
        assert between(level, wrong) == ["conflict"]


def test_a_wrong_label_is_no_conflict_with_the_day_of_its_edition_beside_it():
    label = dated("2024", "2025", cause=Cause.WRONG_EDITION)
    named = replace(label.claim.quantity, unit="edition")
    label = replace(label, claim=replace(label.claim, quantity=named))
    day = dated("2025-04-07", "2025")
    assert within(label, day) == []
    assert between(label, day) == ["conflict"]


def test_a_change_against_its_direction():
    rows = row("379", period="2021"), row("370", period="2020")
    for marked, relation in (
        ("went up to {379|to|up}, from {397|from}.", "conflict"),
        ("went down to {379|to|down}, from {397|from}.", "different_period"),
    ):
        found = [
            replace(finding("1", published), claim=claim)
            for claim, published in zip(claims(marked)[1], rows, strict=True)
        ]
        assert within(*found) == [relation]


PRIVATE = indicator("private", unit="USD", topic="money", title="Private investment in robots")
PUBLIC = indicator("public", unit="USD", topic="money", title="Public investment in robots")
DEALS = indicator("deals", unit="count", topic="money", title="Private investment deals in robots")
OTHER = indicator("other", unit="USD", topic="crops", title="Private investment in robots")


GRANTS = indicator("grants", "not public money", (), unit="USD", topic="money", title="Grants")
ALIAS = replace(PUBLIC, name="State funds", aliases=("public money",))
TONNES = indicator("tonnes", unit="tonnes", topic="air", title="Emissions")
HEADS = indicator("heads", unit="tonnes_per_person", topic="air", title="Emissions per head")
MORE = ["different_measure"]


@pytest.mark.parametrize(
    ("measures", "quote", "apart", "together", "in_2024"),
    [
        pytest.param((PRIVATE, DEALS), "$12 million", [], [], [], id="units"),
        pytest.param((PRIVATE, OTHER), "$12 million", [], [], [], id="topics"),
        pytest.param((GRANTS, PUBLIC), "$12 million", [], [], [], id="names"),
        pytest.param((), "$12 million", [], [], [], id="unknown"),
        pytest.param((PRIVATE, PUBLIC), "$120 million", MORE, [], [], id="far"),
        pytest.param((PRIVATE, PUBLIC), "$12 million", MORE, MORE, MORE, id="near"),
        pytest.param((PRIVATE, PUBLIC), "$10.5 million", MORE, MORE, MORE, id="close"),
        pytest.param((PRIVATE, PUBLIC), "$10 million", MORE, MORE, [], id="one number"),
        pytest.param((GRANTS, ALIAS), "$12 million", MORE, MORE, MORE, id="the pack warns"),
        pytest.param((TONNES, HEADS), "8", MORE, [], [], id="a total and by head"),
    ],
)
def test_neighbours(measures, quote, apart, together, in_2024):
    ids = [one.id for one in measures] or ["private", "public"]
    one, other = (row("1", indicator=name, unit="USD") for name in ids)
    first, second = finding("$10 million", one), finding(quote, other)
    assert between(first, second, measures=measures) == apart
    assert [how for how, *_ in pairs(article("a", first, second), measures=measures)] == together
    before = finding(quote, replace(other, period="2024"))
    assert between(first, before, measures=measures) == in_2024


def test_one_number_of_two_neighbours_and_entities():
    one, other = (row("1", indicator=name, unit="USD") for name in ("private", "public"))
    elsewhere = replace(other, entity="Lyngmark")
    for quote, relations in (("$12 million", []), ("$10 million", MORE)):
        sides = finding("$10 million", one), finding(quote, elsewhere)
        assert between(*sides, measures=(PRIVATE, PUBLIC)) == relations


def messages(a, b, **options):
    return [one.message for one in conflicts([article("a", a), article("b", b)], KNOWN, **options)]


def test_messages():
    right, wrong = finding("812", row("812")), finding("821", row("812"), cause=WRONG)
    assert messages(right, wrong) == [
        "these differ: “812” and “821” (crowd, Vestby, 2025); the reference supports “812”"
    ]
    assert messages(finding("40", row("812"), cause=WRONG), wrong) == [
        "these differ: “40” and “821” (crowd, Vestby, 2025);"
        " the reference supports neither, it has 812"
    ]
    assert messages(right, finding("790", row("790", period="2024"))) == [
        "these differ: “812” and “790” (crowd); the first is about 2025, the second about 2024"
    ]
    assert messages(right, finding("790", row("790", "Lyngmark"))) == [
        "these differ: “812” and “790” (crowd);"
        " the first is about Vestby, the second about Lyngmark"
    ]
    wrong_year = finding("790", row("780", period="2024"), cause=WRONG)
    assert messages(right, wrong_year) == [
        "these differ: “812” and “790” (crowd);"
        " the first is about 2025, the second, which the reference contradicts, about 2024"
    ]
    editions = finding("78", row("78", **EARLIER)), finding("79", row("79"))
    assert messages(*map(in_report, editions)) == [
        "these differ: “78” and “79” (crowd);"
        " the first is of the edition 2025, the second of the edition 2026"
    ]
    assert messages(*editions) == [
        "these differ: “78” and “79” (crowd); the first is as published on 9 January 2025,"
        " the second as published on 9 January 2026"
    ]
    assert messages(finding("54", row("54")), finding("64", row("64"))) == [
        "these differ: “54” and “64” (crowd, Vestby, 2025);"
        " the reference has both, from one edition of its source"
    ]
    meant = finding("12%", row("12"), cause=Cause.WRONG_MEASURE, notes=(f"{NOTE}a mean",))
    assert messages(finding("12%", row("12")), meant) == [
        "these differ: “12%” and “12%” (crowd, Vestby, 2025);"
        " the reference supports “12%”, which is not a mean"
    ]
    assert messages(right, finding("812", row("812"), cause=Cause.WRONG_DIRECTION)) == [
        "these differ: “812” and “812” (crowd, Vestby, 2025);"
        " the reference supports the first, and says of the other: wrong"
    ]
    assert messages(about("2025"), about("2026", cause=WRONG)) == [
        "these differ: “8” (number, Survey, 2025) and “8” (number, Survey, 2026);"
        " the reference supports the first"
    ]
    growth = finding("4", row("812"), cause=Cause.ARITHMETIC, operation="multiple")
    assert messages(growth, right) == [
        "these differ: “4” and “812” (crowd, Vestby, 2025);"
        " the first does not follow from the second, which the reference supports"
    ]
    both = {one.id: one for one in (PRIVATE, PUBLIC)}
    one, other = (row("1", indicator=name, unit="USD") for name in both)
    assert messages(
        finding("$10 million", one), finding("$12 million", other), indicators=both
    ) == [
        "these differ: “$10 million” and “$12 million”; the first is about private, Vestby, 2025,"
        " the second about public, Vestby, 2025"
    ]
    assert messages(
        finding("$10 million", one), finding("$10 million", other), indicators=both
    ) == [
        "these differ: “$10 million” and “$10 million”, one number for two things;"
        " the first is about private, Vestby, 2025, the second about public, Vestby, 2025"
    ]


def test_messages_of_what_an_article_says_itself():
    swapped = {"cause": Cause.SWAPPED}
    one = finding("81%", row("93", "Ann"), expected="93", **swapped)
    other = finding("93%", row("81", "Bob", indicator="goals"), expected="81", **swapped)
    [told] = conflicts([article("a", one, other)], KNOWN)
    assert told.message == (
        "these differ: “81%” (crowd, Ann, 2025) and “93%” (goals, Bob, 2025);"
        " the reference has them the other way round"
    )
    rows = row("379", period="2021"), row("370", period="2020")
    marked = claims("went up to {379|to|up}, from {397|from}.")[1]
    last, first = (
        replace(finding("1", published), claim=claim)
        for claim, published in zip(marked, rows, strict=True)
    )
    wrong = finding("397", rows[1], cause=WRONG).verdict
    [told] = conflicts([article("a", last, replace(first, verdict=wrong))], KNOWN)
    assert told.message == (
        "these differ: “379” and “397” (crowd, Vestby); told as a rise, they are a fall;"
        " the reference has 370 for 2020"
    )


def corpus():
    return [
        article("a", finding("812", row("812")), finding("790", row("790", period="2024"))),
        article("b", finding("821", row("812"), cause=WRONG), about("2025")),
        article("c", finding("40", row("40", "Lyngmark")), dated("2026-04-13", "2026")),
    ]


def test_order_of_articles_changes_only_the_order_of_sides():
    seen = {
        tuple((one.id, one.relation, frozenset(one.claims)) for one in conflicts(order, KNOWN))
        for order in permutations(corpus())
    }
    assert len(seen) == 1
    assert len(next(iter(seen))) == 6


def test_a_large_corpus_is_told_by_representatives():
    same = [article(f"a{at}", finding("812", row("812"))) for at in range(MOST + 1)]
    wrong = article("b", finding("821", row("812"), cause=WRONG))
    assert pairs(*same) == []
    assert len(pairs(*same[:-1], wrong)) == 1
    assert len(pairs(*same[: MOST - 1], wrong)) == MOST - 1


def unknown(quote, measure="tonnes of wheat harvested in the valley", who="Arden", when="2025"):
    code = Verdict(Status.UNVERIFIABLE, Cause.NO_REFERENCE, "FC110", "not covered")
    [claim] = claims(f"{{{quote}}}")[1]
    said = replace(claim, measure=measure, entities=(Slot(who, "clause"),) if who else ())
    return Finding("f", replace(said, periods=(Slot(when, "clause"),)), None, code)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(unknown("5.2"), id="equal"),
        pytest.param(unknown("$5.7"), id="another unit"),
        pytest.param(unknown("5.7", who="Kerrin"), id="about another valley"),
        pytest.param(unknown("5.7", "tonnes of maize harvested in the valley"), id="other words"),
        pytest.param(finding("5.7", row("5.7")), id="covered"),
    ],
)
def test_uncovered_silent(other):
    assert between(unknown("5.2"), other) == []
    assert between(unknown("5.2", "of wheat"), unknown("5.7", "of wheat")) == []
    assert within(unknown("5.2"), unknown("5.7")) == []
    assert between(*(unknown(said, "wheat of Arden", None) for said in ("5.2", "5.7"))) == []


def test_uncovered():
    assert messages(unknown("5.2"), unknown("5.7")) == [
        "these differ: “5.2” and “5.7”, worded alike; both are about 2025, no reference covers them"
    ]
    assert messages(unknown("5.2"), unknown("5.7", when="2024")) == [
        "these differ: “5.2” and “5.7”, worded alike;"
        " the first is about 2025, the second about 2024"
    ]
    assert between(unknown("5.2", who=None), unknown("5.7", who=None)) == ["conflict"]
    many = [article(f"a{at}", unknown(f"{at}.5")) for at in range(MOST + 9)]
    assert len(pairs(*many)) == MOST * (MOST - 1) // 2
    assert {how for how, *_ in pairs(*many)} == {"conflict"}
    assert set(map(frozenset, pairs(*many))) == set(map(frozenset, pairs(*reversed(many))))


EDGES = st.lists(st.integers(-9, 9), min_size=2, max_size=2).map(sorted).map(tuple)


@given(EDGES, EDGES)
def test_overlap_is_symmetric_and_what_intervals_share(one, other):
    def values(edges):
        low, high = (edge * 2 for edge in edges)
        return {low} if low == high else set(range(low, high))

    assert overlap(one, other) == overlap(other, one) == bool(values(one) & values(other))
