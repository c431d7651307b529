"""Indicators by words, for people and programs that ask what there is to check against."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.match.catalogue import Catalogue
from factcheck.match.text import stems
from factcheck.model import Indicator


def lookup(catalogue: Catalogue, words: str, limit: int) -> Sequence[Indicator]:
    """Return the indicators that words name best, best first: by id, else by name and aliases."""
    indicators = catalogue.reference.indicators
    if words in indicators:
        return [indicators[words]]
    spelled = stems(words.replace("_", " "))
    bridge = catalogue.lexical.bridge(spelled)
    scores = catalogue.lexical.scores({bridge.get(word, word): 1.0 for word in spelled})
    ranked = sorted(scores, key=lambda indicator: (-scores[indicator], indicator))
    return [indicators[indicator] for indicator in ranked[:limit]]
