"""The part that a named entity plays in a sentence: source, yardstick, whole, or an aside."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import zip_longest

from factcheck.extract.entities import Mention
from factcheck.extract.view import REMEMBERED, View
from factcheck.model import Kind, Quantity

COMPARING = re.compile(
    r"(?:\b(?:than|over|behind|ahead of|clear of|short of|shy of|versus|vs\.?|against"
    r"|compared (?:with|to)|as in"
    r"|that of|those of|trail(?:s|ed|ing)?|lead(?:s|ing)?|led|lags?|lagged|beat(?:s|ing)?|only to"
    r"|times|fold"
    r"|(?:los(?:t|es|ing|s)|f[ae]ll(?:s|ing)?)\s+to|defeat(?:s|ed|ing)?|down(?:s|ed|ing)|edg(?:es|ed|ing)"
    r"|outpac(?:es|ed|ing)|out-?\w+(?:s|ed|ing|score)|overtak(?:es|en|ing)|overtook|pass(?:ed|es|ing)"
    r"|surpass(?:ed|es|ing)|caught|catch(?:es|ing)|exceed(?:s|ed|ing)|dwarf(?:s|ed|ing)"
    r"|eclips(?:es|ed|ing)|topp(?:ed|ing)"
    r"|above|below|match(?:ed|es)|rivals?|unlike|like|excluding|without|except)|\d+x)"
    r"\s+(?:in\s+|for\s+|the\s+|that of\s+|its\s+|(?:top|best|leading|nearest|closest|visiting|host"
    r"|home|rival|(?-i:[A-Z][a-z]+))\s+)*+$",
    re.IGNORECASE,
)
THAT_OF = re.compile(
    r"(?:^\W*|[;:]\s+|,\s+(?:and|but|while)\s+)th(?:at|ose)\s+of\s+(?:the\s+)?$", re.I
)
"""Opens a statement: its subject."""
CITED_BEFORE = re.compile(
    r"\b(?:according to|(?:data|figures|statistics|numbers|research|estimates|a (?:study|report"
    r"|survey|poll))\s+(?:from|of|by)"
    r"|(?:reported|published|released|compiled|issued|collected|quoted|cited)\s+by|says|said|told"
    r"|cit(?:es|ing)"
    r"|quoting|from|by)\s+(?:the\s+|its\s+)?$",
    re.IGNORECASE,
)
"""What stands before a source; "from" and "by" count only where it is known as one."""
PLAIN = re.compile(r"\b(?:from|by)\s+(?:the\s+|its\s+)?$", re.IGNORECASE)
CITED_AFTER = re.compile(
    r"^(?:['’]s?)?\s*(?:,\s*)?(?:\([^)]*\)\s*)?(?:\w+\s+)?(?:(?:data|figures|statistics|estimates"
    r"|numbers|researchers|analysts|economists)\b"
    r"|(?:says?|said|reports?|reported|shows?|showed|finds|found|estimates?|estimated|notes?"
    r"|noted|puts?|logs?|logged"
    r"|counts?|counted|records?|recorded|documents?|documented|tracks?|tracked|lists?|listed"
    r"|calculates?|weighs?|prints?|has|had|gives?|gave|averaged)\b)",
    re.IGNORECASE,
)
NAMES_A_SOURCE = re.compile(
    r"\b(?:report|index|survey|study|database|yearbook|census|review|outlook|barometer|monitor"
    r"|bulletin|statistics|institute"
    r"|office|agency|bureau|bank|edition)\b",
    re.IGNORECASE,
)
"""Common nouns in the names of publications and publishers."""
NEAR = 4
"""Most words between a publisher and its publication."""
ASIDE = re.compile(r",\s+(?:which|who|whose|where|once|long|unlike|like|according to)\b[^,;]*,")
BRACKETS = re.compile(r"\([^()]*\)")
GOAL = re.compile(r"\b(?:to|into|towards?|via|onto)\s+(?:the\s+)?$", re.IGNORECASE)
SERVING = re.compile(
    r"\b(?:led|leads|leading|paced|paces|pacing|topped|spearheaded|(?:way|charge|attack)\s+for)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
BESIDE = re.compile(r"\b(?:for|against|with|at|in|over|from)\s+(?:the\s+)?$", re.IGNORECASE)
PRONOUN = re.compile(
    r"^(?:['’]s?)?,?\s+(?:as|while|when|where|since|because|and)\s+(?:s?he|they|it)\b"
)
"""After somebody beside the subject: "Reid was all there was for Kent, as he had 23 points"."""
COMPLEMENT = re.compile(r"^(?:['’]s?)?\s+(?:of|from|at|in)\s+(?:the\s+)?$")
"""Between "Brannigan" and "Corrib" in "Brannigan of Corrib": the first is the head."""


@lru_cache(maxsize=REMEMBERED)
def is_compared(view: View, mention: Mention) -> bool:
    """Only a yardstick: "than Britain", "ahead of Spain"; not where "that of Spain" is subject."""
    before = view.before(mention.start)
    return bool(COMPARING.search(before)) and not THAT_OF.search(before)


@lru_cache(maxsize=REMEMBERED)
def names_source(view: View, mention: Mention) -> bool:
    """A publication or publisher by its name, or by how the article quotes it elsewhere."""
    words = f"{mention.entity} {view.text[mention.start : mention.end]}"
    return mention.entity in view.sources or bool(NAMES_A_SOURCE.search(words))


def cited(view: View) -> set[str]:
    """Entities that the sentence gives as its source, or as whose publication it quotes."""
    found = set()
    for mention, following in zip_longest(view.mentions, view.mentions[1:]):
        strict = re.search(
            r"\baccording to\s+(?:the\s+)?$", view.before(mention.start), re.IGNORECASE
        )
        if strict and not mention.possessive:
            found.add(mention.entity)
        owns = following and mention.possessive and NAMES_A_SOURCE.search(following.entity)
        if owns and len(view.between(mention.end, following.start).split()) <= NEAR:
            found.add(mention.entity)
    return found


@lru_cache(maxsize=REMEMBERED)
def is_source(view: View, mention: Mention) -> bool:
    """Who says so: "according to the Met Office", "the Met Office logged"."""
    if mention.entity in view.sources:
        return True
    name = names_source(view, mention)
    before = view.before(mention.start)
    cited = CITED_BEFORE.search(before)
    if cited and (name or not PLAIN.search(before)):
        return True
    return bool(name and not mention.possessive and CITED_AFTER.match(view.after(mention.end)))


def is_generic(view: View, mention: Mention) -> bool:
    """A common word ("global", "the world") and no proper name."""
    return view.text[mention.start : mention.end].islower()


def is_aside(view: View, mention: Mention, quantity: Quantity) -> bool:
    """In a relative clause or brackets that do not hold the number."""
    for pattern in (ASIDE, BRACKETS):
        for match in pattern.finditer(view.text, view.sentence.start, view.sentence.end):
            if (
                match.start() <= mention.start < match.end()
                and not match.start() <= quantity.start < match.end()
            ):
                return True
    return False


def is_complement(view: View, mention: Mention) -> bool:
    """The second of "X of Y": it only says which X."""
    return any(
        m.end < mention.start and COMPLEMENT.match(view.between(m.end, mention.start))
        for m in view.mentions
    ) and not is_generic(view, mention)


def is_goal(view: View, mention: Mention) -> bool:
    """Where something goes ("340 went to Germany"): no subject of what follows."""
    return bool(GOAL.search(view.before(mention.start)))


def is_served(view: View, mention: Mention, quantity: Quantity) -> bool:
    """For whom somebody named before does it: "Reid led the way for Kent with 23 points"."""
    serving = SERVING.search(view.before(mention.start))
    return serving is not None and mention.end <= quantity.start and any(
        m.end <= view.sentence.start + serving.start() and m.start >= view.statement(quantity)
        for m in view.mentions
    )  # fmt: skip


def is_beside(view: View, mention: Mention, quantity: Quantity) -> bool:
    """Named beside the subject that a pronoun then takes up ("Reid did it for Kent, as he …")."""
    taken_up = PRONOUN.match(view.between(mention.end, quantity.start))
    first = next(iter(view.mentions), None)
    opens = first is not None and first.start >= view.statement(quantity) and first != mention
    return bool(taken_up and opens and BESIDE.search(view.before(mention.start)))


def is_field(view: View, mention: Mention, quantity: Quantity) -> bool:
    """Among whom a rank is held: "Peru is Latin America's sixth largest economy"."""
    if quantity.kind is not Kind.RANK or not mention.possessive or mention.end > quantity.start:
        return False
    return any(m.end <= mention.start and m.entity != mention.entity for m in view.mentions)
