"""Join ranges, and let a bare number take the unit of the number it stands beside."""

from __future__ import annotations

import itertools
import re

from factcheck.extract.drafts import Draft
from factcheck.extract.hedges import hedge_at
from factcheck.extract.partners import (
    BY,
    CHANGED,
    COMPARES,
    FROM,
    OF_SIZE,
    TO,
    copy_unit,
    inherit_units,
)
from factcheck.model import Document, Kind

_DASH = re.compile(r"\s?(?:-|–|—|‑)\s?")
_AND = re.compile(r"\s+(?:and|to)\s+")
_OR = re.compile(r"\s+or\s+")
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+|roughly\s+)?$", re.IGNORECASE)
_RANGING = re.compile(
    r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|span(?:s|ned|ning)?|stretch(?:es"
    r"|ed|ing)?)"
    r"(?:\s+\w+){0,3}\s+from\s+(?:about\s+|around\s+)?$",
    re.IGNORECASE,
)
_LIST = re.compile(
    r"\s*,\s*(?:and\s+|or\s+)?|\s+(?:out\s+)?of\s+(?:(?:the|its|their|all)\s+)?"
    r"|\s+(?:and|or|to)\s+(?:about\s+|around\s+|nearly\s+|almost\s+|over\s+)?"
)
_THOUSAND = 1000
"""In a list a figure from here on has its scale already: "1,464, 3 million and 5 million"."""
_APPOSITION = re.compile(r"\s*,\s*or\s++.*")
_LISTED = re.compile(r"\d\w*,\s+$")
"""Before the last but one of a list: "1,464, or 39% fewer" is none."""


def link(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Ranges become one draft; bare numbers get kind and unit of their partner."""
    speaking = [draft for draft in drafts if not draft.silent and not draft.in_cell]
    _share_forward(document.text, speaking)
    gone = _join_ranges(document.text, speaking)
    speaking = [draft for draft in speaking if id(draft) not in gone]
    inherit_units(document.text, speaking)
    return [draft for draft in drafts if id(draft) not in gone]


def _share_forward(text: str, drafts: list[Draft]) -> None:
    """ "11, 12 and 15 percent", "from 466.5 to 614.2 TWh", "89 to $93 billion"."""
    for left, right in reversed(list(itertools.pairwise(drafts))):
        gap = text[left.end : right.start]
        if len(gap) > 20 or not (_LIST.fullmatch(gap) or _DASH.fullmatch(gap) or TO.fullmatch(gap)):
            continue
        if left.form not in ("digits", "words") or right.value is None or left.value is None:
            continue
        if right.kind is Kind.PERCENT and "," in gap and COMPARES.match(text, right.end):
            continue
        if _APPOSITION.fullmatch(gap) and not _LISTED.search(text[: left.start][-20:]):
            continue
        if right.kind in OF_SIZE and gap.startswith(","):
            continue  # "232 million, five times as many"
        last = _LISTED.search(text[: left.start][-20:]) and gap.strip() == "and"
        listed = (last or gap.strip() == ",") and left.value < _THOUSAND
        scales = left.scale == 1 < right.scale and (
            listed or left.value <= right.value / right.scale
        )
        money = (
            left.kind is Kind.MONEY
            and right.bare
            and bool(_DASH.fullmatch(gap) or TO.fullmatch(gap))
        )
        if scales and (left.bare or left.unit == right.unit or money):
            left.value *= right.scale
            left.step *= right.scale
            left.scale = right.scale
        if left.bare and not right.bare:
            copy_unit(left, right)
        elif (
            right.bare
            and left.unit
            and left.kind is Kind.MONEY
            and (
                right.scale == left.scale > 1
                or (right.scale == left.scale and _DASH.fullmatch(gap))
            )
        ):
            copy_unit(right, left)


def _join_ranges(text: str, drafts: list[Draft]) -> set[int]:
    """Turn the first of two ends into the range; return the ids of the second ones."""
    gone: set[int] = set()
    for left, right in itertools.pairwise(drafts):
        if id(left) in gone or not _is_range(text, left, right):
            continue
        hedge = hedge_at(text, left.start, left.end)
        left.hedge = hedge if hedge and hedge.modifier == "approx" else None
        left.low, left.high = left.value, right.value
        left.value, left.end = None, right.end
        left.kind, left.unit, left.counted = right.kind, right.unit, right.counted
        gone.add(id(right))
    return gone


def _is_range(text: str, left: Draft, right: Draft) -> bool:
    gap = text[left.end : right.start]
    if len(gap) > 12 or left.value is None or right.value is None or left.value >= right.value:
        return False
    if {left.form, right.form} - {"digits", "words"} or not _alike(left, right):
        return False
    head = text[max(0, left.start - 40) : left.start]
    if _DASH.fullmatch(gap) or (_AND.fullmatch(gap) and _BETWEEN.search(head)):
        return True
    if _OR.fullmatch(gap):
        return left.form == right.form == "words" and right.value == left.value + 1
    if not TO.fullmatch(gap):
        return False
    if BY.search(head):  # "by 5 to 7 percent" is a range, "by $3 to $9" a change and its outcome
        word = left.form == "words" and " " not in left.quote
        return word or (left.quote[0].isdecimal() and left.quote[-1].isdecimal())
    return bool(_RANGING.search(head)) or not (FROM.search(head) or CHANGED.search(head))


def _alike(left: Draft, right: Draft) -> bool:
    return left.bare or (left.kind is right.kind and left.unit == right.unit)
