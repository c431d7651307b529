"""Of a large pack an article is matched with the indicators it can be about."""

import numpy as np
import pytest
from made import claim, number

from factcheck.model import Indicator, Kind, Pack
from factcheck.narrowing import BY_MEANING, Narrower
from factcheck.reference.store import Reference


class Names:
    """An index in which words find what the test says."""

    def __init__(self, ids, found):
        self.ids, self.sha256 = ids, "0" * 64
        self.found = found

    def shortlist(self, context, fits):
        return [one for one in self.found.get(context[0][0], []) if fits("count")]


class Held:
    def __init__(self, ids):
        self.outlines = {one: {} for one in ids}


class Shelf:
    """A large pack of a thousand indicators, without a file."""

    def __init__(self, named):
        self.pack = Pack("shelf", "1", "Shelf", "0" * 64, (), (), (), ())
        self.subjects, self.used, self.editions = [], [], {}
        self.names = Names([f"i{n:03d}" for n in range(1000)], named)

    def indicators(self, ids=None):
        every = self.names.ids
        chosen = every if ids is None else sorted(set(ids) & set(every))
        return [Indicator(i, i, i, "count", "t", (), "", "shelf") for i in chosen]

    def held(self, ids, renamed):
        return Held(ids)


class Base:
    """Nearness whose vectors are known."""

    def __init__(self):
        self.batches = []

    def load(self):
        return self

    def encode(self, claims_or_texts):
        self.batches.append(len(claims_or_texts))
        return np.eye(len(claims_or_texts), 1000, dtype=np.float32)

    def compared(self, vectors, only=None):
        return [{} for _ in vectors]


def said(words, **quantity):
    return claim(number("71", **quantity), context=((words, 1.0),))


@pytest.fixture
def shelf():
    return Shelf({"ships": [("i007", 0.8)], "few words": [("i100", 0.1)]})


def narrowed(shelf, base, *claims):
    return Narrower(Reference([], [shelf]), base, None)(claims)


def test_what_a_number_cannot_state_never_comes_into_question(shelf):
    found = narrowed(shelf, None, said("ships", kind=Kind.PERCENT))
    assert (list(found.reference.indicators), found.possible) == ([], [set()])


def test_words_decide_where_they_name_something(shelf):
    base = Base()
    found = narrowed(shelf, base, said("ships"))
    assert (list(found.reference.indicators), found.possible) == (["i007"], [{"i007"}])
    assert base.batches == []


def test_meaning_is_asked_where_words_find_little(shelf):
    found = narrowed(shelf, Base(), said("ships"), said("few words"))
    assert {"i007", "i100", "i000"} <= set(found.reference.indicators)
    ships, few = found.possible
    assert ships == {"i007"}
    assert len(few) == 1 + BY_MEANING


def test_meaning_is_never_asked_without_one(shelf):
    found = narrowed(shelf, None, said("few words"))
    assert (list(found.reference.indicators), found.meaning) == (["i100"], None)
