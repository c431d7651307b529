"""The indicators of a reference as the matcher knows them: built once, asked for every article."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from factcheck.match.interface import Figures
from factcheck.match.lexical import LexicalIndex
from factcheck.match.parts import parts_of
from factcheck.match.slots import MEASURED, Part, Span, parts_of_time, spans_of
from factcheck.match.text import name_stems, stems
from factcheck.model import Claim, Indicator, Kind

CHANGE_WORDS = frozenset(stems("growth change gain increase rise fall reduction decline"))
RATE_WORDS = CHANGE_WORDS | frozenset(stems("inflation gap lead difference spread"))
LEVEL_SHARE = 0.4
"""Share of words two indicator names must have in common to be a level and its change."""
PERCENTS = (Kind.PERCENT, Kind.PERCENTAGE_POINTS)
CHANGED = ("growth", "difference")


DISTANCE = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:win|victory|triumph|loss|defeat|lead|margin|advantage|deficit|edge|gap|cushion)\b"
)
"""After a number of points that nobody scored."""


class Catalogue:
    """Words, relatives and kinds of every indicator."""

    def __init__(self, reference: Figures) -> None:
        self.reference = reference
        self.indicators = [reference.indicators[i] for i in sorted(reference.indicators)]
        self.related = {i.id: _named_in(i.name, reference) for i in self.indicators}
        """Indicator -> the entities its name speaks of; two or more make it a comparison."""
        self.names = {
            word
            for alias, name in reference.lexicon.items()
            if reference.entity_types.get(name) in MEASURED and " " not in alias
            for word in stems(alias)
        }
        """Stems that name an entity: the slots take care of those, words do not."""
        self.spellings: dict[str, set[str]] = {}
        """Entity -> the stems of its names of one word: "American" stands for "US"."""
        for alias, name in reference.lexicon.items():
            if " " not in alias and self.names.issuperset(stems(alias)):
                self.spellings.setdefault(name, set()).update(stems(alias))
        long = sorted(
            alias
            for alias, name in reference.lexicon.items()
            if " " in alias and reference.entity_types.get(name) != "publisher"
        )
        self.long_names = re.compile(
            "|".join(rf"\b{re.escape(a)}\b" for a in reversed(long)) or "(?!)"
        )
        """Names of several words, which must not count word by word ("United States", "states")."""
        self.words = lru_cache(maxsize=4096)(self._words_of)
        """Text -> its stems without those names: neighbouring numbers share most of their words."""
        self.dimension_names: dict[str, list[str]] = {}
        """Dimension -> its names in lower case, as the rows print it and as the press puts it."""
        for alias, dimension in sorted(reference.dimensions.items()):
            self.dimension_names.setdefault(dimension, []).append(alias.lower())
        self.lexical = LexicalIndex(
            self.indicators,
            {i.id: self._dimensions(i.id) for i in self.indicators},
            {i: self.names for i, related in self.related.items() if len(related) < 2},
        )
        self.undivided = {i.id for i in self.indicators if "" in reference.dimensions_of(i.id)}
        """Indicators with figures for the whole: a part is meant only where it is named near by."""
        self.parts_of_time = parts_of_time(set(reference.dimensions.values()))
        """Dimensions that are named as times are ("third quarter")."""
        self.changes = {i.id for i in self.indicators if CHANGE_WORDS & set(stems(i.name))}
        """Indicators that are themselves a change of something, by their name."""
        self.rates = self.changes | {
            i.id for i in self.indicators if RATE_WORDS & set(stems(f"{i.name} {i.definition}"))
        }
        """Those, and the ones that may be told as a change or as a level, such as inflation."""
        self.levels = {i: level for i in sorted(self.changes) if (level := self._level_of(i))}
        """Indicator of a printed change -> the indicator whose change it is."""
        self._names = _by_name(self.indicators)
        self._parts: dict[str, Mapping[str, Part]] = {}
        self._spans: dict[str, Sequence[Span]] = {}
        self.relatives = {i.id: self._relatives(i) for i in self.indicators}
        """Other indicators of the same pack and topic."""

    def parts(self, indicator: str) -> Mapping[str, Part]:
        """Dimension -> the rows of an indicator in it."""
        if indicator not in self._parts:
            self._parts[indicator] = parts_of(self.reference, indicator)
        return self._parts[indicator]

    def spans(self, indicator: str) -> Sequence[Span]:
        """Sums of its parts that a text may ask for."""
        if indicator not in self._spans:
            self._spans[indicator] = spans_of(self.parts(indicator))
        return self._spans[indicator]

    def named_outright(self, claim: Claim) -> frozenset[str]:
        """Indicators whose very name is the noun that the number counts: "19 rebounds"."""
        noun = claim.quantity.unit
        if claim.quantity.kind not in (Kind.COUNT, Kind.SCORE) or not noun or _is_distance(claim):
            return frozenset()
        return self._names.get(frozenset(name_stems(noun)), frozenset())

    def mistakes_change(self, claim: Claim, indicator: str) -> bool:
        """A change is said and a level is published, or the other way round."""
        if claim.operation in CHANGED:
            return indicator not in self.rates
        percent = claim.operation is not None or claim.quantity.kind in PERCENTS
        return percent and indicator in self.changes

    def _words_of(self, text: str) -> tuple[str, ...]:
        return tuple(stems(self.long_names.sub(" ", text)))

    def _dimensions(self, indicator: str) -> dict[str, list[str]]:
        """Dimension -> its names: as the rows print it and as the press puts it."""
        used = [one for one in self.reference.dimensions_of(indicator) if one]
        return {d: [d, *self.dimension_names[d]] for d in used}

    def _relatives(self, one: Indicator) -> list[str]:
        family = (one.pack, one.topic)
        return [i.id for i in self.indicators if (i.pack, i.topic) == family and i is not one]

    def _level_of(self, change: str) -> str | None:
        """The indicator whose words a printed change repeats ("growth of X" -> "X")."""
        own = self.reference.indicators[change]
        words = set(stems(own.name)) - CHANGE_WORDS - {stems("annual")[0]}
        best, share = None, LEVEL_SHARE
        for other in self.indicators:
            if other.id in self.changes or other.topic != own.topic or other.pack != own.pack:
                continue
            names = set(stems(other.name))
            overlap = len(words & names) / len(words | names) if words | names else 0.0
            if overlap > share:
                best, share = other.id, overlap
        return best


def _is_distance(claim: Claim) -> bool:
    """ "A 30-point victory": so many points lie between two sides."""
    return bool(DISTANCE.match(claim.sentence, claim.quantity.end - claim.sentence_start))


def _by_name(indicators: Sequence[Indicator]) -> dict[frozenset[str], frozenset[str]]:
    """Stems of a name -> the indicators that are called so."""
    names: dict[frozenset[str], set[str]] = {}
    for indicator in indicators:
        names.setdefault(frozenset(name_stems(indicator.name)), set()).add(indicator.id)
    return {words: frozenset(ids) for words, ids in names.items()}


def _named_in(name: str, reference: Figures) -> list[str]:
    """Entities an indicator's own name speaks of ("top US model over the top Chinese model")."""
    words = name.split()
    runs = (" ".join(words[i : i + n]).strip(",()") for n in (1, 2) for i in range(len(words)))
    found = {reference.lexicon[run] for run in runs if run in reference.lexicon}
    return sorted(e for e in found if reference.entity_types.get(e) in MEASURED)
