"""Claims that found no indicator, grouped by what they say, for those who maintain packs.

Each group needs one of two things: a wording added to `aliases` of an indicator that is near, or
rows that the packs lack.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from factcheck.checker import Checker
from factcheck.match.text import LIGHT, stems
from factcheck.model import Alignment, Claim, Document, Indicator

EXAMPLES = 3
"""Claims shown of a group."""
NEAREST = 3
"""Indicators named for a group."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Claims of one wording and kind of number."""

    wording: str
    """The commonest way these articles put it; a candidate for `aliases`."""
    kind: str
    unit: str
    claims: int
    articles: int
    examples: tuple[str, ...]
    """path:line: the number in its sentence."""
    nearest: tuple[tuple[str, str], ...]
    """(id, name) of the indicators that came closest, closest first."""


Found = tuple[Document, Claim, Alignment]


def suggest(checker: Checker, documents: Iterable[Document]) -> list[Suggestion]:
    """The groups, those with the most claims first."""
    groups: dict[tuple[str, ...], list[Found]] = {}
    for document in documents:
        for claim, alignment in checker.uncovered(document):
            groups.setdefault(_key(claim), []).append((document, claim, alignment))
    known = checker.indicators
    made = [_suggestion(some, known) for some in groups.values()]
    return sorted(made, key=lambda one: (-one.claims, one.wording, one.kind, one.unit))


def _key(claim: Claim) -> tuple[str, ...]:
    """Kind, unit and the telling words: their order and their inflection do not matter."""
    return (
        str(claim.quantity.kind),
        claim.quantity.unit or "",
        *sorted(set(stems(_wording(claim))) - LIGHT),
    )


def _wording(claim: Claim) -> str:
    return " ".join((claim.measure or claim.quantity.unit or "").split())


def _suggestion(found: list[Found], known: Mapping[str, Indicator]) -> Suggestion:
    wordings = Counter(_wording(claim) for _, claim, _ in found)
    claim = found[0][1]
    votes: Counter[str] = Counter()
    for _, _, alignment in found:
        for rank, one in enumerate(alignment.nearest):
            votes[one] += len(alignment.nearest) - rank
    nearest = sorted(votes, key=lambda one: (-votes[one], one))[:NEAREST]
    return Suggestion(
        wording=min(wordings, key=lambda one: (-wordings[one], one)),
        kind=str(claim.quantity.kind),
        unit=claim.quantity.unit or "",
        claims=len(found),
        articles=len({document.id for document, _, _ in found}),
        examples=tuple(
            f"{document.path}:{claim.line}: {claim.quantity.quote} in: {claim.sentence}"
            for document, claim, _ in found[:EXAMPLES]
        ),
        nearest=tuple((one, known[one].name) for one in nearest if one in known),
    )
