"""What the clause of a change speaks of: "Complaints rose by 7%" after a figure about patients."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from factcheck.match.text import LIGHT, stems
from factcheck.model import Claim

BREAK = re.compile(
    r"[,;:(]|\s[–—-]\s|—|\b(?:and|or|but|while|whereas|so|as|that|which|who|where|when|then)\b",
    re.IGNORECASE,
)
"""Where the part of a sentence that holds the number may begin or end."""
ASIDE = re.compile(
    r",\s+(?:though|however|meanwhile|too|in\s+turn|of\s+course|by\s+contrast|in\s+fact)\s*,"
)
ADVERB = re.compile(r"\b\w+ly\b")
CHANGES = frozenset(
    stems(
        """
        add adds added advance boost change contract cut decline dip double doubled drop ease
        expand fell halve halved improve lift plunge plunged quadruple quadrupled quintuple raise
        raised rebound recede recover recovered reduce reduction retreat rising sank shed shrank
        shrunk sink slid slump soar soared spread sunk surged swell swelled swollen treble trebled
        triple tripled tumble tumbled went widen worse better difference distance gap margin
        growth loss jump expansion extra further another additional
        """
    )
)
"""Words for a change itself."""
PASSING = frozenset(
    stems(
        """
        after again ago already alone although always back became become before began begin being
        between bring brought came come could did do does done during ever even every fully got
        gotten happen however if keep kept latter former like may might mean meant meanwhile must
        never nearly next off often once other others out rather same should since still than
        thereafter though thus together too took toward towards turn turned under until upon way
        within without yet equal equals compared against versus around roughly almost close
        decade decades century january february march april may june july august september october
        november december monday tuesday wednesday thursday friday saturday sunday annual annually
        average mean overall worldwide world global latest
        """
    )
)
"""Words that name nothing which could be measured."""
EMPTY = LIGHT | CHANGES | PASSING


def is_foreign(claim: Claim, vocabulary: Collection[str], names: Collection[str]) -> bool:
    """Whether the number's own clause names something, and nothing that the indicator knows.

    `vocabulary`: stems of the indicator's wordings; `names`: those that only name an entity.
    """
    base = claim.sentence_start
    before, after = _clause(claim.sentence, claim.quantity.start - base, claim.quantity.end - base)
    words = before.difference(names)
    return bool(words) and (words | after).isdisjoint(vocabulary)


@lru_cache(maxsize=64)  # every indicator asks the same of one claim after another
def _clause(sentence: str, start: int, end: int) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of what the clause of a number names before it, and of all that it says behind."""
    before, after = ASIDE.sub(" ", sentence[:start]), sentence[end:]
    begin = max((m.end() for m in BREAK.finditer(before)), default=0)
    stop = BREAK.search(after)
    named = frozenset(stems(ADVERB.sub(" ", before[begin:]))) - EMPTY
    return named, frozenset(stems(after[: stop.start() if stop else len(after)]))
