"""Periods as publishers spell them, as ISO 8601.

SDMX time formats (2024-Q1, 2024-M03, 2024-S1, 2024-W05: SDMX 2.1 Section 6), months by name,
fiscal years, ranges. A spelling that could be two things is refused, not guessed.
"""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from collections.abc import Callable
from datetime import date, timedelta

from factcheck.measure.periods import half, is_period, quarter

MONTHS = {
    name.casefold(): number
    for names in (month_name, month_abbr)
    for number, name in enumerate(names)
    if name
} | {"sept": 9}

_YEAR = r"(?P<y>[12]\d{3})"
_MONTH = r"(?P<name>[A-Za-z]{3,9})\.?"


class Unreadable(ValueError):
    """A spelling that says nothing, or two things; the text ends "expected …"."""


def read_period(text: str, fiscal_start: int | None = None) -> str:
    """The ISO 8601 period that `text` means.

    `fiscal_start`: month, 1 to 12, in which a fiscal year starts; without it "FY2024" and
    "2023/24" are refused, with it "2003-04" is such a year and no month. "FY2024" is the year that
    ends in 2024 (unless it starts in January).
    Raises Unreadable.
    """
    text = " ".join(text.replace("–", "-").replace("—", "-").split())
    if fiscal_start and is_year_pair(text):
        return _fiscal(int(text[:4]) + 1, fiscal_start)
    for form, made in FORMS:
        if match := form.fullmatch(text):
            found = made(match, fiscal_start)
            if not is_period(found):
                break
            return found
    raise Unreadable("a year, month, quarter, day or range, such as 2024, 2024-Q1 or Mar 2024")


def is_year_pair(text: str) -> bool:
    """ "2003-04": April 2003, or the year from 2003 to 2004."""
    pair = re.fullmatch(r"[12]\d(\d\d)-(\d\d)", text)
    return pair is not None and int(pair[2]) == (int(pair[1]) + 1) % 100


def _fiscal(last: int, start: int | None) -> str:
    if start is None:
        raise Unreadable("the month in which the fiscal year starts (--fiscal-start 4)")
    if start == 1:
        return f"{last:04d}"
    return f"{last - 1:04d}-{start:02d}/{last:04d}-{start - 1:02d}"


def _span(match: re.Match[str], start: int | None) -> str:
    """ "2023/24" is a fiscal year; "2019-2021" is a range of whole years."""
    first, second = int(match["a"]), match["b"]
    if len(second) == 4:
        return f"{first}/{second}"
    if int(second) != (first + 1) % 100:
        raise Unreadable("both years in full (2019-2021), or a fiscal year such as 2023/24")
    return _fiscal(first + 1, start)


def _year_month(match: re.Match[str], start: int | None) -> str:
    """ "2024/01" is a month where it is no pair of years."""
    return (
        _span(match, start)
        if is_year_pair(f"{match['a']}-{match['b']}")
        else f"{match['a']}-{match['b']}"
    )


def _months(match: re.Match[str], start: int | None) -> str:
    """ "Jan-Mar 2024", "Nov 2023 to Jan 2024"."""
    first, last = (MONTHS.get(match[name].casefold()) for name in ("name", "last"))
    begins = match["begin"] or match["y"]
    return f"{begins}-{first:02d}/{match['y']}-{last:02d}" if first and last else ""


def _ending(match: re.Match[str], start: int | None) -> str:
    """ "Year to March 2024" and "12 months to March 2024", as statistical offices write rolling
    years."""
    last = MONTHS.get(match["name"].casefold())
    if not last:
        return ""
    count = int(match["y"]) * 12 + last - int(match["n"] or 12)
    return f"{count // 12:04d}-{count % 12 + 1:02d}/{match['y']}-{last:02d}"


def _month(match: re.Match[str], start: int | None) -> str:
    number = MONTHS.get(match["name"].casefold())
    return f"{match['y']}-{number:02d}" if number else ""


def _named_day(match: re.Match[str], start: int | None) -> str:
    number = MONTHS.get(match["name"].casefold())
    return f"{match['y']}-{number:02d}-{int(match['d']):02d}" if number else ""


def _week(match: re.Match[str], start: int | None) -> str:
    try:
        monday = date.fromisocalendar(int(match["y"]), int(match["w"]), 1)
    except ValueError:
        return ""
    return f"{monday}/{monday + timedelta(days=6)}"


def _day_or_longer(match: re.Match[str], start: int | None) -> str:
    """A timestamp at midnight is a day; spreadsheets write dates so."""
    return match["day"]


Form = tuple[re.Pattern[str], Callable[[re.Match[str], int | None], str]]

FORMS: tuple[Form, ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), made)
    for pattern, made in (
        (rf"{_YEAR}(?:-A1)?", lambda m, s: m["y"]),
        (rf"{_YEAR}\.0", lambda m, s: m["y"]),
        (rf"{_YEAR} ?-? ?Q(?P<q>[1-4])", lambda m, s: quarter(int(m["y"]), int(m["q"]))),
        (rf"Q(?P<q>[1-4])[ /-]*{_YEAR}", lambda m, s: quarter(int(m["y"]), int(m["q"]))),
        (rf"{_YEAR} ?-? ?[SH](?P<h>[12])", lambda m, s: half(int(m["y"]), int(m["h"]))),
        (rf"[SH](?P<h>[12])[ /-]*{_YEAR}", lambda m, s: half(int(m["y"]), int(m["h"]))),
        (rf"(?P<q>[1-4])Q ?{_YEAR}", lambda m, s: quarter(int(m["y"]), int(m["q"]))),
        (rf"{_YEAR}(?P<m>0[1-9]|1[0-2])(?P<d>\d\d)?", lambda m, s: "-".join(
            filter(None, (m["y"], m["m"], m["d"])))),
        (rf"(?P<m>0[1-9]|1[0-2])/{_YEAR}", lambda m, s: f"{m['y']}-{m['m']}"),
        (rf"(?P<d>\d\d?)\.(?P<m>\d\d?)\.{_YEAR}", lambda m, s: (
            f"{m['y']}-{int(m['m']):02d}-{int(m['d']):02d}")),
        (rf"{_YEAR} ?-? ?M(?P<m>0?[1-9]|1[0-2])", lambda m, s: f"{m['y']}-{int(m['m']):02d}"),
        (rf"{_YEAR}-?W(?P<w>\d\d?)", _week),
        (rf"{_YEAR}-(?P<m>0[1-9]|1[0-2])", lambda m, s: m[0]),
        (r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?", _day_or_longer),
        (rf"{_MONTH}[ -]{_YEAR}", _month),
        (rf"{_YEAR}[ -]{_MONTH}", _month),
        (rf"(?P<d>\d\d?) {_MONTH} {_YEAR}", _named_day),
        (rf"{_MONTH} (?P<d>\d\d?),? {_YEAR}", _named_day),
        (rf"FY ?{_YEAR}|{_YEAR.replace('<y>', '<z>')} ?FY", lambda m, s: _fiscal(
            int(m["y"] or m["z"]), s)),
        (r"(?P<a>[12]\d{3})/(?P<b>0[1-9]|1[0-2])", _year_month),
        (r"(?:FY ?)?(?P<a>[12]\d{3})(?: ?[/-] ?| to )(?P<b>[12]\d{3}|\d\d)", _span),
        (rf"(?:year|(?P<n>3|6|12) months) (?:to|ending|ended) {_MONTH} {_YEAR}", _ending),
        (rf"{_MONTH}(?: (?P<begin>[12]\d{{3}}))?(?: ?- ?| to )(?P<last>[A-Za-z]{{3,9}})\.? {_YEAR}",
         _months),
        (r"\d{4}(?:-\d\d){0,2}/\d{4}(?:-\d\d){0,2}", lambda m, s: m[0]),
    )
)  # fmt: skip
"""Tried in order. "2023-24" is no month, "2003-04" is one: ISO 8601 comes before fiscal years."""
