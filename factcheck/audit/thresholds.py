"""Conditions on the counts and rates of a summary: "contradicted > 5", "skipped_rate >= 1%"."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.errors import BadSetting
from factcheck.model import Cause

SIGNS: dict[str, Callable[[Any, Any], bool]] = {
    ">": operator.gt,
    ">=": operator.ge,
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
}

NAMES = (
    *("articles", "copies", "skipped", "claims", "checkable", "supported", "contradicted"),
    *("quoted", "ambiguous", "unverifiable", "not_checkable", "confirmed", "rejected"),
    *("conflicts", "contradicted_rate", "confirmed_rate", "skipped_rate", "copies_rate"),
)
"""What a condition may be about, besides `cause.NAME`."""

OF_OUTLETS = (
    *("articles", "claims", "checkable", "contradicted", "confirmed", "rejected", "quoted"),
    *("contradicted_rate", "confirmed_rate"),
)
"""The same for one outlet, as in "Daily Post: contradicted_rate > 5%"."""

_FORM = re.compile(r"\s*(?:(\S.*):\s*)?([a-z_.]+)\s*(>=|<=|>|<|=)\s*([\d.]+)\s*+(%?)\s*")


@dataclass(frozen=True, slots=True)
class Threshold:
    """One condition."""

    words: str
    """As the user wrote it."""
    outlet: str | None
    name: str
    sign: str
    limit: float


def parse(words: str) -> Threshold:
    """Return the condition that words state. Raises `BadSetting`."""
    found = _FORM.fullmatch(words)
    if found is None:
        raise BadSetting(
            f"threshold {words!r}: no condition; expected one such as 'contradicted > 5' or"
            " 'contradicted_rate >= 2%'. [bad-setting]"
        )
    outlet, name, sign, number, unit = found.groups()
    known = NAMES if outlet is None else OF_OUTLETS
    if name not in known and name not in {f"cause.{cause}" for cause in Cause}:
        raise BadSetting(
            f"threshold {words!r}: unknown name {name!r}; expected one of {', '.join(known)},"
            " cause.NAME. [bad-setting]"
        )
    try:
        limit = float(number) / (100 if unit else 1)
    except ValueError:
        raise BadSetting(f"threshold {words!r}: {number!r} is no number. [bad-setting]") from None
    return Threshold(words.strip(), outlet and outlet.strip(), name, sign, limit)


def crossed(threshold: Threshold, summary: Mapping[str, Any]) -> str | None:
    """Return what the summary has, in words, where it meets the condition, else None.

    A rate that is not told, for want of claims, meets none.
    """
    value = _value(threshold, summary)
    if value is None or not SIGNS[threshold.sign](value, threshold.limit):
        return None
    shown = f"{100 * value:.2f}%" if threshold.name.endswith("_rate") else f"{value:,}"
    who = f"{threshold.outlet}: " if threshold.outlet else ""
    return f"{who}{threshold.name} is {shown} ({threshold.words})"


def unknown(threshold: Threshold, summary: Mapping[str, Any]) -> str | None:
    """Return in words that a condition is about an outlet that the summary does not have."""
    if threshold.outlet is None or threshold.outlet in {row["name"] for row in summary["outlets"]}:
        return None
    return f"no outlet is called {threshold.outlet!r} ({threshold.words})"


def _value(threshold: Threshold, summary: Mapping[str, Any]) -> Any:
    """A number or None."""
    if threshold.name.startswith("cause."):
        cause = threshold.name.removeprefix("cause.")
        found = [row for row in summary["causes"] if row["cause"] == cause]
        if threshold.outlet is None:
            return found[0]["contradicted"] if found else 0
        outlets = found[0]["outlets"] if found else []
        return sum(o["contradicted"] for o in outlets if o["outlet"] == threshold.outlet)
    if threshold.outlet is None:
        return summary["counts"][threshold.name]
    rows = [row for row in summary["outlets"] if row["name"] == threshold.outlet]
    return rows[0].get(threshold.name) if rows else None
