"""Align every claim of an article to a reference indicator, all of them together, or abstain.

The order is fixed: words first, then one vote of the whole article (a prior), then a second
reading of each claim with that prior and with what its neighbours turned out to be about. No step
looks at a value: a search for the nearest value would hide the very errors we look for.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from factcheck.match.beside import with_sums_beside
from factcheck.match.candidates import ways
from factcheck.match.catalogue import Catalogue
from factcheck.match.context import PRINTED, counts_so, lexical_scores, nearby, word_weights
from factcheck.match.doubles import without_doubles
from factcheck.match.fill import Filler
from factcheck.match.interface import Figures, Nearness
from factcheck.match.mentions import pooled, shared
from factcheck.match.neighbours import carried
from factcheck.match.prior import Article, article_prior
from factcheck.match.published import published_gains
from factcheck.match.sizes import with_sizes_beside
from factcheck.match.subject import is_foreign
from factcheck.match.text import stems
from factcheck.measure.units import UNITS
from factcheck.model import SAID, Alignment, Cause, Claim, Document, Indicator, Kind, Reading

# All weights are shares of a full lexical match (1.0). Chosen on the labelled articles, false
# accusations weighed ten times a miss.
ENOUGH = 0.22
"""Least score of a reading that is acted upon."""
RIVAL = 0.6
"""Share of the best score from which another indicator is still a possible meaning."""
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
MEANING, UNRELATED_MEANING = 0.5, 0.4
"""What nearness in meaning adds per point of cosine, from the cosine at which it starts to tell."""

IN_FULL = 0.5
"""Score of the words alone from which a pair names its indicator outright."""
AVERAGED = re.compile(r"\b(?:averag(?:es|ed|ing)|combin(?:e|es|ed|ing)\s+for)\b[^.;:]{0,40}$")
"""Before a number that sums up several periods."""
(AVERAGE,) = stems("average")

Weights = Mapping[str, float]


class Matcher:
    """Built once per reference; `align` is pure."""

    def __init__(
        self, reference: Figures, meaning: Nearness | None = None, *, always: bool = False
    ) -> None:
        """`meaning` is asked for claims that words leave open; `always`: for every claim."""
        self.reference = reference
        self.catalogue = Catalogue(reference)
        self.meaning = meaning
        self.always = always

    def align(self, document: Document, claims: Sequence[Claim]) -> list[Alignment]:
        """One alignment per claim, in order."""
        claims = shared(claims)
        spelled = [w for c in claims for text, _ in c.context for w in stems(text)]
        bridge = self.catalogue.lexical.bridge(spelled)
        weights = [word_weights(self.catalogue, claim, bridge) for claim in claims]
        scores = [
            lexical_scores(self.catalogue, claim, own)
            for claim, own in zip(claims, weights, strict=True)
        ]
        scores = pooled(claims, scores)
        for own, gained in zip(
            scores, published_gains(self.catalogue, claims, scores), strict=True
        ):
            own.update({i: own[i] + gain for i, gain in gained.items()})
        prior = article_prior(self.reference, document, claims, [None] * len(claims))
        first = [
            self._readings(*each, prior, {}) for each in zip(claims, weights, scores, strict=True)
        ]
        scores = self._with_meaning(claims, scores, first)
        votes = [None if _undecided(readings) else readings[0] for readings in first]
        prior = article_prior(self.reference, document, claims, votes)
        chosen: list[Alignment] = []
        for claim, own, words in zip(claims, weights, scores, strict=True):
            alone = claim.tally is not None  # a pair says itself what it is
            gains = {} if alone else carried(self.catalogue, document, claims, chosen, prior)
            chosen.append(_choose(self._readings(claim, own, words, prior, gains), words))

        def read(number: int, claim: Claim, level: Reading) -> list[Reading]:
            """What the size of a change that led to `level` may be."""
            told = {**scores[number], level.indicator.id: level.score}
            found = self._readings(claim, weights[number], told, prior, {})
            known = self.catalogue.levels
            return [
                r
                for r in found
                if (r.operation and r.indicator is level.indicator)
                or known.get(r.indicator.id) == level.indicator.id
            ]

        def foreign(claim: Claim, indicator: str) -> bool:
            """Whether a claim speaks of something that the indicator does not know."""
            known = self.catalogue.lexical.vocabulary[indicator]
            return is_foreign(claim, known, self.catalogue.names)

        chosen = with_sums_beside(document, claims, chosen, foreign)
        return without_doubles(claims, with_sizes_beside(claims, chosen, read))

    def _with_meaning(
        self,
        claims: Sequence[Claim],
        scores: Sequence[Weights],
        first: Sequence[Sequence[Reading]],
    ) -> list[dict[str, float]]:
        """Raise the scores of what is near in meaning, where words alone do not decide."""
        result = [dict(own) for own in scores]
        if self.meaning is None:
            return result
        undecided = [n for n, readings in enumerate(first) if self.always or _undecided(readings)]
        nearness = self.meaning.nearness([claims[n] for n in undecided])
        for number, similar in zip(undecided, nearness, strict=True):
            for indicator, cosine in similar.items():
                if cosine > UNRELATED_MEANING:
                    gain = MEANING * (cosine - UNRELATED_MEANING)
                    result[number][indicator] = result[number].get(indicator, 0.0) + gain
        return result

    def _readings(
        self, claim: Claim, weights: Weights, words: Weights, article: Article, gains: Weights
    ) -> list[Reading]:
        """Every reading that makes sense, best first."""
        filler = Filler(self.catalogue, claim, article)
        found: list[Reading] = []
        outright = self.catalogue.named_outright(claim)
        scored = claim.quantity.kind is Kind.SCORE
        dimensions = {
            i: {d: score for d, score in named.items() if self._is_told(claim, d)}
            for i, named in self.catalogue.lexical.named_dimensions(weights).items()
        }
        near = nearby(claim, weights)
        clearest = max((max(own.values()) for own in dimensions.values() if own), default=0.0)
        rare = claim.quantity.kind in RARE
        for indicator in self._possible(words, dimensions, gains, RARE_GAIN if rare else 0.0):
            possible = ways(claim, indicator)
            if not possible:
                continue
            named = dimensions.get(indicator.id, {})
            if named and indicator.id in self.catalogue.undivided:
                named = self.catalogue.lexical.dimension_scores(indicator.id, near)
            named = {d: score for d, score in named.items() if self._is_told(claim, d)}
            if claim.compared_to and claim.compared_to in self.catalogue.reference.dimensions_of(
                indicator.id
            ):
                named = {claim.compared_to: 1.0}
            base = self._base(claim, indicator.id, named, words, gains)
            if base < LEAST:
                continue
            divided = bool(self.catalogue.lexical.dimensions[indicator.id])
            unnamed = max(named.values(), default=0.0) < clearest - APART
            base *= ELSEWHERE if divided and unnamed else 1.0
            base *= 0.0 if self._is_average(claim, indicator) else 1.0
            foreign = self._counts_others(claim, indicator.id)
            vocabulary = self.catalogue.lexical.vocabulary[indicator.id]
            if not counts_so(claim, vocabulary):
                continue
            if outright and not outright & {indicator.id} and (foreign or scored):
                continue
            base *= FOREIGN_NOUN if foreign else 1.0
            share = article.weights.get(indicator.pack, 0.0) if article.weights else 1.0
            base *= 1 - PRIOR + PRIOR * share
            for operation, factor in possible:
                mistaken = operation is None and self.catalogue.mistakes_change(claim, indicator.id)
                score = base * factor * (NOT_A_CHANGE if mistaken else 1.0)
                filled = filler.readings(indicator, operation, score, named)
                named_so = operation is None and (
                    indicator.id in outright or _says_outright(claim, words, indicator.id)
                )
                strange = operation is not None and is_foreign(
                    claim, vocabulary, self.catalogue.names
                )
                if foreign or named_so or strange:
                    filled = (
                        replace(
                            r,
                            settled=r.settled and not foreign,
                            outright=named_so,
                            foreign=strange,
                        )
                        for r in filled
                    )
                found += filled
        found = self._prefer_printed(found)
        return sorted(found, key=lambda r: (-r.score, r.indicator.id))

    def _possible(
        self, words: Weights, dimensions: Mapping[str, Weights], gains: Weights, bonus: float
    ) -> list[Indicator]:
        """The indicators that words, a dimension or the surroundings speak for, by id.

        `bonus`: the most that the kind of number alone may add.
        """
        told = {i for i, score in words.items() if score + bonus >= LEAST}
        told.update(dimensions, gains)
        return [self.reference.indicators[i] for i in sorted(told)]

    def _base(
        self, claim: Claim, indicator: str, named: Weights, words: Weights, gains: Weights
    ) -> float:
        """Words, the dimension and the surroundings together."""
        base = words.get(indicator, 0.0)
        base = 1 - (1 - base) * (1 - NAMED_DIMENSION * max(named.values(), default=0.0))
        base += gains.get(indicator, 0.0) * (1 - base * 0.5)
        if claim.quantity.kind in RARE and self._is_subject(claim, indicator):
            base += RARE_GAIN
        related = self.catalogue.related[indicator]
        apart = len(related) > 1 and not any(slot.value in related for slot in claim.entities)
        return base * UNRELATED if apart else base

    def _counts_others(self, claim: Claim, indicator: str) -> bool:
        """The counted noun ("312 pies") is one that the indicator never uses."""
        noun = claim.quantity.unit
        if claim.quantity.kind is not Kind.COUNT or not noun or noun in UNITS:
            return False
        words = set(stems(noun))
        return bool(words) and not words & self.catalogue.lexical.vocabulary[indicator]

    def _is_told(self, claim: Claim, dimension: str) -> bool:
        if not self.catalogue.lexical.is_plain(dimension):
            return True
        sentence = claim.sentence.lower()
        return any(name in sentence for name in self.catalogue.dimension_names[dimension])

    def _is_average(self, claim: Claim, indicator: Indicator) -> bool:
        """An average over a time is told ("averaging 25 of late"), a single figure published."""
        start = claim.quantity.start - claim.sentence_start
        told = claim.operation is None and AVERAGED.search(claim.sentence[:start])
        return bool(told) and AVERAGE not in self.catalogue.lexical.vocabulary[indicator.id]

    def _is_subject(self, claim: Claim, indicator: str) -> bool:
        """The sentence names an entity that the indicator is published for."""
        owners = [part.by_entity for part in self.catalogue.parts(indicator).values()]
        return any(s.value in own for own in owners for s in claim.entities if s.origin in SAID)

    def _prefer_printed(self, readings: Sequence[Reading]) -> list[Reading]:
        """A change the publisher prints beats the same change computed from levels."""
        computed: dict[tuple[str, str, str], float] = {}
        for r in readings:
            if r.operation == "growth":
                computed.setdefault((r.indicator.id, r.entity, r.period), r.score)
        result = []
        for r in readings:
            key = (self.catalogue.levels.get(r.indicator.id, ""), r.entity, r.period)
            beaten = r.operation is None and key in computed
            result.append(replace(r, score=max(r.score, computed[key] + PRINTED)) if beaten else r)
        return result


def _choose(readings: Sequence[Reading], words: Weights) -> Alignment:
    nearest = tuple(sorted(words, key=lambda i: (-words[i], i))[:3])
    good = [r for r in readings if r.score >= ENOUGH]
    if not good:
        return Alignment(reason=Cause.NO_REFERENCE, nearest=nearest, faint=tuple(readings))
    best = good[0]
    own = [r for r in good if (r.indicator, r.operation) == (best.indicator, best.operation)]
    rivals: dict[tuple[str, str | None], Reading] = {}
    for reading in readings:
        meaning = (reading.indicator.id, reading.operation)
        if meaning != (best.indicator.id, best.operation) and reading.score >= best.score * RIVAL:
            rivals.setdefault(meaning, reading)
    told = {id(r) for r in (*own, *rivals.values())}
    faint = tuple(r for r in readings if id(r) not in told)
    return Alignment(tuple(own), tuple(rivals.values()), nearest=nearest, faint=faint)


def _says_outright(claim: Claim, words: Weights, indicator: str) -> bool:
    """A pair whose words give the indicator in full: "(5-8 FG)"."""
    return claim.tally not in (None, "scored") and words.get(indicator, 0.0) >= IN_FULL


def _undecided(readings: Sequence[Reading]) -> bool:
    """No reading is good enough, or two indicators come too close."""
    if not readings or readings[0].score < ENOUGH:
        return True
    other = next((r.score for r in readings if r.indicator is not readings[0].indicator), 0.0)
    return other >= readings[0].score * RIVAL
