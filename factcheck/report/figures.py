"""Figures, dates and periods in words: "$285.9 billion", "13 April 2026"."""

from __future__ import annotations

import calendar
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal, InvalidOperation

# The currencies whose sign stands before the figure in English copy; others go by their ISO code.
_SIGNS = {"USD": "$", "GBP": "£", "EUR": "€", "JPY": "¥"}

_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_WIDE = Context(prec=100)
"""Holds every digit of what can be claimed or published; the usual 28 are too few for both."""
_PLACES = 3
"""Decimals shown; press copy prints two at most."""

_SUFFIXES = {
    "percent": "%",
    "percentage_points": " percentage points",
    "multiple": " times",
    "count": "",
    "ratio": "",
}

_MONTHS = tuple(calendar.month_name)[1:]


def figure(value: Decimal | str, unit: str | None) -> str:
    """Return a value in words: "7.6%", "$285.9 billion", "1,953", "39 points", "13 April 2026".

    At most three decimals are shown; the report's JSON keeps every digit.
    """
    if isinstance(value, str):
        return period_words(value) if unit == "date" else value
    unit = unit or "count"
    if unit == "date":
        return period_words(plain(value))
    if unit == "ordinal":
        return _ordinal(value)
    if unit in _SUFFIXES:
        return _number(value) + _suffix(value, unit)
    if len(unit) == 3 and unit.isalpha() and unit.isupper():
        return _money(value, unit)
    words = unit.replace("_", " ")
    if abs(value) == 1 and words.endswith("s") and " " not in words:
        words = words[:-1]
    return f"{_number(value)} {words}"


def printed(value: str, unit: str | None) -> str:
    """Return the same for a value as reports hold it: a number in digits, or a date."""
    try:
        return figure(Decimal(value), unit)
    except InvalidOperation:
        return figure(value, unit)


def plain(value: Decimal) -> str:
    """Return a decimal with neither exponent nor trailing zeros: 109100000000, 2.7."""
    digits = format(value, "f")
    return digits.rstrip("0").rstrip(".") or "0" if "." in digits else digits


def day_words(day: date) -> str:
    """Return a day as "13 April 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def period_words(period: str) -> str:
    """Return an ISO 8601 period or date in words; what is not one comes back as it is.

    "2026-04-13" is 13 April 2026, "--04-13" 13 April, "2024-01/2025-02" January 2024 to
    February 2025, "2025-Q1" Q1 2025.
    """
    start, slash, end = period.partition("/")
    if slash:
        return f"{period_words(start)} to {period_words(end)}"
    try:
        return _date_words(period)
    except (ValueError, IndexError):
        return period


def _date_words(period: str) -> str:
    if period.startswith("--"):
        month, day = period[2:].split("-")
        return f"{int(day)} {_month(month)}"
    year, *rest = period.split("-")
    if not rest:
        return year
    if rest[0].startswith("Q"):
        return f"{rest[0]} {year}"
    words = f"{_month(rest[0])} {year}"
    return f"{int(rest[1])} {words}" if len(rest) > 1 else words


def _month(number: str) -> str:
    if not 1 <= int(number) <= 12:
        raise ValueError(number)
    return _MONTHS[int(number) - 1]


def _number(value: Decimal) -> str:
    """Digits with thousands separators; from a million on with a scale word."""
    sign = "-" if value < 0 else ""
    size = abs(value)
    for zeros, word in _SCALES:
        if size >= Decimal(10) ** zeros:
            return f"{sign}{_grouped(_shortened(size.scaleb(-zeros)))} {word}"
    return sign + _grouped(_shortened(size))


def _shortened(size: Decimal) -> str:
    """At most three decimals, or below 1 three significant digits: computed values have more."""
    places = _PLACES - min(size.adjusted() + 1, 0) if size else 0
    if len(plain(size).partition(".")[2]) <= places:
        return plain(size)
    return plain(size.quantize(Decimal(10) ** -places, ROUND_HALF_EVEN, _WIDE))


def _grouped(digits: str) -> str:
    whole, point, decimals = digits.partition(".")
    return f"{int(whole):,}{point}{decimals}"


def _suffix(value: Decimal, unit: str) -> str:
    suffix = _SUFFIXES[unit]
    return suffix[:-1] if suffix.endswith("points") and abs(value) == 1 else suffix


def _money(value: Decimal, currency: str) -> str:
    number = _number(abs(value))
    sign = "-" if value < 0 else ""
    if currency in _SIGNS:
        return f"{sign}{_SIGNS[currency]}{number}"
    return f"{sign}{currency} {number}"


def _ordinal(value: Decimal) -> str:
    number = plain(value)
    teens = number[-2:] in {"11", "12", "13"}
    return number + ("th" if teens else {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th"))
