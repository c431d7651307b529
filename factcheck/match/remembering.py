"""For an editor: what was worked out for one state of an article is kept for the next.

A keystroke changes a sentence; the other claims, and mostly what the whole article says about
itself, stay as they were. Everything kept is the result of a pure function, so an article is
matched exactly as it would be by a matcher that remembers nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace

from factcheck.match.interface import Figures, Nearness
from factcheck.match.prior import Article
from factcheck.match.rank import Matcher
from factcheck.match.readings import Interpreter, Weights
from factcheck.model import Claim, Reading

KEPT = 4096
"""Results kept, of each sort: two for each claim of many long articles."""


class RememberingMatcher(Matcher):
    """A matcher that keeps the readings of claims by their content, wherever they stand."""

    def __init__(
        self, reference: Figures, meaning: Nearness | None = None, *, always: bool = False
    ) -> None:
        super().__init__(reference, meaning, always=always)
        self._kept: dict[Hashable, list[Reading]] = {}

    def _readings(
        self, asked: Interpreter, words: Weights, article: Article, gains: Weights
    ) -> list[Reading]:
        told = _placeless(asked.claim), _items(asked.weights)
        key = (*told, _items(words), _prior(article), _items(gains))
        readings = self._kept.get(key)
        if readings is None:
            if len(self._kept) >= KEPT:
                self._kept.clear()
            readings = super()._readings(asked, words, article, gains)
            self._kept[key] = readings
        return readings


class KnownNearness:
    """Nearness in meaning of the claims seen before; others are put off until `learn`.

    Without the sentence vectors of a new claim its words alone decide, at once; `learn` takes the
    time that the vectors need (3 ms for a sentence, and the model when first asked).
    """

    def __init__(self, meaning: Nearness) -> None:
        self._meaning = meaning
        self._known: dict[Hashable, dict[str, float]] = {}
        self._missing: dict[Hashable, Claim] = {}

    def nearness(self, claims: Sequence[Claim]) -> list[dict[str, float]]:
        """As `Meaning.nearness`, but empty for a claim that was not learnt yet."""
        for claim in claims:
            wording = _wording(claim)
            if wording in self._known:
                self._known[wording] = self._known.pop(
                    wording
                )  # the latest asked for stays longest
            else:
                self._missing[wording] = claim
        return [self._known.get(_wording(claim), {}) for claim in claims]

    def puts_off(self, claim: Claim) -> bool:
        """Return whether the words of a claim left open what it is about, and it is not learnt."""
        return _wording(claim) in self._missing

    def learn(self) -> None:
        """Compute what was put off."""
        missing, self._missing = self._missing, {}
        rows = self._meaning.nearness(list(missing.values()))
        self._known.update(zip(missing, rows, strict=True))
        for wording in list(self._known)[:-KEPT]:
            del self._known[wording]


def _placeless(claim: Claim) -> Claim:
    """The claim without its offsets, which move with every keystroke before it."""
    quantity = replace(claim.quantity, start=0, end=0)
    return replace(claim, quantity=quantity, line=0, column=0, sentence_start=0, block=0)


def _wording(claim: Claim) -> Hashable:
    return claim.sentence, claim.context


def _items(weights: Mapping[str, float]) -> Hashable:
    return tuple(sorted(weights.items()))


def _prior(article: Article) -> Hashable:
    """All but the topics, which reach a claim as its gains."""
    editions = ((pack, tuple(editions)) for pack, editions in sorted(article.editions.items()))
    return tuple(editions), article.until, _items(article.weights), article.named
