"""Fill the slots of an indicator for one claim: who, which dimension, when, what a sum needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from factcheck.match import derive, slots
from factcheck.match.catalogue import Catalogue
from factcheck.match.prior import Article
from factcheck.match.slots import Part
from factcheck.model import Claim, Indicator, Observation, Reading

DIMENSIONS, ENTITIES, PERIODS = 3, 3, 4
"""Choices tried for each slot; more only add readings that are never acted upon."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A choice for every slot of an indicator, and how well the text speaks for it."""

    claim: Claim
    indicator: Indicator
    who: slots.Choice
    inside: Part
    period: str
    rows: tuple[Observation, ...]
    named: float
    """How well the text names the dimension (0 to 1)."""
    quality: float
    """Of entity and period together (0 to 1)."""
    settled: bool
    origin: str = "clause"
    """Of the period."""
    operation: str | None = None
    operands: derive.Operands = ()

    def reading(self, score: float, *, settled: bool, outright: bool, foreign: bool) -> Reading:
        """`score`: of words and surroundings; `settled`: whether they leave it settled."""
        quantity, score = self.claim.quantity, score * self.named * self.quality
        return Reading(
            self.indicator,
            self.who.value or self.rows[-1].entity,
            self.inside.dimension,
            self.period,
            self.rows,
            score=round(score, 4),
            settled=self.settled and settled,
            why=(
                f"unit {quantity.unit or quantity.kind}",
                f"entity from {self.who.origin}",
                f"period from {self.origin}",
                f"words and surroundings {min(score, 1.0):.2f}",
            ),
            operation=self.operation,
            operands=self.operands,
            foreign=foreign,
            entity_from=self.who.origin,
            period_from=self.origin,
            outright=outright,
        )


class Filler:
    """The slots of one claim under one indicator after another."""

    def __init__(self, catalogue: Catalogue, claim: Claim, article: Article) -> None:
        self.catalogue = catalogue
        self.claim = claim
        self.article = article
        self.timeless = slots.without_time_of(claim, catalogue.parts_of_time)

    def __call__(
        self, indicator: Indicator, operation: str | None, named: Mapping[str, float]
    ) -> Iterator[Filled]:
        """`named`: dimension -> how near the text names it (0 to 1)."""
        parts = self.catalogue.parts(indicator.id)
        choices = slots.dimension_choices(parts, named)[:DIMENSIONS]
        told = [dimension for dimension, _ in choices if dimension and named.get(dimension)]
        known = self.catalogue.spans(indicator.id)
        wanted = slots.asked_for(self.claim, known, told) if known and not operation else None
        if wanted is not None:
            yield from self._sums(indicator, [parts[one] for one in wanted])
            return
        for dimension, clear in choices:
            inside = parts[dimension]
            for who in self._entities(self.claim, indicator, inside)[:ENTITIES]:
                yield from self._of(indicator, operation, clear, inside, who, told)

    def _entities(self, claim: Claim, indicator: Indicator, inside: Part) -> list[slots.Choice]:
        types, related = self.catalogue.reference.entity_types, self.catalogue.related
        return slots.entity_choices(claim, inside, types, related[indicator.id], self.article.named)

    def _sums(self, indicator: Indicator, parts: Sequence[Part]) -> Iterator[Filled]:
        """What several published parts come to."""
        claim = self.timeless
        for who in self._entities(claim, indicator, parts[0])[:1] if parts else ():
            own = [part.by_entity.get(who.value, ()) for part in parts]
            editions = self.article.editions.get(indicator.pack, ())
            for when in slots.period_choices(claim, own[0], editions, self.article.until)[:1]:
                first, *rest = (
                    slots.vintages([r for r in some if r.period == when.value]) for some in own
                )
                if first and all(rest):
                    yield Filled(
                        self.claim, indicator, who, parts[0], when.value, first, 1.0,
                        (who.quality * when.quality) ** 0.5,
                        settled=who.settled and when.settled, origin=when.origin,
                        operation="sum", operands=tuple(rest),
                    )  # fmt: skip

    def _of(
        self,
        indicator: Indicator,
        operation: str | None,
        named: float,
        inside: Part,
        who: slots.Choice,
        told: Sequence[str],
    ) -> Iterator[Filled]:
        """One choice per period it may be about; one without rows where none is published."""
        own = inside.by_entity[who.value] if who.value else inside.rows
        claim = self.timeless
        published = inside.periods_of(who.value)
        absent = slots.absent_period(claim, published, inside)
        if absent and operation is None and who.settled:
            empty = who.quality**0.5
            yield Filled(self.claim, indicator, who, inside, absent, (), named, empty, settled=True)
        editions = self.article.editions.get(indicator.pack, ())
        until = self.article.until
        for when in slots.period_choices(claim, own, editions, until, published)[:PERIODS]:
            rows = slots.vintages([r for r in own if r.period == when.value])
            operands = self._operands(operation, inside, rows, told) if operation else ()
            if operands is None:
                continue
            yield Filled(
                self.claim,
                indicator,
                who,
                inside,
                when.value,
                rows,
                named,
                (who.quality * when.quality) ** 0.5,
                settled=(who.settled or operation == "sum") and when.settled,
                origin=when.origin,
                operation=operation,
                operands=operands,
            )

    def _operands(
        self,
        operation: str,
        inside: Part,
        rows: Sequence[Observation],
        told: Sequence[str],
    ) -> derive.Operands | None:
        if operation == "streak":
            return ()
        if operation == "sum":
            family = self.catalogue.reference.rows(rows[0].indicator)
            return derive.summands(self.claim, family, rows[0], told)
        if operation in ("growth", "difference"):
            named = {rows[0].entity, self.claim.compared_to or ""}
            named.update(slot.value for slot in self.claim.entities)
            own = [r for name in sorted(named) for r in inside.by_entity.get(name, ())]
            return derive.operands(operation, self.claim, own, rows)
        if operation != "rank":
            return derive.operands(operation, self.claim, inside.rows, rows)
        types = self.catalogue.reference.entity_types
        peers = [r for r in inside.rows if types.get(r.entity) == types.get(rows[0].entity)]
        return derive.operands(operation, self.claim, peers, rows)
