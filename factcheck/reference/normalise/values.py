"""Numbers as publishers print them, as plain decimals."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from factcheck.reference.normalise.periods import Unreadable

MISSING = frozenset({"", "..", "...", "…", ":", ".", "/", "-", "–", "—", "*", "n/a", "na", "n.a.",
                     "#n/a", "nan", "null", "none", "x", "[x]", "[c]", "[z]", "[u]", ". .", "k.a.",
                     "k. a.", "not available", "missing"})  # fmt: skip
"""Signs for "no value" in lower case. ".." World Bank and UN, ":" Eurostat, "x" "." "/" Destatis,
"[x]" "[c]" "[z]" "[u]" statistics of the United Kingdom."""
WITH_REASON = re.compile(r":\s*[a-z]+")
"""No value, and why not, as Eurostat writes it: ": c" is confidential."""

PLAIN = re.compile(r"-?\d+(\.\d+)?")
SPACES = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
GROUPED = {
    ".": re.compile(rf"-?\d{{1,3}}([,'’{SPACES}]\d{{3}})+(\.\d+)?"),
    ",": re.compile(rf"-?\d{{1,3}}([.'’{SPACES}]\d{{3}})+(,\d+)?|-?\d+,\d+"),
}
"""Decimal mark -> numbers that need it."""
TWO_WAYS = re.compile(r"-?\d{1,3}[,.]\d{3}")
"""1,234 is a thousand and more, or one and a bit."""
SIGNS = re.compile(r"^[€$£¥]|[€$£¥%]$")


def is_missing(text: str) -> bool:
    """Whether a cell says that there is no value."""
    bare = text.strip().casefold()
    return bare in MISSING or WITH_REASON.fullmatch(bare) is not None


def is_number(text: str, decimal: str | None = None) -> bool:
    """True for what reads as a number, with either mark where `decimal` is None."""
    for mark in (decimal,) if decimal else (".", ","):
        try:
            read_value(text, mark)
        except Unreadable:
            continue
        return True
    return False


def read_value(text: str, decimal: str | None = None, *, local: bool = False) -> str:
    """A plain decimal number, digits as printed. `decimal`: the decimal mark where it is known.
    `local`: where it is not, 1.234 may be a thousand and more as well as 1,234.

    Raises Unreadable.
    """
    bare = SIGNS.sub("", text.strip().replace("−", "-")).strip()
    two_ways = TWO_WAYS.fullmatch(bare)
    if two_ways and decimal is None and (local or "," in bare):
        name = "comma" if "," in bare else "point"
        raise Unreadable(f"a number whose {name} is settled (--decimal point or --decimal comma)")
    if PLAIN.fullmatch(bare) and not (decimal == "," and two_ways):
        return bare
    for mark, form in GROUPED.items():
        if decimal in (None, mark) and form.fullmatch(bare):
            whole = re.sub(rf"[,'’{SPACES}]" if mark == "." else rf"[.'’{SPACES}]", "", bare)
            return whole.replace(",", ".")
    return _scientific(bare)


def _scientific(bare: str) -> str:
    """1.2E+10 as spreadsheets store it."""
    try:
        number = Decimal(bare)
    except InvalidOperation:
        raise Unreadable(_wanted(bare)) from None
    if not number.is_finite():
        raise Unreadable("a number")
    return f"{number:f}"


def _wanted(bare: str) -> str:
    if bare[:1] == "=":
        return "a number (the result of this formula is not stored: open and save the workbook)"
    if re.fullmatch(r"\([\d.,]+\)", bare):
        return "a number without brackets (some write minus so, others what is doubtful)"
    return "a number"
