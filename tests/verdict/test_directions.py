"""Right figures under a wrong verb."""

import pytest
from made import aligned, claim, number, reading, reference

from factcheck.model import Cause, Status
from factcheck.verdict.directions import mark_directions
from factcheck.verdict.judge import judge

BOOK = reference(
    """
    wheat_yield | Lowmarsh | | 2020 | 4.9 | tonnes_per_hectare
    wheat_yield | Lowmarsh | | 2024 | 9.3 | tonnes_per_hectare
    wheat_yield | Lowmarsh | | 2025 | 4.6 | tonnes_per_hectare
    wheat_yield | Arden    | | 2025 | 4.6 | tonnes_per_hectare
    oat_yield   | Lowmarsh | | 2024 | 9.3 | tonnes_per_hectare
    rye_yield   | Lowmarsh | | 2022 | 3.1 | tonnes_per_hectare
    rye_yield   | Lowmarsh | | 2023 | 3.6 | tonnes_per_hectare
    rye_yield   | Lowmarsh | | 2024 | 3.4 | tonnes_per_hectare
    rye_yield   | Lowmarsh | | 2025 | 3.3 | tonnes_per_hectare
    rye_yield   | Lowmarsh | | 2018 | 2.9 | tonnes_per_hectare
    """
)


def yields(value):
    return number(value, unit="tonnes_per_hectare", step="0.1")


def told(*parts):
    """(value, indicator, period, fields of the claim) for each number of a sentence."""
    claims = [claim(yields(value), **fields) for value, _, _, fields in parts]
    alignments = [aligned(reading(BOOK, name, "Lowmarsh", period)) for _, name, period, _ in parts]
    judged = [judge(c, a, BOOK) for c, a in zip(claims, alignments, strict=True)]
    return [one.verdict for one in mark_directions(claims, judged, BOOK)]


def change(start, end, direction, name="wheat_yield", **fields):
    """ "Climbed from ... to ..."; returns the verdict on the end."""
    values = {"2020": "4.9", "2024": "9.3", "2025": "4.6"}
    first, last = ({"role": role, "direction": direction} for role in ("from", "to"))
    end_value = fields.get("value", values[end])
    return told((values[start], name, start, first), (end_value, "wheat_yield", end, last))


@pytest.mark.parametrize(
    ("start", "end", "direction", "cause"),
    [
        ("2024", "2025", None, None),
        ("2024", "2025", "down", None),
        ("2020", "2024", "up", None),
        ("2024", "2025", "up", Cause.WRONG_DIRECTION),
        ("2020", "2024", "down", Cause.WRONG_DIRECTION),
    ],
)
def test_from_one_level_to_another(start, end, direction, cause):
    first, last = change(start, end, direction)
    assert first.status is Status.SUPPORTED
    assert last.cause is cause


def test_what_is_said_of_it():
    _, climbed = change("2024", "2025", "up")
    assert (climbed.status, climbed.code) == (Status.CONTRADICTED, "FC209")
    assert climbed.expected == "down"
    assert climbed.message == (
        "4.6 is right, but it went down, not up:"
        " 9.3 tonnes per hectare in 2024, 4.6 tonnes per hectare now"
    )


def test_two_indicators_are_no_change():
    assert change("2024", "2025", "up", name="oat_yield")[1].cause is None


def test_a_wrong_figure_keeps_its_own_cause():
    assert change("2024", "2025", "up", value="5.8")[1].cause is Cause.VALUE_MISMATCH


def test_ends_in_two_sentences_are_no_change():
    first = {"role": "from", "direction": "up", "sentence_start": 40}
    last = {"role": "to", "direction": "up"}
    parts = ("9.3", "wheat_yield", "2024", first), ("4.9", "wheat_yield", "2020", last)
    assert told(*parts)[1].cause is None


@pytest.mark.parametrize(
    ("direction", "base", "cause"),
    [
        ("up", None, None),
        ("down", "2020", None),
        ("down", "2024", None),
        ("up", "2019", None),
        ("up", "--04-13", None),
        ("up", "2020", Cause.WRONG_DIRECTION),
    ],
)
def test_a_level_compared_with_a_period(direction, base, cause):
    """ "At 4.6 tonnes, a little more than in 2020"."""
    about = {"direction": direction, "base_period": base}
    [verdict] = told(("4.6", "wheat_yield", "2025", about))
    assert verdict.cause is cause


@pytest.mark.parametrize("operation", ["growth", "difference"])
def test_sizes_of_a_change_have_no_level(operation):
    about = {"direction": "up", "base_period": "2020", "operation": operation}
    [verdict] = told(("4.6", "wheat_yield", "2025", about))
    assert verdict.cause is not Cause.WRONG_DIRECTION


def _both_ends(words="a step {}ward", first="4.6", last="9.3", direction="up", **fields):
    """ "4.6 tonnes, a step upward from 9.3"; returns the verdicts on both."""
    sentence = f"{first} tonnes, {words.format(direction)} from {last}"
    start = {"role": "from", "direction": direction, "sentence": sentence} | fields
    quantity = number(last, unit="tonnes_per_hectare", step="0.1", start=sentence.index(last))
    claims = [claim(yields(first), sentence=sentence), claim(quantity, **start)]
    periods = {"4.9": "2020", "9.3": "2024", "4.6": "2025"}
    found = [reading(BOOK, "wheat_yield", "Lowmarsh", periods[v]) for v in (first, last)]
    judged = [judge(c, aligned(r), BOOK) for c, r in zip(claims, found, strict=True)]
    return [one.verdict for one in mark_directions(claims, judged, BOOK)]


def _rise_from(**fields):
    return _both_ends(**fields)[1]


@pytest.mark.parametrize(
    ("fields", "cause"),
    [
        ({"direction": "down"}, None),
        ({"direction": None}, None),
        ({"sentence_start": 40}, None),
        ({"first": "9.3", "last": "4.9"}, None),
        ({}, Cause.WRONG_DIRECTION),
        ({"first": "9.3", "last": "4.9", "direction": "down"}, Cause.WRONG_DIRECTION),
    ],
)
def test_a_level_and_the_one_it_came_from(fields, cause):
    assert _rise_from(**fields).cause is cause


def test_up_from_is_said_of_the_number_before():
    end, start = _both_ends("{}")
    assert (end.cause, start.cause) == (Cause.WRONG_DIRECTION, None)
    assert end.message == (
        "4.6 is right, but it went down, not up:"
        " 9.3 tonnes per hectare in 2024, 4.6 tonnes per hectare now"
    )
    assert [one.cause for one in _both_ends("{}", direction="down")] == [None, None]


def test_what_is_said_of_the_one_it_came_from():
    assert _rise_from().message == (
        "9.3 is right, but it went down, not up:"
        " 9.3 tonnes per hectare then, 4.6 tonnes per hectare in 2025"
    )


@pytest.mark.parametrize(
    ("value", "period", "fields", "cause"),
    [
        pytest.param("3.3", "2025", {"direction": "down"}, None, id="as it was"),
        pytest.param("3.3", "2025", {"role": None}, None, id="the verb is about something else"),
        pytest.param("3.3", "2025", {"window": 3}, None, id="a longer change"),
        pytest.param("3.4", "2024", {}, None, id="up on the year before the last"),
        pytest.param("3.1", "2022", {"direction": "down"}, None, id="nothing for the year before"),
        pytest.param("3.6", "2023", {"direction": "down"}, Cause.WRONG_DIRECTION, id="it rose"),
    ],
)
def test_a_bare_change_to_a_level(value, period, fields, cause):
    """ "Grew to 3.3 tonnes", with no word of what it was before."""
    about = {"direction": "up", "role": "to"} | fields
    [verdict] = told((value, "rye_yield", period, about))
    assert verdict.cause is cause


POSTS = """
    posts | Town | | 2023 | 240 | count
    posts | Town | | 2024 | 232 | count
    posts | Town | | 2025 | 209 | count
    """


def test_a_rate_that_fell_while_prices_rose():
    """ "Prices rose to 209": the verb is part of what is measured."""
    book = reference(POSTS, {"posts": {"aliases": ("prices rose by",)}})
    told_ = claim(number("209"), direction="up", role="to")
    judged = [judge(told_, aligned(reading(book, "posts", "Town", "2025")), book)]
    assert mark_directions([told_], judged, book) == judged


@pytest.mark.parametrize("alias", ["jobs", "posts at start-ups"])
def test_a_bare_change_against_every_year_before(alias):
    book = reference(POSTS, {"posts": {"aliases": (alias,)}})
    told_ = claim(number("209"), direction="up", role="to")
    judged = [judge(told_, aligned(reading(book, "posts", "Town", "2025")), book)]
    [found] = mark_directions([told_], judged, book)
    assert found.verdict.message == ("209 is right, but it went down, not up: 232 in 2024, 209 now")
