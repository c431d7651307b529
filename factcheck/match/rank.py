"""Align every claim of an article to a reference indicator, all of them together, or abstain.

The order is fixed: words first, then one vote of the whole article (a prior), then a second
reading of each claim with that prior and with what its neighbours turned out to be about. No step
looks at a value: a search for the nearest value would hide the very errors we look for.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from factcheck.match.beside import with_sums_beside
from factcheck.match.catalogue import Catalogue
from factcheck.match.context import lexical_scores, word_weights
from factcheck.match.doubles import without_doubles
from factcheck.match.interface import Figures, Nearness
from factcheck.match.mentions import pooled, shared
from factcheck.match.neighbours import carried
from factcheck.match.prior import Article, article_prior
from factcheck.match.published import published_gains
from factcheck.match.readings import Interpreter, Weights
from factcheck.match.sizes import with_sizes_beside
from factcheck.match.subject import is_foreign
from factcheck.match.text import name_stems, stems
from factcheck.model import Alignment, Cause, Claim, Document, Reading

# All weights are shares of a full lexical match (1.0). Chosen on the labelled articles, false
# accusations weighed ten times a miss.
ENOUGH = 0.22
"""Least score of a reading that is acted upon."""
RIVAL = 0.6
"""Share of the best score from which another indicator is still a possible meaning."""
NAME = 3
"""Words of a name from which it hardly stands in a sentence by chance; inclusive."""
MEANING, UNRELATED_MEANING = 0.5, 0.4
"""What nearness in meaning adds per point of cosine, from the cosine at which it starts to tell."""


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

    def align(
        self,
        document: Document,
        claims: Sequence[Claim],
        possible: Sequence[Collection[str]] | None = None,
    ) -> list[Alignment]:
        """One alignment per claim, in order.

        `possible`: for each claim the indicators of large packs that its words can mean; others of
        these packs are there for other claims.
        """
        claims = shared(claims)
        spelled = [w for c in claims for text, _ in c.context for w in stems(text)]
        bridge = self.catalogue.lexical.bridge(spelled)
        weights = [word_weights(self.catalogue, claim, bridge) for claim in claims]
        scores = [
            lexical_scores(self.catalogue, claim, own)
            for claim, own in zip(claims, weights, strict=True)
        ]
        scores = pooled(claims, self._only(scores, possible))
        for own, gained in zip(
            scores, published_gains(self.catalogue, claims, scores), strict=True
        ):
            own.update({i: own[i] + gain for i, gain in gained.items()})
        prior = article_prior(self.reference, document, claims, [None] * len(claims))
        asked = [
            Interpreter(self.catalogue, claim, own, prior)
            for claim, own in zip(claims, weights, strict=True)
        ]
        first = [
            self._readings(one, words, prior, {}) for one, words in zip(asked, scores, strict=True)
        ]
        scores = self._with_meaning(claims, scores, first)
        votes = [None if _undecided(readings) else readings[0] for readings in first]
        prior = article_prior(self.reference, document, claims, votes)
        chosen: list[Alignment] = []
        for one, words in zip(asked, scores, strict=True):
            alone = one.claim.tally is not None  # a pair says itself what it is
            gains = {} if alone else carried(self.catalogue, document, claims, chosen, prior)
            chosen.append(_choose(self._readings(one, words, prior, gains), words))

        def read(number: int, claim: Claim, level: Reading) -> list[Reading]:
            """What the size of a change that led to `level` may be."""
            told = {**scores[number], level.indicator.id: level.score}
            asked = Interpreter(self.catalogue, claim, weights[number], prior)
            found = self._readings(asked, told, prior, {})
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

    def _only(
        self, scores: list[dict[str, float]], possible: Sequence[Collection[str]] | None
    ) -> list[dict[str, float]]:
        """Scores without the indicators of large packs that a claim cannot mean."""
        if possible is None:
            return scores
        large = {i for i in self.reference.indicators if self.reference.outline(i) is not None}
        return [
            {i: score for i, score in own.items() if i in mine or i not in large}
            for own, mine in zip(scores, possible, strict=True)
        ]

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
        undecided = [
            n
            for n, (claim, readings) in enumerate(zip(claims, first, strict=True))
            if self.always or (_undecided(readings) and not named_in_full(claim, readings))
        ]
        nearness = self.meaning.nearness([claims[n] for n in undecided])
        for number, similar in zip(undecided, nearness, strict=True):
            for indicator, cosine in similar.items():
                if cosine > UNRELATED_MEANING:
                    gain = MEANING * (cosine - UNRELATED_MEANING)
                    result[number][indicator] = result[number].get(indicator, 0.0) + gain
        return result

    def _readings(
        self, asked: Interpreter, words: Weights, article: Article, gains: Weights
    ) -> list[Reading]:
        """Every reading of a claim that makes sense, best first."""
        return asked(words, article.weights, gains)


def _choose(readings: Sequence[Reading], words: Weights) -> Alignment:
    nearest = tuple(i for _, i in sorted([(-score, i) for i, score in words.items()])[:3])
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


def named_in_full(claim: Claim, readings: Sequence[Reading]) -> bool:
    """The sentence holds every word of the best indicator's name, and of no other that comes close:
    among many names that are alike the full one is told from them by its words."""
    best = readings[0] if readings else None
    if best is None or best.score < ENOUGH:
        return False
    said = frozenset(stems(claim.sentence))
    close = {r.indicator.id: r.indicator for r in readings if r.score >= best.score * RIVAL}
    names = {one: name_stems(indicator.name) for one, indicator in close.items()}
    named = [one for one, name in names.items() if said.issuperset(name)]
    return named == [best.indicator.id] and len(names[best.indicator.id]) >= NAME


def _undecided(readings: Sequence[Reading]) -> bool:
    """No reading is good enough, or two indicators come too close."""
    if not readings or readings[0].score < ENOUGH:
        return True
    other = next((r.score for r in readings if r.indicator is not readings[0].indicator), 0.0)
    return other >= readings[0].score * RIVAL
