"""Units told once for all figures that follow: "In billions of dollars, Kent had 5.4, Essex 2"."""

from __future__ import annotations

import re
from bisect import bisect_left

from factcheck.extract.drafts import Draft
from factcheck.extract.folding import folded
from factcheck.measure.currencies import SIGNS
from factcheck.measure.numerals import SCALE_SIGNS, SCALES
from factcheck.measure.units import AFTER, UNITS, unit_id

_SHAPES = (
    re.compile(
        r"in\s+(?:(?P<scale>thousands|millions|billions|trillions)(?:\s+of)?(?=\s+\w|\s*[,:)])"
        r"|(?P<sign>us\$|[$€£¥])\s?(?P<signed>trn|tn|bn|mn|m|k|trillions?|billions?|millions?)?(?!\w)"
        r"|(?=per\s?cent|%|percentage\s+points))"
    ),
    re.compile(r"per\s(?=\s*(?:100,000|1,000|million)\b)"),
)
"""In folded text; each begins with a plain letter, as in `numbers`."""
_LONGEST = 40
"""Code points of the longest unit: "per 100,000 inhabitants" with room to spare."""
_END = re.compile(r"\s*[,:)]")
"""After the unit, or it is told of one figure alone ("in millions of dollars they lost")."""
_SENTENCE = re.compile(r"[.!?]['\"”’)]*\s|\n|$")


def read_announced(text: str, drafts: list[Draft]) -> None:
    """Give unit and scale to the bare figures of a sentence that opens with their unit."""
    low = folded(text)
    for match in (match for shape in _SHAPES for match in shape.finditer(low)):
        if low[match.start() - 1 : match.start()].isalnum():
            continue
        unit, end = _unit(text, match)
        if _END.match(text, end):
            stop = _SENTENCE.search(text, end)
            _silence(drafts, match.start(), end)
            _apply(drafts, end, stop.start() if stop else len(text), unit, _scale(match))


def _unit(text: str, match: re.Match[str]) -> tuple[str | None, int]:
    """Unit id and where it ends; None where only a scale is told."""
    groups, at = match.groupdict(), match.end()
    if sign := groups.get("sign"):
        return SIGNS[sign.upper()], at
    at = match.start() if match[0].startswith("per") else at
    unit = AFTER.match(" " + text[at : at + _LONGEST].lower().lstrip())
    if unit is None:
        return None, match.end()
    lead = len(text[at : at + _LONGEST]) - len(text[at : at + _LONGEST].lstrip())
    return unit_id(unit["form"]), at + lead + unit.end() - 1


def _scale(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups.get("scale") or groups.get("signed") or ""


def _silence(drafts: list[Draft], start: int, end: int) -> None:
    """The unit itself is no figure ("billions", "100,000")."""
    for draft in _between(drafts, start, end):
        draft.silent = "scale"


def _between(drafts: list[Draft], start: int, end: int) -> list[Draft]:
    first = bisect_left(drafts, start, key=lambda draft: draft.start)
    return drafts[first : bisect_left(drafts, end, key=lambda draft: draft.start)]


def _apply(drafts: list[Draft], start: int, stop: int, unit: str | None, scale: str) -> None:
    worth = SCALES.get(scale.removesuffix("s")) or SCALE_SIGNS.get(scale)
    for draft in _between(drafts, start, stop):
        if draft.form != "digits" or not draft.bare or draft.scale > 1 or draft.in_cell:
            continue
        if worth and draft.value is not None:
            draft.value, draft.step, draft.scale = draft.value * worth, draft.step * worth, worth
        if unit:
            draft.kind, draft.unit = UNITS[unit].kind, unit
