"""Roles, chains and windows of changes."""

import pytest
from scoped import claims

ROLES = [
    ("Far from 5 barges were sold.", [None]),
    ("It is not far from 10%.", [None]),
    ("They came third with 5 points.", [None, None]),
    ("Kent took 15 from Essex and three from Surrey.", [None, None]),
    ("It went up to 512 grams, from 480.", ["to", "from"]),
    ("It fell from 64 in 2021 to 46.", ["from", "to"]),
    ("It is 41%, up from 33%.", [None, "from"]),
]


@pytest.mark.parametrize(("text", "expected"), ROLES)
def test_role(text, expected):
    assert [c.role for c in claims(text)] == expected


CHAINS = [
    ("Kent sold 5 barges and 7 carts.", [0, 0]),
    ("It fell from 3.8 to 3.1 and 2.4.", [2, 1, 0]),
    ("It fell from 8.2% to 6.9% and finally to 4.8%.", [2, 1, 0]),
]


@pytest.mark.parametrize(("text", "expected"), CHAINS)
def test_steps_back(text, expected):
    assert [c.steps_back for c in claims(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("It fell from 9% to 5%.", None), ("It fell from 9% to 5% within two years.", 2)],
)
def test_window(text, expected):
    assert claims(text)[0].window == expected
