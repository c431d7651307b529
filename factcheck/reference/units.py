"""Which unit ids a pack may use."""

from __future__ import annotations

import re

from factcheck.measure.units import UNITS

_METRIC = r"(?:da|[YZEPTGMkhdcmunpf])?(?:m[23]?|g|t|L|l|s|h|W|Wh|J|V|A|K|Pa|bar|Hz|B|bit|mol|Sv)"
_ATOM = rf"(?:{_METRIC}|min|wk|mo|[da]|ha|Cel|\{{[\w -]+\}}|10\*\d+|\d+)"
UCUM = re.compile(rf"/?{_ATOM}(?:[./]{_ATOM})*")
"""The part of UCUM (https://ucum.org/ucum) that press figures need: prefixed metric units, times,
counted things in braces, joined by dots and slashes. "Wh" is ours, for kWh, GWh, TWh."""


def is_unit(text: str) -> bool:
    """True for an id of the unit table, an ISO 4217 code or a UCUM code."""
    return text in UNITS or UCUM.fullmatch(text) is not None or _is_currency(text)


def _is_currency(text: str) -> bool:
    if not re.fullmatch("[A-Z]{3}", text):
        return False
    # Asked only for the rare currencies that the unit table lacks: reading the list takes 30 ms.
    import pycountry

    return pycountry.currencies.get(alpha_3=text) is not None
