"""Who a figure is about, and who it is compared to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.extract import parts, ties
from factcheck.extract.entities import Mention
from factcheck.extract.view import View
from factcheck.extract.what import HEDGE
from factcheck.model import Kind, Quantity, Slot

WHOLE = re.compile(r"\s*(?:[\w-]+\s+){0,2}?out of\s+(?:a total of\s+|all\s+|the\s+)?")
TIMES = re.compile(r"(?:times|fold|x)\b\s+(?:[\w-]+\s+){0,6}$", re.IGNORECASE)
OTHER_STATEMENT = re.compile(r"[,;:.]|\b(?:and|but|while|whereas)\b")
"""What follows it is about somebody else."""
OPENING = re.compile(
    r"^\W*(?:[^,;:]{0,60},\s+)?(?:(?:and|but|while|whereas|though|although|in|for|at|on|the|an?"
    r"|across|today|also|now|here"
    r"|still|best|top|leading|average)\W+)*$",
    re.IGNORECASE,
)
"""Before the subject of a statement."""
WHO = re.compile(r",\s+who\b")
OF_ITS_OWN = re.compile(r"\s+(?:[a-z-]+\s+)?of\s+(?:its|their|his|her)\s+own\b")
STRANGER = re.compile(
    r"\W*(?:(?:and|but|while|as|when|where|whereas)\s+)?"
    r"(?P<name>(?:[A-Z][a-z]+(?:[A-Z’'-]+[a-z]+)?\s+){1,2}[A-Z][a-z’'.-]+)"
    r"\s+(?:[a-z]+ed|had|has|led|won|came)\b"
)
"""A name of two or three words that does something."""
GAP_BEFORE = re.compile(
    rf"\b(?:gap|margin|distance|difference|advantage|edge|deficit|lead)\b"
    rf"|\b(?:trail\w*|leads?|led|lag\w*|ahead"
    rf"|behind)\b(?:\W++[\w’'-]++){{0,8}}?\W++by\s+(?:{HEDGE}\s+)*$",
    re.IGNORECASE,
)
GAP_AFTER = re.compile(
    r"^\s*(?:[\w-]+\s+){0,3}?(?:gap|lead|margin|ahead|behind|clear|short|adrift|apart)\b",
    re.IGNORECASE,
)
"""A number that belongs to two sides at once."""
PUBLICATION = re.compile(
    r"^[\s-]*(?:\w+\s+){0,2}?(?:edition|report|survey|volume|issue|index|pages|chapters)\b",
    re.IGNORECASE,
)
APPEARED = re.compile(
    r"\b(?:releas|publish|launch|unveil|appear|came out|been out|issued)", re.IGNORECASE
)


def readings(view: View, quantity: Quantity) -> list[Slot]:
    """Entities of the sentence that the number may be about, likeliest first."""
    if _is_whole(view, quantity):
        return []
    if about_publication(view, quantity):
        return _publications(view, quantity)
    tied = ties.tied_to(view, quantity)
    subjects = _subjects(view, quantity)
    if tied is not None:
        firm = not _is_gap(view, tied, quantity) and not _is_sum(view, quantity)
        return _slots([tied, *subjects], firm=firm, origin="clause")
    if stranger := _stranger(view, quantity):
        known = _slots(subjects, firm=False)
        return [Slot(stranger, "sentence", False), *known]
    named = {m.entity for m in subjects if not parts.is_generic(view, m)}
    if own := _own_subject(view, quantity, subjects):
        return _slots([own, *subjects], firm=True)
    told = subjects and (
        _opens(view, subjects[0], quantity) or _goes_on(view, subjects[0], quantity)
    )
    firm = bool(subjects) and (len(named) == 1 or bool(told))
    firm = firm and not _is_gap(view, subjects[0], quantity) and not _is_sum(view, quantity)
    return _slots(subjects, firm=firm, origin="sentence")


def _goes_on(view: View, mention: Mention, quantity: Quantity) -> bool:
    """A relative clause about the mention holds the number: "Reid, who had 5 and later 7"."""
    return mention.start >= view.statement(quantity) and bool(WHO.match(view.after(mention.end)))


def _own_subject(view: View, quantity: Quantity, subjects: Sequence[Mention]) -> Mention | None:
    """Who opens the sentence, of a number that is "of its own"."""
    if not OF_ITS_OWN.match(view.after(quantity.end)):
        return None
    return min(subjects, key=lambda m: m.start, default=None)


def _stranger(view: View, quantity: Quantity) -> str | None:
    """A name that opens the statement and that nobody knows: "Zora Quill added 18 points"."""
    start = view.statement(quantity)
    match = STRANGER.match(view.text, start)
    if match is None or match.end("name") > quantity.start:
        return None
    name = match.span("name")
    known = any(m.start < name[1] and name[0] < m.end for m in view.mentions)
    return None if known or parts.NAMES_A_SOURCE.search(match["name"]) else match["name"]


def others(view: View, quantity: Quantity) -> list[Slot]:
    """Entities that the number is hardly about: yardsticks, sources, what follows it."""
    if _is_whole(view, quantity) or about_publication(view, quantity):
        return []
    right = [
        m
        for m in view.mentions
        if m.start >= quantity.end
        and not OTHER_STATEMENT.search(view.between(quantity.end, m.start))
    ]
    rest = [*right, *(m for m in reversed(view.mentions) if m.end <= quantity.start)]
    return _slots(
        sorted(rest, key=lambda m: parts.is_compared(view, m) or parts.is_source(view, m)),
        firm=False,
    )


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
        return bool(APPEARED.search(around)) and any(
            parts.names_source(view, m) for m in view.mentions
        )
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
            if parts.COMPARING.search(bridge) or (
                quantity.kind is Kind.MULTIPLE and TIMES.search(bridge)
            ):
                return mention.entity
    start = view.statement(quantity)
    before = [m for m in view.mentions if start <= m.start and m.end <= quantity.start]
    compared = [m.entity for m in before if parts.is_compared(view, m)]
    return compared[-1] if compared else None


def _is_whole(view: View, quantity: Quantity) -> bool:
    """The total that a part is taken of ("41 out of 131"): it is about everybody."""
    previous = view.previous(quantity)
    return bool(previous and WHOLE.fullmatch(view.between(previous.end, quantity.start)))


def _is_sum(view: View, quantity: Quantity) -> bool:
    """The second number of "41 of 131": perhaps everybody's."""
    previous = view.previous(quantity)
    return bool(
        previous
        and re.fullmatch(r"\s+of\s+(?:the\s+|all\s+)?", view.between(previous.end, quantity.start))
    )


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
    led = (
        GAP_BEFORE.search(view.before(quantity.start))
        if since == mention.start
        else GAP_BEFORE.search(view.between(since, quantity.start))
    )
    return bool(led or GAP_AFTER.match(view.between(quantity.end, until)))


def _subjects(view: View, quantity: Quantity) -> list[Mention]:
    """Mentions before the number: of its own statement, proper names and nearest ones first."""
    start = view.statement(quantity)
    left = [
        m
        for m in reversed(view.mentions)
        if m.end <= quantity.start and not _is_minor(view, m, quantity)
    ]
    return sorted(left, key=lambda m: (m.start < start, parts.is_generic(view, m)))


def _is_minor(view: View, mention: Mention, quantity: Quantity) -> bool:
    return (
        parts.is_compared(view, mention)
        or parts.is_source(view, mention)
        or parts.is_aside(view, mention, quantity)
        or parts.is_complement(view, mention)
        or parts.is_field(view, mention, quantity)
        or parts.is_goal(view, mention)
        or parts.is_served(view, mention, quantity)
        or parts.is_beside(view, mention, quantity)
        or ties.is_taken(view, mention, quantity)
    )


def _opens(view: View, mention: Mention, quantity: Quantity) -> bool:
    """The mention opens the statement that holds the number."""
    start = view.statement(quantity)
    return mention.start >= start and bool(OPENING.match(view.between(start, mention.start)))
