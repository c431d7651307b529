"""The value that would make a sentence true, in the words of the sentence."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from factcheck.measure.units import UNITS
from factcheck.model import Cause, Finding, Kind, Status
from factcheck.report.figures import figure, period_words

_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")
_MONTH_FIRST = re.compile(r"[A-Z][a-z]+\.? \d{1,2}\b")
_YEAR = re.compile(r"\b\d{4}\b")
_DAY = re.compile(r"(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+)(?: (?P<year>\d{4}))?")

_OTHER_UNIT = (Cause.WRONG_UNIT, Cause.WRONG_SCALE)
"""Causes that more than the numeral is wrong with."""


def replacement(finding: Finding) -> str | None:
    """Return what to print instead of the quote, about as rounded; None where unknown."""
    verdict, quantity = finding.verdict, finding.claim.quantity
    if verdict.status is not Status.CONTRADICTED or verdict.expected is None:
        return None
    if quantity.kind is Kind.DATE:
        return _date(quantity.quote, verdict.expected)
    try:
        expected = Decimal(verdict.expected)
    except InvalidOperation:
        return None
    unit = finding.match.observation.unit if finding.match else quantity.unit
    numeral = None
    if verdict.cause not in _OTHER_UNIT and _fits(quantity.unit, unit):
        numeral = _other_numeral(quantity.quote, quantity.value, expected)
    return numeral or figure(_shortened(expected, quantity.quote), unit)


def _fits(claimed: str | None, published: str | None) -> bool:
    """Whether a value in the published unit may stand before the words of the claimed one.

    A counted noun ("40 models") is no unit of its own, and press copy shortens: "tonnes" where
    the publisher says tonnes per hectare.
    """
    return claimed not in UNITS or claimed == published or (published or "").startswith(claimed)


def _other_numeral(quote: str, value: Decimal | str | None, expected: Decimal) -> str | None:
    """The quote with another numeral; None where that would need another scale word or sign."""
    found = _NUMERAL.search(quote)
    if not found or not isinstance(value, Decimal) or value * expected <= 0:
        return None
    printed = Decimal(found.group().replace(",", ""))
    scale = value / printed
    decimals = -min(0, int(printed.as_tuple().exponent))
    new = (expected / scale).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    if abs(scale) != 1 and not 1 <= abs(new) < 1000:
        return None
    grouped = "," if "," in found.group() or (new >= 10000 > printed) else ""
    return f"{quote[: found.start()]}{abs(new):{grouped}f}{quote[found.end() :]}"


def _shortened(expected: Decimal, quote: str) -> Decimal:
    """As many significant digits as the quote has, three where it is in words."""
    found = _NUMERAL.search(quote)
    digits = len(Decimal(found.group().replace(",", "")).as_tuple().digits) if found else 3
    return Decimal(f"{expected:.{max(digits, 2)}g}") if expected else expected


def _date(quote: str, expected: str) -> str:
    """Month before day, and without a year, where the quote has it so."""
    words = period_words(expected)
    found = _DAY.fullmatch(words)
    if not found:
        return words
    year = found["year"] if _YEAR.search(quote) or not _DAY.search(words) else None
    if _MONTH_FIRST.match(quote):
        return f"{found['month']} {found['day']}" + (f", {year}" if year else "")
    return f"{found['day']} {found['month']}" + (f" {year}" if year else "")
