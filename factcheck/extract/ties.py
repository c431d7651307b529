"""The entity that grammar ties to a number: label, owner, subject at hand, place, carried over."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.extract import parts, what
from factcheck.extract.entities import Mention
from factcheck.extract.view import REMEMBERED, STATEMENT, View
from factcheck.extract.what import HEDGE, SHARE_AFTER
from factcheck.model import Kind, Quantity

OF = r"(?:in|from|of|for|by|at|among|within|across)"
WORDS = r"(?:[\w'’&%$€£./-]+\s+)"
AFTER = re.compile(
    rf"^(?:\s+|\s*[(–-]\s*|,\s+(?=in\s|from\s|at\s))"
    rf"(?:{WORDS}{{0,6}}?{OF}\s+(?:the\s+|(?:those|people)\s+(?:in|from)\s+(?:the\s+)?)?)?$"
)
"""Between a number and the entity it belongs to: "5 from Europe", "40 new mills in the south"."""
LOCATED = re.compile(
    r"^,?\s+(?:of (?:it|them|those|these)\s+)?(?:[\w-]+\s+){0,3}?(?:are|is|were|was|lies?|live"
    r"|lived|stand|stood|came|come)\s+"
    r"(?:\w+ing\s+)?(?:in|at|from|on)\s+(?:the\s+)?$"
)
"""The same with a verb: "18,900 are waiting at", "half of it lies on"."""
CONTRASTED = re.compile(
    r"\b(?:against|versus|vs\.?|compared\s+(?:with|to)|while|whereas|but|and)\W+(?:\w+\s+)?$"
)
"""Between two numbers: the second is of somebody of its own ("81% against 93% for men")."""
OWN = re.compile(r"^\s+(?:for|among|in|of)\s+(?:the\s+)?(?:[\w-]+\s+)?$")
IS = re.compile(r"^(?:\s+[\w'’-]+){0,4}?\s+(?:are|were)\s+(?:all\s+)?$")
"""The same where the entity is what is said of what is counted: "30 of the models were Chinese"."""
IS_END = re.compile(r"\s+ones\b|\s*(?:[.,;:()]|$)|\s+(?:and|or|but|while|against|compared)\b")
SAME_WHOLE = re.compile(r"\b(?:those|them)\b")
PREDICATE = re.compile(
    r"^(?:['’]s?)?\s*(?:,\s+(?:which|who|whose|where|with|at|on"
    r"|a)\s+)?(?:[\w’'-]+\s+){0,4}(?:[$€£¥]\s*)?$"
)
"""Between a subject and the number that follows at once: "Kent 97.3", "Essex, which had 5"."""
NO_PREDICATE = re.compile(
    r"\b(?:and|or|but|than|as|over|of|from|by|in|for|against|while|compared|versus|vs|after"
    r"|among)\b",
    re.IGNORECASE,
)
HELD = re.compile(r"^\s+(?:(?:at|with|on|by)\s*)?$")
"""Between a mention and the number right after it, which is its own."""
ADJACENT = re.compile(r"['’]?s?\s+[$€£¥]?")
"""Between an owner and its number: "the world's 800 million"."""
PLACED = re.compile(r"(?:^|[,;:–—]|\band)\s+(?:in|for|at|among)\s+(?:the\s+)?$", re.IGNORECASE)
FIGURE = re.compile(
    r"^(?:['’]s?)?\s+(?:[a-z-]+\s+){0,2}?(?:figure|rate|total|number|level|share|value|sum|score"
    r"|average|mean|tally|count|mark|price|record|reading)"
    r"(?:\s+(?:for|in|of)\s+(?:that|the\s+same|this|last)\s+(?:year|month|quarter|week|season))?"
    rf"(?:\s+(?:of|at|was|is|stood\s+at)|,|\s*\(|:)\s*(?:{HEDGE}\s+)*(?:[$€£¥]\s*)?$"
)
"""Between a mention and the number that is said to be its figure, even in a comparison."""
RESPECTIVELY = re.compile(
    r"(?:\s*[\w-]+(?:\s+(?:of|in|for)\s+[\w-]+)?)?(?:\s+in\s+\d{4})?(?:\s*,)?\s+respectively\b",
    re.IGNORECASE,
)
"""After the last of the figures that names before share out."""
REACHED = re.compile(
    r"\b(?:caught|overt(?:ook|akes|aking)|pass(?:ed|es|ing)|beat|beats|beating|match(?:ed|es|ing)"
    r"|topp(?:ed|ing)|surpass(?:ed|es|ing)|trail(?:s|ed|ing)?|lag(?:s|ged|ging)?|leads?|led"
    r"|edg(?:ed|es|ing)|follow(?:s|ed|ing)?|out\w+(?:ed|es|ing))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""Before the other side, of a number "with" which the subject did it."""
OF_ONE = re.compile(r"^\s+(?:(?:has|had|have|is|are|was|were)\s+)?an?\s+$")
ONE = re.compile(r"^(?:\s+[a-z]+|[,;.])")
"""Around the mention in "46 had a Kentish author and 41 an Essex one", "41 a Chinese, 14 …"."""
PER = re.compile(r"^\s+per\s+$")
ON_AVERAGE = re.compile(r"^\s+on\s+(?:the\s+|an?\s+)?$")
FORMER = re.compile(r"\bthe\s+(?:(former)|latter)\b", re.IGNORECASE)
JOINED = re.compile(r"\s+and\s+(?:the\s+)?")
NO_BRIDGE = re.compile(
    r"\b(?:than|as|over|against|behind|ahead|clear|short|and|or|while|compared|times|but|was|were"
    r"|is|are|had|has)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=REMEMBERED)
def tied_to(view: View, quantity: Quantity) -> Mention | None:
    """The mention that grammar ties to the number."""
    return (
        _former_or_latter(view, quantity)
        or _respectively(view, quantity)
        or _labelled(view, quantity)
        or _figured(view, quantity)
        or _owner(view, quantity)
        or _attached(view, quantity)
        or _predicated(view, quantity)
        or _carried(view, quantity)
        or _listed(view, quantity)
    )


def _respectively(view: View, quantity: Quantity) -> Mention | None:
    """The n-th of as many names as figures: "Kent and Essex sold 5 and 7 tonnes respectively"."""
    run = what.group(view, quantity)
    if len(run) < 2 or not RESPECTIVELY.match(view.after(run[-1].end)):
        return None
    named = [m for m in view.mentions if m.end <= run[0].start and not parts.is_source(view, m)]
    own = list({m.entity: m for m in named}.values())[-len(run) :]
    return own[run.index(quantity)] if len(own) == len(run) else None


def _figured(view: View, quantity: Quantity) -> Mention | None:
    """Whose the figure is said to be: "the Kentish rate of 4.9%", "on world average 4.8"."""
    mention = _last_before(view, quantity)
    if mention is None or view.crosses_quantity(mention.end, quantity.start):
        return None
    named = parts.is_source(view, mention)
    return (
        mention if not named and FIGURE.match(view.between(mention.end, quantity.start)) else None
    )


def _carried(view: View, quantity: Quantity) -> Mention | None:
    """Who the figure is about that this one restates: "the US 34,200, or an eighth as many"."""
    previous = view.previous(quantity)
    if previous is None or what.operation(view, quantity) not in (
        "multiple",
        "growth",
        "difference",
        "share",
    ):
        return None
    bridge = view.between(previous.end, quantity.start)
    return (
        None
        if STATEMENT.search(bridge) or re.search(r"\band\b", bridge)
        else tied_to(view, previous)
    )


def _former_or_latter(view: View, quantity: Quantity) -> Mention | None:
    """ "Reid and Quill, with the former at 5 and the latter at 7"."""
    found = list(FORMER.finditer(view.text, view.sentence.start, quantity.start))
    if not found or any(found[-1].end() <= m.start < quantity.start for m in view.mentions):
        return None
    before = [m for m in view.mentions if m.end <= found[0].start()][-2:]
    if len(before) < 2 or not JOINED.fullmatch(view.between(before[0].end, before[1].start)):
        return None
    return before[0] if found[-1][1] else before[1]


def _listed(view: View, quantity: Quantity) -> Mention | None:
    """Whose first item of a list this goes on: "Reid, who had 40 beds, six lifts and two pumps"."""
    previous = view.previous(quantity)
    if previous is None or not (quantity.kind is Kind.COUNT or quantity.kind is previous.kind):
        return None
    if STATEMENT.search(view.between(previous.end, quantity.start)):
        return None
    if any(previous.end <= m.start < quantity.start for m in view.mentions):
        return None
    return tied_to(view, previous)


def _last_before(view: View, quantity: Quantity) -> Mention | None:
    earlier = [m for m in view.mentions if m.end <= quantity.start]
    return earlier[-1] if earlier else None


def _labelled(view: View, quantity: Quantity) -> Mention | None:
    """ "Britain (172)", "Singapore: 61%"."""
    mention = _last_before(view, quantity)
    if mention is None or parts.names_source(view, mention):
        return None
    bridge = view.between(mention.end, quantity.start)
    colon = ":" in bridge and _is_listed(view, mention)
    return mention if not colon and re.fullmatch(r"['’s]*\s*[(\[:]\W*", bridge) else None


def _is_listed(view: View, mention: Mention) -> bool:
    """One of several that share a number ("Essex, Kent and Surrey: four each")."""
    earlier = [m for m in view.mentions if m.end <= mention.start and not parts.is_generic(view, m)]
    return bool(earlier) and bool(
        re.fullmatch(
            r",?\s+(?:and|or|&)\s+(?:the\s+)?", view.between(earlier[-1].end, mention.start)
        )
    )


def _owner(view: View, quantity: Quantity) -> Mention | None:
    """ "Germany's $3.89 billion", "China's private AI investment in 2024: $9.3 billion"."""
    for mention in reversed(view.mentions):
        if mention.end > quantity.start:
            continue
        bridge = view.between(mention.end, quantity.start)
        if view.crosses_quantity(mention.end, quantity.start) or re.search(r"[;,]", bridge):
            return None
        if mention.possessive and not parts.is_field(view, mention, quantity):
            generic = parts.is_generic(view, mention) and not ADJACENT.fullmatch(bridge)
            named = parts.is_source(view, mention) or generic
            short = len(bridge.split()) <= 8 and not re.search(
                r"\b(?:over|than|ahead of|behind)\b", bridge
            )
            return mention if short and not named else None
        if not parts.is_generic(view, mention):
            return None
    return None


def _predicated(view: View, quantity: Quantity) -> Mention | None:
    """ "Kent at 1,495", "Kent had nearly 212 million": little more than a verb in between."""
    mention = _last_before(view, quantity)
    if mention is None or quantity.kind is Kind.MULTIPLE or _is_listed(view, mention):
        return None
    if (
        parts.is_source(view, mention)
        or parts.is_generic(view, mention)
        or parts.is_field(view, mention, quantity)
        or parts.is_served(view, mention, quantity)
    ):
        return None
    bridge = view.between(mention.end, quantity.start)
    compared = parts.is_compared(view, mention)
    if (compared and not re.match(r"^\s*(?:,|at\b|on\b|with\b)", bridge)) or (
        parts.is_complement(view, mention) and not compared
    ):
        return None
    if (
        compared
        and bridge.lstrip().startswith("with")
        and REACHED.search(view.before(mention.start))
    ):
        return None
    bare = re.sub(rf"\b{HEDGE}\b|\b(?:close to|out of)\b", " ", bridge)
    if not PREDICATE.match(bare) or NO_PREDICATE.search(bare):
        return None
    return None if is_taken(view, mention, quantity) and not bare.strip() else mention


def _attached(view: View, quantity: Quantity) -> Mention | None:
    if quantity.kind is Kind.MULTIPLE:
        return None
    following = view.following(quantity)
    mention = next((m for m in view.mentions if m.start >= quantity.end), None)
    if (
        mention is None
        or view.crosses_quantity(quantity.end, mention.start)
        or parts.is_source(view, mention)
    ):
        return None
    bridge = view.between(quantity.end, mention.start)
    tight = AFTER.match(bridge) and not NO_BRIDGE.search(bridge)
    said = IS.match(bridge) and IS_END.match(view.after(mention.end))
    after = view.after(mention.end)
    if PER.match(bridge):
        return mention
    average = ON_AVERAGE.match(bridge) and after.startswith(" average")
    if average or (OF_ONE.match(bridge) and ONE.match(after)):
        return mention
    if not tight and not said and not LOCATED.match(bridge):
        return None
    if following and HELD.match(view.between(mention.end, following.start)):
        return None
    return None if _is_shared_out(view, quantity, mention) else mention


def _is_shared_out(view: View, quantity: Quantity, mention: Mention) -> bool:
    """The mention is the whole that somebody named before has a share of."""
    bridge = view.between(quantity.end, mention.start)
    long = parts.is_generic(view, mention) and len(bridge.split()) > 2
    previous = view.previous(quantity)
    contrast = previous and CONTRASTED.search(view.between(previous.end, quantity.start))
    if contrast and OWN.match(bridge) and not SHARE_AFTER.match(view.after(quantity.end)):
        return False
    start = view.statement(quantity)
    holders = [
        m
        for m in view.mentions
        if start <= m.start
        and m.end <= quantity.start
        and m.entity != mention.entity
        and not parts.is_source(view, m)
        and not is_taken(view, m, quantity)
    ]
    if not holders or SAME_WHOLE.search(bridge):
        return long
    return (
        bool(SHARE_AFTER.match(view.after(quantity.end)))
        or mention.possessive
        or parts.is_generic(view, mention)
    )


def _is_placed(view: View, mention: Mention) -> bool:
    """A place that opens an item of a list: ", in Ireland"."""
    return bool(PLACED.search(view.before(mention.start)))


def is_taken(view: View, mention: Mention, quantity: Quantity) -> bool:
    """The mention is tied to an earlier number ("5 from Europe, 12 …"), or is its whole.

    Not where the number follows at once: "in Norway 46%, in Ireland 44%".
    """
    if HELD.match(view.between(mention.end, quantity.start)) and _is_placed(view, mention):
        return False
    for q in view.quantities:
        if q.end <= mention.start and q.end < quantity.start:
            bridge = view.between(q.end, mention.start)
            near = not view.crosses_quantity(q.end, mention.start)
            if near and AFTER.match(bridge) and not NO_BRIDGE.search(bridge):
                return True
    return False
