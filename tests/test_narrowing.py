"""Of a large pack an article is matched with the indicators it can be about."""

import numpy as np
import pytest
from made import claim, number

from factcheck.model import Indicator, Pack
from factcheck.narrowing import BY_MEANING, Narrower
from factcheck.reference.store import Reference


class Shelf:
    """A large pack of a thousand indicators, without a file."""

    def __init__(self, named):
        self.pack = Pack("shelf", "1", "Shelf", "0" * 64, (), (), (), ())
        self.subjects, self.used, self.editions = set(), [], {}
        self.named = named
        self.asked = []

    def indicators(self, ids=None):
        every = [f"i{n:03d}" for n in range(1000)]
        chosen = every if ids is None else sorted(set(ids) & set(every))
        return [Indicator(i, i, i, "count", "t", (), "", "shelf") for i in chosen]

    def outlines(self, ids):
        return {one: {} for one in ids}

    def dimensions(self, ids):
        return {one: [] for one in ids}

    def shortlist(self, contexts):
        return [self.named.get(context[0][0], []) for context in contexts]


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


def said(words):
    return claim(number("71"), context=((words, 1.0),))


@pytest.fixture
def shelf():
    return Shelf({"ships": [("i007", 0.8)], "few words": [("i100", 0.1)]})


def test_words_decide_where_they_name_something(shelf):
    base = Base()
    view, _ = Narrower(Reference([], [shelf]), base, None)([said("ships")])
    assert list(view.indicators) == ["i007"]
    assert base.batches == []


def test_meaning_is_asked_where_words_find_little(shelf):
    view, _ = Narrower(Reference([], [shelf]), Base(), None)([said("ships"), said("few words")])
    assert {"i007", "i100", "i000"} <= set(view.indicators)
    assert len(view.indicators) == 2 + BY_MEANING


def test_meaning_is_never_asked_without_one(shelf):
    view, meaning = Narrower(Reference([], [shelf]), None, None)([said("few words")])
    assert (list(view.indicators), meaning) == (["i100"], None)
