"""Repeated mentions of one figure are read together."""

import pytest
from made import claim, number, soft

from factcheck.match.mentions import pooled, shared
from factcheck.model import Kind, Modifier, Slot

MONEY, PERCENT = Kind.MONEY, Kind.PERCENT


def read_together(one, other, **fields):
    words = [{"goals": 0.2}, {"goals": 0.8}]
    scores = pooled([claim(one), claim(other, **fields)], words)
    return scores[0]["goals"] > 0.2


@pytest.mark.parametrize(
    ("one", "other", "fields"),
    [
        (number("7"), number("7"), {}),
        (number("713"), number("72"), {}),
        (number("713"), number("71", PERCENT), {}),
        (number("12", Kind.RANK), number("12", Kind.RANK), {}),
        (number("713"), number("713"), {"operation": "growth"}),
        (number("12.4", PERCENT), number("12", PERCENT), {}),
        (number("12", MONEY, modifier=Modifier.MORE_THAN), number("12.4", MONEY), {}),
    ],
)
def test_different_figures_are_not_read_together(one, other, fields):
    assert not read_together(one, other, **fields)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (number("713"), number("713")),
        (number("2.7", PERCENT), number("2.7", Kind.PERCENTAGE_POINTS)),
        (number("12.4", MONEY), number("12", MONEY)),
        (number("12", MONEY), number("12.4", MONEY)),
    ],
)
def test_one_figure_is_read_together(one, other):
    assert read_together(one, other)


def test_the_words_of_another_mention_weigh_less_than_ones_own():
    told = [claim(number("713")), claim(number("713"))]
    first, second = pooled(told, [{"goals": 0.8}, {"cards": 0.8}])
    assert first["goals"] == second["cards"] == 0.8
    assert 0 < first["cards"] == second["goals"] < 0.8


def test_pooling_changes_nothing_that_it_was_given():
    words = [{"goals": 0.8}, {}]
    pooled([claim(number("713")), claim(number("713"))], words)
    assert words == [{"goals": 0.8}, {}]


def test_who_and_when_are_shared_softly():
    named = claim(number("713"), who="Vestby", when="2025")
    bare, other = claim(number("713")), claim(number("44"))
    first, second, third = shared([named, bare, other])
    assert first == named
    assert second.entities == (Slot("Vestby", "mention", firm=False),)
    assert second.periods == (Slot("2025", "mention", firm=False),)
    assert (third.entities, third.periods) == ((), ())


def test_ones_own_slots_come_first_and_stay_firm():
    claims = [claim(number("713"), who="Vestby"), claim(number("713"), who="Rovers")]
    first, _ = shared(claims)
    assert [(slot.value, slot.firm) for slot in first.entities] == [
        ("Vestby", True),
        ("Rovers", False),
    ]


def test_only_a_firm_period_is_shared():
    claims = [claim(number("713"), periods=(soft("2025"),)), claim(number("713"))]
    assert shared(claims)[1].periods == ()
