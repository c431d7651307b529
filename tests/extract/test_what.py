"""Direction and the sum that a wording implies."""

import pytest
from scoped import claims

OPERATIONS = [
    ("Kent sold 5 barges.", None),
    ("Inflation fell to 5%.", None),
    ("It stood at 60%.", None),
    ("Together they laughed; Kent sold 5 barges.", None),
    ("Kent sold 5 barges, put together in a shed by hand and by candle light.", None),
    ("Kent came third in total.", "rank"),
    ("Sales rose by 5%.", "growth"),
    ("Sales were 5% down on last year.", "growth"),
    ("Kent grows 5% of the wheat.", "share"),
    ("Sales grew by 5% of the total.", "growth"),
    ("Kent won 5 of its last ten.", "part"),
    ("Kent sold the 50 of the previous season.", None),
    ("Kent is 5 points clear of Essex.", "difference"),
    ("Kent is ahead of Essex by 5 barges.", "difference"),
    ("Kent sold 5% more.", "growth"),
    ("Kent sold 5 more barges.", "difference"),
    ("It fell by 5 percentage points.", "difference"),
    ("Kent is ahead again, by 5%.", None),
    ("Kent trailed the best team by nearly 5%.", None),
    ("Sales led to gains, and prices rose by 5%.", "growth"),
    ("Kent sold 5 barges or so more than Essex.", None),
    ("Kent sold 5 or so more.", "difference"),
    ("Kent made 5% of the wheat.", "share"),
    ("Much was cut, of which Kent cut 5%.", "share"),
    ("Almost half of it lies in Kent.", "share"),
    ("That is 35% of Essex's railways.", "share"),
    ("Sales tripled.", "multiple"),
    ("Kent and Essex together sold 5 barges.", "sum"),
    ("Kent and Essex sold 5 barges between them.", "sum"),
    ("Their combined debt is $5 million.", "sum"),
    ("Kent came third.", "rank"),
    ("All but the old sold 5 barges.", None),
    ("All but 5 barges went to Kent.", "difference"),
    ("Kent is home to one in six people alive.", "share"),
    ("Kent put on 5 barges.", "difference"),
    ("Kent put 5 barges on sale.", None),
    ("Kent makes up 43% of a world harvest.", "share"),
    ("It makes up 43%.", None),
    ("Prices rose 43% of the time.", "share"),
]
DIRECTIONS = [
    ("Kent sold 5 barges.", None),
    ("More than 5 barges sank.", None),
    ("Sales rose by 5%.", "up"),
    ("Sales fell by 5%.", "down"),
    ("Sales of 5 barges, a plus of 3%.", "up"),
    ("Sales of 5 barges, a minus of 3%.", "down"),
    ("Kent sold 5% fewer.", "down"),
    ("Kent is 5 points ahead.", None),
    ("Kent is 5 points ahead of Essex.", "up"),
    ("Kent is 5 points behind Essex.", "down"),
    ("Kent stayed ahead of Essex by 5 barges.", "up"),
    ("It rose in Kent but fell by 3% in Essex.", "down"),
]


@pytest.mark.parametrize(("text", "expected"), OPERATIONS)
def test_operation(text, expected):
    assert [c.operation for c in claims(text)] == [expected]


@pytest.mark.parametrize(("text", "expected"), DIRECTIONS)
def test_direction(text, expected):
    assert claims(text)[-1].direction == expected


def test_words_near_weigh_more():
    (claim,) = claims("Rain was scarce; wheat yields reached 5 tonnes, the union said.")
    weights = dict(claim.context)
    near = next(w for t, w in weights.items() if "wheat yields" in t)
    assert near > next(w for t, w in weights.items() if "Rain" in t)
    assert near > next(w for t, w in weights.items() if "union" in t)


def test_joined_numbers_take_joined_words():
    first, second = claims("Wind and sun: 23% and 10%")
    assert [t for t, w in first.context if w > 0.9 and "Wind" in t]
    assert not [t for t, w in second.context if w > 0.9 and "Wind" in t]


def test_what_follows_a_number_may_head_the_next_part():
    text = "On essays it went from 3 to 8 points, on tests from 4 to 6 points."
    eight = next(c for c in claims(text) if c.quantity.quote.startswith("8"))
    weights = {piece.strip(): weight for piece, weight in eight.context}
    assert weights["on tests from"] < weights["On essays it went from"]


def test_a_number_held_by_a_preposition_tells_of_the_words_before_it():
    first, second = claims(
        "Waits are longest in Kent, at 19.7 weeks, and shortest in Bath, at 10.8."
    )
    for claim, own, other in ((first, "Kent", "Bath"), (second, "Bath", "Kent")):
        weights = {name: w for piece, w in claim.context for name in (own, other) if name in piece}
        assert weights[own] == 1.0 > weights[other] * 2


def test_a_count_may_leave_its_noun_to_the_one_before():
    told = claims("They printed nine chapters against eight last year.")
    assert [c.quantity.quote for c in told] == ["nine", "eight"]


UNITS = [
    ("Rates were 3.8 per cent. The index stands at 335.1.", ["3.8 per cent", "335.1 points"]),
    ("They printed 172 books, 32% more than the 116 before.", ["172 books", "32%", "116 books"]),
    ("In April it was 3.8 per cent, in March 3.3.", ["3.8 per cent", "3.3 per cent"]),
]


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_a_bare_number_takes_the_unit_of_what_it_is_like(text, expected):
    words = {"percent": " per cent", "points": " points", "books": " books"}
    told = [c.quantity for c in claims(text)]
    said = [q.quote if "%" in q.quote else f"{q.value}{words[q.unit]}" for q in told]
    assert said == expected
