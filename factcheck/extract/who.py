"""Who a figure is about, and who it is compared to."""

from __future__ import annotations

import re

from factcheck.extract.entities import Mention
from factcheck.extract.view import View
from factcheck.model import Kind, Quantity, Slot

OF = r"(?:in|from|of|for|by|at|among|within|across)"
WORDS = r"(?:[\w'’&%$€£./-]+\s+)"
AFTER = re.compile(rf"^(?:\s+|\s*[,(–-]\s*)(?:{WORDS}{{0,6}}?{OF}\s+(?:the\s+|those\s+in\s+)?)?$")
"""Between a number and the entity it belongs to: "5 from Europe", "40 notable models from the US"."""
COMPARING = re.compile(
    r"(?:\b(?:than|over|behind|ahead of|versus|vs\.?|against|compared (?:with|to)|as in|that of|those of"
    r"|trail(?:s|ed|ing)?|lead(?:s|ing)?|led|beat(?:s|ing)?|only to|times|fold|outpac(?:es|ed|ing)"
    r"|overtak(?:es|en|ing)|overtook|pass(?:ed|es|ing)|surpass(?:ed|es|ing)|above|below|match(?:ed|es))"
    r"|\d+x)\s+(?:in\s+|for\s+|the\s+|that of\s+|its\s+)*$",
    re.IGNORECASE,
)
WHOLE = re.compile(r"\s*(?:[\w-]+\s+){0,2}?out of\s+(?:a total of\s+|all\s+|the\s+)?")
TIMES = re.compile(r"(?:times|fold|x)\b\s+(?:[\w-]+\s+){0,6}$", re.IGNORECASE)
NO_BRIDGE = re.compile(
    r"\b(?:than|as|over|against|behind|ahead|and|or|while|compared|times|but|was|were|is|are|had|has)\b",
    re.IGNORECASE,
)
OTHER_STATEMENT = re.compile(r"[,;:.]|\b(?:and|but|while|whereas)\b")
"""What follows it is about somebody else."""
RELATIVE_CLAUSE = re.compile(r",\s+(?:which|who|whose|where|once|long)\b[^,;]*,")


def readings(view: View, quantity: Quantity) -> list[Slot]:
    """Entities of the sentence that the number may be about, likeliest first."""
    if _is_whole(view, quantity):
        return []
    firm = _firm(view, quantity)
    slots = [Slot(firm.entity, "clause")] if firm else []
    for mention in _near(view, quantity):
        if all(slot.value != mention.entity for slot in slots):
            close = not slots and mention.end <= quantity.start
            slots.append(Slot(mention.entity, "sentence", firm=close))
    return slots


def _is_whole(view: View, quantity: Quantity) -> bool:
    """The total that a part is taken of ("41 out of 131"): it is about everybody."""
    previous = view.previous(quantity)
    return bool(previous and WHOLE.fullmatch(view.between(previous.end, quantity.start)))


def compared_to(view: View, quantity: Quantity) -> str | None:
    """The other side of a comparison ("12 times China's", "than in Britain")."""
    for mention in view.mentions:
        if mention.start >= quantity.end and not view.crosses_quantity(quantity.end, mention.start):
            bridge = view.between(quantity.start, mention.start)
            if OTHER_STATEMENT.search(view.between(quantity.end, mention.start)):
                break
            if COMPARING.search(bridge) or (quantity.kind is Kind.MULTIPLE and TIMES.search(bridge)):
                return mention.entity
    left = [m for m in view.mentions if m.end <= quantity.start]
    compared = [m.entity for m in left if _is_compared(view, m)]
    return compared[-1] if compared else None


def _firm(view: View, quantity: Quantity) -> Mention | None:
    return _parenthesised(view, quantity) or _owner(view, quantity) or _attached(view, quantity)


def _parenthesised(view: View, quantity: Quantity) -> Mention | None:
    """ "Britain (172)", "Singapore: 61%"."""
    for mention in reversed(view.mentions):
        if mention.end <= quantity.start:
            bridge = view.between(mention.end, quantity.start)
            return mention if re.fullmatch(r"['’s]*\s*(?:[(\[]|:)\s*\W*", bridge) else None
    return None


def _owner(view: View, quantity: Quantity) -> Mention | None:
    """ "Germany's $3.89 billion", "China's private AI investment in 2024: $9.3 billion"."""
    for mention in reversed(view.mentions):
        if mention.end <= quantity.start:
            bridge = view.between(mention.end, quantity.start)
            near = not re.search(r"[;,]", bridge) and len(bridge.split()) <= 8
            if mention.possessive and near and not view.crosses_quantity(mention.end, quantity.start):
                return mention
            return None
    return None


def _attached(view: View, quantity: Quantity) -> Mention | None:
    if quantity.kind is Kind.MULTIPLE:
        return None
    for mention in view.mentions:
        if mention.start < quantity.end:
            continue
        bridge = view.between(quantity.end, mention.start)
        if view.crosses_quantity(quantity.end, mention.start):
            return None
        if AFTER.match(bridge) and not NO_BRIDGE.search(bridge):
            return mention
        return None
    return None


def _near(view: View, quantity: Quantity) -> list[Mention]:
    """Mentions before the number, nearest first, then those after it; no mere comparisons."""
    skip = [(m.start(), m.end()) for m in RELATIVE_CLAUSE.finditer(view.text, view.sentence.start, view.sentence.end)]

    def hidden(mention: Mention) -> bool:
        return any(s <= mention.start < e and not s <= quantity.start < e for s, e in skip)

    left = [m for m in view.mentions if m.end <= quantity.start and not hidden(m)]
    right = [
        m for m in view.mentions
        if m.start >= quantity.end and not OTHER_STATEMENT.search(view.between(quantity.end, m.start))
    ]
    ranked = [m for m in reversed(left) if not _is_compared(view, m) and not _taken(view, m, quantity)]
    ranked += [m for m in reversed(left) if m not in ranked]
    return ranked + [m for m in right if not _is_compared(view, m)]


def _is_compared(view: View, mention: Mention) -> bool:
    return bool(COMPARING.search(view.before(mention.start)))


def _taken(view: View, mention: Mention, quantity: Quantity) -> bool:
    """The mention is tied to an earlier number ("5 from Europe, 12 …")."""
    return any(
        q.end <= mention.start and q.end < quantity.start and _attached(view, q) == mention
        for q in view.quantities
    )
