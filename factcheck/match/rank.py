"""Align every claim of an article to a reference indicator, all of them together, or abstain.

The order is fixed: words first, then one vote of the whole article (a prior), then a second
reading of each claim with that prior and with what its neighbours turned out to be about. No step
looks at a value: a search for the nearest value would hide the very errors we look for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from factcheck.match import derive, slots
from factcheck.match.candidates import ways
from factcheck.match.lexical import LexicalIndex

from factcheck.match.mentions import pooled, shared
from factcheck.match.text import LIGHT, stems
from factcheck.measure.units import UNITS
from factcheck.measure.periods import bounds, months_apart
from factcheck.model import (
    Alignment, BlockKind, Cause, Claim, Document, Indicator, Kind, Observation, Pack, Reading,
)

# All weights are shares of a full lexical match (1.0). Chosen on corpora/ with `evaluate`.
ENOUGH = 0.28
"""Least score of a reading that is acted upon."""
RIVAL = 0.6
"""Share of the best score from which another indicator is still a possible meaning."""
CARRY = 0.32
"""What a neighbouring number about the same indicator adds."""
FADE = 0.85
"""Factor per number further away."""
PRIOR = 0.25
"""Share of the score that depends on how much of the article the pack explains."""
NOT_A_CHANGE = 0.7
"""Factor where a change is said and a level is published, or the other way round."""
CHANGE_WORDS = frozenset(stems("growth change gain increase rise fall reduction decline"))
RATE_WORDS = CHANGE_WORDS | frozenset(stems("inflation gap lead difference spread"))
IMPLIED = {
    "growth": ("growth", "increase", "change"),
    "difference": ("change", "gain", "difference"),
    "share": ("share",),
}
IMPLIED_WEIGHT = 0.8
UNRELATED = 0.5
"""Factor for a comparison of two entities where the text is near neither."""
MEANING, UNRELATED_MEANING = 0.5, 0.4
"""What nearness in meaning adds per point of cosine, from the cosine at which it starts to tell."""
OUTER = 0.85
"""Weight the nearest telling words get where the sentence itself has none."""
BAD_NOUN = 0.7
"""Factor where the counted noun is one that the indicator never uses."""
PRINTED = 0.03
"""What a printed change has over one that has to be computed from the same words."""
LEVEL_SHARE = 0.4
"""Share of words two indicator names must have in common to be a level and its change."""
NAMED_DIMENSION = 0.6
"""Weight of naming the dimension (a benchmark, a sub-population) against naming the measure."""
NEAR, UNKNOWN, OPEN = 0.8, 1.5, 0.5
"""Least weight of a word of the own clause; rarity of one that no wording has; share of CARRY that
is left where an indicator knows none of them."""
NEXT_BLOCK = 0.7
"""Share of CARRY from the block just before: the next item, the next paragraph."""
RELATIVE = 0.7
"""Share of CARRY that goes to other indicators of the same topic."""
TOPIC = 0.5
"""What an indicator gains that all matched numbers of this kind in the article are about."""


class Nearness(Protocol):
    """What the matcher asks where words do not decide: see `meaning.Meaning`."""

    def nearness(self, claims: Sequence[Claim]) -> list[dict[str, float]]: ...


class Figures(Protocol):
    """What the matcher asks of the reference."""

    packs: Sequence[Pack]
    indicators: Mapping[str, Indicator]
    entity_types: Mapping[str, str]
    """Entity name -> type."""
    lexicon: Mapping[str, str]
    """Name or alias -> entity name."""

    editions: Mapping[str, Mapping[str, tuple[date, date]]]
    """Pack -> edition -> first and last day of publication."""

    dimensions: Mapping[str, str]
    """Name of a dimension in the press -> the dimension as rows print it."""

    def rows(self, indicator: str) -> Sequence[Observation]: ...


@dataclass(frozen=True, slots=True)
class Article:
    """What the whole article says about itself, for claims that do not."""

    editions: Mapping[str, Sequence[str]]
    """Pack -> the editions of it that the article may be about, likeliest first."""
    until: date | None
    """Publication date of the article: nothing that appeared later was known to it."""
    weights: Mapping[str, float]
    """Pack -> share of the article's claims that it explains."""
    named: frozenset[str]
    """Entities that its claims may be about."""
    topics: Mapping[tuple[Kind, str], float]
    """Kind of number and indicator -> share of the votes of that kind."""


class Matcher:
    """Built once per reference; `align` is pure."""

    def __init__(
        self, reference: Figures, meaning: Nearness | None = None, *, always: bool = False
    ) -> None:
        """`meaning` is asked for claims that words leave open; `always`: for every claim."""
        self.reference = reference
        self.meaning = meaning
        self.always = always
        self.indicators = [reference.indicators[i] for i in sorted(reference.indicators)]
        self.related = {i.id: _named_in(i.name, reference) for i in self.indicators}
        """Indicator -> the entities its name speaks of; two or more make it a comparison."""
        self.names = {
            word
            for alias, name in reference.lexicon.items()
            if reference.entity_types.get(name) in slots.MEASURED and " " not in alias
            for word in stems(alias)
        }
        self.lexical = LexicalIndex(
            self.indicators,
            {i.id: self._dimensions(i.id) for i in self.indicators},
            {i: self.names for i, related in self.related.items() if len(related) < 2},
        )
        self.changes = {i.id for i in self.indicators if CHANGE_WORDS & set(stems(i.name))}
        """Indicators that are themselves a change of something, by their name."""
        self.rates = self.changes | {
            i.id for i in self.indicators if RATE_WORDS & set(stems(f"{i.name} {i.definition}"))
        }
        """Those, and the ones that may be told as a change or as a level, such as inflation."""
        self.levels = {i: level for i in sorted(self.changes) if (level := self._level_of(i))}
        """Indicator of a printed change -> the indicator whose change it is."""
        self.relatives = {i.id: self._relatives(i) for i in self.indicators}
        """Other indicators of the same pack and topic."""

    def align(self, document: Document, claims: Sequence[Claim]) -> list[Alignment]:
        """One alignment per claim, in order."""
        claims = shared(claims)
        bridge = self.lexical.bridge([w for c in claims for t, _ in c.context for w in stems(t)])
        contexts = [self._context(claim, bridge) for claim in claims]
        words = [self._words(claim, context) for claim, context in zip(claims, contexts, strict=True)]
        words = pooled(claims, words)
        article = self._article(document, claims, [])
        first = [
            self._readings(c, x, w, article, {})
            for c, x, w in zip(claims, contexts, words, strict=True)
        ]
        if self.meaning is not None:
            words = self._with_meaning(claims, words, first, self.meaning)
        article = self._article(document, claims, first)
        chosen: list[Alignment] = []
        for number, claim in enumerate(claims):
            carried = self._carried(document, claims, chosen, number, article)
            readings = self._readings(claim, contexts[number], words[number], article, carried)
            chosen.append(self._choose(readings, words[number]))
        return chosen

    def _with_meaning(
        self,
        claims: Sequence[Claim],
        words: Sequence[Mapping[str, float]],
        first: Sequence[Sequence[Reading]],
        meaning: Nearness,
    ) -> list[dict[str, float]]:
        """Raise the scores of what is near in meaning, where words alone do not decide."""
        result = [dict(scores) for scores in words]
        open_ones = [n for n, readings in enumerate(first) if self.always or _undecided(readings)]
        near = meaning.nearness([claims[n] for n in open_ones])
        for number, similar in zip(open_ones, near, strict=True):
            for indicator, nearness in similar.items():
                if nearness > UNRELATED_MEANING:
                    raised = result[number].get(indicator, 0.0) + MEANING * (nearness - UNRELATED_MEANING)
                    result[number][indicator] = raised
        return result

    def _dimensions(self, indicator: str) -> dict[str, list[str]]:
        """Dimension -> its names: as the rows print it and as the press puts it."""
        used = sorted({row.dimension for row in self.reference.rows(indicator)} - {""})
        aliases = self.reference.dimensions
        return {d: [d, *(a for a in sorted(aliases) if aliases[a] == d)] for d in used}

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

    def _context(self, claim: Claim, bridge: Mapping[str, str]) -> dict[str, float]:
        context: dict[str, float] = {}
        for text, weight in claim.context:
            for word in stems(text):
                known = bridge.get(word, word)
                context[known] = max(context.get(known, 0.0), weight)
        if claim.quantity.unit and claim.quantity.unit not in UNITS:
            for word in stems(claim.quantity.unit):
                context[word] = max(context.get(word, 0.0), 1.0)
        telling = [w for s, w in context.items() if s in self.lexical.idf and s not in LIGHT and s not in self.names]
        nearest = max(telling, default=0.0)
        if 0 < nearest < OUTER:
            context = {s: min(w * OUTER / nearest, 1.0) for s, w in context.items()}
        for word in (*IMPLIED.get(claim.operation or "", ()), *_step_words(claim)):
            context[stems(word)[0]] = max(context.get(stems(word)[0], 0.0), IMPLIED_WEIGHT)
        return context

    def _words(self, claim: Claim, context: Mapping[str, float]) -> dict[str, float]:
        """Lexical score per indicator; a change is also known by the words of its level."""
        scores = self.lexical.scores(context)
        if claim.operation == "growth":
            for change, level in self.levels.items():
                scores[change] = max(scores.get(change, 0.0), scores.get(level, 0.0) + PRINTED)
        return scores

    def _article(
        self, document: Document, claims: Sequence[Claim], first: Sequence[Sequence[Reading]]
    ) -> Article:
        votes: Counter[str] = Counter()
        topics: Counter[tuple[Kind, str]] = Counter()
        kinds: Counter[Kind] = Counter()
        for claim, readings in zip(claims, first, strict=False):
            if readings and readings[0].score >= ENOUGH:
                votes[readings[0].indicator.pack] += readings[0].score
                topics[claim.quantity.kind, readings[0].indicator.id] += readings[0].score
                kinds[claim.quantity.kind] += readings[0].score
        named = Counter(c.edition.value for c in claims if c.edition)
        total = sum(votes.values())
        newest = _newest_day(claims, document.published)
        return Article(
            {p: self._editions(p, named, newest, document.published) for p in sorted(self.reference.editions)},
            document.published,
            {p: v / total for p, v in votes.items()} if total else {},
            frozenset(slot.value for c in claims for slot in c.entities),
            {(kind, i): v / kinds[kind] for (kind, i), v in topics.items()},
        )

    def _editions(
        self, pack: str, named: Counter[str], newest: date | None, published: date | None
    ) -> list[str]:
        """The editions that claims name and that can know what the article tells; else the first
        that can, if it had appeared by then; else the newest that had appeared."""
        editions = self.reference.editions[pack]
        labels = sorted((e for e in named if e in editions), key=lambda e: (-named[e], e))
        able = [e for e in labels if newest is None or newest <= editions[e][1]]
        if able and len(able) == len(labels):
            return able
        by_day = sorted(editions, key=lambda e: (editions[e][0], e))
        appeared = [e for e in by_day if published is None or editions[e][0] <= published]
        if published is not None and appeared and not labels:
            return appeared[-1:]
        covering = [e for e in appeared if newest and newest <= editions[e][1]]
        return list(dict.fromkeys([*covering[:1], *labels]))

    def _carried(
        self,
        document: Document,
        claims: Sequence[Claim],
        chosen: Sequence[Alignment],
        number: int,
        article: Article,
    ) -> dict[str, float]:
        """Indicator -> what the numbers around it and the topic of the article add."""
        carried: dict[str, float] = {}
        strength = CARRY
        for back in range(number - 1, max(number - 7, -1), -1):
            factor = _togetherness(document, claims[back], claims[number])
            if not factor:
                break
            if chosen[back].readings:
                indicator = chosen[back].readings[0].indicator.id
                carried[indicator] = max(carried.get(indicator, 0.0), strength * factor)
                strength *= FADE
        for change, level in self.levels.items():
            if claims[number].operation == "growth" and level in carried:
                carried[change] = max(carried.get(change, 0.0), carried[level])
        for indicator, strength in list(carried.items()):
            for relative in self.relatives[indicator]:
                carried[relative] = max(carried.get(relative, 0.0), strength * RELATIVE)
        for (kind, indicator), share in article.topics.items():
            if kind is claims[number].quantity.kind:
                carried[indicator] = carried.get(indicator, 0.0) + TOPIC * share
        own = {w for text, weight in claims[number].context if weight >= NEAR for w in stems(text)}
        own -= self.names | LIGHT
        return {i: c * self._explains(i, own) for i, c in carried.items()}

    def _explains(self, indicator: str, own: Collection[str]) -> float:
        """Share of the telling words of the clause that an indicator knows (OPEN to 1)."""
        known = total = 0.0
        for word in sorted(own):
            worth = self.lexical.idf.get(word, UNKNOWN)
            total += worth
            known += worth if word in self.lexical.vocabulary[indicator] else 0.0
        return OPEN + (1 - OPEN) * known / total if total else 1.0

    def _readings(
        self,
        claim: Claim,
        context: Mapping[str, float],
        words: Mapping[str, float],
        article: Article,
        carried: Mapping[str, float],
    ) -> list[Reading]:
        """Every reading with rows behind it, best first."""
        found: list[Reading] = []
        for indicator in self.indicators:
            base = words.get(indicator.id, 0.0)
            named = self.lexical.dimension_scores(indicator.id, context)
            if named:
                base = 1 - (1 - base) * (1 - NAMED_DIMENSION * max(named.values()))
            base += carried.get(indicator.id, 0.0) * (1 - base * 0.5)
            related = self.related[indicator.id]
            if len(related) > 1 and not any(s.value in related for s in claim.entities):
                base *= UNRELATED
            if base < ENOUGH * 0.6:
                continue
            for operation, factor in ways(claim, indicator):
                share = article.weights.get(indicator.pack, 0.0) if article.weights else 1.0
                score = base * factor * (1 - PRIOR + PRIOR * share)
                if operation is None and self._mistakes_change(claim, indicator.id):
                    score *= NOT_A_CHANGE
                found += self._filled(claim, indicator, operation, score, named, article)
        found = self._prefer_printed(found)
        return sorted(found, key=lambda r: (-r.score, r.indicator.id))

    def _prefer_printed(self, readings: list[Reading]) -> list[Reading]:
        """A change the publisher prints beats the same change computed from levels."""
        computed: dict[tuple[str, str, str], float] = {}
        for r in readings:
            if r.operation == "growth":
                computed.setdefault((r.indicator.id, r.entity, r.period), r.score)
        return [
            replace(r, score=max(r.score, computed.get(key, 0.0) + PRINTED))
            if r.operation is None and (key := (self.levels.get(r.indicator.id, ""), r.entity, r.period)) in computed
            else r
            for r in readings
        ]

    def _mistakes_change(self, claim: Claim, indicator: str) -> bool:
        """A change is said and a level is published, or the other way round."""
        if claim.operation is None and claim.quantity.kind not in (Kind.PERCENT, Kind.PERCENTAGE_POINTS):
            return False
        if claim.operation in ("growth", "difference"):
            return indicator not in self.rates
        return indicator in self.changes

    def _filled(
        self,
        claim: Claim,
        indicator: Indicator,
        operation: str | None,
        score: float,
        named: Mapping[str, float],
        article: Article,
    ) -> list[Reading]:
        rows = self.reference.rows(indicator.id)
        readings = []
        for dimension, clear in slots.dimension_choices(rows, named)[:3]:
            of_dimension = [r for r in rows if r.dimension == dimension]
            entities = slots.entity_choices(
                claim, of_dimension, self.reference.entity_types, self.related[indicator.id], article.named
            )
            for who in entities[:3]:
                of_entity = [r for r in of_dimension if r.entity == (who.value or r.entity)]
                absent = slots.absent_period(claim, of_entity, of_dimension)
                if absent and operation is None and who.settled:
                    readings.append(
                        Reading(
                            indicator, who.value, dimension, absent, (),
                            score=round(score * clear * who.quality**0.5, 4), settled=True,
                            why=(f"entity {who.value} from {who.origin}", f"period {absent}: nothing published"),
                        )
                    )
                for when in slots.period_choices(claim, of_entity, article.editions.get(indicator.pack, ()), article.until)[:4]:
                    own = slots.vintages([r for r in of_entity if r.period == when.value])
                    others = derive.operands(operation, claim, of_dimension, own) if operation else ()
                    if others is None:
                        continue
                    quality = clear * (who.quality * when.quality) ** 0.5
                    readings.append(
                        Reading(
                            indicator, who.value or own[-1].entity, dimension, when.value, own,
                            score=round(score * quality, 4),
                            settled=who.settled and when.settled,
                            why=_why(claim, who, when, score),
                            operation=operation, operands=others,
                        )
                    )
        return readings

    def _choose(self, readings: Sequence[Reading], words: Mapping[str, float]) -> Alignment:
        nearest = tuple(sorted(words, key=lambda i: (-words[i], i))[:3])
        good = [r for r in readings if r.score >= ENOUGH]
        if not good:
            return Alignment(reason=Cause.NO_REFERENCE, nearest=nearest)
        best = good[0]
        own = tuple(r for r in good if r.indicator is best.indicator and r.operation == best.operation)
        rivals: dict[str, Reading] = {}
        for reading in readings:
            if reading.indicator is not best.indicator and reading.score >= best.score * RIVAL:
                rivals.setdefault(reading.indicator.id, reading)
        return Alignment(own, tuple(rivals.values()), nearest=nearest)


def _undecided(readings: Sequence[Reading]) -> bool:
    """No reading is good enough, or two indicators come too close."""
    if not readings or readings[0].score < ENOUGH:
        return True
    other = next((r.score for r in readings if r.indicator is not readings[0].indicator), 0.0)
    return other >= readings[0].score * RIVAL


def _togetherness(document: Document, one: Claim, other: Claim) -> float:
    """How much two claims share a topic by layout: one block 1, the next one NEXT_BLOCK."""
    if one.block == other.block:
        return 1.0
    if one.block < 0 or other.block - one.block > 1:
        return 0.0
    kinds = {document.blocks[one.block].kind, document.blocks[other.block].kind}
    return NEXT_BLOCK if kinds in ({BlockKind.ITEM}, {BlockKind.PARAGRAPH}) else 0.0


def _newest_day(claims: Sequence[Claim], published: date | None) -> date | None:
    """First day of the latest period that a statement of fact in the article is about."""
    firm = (c.period for c in claims if c.checkability is None and c.quantity.kind is not Kind.DATE)
    days = [b[0] for slot in firm if slot and slot.firm and (b := bounds(slot.value))]
    return max((d for d in days if published is None or d <= published), default=None)


def _step_words(claim: Claim) -> tuple[str, ...]:
    """Words for the stretch that a change is measured over."""
    if claim.base_period is None or claim.period is None:
        return ()
    months = months_apart(claim.base_period, claim.period.value)
    return {12: ("year", "annual"), 1: ("month", "monthly")}.get(months or 0, ())


def _named_in(name: str, reference: Figures) -> list[str]:
    """Entities an indicator's own name speaks of ("top US model over the top Chinese model")."""
    words = name.split()
    runs = (" ".join(words[i : i + n]).strip(",()") for n in (1, 2) for i in range(len(words)))
    found = {reference.lexicon[run] for run in runs if run in reference.lexicon}
    return sorted(e for e in found if reference.entity_types.get(e) in slots.MEASURED)


def _why(claim: Claim, who: slots.Choice, when: slots.Choice, score: float) -> tuple[str, ...]:
    return (
        f"unit {claim.quantity.unit or claim.quantity.kind}",
        f"entity {who.value} from {who.origin}",
        f"period {when.value} from {when.origin}",
        f"words {score:.2f}",
    )


