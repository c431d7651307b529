"""Who a figure is about, and who it is compared to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.extract import parts, what
from factcheck.extract.entities import Mention
from factcheck.extract.view import View
from factcheck.extract.what import HEDGE, SHARE_AFTER
from factcheck.model import Kind, Quantity, Slot

OF = r"(?:in|from|of|for|by|at|among|within|across)"
WORDS = r"(?:[\w'’&%$€£./-]+\s+)"
AFTER = re.compile(
    rf"^(?:\s+|\s*[(–-]\s*|,\s+(?=in\s|from\s|at\s))"
    rf"(?:{WORDS}{{0,6}}?{OF}\s+(?:the\s+|(?:those|people)\s+(?:in|from)\s+(?:the\s+)?)?)?$"
)
"""Between a number and the entity it belongs to: "5 from Europe", "40 notable models from the US"."""
LOCATED = re.compile(
    r"^\s+(?:of (?:it|them|those|these)(?:\s+[\w-]+){0,3}\s+)?(?:are|is|were|was|lies?|live|lived|stand|stood|came|come)\s+"
    r"(?:\w+ing\s+)?(?:in|at|from|on)\s+(?:the\s+)?$"
)
"""The same with a verb: "18,900 are waiting at", "half of it lies on"."""
SAME_WHOLE = re.compile(r"\b(?:those|them)\b")
PREDICATE = re.compile(
    r"^(?:['’]s?)?\s*(?:,\s+(?:which|who|whose|where|with|at|on|a)\s+)?(?:[\w’'-]+\s+){0,4}(?:[$€£¥]\s*)?$"
)
"""Between a subject and the number that follows at once: "China 97.3", "Essex, which had nearly 5"."""
NO_PREDICATE = re.compile(
    r"\b(?:and|or|but|than|as|over|of|from|by|in|for|against|while|compared|versus|vs|after|among)\b", re.IGNORECASE
)
WHOLE = re.compile(r"\s*(?:[\w-]+\s+){0,2}?out of\s+(?:a total of\s+|all\s+|the\s+)?")
TIMES = re.compile(r"(?:times|fold|x)\b\s+(?:[\w-]+\s+){0,6}$", re.IGNORECASE)
NO_BRIDGE = re.compile(
    r"\b(?:than|as|over|against|behind|ahead|clear|short|and|or|while|compared|times|but|was|were|is|are|had|has)\b",
    re.IGNORECASE,
)
OTHER_STATEMENT = re.compile(r"[,;:.]|\b(?:and|but|while|whereas)\b")
"""What follows it is about somebody else."""
STATEMENT = re.compile(r";|:\s|\s[–—-]\s|—|\b(?:while|whereas|but)\b|,\s+(?:and|though|although)\s")
"""Where a statement with a subject of its own may begin."""
OPENING = re.compile(
    r"^\W*(?:[^,;:]{0,60},\s+)?(?:(?:and|but|while|whereas|though|although|in|for|at|on|the|an?|across|today|also|now|here"
    r"|still|best|top|leading|average)\W+)*$",
    re.IGNORECASE,
)
"""Before the subject of a statement."""
GAP_BEFORE = re.compile(
    rf"\b(?:gap|margin|distance|difference|advantage|edge|deficit|lead)\b"
    rf"|\b(?:trail\w*|leads?|led|lag\w*|ahead|behind)\b(?:\W+[\w’'-]+){{0,8}}?\W+by\s+(?:{HEDGE}\s+)*$",
    re.IGNORECASE,
)
GAP_AFTER = re.compile(r"^\s*(?:[\w-]+\s+){0,3}?(?:gap|lead|margin|ahead|behind|clear|short|adrift|apart)\b", re.IGNORECASE)
"""A number that belongs to two sides at once."""
PUBLICATION = re.compile(r"^[\s-]*(?:\w+\s+){0,2}?(?:edition|report|survey|volume|issue|index|pages|chapters)\b", re.IGNORECASE)
APPEARED = re.compile(r"\b(?:releas|publish|launch|unveil|appear|came out|been out|issued)", re.IGNORECASE)


def readings(view: View, quantity: Quantity) -> list[Slot]:
    """Entities of the sentence that the number may be about, likeliest first."""
    if _is_whole(view, quantity):
        return []
    if about_publication(view, quantity):
        return _publications(view, quantity)
    tied = _tied(view, quantity) or _carried(view, quantity)
    subjects = _subjects(view, quantity)
    if tied is not None:
        firm = not _is_gap(view, tied, quantity)
        return _slots([tied, *subjects], firm=firm, origin="clause")
    named = {m.entity for m in subjects if not parts.is_generic(view, m)}
    firm = bool(subjects) and (len(named) == 1 or _opens(view, subjects[0], quantity))
    firm = firm and not _is_gap(view, subjects[0], quantity)
    return _slots(subjects, firm=firm, origin="sentence")


def others(view: View, quantity: Quantity) -> list[Slot]:
    """Entities of the sentence that the number is hardly about: yardsticks, sources, what follows."""
    if _is_whole(view, quantity) or about_publication(view, quantity):
        return []
    right = [
        m for m in view.mentions
        if m.start >= quantity.end and not OTHER_STATEMENT.search(view.between(quantity.end, m.start))
    ]
    rest = [*right, *(m for m in reversed(view.mentions) if m.end <= quantity.start)]
    return _slots(sorted(rest, key=lambda m: parts.is_compared(view, m) or parts.is_source(view, m)), firm=False)


def _slots(mentions: Sequence[Mention], *, firm: bool, origin: str = "sentence") -> list[Slot]:
    slots: list[Slot] = []
    for mention in mentions:
        if all(slot.value != mention.entity for slot in slots):
            slots.append(Slot(mention.entity, "sentence" if slots else origin, firm and not slots))
    return slots


def about_publication(view: View, quantity: Quantity) -> bool:
    """The number tells of a publication itself: its edition, its pages, the day it appeared."""
    if quantity.unit == "edition":
        return True
    if quantity.kind is Kind.DATE:
        around = view.before(quantity.start)[-60:] + view.after(quantity.end)[:40]
        return bool(APPEARED.search(around)) and any(parts.names_source(view, m) for m in view.mentions)
    counted = quantity.kind in (Kind.RANK, Kind.COUNT)
    unit = quantity.quote.split()[-1] + view.after(quantity.end)[:40]
    return counted and bool(PUBLICATION.match(unit) or PUBLICATION.match(view.after(quantity.end)))


def _publications(view: View, quantity: Quantity) -> list[Slot]:
    named = [m for m in view.mentions if parts.names_source(view, m)]
    named.sort(key=lambda m: max(m.start - quantity.end, quantity.start - m.end))
    return _slots(named, firm=False)


def compared_to(view: View, quantity: Quantity) -> str | None:
    """The other side of a comparison ("12 times China's", "than in Britain")."""
    for mention in view.mentions:
        if mention.start >= quantity.end and not view.crosses_quantity(quantity.end, mention.start):
            bridge = view.between(quantity.start, mention.start)
            if OTHER_STATEMENT.search(view.between(quantity.end, mention.start)):
                break
            if parts.COMPARING.search(bridge) or (quantity.kind is Kind.MULTIPLE and TIMES.search(bridge)):
                return mention.entity
    compared = [m.entity for m in view.mentions if m.end <= quantity.start and parts.is_compared(view, m)]
    return compared[-1] if compared else None


def _is_whole(view: View, quantity: Quantity) -> bool:
    """The total that a part is taken of ("41 out of 131"): it is about everybody."""
    previous = view.previous(quantity)
    return bool(previous and WHOLE.fullmatch(view.between(previous.end, quantity.start)))


def _is_gap(view: View, mention: Mention, quantity: Quantity) -> bool:
    """The number lies between two sides, so that either may be its subject."""
    if mention.start > quantity.start:
        return False
    previous = view.previous(quantity)
    since = max(mention.start, previous.end if previous else 0)
    following = view.following(quantity)
    until = following.start if following else view.sentence.end
    if quantity.kind not in (Kind.PERCENT, Kind.PERCENTAGE_POINTS, Kind.SCORE, Kind.COUNT):
        return False
    led = GAP_BEFORE.search(view.before(quantity.start)) if since == mention.start else GAP_BEFORE.search(view.between(since, quantity.start))
    return bool(led or GAP_AFTER.match(view.between(quantity.end, until)))


def _tied(view: View, quantity: Quantity) -> Mention | None:
    """The mention that grammar ties to the number."""
    return (
        _labelled(view, quantity)
        or _owner(view, quantity)
        or _attached(view, quantity)
        or _predicated(view, quantity)
    )


def _carried(view: View, quantity: Quantity) -> Mention | None:
    """Who the figure is about that this one restates: "the US 34,200, or an eighth as many"."""
    previous = view.previous(quantity)
    if previous is None or what.operation(view, quantity) not in ("multiple", "growth", "difference", "share"):
        return None
    first = view.between(previous.end, quantity.start)
    return None if STATEMENT.search(first) or re.search(r"\band\b", first) else _tied(view, previous)


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
    return mention if not colon and re.fullmatch(r"['’s]*\s*(?:[(\[]|:)\s*\W*", bridge) else None


def _is_listed(view: View, mention: Mention) -> bool:
    """One of several that share a number ("Essex, Kent and Surrey: four each")."""
    earlier = [m for m in view.mentions if m.end <= mention.start and not parts.is_generic(view, m)]
    return bool(earlier) and bool(re.fullmatch(r",?\s+(?:and|or|&)\s+(?:the\s+)?", view.between(earlier[-1].end, mention.start)))


def _owner(view: View, quantity: Quantity) -> Mention | None:
    """ "Germany's $3.89 billion", "China's private AI investment in 2024: $9.3 billion"."""
    for mention in reversed(view.mentions):
        if mention.end > quantity.start:
            continue
        bridge = view.between(mention.end, quantity.start)
        if view.crosses_quantity(mention.end, quantity.start) or re.search(r"[;,]", bridge):
            return None
        if mention.possessive and not parts.is_field(view, mention, quantity):
            named = parts.is_source(view, mention) or parts.is_generic(view, mention)
            short = len(bridge.split()) <= 8 and not re.search(r"\b(?:over|than|ahead of|behind)\b", bridge)
            return mention if short and not named else None
        if not parts.is_generic(view, mention):
            return None
    return None


def _predicated(view: View, quantity: Quantity) -> Mention | None:
    """ "Kent at 1,495", "Kent had nearly 212 million": little more than a verb in between."""
    mention = _last_before(view, quantity)
    if mention is None or quantity.kind is Kind.MULTIPLE or _is_listed(view, mention):
        return None
    if parts.is_source(view, mention) or parts.is_generic(view, mention) or parts.is_field(view, mention, quantity):
        return None
    bridge = view.between(mention.end, quantity.start)
    compared = parts.is_compared(view, mention)
    if compared and not re.match(r"^\s*(?:,|at\b|on\b|with\b)", bridge) or (parts.is_complement(view, mention) and not compared):
        return None
    bare = re.sub(rf"\b{HEDGE}\b|\b(?:close to|out of)\b", " ", bridge)
    if not PREDICATE.match(bare) or NO_PREDICATE.search(bare):
        return None
    return None if _is_taken(view, mention, quantity) and not bare.strip() else mention


def _attached(view: View, quantity: Quantity) -> Mention | None:
    if quantity.kind is Kind.MULTIPLE:
        return None
    following = view.following(quantity)
    mention = next((m for m in view.mentions if m.start >= quantity.end), None)
    if mention is None or view.crosses_quantity(quantity.end, mention.start) or parts.is_source(view, mention):
        return None
    bridge = view.between(quantity.end, mention.start)
    tight = AFTER.match(bridge) and not NO_BRIDGE.search(bridge)
    if not tight and not LOCATED.match(bridge):
        return None
    if following and re.match(r"^\s+(?:at|with|on)?\s*$", view.between(mention.end, following.start)):
        return None
    return None if _is_shared_out(view, quantity, mention) else mention


def _is_shared_out(view: View, quantity: Quantity, mention: Mention) -> bool:
    """The mention is the whole that somebody named before has a share of."""
    bridge = view.between(quantity.end, mention.start)
    long = parts.is_generic(view, mention) and len(bridge.split()) > 2
    start = _statement(view, quantity)
    holders = [
        m for m in view.mentions
        if start <= m.start and m.end <= quantity.start and m.entity != mention.entity
        and not parts.is_source(view, m) and not _is_taken(view, m, quantity)
    ]
    if not holders or SAME_WHOLE.search(bridge):
        return long
    return bool(SHARE_AFTER.match(view.after(quantity.end))) or mention.possessive or parts.is_generic(view, mention)


def _subjects(view: View, quantity: Quantity) -> list[Mention]:
    """Mentions before the number, likeliest first: nearest of the same statement, proper names first."""
    start = _statement(view, quantity)
    left = [m for m in reversed(view.mentions) if m.end <= quantity.start and not _is_minor(view, m, quantity)]
    return sorted(left, key=lambda m: (m.start < start, parts.is_generic(view, m)))


def _statement(view: View, quantity: Quantity) -> int:
    """Where the statement that holds the number begins."""
    breaks = [m.end() for m in STATEMENT.finditer(view.text, view.sentence.start, quantity.start)]
    return breaks[-1] if breaks else view.sentence.start


def _is_minor(view: View, mention: Mention, quantity: Quantity) -> bool:
    return (
        parts.is_compared(view, mention)
        or parts.is_source(view, mention)
        or parts.is_aside(view, mention, quantity)
        or parts.is_complement(view, mention)
        or parts.is_field(view, mention, quantity)
        or _is_taken(view, mention, quantity)
    )


def _opens(view: View, mention: Mention, quantity: Quantity) -> bool:
    """The mention opens the statement that holds the number."""
    start = _statement(view, quantity)
    return mention.start >= start and bool(OPENING.match(view.between(start, mention.start)))


def _is_taken(view: View, mention: Mention, quantity: Quantity) -> bool:
    """The mention is tied to an earlier number ("5 from Europe, 12 …"), or is its whole."""
    for q in view.quantities:
        if q.end <= mention.start and q.end < quantity.start:
            bridge = view.between(q.end, mention.start)
            near = not view.crosses_quantity(q.end, mention.start)
            if near and AFTER.match(bridge) and not NO_BRIDGE.search(bridge):
                return True
    return False
