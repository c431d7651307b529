"""What speaks against trusting a pack as it is: sources overdue, undocumented, or at odds."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from factcheck.model import Observation, Pack, Source

DURATION = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def warnings(pack: Pack, today: date) -> list[str]:
    """One line for each: what a maintainer should look at. Nothing here makes a pack unusable."""
    return [*_overdue(pack, today), *_unsaid(pack.sources), *_at_odds(pack)]


def later(day: date, duration: str) -> date:
    """`day` plus an ISO 8601 duration such as P1Y, P3M, P2W or P10D; the last day of a month stays
    inside the month."""
    match = DURATION.fullmatch(duration)
    years, months, weeks, days = (int(part or 0) for part in (match.groups() if match else ""))
    count = day.year * 12 + day.month - 1 + 12 * years + months
    year, month = count // 12, count % 12 + 1
    moved = date(year, month, min(day.day, monthrange(year, month)[1]))
    return moved + timedelta(weeks=weeks, days=days)


def _overdue(pack: Pack, today: date) -> Iterator[str]:
    """Of each publisher only the newest source counts: older editions are not expected again."""
    newest: dict[str, date] = {}
    for row in pack.observations:
        newest[row.source] = max(newest.get(row.source, row.published), row.published)
    last: dict[tuple[str, str], Source] = {}
    for one in pack.sources:
        if one.expected and one.id in newest:
            key = (one.publisher, one.title)
            if key not in last or newest[one.id] > newest[last[key].id]:
                last[key] = one
    for one in last.values():
        due = later(newest[one.id], one.expected)
        if due < today:
            yield (
                f"{pack.name}: source {one.id!r} is of {newest[one.id]}, the next edition was"
                f" expected by {due} (every {one.expected})."
            )


def _unsaid(sources: Sequence[Source]) -> Iterator[str]:
    for one in sources:
        lacking = [
            name
            for name in ("publisher", "url", "retrieved", "licence", "sha256")
            if not getattr(one, name)
        ]
        if lacking:
            yield f"source {one.id!r} does not say {', '.join(lacking)}."


def _at_odds(pack: Pack) -> Iterator[str]:
    """Figures for which two publishers' latest values differ."""
    sources = {one.id: one for one in pack.sources}
    latest: dict[tuple[str, ...], dict[str, Observation]] = {}
    for row in pack.observations:
        slot: tuple[str, ...] = (row.indicator, row.entity, row.dimension, row.period, row.edition)
        by_publisher = latest.setdefault(slot, {})
        publisher = sources[row.source].publisher or row.source
        known = by_publisher.get(publisher)
        if known is None or row.published >= known.published:
            by_publisher[publisher] = row
    for slot, rows in sorted(latest.items()):
        if len({row.value for row in rows.values()}) > 1:
            told = ", ".join(
                f"{row.value} ({sources[row.source].quality} source {row.source!r})"
                for row in sorted(rows.values(), key=lambda row: row.source)
            )
            yield f"{pack.name}: {', '.join(filter(None, slot[:4]))}: sources differ: {told}."
