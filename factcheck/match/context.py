"""The words around a number, weighed, in the spelling and the terms of the reference."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.match.catalogue import Catalogue
from factcheck.match.slots import SAID
from factcheck.match.text import LIGHT, stems
from factcheck.measure.periods import months_apart
from factcheck.measure.units import UNITS
from factcheck.model import Claim

# Weights are shares of a word in the number's own clause. Chosen on the labelled articles.
IMPLIED = {
    "growth": ("growth", "increase", "change"),
    "difference": ("change", "gain", "difference"),
    "share": ("share",),
}
"""Words that a sum stands for, whatever verb the text uses."""
IMPLIED_WEIGHT = 0.8
SIDES, NAMED, NAMED_WEIGHT = 2, (*SAID, "paragraph"), 0.8
"""Entities of a claim whose other names count as words of the text, where from, and their weight:
"the two countries" names both sides of a gap as "US" and "Chinese" do."""
OUTER = 0.95
"""Weight the nearest telling words get where the sentence itself has none."""
PRINTED = 0.03
"""What a printed change has over one that has to be computed from the same words."""


def word_weights(catalogue: Catalogue, claim: Claim, bridge: Mapping[str, str]) -> dict[str, float]:
    """Stem -> weight (0 to 1). `bridge`: unknown spellings -> known ones."""
    weights: dict[str, float] = {}
    for text, weight in claim.context:
        for word in stems(catalogue.long_names.sub(" ", text)):
            known = bridge.get(word, word)
            weights[known] = max(weights.get(known, 0.0), weight)
    for slot in claim.entities[:SIDES]:
        for word in sorted(catalogue.spellings.get(slot.value, ())) if slot.origin in NAMED else ():
            weights.setdefault(word, NAMED_WEIGHT)
    noun = claim.quantity.unit
    if noun and noun not in UNITS:
        weights |= dict.fromkeys(stems(noun), 1.0)
    weights = _nearest_raised(catalogue, weights)
    for word in (*IMPLIED.get(claim.operation or "", ()), *_step_words(claim)):
        (stem,) = stems(word)
        weights[stem] = max(weights.get(stem, 0.0), IMPLIED_WEIGHT)
    return weights


def lexical_scores(
    catalogue: Catalogue, claim: Claim, weights: Mapping[str, float]
) -> dict[str, float]:
    """Score per indicator; a printed change is also known by the words of its level."""
    scores = catalogue.lexical.scores(weights)
    if claim.operation == "growth":
        for change, level in catalogue.levels.items():
            scores[change] = max(scores.get(change, 0.0), scores.get(level, 0.0) + PRINTED)
    return scores


def _nearest_raised(catalogue: Catalogue, weights: dict[str, float]) -> dict[str, float]:
    """Where the sentence itself tells nothing, its surroundings count as if they were near."""
    telling = [
        weight
        for word, weight in weights.items()
        if word in catalogue.lexical.idf and word not in LIGHT and word not in catalogue.names
    ]
    nearest = max(telling, default=0.0)
    if not 0 < nearest < OUTER:
        return weights
    return {word: min(weight * OUTER / nearest, 1.0) for word, weight in weights.items()}


def _step_words(claim: Claim) -> tuple[str, ...]:
    """Words for the stretch that a change is measured over."""
    if claim.base_period is None or claim.period is None:
        return ()
    months = months_apart(claim.base_period, claim.period.value)
    return {12: ("year", "annual"), 1: ("month", "monthly")}.get(months or 0, ())
