"""When a figure is about: the period of a claim, and the base of a change."""

from __future__ import annotations

import re

from factcheck.extract.dates import DateMention
from factcheck.extract.view import View
from factcheck.model import Quantity, Slot

AT = r"(?:in|for|during|by|at|as of|of|on|until|through|throughout|the end of|end of|early|late)"
AFTER = re.compile(
    rf"^\s*[,(]?\s*(?:[\w'’&%$€£./-]+\s+){{0,8}}?(?:{AT}\s+)?(?:the\s+|just\s+)?$", re.IGNORECASE
)
BASE = re.compile(
    r"\b(?:than|over|since|from|against|versus|compared (?:with|to)|on|up from|down from)\s+"
    r"(?:in\s+|that of\s+|the\s+|early\s+|late\s+)*$",
    re.IGNORECASE,
)
YEAR_BEFORE = re.compile(
    r"^\W*(?:[\w'’-]+\s+){0,4}?(?:a year (?:ago|earlier|before)|(?:the|that of the) (?:year before|previous year|prior year)"
    r"|one year (?:earlier|before)|in the (?:previous|preceding) year|twelve months earlier)\b",
    re.IGNORECASE,
)
FROM = re.compile(r"\b(?:from|down from|up from)\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)
TO = re.compile(r"\b(?:to|into)\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)
CHAIN = re.compile(
    r"^\W*(?:(?:and|then|finally|to|just|only|about|around|nearly|almost|over|some)\W+)*$", re.IGNORECASE
)
WINDOW = re.compile(r"\b(?:within|in|over)\s+(?:just\s+|only\s+)?(one|two|three|four|five|ten|\d+|a)\s+years?\b", re.IGNORECASE)
NUMBER = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}


def readings(view: View, quantity: Quantity) -> list[Slot]:
    """Periods of the sentence that the number may be about, likeliest first."""
    attached = _attached(view, quantity)
    slots = [Slot(attached.value, "clause")] if attached else []
    for date, firm in _left(view, quantity):
        if all(slot.value != date.value for slot in slots):
            slots.append(Slot(date.value, "sentence", firm=firm and not slots))
    return slots


def year_before(view: View, quantity: Quantity) -> bool:
    """The number is said to be the figure of a year earlier ("up from 60% a year ago")."""
    following = view.following(quantity)
    end = following.start if following else view.sentence.end
    return bool(YEAR_BEFORE.match(view.between(quantity.end, end)))


def base_period(view: View, quantity: Quantity) -> str | None:
    """The period a change is measured from ("22% more than in 2022")."""
    for date in view.dates:
        if date.start >= quantity.end and not view.crosses_quantity(quantity.end, date.start):
            if BASE.search(view.between(quantity.end, date.start)):
                return date.value
    return None


def role(view: View, quantity: Quantity) -> str | None:
    """The word from or to, where the number is one end of a change."""
    previous, following = view.previous(quantity), view.following(quantity)
    start = previous.end if previous else view.sentence.start
    bridge = view.between(start, quantity.start)
    if FROM.search(bridge):
        return "from"
    if previous and TO.search(bridge) and previous.kind is quantity.kind:
        return "to"
    if following and following.kind is quantity.kind and re.match(
        r"^\W*to\s+(?:[\w’'-]+\s+){0,2}$", view.between(quantity.end, following.start)
    ):
        return "from"
    return None


def steps_back(view: View, quantity: Quantity) -> int:
    """How many later members a chain of figures has ("from 2.8 to 2.1 and 1.1": 2, 1, 0)."""
    if role(view, quantity) is None:
        return 0
    chain = [quantity]
    while (following := view.following(chain[-1])) is not None:
        bridge = view.between(chain[-1].end, following.start)
        if following.kind is not quantity.kind or not CHAIN.match(bridge):
            break
        chain.append(following)
    return len(chain) - 1


def window(view: View) -> int | None:
    """Years that the sentence says a change took."""
    match = WINDOW.search(view.between(view.sentence.start, view.sentence.end))
    if not match:
        return None
    word = match.group(1).lower()
    return NUMBER.get(word) or int(word) if word.isdigit() or word in NUMBER else None


def _attached(view: View, quantity: Quantity) -> DateMention | None:
    for date in view.dates:
        if date.start < quantity.end:
            continue
        bridge = view.between(quantity.end, date.start)
        if view.crosses_quantity(quantity.end, date.start) or BASE.search(bridge):
            return None
        broken = re.search(r"[;:]|\.\s|,\s(?:while|but|and|with|up|down|compared)\b", bridge)
        return date if AFTER.match(bridge) and not broken else None
    return None


def _left(view: View, quantity: Quantity) -> list[tuple[DateMention, bool]]:
    """Dates before the number, nearest first; firm where no earlier number owns them."""
    found = []
    shown = [d for d in view.dates if re.fullmatch(r"\s*\(\W*", view.between(d.end, quantity.start)) and d.end <= quantity.start]
    if shown:
        return [(shown[-1], True)]
    for date in reversed([d for d in view.dates if d.end <= quantity.start]):
        if BASE.search(view.before(date.start)) and not re.search(
            r"\bon\s+$", view.before(date.start)
        ):
            continue
        owner = next((q for q in view.quantities if _attached(view, q) == date), None)
        if owner is not None and role(view, quantity) == "to" and role(view, owner) == "from":
            continue
        found.append((date, owner is None))
    return sorted(found, key=lambda pair: not pair[1]) if found else found
