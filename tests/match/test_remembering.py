"""An article under edit: matched exactly as if nothing were remembered."""

import random

import pytest

from factcheck.articles import read_article
from factcheck.checker import Checker
from factcheck.match.remembering import KnownNearness, RememberingMatcher


@pytest.fixture(scope="module")
def remembering(packs):
    one = Checker(packs, semantic="never")
    one.match = RememberingMatcher(packs)
    return one


def edits(text, times):
    """States of a text while somebody works on it: typing, cutting, moving, other digits."""
    pick = random.Random(7)
    for _ in range(times):
        at = pick.randrange(len(text))
        words = pick.choice(["", "x", " China had 30 notable models in 2025. ", "\n\n", "9"])
        text = text[:at] + words + text[at + pick.choice([0, 1, 40]) :]
        yield text


@pytest.mark.parametrize("name", ["ai-gap-column", "football-season"])
def test_every_state_is_checked_as_if_it_were_the_first(remembering, checker, corpora, name):
    for text in edits(corpora[name].text, 12):
        document = read_article("x.md", text.encode())
        assert remembering.article(document) == checker.article(document)


def test_what_was_worked_out_is_used_again(remembering, corpora, monkeypatch):
    text = corpora["ai-gap-column"].text
    remembering.article(read_article("x.md", text.encode()))
    kept = dict(remembering.match._kept)
    remembering.article(read_article("x.md", ("A line before.\n\n" + text).encode()))
    assert len(remembering.match._kept) - len(kept) < len(kept) / 4


class Oracle:
    """Stands for the model; counts what it is asked."""

    asked = 0

    def nearness(self, claims):
        self.asked += len(claims)
        return [{"an_indicator": 0.5} for _ in claims]


def test_nearness_is_put_off_and_then_known(checker, corpora):
    claims, _ = checker.extract(corpora["ai-gap-column"])
    wordings = len({(claim.sentence, claim.context) for claim in claims})
    oracle = Oracle()
    known = KnownNearness(oracle)
    assert known.nearness(claims) == [{}] * len(claims)
    assert oracle.asked == 0
    known.learn()
    assert oracle.asked == wordings
    assert known.nearness(claims) == [{"an_indicator": 0.5}] * len(claims)
    known.learn()
    assert oracle.asked == wordings


def test_the_oldest_wordings_are_forgotten(checker, corpora, monkeypatch):
    monkeypatch.setattr("factcheck.match.remembering.KEPT", 2)
    claims, _ = checker.extract(corpora["ai-gap-column"])
    claims = list({(claim.sentence, claim.context): claim for claim in claims}.values())
    known = KnownNearness(Oracle())
    known.nearness(claims[:2])
    known.learn()
    known.nearness([claims[0], claims[2]])
    known.learn()
    assert [bool(one) for one in known.nearness(claims[:3])] == [True, False, True]
