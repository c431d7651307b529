"""What the numbers around a number, and the topic of the article, say about its indicator."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from factcheck.match.catalogue import Catalogue
from factcheck.match.prior import Article
from factcheck.match.text import LIGHT, stems
from factcheck.model import Alignment, BlockKind, Claim, Document

# Shares of a full lexical match (1.0). Chosen on the labelled articles.
CARRY = 0.4
"""What a neighbouring number about the same indicator adds."""
SAME_SENTENCE = 0.5
"""What the two ends of a change add, besides, for the size of the change after them."""
FADE = 0.92
"""Factor per number further away."""
REACH = 6
"""Numbers looked back at."""
NEXT_BLOCK = 0.85
"""Share of CARRY from the block just before: the next item, the next paragraph."""
RELATIVE = 0.5
"""Share of CARRY that goes to other indicators of the same topic."""
TOPIC = 0.5
"""What an indicator gains that all matched numbers of this kind in the article are about."""
NEAR, UNKNOWN, OPEN = 0.8, 1.5, 0.65
"""Least weight of a word of the own clause; rarity of one that no wording has; share of CARRY that
is left where an indicator knows none of them."""


def carried(
    catalogue: Catalogue,
    document: Document,
    claims: Sequence[Claim],
    chosen: Sequence[Alignment],
    article: Article,
) -> dict[str, float]:
    """Indicator -> what its surroundings add for the claim after the last one `chosen`."""
    claim = claims[len(chosen)]
    gains = _from_numbers(document, claims, chosen)
    for indicator in _ends_told(claims, chosen):
        gains[indicator] = gains.get(indicator, 0.0) + SAME_SENTENCE
    if claim.operation == "growth":
        for change, level in catalogue.levels.items():
            gains[change] = max(gains.get(change, 0.0), gains.get(level, 0.0))
    for indicator, gain in list(gains.items()):
        for relative in catalogue.relatives[indicator]:
            gains[relative] = max(gains.get(relative, 0.0), gain * RELATIVE)
    for (kind, indicator), share in article.topics.items():
        if kind is claim.quantity.kind:
            gains[indicator] = gains.get(indicator, 0.0) + TOPIC * share
    own = {w for text, weight in claim.context if weight >= NEAR for w in stems(text)}
    own -= catalogue.names | LIGHT
    return {i: gain * _explains(catalogue, i, own) for i, gain in gains.items()}


def _ends_told(claims: Sequence[Claim], chosen: Sequence[Alignment]) -> list[str]:
    """The indicator of both ends of a change whose size this is: "from 473 to 363, a drop of"."""
    claim, before = claims[len(chosen)], claims[max(len(chosen) - 2, 0) : len(chosen)]
    roles = [one.role for one in before if one.sentence_start == claim.sentence_start]
    if claim.operation not in ("growth", "difference") or sorted(filter(None, roles)) != [
        "from",
        "to",
    ]:
        return []
    meant = {a.readings[0].indicator.id if a.readings else "" for a in chosen[-2:]}
    return sorted(meant - {""}) if len(meant) == 1 else []


def _from_numbers(
    document: Document, claims: Sequence[Claim], chosen: Sequence[Alignment]
) -> dict[str, float]:
    """What the numbers just before add, nearest first, while they stand together with this one."""
    gains: dict[str, float] = {}
    number, strength = len(chosen), CARRY
    for back in range(number - 1, max(number - 1 - REACH, -1), -1):
        factor = _togetherness(document, claims[back], claims[number])
        if not factor:
            break
        if chosen[back].readings:
            indicator = chosen[back].readings[0].indicator.id
            gains[indicator] = max(gains.get(indicator, 0.0), strength * factor)
            strength *= FADE
    return gains


def _explains(catalogue: Catalogue, indicator: str, own: Collection[str]) -> float:
    """Share of the telling words of the clause that an indicator knows (OPEN to 1)."""
    known = total = 0.0
    for word in sorted(own):
        worth = catalogue.lexical.idf.get(word, UNKNOWN)
        total += worth
        known += worth if word in catalogue.lexical.vocabulary[indicator] else 0.0
    return OPEN + (1 - OPEN) * known / total if total else 1.0


def _togetherness(document: Document, one: Claim, other: Claim) -> float:
    """How much two claims share a topic by layout: one block 1, the next one NEXT_BLOCK."""
    if one.block == other.block:
        return 1.0
    if one.block < 0 or other.block - one.block > 1:
        return 0.0
    kinds = {document.blocks[one.block].kind, document.blocks[other.block].kind}
    return NEXT_BLOCK if kinds in ({BlockKind.ITEM}, {BlockKind.PARAGRAPH}) else 0.0
