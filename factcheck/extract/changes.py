"""Figures set against an earlier one: from … to, up from, against, a year earlier, chains."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from factcheck.extract.view import REMEMBERED, View
from factcheck.extract.what import DOWN, HEDGE, UP
from factcheck.model import Kind, Quantity

SOFTENER = rf"(?:(?:{HEDGE}|a|an|the|its|their|as (?:high|low|many|few) as)\s+)*(?:[$€£¥]\s*)?"
FROM = re.compile(rf"(?<!far )(?<!away )(?<!different )\bfrom\s+{SOFTENER}$", re.IGNORECASE)
TO = re.compile(rf"\b(?:to|into)\s+{SOFTENER}$", re.IGNORECASE)
AGAINST = re.compile(
    rf"(?:\b(?:against|compared (?:with|to)|versus|vs\.?|after|as against)|\b(?:up|down) (?:on"
    rf"|from)|,\s+from|than the)\s+{SOFTENER}$",
    re.IGNORECASE,
)
"""Before the earlier of two figures: "418, against 350"."""
CHANGED = re.compile(
    rf"\b(?:{UP}|{DOWN}|went|go|goes|moved|chang\w+|came|shift\w*|swung)\b", re.IGNORECASE
)
ELSEWHERE = re.compile(
    r"^\s*(?:for|in|at|among|on)\s+(?!(?:the\s+)?(?:(?:19|20)\d\d|(?:last|previous|same|prior"
    r"|year)\b))",
    re.IGNORECASE,
)
"""After a figure that is set against somebody else's, not against an earlier one."""
TO_NEXT = re.compile(r"^\W*(?:[^,;]{0,30}?\s)?to\s+(?:[\w’'-]+\s+){0,2}(?:[$€£¥]\s*)?$")
YEAR_BEFORE = re.compile(
    r"^\W*+(?:(?!than\b|over\b|on\b|since\b|and\b"
    r"|above\b|below\b|as\b|from\b|but\b)[\w'’-]+\s+){0,4}?"
    r"(?:(?:of\s+)?a year (?:ago|earlier|before|previously)"
    r"|(?:the|that of the|of the) (?:year before|previous year|prior year|preceding year)"
    r"|one year (?:earlier|before|ago)|in the (?:previous|preceding|prior) year"
    r"|(?:twelve|12) months (?:earlier|before|ago|previously)|(?:in |for |of "
    r"|at )?the same (?:month|period|quarter|point) "
    r"(?:of )?(?:last year|a year (?:ago|earlier|before)|the (?:year before|previous year)))\b",
    re.IGNORECASE,
)
YEARS_ON = re.compile(
    r"\b(?:(?P<count>an?|one|two|three|four|five|ten)\s+years?\s+(?:later|on|afterwards?)"
    r"|(?:the|in\s+the|in)\s+(?:following|next|subsequent)\s+year|the\s+year\s+(?:after|afterwards))\b"
    r"(?=\s*(?:[.,;:)]|$|to\b|and\b|it\b|they\b|there\b|he\b|she\b|was\b|were\b|that\b|only\b|just\b))",
    re.IGNORECASE,
)
"""A time told from one that was named before: "5% in 2022 and 6% a year later"."""
YEARS_BACK = re.compile(
    r"\W*(?:(?:and|but|only|just|still|even)\s+)*(?:(?P<count>an?|one|two|three|four|five|ten)\s+years?\s+"
    r"(?:earlier|before|previously)|(?:in\s+)?the\s+(?:year\s+before|previous\s+(?:year|season)"
    r"|season\s+before)|last\s+season)\b(?!\s+(?:the|that)\b)",
    re.IGNORECASE,
)
"""Opens a statement about a time before the one that the text is on: "A year earlier it was 5"."""
CHAIN = re.compile(
    r"^\W*(?:(?:and|then|finally|to|just|only|about|around|nearly|almost|over|some|further|up|down"
    r"|back|again|on)\W+)*$",
    re.IGNORECASE,
)
NEAR_BY = 80
"""Code points before a run in which such words are looked for."""
RUN = re.compile(
    r"^(?:\s*,(?:\s+(?:and|then))?|\s+(?:and|then))\s+(?:then\s+|finally\s+)?(?:[$€£¥]\s*)?$"
)
"""Between two figures of a run: "61%, then 69%", "25, 59 and 58"."""
JOINED_WORDS = re.compile(
    r"\b[a-z][\w-]+(?:,\s+[\w-]+)*\s+and\s+(?:the\s+)?[\w-]*\w\W+(?:\w+\s+){0,3}$"
)
"""Things before a run that share its figures out: "coal, gas and oil: 3, 4 and 5"."""
WINDOW = re.compile(
    r"\b(?:within|in|over)\s+(?:just\s+|only\s+)?(one|two|three|four|five|ten|\d+|a)\s+years?\b",
    re.IGNORECASE,
)
SAME_SPAN = re.compile(
    r"\b(?:over|in|during|within|across)\s+(?:the same|those|these"
    r"|that)\s+(?:[\w-]+\s+)?(?:period|years?|months?|time|span|decade)\b",
    re.IGNORECASE,
)
NUMBER = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "ten": 10}


@lru_cache(maxsize=REMEMBERED)
def role(view: View, quantity: Quantity) -> str | None:
    """The word from or to, where the number is one end of a change."""
    if quantity.kind in (Kind.RANK, Kind.DATE):
        return None
    previous, following = view.previous(quantity), view.following(quantity)
    bridge = view.between(previous.end if previous else view.sentence.start, quantity.start)
    if FROM.search(bridge) and (
        _goes_on(view, quantity, following) or _is_changing(view, quantity)
    ):
        return "from"
    if TO.search(bridge):
        alike = previous is None or previous.kind is quantity.kind
        if alike and (previous or _is_changing(view, quantity)):
            return "to"
        if _comes_from(view, quantity, following):
            return "to"
    return (
        "from"
        if following
        and re.match(r"^\W*to\s+", view.between(quantity.end, following.start))
        and _goes_on(view, quantity, following)
        else None
    )


def _is_changing(view: View, quantity: Quantity) -> bool:
    return bool(CHANGED.search(view.before(quantity.start)))


def is_earlier(view: View, quantity: Quantity) -> bool:
    """The earlier of two figures: "up from 60", "against 350", without a word of somebody else."""
    previous = view.previous(quantity)
    if previous is None or previous.kind is not quantity.kind:
        return False
    if ELSEWHERE.match(view.after(quantity.end)):
        return False
    follows = [m for m in view.mentions if m.start >= quantity.end]
    named = follows and len(view.between(quantity.end, follows[0].start).split()) <= 3
    return not named and bool(AGAINST.search(view.between(previous.end, quantity.start)))


def year_before(view: View, quantity: Quantity) -> bool:
    """The number is said to be the figure of a year earlier ("up from 60% a year ago")."""
    following = view.following(quantity)
    end = following.start if following else view.sentence.end
    return bool(YEAR_BEFORE.match(view.between(quantity.end, end)))


def years_back(view: View, quantity: Quantity) -> int:
    """How many years before the figures told earlier a statement is that says so at its start."""
    found = YEARS_BACK.match(view.text, view.statement(quantity), quantity.start)
    return NUMBER.get((found["count"] or "one").lower(), 1) if found else 0


def years_on(view: View, quantity: Quantity) -> int:
    """How many years after the figure before it the number is; 0 where that is not said."""
    previous, following = view.previous(quantity), view.following(quantity)
    before = view.between(previous.end if previous else view.sentence.start, quantity.start)
    after = view.between(quantity.end, following.start if following else view.sentence.end)
    found = YEARS_ON.match(after.lstrip()) or YEARS_ON.search(re.split(r"[,;]\s+and\b", after)[0])
    if following and found and "," in after[: after.find(found[0])]:
        found = None  # the time opens what is said of the next figure
    if not found and previous and YEARS_ON.match(before.lstrip()):
        return 0
    found = found or YEARS_ON.search(before)
    return NUMBER.get((found["count"] or "one").lower(), 1) if found else 0


def steps_back(view: View, quantity: Quantity) -> int:
    """How many later members a chain of figures has ("from 2.8 to 2.1 and 1.1": 2, 1, 0)."""
    if role(view, quantity) is None:
        run = series(view, quantity)
        return len(run) - 1 - run.index(quantity) if run else 0
    chain = [quantity]
    while (following := view.following(chain[-1])) is not None:
        bridge = view.between(chain[-1].end, following.start)
        if following.kind is not quantity.kind or not CHAIN.match(bridge):
            break
        chain.append(following)
    return len(chain) - 1


def series(view: View, quantity: Quantity) -> list[Quantity]:
    """The figures of one thing at several times: "its share: 61%, then 69%, then 74%".

    Three or more, or two with "then", of one kind and with one name before them; empty where the
    number stands in no such run, and where the names or words before it share the figures out.
    """
    return _series(view).get(quantity, [])


@lru_cache(maxsize=REMEMBERED)
def _series(view: View) -> dict[Quantity, list[Quantity]]:
    def joined(one: Quantity, other: Quantity) -> bool:
        between = view.between(one.end, other.start)
        return one.kind is other.kind and RUN.match(between) is not None

    return {q: run for run in view.runs(joined) if _is_series(view, run) for q in run}


def _is_series(view: View, run: Sequence[Quantity]) -> bool:
    if len(run) < 2:
        return False
    told = [view.between(a.end, b.start) for a, b in pairwise(run)]
    then = any("then" in bridge for bridge in told)
    before = view.between(view.statement(run[0]), run[0].start)[-NEAR_BY:]
    names = [m for m in view.mentions if view.statement(run[0]) <= m.start < run[0].start]
    shared = (
        len(names) > 1 or JOINED_WORDS.search(before) or "respectively" in view.after(run[-1].end)
    )
    return (len(run) > 2 or then) and not shared


@lru_cache(maxsize=REMEMBERED)
def window(view: View) -> int | None:
    """Years that the sentence says a change took."""
    match = WINDOW.search(view.between(view.sentence.start, view.sentence.end))
    if not match:
        return None
    word = match.group(1).lower()
    return int(word) if word.isdigit() else NUMBER[word]


@lru_cache(maxsize=REMEMBERED)
def same_span(view: View) -> bool:
    """The change took the time that an earlier sentence named ("over the same two years")."""
    return bool(SAME_SPAN.search(view.between(view.sentence.start, view.sentence.end)))


def _comes_from(view: View, quantity: Quantity, following: Quantity | None) -> bool:
    """ "to 12 from 14": the earlier figure comes second."""
    if following is None or following.kind is not quantity.kind:
        return False
    return bool(FROM.search(view.between(quantity.end, following.start)))


def _goes_on(view: View, quantity: Quantity, following: Quantity | None) -> bool:
    """ "64 to 46", "64 in 2021 to 46"."""
    if following is None or following.kind is not quantity.kind:
        return False
    return bool(TO_NEXT.match(view.between(quantity.end, following.start)))
