"""Made-up numbers, claims and references, in as few words as a test can be read in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from factcheck.measure.precision import interval
from factcheck.model import (
    Alignment,
    Block,
    BlockKind,
    Claim,
    Document,
    Entity,
    Indicator,
    Kind,
    Modifier,
    Observation,
    Pack,
    Quantity,
    Reading,
    Slot,
    Source,
)
from factcheck.reference.store import Reference

UNITS = {Kind.PERCENT: "percent", Kind.PERCENTAGE_POINTS: "percentage_points", Kind.MONEY: "EUR"}
SOURCE = Source("office", "Tables of the Office", "The Office", "https://example.org/office")


def number(
    value: str,
    kind: Kind = Kind.COUNT,
    unit: str | None = None,
    modifier: Modifier | None = None,
    *,
    near: bool = False,
    step: str | None = None,
    start: int = 0,
) -> Quantity:
    """A number as printed: "9.3" is good to 0.1, a whole count is exact unless `step` says less."""
    exact = Decimal(value)
    places = Decimal(1).scaleb(exact.as_tuple().exponent)
    whole = kind in (Kind.COUNT, Kind.RANK) and places >= 1
    width = Decimal(step) if step is not None else Decimal(0) if whole else places
    low, high = interval(exact, width, modifier, near)
    unit = unit or UNITS.get(kind)
    return Quantity(start, start + len(value), value, kind, exact, low, high, unit, modifier)


def day(value: str) -> Quantity:
    """A date as an article prints it, already in ISO 8601."""
    return Quantity(0, len(value), value, Kind.DATE, value)


def claim(quantity: Quantity, *, who: str = "", when: str = "", **fields) -> Claim:
    """A claim whose sentence names entity and period, unless `fields` say otherwise."""
    if who:
        fields["entities"] = (Slot(who, "sentence"),)
    if when:
        fields["periods"] = (Slot(when, "sentence"),)
    fields = {"sentence": quantity.quote, "sentence_start": 0, "block": 0} | fields
    return Claim(quantity, line=1, column=1, **fields)


def soft(value: str, origin: str = "article") -> Slot:
    """What stands near a number and is not tied to it."""
    return Slot(value, origin, firm=False)


def row(text: str) -> Observation:
    """ "indicator | entity | dimension | period | value | unit [| edition | published]"."""
    cells = [cell.strip() for cell in text.split("|")]
    indicator, entity, dimension, period, value, unit = cells[:6]
    edition, published = (*cells[6:], *("2025", "2025-12-01")[len(cells) - 6 :])
    return Observation(
        indicator, entity, dimension, period, value if unit == "date" else Decimal(value), unit,
        edition, date.fromisoformat(published), SOURCE.id, "", f"made up:{text}",
    )  # fmt: skip


def rows(table: str) -> list[Observation]:
    """One row a line."""
    return [row(line) for line in table.strip().splitlines()]


def reference(
    table: str,
    indicators: Mapping[str, Mapping[str, object]] | None = None,
    types: Mapping[str, str] | None = None,
) -> Reference:
    """One pack. `indicators`: fields other than id and unit; `types`: of the entities."""
    found = rows(table)
    units = {one.indicator: one.unit for one in found}
    made = [_indicator(id, unit, (indicators or {}).get(id, {})) for id, unit in units.items()]
    names = dict.fromkeys(one.entity for one in found)
    entities = tuple(Entity(name, (types or {}).get(name, "place")) for name in names)
    pack = Pack("made", "1", "Made up", "0" * 64, tuple(made), tuple(found), entities, (SOURCE,))
    return Reference([pack])


def _indicator(id: str, unit: str, fields: Mapping[str, object]) -> Indicator:
    known = {
        "name": id.replace("_", " ").capitalize(), "definition": "", "topic": "made up",
        "aliases": (), "confusions": "",
    }  # fmt: skip
    return Indicator(id=id, unit=unit, pack="made", **known | dict(fields))


def reading(
    book: Reference,
    indicator: str,
    entity: str,
    period: str,
    *,
    dimension: str = "",
    score: float = 0.9,
    settled: bool = True,
    operation: str | None = None,
    others: tuple[tuple[str, str], ...] = (),
) -> Reading:
    """The reading of a slot. `others`: (entity, period) of the rows that an operation needs."""

    def vintages(who: str, when: str) -> tuple[Observation, ...]:
        some = [r for r in book.rows(indicator) if (r.entity, r.dimension) == (who, dimension)]
        return tuple(r for r in some if r.period == when)

    return Reading(
        book.indicators[indicator], entity, dimension, period, vintages(entity, period), score,
        settled, ("made up",), operation, tuple(vintages(*other) for other in others),
    )  # fmt: skip


def aligned(*readings: Reading, rivals: tuple[Reading, ...] = ()) -> Alignment:
    """What a matcher would say."""
    return Alignment(readings, rivals)


def document(text: str = "", published: str | None = None) -> Document:
    """A text of one paragraph."""
    appeared = date.fromisoformat(published) if published else None
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    return Document("made", "made.txt", text, "0" * 64, published=appeared, blocks=blocks)
