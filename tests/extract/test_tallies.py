"""Lists of counts and pairs of figures: what speaks in them, what is counted, and whose it is."""

import pytest
from scoped import claims, word

SILENT = [
    "It has two rooms and a kitchen.",
    "She keeps one dog and two ducks.",
    "They won 2-1 at home.",
    "Kent voted 52-48.",
    "Kent is at 5-8 Quay Street.",
    "The Kent Regiment (1881-1961) was no more.",
    "Kent crossed the three-point line.",
]


@pytest.mark.parametrize("text", SILENT)
def test_states_nothing(text):
    assert [(c.quantity.quote, c.tally) for c in claims(text)] == []


NO_ITEM = [
    ("Kent had 25 goats, a record.", ["25"]),
    ("Kent had 25 goats and a lot of hay.", ["25"]),
    ("Kent had 25 goats, two of them brown.", ["25"]),
    ("Kent had 5 percent and a duck.", ["5 percent"]),
]


@pytest.mark.parametrize(("text", "expected"), NO_ITEM)
def test_is_no_item_of_a_list(text, expected):
    assert [c.quantity.quote for c in claims(text)] == expected


LISTS = [
    ("Kent had 25 goats, two ducks and a cow.", "25 goats, 2 ducks, 1 cow"),
    ("Kent had 25 goats and a pair of cows.", "25 goats, 2 cows"),
    ("Kent had a 25-point, 12-goat day.", "25 points, 12 goat"),
    ("Kent had 25 goats (3-8 PK), one duck and one cow.", "25 goats, 3 -, 8 -, 1 duck, 1 cow"),
    ("Kent had 25 goats, along with two ducks.", "25 goats, 2 ducks"),
    (
        "Kent had 25 goats (3-8 PK), to go along with two ducks and two cows.",
        "25 goats, 3 -, 8 -, 2 ducks, 2 cows",
    ),
    ("Kent had two goats, one duck and one cow.", "2 goats, 1 duck, 1 cow"),
    ("Kent won four of its last five games.", "4 games"),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_small_numbers_speak_in_a_list(text, expected):
    found = [f"{c.quantity.value} {c.quantity.unit or '-'}" for c in claims(text)]
    assert ", ".join(found) == expected


PAIRS = [
    ("Kent, on 7-of-12 tries, did well.", "made Kent!, tried Kent!"),
    ("Kent (12-5) is well.", "won Kent!, lost Kent!"),
    ("Kent beat Essex 105-98.", "scored Kent!, scored Essex!"),
    ("Kent outscored visiting Essex by a 31-20 margin.", "scored Kent!, scored Essex!"),
    ("Kent lost to Essex 105-98.", "scored Essex!, scored Kent!"),
    ("Kent lost to Essex 98-105.", "scored Kent!, scored Essex!"),
    (
        "Kent (12-5) met Essex (3-9). Kent won 105-98.",
        "won Kent!, lost Kent!, won Essex!, lost Essex!, scored Kent!, scored Essex!",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_a_pair_says_what_and_of_whom(text, expected):
    assert ", ".join(f"{c.tally} {word(c.entities)}" for c in claims(text)) == expected


CARRIED = [
    ("Kent, who had 40 beds, six lifts and two pumps, met Essex.", "Kent! Kent! Kent!"),
    ("Kent led the way for Essex with 23 points.", "Kent!"),
    ("Kent led Essex with 23 points.", "Kent!"),
    ("Kent held Essex to 38 percent.", "Essex!"),
    ("Kent forced Essex into 14 errors, while making just 12 of its own.", "Essex! Kent!"),
    ("Kent and Essex did, with the former on 5 points and the latter on 7.", "Kent! Essex!"),
    ("Kent grew well. Zora Quill added 18 goats.", "Zora_Quill"),
]


@pytest.mark.parametrize(("text", "expected"), CARRIED)
def test_whose_number_it_is(text, expected):
    assert " ".join(word(c.entities).replace(" ", "_") for c in claims(text)) == expected


def test_words_after_another_number_belong_to_it():
    town, _ = claims("Kent sold 46 percent from the town and 36 percent from the sea.")
    weights = {text.strip(): weight for text, weight in town.context}
    assert weights["from the town and"] > 3 * weights["from the sea."]
