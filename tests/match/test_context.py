"""Words of the text in the terms of the reference."""

import pytest
from made import claim, number, reference, soft

from factcheck.match.catalogue import Catalogue
from factcheck.match.context import NAMED_WEIGHT, word_weights
from factcheck.model import Kind

CATALOGUE = Catalogue(
    reference(
        "lead | Kent | | 2025 | 4.2 | percent\n",
        {"lead": {"name": "Lead of the best Kent farm over the best Essex farm"}},
    )
)


def weight(word, *slots):
    told = claim(number("4.2", Kind.PERCENT), entities=slots, context=(("the gap", 1.0),))
    return word_weights(CATALOGUE, told, {}).get(word, 0.0)


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ((), 0.0),
        ((soft("Kent", "title"),), 0.0),
        ((soft("Kent", "article"),), 0.0),
        ((soft("Kent", "paragraph"),), NAMED_WEIGHT),
        ((soft("Kent", "sentence"),), NAMED_WEIGHT),
    ],
)
def test_an_entity_close_by_counts_under_each_of_its_names(slots, expected):
    assert weight("kent", *slots) == expected
