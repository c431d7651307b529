"""When a figure is about: the period of a claim, and the base of a change."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.extract import changes, what
from factcheck.extract.dates import DateMention
from factcheck.extract.view import REMEMBERED, View
from factcheck.measure.periods import is_period, years_later
from factcheck.model import Kind, Quantity, Slot

AT = (
    r"(?:in|for|during|by|at|as of|of|on|until|through|throughout|the end of|end of|early|late"
    r"|around|back in)"
)
CLOSE = re.compile(
    rf"^\s*(?:\(|(?:,\s*)?{AT}\s+)(?:the\s+|just\s+|early\s+|late\s+|mid-?)?$", re.IGNORECASE
)
"""Between a number and its date: "59 in 2024", "59 (2024)"."""
AFTER = re.compile(
    rf"^\s*(?:[,()]+\s*)?(?:[\w'’&%$€£./-]+\s+){{0,8}}?(?:{AT}\s+)?(?:the\s+|just\s+)?$",
    re.IGNORECASE,
)
"""The same with words in between: "59 rules were issued in"."""
BROKEN = re.compile(
    r"[;:]|\.\s|,\s(?:while|but|and|with|up|down|compared)\b|\b(?:and|but|while"
    r"|whereas)\s+(?:by\s|in\s|for\s|at\s)?(?:the\s+)?$"
)
BEFORE = re.compile(
    r"^\s*(?:[:(]\s*)?(?:(?:it|they|there|he|she|that|this|we|was|were|is|are|had|has|stood|came"
    r"|at|to|only|just|about|some"
    r"|nearly|almost|around|over|the figure|a)\s+)*(?:[$€£¥]\s*)?$",
    re.IGNORECASE,
)
"""Between a date and the number that follows at once: "in 2000 6.6 million", "in 1960 it was 3"."""
APPOSED_END = re.compile(r"(?:\s+[\w’'-]+){0,3},\s")
"""After a number that words before a comma have: "Kent, with 5 barges, led in 2021"."""
SHOWN = re.compile(
    r"^\s*(?:\(\W*|(?:figure|level|total|mark|record|rate|reading|number|value)\s+(?:of|was"
    r"|stood at)\s+(?:[$€£¥]\s*)?)$"
)
"""The same even where the date is what something is measured against."""
WHEN = re.compile(r"^,?\s+when\b[^,;:]*$")
BASE = re.compile(
    r"(?:\b(?:than|over|since|from|against|versus|compared (?:with|to)|on|up from|down from"
    r"|short of|shy of|above|below"
    r"|before|after|like|as in)\s+(?:in\s+|th(?:at|ose) of\s+|the\s+|early\s+|late\s+|end of\s+)*"
    r"|\bthan\s[^,;]{0,60}?)$",
    re.IGNORECASE,
)
"""Before a date that a figure is only measured against."""
OPENS_SINCE = re.compile(r"\W*since\s+(?:the\s+)?", re.IGNORECASE)
"""Before a date that a change is measured from: "Since 2010 sales have tripled"."""
SPAN = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
PRIOR = re.compile(r"\b(?:earlier|before|previously|prior)\b", re.IGNORECASE)
"""In a time that is told from another one ("twelve months before")."""
OTHER_STATEMENT = re.compile(r";|\b(?:while|whereas|but)\b")
RELATIVE = re.compile(
    r",\s+(?:which|who|whose|where|when|once)\b"
    r"(?!\s+(?:covers?|describes?|deals? with)\b)[^,;]*(?:,|$)"
)
ASIDE = re.compile(rf"{RELATIVE.pattern}|\([^()]*\)")


def readings(view: View, quantity: Quantity) -> list[Slot]:
    """Periods of the sentence that the number may be about, likeliest first."""
    span = _span(view, quantity)
    if span is not None:
        first = changes.role(view, quantity) == "from"
        return [Slot(str(span[0].value if first else span[1].value), "clause")]
    if told := _of_series(view, quantity):
        return [Slot(told, "clause")]
    own = _own(view, quantity)
    slots = [Slot(str(own.value), "clause")] if own else []
    for date, firm in [*_left(view, quantity), *_right(view, quantity)]:
        if all(slot.value != date.value for slot in slots):
            slots.append(Slot(str(date.value), "sentence", firm=firm and not slots))
    return slots


def _of_series(view: View, quantity: Quantity) -> str | None:
    """The year of a number in a run that follows its years: "from 2023 to 2025: 25, 59 and 58"."""
    run = changes.series(view, quantity)
    if not run:
        return None
    dates = [d for d in view.dates if d.end <= run[0].start and d.value]
    if len(dates) == len(run):
        return dates[run.index(quantity)].value
    if len(dates) == 2 and SPAN.search(view.before(dates[0].start)):
        first, last = (str(d.value) for d in dates)
        if is_period(first) and years_later(first, len(run) - 1) == last:
            return years_later(first, run.index(quantity))
    return None


def base_period(view: View, quantity: Quantity) -> str | None:
    """The period a change is measured from ("22% more than in 2022")."""
    span = _span(view, quantity)
    if span is not None and changes.role(view, quantity) != "from":
        return span[0].value
    for date in view.dates:
        apart = date.start < quantity.end or view.crosses_quantity(quantity.end, date.start)
        if not apart and _is_against(view, quantity.end, date):
            return date.value
    if what.operation(view, quantity) not in ("growth", "multiple"):
        return None
    opened = (d for d in view.dates[:1] if OPENS_SINCE.fullmatch(view.before(d.start)))
    return next((date.value for date in opened if date.end <= quantity.start), None)


def topic(view: View) -> DateMention | None:
    """The first date of a sentence that nothing is merely measured against."""
    return next((d for d in view.dates if not is_base(view, d) and not _is_aside(view, d)), None)


@lru_cache(maxsize=REMEMBERED)
def is_base(view: View, date: DateMention) -> bool:
    """Only what a figure is measured against: "than in 2022", "up from 60 in 2022"."""
    before = view.before(date.start)
    if _is_against(view, view.sentence.start, date) and not (
        date.kind in ("date", "week") and re.search(r"\bon\s+$", before)
    ):
        return True
    if PRIOR.search(date.quote):
        return True
    earlier = [q for q in view.quantities if q.end <= date.start]
    if not earlier or not CLOSE.match(view.between(earlier[-1].end, date.start)):
        return False
    return changes.role(view, earlier[-1]) == "from" or changes.is_earlier(view, earlier[-1])


def _is_against(view: View, start: int, date: DateMention) -> bool:
    """The words from `start` on make it a yardstick ("than in 2022", not "than Kent in 2022")."""
    found = BASE.search(view.between(start, date.start))
    if found is None:
        return False
    return not any(start + found.start() <= m.start < date.start for m in view.mentions)


@lru_cache(maxsize=REMEMBERED)
def _span(view: View, quantity: Quantity) -> tuple[DateMention, DateMention] | None:
    """Both ends of "between 2020 and 2024", for a number that is a change or one end of it."""
    changed = changes.role(view, quantity) or what.operation(view, quantity) in (
        "growth",
        "difference",
        "multiple",
    )
    for first, last in zip(view.dates, view.dates[1:], strict=False):
        opened = SPAN.search(view.before(first.start))
        joined = re.fullmatch(
            r"\s+(?:and|to|until|through)\s+", view.between(first.end, last.start)
        )
        if changed and opened and joined:
            low, high = sorted((quantity.start, first.start))
            return None if OTHER_STATEMENT.search(view.between(low, high)) else (first, last)
    return None


def _own(view: View, quantity: Quantity) -> DateMention | None:
    """The date that grammar ties to the number."""
    following = next((d for d in view.dates if d.start >= quantity.end), None)
    bridge = view.between(quantity.end, following.start) if following else ""
    if following and CLOSE.match(bridge):
        against = _is_against(view, quantity.end, following)
        if not against and not _opens_next(view, following, bridge):
            return following
    return _opening(view, quantity) or _attached(view, quantity)


def _opens_next(view: View, date: DateMention, bridge: str) -> bool:
    """The date belongs to the number right after it: "in March 3.3%, in April 3.8%"."""
    later = next((q for q in view.quantities if q.start >= date.end), None)
    return (
        later is not None
        and "," in bridge
        and not view.between(date.end, later.start).strip(" $€£¥")
    )


def _opening(view: View, quantity: Quantity) -> DateMention | None:
    """ "2024: 59", "2024 (59)", "in 1960 there were 59", "since 1960, when there were 59"."""
    earlier = [d for d in view.dates if d.end <= quantity.start]
    if not earlier:
        return None
    date = earlier[-1]
    bridge = view.between(date.end, quantity.start)
    if view.crosses_quantity(date.end, quantity.start):
        return None
    previous = view.previous(quantity)
    before = view.between(previous.end, date.start) if previous else ""
    if previous and CLOSE.match(before) and not _opens_next(view, date, before):
        return None
    if WHEN.match(bridge) or SHOWN.match(bridge):
        return date
    return date if BEFORE.match(bridge) and not is_base(view, date) else None


def _attached(view: View, quantity: Quantity) -> DateMention | None:
    for date in view.dates:
        if date.start < quantity.end:
            continue
        bridge = view.between(quantity.end, date.start)
        if _crosses(view, quantity.end, date.start) or BROKEN.search(bridge):
            return None
        if _is_against(view, quantity.end, date) or _is_apposed(view, quantity, date):
            return None
        return date if AFTER.match(bridge) and not _hidden(view, date, quantity) else None
    return None


def _is_apposed(view: View, quantity: Quantity, date: DateMention) -> bool:
    """ "Kent, with 5 barges, led in 2021": the date is of what is done, not of what is had."""
    closed = APPOSED_END.match(view.after(quantity.end)) if what.is_held(view, quantity) else None
    return bool(closed and quantity.end + closed.end() <= date.start)


def _crosses(view: View, start: int, end: int) -> bool:
    """Whether another figure than a length of time stands in between."""
    return any(
        start <= q.start and q.end <= end and q.kind is not Kind.DURATION for q in view.quantities
    )


def _left(view: View, quantity: Quantity) -> list[tuple[DateMention, bool]]:
    """Dates before the number, nearest first; firm where no other number owns them."""
    found = []
    own = view.statement(quantity)
    here = [d for d in view.dates if own <= d.start and d.end <= quantity.start]
    for date in reversed([d for d in view.dates if d.end <= quantity.start]):
        if is_base(view, date) or _hidden(view, date, quantity):
            continue
        owner = next(
            (q for q in view.quantities if q is not quantity and _own(view, q) == date), None
        )
        if owner and changes.role(view, quantity) == "to" and changes.role(view, owner) == "from":
            continue
        if owner and changes.is_earlier(view, owner):
            continue
        apart = date.end <= own < quantity.start and any(own <= d.start for d in here)
        found.append((date, not (owner or apart) and not changes.is_earlier(view, quantity)))
    return sorted(found, key=lambda pair: not pair[1])


def _right(view: View, quantity: Quantity) -> list[tuple[DateMention, bool]]:
    """The one date of a sentence where it comes last ("Kent (5) and Essex (6) merged in 2023")."""
    later = [d for d in view.dates if d.start >= quantity.end and not is_base(view, d)]
    if len(later) != 1 or len(view.dates) != 1 or _hidden(view, later[0], quantity):
        return []
    if _is_apposed(view, quantity, later[0]):
        return []
    owner = next((q for q in view.quantities if _own(view, q) == later[0]), None)
    if owner and (changes.role(view, owner) == "from" or changes.is_earlier(view, owner)):
        return []
    apart = OTHER_STATEMENT.search(view.between(quantity.end, later[0].start))
    return [] if owner and apart else [(later[0], False)]


def _is_aside(view: View, date: DateMention) -> bool:
    """In a relative clause that only tells more of somebody."""
    clauses = RELATIVE.finditer(view.text, view.sentence.start, view.sentence.end)
    return any(m.start() <= date.start < m.end() for m in clauses)


def _hidden(view: View, date: DateMention, quantity: Quantity) -> bool:
    """In an aside that does not hold the number ("who hit 24 in 2024, stopped at 17")."""
    return any(
        m.start() <= date.start < m.end() and not m.start() <= quantity.start < m.end()
        for m in ASIDE.finditer(view.text, view.sentence.start, view.sentence.end)
    )
