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
    """
)


def yields(value):
    return number(value, unit="tonnes_per_hectare", step="0.1")


def told(*parts):
    """(value, indicator, period, fields of the claim) for each number of a sentence."""
    claims = [claim(yields(value), **fields) for value, _, _, fields in parts]
    alignments = [
        aligned(reading(BOOK, name, "Lowmarsh", period)) for _, name, period, _ in parts
    ]
    judged = [judge(c, a, BOOK) for c, a in zip(claims, alignments, strict=True)]
    return [one.verdict for one in mark_directions(claims, judged, BOOK)]


def change(start, end, direction, name="wheat_yield", **fields):
    """ "Climbed from ... to ..."; returns the verdict on the end."""
    values = {"2020": "4.9", "2024": "9.3", "2025": "4.6"}
    first, last = ({"role": role, "direction": direction} for role in ("from", "to"))
    end_value = fields.get("value", values[end])
    return told(
        (values[start], name, start, first), (end_value, "wheat_yield", end, last)
    )


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
    parts = ("9.3", "wheat_yield", "2024", first), ("4.6", "wheat_yield", "2025", last)
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
