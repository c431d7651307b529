"""Fill the slots of a reading: which entity, dimension and period of an indicator is meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import permutations

from factcheck.measure.periods import bounds, years_later
from factcheck.model import SAID, WHOLE, Claim, Kind, Observation

NAMED = 0.15
"""Least nearness (0 to 1) at which a dimension counts as named."""
PART_OF_TIME = re.compile(r"\b(?:quarter|half|period|spring|summer|autumn|fall|winter)\b")
"""In the name of a dimension that may be taken for a date."""
HALVES = {
    r"first half|(?:at|by) (?:half-?time|the (?:half|break|interval))": (
        "first quarter",
        "second quarter",
    ),
    r"second half": ("third quarter", "fourth quarter"),
    r"(?:after|through) three quarters": ("first quarter", "second quarter", "third quarter"),
}
"""Wording (a regular expression) -> published parts that it is the sum of."""
GOES_ON = re.compile(r"^,\s+(?:where|when|in\s+which)\b")
"""Between a stretch and a number that is of it all the same: "the first half, where they …"."""
OUTDOING = re.compile(r"^,\s+out-?\w+ing\b")
OTHER_TIME = re.compile(r"[^,;.]*?\s(?:at|in|over|during|down|to|through)\s")
"""After a result that says itself when it was reached."""
# Quality of a slot by where its value came from (0 to 1). Chosen on corpora/ and the packs.
ORIGIN = {
    "clause": 1.0,
    "row": 1.0,
    "column": 1.0,
    "sentence": 0.95,
    "paragraph": 0.85,
    "heading": 0.85,
    "before": 0.75,
    "mention": 0.8,
    "title": 0.75,
    "article": 0.5,
    "edition": 0.8,
    "default": 0.7,
}
ONLY = 0.8
"""Quality where the indicator is published for one entity only, so that nobody need name it."""
UNNAMED = 0.5
"""The same where the article never names that entity."""
WHOEVER = 0.85
"""Quality where the dimension alone (a benchmark) is named: the figure of whoever is published."""
MOST_PLACES = 100
"""Entities of an indicator up to which a country is looked for among its places."""
PARTS_OF = {"country": "place", "group": "organisation"}
"""Type of a whole -> type of its parts."""
IN_ALL = re.compile(
    r"\b(?:in\s+all|overall|altogether|all\s+told|nationwide|worldwide|globally|across\s+the\s+board)\b",
    re.IGNORECASE,
)
"""Says that a figure is everybody's, whoever the paragraph is about."""
ANOTHER = 0.2
"""Quality of the whole or the only entity where the sentence names somebody else."""
BESIDE_GROUP = 0.7
"""Factor for an entity where grammar ties the number to a group that has no such figure."""
STALE = 0.15
"""Quality lost where the edition the article is about no longer gives the figure."""
LATER = 0.03
"""Quality lost per reading that the extractor put before this one."""
NEXT_PERIOD = 0.005
"""The same for periods: it only parts those that are equal otherwise."""
YEAR, DAY = len("2026"), len("2026-04-13")
ENDS_IN, STARTS_IN = 0.6, 0.5
"""How well a year fits a season that ends, or only starts, in it."""
CLOSE_BY = timedelta(days=31)
"""Between a day that the text names and the one on which an edition appeared."""
WEEK = timedelta(days=7)
"""Around the day of an article: what is called by the day of the week alone."""
CLEAR = 0.1
"""Lead in quality that makes the best of several periods the one that is meant."""
MEASURED = frozenset({"country", "organisation", "model", "place"})
"""Types of entities that figures are about; a report or a generic group may stand beside them."""

NAMED_TO_COUNT = MEASURED | {"report"}
"""Types of entities that an article about them names somewhere."""


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of an indicator in one dimension, none of them empty."""

    dimension: str
    fetch: Callable[[], Sequence[Observation]]
    by_entity: Mapping[str, Sequence[Observation]]
    periods: frozenset[str]
    _known: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def periods_of(self, entity: str) -> frozenset[str]:
        """Periods with figures of one entity; of all of them where it is empty."""
        if not entity:
            return self.periods
        if entity not in self._known:
            self._known[entity] = frozenset(row.period for row in self.by_entity[entity])
        return self._known[entity]

    @property
    def rows(self) -> Sequence[Observation]:
        """All of them; of a large pack that takes a query."""
        return self.fetch()

    @classmethod
    def of_rows(cls, rows: Sequence[Observation]) -> Part:
        """`rows`: of one indicator and one dimension."""
        by_entity: dict[str, list[Observation]] = {}
        for row in rows:
            by_entity.setdefault(row.entity, []).append(row)
        return cls(
            rows[0].dimension, lambda: rows, by_entity, frozenset(row.period for row in rows)
        )


@dataclass(frozen=True, slots=True)
class Choice:
    """A value for one slot, how good it is (0 to 1), and whether the text itself settles it."""

    value: str
    quality: float
    settled: bool
    origin: str


def entity_choices(
    claim: Claim,
    part: Part,
    types: Mapping[str, str],
    related: Sequence[str],
    named: Collection[str],
) -> list[Choice]:
    """Entities of `part` the claim may be about, best first; empty where it is about another.

    `related`: entities the indicator's name speaks of; `named`: all that the article names.
    """
    present = part.by_entity.keys()
    measured = [s for s in claim.entities[:2] if types.get(s.value) in MEASURED]
    if len(present) > 1 and part.dimension and not measured:
        return [Choice("", WHOEVER, True, "dimension")]
    of_all = _is_of_all(claim.sentence) and not _measured_here(claim, types)
    if of_all and (whole := _whole(present, types)):
        return [Choice(whole, ORIGIN["sentence"], True, "sentence")]
    choices, elsewhere = _named_choices(claim, present, types, related)
    if elsewhere is None or (choices and choices[0].settled):
        return choices
    beside, known = _names_another_near(claim, present, types), True
    whole = _whole(present, types)
    if whole and all(c.value != whole for c in choices):
        quality = ANOTHER if elsewhere else ORIGIN["default"]
        settled = not choices and not elsewhere and not beside
        choices.append(Choice(whole, quality, settled, "default"))
    elif len(present) == 1 and not choices:
        only = next(iter(present))
        known = only in named or types.get(only) not in NAMED_TO_COUNT
        quality = ANOTHER if elsewhere else ONLY if known else UNNAMED
        choices.append(Choice(only, quality, known and not elsewhere, "default"))
    if (
        len(choices) == 1
        and not elsewhere
        and (choices[0].origin != "default" or (known and not beside))
    ):
        choices = [replace(choices[0], settled=True)]
    if not choices and not elsewhere and part.dimension:
        return [Choice("", WHOEVER, True, "dimension")]
    return sorted(choices, key=lambda c: -c.quality)


@lru_cache(maxsize=64)  # every indicator asks the same of one sentence after another
def _is_of_all(sentence: str) -> bool:
    return IN_ALL.search(sentence) is not None


def _measured_here(claim: Claim, types: Mapping[str, str]) -> bool:
    """Whether the sentence itself names somebody whose figures are told."""
    return any(s.origin in SAID and types.get(s.value) in MEASURED for s in claim.entities)


def _whole(present: Collection[str], types: Mapping[str, str]) -> str | None:
    """Who stands for everybody: the world, the one country among its own places, the one group
    (a league, a union) among its members."""
    if WHOLE in present:
        return WHOLE
    if not 1 < len(present) <= MOST_PLACES:
        return None
    for whole, part in PARTS_OF.items():
        rest = [name for name in present if types.get(name) != part]
        if len(rest) == 1 and types.get(rest[0]) == whole:
            return rest[0]
    return None


def _names_another_near(claim: Claim, present: Collection[str], types: Mapping[str, str]) -> bool:
    """The paragraph is about somebody for whom nothing is published."""
    first = claim.entity
    return (
        first is not None
        and first.origin == "paragraph"
        and types.get(first.value) in MEASURED
        and first.value not in present
    )


def _named_choices(
    claim: Claim, present: Collection[str], types: Mapping[str, str], related: Sequence[str]
) -> tuple[list[Choice], bool | None]:
    """Entities the text names that have rows, and whether it names others that have none.

    The second is None where grammar ties the number to one of those: then nothing fits.
    """
    choices: list[Choice] = []
    elsewhere = False
    for rank, slot in enumerate(claim.entities):
        kind = types.get(slot.value, "country")
        if slot.value == WHOLE and claim.operation == "share":
            continue
        if slot.value in present:
            quality = (ORIGIN[slot.origin] - LATER * rank) * (BESIDE_GROUP if elsewhere else 1.0)
            choices.append(Choice(slot.value, quality, slot.firm, slot.origin))
            if slot.firm:
                break
        elif slot.value not in related and kind in MEASURED:
            if (
                not choices
                and slot.firm
                and (slot.origin == "clause" or _has(present, types, kind))
            ):
                return [], None
            elsewhere = elsewhere or slot.origin in SAID
        elif slot.origin in SAID:
            whole = slot.value == WHOLE and len(present) == 1
            group = slot.firm and kind == "group" and slot.value != WHOLE
            elsewhere = elsewhere or whole or group
    return choices, elsewhere


def _has(present: Collection[str], types: Mapping[str, str], kind: str) -> bool:
    return any(types.get(name, "other") == kind for name in present)


def dimension_choices(
    present: Collection[str], named: Mapping[str, float]
) -> list[tuple[str, float]]:
    """(dimension, quality) of those that the text names, else the undivided, else the only one.

    `present`: the dimensions of an indicator, sorted.
    """
    scored = [(d, named.get(d, 0.0)) for d in present if d and named.get(d, 0.0) >= NAMED]
    if scored:
        best = max(score for _, score in scored)
        longest = max(len(d) for d, score in scored if score == best)
        return [(d, 1.0) for d, score in scored if score == best and len(d) == longest]
    if "" in present:
        return [("", 1.0)]
    return [(d, 0.9 if len(present) == 1 else 0.6) for d in present]


@dataclass(frozen=True, slots=True)
class Span:
    """Several published parts that a text may ask for together."""

    wording: re.Pattern[str]
    parts: tuple[str, ...]
    joint: bool
    """It names each of them, as no half does."""


def spans_of(present: Collection[str]) -> tuple[Span, ...]:
    """The sums that published parts allow: halves, and any two that are named alike."""
    halves = [
        Span(re.compile(rf"\b(?:{words})\b"), parts, joint=False)
        for words, parts in HALVES.items()
        if all(part in present for part in parts)
    ]
    named = [d.rsplit(" ", 1) for d in sorted(present) if PART_OF_TIME.search(d) and " " in d]
    pairs = [
        Span(
            re.compile(rf"\b{one}\s+and\s+(?:the\s+)?{two}\s+{noun}s\b"),
            (f"{one} {noun}", f"{two} {noun}"),
            joint=True,
        )
        for (one, noun), (two, other) in permutations(named, 2)
        if noun == other
    ]
    return (*halves, *pairs)


def asked_for(claim: Claim, known: Sequence[Span], told: Collection[str]) -> tuple[str, ...] | None:
    """Published parts whose sum a sentence asks for: a half, "the second and third quarters";
    () where it does so in another clause, so that neither they nor the whole are meant.

    `known`: the sums that the published parts allow; `told`: parts that the sentence names.
    """
    start = claim.quantity.start - claim.sentence_start
    found = [
        (_apart(claim, start, *m.span()), abs(m.start() - start), span.parts)
        for span in known
        if span.joint or not told
        for m in span.wording.finditer(claim.sentence)
    ]
    apart, _, parts = min(found, default=(True, 0, None))
    return parts if not apart else None if told or parts is None else ()


def _apart(claim: Claim, at: int, start: int, end: int) -> bool:
    """Whether the number and a stretch of its sentence stand in different clauses."""
    sentence = claim.sentence
    if start > at:
        return bool(re.search(r"[,;](?!\d)", sentence[at:start]))
    told = GOES_ON.sub("", sentence[end:at], count=1)
    if claim.tally == "scored" and not OTHER_TIME.match(sentence[at:]):
        told = OUTDOING.sub("", told, count=1)
    return bool(re.search(r"[,;](?!\d)", told))


def without_time_of(claim: Claim, parts: Collection[str]) -> Claim:
    """The claim without its period where that is one of the parts that the reference divides its
    figures into ("the third quarter" of a match)."""
    sentence = claim.sentence.lower()
    return replace(claim, periods=()) if any(part in sentence for part in parts) else claim


def parts_of_time(dimensions: Collection[str]) -> frozenset[str]:
    """Dimensions that a text would have as times, and the halves that they come to."""
    named = {d.lower() for d in dimensions if PART_OF_TIME.search(d)}
    halves = ("first half", "second half")
    whole = any(named.issuperset(parts) for parts in HALVES.values())
    return frozenset(named.union(halves if whole else ()))


def period_choices(
    claim: Claim,
    rows: Sequence[Observation],
    editions: Sequence[str],
    until: date | None,
    published: frozenset[str] | None = None,
) -> list[Choice]:
    """Periods of `rows` the claim may be about, best first; empty where none is published.

    `published`: the periods of the rows, where these are known already.
    """
    choices: list[Choice] = []
    periods = frozenset(row.period for row in rows) if published is None else published
    if claim.quantity.kind is Kind.DATE and bounds(str(claim.quantity.value)):
        return _by_day(claim, rows)
    if claim.quantity.kind is Kind.RANK and (told := _on_told_day(claim, rows)):
        return told
    if _names_an_edition(claim) and not any(s.firm for s in claim.periods if s.value[:1] != "-"):
        return _every(rows)
    choices += _as_printed_on(claim, rows)
    named = [s for s in claim.editions if s.firm and s.origin in ("column", "row", "sentence")]
    for slot in named[:1]:
        newest = _newest([r for r in rows if r.edition == slot.value], until)
        if newest:
            choices.append(Choice(newest, ORIGIN["edition"], False, "edition"))
    for rank, slot in enumerate(claim.periods):
        found = [
            (p, q)
            for p, q in _fitting(slot.value, periods)
            if slot.origin in SAID or q not in (ENDS_IN, STARTS_IN)
        ]
        later = NEXT_PERIOD * rank
        choices += [
            Choice(p, ORIGIN[slot.origin] * q - later, slot.firm, slot.origin) for p, q in found[:2]
        ]
        if slot.firm:
            if not found and not choices and not _is_standing(claim, slot.value, until):
                return []
            break
    if not any(c.settled for c in choices):
        choices += _defaults(claim, rows, editions, until, alone=not choices)
    sure = len(editions) == 1 and any(r.edition in editions for r in rows)
    return _settled(_distinct(choices), sure, bool(claim.steps_back))


def _is_standing(claim: Claim, said: str, until: date | None) -> bool:
    """Wins and losses so far, told beside the day of a match: those when the article appeared."""
    days = bounds(said)
    near = days and until and days[0] == days[1] and abs(days[0] - until) <= WEEK
    return bool(near) and claim.tally in ("won", "lost")


def absent_period(claim: Claim, own: frozenset[str], part: Part) -> str | None:
    """A period the text settles, published for others but not for the entity it is about.

    `own`: periods with figures of that entity.
    """
    slot = claim.period
    said = [one for one in claim.periods if one.origin in SAID]
    if slot is None or not (slot.firm or [slot] == said) or _fitting(slot.value, own):
        return None
    others = _fitting(slot.value, part.periods)
    return others[0][0] if others else None


def _defaults(
    claim: Claim,
    rows: Sequence[Observation],
    editions: Sequence[str],
    until: date | None,
    alone: bool,
) -> list[Choice]:
    """The newest period of each edition the article may be about, likeliest first."""
    groups = [[r for r in rows if r.edition == edition] for edition in editions]
    known = [group for group in groups if group]
    found: list[Choice] = []
    for group in known or [list(rows)]:
        newest = _newest(group, until)
        period = _stepped(newest, claim, rows) if newest else None
        if period and (known or not claim.steps_back):
            settled = alone and len(editions) == len(known) == 1 and not claim.steps_back
            quality = ORIGIN["default"] - LATER * len(found) - (0.0 if known else STALE)
            found.append(Choice(period, quality, settled, "default"))
    return found


def _settled(choices: list[Choice], edition: bool, stepped: bool) -> list[Choice]:
    """The best of several is settled where it came from the text and stands clear of the next."""
    if not choices or choices[0].settled or choices[0].origin == "article":
        return choices
    if choices[0].origin == "default" and (stepped or not edition):
        return choices
    clear = len(choices) == 1 or choices[0].quality - choices[1].quality >= CLEAR
    return [replace(choices[0], settled=clear), *choices[1:]]


def _stepped(newest: str, claim: Claim, rows: Sequence[Observation]) -> str | None:
    """The period so many steps before the newest that a chain of figures asks for."""
    if not claim.steps_back:
        return newest
    if claim.window and claim.role == "from":
        wanted = years_later(newest, -claim.window)
        return wanted if any(r.period == wanted for r in rows) else None
    periods = sorted({r.period for r in rows if r.period <= newest})
    return periods[-1 - claim.steps_back] if len(periods) > claim.steps_back else None


def _names_an_edition(claim: Claim) -> bool:
    """ "the ninth edition", "April 7": the number itself says which edition is meant."""
    return claim.quantity.kind is Kind.RANK or str(claim.quantity.value).startswith("--")


def _on_told_day(claim: Claim, rows: Sequence[Observation]) -> list[Choice]:
    """ "The eighth report, released on 13 April": the edition that appeared on the day named."""
    said = [s.value for s in claim.periods if s.origin in SAID] + [claim.base_period or ""]
    days = [d[0] for text in said if len(text) == DAY and (d := bounds(text))]
    near = {r.period for r in rows for day in days if abs(r.published - day) <= CLOSE_BY}
    return [Choice(near.pop(), ORIGIN["sentence"], True, "sentence")] if len(near) == 1 else []


def _as_printed_on(claim: Claim, rows: Sequence[Observation]) -> list[Choice]:
    """ "The report of 24 July put it at 733": the newest figure that appeared on a day named."""
    days = [s.value for s in claim.periods if s.origin in SAID and len(s.value) == DAY]
    if not days:
        return []
    printed = [r for r in rows if str(r.published) in days and r.period not in days]
    newest = _newest(printed, None)
    return [Choice(newest, ORIGIN["sentence"], True, "sentence")] if newest else []


def _by_day(claim: Claim, rows: Sequence[Observation]) -> list[Choice]:
    """A day tells which event is meant: the one whose row appeared nearest to it."""
    day = (bounds(str(claim.quantity.value)) or (date.min, date.min))[0]
    nearest = sorted(rows, key=lambda r: (abs(r.published - day), r.period))
    periods = list(dict.fromkeys(r.period for r in nearest))
    return [
        Choice(p, ORIGIN["sentence"] - LATER * i, i == 0, "sentence") for i, p in enumerate(periods)
    ]


def _every(rows: Sequence[Observation]) -> list[Choice]:
    newest_first = sorted({r.period for r in rows}, reverse=True)
    only = len(newest_first) == 1
    return [Choice(p, ORIGIN["default"], only, "default") for p in newest_first]


def fitting(period: str, rows: Sequence[Observation]) -> list[tuple[str, float]]:
    """(period of a row, quality) that agree with a period of the text, best first."""
    return list(_fitting(period, frozenset(row.period for row in rows)))


@lru_cache(maxsize=16384)  # series mostly have the same years, and articles tell of few
def _fitting(period: str, published: frozenset[str]) -> tuple[tuple[str, float], ...]:
    found = [(p, q) for p in published if (q := fit(period, p)) > 0]
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))


@lru_cache(maxsize=65536)
def fit(said: str, published: str) -> float:
    """How well a period of the text agrees with one of the reference (0 to 1)."""
    a, b = bounds(said), bounds(published)
    if a is None or b is None:
        return 0.0
    if a == b:
        return 1.0
    if a[0] <= b[0] and b[1] <= a[1]:
        return 0.9
    if b[0] <= a[0] and a[1] <= b[1] and (b[1] - b[0]).days < 370:
        return 0.5
    if (b[1] - b[0]).days > 370 and a[1] == b[1]:
        return 0.9
    return _season_fit(said, a, b)


def _season_fit(said: str, a: tuple[date, date], b: tuple[date, date]) -> float:
    """A season or fiscal year is called by the year it ends in, else by the one it starts in."""
    if len(said) != YEAR or (b[1] - b[0]).days > 370 or b[0].year + 1 != b[1].year:
        return 0.0
    return ENDS_IN if a[0].year == b[1].year else STARTS_IN if a[0].year == b[0].year else 0.0


def vintages(rows: Sequence[Observation]) -> tuple[Observation, ...]:
    """Rows of one slot, oldest publication first."""
    return tuple(sorted(rows, key=lambda r: (r.published, r.edition, r.place)))


def _newest(rows: Sequence[Observation], until: date | None) -> str | None:
    """The latest period published by `until`."""
    known = [r for r in rows if until is None or r.published <= until] or list(rows)
    if not known:
        return None
    return max(known, key=lambda r: (bounds(r.period) or (date.min, date.min))[::-1]).period


def _distinct(choices: Sequence[Choice]) -> list[Choice]:
    """One choice per value, the best; best first."""
    best: dict[str, Choice] = {}
    for choice in choices:
        kept = best.get(choice.value)
        if kept is None or (choice.settled, choice.quality) > (kept.settled, kept.quality):
            best[choice.value] = choice
    return sorted(best.values(), key=lambda c: (not c.settled, -c.quality, c.value))
