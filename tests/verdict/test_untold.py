"""Another time than the default one, or another measure, is not accused of on little evidence."""

from dataclasses import replace

import pytest
from made import aligned, claim, number, reading, reference

from factcheck.model import Cause, Kind, Status
from factcheck.verdict.judge import judge
from factcheck.verdict.untold import PLAIN, withdraw_untold

BOOK = reference(
    """
    ripe   | Kent  | | 2024 | 61 | percent
    ripe   | Kent  | | 2025 | 25 | percent
    unripe | Kent  | | 2025 | 74 | percent
    ripe   | Essex | | 2025 | 38 | percent
    """
)
PLAINLY = reading(BOOK, "ripe", "Kent", "2025", score=PLAIN)
FAINT = reading(BOOK, "ripe", "Kent", "2025", score=PLAIN - 0.1)


def cause(value, told=FAINT, period_from="default", **fields):
    told = replace(told, period_from=period_from)
    made = [claim(number(value, Kind.PERCENT), who="Kent", **fields)]
    [one] = withdraw_untold(made, [judge(made[0], aligned(told), BOOK)], BOOK)
    return one.verdict.cause if one.verdict.status is Status.CONTRADICTED else None


@pytest.mark.parametrize(
    ("value", "fields"),
    [
        pytest.param("61", {}, id="of a time that the text does not name"),
        pytest.param("61", {"period_from": "before"}, id="nor its sentence"),
        pytest.param("74", {"period_from": "sentence"}, id="of another measure"),
        pytest.param("74", {"told": PLAINLY, "sentence": "74."}, id="the number alone"),
    ],
)
def test_stays_silent(value, fields):
    assert cause(value, **fields) is None


@pytest.mark.parametrize(
    ("value", "fields", "expected"),
    [
        pytest.param("61", {"period_from": "clause"}, Cause.WRONG_PERIOD, id="the text names it"),
        pytest.param("61", {"told": PLAINLY}, Cause.WRONG_PERIOD, id="plain words"),
        pytest.param("74", {"told": PLAINLY}, Cause.WRONG_MEASURE, id="plain measure"),
        pytest.param("38", {}, Cause.WRONG_ENTITY, id="of somebody else"),
        pytest.param("52", {}, Cause.TRANSPOSED_DIGITS, id="a slip of digits"),
    ],
)
def test_stands(value, fields, expected):
    assert cause(value, **fields) is expected
