"""Words of the text in the terms of the reference."""

import pytest
from made import claim, number, reference, soft

from factcheck.match.catalogue import Catalogue
from factcheck.match.context import NAMED_WEIGHT, OWNER_WEIGHT, word_weights
from factcheck.model import Kind, Slot

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


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ((), 0.0),
        ((soft("Acme", "paragraph"),), 0.0),
        ((Slot("Kent", "clause"),), 0.0),
        ((Slot("Acme", "clause"),), OWNER_WEIGHT),
    ],
)
def test_a_number_tied_to_a_company_speaks_of_companies(slots, expected):
    makers = Catalogue(
        reference(
            "made | Acme | | 2025 | 20 | count\nmade | Kent | | 2025 | 31 | count\n",
            types={"Acme": "organisation"},
        )
    )
    told = claim(number("20"), entities=slots, context=(("made", 1.0),))
    assert word_weights(makers, told, {}).get("compani", 0.0) == expected
