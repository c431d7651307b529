"""Find the quantities of an article: number, sign, scale, unit and hedge as one exact quote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from factcheck.extract.announced import read_announced
from factcheck.extract.dates import DateMention, find_dates
from factcheck.extract.drafts import Draft, read
from factcheck.extract.hedges import hedge_at
from factcheck.extract.links import link
from factcheck.extract.notclaims import mark_silent
from factcheck.extract.numbers import Number, scan
from factcheck.extract.tables import read_cells
from factcheck.extract.tallies import read_tallies
from factcheck.measure.numerals import tidy
from factcheck.measure.precision import NEAR, NEAR_MULTIPLE, interval, printed_step
from factcheck.measure.units import UNITS
from factcheck.model import Document, Kind, Quantity


def find_quantities(document: Document, dates: list[DateMention] | None = None) -> list[Quantity]:
    """All quantities that state something, in text order, without overlap.

    Numbers inside dates and numbers that are no claim (names, labels, phone numbers, idioms)
    are left out; `find_numbers` gives these too, with the reason. `dates`: those of the document,
    where they are known already.
    """
    return [_finished(draft) for draft in find_numbers(document, dates) if not draft.silent]


def find_numbers(document: Document, dates: list[DateMention] | None = None) -> list[Draft]:
    """Every number outside dates, each with the reason in `silent` where it is no quantity."""
    text = document.text
    dates = find_dates(document) if dates is None else dates
    numbers = _outside(scan(text), dates)
    drafts = [draft for number in numbers for draft in read(text, number)]
    drafts = list(_outside(drafts, dates))
    read_cells(document, drafts)
    read_announced(text, drafts)
    mark_silent(document, drafts)
    read_tallies(text, drafts)
    drafts = link(document, drafts)
    for draft in drafts:
        draft.hedge = draft.hedge or hedge_at(text, draft.start, draft.end, draft.unit)
    return drafts


_Placed = TypeVar("_Placed", Draft, Number)


def _outside(drafts: Iterable[_Placed], dates: list[DateMention]) -> Iterator[_Placed]:
    """Those that touch neither a time expression nor each other; both lists are in text order."""
    at = reached = 0
    for draft in drafts:
        if draft.start < reached:
            continue
        reached = draft.end
        while at < len(dates) and dates[at].end <= draft.start:
            at += 1
        if at == len(dates) or dates[at].start >= draft.end:
            yield draft


def _finished(draft: Draft) -> Quantity:
    modifier = draft.hedge.modifier if draft.hedge else draft.modifier
    low, high = draft.low, draft.high
    if draft.value is not None:
        exact = draft.kind in (Kind.COUNT, Kind.MONEY, Kind.RANK, Kind.DURATION, Kind.SCORE)
        step = printed_step(draft.value, draft.step, whole_is_exact=exact and not draft.measured)
        near = bool(draft.hedge and draft.hedge.near)
        share = NEAR_MULTIPLE if draft.kind is Kind.MULTIPLE else NEAR
        low, high = interval(draft.value, step, modifier, near, share)
    value = None if draft.value is None else tidy(draft.value)
    low, high = (
        end if end is None else value if end == value else tidy(end) for end in (low, high)
    )
    return Quantity(
        draft.start,
        draft.end,
        draft.quote,
        draft.kind,
        value,
        low,
        high,
        draft.unit or _counted(draft),
        modifier,
    )


def _counted(draft: Draft) -> str | None:
    """The noun that is counted, unless it is the name of a unit by chance or a mere "ones"."""
    if draft.kind is not Kind.COUNT or not draft.counted:
        return None
    return (
        None if draft.counted.head in UNITS or draft.counted.head == "ones" else draft.counted.head
    )
