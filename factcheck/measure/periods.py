"""Periods as ISO 8601 strings: 2024, 2025-02, 2025-02-14, 2024-Q1, 2024-01/2025-02."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

POINT = re.compile(r"(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|Q([1-4])|H([12])))?")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of whole days."""

    start: date
    """First day."""
    end: date
    """Last day, inclusive."""
    precision: str
    """day, month, quarter, half, year or range."""


def parse_period(text: str) -> Period:
    """Read an ISO 8601 period or "first/last". Raises ValueError, naming the text, on any other."""
    first, slash, last = text.partition("/")
    if slash:
        start, end = _point(first, text).start, _point(last, text).end
        if end < start:
            raise ValueError(f"{text!r} ends before it starts")
        return Period(start, end, "range")
    return _point(text, text)


def _point(text: str, whole: str) -> Period:
    match = POINT.fullmatch(text)
    if not match:
        raise ValueError(f"{whole!r} is no ISO 8601 period")
    year, month, day, quarter, half = (int(g) if g else 0 for g in match.groups())
    try:
        if day:
            return Period(date(year, month, day), date(year, month, day), "day")
        if month:
            return _months(year, month, 1, "month")
    except ValueError:
        raise ValueError(f"{whole!r} is no ISO 8601 period") from None
    if quarter:
        return _months(year, 3 * quarter - 2, 3, "quarter")
    if half:
        return _months(year, 6 * half - 5, 6, "half")
    return _months(year, 1, 12, "year")


def _months(year: int, first: int, count: int, precision: str) -> Period:
    last = first + count - 1
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]), precision)


@lru_cache(maxsize=4096)
def bounds(text: str) -> tuple[date, date] | None:
    """First and last day of a period; None for anything `parse_period` does not read."""
    try:
        period = parse_period(text)
    except ValueError:
        return None
    return period.start, period.end


def is_period(text: str) -> bool:
    """Whether `parse_period` reads it ("--04-13", a day without a year, is none)."""
    try:
        parse_period(text)
    except ValueError:
        return False
    return True


def precision(text: str) -> str:
    """day, month, quarter, half, year or range."""
    return parse_period(text).precision


def contains(outer: str, inner: str) -> bool:
    """Whether every day of `inner` lies in `outer`."""
    out, inside = parse_period(outer), parse_period(inner)
    return out.start <= inside.start and inside.end <= out.end


def months_between(first: str, last: str) -> int:
    """Months from the start of `first` to the start of `last`."""
    a, b = parse_period(first).start, parse_period(last).start
    return (b.year - a.year) * 12 + b.month - a.month


def months_apart(first: str, last: str) -> int | None:
    """Like `months_between`; None where one of the two is no period."""
    return months_between(first, last) if is_period(first) and is_period(last) else None


def shift(text: str, by: int) -> str:
    """The period `by` steps of its own precision later (earlier where negative).

    A range moves by its own length in months (days where it does not start on a first).
    """
    if "/" in text:
        return _shift_range(text, by)
    period = parse_period(text)
    if period.precision == "day":
        return (period.start + timedelta(days=by)).isoformat()
    if period.precision == "year":
        return f"{period.start.year + by:04d}"
    size = {"month": 1, "quarter": 3, "half": 6}[period.precision]
    year, month = _add_months(period.start, by * size)
    if period.precision == "month":
        return f"{year:04d}-{month:02d}"
    sign = "Q" if size == 3 else "H"
    return f"{year:04d}-{sign}{(month - 1) // size + 1}"


def previous(text: str) -> str:
    """The period of equal length just before."""
    return shift(text, -1)


def following(text: str) -> str:
    """The period of equal length just after."""
    return shift(text, 1)


def years_later(text: str, by: int) -> str:
    """The same period of another year; 29 February becomes 28 outside leap years."""

    def move(match: re.Match[str]) -> str:
        return f"{int(match[0]) + by:04d}"

    moved = re.sub(r"(?<![-\d])\d{4}", move, text)
    if moved.endswith("-02-29") and not is_period(moved):
        moved = moved[:-2] + "28"
    return moved


def quarter(year: int, number: int) -> str:
    """The months of a quarter, counted from 1: 2024-01/2024-03."""
    return f"{year:04d}-{3 * number - 2:02d}/{year:04d}-{3 * number:02d}"


def half(year: int, number: int) -> str:
    """The months of a half-year, counted from 1: 2024-01/2024-06."""
    return f"{year:04d}-{6 * number - 5:02d}/{year:04d}-{6 * number:02d}"


def _shift_range(text: str, by: int) -> str:
    first, last = text.split("/")
    period = parse_period(text)
    if precision(first) == "day" or precision(last) == "day":
        days = timedelta(days=((period.end - period.start).days + 1) * by)
        return f"{period.start + days}/{period.end + days}"
    size = months_between(first, last) + (12 if precision(last) == "year" else 1)
    if precision(first) == precision(last) == "year":
        return f"{shift(first, size // 12 * by)}/{shift(last, size // 12 * by)}"
    return "/".join(
        "{:04d}-{:02d}".format(*_add_months(parse_period(p).start, size * by))
        for p in (first, last)
    )


def _add_months(start: date, months: int) -> tuple[int, int]:
    count = start.year * 12 + start.month - 1 + months
    return count // 12, count % 12 + 1
