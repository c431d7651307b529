"""The other rows that a computed figure needs."""

from dataclasses import replace

import pytest
from made import claim, number, rows, soft

from factcheck.match.derive import operands, summands
from factcheck.model import WHOLE, Kind

TABLE = rows(
    f"""
    x | Tarvia  | | 2015 | 1 | tonnes
    x | Tarvia  | | 2023 | 2 | tonnes
    x | Tarvia  | | 2024 | 4 | tonnes | 2024 | 2024-11-20
    x | Tarvia  | | 2024 | 3 | tonnes | 2025 | 2025-12-05
    x | Tarvia  | | 2025 | 5 | tonnes
    x | Kerrin  | | 2025 | 6 | tonnes
    x | Arden   | | 2025 | 7 | tonnes
    x | {WHOLE} | | 2025 | 9 | tonnes
    x | Kerrin  | | 2015-03 | 8 | tonnes
    """
)


def found(operation, who="Tarvia", when="2025", some=TABLE, **fields):
    own = [row for row in some if (row.entity, row.period) == (who, when)]
    told = operands(operation, claim(number("1"), **fields), some, own)
    return told and [[int(row.value) for row in vintages] for vintages in told]


@pytest.mark.parametrize(
    ("operation", "fields", "expected"),
    [
        ("growth", {}, [[4, 3]]),
        ("difference", {}, [[4, 3]]),
        ("growth", {"base_period": "2015"}, [[1]]),
        ("growth", {"window": 10}, [[1]]),
        ("growth", {"when": "2024"}, [[2]]),
        ("growth", {"base_period": "2019"}, None),
        ("growth", {"base_period": "2026"}, None),
        ("growth", {"window": 3}, None),
        ("growth", {"when": "2015"}, None),
        ("growth", {"who": "Kerrin"}, None),
        ("share", {"who": "Kerrin"}, [[9]]),
        ("share", {"when": "2024"}, None),
        ("share", {"who": WHOLE}, None),
        ("multiple", {"compared_to": "Kerrin"}, [[6]]),
        ("multiple", {"compared_to": "Lowmarsh"}, None),
        ("multiple", {}, [[4, 3]]),
        ("multiple", {"compared_to": "Tarvia"}, [[4, 3]]),
        ("rank", {}, [[7], [6], [9]]),
        ("rank", {"when": "2024"}, None),
    ],
)
def test_operands(operation, fields, expected):
    assert found(operation, **fields) == expected


@pytest.mark.parametrize(
    ("period", "base", "expected"),
    [
        ("2025-03", None, [[2]]),
        ("2025-03", "2025-02", [[3]]),
        ("2025-02", None, None),
    ],
)
def test_a_month_starts_from_the_same_month_of_the_year_before(period, base, expected):
    months = rows(
        """
        x | Tarvia | | 2024    | 1 | count
        x | Tarvia | | 2024-03 | 2 | count
        x | Tarvia | | 2025-02 | 3 | count
        x | Tarvia | | 2025-03 | 4 | count
        """
    )
    assert found("growth", when=period, some=months, base_period=base) == expected


def times(**fields):
    """What "3 times as much" is measured against, for Tarvia in 2025."""
    own = [row for row in TABLE if (row.entity, row.period) == ("Tarvia", "2025")]
    quantity = replace(number("3", Kind.MULTIPLE), quote="3 times")
    told = operands("multiple", claim(quantity, **fields), TABLE, own)
    return told and [[int(row.value) for row in vintages] for vintages in told]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, None, id="nobody else is named: no year before is made up"),
        pytest.param({"entities": (soft("Arden", "title"),)}, None, id="only in the title"),
        pytest.param({"entities": (soft("Arden", "paragraph"),)}, [[7]], id="a sentence before"),
        pytest.param(
            {"entities": (soft("Arden", "before"), soft("Kerrin", "sentence"))}, [[6]],
            id="the same sentence comes first",
        ),
        pytest.param({"direction": "up"}, [[4, 3]], id="rose three times"),
        pytest.param({"base_period": "2015"}, [[1]], id="three times that of 2015"),
    ],
)  # fmt: skip
def test_times_as_much(fields, expected):
    assert times(**fields) == expected


PARTS = rows(
    """
    x | Town | police | 2026 | 2 | USD
    x | Town | fire   | 2026 | 3 | USD
    x | Town | parks  | 2025 | 4 | USD
    x | Port | police | 2026 | 5 | USD
    """
)


@pytest.mark.parametrize(
    ("entities", "dimensions", "expected"),
    [
        pytest.param((), [], None, id="nothing is named beside it"),
        pytest.param(("Town",), ["police"], None, id="only itself"),
        pytest.param(("Town",), ["parks"], None, id="not published for that year"),
        pytest.param(("Town", "Village"), [], None, id="one of them is unknown"),
        pytest.param(("Town", "Port"), [], [[5]], id="another town"),
        pytest.param(("Town",), ["police", "fire"], [[3]], id="another department"),
    ],
)
def test_what_is_added(entities, dimensions, expected):
    told = claim(number("5"), entities=tuple(soft(name, "sentence") for name in entities))
    found = summands(told, PARTS, PARTS[0], dimensions)
    assert (found and [[int(row.value) for row in vintages] for vintages in found]) == expected
