"""How well the words around a number name an indicator. Rapidfuzz bridges spellings."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from rapidfuzz import fuzz, process

from factcheck.match.text import LIGHT, name_stems, stems
from factcheck.model import Indicator

SPELLING = 90
"""Rapidfuzz ratio (0-100) from which an unknown word counts as a known one."""
SHORTEST = 6
"""Letters a word needs before spellings are bridged."""
HALF = 1.7
"""Matched weight at which a wording counts half: one common word proves little."""
PLAINLY = 0.5
"""Share of its rarity that a word counts which any figure may stand beside ("a year earlier")."""
BY_NAME = 0.5
"""The same of a name in the wording of a comparison, which its two sides alone do not tell."""
FULLY = 0.7
"""Share of a dimension's words that must stand in the text to name it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One way the press puts an indicator, as stems."""

    indicator: str
    stems: tuple[str, ...]


class LexicalIndex:
    """Wordings of every indicator; scores are 0 to 1 and never depend on a value."""

    def __init__(
        self,
        indicators: Sequence[Indicator],
        dimensions: Mapping[str, Mapping[str, Sequence[str]]],
        ignored: Mapping[str, Collection[str]],
    ) -> None:
        """`dimensions`: indicator -> dimension of its rows -> its names. `ignored`: indicator ->
        stems that do not tell it apart (names of entities: the slots take care of those)."""
        self.ignored = ignored
        self.wordings: list[Wording] = []
        self.dimensions: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for indicator in indicators:
            self._add(indicator.id, name_stems(indicator.name))
            for text in indicator.aliases:
                self._add(indicator.id, stems(text))
            self.dimensions[indicator.id] = _telling(dimensions[indicator.id])
        self.vocabulary = {i.id: self._vocabulary_of(i) for i in indicators}
        """Indicator -> every word of its name, aliases, definition and dimensions."""
        self._weigh(len(indicators))
        by_stem: dict[str, list[int]] = {}
        for number, wording in enumerate(self.wordings):
            for word in wording.stems:
                by_stem.setdefault(word, []).append(number)
        self._by_stem = {word: np.array(numbers) for word, numbers in by_stem.items()}
        self._totals = np.array([sum(self.idf[w] for w in one.stems) for one in self.wordings])
        owners = [one.indicator for one in self.wordings]
        self._firsts = [n for n, owner in enumerate(owners) if n == 0 or owner != owners[n - 1]]
        """Number of the first wording of each indicator that has any: they stand together."""
        self._owners = [owners[first] for first in self._firsts]
        self._dimension_owners: dict[str, dict[str, list[int]]] = {}
        """Stem -> indicator -> numbers of the names in `dimensions` that hold it."""
        for indicator_id, dims in self.dimensions.items():
            for number, (_, words) in enumerate(dims):
                for word in words:
                    owners_of = self._dimension_owners.setdefault(word, {})
                    owners_of.setdefault(indicator_id, []).append(number)
        self._spellings = sorted(w for w in self.idf if len(w) >= SHORTEST)
        self._spelling_of = lru_cache(maxsize=65536)(self._known_spelling)
        self._dimension_words = {
            indicator_id: [(d, words, sum(self.idf[w] for w in words) or 1.0) for d, words in dims]
            for indicator_id, dims in self.dimensions.items()
        }

    def _vocabulary_of(self, indicator: Indicator) -> frozenset[str]:
        texts = (
            indicator.name,
            indicator.definition,
            indicator.topic.replace("_", " "),
            *indicator.aliases,
        )
        words = {word for text in texts for word in stems(text)}
        return frozenset(words.union(*(w for _, w in self.dimensions[indicator.id])))

    def _add(self, indicator: str, told: Sequence[str]) -> None:
        words = tuple(w for w in dict.fromkeys(told) if w not in self.ignored.get(indicator, ()))
        if words:
            self.wordings.append(Wording(indicator, words))

    def _weigh(self, count: int) -> None:
        """Rare words weigh more (inverse document frequency over indicators)."""
        owners: dict[str, set[str]] = {}
        for wording in self.wordings:
            for word in wording.stems:
                owners.setdefault(word, set()).add(wording.indicator)
        for indicator, dims in self.dimensions.items():
            for _, words in dims:
                for word in words:
                    owners.setdefault(word, set()).add(indicator)
        names = {word for words in self.ignored.values() for word in words}
        self.idf = {
            w: (math.log((count + 1) / (len(o) + 0.5)) + 0.1)
            * (PLAINLY if w in LIGHT else BY_NAME if w in names else 1.0)
            for w, o in owners.items()
        }

    def bridge(self, words: Sequence[str]) -> dict[str, str]:
        """Unknown words of an article -> the known word they are a spelling of."""
        unknown = (w for w in dict.fromkeys(words) if w not in self.idf and len(w) >= SHORTEST)
        return {word: known for word in unknown if (known := self._spelling_of(word))}

    def _known_spelling(self, word: str) -> str | None:
        best = process.extractOne(word, self._spellings, scorer=fuzz.ratio, score_cutoff=SPELLING)
        return best[0] if best else None

    def scores(self, context: Mapping[str, float]) -> dict[str, float]:
        """Indicator id -> score, for every indicator that shares a word with the context."""
        known = [word for word in context if word in self._by_stem]
        if not known:
            return {}
        holders = [self._by_stem[word] for word in known]
        worth = [self.idf[word] * min(context[word], 1.0) for word in known]
        each = np.repeat(worth, [len(own) for own in holders])
        matched = np.bincount(np.concatenate(holders), each, len(self.wordings))
        # The share of a wording's rarity that is matched, less where that is little in all.
        scores = matched / self._totals * matched / (matched + HALF)
        best = np.maximum.reduceat(scores, self._firsts)
        touched = np.flatnonzero(best > 0)
        owners = (self._owners[number] for number in touched.tolist())
        return dict(zip(owners, best[touched].tolist(), strict=True))

    def is_plain(self, dimension: str) -> bool:
        """Of words that stand anywhere ("second quarter"): named only where they do together."""
        return LIGHT.issuperset(stems(dimension))

    def named_dimensions(self, context: Mapping[str, float]) -> dict[str, dict[str, float]]:
        """Indicator id -> `dimension_scores`, for every indicator that shares a word with it."""
        touched: dict[str, set[int]] = {}
        for word in context:
            for indicator, numbers in self._dimension_owners.get(word, {}).items():
                touched.setdefault(indicator, set()).update(numbers)
        return {i: self._scores_of(i, touched[i], context) for i in sorted(touched)}

    def dimension_scores(self, indicator: str, context: Mapping[str, float]) -> dict[str, float]:
        """Dimension value -> share of its words that the context holds (0 to 1), where any are."""
        owned = (self._dimension_owners.get(word, {}).get(indicator, ()) for word in context)
        return self._scores_of(indicator, {n for numbers in owned for n in numbers}, context)

    def _scores_of(
        self, indicator: str, numbers: Collection[int], context: Mapping[str, float]
    ) -> dict[str, float]:
        result: dict[str, float] = {}
        for number in sorted(numbers):
            dimension, words, total = self._dimension_words[indicator][number]
            held = [w for w in words if w in context]
            named = sum(self.idf[w] for w in held if context[w] > 0) / total
            score = named * min(*(context[w] for w in held), 1.0) if named >= FULLY else 0.0
            result[dimension] = max(result.get(dimension, 0.0), score)
        return result


def _telling(dimensions: Mapping[str, Sequence[str]]) -> list[tuple[str, tuple[str, ...]]]:
    """(dimension, stems of one of its names), less the words that all dimensions share:
    "primary schools" and "secondary schools" are told apart by their first words alone."""
    named = [(d, tuple(dict.fromkeys(stems(n)))) for d, names in dimensions.items() for n in names]
    owners: dict[str, set[str]] = {}
    for dimension, words in named:
        for word in words:
            owners.setdefault(word, set()).add(dimension)
    common = {w for w, own in owners.items() if len(own) == len(dimensions) > 1}
    return [(d, _without(words, common)) for d, words in named]


def _without(words: tuple[str, ...], common: Collection[str]) -> tuple[str, ...]:
    """The own words of a dimension; all of them where those say too little ("second quarter")."""
    own = tuple(w for w in words if w not in common)
    return own if set(own) - LIGHT else words
