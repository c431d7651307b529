"""What a claim takes over from its surroundings where its sentence does not say who or when."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from factcheck.extract import changes, what, when, who
from factcheck.extract.around import Stretch
from factcheck.extract.dates import DateMention
from factcheck.extract.editions import EditionMention
from factcheck.extract.entities import Mention
from factcheck.extract.view import View
from factcheck.measure.periods import bounds, is_period, precision, years_later
from factcheck.model import Claim, Kind, Quantity, Slot

PRONOUN = re.compile(
    r"^\W*(?:(?:and|but|so|there|then|now|today|still)\W+)?(?:it|its|they|their|he|his|she|her)\b",
    re.IGNORECASE,
)
"""Opens a sentence that goes on about the subject of the one before."""
PERSON = re.compile(
    r"^\W*(?:(?:and|but|so|then|now)\W+)?(?:it\s+(?:was|is)\s+)?(?:he|his|she|her)\b", re.IGNORECASE
)
"""The same about one person."""
BOTH = re.compile(
    r"\b(?:(?:the|these|those)\s+(?:two|pair\s+of)|both)\s+(?:of\s+them\b"
    r"|(?!(?:days|weeks|months|years|decades|centuries|quarters|halves|seasons|times)\b)[a-z-]+s\b)"
    r"|\bthe\s+pair\b(?!\s+of)"
    r"|\bthe\s+two\b(?=\s*[,.;:]|\s+(?:is|are|was|were|has|have|had)\b)",
    re.IGNORECASE,
)
"""Two that the text has just named: "between the two countries", "both clubs", "the pair"."""
THEN = re.compile(
    r"^\W*(?:(?:and|but)\s+)?(?:(?:back\s+)?then\b,?|at\s+(?:that|the)\s+time\b|that\s+(?:year|month)\b"
    r"|in\s+(?:that|the\s+same)\s+(?:year|month)\b)",
    re.IGNORECASE,
)
"""Opens a sentence about the time that the one before has named last."""
LABELLED = re.compile(
    r"\b(?:edition|report|survey|volume|issue|release|printed|published)\b", re.IGNORECASE
)
"""In a column header whose year may be that of an edition."""
RELEASED = re.compile(
    r"\b(?:as\s+)?(?:(?:first|originally|initially)\s+)?(?:released|published|printed|issued"
    r"|reported)\s+(?:in|on)\b",
    re.IGNORECASE,
)
"""The same where the date can only be that: "as released in April"."""
YEAR_EARLIER = re.compile(r"\s+(?:a|the|one)\s+year\s+(?:earlier|before|ago)\b")
"""After a figure that is only a yardstick: "5%, against 4% a year earlier"."""
AFTER = re.compile(
    r",\s+(?:(?:up|down)\s+from|from|after|against|compared\s+(?:with|to)|versus)\s+"
    r"(?:[^\s,;][^,;]{0,29}\s+and\s+)?(?:[\w$€£]+\s+){0,2}?$"
)
"""Before a figure that is only a yardstick."""
NEAR_BY = 60
"""Code points before a figure in which that stands."""
ENOUGH = 0.3
"""Least share of its sentences' dates that makes a period the one an article is about."""
TWICE = 2
"""Least votes of the same: one mention in passing is not enough."""
NARROW = ("date", "week", "decade", "century")
"""Kinds of dates that articles tell of but are not about."""
FAR = ("before", "heading", "title")
"""Origins outside the paragraph."""
CELLS = ("row", "column")
Found = Callable[[int, int], Sequence[Mention]]
Dates = Callable[[int, int], Sequence[DateMention]]


@dataclass(frozen=True, slots=True)
class Place:
    """A number, its sentence, what surrounds it and the claims before it in the article."""

    view: View
    quantity: Quantity
    around: Sequence[Stretch]
    earlier: Sequence[Claim]
    stated: Sequence[Claim]
    """Those of them of which `is_stated` holds."""


def entities(place: Place, inside: Found, *, cell: bool) -> list[Slot]:
    """Who the claim may be about, likeliest first.

    `inside`: what is named between two offsets; `cell`: whether the number stands in a table.
    """
    view, quantity, around = place.view, place.quantity, place.around
    slots = [] if cell else who.readings(view, quantity)
    for stretch in around:
        if stretch.origin in (*CELLS, "parent"):
            origin = "row" if stretch.origin == "parent" else stretch.origin
            slots += [
                Slot(m.entity, origin, not slots)
                for m in inside(stretch.start, stretch.end)[:1]
                if origin != "row" or all(slot.origin != "row" for slot in slots)
            ]
    if not slots and BOTH.search(view.text, view.sentence.start, view.sentence.end):
        slots += [Slot(m, "paragraph", False) for m in _last_two(view, inside)]
    sentence = view.text[view.sentence.start : view.sentence.end]
    goes_on = bool(PRONOUN.match(sentence))
    if not slots and PERSON.match(sentence):
        slots += _last_told(view, place.earlier)
    if not goes_on:
        slots += _topics(view, place.earlier)
    if quantity.kind is Kind.MULTIPLE or what.is_apart(view, quantity):
        slots += [Slot(name, "paragraph", False) for name in _others_told(place, slots)]
    slots += [] if cell else who.others(view, quantity)
    late = [] if goes_on else ["before"]
    for stretch in sorted(around, key=lambda s: s.origin in late):
        if stretch.origin not in ("list", "parent", *CELLS):
            number = 2 if stretch.origin == "title" else 1
            slots += [
                Slot(m, stretch.origin, False)
                for m in _leading(view, inside(stretch.start, stretch.end), number)
            ]
    return slots


def _last_two(view: View, inside: Found) -> list[str]:
    """The two that were named last before the sentence, sources aside; nobody if fewer were."""
    before = [m.entity for m in reversed(inside(0, view.sentence.start))]
    named = [name for name in dict.fromkeys(before) if name not in view.sources]
    return named[:2] if len(named) > 1 else []


def _topics(view: View, earlier: Sequence[Claim]) -> list[Slot]:
    """Who the first claim of the paragraph is about; from afar where that was taken from afar."""
    at = bisect_left(earlier, view.sentence.block, key=lambda claim: claim.block)
    first = next((c for c in earlier[at : at + 1] if c.block == view.sentence.block), None)
    if first is None or not first.entities:
        return []
    slot = first.entities[0]
    return [Slot(slot.value, slot.origin if slot.origin in FAR else "paragraph", False)]


def _last_told(view: View, earlier: Sequence[Claim]) -> list[Slot]:
    """The one whom all numbers of the sentence before are about."""
    block = view.sentence.block
    before = [
        c for c in earlier[-8:] if c.block == block and c.sentence_start < view.sentence.start
    ]
    told = [c for c in before if c.sentence_start == before[-1].sentence_start]
    names = {c.entities[0].value for c in told if c.entities and c.entities[0].firm}
    return [Slot(name, "paragraph") for name in names] if len(names) == 1 else []


def _others_told(place: Place, slots: Sequence[Slot]) -> list[str]:
    """Who else the numbers just before are about: "1.5 times as big" as that one."""
    block, known = place.view.sentence.block, {slot.value for slot in slots}
    here = takewhile(lambda claim: claim.block == block, reversed(place.earlier))
    told = [claim.entities[0].value for claim in here if claim.entities]
    return [name for name in dict.fromkeys(told) if name not in known][:1]


def _leading(view: View, mentions: Sequence[Mention], number: int) -> list[str]:
    """The first names of a stretch, sources last."""
    names = list(dict.fromkeys(m.entity for m in mentions))
    return sorted(names, key=lambda name: name in view.sources)[:number]


def periods(place: Place, inside: Dates, main: str | None) -> list[Slot]:
    """When the claim may be about, likeliest first. `main`: what the whole article is about."""
    view, quantity, earlier = place.view, place.quantity, place.earlier
    role = changes.role(view, quantity)
    slots = when.readings(view, quantity) or _then(place, inside)
    told = bool(slots) and slots[0].origin == "clause"
    if changes.same_span(view) and not told and (span := _span(earlier)):
        slots = [Slot(span[0] if role == "from" else span[1], "paragraph", False), *slots]
        return slots
    outer = _inherited(place, inside, main, firm=not slots)
    since = what.told_since(view, quantity)
    if since and not told and role is None:
        known = (s for s in outer if is_period(s.value) and precision(s.value) == "year")
        ends = [s for s in known if s.value > since][:1]
        return [Slot(f"{since}/{s.value}", "sentence", s.firm) for s in ends] + slots + outer
    years = 0 if told else changes.years_back(view, quantity)
    if years and (back := _years_back(place, years)):
        return back
    if not told and (years := changes.years_on(view, quantity)):
        return _years_on(view, earlier, outer, years)
    if changes.year_before(view, quantity):
        return _a_year_before(view, earlier, outer)
    following = view.following(quantity)
    if role == "from" and following and not slots:
        slots = [replace(s, firm=False) for s in when.readings(view, following) if "/" in s.value][
            :1
        ]
    slots = [replace(s, value=_end_of_change(s.value, role)) for s in slots + outer]
    if not told and (role == "from" or changes.is_earlier(view, quantity)):
        steps = changes.window(view) or max(changes.steps_back(view, quantity), 1)
        slots = [replace(s, value=_years_before(s.value, steps), firm=False) for s in slots]
    return slots


def _then(place: Place, inside: Dates) -> list[Slot]:
    """The time named last in the sentence before, where this one says "then"."""
    view = place.view
    if not THEN.match(view.between(view.sentence.start, view.sentence.end)):
        return []
    before = next((s for s in place.around if s.origin == "paragraph"), None)
    named = [d.value for d in inside(before.start, before.end) if d.value] if before else []
    return [Slot(named[-1], "sentence")] if named else []


def base_period(place: Place) -> str | None:
    """Of the size of a change: when the "from" of its sentence was, if that is said for sure.

    "251 million in 2024, up from 155 million in 2000, an increase of 62%".
    """
    if what.operation(place.view, place.quantity) not in ("growth", "difference", "multiple"):
        return None
    sentence = place.view.sentence.start
    starts = [c for c in place.earlier if c.sentence_start == sentence and c.role == "from"]
    period = starts[-1].period if starts else None
    return period.value if period and period.firm and period.origin == "clause" else None


def _inherited(place: Place, inside: Dates, main: str | None, *, firm: bool) -> list[Slot]:
    slots: list[Slot] = []
    for stretch in place.around:
        if stretch.origin in ("list", "parent"):
            continue
        said = [d.value for d in inside(stretch.start, stretch.end) if d.value]
        if stretch.origin in CELLS:
            header = place.view.text[stretch.start : stretch.end]
            said = [] if RELEASED.search(header) else said
            text_says = firm and not slots and not LABELLED.search(header)
            slots += [Slot(value, stretch.origin, text_says) for value in said[:1]]
            continue
        stated = _stated_in(stretch, place.stated)
        if not stated and said:
            against = _set_against(stretch, place.earlier)
            stated = [value for value in said if value not in against][:1]
        onward = len(stated) > TWICE and stated == sorted(set(stated))
        slots += [Slot(value, stretch.origin, False) for value in stated[-1 if onward else 0 :][:1]]
    return slots + ([Slot(main, "article", False)] if main else [])


def _stated_in(stretch: Stretch, stated: Sequence[Claim]) -> list[str]:
    """The periods that claims of the stretch state, in text order.

    Of a run that goes forward ("76% in 2021, 69% in 2022 …") the text goes on from the last.
    """
    return [c.periods[0].value for c in _claims_in(stretch, stated)]


def _set_against(stretch: Stretch, earlier: Sequence[Claim]) -> set[str]:
    """The periods of its yardsticks."""
    yardsticks = (c for c in _claims_in(stretch, earlier) if c.periods and _is_yardstick(c))
    return {claim.periods[0].value for claim in yardsticks}


def _claims_in(stretch: Stretch, earlier: Sequence[Claim]) -> Iterator[Claim]:
    """The claims of a stretch. `earlier`: in text order."""
    at = bisect_left(earlier, stretch.start, key=lambda claim: claim.quantity.start)
    later = (earlier[index] for index in range(at, len(earlier)))
    return takewhile(lambda claim: claim.quantity.start < stretch.end, later)


def is_stated(claim: Claim) -> bool:
    """The sentence of the claim says when, and the claim is no yardstick."""
    event = claim.quantity.kind is Kind.DATE and claim.quantity.unit != "edition"
    if not claim.periods or event or claim.role == "from":
        return False
    if _is_yardstick(claim):
        return False
    return claim.periods[0].firm or claim.periods[0].origin == "clause"


def _is_yardstick(claim: Claim) -> bool:
    """The figure is what another is set against: "after $241 in 2024", "4% a year earlier"."""
    start = claim.quantity.start - claim.sentence_start
    set_against = AFTER.search(claim.sentence[max(start - NEAR_BY, 0) : start])
    return bool(
        set_against or YEAR_EARLIER.match(claim.sentence, claim.quantity.end - claim.sentence_start)
    )


def _a_year_before(view: View, earlier: Sequence[Claim], outer: Sequence[Slot]) -> list[Slot]:
    """A year before the last figure of the sentence that is no yardstick itself."""
    same = [
        c
        for c in earlier
        if c.sentence_start == view.sentence.start and c.periods and c.role != "from"
    ]
    told = [c.periods[0] for c in same[:1] if is_period(c.periods[0].value)]
    if told:
        return [Slot(years_later(told[0].value, -1), "clause", told[0].firm)]
    return [replace(s, value=_years_before(s.value, 1), firm=False) for s in outer]


def _years_back(place: Place, years: int) -> list[Slot]:
    """So many years before the period of the last claim ahead of the statement.

    None where that rests on a heading or on the day of the article: figures that an article of
    June tells of may be last year's, and the year before is then another.
    """
    view, start = place.view, place.view.statement(place.quantity)
    told = [c for c in place.earlier[-8:] if c.quantity.end <= start and c.periods]
    ahead = [c for c in told if c.role != "from" and not _is_yardstick(c)]
    last = [c.periods[0] for c in ahead[-1:] if c.block == view.sentence.block]
    return [
        Slot(_years_before(slot.value, years), "clause", slot.firm)
        for slot in last
        if is_period(slot.value) and slot.origin not in (*FAR, "article")
    ]


def _years_on(
    view: View, earlier: Sequence[Claim], outer: Sequence[Slot], years: int
) -> list[Slot]:
    """So many years after the period of the claim before, in this paragraph."""
    before = [c for c in earlier[-1:] if c.block == view.sentence.block and c.periods]
    told = [c.periods[0] for c in before if is_period(c.periods[0].value)]
    slots = [Slot(years_later(s.value, years), "clause", s.firm) for s in told]
    return slots or list(outer)


def _span(earlier: Sequence[Claim]) -> tuple[str, str] | None:
    """First and last period that the claims just before name."""
    known = {c.periods[0].value for c in earlier[-4:] if c.periods and bounds(c.periods[0].value)}
    ordered = sorted(known, key=lambda value: bounds(value) or ())
    return (ordered[0], ordered[-1]) if len(ordered) > 1 else None


def _end_of_change(period: str, role: str | None) -> str:
    """ "from 64 to 46 in the same period": the first is of its start, the second of its end.

    Two years in a row may be one season ("2023-24").
    """
    first, slash, last = period.partition("/")
    if not slash or role is None or not len(first) == len(last) == 4:
        return period
    if years_later(first, 1) == last:
        return period
    return first if role == "from" else last


def _years_before(period: str, years: int) -> str:
    return years_later(period, -years) if is_period(period) else period


def main_period(
    views: Sequence[View], title: tuple[int, int] | None, labels: Sequence[EditionMention]
) -> str | None:
    """What the whole article is about: what most sentences say; title and opening count more.

    What an earlier edition had given (`labels`: all of the text) is not what it is about.
    """
    past = [label.start for label in labels if label.past]
    votes: Counter[str] = Counter()
    opening = 2
    for view in views:
        date = when.topic(view)
        if date is None or date.value is None or date.kind in NARROW:
            continue
        if any(view.sentence.start <= start < view.sentence.end for start in past):
            continue
        heads = title is not None and title[0] <= date.start < title[1]
        votes[date.value] += 3 if heads else 2 if opening > 0 else 1
        opening -= 1
    best = min(votes, key=lambda v: (-votes[v], v), default=None)
    return best if best and votes[best] >= max(TWICE, ENOUGH * votes.total()) else None
