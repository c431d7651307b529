"""The words around a number, weighed, in the spelling and the terms of the reference."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from factcheck.match.catalogue import Catalogue
from factcheck.match.text import LIGHT, name_stems, stems
from factcheck.measure.periods import months_apart
from factcheck.measure.units import UNITS
from factcheck.model import SAID, Claim

# Weights are shares of a word in the number's own clause. Chosen on the labelled articles.
IMPLIED = {
    "growth": ("growth", "increase", "change"),
    "difference": ("change", "gain", "difference"),
    "share": ("share",),
}
"""Words that a sum stands for, whatever verb the text uses."""
TALLIED = {
    "made": ("made",),
    "tried": ("attempts", "attempted", "tries"),
    "won": ("wins", "won"),
    "lost": ("losses", "lost"),
    "scored": ("points", "goals", "runs", "score"),
}
"""What the figures of a pair count, unless the words around it say something else."""
SCORED_WEIGHT = 0.85
"""Weight of the points of a result where the sentence speaks of something else as well."""
IMPLIED_WEIGHT = 0.8
ORGANISATION, OWNER_WEIGHT = "organisation company", 0.6
"""What the text speaks of where a number is tied to the name of one: "Acme made 20 of them"."""
SIDES, NAMED, NAMED_WEIGHT = 2, (*SAID, "paragraph"), 0.8
"""Entities of a claim whose other names count as words of the text, where from, and their weight:
"the two countries" names both sides of a gap as "US" and "Chinese" do."""
OUTER = 0.95
"""Weight the nearest telling words get where the sentence itself has none."""
NEAR = 0.45
"""Least weight of a word that stands in the sentence itself, or in its row, column or heading."""
PRINTED = 0.03
"""What a printed change has over one that has to be computed from the same words."""


def word_weights(catalogue: Catalogue, claim: Claim, bridge: Mapping[str, str]) -> dict[str, float]:
    """Stem -> weight (0 to 1). `bridge`: unknown spellings -> known ones."""
    weights: dict[str, float] = {}
    for text, weight in claim.context:
        for word in catalogue.words(text):
            known = bridge.get(word, word) if bridge else word
            if weight > weights.get(known, -1.0):
                weights[known] = weight
    for slot in claim.entities[:SIDES]:
        for word in sorted(catalogue.spellings.get(slot.value, ())) if slot.origin in NAMED else ():
            weights.setdefault(word, NAMED_WEIGHT)
    owner = claim.entity.value if claim.entity and claim.entity.firm else ""
    if catalogue.reference.entity_types.get(owner) == "organisation":
        for word in stems(ORGANISATION):
            weights.setdefault(word, OWNER_WEIGHT)
    noun = claim.quantity.unit
    if noun and (noun not in UNITS or not stems(noun)):
        weights |= dict.fromkeys(name_stems(noun), 1.0)
    weights = _nearest_raised(catalogue, nearby(claim, weights) if claim.tally else weights)
    for word in (*IMPLIED.get(claim.operation or "", ()), *_step_words(claim)):
        (stem,) = stems(word)
        weights[stem] = max(weights.get(stem, 0.0), IMPLIED_WEIGHT)
    open_to = claim.tally == "scored" and _telling(catalogue, weights)
    for word in TALLIED.get(claim.tally or "", ()):
        (stem,) = name_stems(word)
        weights[stem] = max(weights.get(stem, 0.0), SCORED_WEIGHT if open_to else 1.0)
    return weights


def nearby(claim: Claim, weights: Mapping[str, float]) -> dict[str, float]:
    """The weights of the words in the number's own sentence, row, column or heading."""
    near = {word for text, weight in claim.context if weight >= NEAR for word in stems(text)}
    return {word: weight for word, weight in weights.items() if word in near}


def counts_so(claim: Claim, vocabulary: Collection[str]) -> bool:
    """Whether an indicator may be what a figure of a pair counts: wins, losses, tries or hits."""
    words = TALLIED.get(claim.tally or "scored", ())
    return claim.tally in (None, "scored") or any(name_stems(w)[0] in vocabulary for w in words)


def lexical_scores(
    catalogue: Catalogue, claim: Claim, weights: Mapping[str, float]
) -> dict[str, float]:
    """Score per indicator; a printed change is also known by the words of its level."""
    scores = catalogue.lexical.scores(weights)
    if claim.operation == "growth":
        for change, level in catalogue.levels.items():
            scores[change] = max(scores.get(change, 0.0), scores.get(level, 0.0) + PRINTED)
    return scores


def _telling(catalogue: Catalogue, weights: Mapping[str, float]) -> list[float]:
    """Weights of the words that may name an indicator."""
    known = catalogue.lexical.idf
    return [
        weight
        for word, weight in weights.items()
        if word in known and word not in LIGHT and word not in catalogue.names
    ]


def _nearest_raised(catalogue: Catalogue, weights: dict[str, float]) -> dict[str, float]:
    """Where the sentence itself tells nothing, its surroundings count as if they were near."""
    nearest = max(_telling(catalogue, weights), default=0.0)
    if not 0 < nearest < OUTER:
        return weights
    return {word: min(weight * OUTER / nearest, 1.0) for word, weight in weights.items()}


def _step_words(claim: Claim) -> tuple[str, ...]:
    """Words for the stretch that a change is measured over."""
    if claim.base_period is None or claim.period is None:
        return ()
    months = months_apart(claim.base_period, claim.period.value)
    return {12: ("year", "annual"), 1: ("month", "monthly")}.get(months or 0, ())
