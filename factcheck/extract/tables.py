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
_LENGTH = re.compile(
    r"\b(?:m|met(?:re|er)s?|heights?|lengths?|depths?|distances?|widths?|elevation|altitude|tall"
    r"|deep|high|long|wide|race|throw|jump|river|summit|peak|tower)\b",
    re.I,
)
"""In a header: the "m" of its figures stands for metres, not for millions."""
_RANK = re.compile(r"\W*(?:rank(?:ing)?|position|pos|place)\W*", re.I)
_OWN = re.compile(r"\b(?:n|no|number|sample|base|rank(?:ing)?|position|place|year)\b|#", re.I)
"""In the header of a column: its figures are not what the corner or the caption tells of."""
_CAPTION = re.compile(r"(?:,|\()\s*(?:in\s+)?(?P<unit>[^,()\d]{1,30}?)\s*(?:\)|[:.]?\s*$)")
_PLACE = re.compile(r"(?:^|[(,\[]|\bin)\s*(?P<unit>[^()\[\],\d][^()\[\],]{0,30}?)\s*(?:[)\],]|$)")


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
            table, corner = block.table, "" if span in headed else _caption(text[slice(*span)])
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


def _is_header(block: Block) -> bool:
    return block.row is None and block.column is None


def _apply(draft: Draft, headers: list[str]) -> None:
    for header in headers:
        if money := _MONEY.search(header):
            draft.kind, draft.unit = Kind.MONEY, SIGNS[money["sign"]]
            _scale(draft, money["scale"])
            return
        if currency := _CURRENCY.search(header):
            draft.kind, draft.unit = Kind.MONEY, unit_id(currency["word"])
            scale = _SCALE.search(header)
            _scale(draft, scale["scale"] if scale else None)
            return
        if (unit := _named_unit(header)) and (draft.scale == 1 or unit != "percent"):
            draft.kind, draft.unit = UNITS[unit].kind, unit
            return
        if scale := _SCALE.search(header):
            _scale(draft, scale["scale"])


def _named_unit(header: str) -> str | None:
    """ "Share (%)", "Output, TWh", "TWh": a unit that stands by itself in a header."""
    for place in _PLACE.finditer(header):
        match = AFTER.match(" " + place["unit"])
        if match and match.end() == len(place["unit"]) + 1 and match["form"].lower() != "won":
            return unit_id(match["form"])
    return "percent" if "%" in header else None


def _scale(draft: Draft, word: str | None) -> None:
    if not word or draft.value is None or draft.scale > 1:
        return
    low = word.lower().removesuffix("s").removeprefix("’")
    scale = Decimal(1000) if low == "000" else SCALES.get(low) or SCALE_SIGNS[low]
    draft.value *= scale
    draft.step *= scale
    draft.scale = scale
