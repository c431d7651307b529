"""Which earlier quantity a bare number reads like, so that it has its unit and scale."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.extract.drafts import Draft
from factcheck.extract.points import read_points
from factcheck.extract.standing import (
    SHARES,
    as_score,
    counts_deeds,
    goes_on,
    is_alike,
    is_apart,
    is_level,
    is_next_item,
    stands_like,
    stands_on,
)
from factcheck.model import Kind

TO = re.compile(r"\s*(?:[-–]\s*)?to[\s-]+(?:about\s+|around\s+|nearly\s+)?")
FROM = re.compile(r"\bfrom\s+(?:[a-z]+\s+)?(?:[a-z]+\s+)?$", re.IGNORECASE)
CHANGED = re.compile(
    r"\b(?:up|down|rose|rise|risen|rises|rising|fell|fall|fallen|falls|falling|grew|grow|grown"
    r"|grows|growing"
    r"|climbed|climbs|jumped|jumps|dropped|drops|slipped|slips|gained|gains|lost|loses|declined"
    r"|declines"
    r"|increased|increases|decreased|decreases|surged|slid|advanced|dipped|soared|plunged"
    r"|tumbled|added|cut)"
    r"\s+(?:about\s+|around\s+|nearly\s+|almost\s+|over\s+|more\s+than\s+)?$",
    re.IGNORECASE,
)
BY = re.compile(r"\bby\s+(?:about\s+|around\s+|nearly\s+|almost\s+|over\s+)?$", re.IGNORECASE)
OF_SIZE = (Kind.RATIO, Kind.MULTIPLE, Kind.RANK)
_IN_LIST = re.compile(
    r"(?:\s+[^\s,;.:\d][^,;.:\d]{0,39})?(?:,\s+(?:and\s+|while\s+|with\s+)?|;\s+|\s+and\s+)(?:[\w’'-]+\s+){0,3}"
)
_LISTED_AFTER = re.compile(r"\s*(?:[,;.)\n]|$)|\s+(?:and|in|for|from|by|on|at|went)\b")
_LINK = re.compile(r"(?:,\s)?[^,;.:]{0,30}\b(?:to|from|and|against|than|by)\s+(?:\w+\s+){0,2}")
COMPARES = re.compile(
    r"\s+(?:or\s+so\s+)?(?:more|less|fewer|higher|lower|larger|smaller|above|below|up|down)\b"
)
"""After the size of a change, which shares no unit with the level before: "360, 16% more"."""
_END = re.compile(r",?\s+(?:from|on|against|over)\s+(?:the\s+|its\s+)?|,\s+to\s+")
"""Between the size of a change and a level at one of its ends: "up by 16% from the 418"."""
_SENTENCE = re.compile(r"[.!?]['\"”’)]*\s")
_ASIDE = re.compile(r"\s*\([^()]{0,60}\)")
_OFF = 20
"""Ratio from which a decimal is another measure: an index of 335.1 after a rate of 3.8 per cent."""
_NAME_BEFORE = re.compile(r"(?:,|;|\band)\s+(?:the\s+)?(?:[A-Z][\w’'.-]*\s+){1,3}$")
_ALIKE_SIZE = 5
"""Ratio up to which whole figures of a list share a scale: "344 million, and Kent 338"."""

_BACK = 4
"""Quantities looked back at for a unit: "Denmark is at 240 and Spain at 194"."""


def inherit_units(text: str, drafts: list[Draft]) -> None:
    """Give each bare number the unit of its partner; points between shares are told here too."""
    for i, draft in enumerate(drafts):
        if draft.unit == "points":
            gone_on = i > 0 and goes_on(text[drafts[i - 1].end : draft.start])
            read_points(draft, drafts[max(0, i - _BACK) : i], gone_on=gone_on)
        if not draft.bare or draft.form not in ("digits", "words") or draft.value is None:
            continue
        partner = _partner(text, draft, drafts[max(0, i - _BACK) : i][::-1])
        if partner:
            copy_unit(draft, partner)
            if draft.scale == 1 < partner.scale:
                draft.value *= partner.scale
                draft.step *= partner.scale
                draft.scale = partner.scale
        elif i + 1 < len(drafts):
            as_score(draft, drafts[i + 1])


def _partner(text: str, draft: Draft, earlier: list[Draft]) -> Draft | None:
    """The nearest earlier quantity of the paragraph that the bare number reads like."""
    stands, change = stands_on(draft), False
    for nearest, other in zip((True, False, False, False), earlier, strict=False):
        gap = text[other.end : draft.start]
        if len(gap) > 200:
            return None
        if "\n" in gap:
            item = goes_on(gap) and (stands_like(draft, other, gap) or is_next_item(draft, other))
            return other if item and (nearest or other.kind is Kind.SCORE) else None
        if (stands and other.kind not in SHARES) or (change and other.kind is not Kind.SCORE):
            continue
        sized = other.kind in SHARES and _is_size(text, other)
        stood = (nearest or stands) and not sized and stands_like(draft, other, gap)
        if stood or (nearest and is_alike(draft, other, gap)):
            return other
        if sized and is_level(draft, other, gap):
            return other
        if gap.startswith(")"):
            continue  # an aside is no partner of what follows it
        if other.kind is Kind.PERCENT and sized and _END.fullmatch(gap):
            change = True
            continue
        gap = _ASIDE.sub("", gap)
        if other.form not in ("digits", "words") or (other.bare and other.scale == 1):
            continue
        new_sentence = bool(_SENTENCE.search(gap))
        if other.measured and other.scale == 1 and not nearest:
            continue
        if other.counted and new_sentence and not nearest:
            continue
        if _reads_like(draft, other, new_sentence, gap):
            return other
    return None


def _is_size(text: str, draft: Draft) -> bool:
    """The number is how much something changed by: "up by 16%", "rose 16%"."""
    head = text[max(0, draft.start - 40) : draft.start]
    return bool(BY.search(head) or CHANGED.search(head))


def _linked(other: Draft, gap: str) -> bool:
    """ "from 8.2 per cent to 5.6" shares a unit, "rose 8.2 per cent to 5.6" need not."""
    if TO.fullmatch(gap):
        return bool(FROM.search(other.text[max(0, other.start - 40) : other.start]))
    return bool(_LINK.fullmatch(gap))


def _shares_scale(draft: Draft, other: Draft, gap: str) -> bool:
    """ "$285.9 billion in Kent, 12.4 in Essex and 5.9 in Surrey": printed as finely, and listed."""
    decimals = draft.step < 1 and other.step < other.scale
    as_finely = decimals or _is_as_large(draft, other) or _is_named_beside(draft, other, gap)
    follows = _LISTED_AFTER.match(draft.text, draft.end)
    return bool(other.scale > 1 and as_finely and follows and _IN_LIST.fullmatch(gap))


def _is_as_large(draft: Draft, other: Draft) -> bool:
    """Two whole figures of a like size, but for the scale that one of them leaves out."""
    if draft.step != 1 or other.step != other.scale:
        return False
    return _is_like_size(draft, other)


def _is_named_beside(draft: Draft, other: Draft, gap: str) -> bool:
    """ "212 million, Kent 171.5": a figure of a like size right after a name."""
    return draft.step < 1 and bool(_NAME_BEFORE.search(gap)) and _is_like_size(draft, other)


def _is_like_size(draft: Draft, other: Draft) -> bool:
    if draft.value is None or other.value is None:
        return False
    size = draft.value * other.scale * _ALIKE_SIZE
    return draft.value >= 10 and other.value <= size <= other.value * _ALIKE_SIZE**2


def _reads_like(draft: Draft, other: Draft, new_sentence: bool, gap: str) -> bool:
    if other.kind in OF_SIZE or other.value is None:
        return False
    if draft.scale > 1 or other.scale > 1:
        return (draft.scale > 1 and other.scale > 1) or _shares_scale(draft, other, gap)
    same_print = (draft.step < 1) == (other.step < 1)
    if draft.form == "words" and other.kind is Kind.SCORE:
        return _linked(other, gap) or is_apart(draft)
    if other.kind is Kind.SCORE and counts_deeds(draft):
        return False
    if other.kind is Kind.SCORE and draft.value is not None:
        return abs(other.value) <= 20 * abs(draft.value) <= 400 * abs(other.value)
    if other.kind is not Kind.COUNT:
        if "," in draft.quote:
            return False
        linked = not new_sentence and _linked(other, gap)
        if other.kind is Kind.PERCENT and COMPARES.match(gap) and draft.step == 1:
            return False  # "32% more than the 116 before": 116 of what is counted
        alike = draft.value is None or abs(draft.value) <= _OFF * max(abs(other.value), Decimal(1))
        if other.kind is Kind.PERCENT and abs(other.value) <= 100 < abs(draft.value or Decimal(0)):
            alike = False
        hundred = draft.value == 100 and draft.form == "words" and other.kind is Kind.PERCENT
        decimals = same_print and draft.step < 1 and other.kind is not Kind.MONEY and alike
        return linked if TO.fullmatch(gap) else linked or decimals or hundred
    return same_print


def copy_unit(bare: Draft, partner: Draft) -> None:
    """Let the bare number be of the kind and unit of its partner; pence stay pence."""
    bare.kind, bare.unit, bare.counted = partner.kind, partner.unit, partner.counted
    cents = partner.kind is Kind.MONEY and partner.quote[-1:].isalpha() and partner.scale == 1
    if cents and re.search(r"(?:cents?|pence|p|sen)$", partner.quote) and bare.value is not None:
        bare.value, bare.step = bare.value / 100, bare.step / 100
