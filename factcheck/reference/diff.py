"""What changed between two packs, or two days of one: figures, indicators, units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

from factcheck.model import Indicator, Pack
from factcheck.reference.database import text, workshop
from factcheck.reference.large.files import scan
from factcheck.reference.pack import read_pack

KEY = "indicator, entity, dimension, period"


@dataclass(frozen=True, slots=True)
class Change:
    """One figure that is not what it was."""

    kind: str
    """added, removed or revised."""
    indicator: str
    entity: str
    dimension: str
    period: str
    before: str | None
    after: str | None
    published: str
    """Day on which the later value (the last one, where it is removed) appeared."""

    @property
    def percent(self) -> Decimal | None:
        """Change in percent of the former value; None where there is none to speak of."""
        try:
            before, after = Decimal(self.before or ""), Decimal(self.after or "")
            return (after - before) / abs(before) * 100 if before else None
        except InvalidOperation:
            return None


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that changed."""

    changes: tuple[Change, ...]
    indicators: tuple[str, ...]
    """One line for each indicator that came, went or was described anew."""
    same: int
    """Figures that stayed as they were."""


def diff(old: Path, new: Path, before: str = "", after: str = "") -> Difference:
    """Compare the figures that count in two packs: of each the one published last.

    `before`, `after`: ISO days; what was published later does not count on that side. Raises
    BadReference where one of the packs is bad.
    """
    first, second = read_pack(old), read_pack(new)
    with workshop() as (con, _):
        for name, folder, day in (("a", old, before), ("b", new, after)):
            until = f"WHERE published <= {text(day)}" if day else ""
            con.execute(f"""
                CREATE TABLE {name} AS SELECT DISTINCT ON ({KEY}) indicator, entity,
                    coalesce(dimension, '') AS dimension, period, value, published::VARCHAR AS day
                FROM {scan(folder)} {until} ORDER BY {KEY}, published DESC, line DESC""")
        rows = con.execute(f"""
            SELECT CASE WHEN a.value IS NULL THEN 'added' WHEN b.value IS NULL THEN 'removed'
                ELSE 'revised' END, {KEY}, a.value, b.value, coalesce(b.day, a.day)
            FROM a FULL JOIN b USING ({KEY})
            WHERE a.value IS DISTINCT FROM b.value
                AND (TRY_CAST(a.value AS DOUBLE) IS DISTINCT FROM TRY_CAST(b.value AS DOUBLE)
                     OR TRY_CAST(a.value AS DOUBLE) IS NULL)
            ORDER BY {KEY}""").fetchall()
        total = con.execute(f"SELECT count(*) FROM a JOIN b USING ({KEY})").fetchone()
    changes = tuple(Change(*row) for row in rows)
    revised = sum(1 for one in changes if one.kind == "revised")
    return Difference(changes, tuple(_described(first, second)), (total or (0,))[0] - revised)


def _described(old: Pack, new: Pack) -> Iterator[str]:
    before = {one.id: one for one in old.indicators}
    after = {one.id: one for one in new.indicators}
    for name in sorted(before.keys() | after.keys()):
        if name not in after:
            yield f"indicator {name} is gone"
        elif name not in before:
            yield f"indicator {name} is new: {after[name].name}"
        else:
            yield from _anew(before[name], after[name])


def _anew(old: Indicator, new: Indicator) -> Iterator[str]:
    for field in ("name", "definition", "unit"):
        was, now = getattr(old, field), getattr(new, field)
        if was != now:
            yield f"indicator {new.id}: {field} was {was!r}, is {now!r}"
