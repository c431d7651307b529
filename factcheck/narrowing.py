"""Of large packs, find the few indicators that an article can be about, before it is matched.

Matching looks at every indicator it is given, for every claim: with twenty thousand of them that
takes minutes. Names first, in the pack's own index; sentence vectors only for claims whose words
find nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.model import Claim
from factcheck.reference.store import Reference

if TYPE_CHECKING:
    from factcheck.match.meaning import Meaning

WEAK = 0.3
"""Score of a name (0 to 1) below which meaning is asked as well."""
NAMES = "names"
"""What cached vectors are of: they depend on the names alone, so a new edition keeps them."""
BY_MEANING = 5
"""Indicators that meaning adds for one claim."""


class Narrower:
    """Built once for a reference with large packs."""

    def __init__(self, reference: Reference, base: Meaning | None, cache: Path | None) -> None:
        """`base`: nearness to the indicators of ordinary packs; None: meaning is never asked.

        `cache`: folder that keeps the vectors of names.
        """
        self.reference = reference
        self._base = base
        self._cache = cache

    @cached_property
    def meanings(self) -> list[Meaning]:
        """Nearness to the names of each large pack; loading the vectors takes 0.1 s."""
        from factcheck.match.meaning import Meaning

        load = self._base.load if self._base else None
        return [
            Meaning(archive.indicators(), NAMES, self._cache, *([load] if load else []))
            for archive in self.reference.archives.values()
        ]

    def __call__(self, claims: Sequence[Claim]) -> tuple[Reference, Nearest | None]:
        """The reference with the indicators that come into question, and nearness to them."""
        contexts = [_context(claim) for claim in claims]
        found: list[str] = []
        best = [0.0] * len(claims)
        for archive in self.reference.archives.values():
            for number, ranked in enumerate(archive.shortlist(contexts)):
                found += [one for one, _ in ranked]
                best[number] = max([best[number], *(score for _, score in ranked)])
        found += self._by_meaning([c for c, s in zip(claims, best, strict=True) if s < WEAK])
        view = self.reference.narrowed(sorted(set(found)))
        return view, Nearest(self, view) if self._base else None

    def _by_meaning(self, claims: Sequence[Claim]) -> list[str]:
        if self._base is None or not claims:
            return []
        vectors = self._base.encode(claims)
        return [
            one
            for meaning in self.meanings
            for ids in meaning.nearest(vectors, BY_MEANING)
            for one in ids
        ]

    def compared(self, claims: Sequence[Claim], view: Reference) -> list[dict[str, float]]:
        """Indicator id -> cosine similarity for each claim, over all packs."""
        if self._base is None or not claims:
            return [{} for _ in claims]
        vectors = self._base.encode(claims)
        merged = self._base.compared(vectors)
        for meaning in self.meanings:
            for own, more in zip(merged, meaning.compared(vectors, view.indicators), strict=True):
                own.update(more)
        return merged


def prepare(reference: Reference, cache: Path | None) -> None:
    """Compute the vectors of the names of all large packs now, and keep them in `cache`."""
    from factcheck.match.meaning import Meaning

    for archive in reference.archives.values():
        Meaning(archive.indicators(), NAMES, cache).prepare()


class Nearest:
    """What the matcher asks where words do not decide, for one article."""

    def __init__(self, narrower: Narrower, view: Reference) -> None:
        self._narrower, self._view = narrower, view

    def nearness(self, claims: Sequence[Claim]) -> list[dict[str, float]]:
        return self._narrower.compared(claims, self._view)


def _context(claim: Claim) -> list[tuple[str, float]]:
    noun = claim.quantity.unit or ""
    return [*claim.context, (noun.replace("_", " "), 1.0)]
