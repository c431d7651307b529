"""Names are found as they are written, longest first, never inside other words."""

import pytest

from factcheck.extract.entities import Gazetteer

GAZETTEER = Gazetteer(
    {
        "US": "United States",
        "Kent": "Kent",
        "Kent Union": "Kent Union",
        "St Bran's": "St Bran's",
        "turkish": "Turkey",
        "the Dale": "Dale",
    }
)
ROWS = [
    ("Tell us about turkey and kent.", []),
    ("Kentucky is far.", []),
    ("A non-US firm", []),
    ("US firms in Kent", ["United States", "Kent"]),
    ("the U.S. and Kent.", ["United States", "Kent"]),
    ("Kent Union won", ["Kent Union"]),
    ("the US-Kent gap", ["United States", "Kent"]),
    ("a Kent-based firm", ["Kent"]),
    ("French wine", ["France"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_mentions(text, expected):
    assert [m.entity for m in GAZETTEER.mentions(text)] == expected


@pytest.mark.parametrize(
    ("text", "surface", "possessive"),
    [
        ("Kent won", "Kent", False),
        ("Kent's 5", "Kent", True),
        ("at Kent.", "Kent", False),
        ("at St Bran's.", "St Bran's", False),
    ],
)
def test_possessive_stays_outside(text, surface, possessive):
    (mention,) = GAZETTEER.mentions(text)
    assert (text[mention.start : mention.end], mention.possessive) == (surface, possessive)
