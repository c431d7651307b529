"""What a figure measures: weighed words around it, and the sum it implies (growth, share …)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from math import ceil, log

from factcheck.extract.shares import IN_A_ROW
from factcheck.extract.view import CLAUSE_BREAK, REMEMBERED, View
from factcheck.model import Kind, Quantity

# Weights are shares of the weight of a word in the number's own clause. Chosen on corpora/.
CROSSED = 0.72
"""Factor for each clause break between a word and the number."""
SEMICOLON = 3
"""Clause breaks that a semicolon is worth."""
AFTER = 0.85
"""Factor for words after the number."""
NEIGHBOUR = 0.75
"""Factor for each other number in between."""
OTHER_CONJUNCT = 0.25
"""Factor for "wind" where "wind and sun: 23% and 10%" gives the number to "sun"."""
FLOOR = 0.45
"""Least weight of a word of the same sentence: more than any word outside it."""
NEIGHBOURS = ceil(log(FLOOR, NEIGHBOUR))
"""Other numbers in between that bring any weight down to the least."""

UP = (
    r"up|r[oi]se[sn]?|rising|gr[eo]w[sn]?|growing|growth|gain(?:s|ed)?|increas\w+|climb\w*"
    r"|jump\w*|surg\w+|puts? on"
    r"|soar\w*|swell\w*|swollen|add(?:s|ed)|expand\w*|widen\w*|improv\w+|higher|advanc\w+|went up"
    r"|more|plus of"
)
DOWN = (
    r"down|f[ae]ll(?:s|en|ing)?|drop\w*|declin\w+|decreas\w+|slip\w*|shr[aiu]nk\w*|los[et]\w*|cut"
    r"|lower\w*"
    r"|slid\w*|collaps\w*|cool\w*|narrow\w*|reduc\w+|plung\w+|tumbl\w+|dwindl\w+|eas(?:ed|ing)|slow(?:s|ed|ing)?"
    r"|less|fewer|minus of|contract(?:ed|ing|s)|slump\w*|halv\w+"
    r"|(?<=dried )up|(?<=gave )up|(?<=given )up"
)
CHANGE_NOUN = (
    r"(?:an?\s+)?(?:[\w-]+\s+)?(?:increase|rise|growth|gain|jump|surge|drop|fall|decline|decrease"
    r"|reduction|loss|improvement|cut|change|slump|expansion|plus|minus)"
)
HEDGE = (
    r"(?:about|around|roughly|nearly|almost|just|some|only|over|more than|less than|close to"
    r"|an estimated|a record|exactly|as much as|up to|another)"
)
GROWTH_BEFORE = re.compile(
    rf"(?:\b(?:by|or by|up|down|{UP}|{DOWN})|\b{CHANGE_NOUN}\s+of|growth rate (?:was|of)"
    rf"|\b{CHANGE_NOUN},? or)\s+(?:{HEDGE}\s+)*$",
    re.IGNORECASE,
)
NOT_GROWTH = re.compile(
    r"(?:\bma(?:de|kes?|king)\s+up|(?<!close )\b(?:to|at|from))\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
BY = re.compile(rf"\b(?:by|up|down|of)\s+(?:{HEDGE}\s+)*$", re.IGNORECASE)
"""Before the size of a change, where "grows a quarter of the world's rice" tells a share."""
GROWTH_AFTER = re.compile(
    rf"^\s*(?:or so\s+)?(?:(?:year on year|annual|year-on-year)\s+)?(?:(?:more|less|fewer|higher"
    rf"|lower|larger|smaller|above|below|{CHANGE_NOUN})\b|(?:up|down)\s+(?:on|from|against|compared)\b)",
    re.IGNORECASE,
)
LEAD_BY = re.compile(
    rf"\b(?:ahead|behind|trail\w*|leads?|led(?!\s+to\b)|leading|lag\w*|beat|beats|won|wins|lost)\b(?:(?!\b(?:and|but)\b)[^.;:]){{0,50}}"
    rf"\bby\s+(?:{HEDGE}\s+)*$",
    re.IGNORECASE,
)
"""A distance between two, no change of one: "ahead again, by 2.7%"."""
LEAD_WEIGHT = 0.9
"""Of the words "lead" and "gap", which then count although they are not printed."""
APPEARED = re.compile(
    r"\b(?:releas|publish|launch|unveil|appear|came out|been out|out since|issued"
    r"|went (?:online|live)|put (?:out|online))",
    re.IGNORECASE,
)
"""Near the day on which something was made public."""
IMPLIED_WEIGHT = 0.9
"""Of the words that name such a day, or a sum over all years since one."""
SINCE = re.compile(
    r"\bsince\s+(?:the\s+(?:start|beginning)\s+of\s+)?(?P<year>(?:19|20)\d\d)\b(?!,?\s+when\b)",
    re.IGNORECASE,
)
SUMMED = re.compile(
    r"\b(?:have|has|had)\b(?!\s+(?:been|grown|risen|fallen|more|less|doubled|tripled))"
    r"|\b(?:add(?:s|ed)?\s+up|altogether|in\s+(?:all|total)|total(?:s|led|ling)?|all\s+told|combined"
    r"|cumulative(?:ly)?|amounts?\s+to|sums?\s+up)\b",
    re.IGNORECASE,
)
"""Beside "since 2013": what was raised, sold or built in all the years since."""
SHARE_AFTER = re.compile(
    r"^\s*(?:(?i:of\s+(?:the|all|its|their|our|that|world|global|them|it|total|those|these|humanity"
    r"|mankind|everyone|everybody|an?\s+(?:world|global|national|total|combined))\b|share\b)"
    r"|of\s+(?:[A-Z][\w.-]*\s+){0,3}[A-Z][\w.-]*['’]s?\s)"
)
TOGETHER = re.compile(
    r"\b(?:(?:taken\s+|put\s+)?together|combined|between\s+them|jointly|in\s+total|altogether)\b",
    re.IGNORECASE,
)
"""Says that the number after it is of several taken as one."""
TOGETHER_AFTER = re.compile(
    r"(?<!\bput )\b(?:together|combined|between\s+them|in\s+total|altogether)\b"
    r"(?=\s*(?:[.,;:)]|$|in\b))",
    re.IGNORECASE,
)
"""The same of the number before it."""
NEAR_BY = 40
"""Code points after a number in which that is looked for."""
CUE = 160
"""Code points before a number in which words are looked for that lead up to it."""
OF_WHICH = re.compile(
    r"\bof\s+(?:which|those|these|that|them|it)\b,?\s+(?:[\w’'-]+\s+){1,5}$", re.IGNORECASE
)
"""Before a share: "105 trillion, of which America made 26 percent"."""
NO_DIRECTION = re.compile(
    r"\b(?:more|less|fewer) than\b|(?<=\bmade)\s+up\b|(?<=\bmake)\s+up\b|(?<=\bmakes)\s+up\b"
    r"|(?<=\bset)\s+up\b",
    re.IGNORECASE,
)
"""A hedge, or a word that goes with its verb: "made up"."""
NEAREST_UP = re.compile(rf"\b(?:{UP})\b", re.IGNORECASE)
NEAREST_DOWN = re.compile(rf"\b(?:{DOWN})\b", re.IGNORECASE)
COMPARED_AFTER = re.compile(
    r"^\W*(?:(?:a little|a bit|a touch|slightly|somewhat|much|far|well|only just)\s+)?"
    r"(?:(more|higher|larger|above)|(less|fewer|lower|smaller|below))\b"
)
PHRASE = re.compile(r"\s+(from|of|on|at|for)\s+(?:the\s+)?[\w-]+(?:[\s-]\w+)?")
"""Right after a number: of what it tells."""
PART_HEAD = re.compile(r"\s+(?:and\s+|but\s+)?(on|in|at|for|among)\s", re.IGNORECASE)
"""Opens a part of a sentence that has a number of its own."""
JOINED = re.compile(r"\b(?:and|but|or)\s+(?:[\w’'-]+\s+){0,3}$")
HELD = re.compile(rf",\s+(?:at|with|on)\s+(?:{HEDGE}\s+)*[$€£¥]?$", re.IGNORECASE)
"""Before a number that tells of the words before the comma: "the longest in Kent, at 12"."""
LISTED = re.compile(r"\s*(?:,(?:\s*and)?|and|or)\s*")
"""Between two numbers of one list."""
CONJUNCTS = re.compile(
    r"([\w’'-]+)((?:,\s+[\w’'-]+)*),?\s+and\s+([\w’'-]+)"
    r"(?:[^\w’'-]\W*(?:\w+\s+){0,3})?$"
)


def context(view: View, quantity: Quantity) -> list[tuple[str, float]]:
    """The sentence cut at clause breaks and numbers, each piece with its weight, nearest first."""
    joined = _joined_at(view, quantity)
    parallel = _parallel(view, quantity)
    left, right = view.reach(quantity, NEIGHBOURS)
    following = view.following(quantity)
    until = following.start if following else quantity.end
    pieces = []
    for start, end in _cut(view, quantity, joined):
        weight = FLOOR
        if left < end and start < right:
            others = joined is not None and end <= joined
            weight = max(_weight(view, quantity, start, end) * (CROSSED if others else 1.0), FLOOR)
        theirs = start in parallel or (
            quantity.end <= start < until and _is_next(view, quantity, start)
        )
        pieces.append((view.text[start:end], OTHER_CONJUNCT if theirs else weight))
    pieces = _conjuncts(view, quantity, pieces)
    return sorted(pieces, key=lambda pair: -pair[1])


def _cut(view: View, quantity: Quantity, joined: int | None) -> Iterator[tuple[int, int]]:
    """The pieces of the sentence, cut at the number too and where its own part begins."""
    cuts = [cut for cut in (joined, quantity.start, quantity.end) if cut is not None]
    for start, end in _pieces(view):
        if end <= cuts[0] or cuts[-1] <= start:
            yield start, end
            continue
        edges = [start, *(cut for cut in cuts if start < cut < end), end]
        yield from ((a, b) for a, b in pairwise(edges) if view.text[a:b].strip())


@lru_cache(maxsize=REMEMBERED)
def _pieces(view: View) -> list[tuple[int, int]]:
    """What the sentence says between its clause breaks and numbers, from where to where."""
    begin, end = view.sentence.start, view.sentence.end
    cuts = {found.end() for found in CLAUSE_BREAK.finditer(view.text, begin, end)}
    cuts |= {edge for q in view.quantities for edge in (q.start, q.end)}
    return [
        (a, b)
        for a, b in pairwise(sorted({begin, end} | cuts))
        if view.text[a:b].strip() and not view.in_quantity(a)
    ]


def _parallel(view: View, quantity: Quantity) -> set[int]:
    """ "23% from wind and 10% from sun": where the phrases begin that other numbers have."""
    own = PHRASE.match(view.text, quantity.end)
    return {
        end
        for end, (kind, preposition, phrase) in (_phrases(view).items() if own else ())
        if own and (kind, preposition) == (quantity.kind, own[1]) and phrase != own[0]
    }


@lru_cache(maxsize=REMEMBERED)
def _phrases(view: View) -> dict[int, tuple[Kind, str, str]]:
    """The phrase right after each number that has one, by where it begins."""
    found = ((q, PHRASE.match(view.text, q.end)) for q in view.quantities)
    return {q.end: (q.kind, phrase[1], phrase[0]) for q, phrase in found if phrase}


def _is_next(view: View, quantity: Quantity, start: int) -> bool:
    """A piece before the next number is what that one tells of."""
    return _opens_next(view, quantity, start) or _is_held_next(view, quantity, start)


def _opens_next(view: View, quantity: Quantity, start: int) -> bool:
    """ "On tests it went from 3 to 8, on essays from 4 to 6": essays are not what 8 is about."""
    head = PART_HEAD.match(view.text, start)
    between = view.text[quantity.end : start]
    if head is None or start < quantity.end or between.strip(",; "):
        return False
    if not view.crosses_quantity(head.end(), view.sentence.end):
        return False
    before = view.text[view.sentence.start : quantity.start]
    return bool(re.search(rf"(?:^|[,;])\W*{head[1]}\s", before, re.IGNORECASE))


@lru_cache(maxsize=REMEMBERED)
def is_held(view: View, quantity: Quantity) -> bool:
    """A preposition after a comma gives the number to the words before: "in Kent, at 12"."""
    return HELD.search(view.before(quantity.start)[-NEAR_BY:]) is not None


def _is_held_next(view: View, quantity: Quantity, start: int) -> bool:
    """ "Longest in Kent, at 12, and shortest in Bath, at 3": Bath is not what 12 is about."""
    following = view.following(quantity)
    if following is None or not quantity.end < start < following.start:
        return False
    return is_held(view, quantity) and is_held(view, following)


def _joined_at(view: View, quantity: Quantity) -> int | None:
    """Where a joining word starts the number's own part: "4 at large clinics and | 7 at small"."""
    previous = view.previous(quantity)
    if previous is None:
        return None
    match = JOINED.search(view.between(previous.end, quantity.start))
    return previous.end + match.start() if match else None


def implied(view: View, quantity: Quantity) -> list[tuple[str, float]]:
    """Words that the wording stands for: "130.9 million Mexicans" counts people, "ahead by 2.7%"
    is a lead."""
    if LEAD_BY.search(view.before(quantity.start)):
        return [("lead gap", LEAD_WEIGHT)]
    if quantity.kind is Kind.DATE:
        around = view.before(quantity.start)[-NEAR_BY:] + view.after(quantity.end)[:NEAR_BY]
        return [("release date", IMPLIED_WEIGHT)] if APPEARED.search(around) else []
    if told_since(view, quantity):
        return [("cumulative total since", IMPLIED_WEIGHT)]
    after = [m for m in view.mentions if m.start >= quantity.end]
    if (
        quantity.kind is not Kind.COUNT
        or not after
        or view.between(quantity.end, after[0].start).strip()
    ):
        return []
    plural = view.text[after[0].start : after[0].end].endswith(("s", "ese", "ish"))
    return [("people inhabitants population", 1.0)] if plural else []


def told_since(view: View, quantity: Quantity) -> str | None:
    """The year since which all is summed up: "since 2013, Kent has raised 5 million"."""
    if quantity.kind not in (Kind.COUNT, Kind.MONEY):
        return None
    year = _summed_since(view)
    return year if year and operation(view, quantity) in (None, "sum") else None


@lru_cache(maxsize=REMEMBERED)
def _summed_since(view: View) -> str | None:
    sentence = view.between(view.sentence.start, view.sentence.end)
    found = SINCE.search(sentence)
    return found["year"] if found and SUMMED.search(sentence) else None


def _weight(view: View, quantity: Quantity, start: int, end: int) -> float:
    left = end <= quantity.start
    low, high = (end, quantity.start) if left else (quantity.end, start)
    numbers = view.quantities_within(low, high)
    crossed = [
        m.group()
        for m in CLAUSE_BREAK.finditer(view.text, max(low - 2, 0), high)
        if m.end() <= high
    ]
    breaks = sum(SEMICOLON if mark == ";" else 1 for mark in crossed if mark != ":")
    breaks -= bool(breaks and left and is_held(view, quantity))
    weight = CROSSED**breaks * NEIGHBOUR**numbers * (1.0 if left else AFTER)
    return max(weight, FLOOR)


def _conjuncts(
    view: View, quantity: Quantity, pieces: list[tuple[str, float]]
) -> list[tuple[str, float]]:
    """Give the n-th number of "wind and sun: 23.2% and 9.7%" to the n-th of the joined words."""
    run = group(view, quantity)
    if len(run) < 2:
        return pieces
    match = CONJUNCTS.search(view.before(run[0].start))
    if not match:
        return pieces
    words = [match.group(1), *re.findall(r"[\w’'-]+", match.group(2)), match.group(3)]
    if len(words) < len(run):
        return pieces
    words = words[len(words) - len(run) :]
    own = words[run.index(quantity)]
    others = {w for w in words if w != own}
    result = []
    for piece, weight in pieces:
        kept = re.sub(r"[\w’'-]+", lambda m: "" if m.group() in others else m.group(), piece)
        result.append((kept, weight))
        result += [(w, weight * OTHER_CONJUNCT) for w in sorted(others) if w in piece]
    return result


def group(view: View, quantity: Quantity) -> list[Quantity]:
    """The numbers joined to this one by nothing but commas and "and"."""
    return _runs(view).get(quantity, [quantity])


@lru_cache(maxsize=REMEMBERED)
def _runs(view: View) -> dict[Quantity, list[Quantity]]:
    runs = view.runs(lambda a, b: LISTED.fullmatch(view.text, a.end, b.start))
    return {q: run for run in runs for q in run}


def direction(view: View, quantity: Quantity) -> str | None:
    """Up or down, by the nearest such word in the number's stretch of the sentence."""
    previous, following = view.previous(quantity), view.following(quantity)
    after = view.between(quantity.end, following.start if following else view.sentence.end)
    if match := COMPARED_AFTER.match(after):
        return "up" if match.group(1) else "down"
    start = previous.end if previous else view.sentence.start
    found = _last_direction(view.between(start, quantity.start))
    if found is None and previous is not None:
        joined = _gapped(view, quantity) or re.match(
            r"^\W*(?:to|and|and finally to|then|in \w+ to)\b",
            view.between(previous.end, quantity.start),
        )
        return direction(view, previous) if joined and previous.kind is quantity.kind else None
    return found


def _last_direction(text: str) -> str | None:
    text = NO_DIRECTION.sub(" ", text)
    up = [m.start() for m in NEAREST_UP.finditer(text)]
    down = [m.start() for m in NEAREST_DOWN.finditer(text)]
    if not up and not down:
        return None
    return "up" if max(up, default=-1) > max(down, default=-1) else "down"


RANKING = re.compile(
    r"\b(?:rank\w*|place[sd]?|spot|position\w*|only to|largest|biggest|highest|lowest|smallest|most"
    r"|best|worst|top|leading|behind|ahead|table|came|comes|finish\w*|richest|poorest|fastest)\b",
    re.IGNORECASE,
)
"""Words that make an ordinal a rank among others, where "ninth edition" only counts."""


OF_THE_LAST = re.compile(
    r"\s+of\s+(?:the|its|their|his|her|our|my)\s+(?:last|past|first|next|previous|final|latest)\s"
    r"(?!(?:year|season|quarter|month|week|decade|edition|report|survey|election)\b)"
)
"""After a number that counts within a stretch of its own: "four of their last five games"."""
HEADS = re.compile(r"^\s+(?:people|persons|humans|inhabitants)\b", re.IGNORECASE)
"""After a part that is counted in heads: "one in six people"."""
ALL_BUT = re.compile(r"\ball\s+but\s+[$€£¥]?$", re.IGNORECASE)
"""Before what is left of a whole without somebody's part: "all but 7 of the 50 went to Kent"."""
SIGNED = re.compile(r"[+]$")
AS_LARGE = re.compile(
    r"^\s+(?:as|so)\s+(?:large|big|much|many|high|great|long|rich|strong|heavy|wide|fast|often)\b"
    r"|^\s+of\s+what\s+(?:it|they)\s+(?:was|were|had\s+been)\b"
    r"|^\s+(?:of\s+)?(?:its|their|the)\s+(?:level|value|size)\b",
    re.IGNORECASE,
)
"""After a part or percentage that compares two: "76% as large", "a third of what it was"."""
CHANGES = re.compile(
    r"\b(?:change|growth|increase|rise|difference|gain|y/y|yoy)\b|\+/-", re.IGNORECASE
)
"""In the head of a column whose figures are changes."""


APART_AFTER = re.compile(
    r"^\s*(?:more\s+)?(?:ahead|behind|clear|short|adrift|apart)\b(?!\s+of\s+(?:schedule|time))",
    re.IGNORECASE,
)
"""After an amount that two are apart: "$243 billion ahead"."""
APART_BEFORE = re.compile(
    rf"\b(?:trail\w*|lag\w*|outdistanc\w*|exceed\w*|surpass\w*|outstrip\w*|outnumber\w*|ahead|behind)\b"
    rf"[^.;:]{{0,50}}\bby\s+(?:{HEDGE}\s+)*$",
    re.IGNORECASE,
)


TRAILING = re.compile(r"\b(?:behind|short|adrift|trail|lag)", re.IGNORECASE)


def change_in_column(header: str, quantity: Quantity) -> str | None:
    """The sum that the head of its column makes of a number in a cell."""
    percent = quantity.kind is Kind.PERCENT
    return None if not CHANGES.search(header) else "growth" if percent else "difference"


def is_apart(view: View, quantity: Quantity) -> bool:
    """The amount lies between two: "$243 billion ahead", "trails Kent by 5 barges"."""
    amount = quantity.kind in (Kind.COUNT, Kind.MONEY, Kind.SCORE)
    before, after = view.before(quantity.start)[-CUE:], view.after(quantity.end)
    return amount and bool(APART_AFTER.match(after) or APART_BEFORE.search(before))


def side(view: View, quantity: Quantity) -> str | None:
    """Up where an amount says that its subject is ahead, down where it is behind."""
    if not is_apart(view, quantity):
        return None
    before, after = view.before(quantity.start)[-CUE:], view.after(quantity.end)
    apart = APART_AFTER.match(after) or APART_BEFORE.search(before)
    return "down" if apart and TRAILING.search(apart[0]) else "up"


GAPPED = re.compile(
    rf"^(?:\s+[a-z-]+){{0,2}}?(?:\s+(?:in|for|by)\s+\x01)?"
    rf"(?:\s*(?:;|,(?:\s+(?:and|while|but|or))?)|\s+(?:and|while|but|or))\s+"
    rf"(?:(?:in|for|that|those|of|the|and|while|but)\s+)*"
    rf"\x00\s*(?:(?:['’]s?|s)\s*)?(?:,\s*)?(?:(?:by|at|with|on|{HEDGE})\s+)*(?:[$€£¥]\s*)?$",
    re.IGNORECASE,
)
"""Between two figures of which the second leaves out the verb: "Kent lost 5%, \x00 some 3%". The
mention (\x00) and a date (\x01) are cut out, so that only function words remain."""
MOVED = ("growth", "difference", "share", "multiple")
"""Sums that a figure takes over from the one before it where its own verb is left out."""


def _gapped(view: View, quantity: Quantity) -> Quantity | None:
    """The figure before, whose verb this one shares: "Kent lost 5%, Essex some 3%"."""
    previous = view.previous(quantity)
    if previous is None or previous.kind is not quantity.kind:
        return None
    named = [m for m in view.mentions if previous.end <= m.start and m.end <= quantity.start]
    if len(named) != 1:
        return None
    bridge = view.between(previous.end, named[0].start)
    for date in view.dates:
        if previous.end <= date.start and date.end <= named[0].start:
            bridge = bridge.replace(date.quote, "\x01", 1)
    bridge += "\x00" + view.between(named[0].end, quantity.start)
    return previous if GAPPED.match(bridge) else None


@lru_cache(maxsize=REMEMBERED)
def operation(view: View, quantity: Quantity) -> str | None:
    """The sum that the wording implies, or None where the number is a level.

    A figure whose verb is left out takes it from the one before.
    """
    said = _said_operation(view, quantity)
    shared = None if said else _gapped(view, quantity)
    taken = operation(view, shared) if shared else None
    return taken if taken in MOVED else said


def _said_operation(view: View, quantity: Quantity) -> str | None:
    before, after = view.before(quantity.start)[-CUE:], view.after(quantity.end)
    if OF_THE_LAST.match(after):
        return "part"
    if quantity.kind is Kind.MULTIPLE:
        return "multiple"
    if quantity.kind is Kind.RANK and IN_A_ROW.match(after):
        return "streak"
    if quantity.kind is Kind.RANK:
        sentence = view.between(view.sentence.start, view.sentence.end)
        return "rank" if RANKING.search(sentence) else None
    part = quantity.kind in (Kind.PERCENT, Kind.RATIO)
    if part and (OF_WHICH.search(before) or (quantity.kind is Kind.RATIO and HEADS.match(after))):
        return "share"
    if part and AS_LARGE.match(after):
        return "multiple"
    if quantity.kind in (Kind.COUNT, Kind.MONEY) and ALL_BUT.search(before):
        return "difference"
    led = part and LEAD_BY.search(before)
    changed = (
        quantity.quote.startswith("+")
        or SIGNED.search(before)
        or GROWTH_AFTER.match(after)
        or (GROWTH_BEFORE.search(before) and not NOT_GROWTH.search(before) and not led)
    )
    if changed and part:
        whole = SHARE_AFTER.match(after) and not BY.search(before)
        return "share" if whole else "growth"
    if changed and quantity.kind in (Kind.PERCENTAGE_POINTS, Kind.COUNT, Kind.MONEY, Kind.SCORE):
        return "difference"
    if is_apart(view, quantity):
        return "difference"
    if part and SHARE_AFTER.match(after):
        return "share"
    if quantity.kind in (Kind.COUNT, Kind.MONEY, Kind.PERCENT) and _is_sum(view, quantity):
        return "sum"
    return None


def _is_sum(view: View, quantity: Quantity) -> bool:
    """ "Police and fire together take 346 million", "... take 346 million between them"."""
    previous, following = view.previous(quantity), view.following(quantity)
    start = max(view.statement(quantity), previous.end if previous else 0)
    end = following.start if following else view.sentence.end
    after = TOGETHER_AFTER.search(view.between(quantity.end, end)[:NEAR_BY])
    return bool(TOGETHER.search(view.between(start, quantity.start)) or after)


def measure(pieces: list[tuple[str, float]]) -> str | None:
    """The nearest words, for the reader of a report."""
    words = " ".join(re.findall(r"[A-Za-zÀ-ÿ][\w’'-]+", " ".join(p for p, w in pieces if w > 0.6)))
    return words[:80].strip() or None
