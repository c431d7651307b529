"""Points that two shares are apart: "72%, so six points short" is in percentage points."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.extract.drafts import Draft
from factcheck.model import Kind

_MEASURES = (Kind.PERCENT, Kind.PERCENTAGE_POINTS, Kind.SCORE)
_NEAR = 250
"""Code points from a share to the points that two such shares are apart."""
_LINE = 140
"""Code points of the line looked at before the points."""
_CUES = re.compile(
    r"\b(?:gap|lead|margin|difference|from|by|lost|loses?|gain\w*|rose|fell|up|down|swing|climb\w*"
    r"|drop\w*|narrow\w*|widen\w*|ahead|behind|short|shy|clear|edge)\b",
    re.IGNORECASE,
)
_CHANGE_BY = re.compile(r"\b(?:of|an?)\s+(?:\w+\s+)?$", re.IGNORECASE)
_APART = re.compile(
    r"\s+(?:more|less|fewer|higher|lower|above|below|up|down|ahead|behind|short|shy|clear|off|apart"
    r"|adrift|to\s+go|cuts?|rises?|hikes?|increases?|gains?|drops?|falls?|leads?|gaps?|margins?)\b"
)
_SENTENCE = re.compile(r"[.!?]['\"”’)]*\s|\n")


def read_points(draft: Draft, earlier: Sequence[Draft], *, gone_on: bool = False) -> None:
    """Make percentage points of the points after a share. `earlier`: quantities before them.

    `gone_on`: the last of these is of the same text even where a line ends between.
    """
    measured = next((d for d in reversed(earlier) if d.kind in _MEASURES), None)
    if measured is None or measured.kind is Kind.SCORE or (draft.value or 0) > 100:
        return
    text = draft.text
    gap = text[measured.end : draft.start]
    if len(gap) > _NEAR or ("\n" in gap and not gone_on):
        return
    line = text[max(0, draft.start - _LINE) : draft.start].rpartition("\n")[2]
    told = line.rpartition(". ")[2]
    beside = _CHANGE_BY.search(line) and not _SENTENCE.search(gap)
    if beside or _CUES.search(told) or _APART.match(text, draft.end):
        draft.kind, draft.unit = Kind.PERCENTAGE_POINTS, "percentage_points"
