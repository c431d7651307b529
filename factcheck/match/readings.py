"""What one claim may mean: every reading that makes sense, best first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from factcheck.match.candidates import ways
from factcheck.match.catalogue import Catalogue
from factcheck.match.context import PRINTED, counts_so, nearby
from factcheck.match.fill import Filled, Filler
from factcheck.match.prior import Article
from factcheck.match.subject import is_foreign
from factcheck.match.text import stems
from factcheck.measure.units import UNITS
from factcheck.model import SAID, Claim, Indicator, Kind, Reading

# All weights are shares of a full lexical match (1.0). Chosen on the labelled articles, false
# accusations weighed ten times a miss.
LEAST = 0.13
"""Least score of words and surroundings for an indicator that is looked at."""
PRIOR = 0.25
"""Share of the score that depends on how much of the article the pack explains."""
NOT_A_CHANGE = 0.7
"""Factor where a change is said and a level is published, or the other way round."""
UNRELATED = 0.5
"""Factor for a comparison of two entities where the text is near neither."""
RARE, RARE_GAIN = (Kind.RANK, Kind.DATE), 0.15
"""Kinds so few indicators have that naming the entity tells much, and how much."""
FOREIGN_NOUN = 0.75
"""Factor where the counted noun is one that the indicator never uses: nothing is settled then."""
ELSEWHERE, APART = 0.7, 0.3
"""Factor where a dimension is named that the indicator lacks, so much nearer than its own."""
NAMED_DIMENSION = 0.6
"""Weight of naming the dimension (a benchmark, a sub-population) against naming the measure."""

IN_FULL = 0.5
"""Score of the words alone from which a pair names its indicator outright."""
AVERAGED = re.compile(r"\b(?:averag(?:es|ed|ing)|combin(?:e|es|ed|ing)\s+for)\b[^.;:]{0,40}$")
"""Before a number that sums up several periods."""
(AVERAGE,) = stems("average")

Weights = Mapping[str, float]


class Interpreter:
    """The readings of one claim, asked for once before the article has voted and once after.

    What neither votes nor neighbours can change is worked out once for each indicator.
    """

    def __init__(
        self, catalogue: Catalogue, claim: Claim, weights: Weights, article: Article
    ) -> None:
        """`weights`: of the words around the number; of `article` all but the votes is used."""
        self.catalogue, self.claim, self.weights = catalogue, claim, weights
        self._article = article
        self._under: dict[str, Under] = {}
        self._ways: dict[str, Sequence[tuple[str | None, float]]] = {}
        """Unit -> the ways in which the number could state an indicator in that unit."""

    @cached_property
    def filler(self) -> Filler:
        return Filler(self.catalogue, self.claim, self._article)

    @cached_property
    def outright(self) -> frozenset[str]:
        """Indicators that the number names by its noun."""
        return self.catalogue.named_outright(self.claim)

    @cached_property
    def dimensions(self) -> dict[str, dict[str, float]]:
        """Indicator -> dimension -> how near the text names it (0 to 1)."""
        named = self.catalogue.lexical.named_dimensions(self.weights)
        return {i: self._told(own) for i, own in named.items()}

    @cached_property
    def clearest(self) -> float:
        """How near the text names the dimension that it names most clearly."""
        return max((max(own.values()) for own in self.dimensions.values() if own), default=0.0)

    @cached_property
    def averaged(self) -> bool:
        """An average over a time is told ("averaging 25 of late")."""
        claim = self.claim
        before = claim.sentence[: claim.quantity.start - claim.sentence_start]
        shares = (Kind.PERCENT, Kind.RATIO, Kind.MONEY)  # "averages 54%" over all who were asked
        counted = claim.quantity.kind not in shares and claim.operation is None
        return counted and AVERAGED.search(before) is not None

    def __call__(self, words: Weights, shares: Weights, gains: Weights) -> list[Reading]:
        """`words`: indicator -> score; `shares`: pack -> share of the article that it explains;
        `gains`: indicator -> what its surroundings add."""
        found: list[Reading] = []
        for indicator in self._possible(words, gains):
            said, gain = words.get(indicator.id, 0.0), gains.get(indicator.id, 0.0)
            share = shares.get(indicator.pack, 0.0) if shares else 1.0
            found += self._at(indicator).readings(said, gain, share)
        found = self._prefer_printed(found)
        return sorted(found, key=lambda r: (-r.score, r.indicator.id))

    def _possible(self, words: Weights, gains: Weights) -> list[Indicator]:
        """The indicators that the number could state and that words, a dimension or the
        surroundings speak for, by id."""
        bonus = RARE_GAIN if self.claim.quantity.kind in RARE else 0.0
        told = {i for i, score in words.items() if score + bonus >= LEAST}
        told.update(self.dimensions, gains)
        every = self.catalogue.reference.indicators
        return [one for i in sorted(told) if self._ways_of(one := every[i])]

    def _ways_of(self, indicator: Indicator) -> Sequence[tuple[str | None, float]]:
        if indicator.unit not in self._ways:
            self._ways[indicator.unit] = ways(self.claim, indicator)
        return self._ways[indicator.unit]

    def _at(self, indicator: Indicator) -> Under:
        if indicator.id not in self._under:
            self._under[indicator.id] = Under(self, indicator, self._ways_of(indicator))
        return self._under[indicator.id]

    @cached_property
    def _near(self) -> Weights:
        return nearby(self.claim, self.weights)

    def named(self, indicator: str) -> dict[str, float]:
        """Dimension -> how near the text names it (0 to 1), for what the number may be of."""
        compared = self.claim.compared_to
        if compared and compared in self.catalogue.reference.dimensions_of(indicator):
            return {compared: 1.0}
        named = self.dimensions.get(indicator, {})
        if not named or indicator not in self.catalogue.undivided:
            return named
        return self._told(self.catalogue.lexical.dimension_scores(indicator, self._near))

    def _told(self, named: Weights) -> dict[str, float]:
        """Without dimensions of words that stand anywhere, where they do not stand together."""
        return {d: score for d, score in named.items() if self._is_told(d)}

    def _is_told(self, dimension: str) -> bool:
        if not self.catalogue.lexical.is_plain(dimension):
            return True
        sentence = self.claim.sentence.lower()
        return any(name in sentence for name in self.catalogue.dimension_names[dimension])

    def _prefer_printed(self, readings: Sequence[Reading]) -> list[Reading]:
        """A change the publisher prints beats the same change computed from levels."""
        computed: dict[tuple[str, str, str], float] = {}
        for r in readings:
            if r.operation == "growth":
                computed.setdefault((r.indicator.id, r.entity, r.period), r.score)
        if not computed:
            return list(readings)
        result = []
        for r in readings:
            key = (self.catalogue.levels.get(r.indicator.id, ""), r.entity, r.period)
            beaten = r.operation is None and key in computed
            result.append(replace(r, score=max(r.score, computed[key] + PRINTED)) if beaten else r)
        return result


class Under:
    """One claim under one indicator."""

    def __init__(
        self,
        asked: Interpreter,
        indicator: Indicator,
        possible: Sequence[tuple[str | None, float]],
    ) -> None:
        """`possible`: the ways in which the number could state the indicator."""
        self._asked, self._indicator, self._possible = asked, indicator, possible
        self._named = asked.named(indicator.id)
        self._unnamed = 1 - NAMED_DIMENSION * max(self._named.values(), default=0.0)
        rare = asked.claim.quantity.kind in RARE
        self._bonus = RARE_GAIN if rare and self._is_subject() else 0.0
        related = asked.catalogue.related[indicator.id]
        apart = len(related) > 1 and not any(s.value in related for s in asked.claim.entities)
        self._near = UNRELATED if apart else 1.0
        self._vocabulary = asked.catalogue.lexical.vocabulary[indicator.id]
        self._foreign = self._counts_others()
        self._filled: list[tuple[str | None, float, bool, list[Filled]]] | None = None
        self._factors: tuple[float, ...] = ()

    def readings(self, words: float, gain: float, share: float) -> Iterator[Reading]:
        """`words`: score of the words; `gain`: what the surroundings add; `share`: of the article
        that the pack explains."""
        base = 1 - (1 - words) * self._unnamed
        base += gain * (1 - base * 0.5)
        base = (base + self._bonus) * self._near
        if base < LEAST:
            return
        if self._filled is None:
            self._filled, self._factors = list(self._all_filled()), self._against()
        for factor in self._factors:
            base *= factor
        base *= 1 - PRIOR + PRIOR * share
        named_so = self._is_named or _says_outright(self._asked.claim, words)
        for operation, factor, strange, filled in self._filled:
            slip = operation is None and self._mistakes_change
            for one in filled:
                yield one.reading(
                    base * factor * (NOT_A_CHANGE if slip else 1.0),
                    settled=not self._foreign,
                    outright=named_so and operation is None,
                    foreign=strange,
                )

    def _all_filled(self) -> Iterator[tuple[str | None, float, bool, list[Filled]]]:
        """For each way to state it: operation, factor, whether the clause names something else,
        and every choice of slots."""
        asked, indicator = self._asked, self._indicator
        if self._is_excluded():
            return
        for operation, factor in self._possible:
            strange = operation is not None and is_foreign(
                asked.claim, self._vocabulary, asked.catalogue.names
            )
            filled = list(asked.filler(indicator, operation, self._named))
            yield operation, factor, strange, filled

    def _against(self) -> tuple[float, ...]:
        """Factors of what speaks against the indicator, whatever the article is about."""
        asked = self._asked
        divided = bool(asked.catalogue.lexical.dimensions[self._indicator.id])
        unnamed = max(self._named.values(), default=0.0) < asked.clearest - APART
        average = asked.averaged and AVERAGE not in self._vocabulary
        return (
            ELSEWHERE if divided and unnamed else 1.0,
            0.0 if average else 1.0,
            FOREIGN_NOUN if self._foreign else 1.0,
        )

    @property
    def _mistakes_change(self) -> bool:
        asked = self._asked
        return asked.catalogue.mistakes_change(asked.claim, self._indicator.id)

    @property
    def _is_named(self) -> bool:
        return self._indicator.id in self._asked.outright

    def _is_excluded(self) -> bool:
        """The noun names another indicator, or the figure of a pair counts something else."""
        asked = self._asked
        other = bool(asked.outright) and not self._is_named
        scored = asked.claim.quantity.kind is Kind.SCORE
        return (other and (self._foreign or scored)) or not counts_so(asked.claim, self._vocabulary)

    def _counts_others(self) -> bool:
        """The counted noun ("312 pies") is one that the indicator never uses."""
        quantity = self._asked.claim.quantity
        noun = quantity.unit
        if quantity.kind is not Kind.COUNT or not noun or noun in UNITS:
            return False
        words = set(stems(noun))
        return bool(words) and not words & self._vocabulary

    def _is_subject(self) -> bool:
        """The sentence names an entity that the indicator is published for."""
        parts = self._asked.catalogue.parts(self._indicator.id).values()
        told = [s.value for s in self._asked.claim.entities if s.origin in SAID]
        return any(name in part.by_entity for part in parts for name in told)


def _says_outright(claim: Claim, words: float) -> bool:
    """A pair whose words give the indicator in full: "(5-8 FG)"."""
    return claim.tally not in (None, "scored") and words >= IN_FULL
