"""Give the numbers of a table the unit that the header of their column or row names."""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal

from factcheck.extract.drafts import Draft
from factcheck.measure.currencies import SIGNS
from factcheck.measure.numerals import SCALE_SIGNS, SCALES
from factcheck.measure.units import AFTER, UNITS, unit_id
from factcheck.model import Block, BlockKind, Document, Kind

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
_CAPTION = re.compile(r"(?:,|\()\s*(?:in\s+)?(?P<unit>[^,()]{1,30}?)\s*(?:\)|[:.]?\s*$)")
_PLACE = re.compile(r"(?:^|[(,\[]|\bin)\s*(?P<unit>[^()\[\],\d][^()\[\],]{0,30}?)\s*(?:[)\],]|$)")


def read_cells(document: Document, drafts: list[Draft]) -> None:
    """Set unit, kind and scale of bare numbers in cells: column header, row header, caption."""
    starts = [draft.start for draft in drafts]
    caption = ""
    for block in document.blocks:
        if block.table is None:
            caption = _caption(document.text[block.start : block.end])
        if block.kind is not BlockKind.CELL:
            continue
        headers = [document.text[slice(*span)] for span in (block.column, block.row) if span]
        headers += [caption] if caption else []
        for draft in drafts[bisect_left(starts, block.start) : bisect_left(starts, block.end)]:
            draft.in_cell = True
            if draft.form == "digits" and draft.bare and not draft.silent and not _is_header(block):
                _apply(draft, headers)


def _caption(text: str) -> str:
    """What the words above a table say of its unit: "..., in percentage points"."""
    match = _CAPTION.search(text)
    return f"({match['unit']})" if match and len(text) < 200 else ""


def _is_header(block: Block) -> bool:
    return block.row is None and block.column is None


def _apply(draft: Draft, headers: list[str]) -> None:
    for header in headers:
        if money := _MONEY.search(header):
            draft.kind, draft.unit = Kind.MONEY, SIGNS[money["sign"]]
            _scale(draft, money["scale"])
            return
        if unit := _named_unit(header):
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
