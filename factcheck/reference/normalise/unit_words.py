"""Units as publishers word them: "% of GDP", "US$ million", "thousands", "PT_B1GQ"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from factcheck.measure.units import AFTER, unit_id
from factcheck.reference.units import is_unit

SCALES = {"hundred": 100, "thousand": 1000, "k": 1000, "million": 10**6, "mn": 10**6, "mln": 10**6,
          "m": 10**6, "billion": 10**9, "bn": 10**9, "trillion": 10**12, "tn": 10**12}  # fmt: skip
NOISE = re.compile(
    r"\b(?:current|constant|nominal|real|international|chained|fiscal|calendar|nearest|in|of|the|at"
    r"|\d{4}|prices?|total|estimated?|annual|per year|a year)\b"
)
"""What says which dollars or which tonnes, and no other unit."""
WORDS = {
    "%": "percent", "percent": "percent", "per cent": "percent", "percentage": "percent",
    "pct": "percent", "pc": "percent", "share": "percent", "percentage points": "percentage_points",
    "number": "count", "count": "count", "persons": "count", "person": "count", "people": "count",
    "units": "count", "unit": "count", "inhabitants": "count", "heads": "count", "nr": "count",
    "us dollars": "USD", "us dollar": "USD", "us$": "USD", "u.s. dollars": "USD", "$us": "USD",
    "dollars": "USD", "euros": "EUR", "euro": "EUR", "€": "EUR", "£": "GBP",
    "pounds sterling": "GBP",
    "index": "points", "index points": "points", "score": "points", "rank": "ordinal",
    "ranking": "ordinal", "date": "date", "ratio": "ratio",
}  # fmt: skip
CODES = {
    "pc": "percent", "pt": "percent", "percent": "percent", "nr": "count", "ps": "count",
    "per": "count", "ths": "count*1000", "ths_per": "count*1000", "mio": "count*1000000",
    "mio_eur": "EUR*1000000", "cp_meur": "EUR*1000000", "ths_t": "tonnes*1000", "t": "tonnes",
    "pt_b1gq": "percent", "pch_pre": "percent", "pch_sm": "percent", "pc_gdp": "percent",
    "ix": "points", "i15": "points", "i20": "points", "i21": "points", "gwh": "GWh",
    "nb": "count", "pure_numb": "count", "pd": "percentage_points",
}  # fmt: skip
"""Eurostat and SDMX cross-domain unit codes (CL_UNIT, Eurostat code list UNIT), in lower case."""
SHARE = re.compile(r"(?:PC|PT)_[A-Z0-9_]+")
"""The same lists: percent of the labour force (PC_ACT), of the population (PC_POP) …"""


@cache
def read_unit(text: str) -> tuple[str, Decimal] | None:
    """(unit id, worth of one in that unit), or None where the words name no unit we know.

    "thousand tonnes" is ("tonnes", 1000).
    """
    text = " ".join(text.strip().strip("()[]").split())
    if not text or text.isdigit():
        return None
    if code := CODES.get(text.casefold()):
        unit, _, factor = code.partition("*")
        return unit, Decimal(factor or 1)
    if SHARE.fullmatch(text):
        return "percent", Decimal(1)
    if is_unit(text) and not (len(text) == 1 and text.isalpha()):
        return text, Decimal(1)
    low = text.casefold().replace("millions", "million").replace("thousands", "thousand")
    low = low.replace("billions", "billion").replace("trillions", "trillion")
    if re.match(r"%|percent(?:age)?\b(?! points?)|per cent\b(?! points?)", low):
        return "percent", Decimal(1)
    return _scaled(" ".join(NOISE.sub(" ", low).replace(",", " ").split()), text)


def _scaled(low: str, text: str) -> tuple[str, Decimal] | None:
    """Strip one scale word, then look the rest up."""
    words = low.split()
    for place in (0, -1):
        if len(words) > 1 and words[place] in SCALES:
            rest = words[1:] if place == 0 else words[:-1]
            unit = _named(" ".join(rest), text)
            return (unit, Decimal(SCALES[words[place]])) if unit else None
    if len(words) == 1 and len(low) > 2 and low in SCALES:
        return "count", Decimal(SCALES[low])
    unit = _named(low, text)
    return (unit, Decimal(1)) if unit else None


def _named(low: str, text: str) -> str | None:
    if low in WORDS:
        return WORDS[low]
    for said in (low, next((w for w in text.split() if w.casefold() == low), low)):
        if is_unit(said.upper()) and len(said) == 3:
            return said.upper()
        match = AFTER.fullmatch(" " + said)
        if match and len(said) > 1:
            return unit_id(match["form"])
    return None
