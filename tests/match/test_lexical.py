"""How well the words around a number name an indicator."""

import pytest

from factcheck.match.lexical import FULLY, LexicalIndex
from factcheck.match.text import stems
from factcheck.model import Indicator


def indicator(name, *aliases, definition=""):
    return Indicator(
        name.lower().replace(" ", "_"), name, definition, "count", "made up", aliases, "", "made"
    )


GOALS = indicator("Goals scored", "found the net")
CONCEDED = indicator("Goals conceded", "let in")
CROWD = indicator("Average attendance", "average crowd", "average gate")
YIELD = indicator("Wheat yield")
CARE = indicator("Organised care homes")
PUPILS = indicator("Pupils")
FARMLAND = indicator("Irrigated farmland")
ALL = [GOALS, CONCEDED, CROWD, YIELD, CARE, PUPILS, FARMLAND]
SCHOOLS = {"primary": ["primary schools"], "secondary": ["secondary schools"]}
DIMENSIONS = {one.id: {} for one in ALL} | {PUPILS.id: SCHOOLS}


def index(**ignored):
    return LexicalIndex(ALL, DIMENSIONS, ignored)


INDEX = index()


def near(text, weight=1.0):
    return dict.fromkeys(stems(text), weight)


def best(text, weight=1.0):
    scores = INDEX.scores(near(text, weight))
    return max(scores, key=scores.get) if scores else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", None),
        ("the mayor spoke", None),
        ("scored goals", GOALS.id),
        ("conceded goals", CONCEDED.id),
        ("found the net", GOALS.id),
        ("an average gate", CROWD.id),
        ("yields of wheat", YIELD.id),
    ],
)
def test_the_indicator_that_is_named(text, expected):
    assert best(text) == expected


def test_scores_are_shares():
    scores = INDEX.scores(near("goals scored conceded found net average crowd wheat yield", 3.0))
    assert scores
    assert all(0 < score < 1 for score in scores.values())


def test_more_and_nearer_words_score_more():
    one, both = (INDEX.scores(near(text))[YIELD.id] for text in ("wheat", "wheat yield"))
    far = INDEX.scores(near("wheat yield", 0.3))[YIELD.id]
    assert one < both
    assert far < both


def test_words_that_tell_indicators_apart_weigh_more():
    shared, own = (INDEX.scores(near(text))[CONCEDED.id] for text in ("goals", "conceded"))
    assert shared < own


def test_words_that_any_figure_may_stand_beside_weigh_less():
    plain, own = (INDEX.scores(near(text))[GOALS.id] for text in ("scored", "net"))
    assert plain < own


def test_ignored_words_do_not_count():
    plain, deaf = (some.scores(near("wheat")) for some in (INDEX, index(wheat_yield=["wheat"])))
    assert YIELD.id in plain
    assert YIELD.id not in deaf


def test_what_only_a_definition_holds_is_known_but_does_not_score():
    spoken = indicator("Turnout", definition="ballots cast")
    some = LexicalIndex([spoken], {spoken.id: {}}, {})
    assert some.scores(near("ballots cast")) == {}
    assert set(stems("ballots cast")) <= some.vocabulary[spoken.id]


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("whaet", None),
        ("farmhands", None),
        ("irritated", None),
        ("farmlnd", "farmland"),
        ("farmlands", None),
        ("farmlandd", "farmland"),
    ],
)
def test_misspelt_words_are_bridged_to_known_ones(word, known):
    [unknown] = stems(word)
    expected = {unknown: stems(known)[0]} if known else {}
    assert INDEX.bridge([unknown]) == expected


def test_known_words_need_no_bridge():
    assert INDEX.bridge(stems("average attendance wheat")) == {}


def test_british_and_american_spelling_are_one():
    british, american = (INDEX.scores(near(f"{word} care")) for word in ("organised", "organized"))
    assert british == american
    assert CARE.id in british


@pytest.mark.parametrize(
    ("text", "primary", "secondary"),
    [
        ("pupils of all schools", False, False),
        ("pupils of primary schools", True, False),
        ("pupils of secondary schools", False, True),
    ],
)
def test_dimensions_are_told_apart_by_their_own_words(text, primary, secondary):
    scores = INDEX.dimension_scores(PUPILS.id, near(text))
    assert (scores.get("primary", 0) > 0, scores.get("secondary", 0) > 0) == (primary, secondary)


def test_half_a_name_does_not_name_a_dimension():
    care = {"intensive": ["neonatal intensive cots"], "other": ["beds"]}
    some = LexicalIndex([PUPILS], {PUPILS.id: care}, {})
    assert FULLY > 2 / 3
    half, whole = (
        some.dimension_scores(PUPILS.id, near(text))["intensive"]
        for text in ("neonatal cots", "neonatal intensive cots")
    )
    assert (half, whole) == (0, 1)


def test_an_indicator_without_dimensions_has_no_scores():
    assert INDEX.dimension_scores(YIELD.id, near("primary schools")) == {}
    assert INDEX.dimension_scores("unknown", near("primary schools")) == {}
