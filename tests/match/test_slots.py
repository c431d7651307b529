"""Which entity, dimension and period of an indicator a claim is about."""

from datetime import date

import pytest
from made import claim, day, number, rows, soft

from factcheck.match.slots import (
    BESIDE_GROUP,
    CLEAR,
    NAMED,
    WHOLE,
    Part,
    absent_period,
    dimension_choices,
    entity_choices,
    fit,
    fitting,
    period_choices,
    vintages,
)
from factcheck.model import Kind, Slot

N = number("71")
TYPES = {
    "Vestby": "organisation", "Rovers": "organisation", "Tarvia": "country", WHOLE: "country",
    "Survey": "report", "League": "group", "North": "place", "South": "place", "Norland": "country",
}  # fmt: skip


def table(*slots, dimension=""):
    """A row for each (entity, period)."""
    return rows("\n".join(f"x | {who} | {dimension} | {when} | 1 | count" for who, when in slots))


LEAGUE = table(("Vestby", "2025"), ("Rovers", "2025"), ("League", "2025"))
CLUBS = table(("Vestby", "2025"), ("Rovers", "2025"))
WORLD = table(("Vestby", "2025"), (WHOLE, "2025"))
ONE = table(("Rovers", "2025"))
LAND = table(("Tarvia", "2025"), ("North", "2025"), ("South", "2025"))
LANDS = table(("Tarvia", "2025"), ("Norland", "2025"), ("South", "2025"))
GROUNDS = table(("Vestby", "2025"), ("Rovers", "2025"), dimension="away")


def present(some):
    return sorted({row.dimension for row in some})


def firm(value, origin="sentence"):
    return Slot(value, origin)


def entities(some, *slots, related=(), named=(), **fields):
    told = claim(N, entities=slots, **fields)
    inside = Part.of_rows(some)
    return entity_choices(told, inside, TYPES, related, {s.value for s in slots} | set(named))


def who(*arguments, **fields):
    return [(one.value, one.settled) for one in entities(*arguments, **fields)]


@pytest.mark.parametrize(
    ("some", "slots", "expected"),
    [
        pytest.param(CLUBS, [], [], id="nobody named, no whole"),
        pytest.param(CLUBS, [firm("Tarvia", "clause")], [], id="somebody else"),
        pytest.param(ONE, [firm("Vestby")], [], id="somebody else than the only one"),
        pytest.param(CLUBS, [firm("Vestby")], [("Vestby", True)], id="named"),
        pytest.param(
            CLUBS, [firm("Rovers"), firm("Vestby")], [("Rovers", True)], id="the first that is tied"
        ),
        pytest.param(CLUBS, [soft("Vestby")], [("Vestby", True)], id="the only one near"),
        pytest.param(ONE, [soft(WHOLE, "sentence")], [("Rovers", False)], id="all, not the only"),
        pytest.param(
            WORLD, [soft("Tarvia", "paragraph")], [(WHOLE, False)], id="a paragraph on another"
        ),
        pytest.param(
            CLUBS,
            [soft("Vestby", "title"), soft("Rovers")],
            [("Vestby", False), ("Rovers", False)],
            id="two near",
        ),
        pytest.param(CLUBS, [firm("Survey"), firm("Rovers")], [("Rovers", True)], id="a report"),
        pytest.param(LANDS, [], [], id="two countries, neither the whole"),
        pytest.param(LAND, [firm("North")], [("North", True)], id="a place of the country"),
        pytest.param(LAND, [], [("Tarvia", True)], id="the country by default"),
        pytest.param(
            LAND,
            [soft("North", "before")],
            [("North", False), ("Tarvia", False)],
            id="a place from afar, or its country",
        ),
        pytest.param(WORLD, [], [(WHOLE, True)], id="the whole by default"),
        pytest.param(WORLD, [firm("Vestby")], [("Vestby", True)], id="not the whole if named"),
        pytest.param(WORLD, [soft("Rovers", "sentence")], [(WHOLE, False)], id="another near"),
        pytest.param(ONE, [soft("Vestby", "sentence")], [("Rovers", False)], id="only, else named"),
    ],
)
def test_entities(some, slots, expected):
    assert who(some, *slots) == expected


@pytest.mark.parametrize(
    ("sentence", "slots", "expected"),
    [
        ("There were 71.", [soft("Vestby", "paragraph")], ("Vestby", False)),
        ("In all, Vestby had 71.", [firm("Vestby")], ("Vestby", True)),
        ("In all, there were 71.", [soft("Vestby", "paragraph")], ("League", True)),
        ("There were 71 across the board.", [soft("Vestby", "paragraph")], ("League", True)),
    ],
)
def test_a_sentence_about_everybody(sentence, slots, expected):
    assert who(LEAGUE, *slots, sentence=sentence)[0] == expected


def test_a_tied_entity_beats_a_near_one_that_was_put_first():
    choices = entities(CLUBS, soft("Vestby"), firm("Rovers"))
    assert [one.value for one in choices] == ["Rovers", "Vestby"]


def test_the_only_entity_is_meant_where_the_article_names_it_anywhere():
    assert who(ONE, named=["Rovers"]) == [("Rovers", True)]
    [known], [unknown] = entities(ONE, named=["Rovers"]), entities(ONE)
    assert known.quality > unknown.quality


def test_a_report_that_the_article_never_names_is_not_settled_on():
    report = table(("Survey", "2025"))
    assert who(report) == [("Survey", False)]
    assert who(report, named=["Survey"]) == [("Survey", True)]


def test_a_share_is_not_of_the_whole_in_itself():
    choices = who(WORLD, firm(WHOLE), firm("Vestby"), operation="share")
    assert choices == [("Vestby", True)]


def test_an_entity_in_the_name_of_the_indicator_is_nobody_else():
    assert who(ONE, firm("Vestby", "clause")) == []
    assert [one.value for one in entities(ONE, firm("Vestby", "clause"), related=["Vestby"])] == [
        "Rovers"
    ]


def test_a_named_dimension_stands_for_whoever_is_published():
    assert who(GROUNDS) == [("", True)]
    assert who(GROUNDS, firm("Vestby")) == [("Vestby", True)]


PARTS = [*table(("Vestby", "2025")), *table(("Vestby", "2025"), dimension="away")]
LONGER = [*PARTS, *table(("Vestby", "2025"), dimension="away in the cup")]


@pytest.mark.parametrize(
    ("some", "named", "expected"),
    [
        (PARTS, {}, [""]),
        (PARTS, {"away": NAMED / 2}, [""]),
        (PARTS, {"home": 1.0}, [""]),
        (PARTS, {"away": 1.0}, ["away"]),
        (LONGER, {"away": 1.0, "away in the cup": 0.5}, ["away"]),
        (LONGER, {"away": 1.0, "away in the cup": 1.0}, ["away in the cup"]),
        (PARTS[1:], {}, ["away"]),
        (LONGER[1:], {}, ["away", "away in the cup"]),
    ],
)
def test_dimensions(some, named, expected):
    assert [name for name, _ in dimension_choices(present(some), named)] == expected


def test_an_unnamed_dimension_is_a_poorer_reading():
    quality = {
        len(some): dimension_choices(present(some), named)[0][1]
        for some, named in ((PARTS, {"away": 1.0}), (PARTS[1:], {}), (LONGER[1:] * 2, {}))
    }
    assert quality[2] > quality[1] > quality[4]


@pytest.mark.parametrize(
    ("said", "published", "least", "most"),
    [
        pytest.param("2024", "2025", 0, 0, id="another year"),
        pytest.param("2024", "2024-01/2025-02", 0, 0, id="longer"),
        pytest.param("2025-03", "2025-04", 0, 0, id="another month"),
        pytest.param("--04-13", "2025-04-13", 0, 0, id="no year"),
        pytest.param("2025", "somewhen", 0, 0, id="no period"),
        pytest.param("2025-03", "2024-01/2026-12", 0, 0, id="a month of years"),
        pytest.param("2025-03", "2025", 0.01, 0.7, id="a month of a year"),
        pytest.param("2025", "2025-03", 0.7, 0.99, id="a year said, a month published"),
        pytest.param("2022", "2023-08/2024-05", 0, 0, id="not in the season"),
        pytest.param("2024", "2023-08/2024-05", 0.55, 0.65, id="the year a season ends in"),
        pytest.param("2023", "2023-08/2024-05", 0.45, 0.55, id="the year it starts in"),
        pytest.param("2025", "2023-01/2025-12", 0.7, 0.99, id="years that end with it"),
        pytest.param("2024", "2024", 1, 1, id="the same"),
        pytest.param("2024-Q1", "2024-01/2024-03", 1, 1, id="the same quarter"),
        pytest.param("2024", "2024-01/2024-12", 1, 1, id="the same twelve months"),
    ],
)
def test_how_well_periods_fit(said, published, least, most):
    assert least <= fit(said, published) <= most


def test_fitting_periods_best_first():
    some = table(*(("Vestby", when) for when in ("2025", "2025-06", "2025-03", "2024")))
    found = fitting("2025", some)
    assert [period for period, _ in found] == ["2025", "2025-03", "2025-06"]
    assert [quality for _, quality in found] == sorted((q for _, q in found), reverse=True)
    assert fitting("2023", some) == []


def test_vintages_oldest_first():
    some = rows(
        """
        x | Vestby | | 2025 | 2 | count | 2026 | 2026-04-09
        x | Vestby | | 2025 | 1 | count | 2026 | 2026-03-12
        """
    )
    assert [row.value for row in vintages(some)] == [1, 2]


HISTORY = rows(
    """
    x | Vestby | | 2022 | 1 | count | 2024 | 2024-06-01
    x | Vestby | | 2023 | 2 | count | 2024 | 2024-06-01
    x | Vestby | | 2024 | 3 | count | 2025 | 2025-06-01
    x | Vestby | | 2025 | 4 | count | 2026 | 2026-06-01
    """
)
SUMMER = date(2026, 8, 1)


def periods(*slots, editions=("2026",), until=SUMMER, some=HISTORY, quantity=N, **fields):
    return period_choices(claim(quantity, periods=slots, **fields), some, editions, until)


def first(*slots, **fields):
    choices = periods(*slots, **fields)
    return (choices[0].value, choices[0].settled) if choices else None


@pytest.mark.parametrize(
    ("slots", "fields", "expected"),
    [
        pytest.param([firm("2019")], {}, None, id="not published"),
        pytest.param([firm("2019"), firm("2024")], {}, None, id="nor is the next then meant"),
        pytest.param([firm("2023")], {}, ("2023", True), id="named"),
        pytest.param([firm("2023"), firm("2024")], {}, ("2023", True), id="the first named"),
        pytest.param([soft("2023", "paragraph")], {}, ("2023", True), id="the only one near"),
        pytest.param([soft("2023")], {}, ("2025", True), id="an edition before the article's year"),
        pytest.param([], {}, ("2025", True), id="the newest of the edition"),
        pytest.param([], {"editions": ("2024",)}, ("2023", True), id="of an older edition"),
        pytest.param([], {"editions": ("2026", "2025")}, ("2025", False), id="of two editions"),
        pytest.param([], {"editions": ()}, ("2025", False), id="the newest of all"),
        pytest.param(
            [], {"editions": (), "until": date(2025, 12, 1)}, ("2024", False), id="known by then"
        ),
        pytest.param([], {"editions": ("1999",)}, ("2025", False), id="of no known edition"),
    ],
)
def test_periods(slots, fields, expected):
    assert first(*slots, **fields) == expected


def test_what_the_article_is_about_tells_no_season():
    seasons = table(("Vestby", "2023-08/2024-05"), ("Vestby", "2024-08/2025-05"))
    assert first(firm("2024"), some=seasons) == ("2023-08/2024-05", True)
    assert first(soft("2024"), some=seasons, editions=()) == ("2024-08/2025-05", False)


def test_the_day_on_which_a_figure_was_printed_tells_of_when_it_is():
    assert first(firm("2025-05-30")) == ("2025", True)
    assert first(firm("2025-06-01")) == ("2024", True)


def test_a_day_or_a_place_in_a_list_settles_no_period():
    rank = number("9", Kind.RANK, "ordinal")
    told = periods(quantity=rank)
    assert [one.value for one in told] == ["2025", "2024", "2023", "2022"]
    assert {one.settled for one in told[1:]} == {False}
    assert first(firm("2023"), quantity=rank) == ("2023", True)


def test_a_day_tells_which_event_is_meant():
    choices = periods(quantity=day("2025-06-05"))
    assert (choices[0].value, choices[0].settled) == ("2024", True)
    assert {one.settled for one in choices[1:]} == {False}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"steps_back": 0}, "2025"),
        ({"steps_back": 1}, "2024"),
        ({"steps_back": 3}, "2022"),
        ({"steps_back": 4}, None),
        ({"steps_back": 1, "window": 2, "role": "from"}, "2023"),
        ({"steps_back": 1, "window": 9, "role": "from"}, None),
    ],
)
def test_chains_go_back_from_the_newest(fields, expected):
    """ "From 1 to 2, 3 and 4": no dates, the last is the newest."""
    found = first(**fields)
    assert (found and found[0]) == expected


def test_an_edition_named_in_a_column_gives_its_newest_period():
    column = (Slot("2024", "column"),)
    without, named = (
        period_choices(claim(N, editions=slots), HISTORY, ("2026",), SUMMER)
        for slots in ((), column)
    )
    assert "2023" not in [one.value for one in without]
    assert "2023" in [one.value for one in named]


def test_choices_are_distinct_and_best_first():
    choices = periods(soft("2025", "paragraph"), soft("2023"), soft("2025", "title"))
    assert len({one.value for one in choices}) == len(choices)
    ranked = [(not one.settled, -one.quality) for one in choices]
    assert ranked == sorted(ranked)
    assert 0 < CLEAR < 1


def test_a_group_that_the_number_is_tied_to_stands_before_others():
    def quality(*slots):
        types = TYPES | {"nurses": "group"}
        told = claim(N, entities=slots)
        return entity_choices(told, Part.of_rows(CLUBS), types, (), {"Vestby"})[0].quality

    alone = quality(soft("Vestby", "sentence"))
    assert quality(soft("nurses", "clause"), soft("Vestby", "sentence")) > alone * BESIDE_GROUP
    beside = quality(firm("nurses", "clause"), soft("Vestby", "sentence"))
    assert beside < alone * BESIDE_GROUP


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ([], None),
        ([firm("2025")], None),
        ([firm("2019")], None),
        ([soft("2024")], None),
        ([soft("2024", "sentence"), soft("2025", "sentence")], None),
        ([soft("2024", "sentence")], "2024"),
        ([firm("2024")], "2024"),
    ],
)
def test_a_period_published_for_others_only(slots, expected):
    others = table(("Rovers", "2024"), ("Rovers", "2025"))
    part = Part.of_rows([*table(("Vestby", "2025")), *others])
    own = part.periods_of("Vestby")
    assert own == {"2025"}
    assert absent_period(claim(N, periods=tuple(slots)), own, part) == expected
