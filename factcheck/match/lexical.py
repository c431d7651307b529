"""How well the words around a number name an indicator. Rapidfuzz bridges spellings."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from factcheck.match.text import LIGHT, name_stems, stems
from factcheck.model import Indicator

SPELLING = 90
"""Rapidfuzz ratio (0-100) from which an unknown word counts as a known one."""
SHORTEST = 6
"""Letters a word needs before spellings are bridged."""
HALF = 1.7
"""Matched weight at which a wording counts half: one common word proves little."""
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
        self._by_stem: dict[str, list[int]] = {}
        for number, wording in enumerate(self.wordings):
            for word in wording.stems:
                self._by_stem.setdefault(word, []).append(number)
        self._totals = [sum(self.idf[w] for w in wording.stems) for wording in self.wordings]
        self._dimension_owners: dict[str, set[str]] = {}
        for indicator_id, dims in self.dimensions.items():
            for word in (w for _, words in dims for w in words):
                self._dimension_owners.setdefault(word, set()).add(indicator_id)
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
        self.idf = {w: math.log((count + 1) / (len(o) + 0.5)) + 0.1 for w, o in owners.items()}

    def bridge(self, words: Sequence[str]) -> dict[str, str]:
        """Unknown words of an article -> the known word they are a spelling of."""
        unknown = (w for w in dict.fromkeys(words) if w not in self.idf and len(w) >= SHORTEST)
        return {word: known for word in unknown if (known := self._spelling_of(word))}

    def _known_spelling(self, word: str) -> str | None:
        best = process.extractOne(word, self._spellings, scorer=fuzz.ratio, score_cutoff=SPELLING)
        return best[0] if best else None

    def scores(self, context: Mapping[str, float]) -> dict[str, float]:
        """Indicator id -> score, for every indicator that shares a word with the context."""
        held: dict[int, float] = {}
        for word, weight in context.items():
            rarity = self.idf.get(word, 0.0) * min(weight, 1.0)
            for number in self._by_stem.get(word, ()):
                held[number] = held.get(number, 0.0) + rarity
        best: dict[str, float] = {}
        for number in sorted(held):
            indicator, score = self.wordings[number].indicator, self._score(number, held[number])
            if score > best.get(indicator, 0.0):
                best[indicator] = score
        return best

    def _score(self, number: int, matched: float) -> float:
        """Share of a wording's rarity that is matched, less where that is little in all."""
        return matched / self._totals[number] * matched / (matched + HALF)

    def is_plain(self, dimension: str) -> bool:
        """Of words that stand anywhere ("second quarter"): named only where they do together."""
        return LIGHT.issuperset(stems(dimension))

    def named_dimensions(self, context: Mapping[str, float]) -> dict[str, dict[str, float]]:
        """Indicator id -> `dimension_scores`, for every indicator that shares a word with it."""
        touched = sorted({i for word in context for i in self._dimension_owners.get(word, ())})
        return {indicator: self.dimension_scores(indicator, context) for indicator in touched}

    def dimension_scores(self, indicator: str, context: Mapping[str, float]) -> dict[str, float]:
        """Dimension value -> share of its words that the context holds (0 to 1)."""
        result: dict[str, float] = {}
        for dimension, words, total in self._dimension_words.get(indicator, ()):
            score = 0.0
            if held := [w for w in words if w in context]:
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
