"""Give the numbers of a table the unit that the header of their column or row names."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal

from factcheck.extract.drafts import Draft, in_millions
from factcheck.measure.currencies import SIGNS
from factcheck.measure.numerals import SCALE_SIGNS, SCALES
from factcheck.measure.units import AFTER, FORMS, UNITS, unit_id
from factcheck.model import Block, BlockKind, Document, Kind


def _is_currency(form: str, unit: str) -> bool:
    """Not "won", which heads the column of victories."""
    return UNITS[unit].kind is Kind.MONEY and form[0].isalpha() and form != "won"


_MONEY = re.compile(
    r"(?<![A-Za-z])(?P<sign>"
    + "|".join(re.escape(s) for s in sorted(SIGNS, key=lambda s: (-len(s), s)) if s != "PS")
    + r")\s?(?P<scale>bn|mn|m|k|trn|tn|b|t|millions?|billions?|trillions?|thousands?)?(?![A-Za-z])"
)
_SCALE_FIRST = re.compile(r"\b(?P<scale>[mb]n?|tr?n|k|[mb]illions?)\s*$")
"""Before a currency: "bn USD"."""
_SCALE = re.compile(
    r"(?<![\w,.])(?:in\s+)?(?P<scale>thousands?|millions?|billions?|trillions?"
    r"|’?000s?|m|bn)(?![\w])",
    re.I,
)
_CURRENCY = re.compile(
    r"\b(?P<word>"
    + "|".join(sorted((f for f, u in FORMS.items() if _is_currency(f, u)), key=len, reverse=True))
    + r")\b",
    re.I,
)
"""A currency written out: "trillions of US dollars"."""
_TALL = re.compile(
    r"\b(?:met(?:re|er)s?|heights?|lengths?|depths?|distances?|widths?|elevation|altitude|tall"
    r"|deep|high|long|wide|race|throw|jump|river|summit|peak|tower)\b",
    re.I,
)
_LENGTH = re.compile(rf"\bm\b|{_TALL.pattern}", re.I)
"""In a header: the "m" of its figures stands for metres, not for millions."""
_RANK = re.compile(r"\W*(?:rank(?:ing)?|position|pos|place)\W*", re.I)
_OWN = re.compile(r"\b(?:n|no|number|sample|base|rank(?:ing)?|position|place|year)\b|#", re.I)
"""In the header of a column: its figures are not what the corner or the caption tells of."""
_LONGEST_UNIT = 30
"""Code points of the longest unit in a header: "tonnes of oil equivalent" with room to spare."""
_CAPTION = re.compile(
    r"(?:,|\(|\bin\b)\s*(?:in\s+)?(?P<unit>[^\s,()\d][^,()\d]{0,29}?)\s*+(?:\)|(?:[:.]\s*)?$)"
)
_PLACE = re.compile(
    r"(?:^|[(,\[]|\bin)\s*(?P<unit>[^\s()\[\],\d][^()\[\],]{0,30}?)\s*+(?=[)\],]|$)"
)
_POINTS = re.compile(
    r"(?:^|\s)(?:points|pts|index|ratings?)(?:\s*\([^()=]*=[^()]*\))?\W*$|\(out\s+of\s+\d+\)", re.I
)
"""At the end of a header: "League points", "Food price index (2014 = 100)"."""
_SHARE = re.compile(r"%|\bin\s+per\s?cent\b", re.I)
_SCALED = re.compile(r"(?P<scale>[mk]|mn|bn|thousand|million|billion)s?\s+(?=\w)", re.I)
"""Before a unit: "million tonnes", "m ha"."""


def read_cells(document: Document, drafts: list[Draft]) -> None:
    """Set unit, kind and scale of bare numbers in cells: by the headers of column and row, the
    corner of the table, the caption."""
    text, starts = document.text, [draft.start for draft in drafts]
    caption = corner = ""
    table: int | None = None
    headed = {span for block in document.blocks for span in (block.column, block.row)}
    for block in document.blocks:
        span = block.start, block.end
        if block.table is None:
            caption, table = _caption(text[slice(*span)]), None
        elif block.table != table:
            table, corner = block.table, "" if span in headed else _corner(text[slice(*span)])
        if block.kind is not BlockKind.CELL:
            continue
        column, row = (text[slice(*span)] if span else "" for span in (block.column, block.row))
        around = [] if _OWN.search(column) else [corner, caption]
        headers = [header for header in (column, row, *around) if header]
        for draft in drafts[bisect_left(starts, block.start) : bisect_left(starts, block.end)]:
            draft.in_cell = True
            if not draft.silent and not _is_header(block):
                _read(draft, column, headers)


def _read(draft: Draft, column: str, headers: list[str]) -> None:
    if draft.unit == "metres" and draft.quote[-1] == "m" and not any(map(_LENGTH.search, headers)):
        in_millions(draft)
    if draft.form != "digits" or not draft.bare:
        return
    if _RANK.fullmatch(column) and draft.scale == 1:
        draft.kind, draft.unit = Kind.RANK, "ordinal"
    else:
        _apply(draft, headers)


def _caption(text: str) -> str:
    """What the words above a table say of its unit: "..., in percentage points"."""
    match = _CAPTION.search(text) if len(text) < 200 else None
    return f"({match['unit']})" if match else ""


def _corner(text: str) -> str:
    """The same of the corner, which may hold nothing else: "$bn", "%"; "Month" names its rows."""
    if caption := _caption(text):
        return caption
    if len(text) > _LONGEST_UNIT or (len(text) == 1 and text.isalpha()):
        return ""
    unit = _named_unit(text)
    return "" if unit and UNITS[unit].kind is Kind.DURATION else f"({text})"


def _is_header(block: Block) -> bool:
    return block.row is None and block.column is None


def _apply(draft: Draft, headers: list[str]) -> None:
    for header in headers:
        if money := _MONEY.search(header):
            draft.kind, draft.unit = Kind.MONEY, SIGNS[money["sign"]]
            first = _SCALE_FIRST.search(header, 0, money.start())
            _scale(draft, money["scale"] or (first["scale"] if first else None))
            return
        if currency := _CURRENCY.search(header):
            draft.kind, draft.unit = Kind.MONEY, unit_id(currency["word"])
            scale = _SCALE.search(header)
            _scale(draft, scale["scale"] if scale else None)
            return
        if (unit := _named_unit(header)) and (draft.scale == 1 or unit != "percent"):
            draft.kind, draft.unit = UNITS[unit].kind, unit
        if scale := _SCALE.search(header):
            _scale(draft, scale["scale"])
        if draft.unit:
            return


def _named_unit(header: str) -> str | None:
    """ "Share (%)", "Output, million tonnes", "TWh": a unit that stands by itself in a header."""
    for place in _PLACE.finditer(header):
        named = place["unit"]
        scale = _SCALED.match(named)
        form = named[scale.end() :] if scale else named
        match = AFTER.match(" " + form)
        if match and match.end() == len(form) + 1 and not _is_other(form, header):
            return unit_id(match["form"])
    if _SHARE.search(header):
        return "percent"
    return "points" if _POINTS.search(header) else None


def _is_other(form: str, header: str) -> bool:
    """Won and drawn games ("W"), millions ("Population (m)"): no won, watts and metres."""
    alone = len(form) == 1 and header == form
    return alone or form.lower() == "won" or (form == "m" and not _TALL.search(header))


def _scale(draft: Draft, word: str | None) -> None:
    if not word or draft.value is None or draft.scale > 1:
        return
    low = word.lower().removesuffix("s").removeprefix("’")
    scale = Decimal(1000) if low == "000" else SCALES.get(low) or SCALE_SIGNS[low]
    draft.value *= scale
    draft.step *= scale
    draft.scale = scale
