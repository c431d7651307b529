"""All claims of an article are aligned together, and never by their values."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import claim, document, number, reference

from factcheck.match.rank import Matcher, named_in_full
from factcheck.model import Block, BlockKind, Cause, Kind
from factcheck.reference.store import Reference

BOOK = reference(
    """
    goals_scored   | Vestby | | 2024 | 52    | count
    goals_scored   | Vestby | | 2025 | 71    | count
    goals_scored   | Rovers | | 2024 | 69    | count
    goals_scored   | Rovers | | 2025 | 64    | count
    goals_conceded | Vestby | | 2025 | 28    | count
    goals_conceded | Rovers | | 2025 | 31    | count
    home_crowd     | Vestby | | 2025 | 14382 | count
    beds_occupied  | Alder  | | 2025 | 97.8  | percent
    """,
    {"goals_scored": {"aliases": ("found the net",)}},
    {"Vestby": "organisation", "Rovers": "organisation", "Alder": "organisation"},
)
MATCHER = Matcher(BOOK)


def told(words, who="Vestby", when="2025", quantity=None, **fields):
    fields = {"context": ((words, 1.0),), "sentence": words} | fields
    return claim(quantity or number("71"), who=who, when=when, **fields)


def best(*claims, matcher=MATCHER, **fields):
    """(indicator, entity, period) of the first reading of each claim, or why there is none."""
    found = matcher.align(document(**fields), claims)
    return [slot(one.readings[0]) if one.readings else one.reason for one in found]


def slot(reading):
    return reading.indicator.id, reading.entity, reading.period


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (told("the mayor spoke of it"), Cause.NO_REFERENCE),
        (told("goals scored", quantity=number("71", Kind.PERCENT)), Cause.NO_REFERENCE),
        (told("goals scored", when="2019"), Cause.NO_REFERENCE),
        (told("goals scored"), ("goals_scored", "Vestby", "2025")),
        (told("goals scored", when="2024"), ("goals_scored", "Vestby", "2024")),
        (told("goals scored", who="Rovers"), ("goals_scored", "Rovers", "2025")),
        (told("goals conceded"), ("goals_conceded", "Vestby", "2025")),
        (told("found the net"), ("goals_scored", "Vestby", "2025")),
    ],
)
def test_words_entity_and_period_decide(one, expected):
    assert best(one) == [expected]


@given(st.decimals(1, 10**6, places=1))
def test_the_number_itself_does_not(value):
    exact = number("71")
    other = replace(exact, value=value, low=value, high=value)
    [first], [second] = (
        MATCHER.align(document(), [told("goals scored", quantity=q)]) for q in (exact, other)
    )
    assert first == second


def test_one_alignment_a_claim_in_order():
    assert best() == []
    numbers = [number(value) for value in ("71", "35", "28")]
    words = ("goals scored", "the mayor spoke of it", "goals conceded")
    found = best(*(told(w, quantity=q) for w, q in zip(words, numbers, strict=True)))
    assert [one[0] for one in (found[0], found[2])] == ["goals_scored", "goals_conceded"]
    assert len(found) == 3


@pytest.mark.parametrize(
    "between",
    [
        pytest.param((), id="two sentences"),
        pytest.param(
            ("the mayor spoke of it",),
            id="a third between",
        ),
    ],
)
def test_equal_numbers_about_two_things(between):
    """ "Vestby scored 28 goals ... and conceded 28"."""
    said = ("goals scored", *between, "goals conceded")
    found = best(*(told(words, quantity=number("28")) for words in said))
    assert [found[0][0], found[-1][0]] == ["goals_scored", "goals_conceded"]


def test_a_number_without_words_is_about_what_stands_before_it():
    """ "Vestby scored 71 goals, Rovers 64." """
    bare = told("", who="Rovers", quantity=number("64"))
    assert best(bare) == [Cause.NO_REFERENCE]
    assert best(told("goals scored"), bare)[1] == ("goals_scored", "Rovers", "2025")


def test_but_not_across_the_article():
    blocks = tuple(Block(BlockKind.PARAGRAPH, n, n + 1) for n in range(3))
    text = replace(document(), blocks=blocks)
    near, far = (told("", who="Rovers", quantity=number("64"), block=block) for block in (0, 2))
    scores = [
        [reading.score for reading in MATCHER.align(text, [told("goals scored"), one])[1].readings]
        for one in (far, near)
    ]
    assert max(scores[0], default=0) < max(scores[1])


def test_readings_are_best_first_and_all_of_one_indicator():
    [found] = MATCHER.align(document(), [told("goals scored", when="")])
    scores = [one.score for one in found.readings]
    assert scores == sorted(scores, reverse=True)
    assert {one.indicator.id for one in found.readings} == {"goals_scored"}
    assert "goals_scored" not in {one.indicator.id for one in found.rivals}


def test_two_indicators_of_one_wording_are_rivals():
    crowds, others = ("home_crowd", "away_crowd"), ("bees", "oats", "rain", "snow", "cars")
    book = reference(
        "".join(f"{name} | Vestby | | 2025 | 9 | count\n" for name in (*crowds, *others)),
        {name: {"aliases": ("spectators in the ground",)} for name in crowds},
        {"Vestby": "organisation"},
    )
    [found] = Matcher(book).align(document(), [told("spectators in the ground")])
    [winner], [rival] = found.readings, found.rivals
    assert {winner.indicator.id, rival.indicator.id} == set(crowds)
    assert winner.score == rival.score


def test_what_came_closest_is_told_where_nothing_is_good_enough():
    [found] = MATCHER.align(document(), [told("a goal", quantity=number("71", Kind.PERCENT))])
    assert found.readings == ()
    assert set(found.nearest) == {"goals_scored", "goals_conceded"}


def test_a_sum_brings_the_rows_it_needs():
    growth = told("goals scored", quantity=number("37", Kind.PERCENT), operation="growth")
    [found] = MATCHER.align(document(), [growth])
    read = found.readings[0]
    assert (slot(read), read.operation) == (("goals_scored", "Vestby", "2025"), "growth")
    assert [[row.period for row in rows] for rows in read.operands] == [["2024"]]


class Near:
    """Stands in for sentence vectors: everything means `indicator`."""

    def __init__(self, indicator):
        self.indicator = indicator
        self.asked = []

    def nearness(self, claims):
        self.asked.append(len(claims))
        return [{self.indicator: 0.95} for _ in claims]


@pytest.mark.parametrize(
    ("words", "always", "asked", "expected"),
    [
        ("goals scored", False, 0, "goals_scored"),
        ("goals scored", True, 1, "goals_scored"),
        ("people came to watch at home", False, 1, "home_crowd"),
        ("people came to watch at home", True, 1, "home_crowd"),
    ],
)
def test_meaning_is_asked_only_where_words_do_not_decide(words, always, asked, expected):
    near = Near(expected)
    found = best(told(words), matcher=Matcher(BOOK, near, always=always))
    assert sum(near.asked) == asked
    assert found == [(expected, "Vestby", "2025")]
    assert best(told("people came to watch at home")) == [Cause.NO_REFERENCE]


@pytest.mark.parametrize(
    ("name", "rival", "named"),
    [
        ("Goals scored at away grounds", "Goals conceded at home grounds", False),
        ("Goals scored", "Goals conceded", False),  # too short a name to go by
        ("Goals scored at home grounds", "Goals scored at grounds", False),
        ("Goals scored at home grounds", "Goals conceded at home grounds", True),
    ],
)
def test_a_full_name_needs_no_meaning(name, rival, named):
    claim = replace(told("goals"), sentence="Goals scored at home grounds came to 71.")
    [first] = Matcher(BOOK).align(document(), [told("goals scored")])
    best_one = first.readings[0]
    readings = [
        replace(best_one, indicator=replace(best_one.indicator, id=text, name=text), score=score)
        for text, score in ((name, 0.8), (rival, 0.6))
    ]
    assert named_in_full(claim, readings) == named
    assert not named_in_full(claim, [])


def changed(book, change):
    """The same reference with other values."""
    return Reference(
        [replace(pack, observations=tuple(change(pack.observations))) for pack in book.packs]
    )


def reversed_values(rows):
    """Every value at another row's place; days stay days."""
    for days in (False, True):
        group = [row for row in rows if isinstance(row.value, str) is days]
        values = [row.value for row in reversed(group)]
        yield from (replace(row, value=v) for row, v in zip(group, values, strict=True))


def negated(rows):
    return [r if isinstance(r.value, str) else replace(r, value=-r.value) for r in rows]


def all_one(rows):
    return [r if isinstance(r.value, str) else replace(r, value=Decimal(1)) for r in rows]


def outline(alignments):
    """Everything an alignment says except the values of its rows."""
    return [
        (
            [_outline(one) for one in alignment.readings],
            [_outline(one) for one in alignment.rivals],
            alignment.reason,
            alignment.nearest,
        )
        for alignment in alignments
    ]


def _outline(read):
    rows = [[replace(row, value="") for row in some] for some in (read.rows, *read.operands)]
    return slot(read), read.dimension, read.operation, read.score, read.settled, read.why, rows


@pytest.fixture(scope="module")
def articles(checker, corpora):
    """Documents of corpora/ with their claims and how these were aligned."""
    found = [(document, checker.extract(document)[0]) for document in corpora.values()]
    return [(d, claims, outline(checker.match.align(d, claims))) for d, claims in found]


@pytest.mark.parametrize("change", [reversed_values, negated, all_one])
def test_the_values_of_the_reference_change_no_alignment(packs, articles, change):
    blind = Matcher(changed(packs, change))
    assert sum(bool(one[0]) for _, _, outlines in articles for one in outlines) > 200
    for document_, claims, expected in articles:
        assert outline(blind.align(document_, claims)) == expected


def test_nor_does_the_order_of_its_rows(packs, articles):
    shuffled = Matcher(changed(packs, lambda rows: rows[::-1]))
    for document_, claims, expected in articles[:5]:
        assert outline(shuffled.align(document_, claims)) == expected


def test_twice_the_same(checker, articles):
    for document_, claims, expected in articles[-3:]:
        assert outline(checker.match.align(document_, claims)) == expected


RATIOS = Matcher(
    reference(
        """
        goals_ratio | Vestby | Rovers | 2025 | 2.5 | multiple
        goals_ratio | Vestby | Alder  | 2025 | 1.5 | multiple
        """,
        None,
        {"Vestby": "organisation", "Rovers": "organisation", "Alder": "organisation"},
    )
)


@pytest.mark.parametrize(("other", "dimension"), [(None, "Alder"), ("Rovers", "Rovers")])
def test_the_other_side_of_a_comparison_is_its_dimension(other, dimension):
    words = "goals ratio of Vestby to Alder"
    one = told(words, quantity=number("2.5", Kind.MULTIPLE), compared_to=other)
    [found] = RATIOS.align(document(), [one])
    assert found.readings[0].dimension == dimension


@pytest.mark.parametrize(("kind", "read"), [("organisation", False), ("publisher", True)])
def test_the_words_of_a_publisher_may_name_a_measure(kind, read):
    book = reference(
        """
        market_score | Vestby       | | 2025 | 71 | count
        pies_baked   | Market Board | | 2025 | 9  | count
        """,
        None,
        {"Vestby": "organisation", "Market Board": kind},
    )
    assert (
        best(told("on the Market Board"), matcher=Matcher(book)) != [Cause.NO_REFERENCE]
    ) is read
