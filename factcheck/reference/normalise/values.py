"""Numbers as publishers print them, as plain decimals."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from factcheck.reference.normalise.periods import Unreadable

MISSING = frozenset({"", "..", "...", ":", "-", "–", "—", "n/a", "na", "n.a.", "#n/a", "nan",
                     "null", "none", "x", ". .", "not available", "missing"})  # fmt: skip
"""Signs for "no value" in lower case. ".." World Bank and UN, ":" Eurostat, "x" Destatis."""

PLAIN = re.compile(r"-?\d+(\.\d+)?")
GROUPED = {
    ".": re.compile(r"-?\d{1,3}([,'’  ]\d{3})+(\.\d+)?"),
    ",": re.compile(r"-?\d{1,3}([.'’  ]\d{3})+(,\d+)?|-?\d+,\d+"),
}
"""Decimal mark -> numbers that need it. Spaces: also no-break and narrow no-break."""
TWO_WAYS = re.compile(r"-?\d{1,3}[,.]\d{3}")
"""1,234 is a thousand and more, or one and a bit."""
SIGNS = re.compile(r"^[€$£¥]|[€$£¥%]$")


def is_missing(text: str) -> bool:
    return text.strip().casefold() in MISSING


def read_value(text: str, decimal: str | None = None) -> str:
    """A plain decimal number, digits as printed. `decimal`: the decimal mark where it is known.

    Raises Unreadable.
    """
    bare = SIGNS.sub("", text.strip().replace("−", "-")).strip()
    if PLAIN.fullmatch(bare) and not (decimal == "," and TWO_WAYS.fullmatch(bare)):
        return bare
    if decimal is None and "," in bare and TWO_WAYS.fullmatch(bare):
        raise Unreadable("a number whose comma is settled (--decimal point or --decimal comma)")
    for mark, form in GROUPED.items():
        if decimal in (None, mark) and form.fullmatch(bare):
            whole = re.sub(r"[,'’  ]" if mark == "." else r"[.'’  ]", "", bare)
            return whole.replace(",", ".")
    return _scientific(bare)


def _scientific(bare: str) -> str:
    """1.2E+10 as spreadsheets store it."""
    try:
        number = Decimal(bare)
    except InvalidOperation:
        raise Unreadable("a number") from None
    if not number.is_finite():
        raise Unreadable("a number")
    return f"{number:f}"
