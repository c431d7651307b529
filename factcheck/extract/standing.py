"""Figures that stand for themselves: "Kent on 44, Essex with 37", "A: 52.", "1,503, six points up".

Which figure before (or after) tells what they are in, where no word between them does.
"""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.extract.drafts import Draft
from factcheck.model import Kind

SHARES = (Kind.PERCENT, Kind.SCORE)
_SHARED = (Kind.PERCENT, Kind.PERCENTAGE_POINTS, Kind.MONEY, Kind.DURATION)
_HUNDRED = 100
_STANDS = re.compile(
    r"(?:\b(?:on|at|with|against|been|was|is|only|just|versus|managed|averaged|hit|reached"
    r"|the\s+result|(?:target|rate|share|average|figure|level)\s+of)|[A-Z][\w’'-]*,|[A-Z]\w*['’]s|[?:])\s+$"
)
_STANDS_END = re.compile(
    r"\s*(?:[.,;!?)\n]|$)"
    r"|\s+(?:[-–—]\s|(?:and|against|but|while|versus|in\s+(?:19|20)\d\d)\b)"
)
"""Around a figure that only says how much it is."""
_OPENS = re.compile(
    r"[.;?!]\s+[A-Z][^.;,\d]{1,40},\s+$|^[.;:]\s+(?:[Tt]he\s+)?(?:[A-Z][\w’'-]*\s+){1,2}$"
)
"""Between two figures, where a new sentence sets the second one's scene: "59%. On farms, 84.",
or begins with its name: "59%. Kent 84."."""
_LISTED = re.compile(
    r"(?:\s+[^\s,;.\d][^,;.\d]{0,29})?(?:,|;|,?\s+(?:and|while|but))\s+(?:(?:in|for|of|among)\s+)?(?:the\s+)?"
    r"(?:(?:[A-Z][\w’'.-]*\s+){1,3}|(?<=\w\s)[a-z]{3,}\s+)"
)
"""Between figures of a list: "62%, Essex 48", "62% of women, among men 48"."""
_ITEM_ENDS = re.compile(r"\s*(?:[,;.)]|$)|\s+and\b")
_BRACKETS = re.compile(
    r"(?:\)|[^.;:\d\n]{0,20}\b(?:followed\s+by|ahead\s+of|with|then))[^.;:\d\n]{0,40}\b[A-Z][\w’'-]*\s+\("
)
"""Between figures of names in brackets: "Kent (62%) and Essex (48)"."""
_YEAR_ASIDE = re.compile(
    r"[^()\n]{0,40}\((?:(?:in\s+)?(?:19|20)\d\d:?|(?:up\s+|down\s+)?from|against|(?:it\s+)?was)\s+"
)
"""Between a figure and that of another year in brackets: "88% of farms (2024: 78)"."""
_PLACED = re.compile(
    r"\s+(?P<how>in|for|of|among|at|from|by)\s+[^\s,;.:][^,;.:]{0,29}(?:,|;|,?\s+(?:and|but|while))\s+"
    r"(?:(?:just|only|some|about|nearly|almost)\s+)?"
)
"""Between figures that are told of places alike: "62% in Kent, 48 in Essex"."""
_STANDS_ON = re.compile(r"\bon\s+$")
_OF_THINGS = re.compile(r"\b(?:tally|numbers?|counts?|totals?|toll)\b", re.IGNORECASE)
"""Before a figure of something else: "62%. The number of barges stands at 12."."""
_ANSWERS = re.compile(
    r"[.!?]\n\n(?:[A-Z][\w .’'-]{0,30}: [^\n]{1,150}\?\n\n)?[A-Z][\w .’'-]{0,30}:\s+$"
)
"""Between two figures that are answers to questions: "A: 59%.\n\nQ: And here?\n\nA: 52."."""
_NEXT_ITEM = re.compile(r"[^\n]*\n[ \t]*[-*•][ \t][^\n]*")
_ENDS = re.compile(r"[^.;:\n]{0,40}\b(?:from|to)\s+(?:[a-z]+\s+)?")
"""Between the size of a change and the levels it led from and to."""
_APART = re.compile(
    r"\s+(?:behind|ahead|clear|adrift|more|fewer|less|short|shy|above|below|better)\b"
)
_DEEDS = re.compile(r"\b(?:won|lost|drew|played|scored|conceded|let\s+in|netted|sold|built)\s+$")
_NEXT = 60
"""Code points to the points that another one is behind or ahead by."""
_ALIKE_SIZE = 5
"""Ratio up to which the scores of two items of a list are of one scale."""


def goes_on(gap: str) -> bool:
    """The text of the figure before is gone on with across a line: another answer, another item."""
    return "\n" in gap and bool(_ANSWERS.search(gap) or _NEXT_ITEM.fullmatch(gap))


def stands_on(draft: Draft) -> bool:
    """ "Kent, on 66": what stands so is a share or a score, whatever was counted in between."""
    return bool(_STANDS_ON.search(draft.text, max(0, draft.start - 5), draft.start))


def stands_like(draft: Draft, other: Draft, gap: str) -> bool:
    """A figure up to a hundred that stands for itself behind a name, a verb or a question."""
    if other.kind not in SHARES or draft.form != "digits" or _OF_THINGS.search(gap):
        return False
    if draft.value is None or not 0 <= draft.value <= _HUNDRED:
        return False
    if draft.text.startswith(")", draft.end):
        return bool(_BRACKETS.fullmatch(gap) or _YEAR_ASIDE.fullmatch(gap))
    head = draft.text[max(0, draft.start - 30) : draft.start]
    opens = _STANDS.search(head) or _OPENS.search(gap)
    return bool(opens and _STANDS_END.match(draft.text, draft.end))


def is_listed_alike(draft: Draft, other: Draft, gap: str) -> bool:
    """ "Kent had 62%, Essex 48 and Surrey 31": one figure each of a unit told once."""
    if other.kind not in _SHARED or other.scale > 1 or draft.form != "digits":
        return False
    if draft.value is None or other.value is None or draft.scale > 1:
        return False
    if not _LISTED.fullmatch(gap) or not _ITEM_ENDS.match(draft.text, draft.end):
        return False
    return 0 <= draft.value <= max(Decimal(_HUNDRED), other.value * _ALIKE_SIZE)


def is_alike(draft: Draft, other: Draft, gap: str) -> bool:
    """Whether both are told of names or places in the same way."""
    return is_listed_alike(draft, other, gap) or _is_placed_alike(draft, other, gap)


def _is_placed_alike(draft: Draft, other: Draft, gap: str) -> bool:
    """ "62% in Kent, 48 in Essex", "14 weeks for hips, 12 for knees"."""
    placed = _PLACED.fullmatch(gap)
    if not placed or other.unit is None or other.kind in (Kind.RATIO, Kind.RANK, Kind.MULTIPLE):
        return False
    if not draft.text.startswith(f" {placed['how']} ", draft.end) or other.value is None:
        return False
    largest = max(Decimal(_HUNDRED), abs(other.value) * _ALIKE_SIZE)
    return draft.value is not None and abs(draft.value) <= largest


def is_level(draft: Draft, other: Draft, gap: str) -> bool:
    """A score that another was the change of: "by 7.1 points, from 155.7 to 166.8"."""
    if other.kind is not Kind.SCORE or (draft.step < 1) is not (other.step < 1):
        return False
    return bool(_ENDS.fullmatch(gap))


def is_next_item(draft: Draft, other: Draft) -> bool:
    """A score in a list of scores."""
    if draft.value is None or other.value is None or (draft.step < 1) is not (other.step < 1):
        return False
    small, large = sorted((abs(draft.value), abs(other.value)))
    return other.kind is Kind.SCORE and large <= _ALIKE_SIZE * small


def counts_deeds(draft: Draft) -> bool:
    """ "They won 25", "let in 41": what was done is counted, whatever had points before."""
    head = draft.text[max(0, draft.start - 12) : draft.start]
    return bool(_DEEDS.search(head))


def is_apart(draft: Draft) -> bool:
    """ "68 points, five clear of Kent"."""
    return bool(_APART.match(draft.text, draft.end))


def as_score(draft: Draft, following: Draft) -> None:
    """ "Kent leads on 1,503. Essex is six points behind": a figure that points are set against."""
    gap = draft.text[draft.end : following.start]
    if following.unit != "points" or len(gap) > _NEXT or "\n" in gap or draft.form != "digits":
        return
    if (following.value or 0) < (draft.value or 0) and _APART.match(draft.text, following.end):
        draft.kind, draft.unit = Kind.SCORE, "points"
