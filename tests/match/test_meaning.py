"""Nearness in meaning, with an encoder whose vectors are known."""

from dataclasses import replace

import numpy as np
import pytest
from made import claim, number, reference

from factcheck.match.meaning import PLACES, WORDINGS, Meaning

BOOK = reference(
    "goals | Vestby | | 2025 | 71 | count\nwait | Alder | | 2025 | 14 | weeks",
    {"goals": {"aliases": tuple(f"wording {n}" for n in range(WORDINGS * 2))}},
)
INDICATORS = tuple(BOOK.indicators.values())
WORDS = ("goal", "wait")


class Fake:
    """One direction per known word; remembers what it was asked."""

    def __init__(self):
        self.asked = []

    def encode(self, texts):
        self.asked.append(list(texts))
        found = [[float(word in text.lower()) for word in WORDS] for text in texts]
        return np.array(found, np.float32).reshape(len(texts), len(WORDS))


@pytest.fixture
def fake():
    return Fake()


@pytest.fixture
def meaning(fake):
    return Meaning(INDICATORS, "key", None, lambda: fake)


def said(sentence, *context):
    return claim(number("71"), sentence=sentence, context=tuple(context))


def test_nothing_is_loaded_before_the_first_question():
    def load():
        raise AssertionError("loaded")

    assert Meaning(INDICATORS, "key", None, load).nearness([]) == []


def test_similarity_with_every_indicator(meaning):
    goal, wait, neither = meaning.nearness([said("A goal."), said("A wait."), said("A tractor.")])
    assert goal == {"goals": 1.0, "wait": 0.0}
    assert wait == {"goals": 0.0, "wait": 1.0}
    assert neither == {"goals": 0.0, "wait": 0.0}


def test_the_reference_is_encoded_once_and_the_claims_of_an_article_in_one_batch(meaning, fake):
    for _ in range(2):
        meaning.nearness([said("One."), said("Two."), said("Three.")])
    assert sorted(len(texts) for texts in fake.asked) == [2, 3, 3]
    [of_reference] = [texts for texts in fake.asked if len(texts) == 2]
    assert of_reference[0].startswith("Goals. wording 0. ")
    assert of_reference[0].count("wording") == WORDINGS


def test_what_a_sentence_hangs_under_is_read_too(meaning, fake):
    meaning.nearness([said("It rose.", ("It rose.", 1.0), ("Waiting times", 0.5))])
    assert "It rose. Waiting times" in [text for texts in fake.asked for text in texts]


def test_values_play_no_part(meaning):
    one = said("They scored many goals.")
    other = replace(one, quantity=number("900"))
    first, second = meaning.nearness([one, other])
    assert first == second


def test_similarities_are_rounded_so_that_batches_agree(fake):
    class Shaky(Fake):
        def encode(self, texts):
            return super().encode(texts) * np.float32(1 + 1e-6 * len(texts))

    one = said("A goal.")
    shaky = Meaning(INDICATORS, "key", None, Shaky)
    alone, among = shaky.nearness([one])[0], shaky.nearness([one] * 9)[0]
    assert alone == among
    assert 10**-PLACES > 1e-5


def test_equal_words_are_compared_once_and_only_so_many_of_them(fake):
    few = Meaning(INDICATORS, "key", None, lambda: fake, most=2)
    claims = [said("A goal."), said("A goal."), said("A wait."), said("A tractor.")]
    first, second, third, beyond = few.nearness(claims)
    assert fake.asked[0] == ["A goal.", "A wait."]
    assert first == second == {"goals": 1.0, "wait": 0.0}
    assert third == {"goals": 0.0, "wait": 1.0}
    assert beyond == {}
