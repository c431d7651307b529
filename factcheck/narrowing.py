"""Of large packs, find the few indicators that an article can be about, before it is matched.

Matching looks at every indicator it is given, for every claim: with twenty thousand of them that
takes minutes. Names first, in the pack's own index; sentence vectors only for claims whose words
find nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.match.candidates import ways_in
from factcheck.model import Claim
from factcheck.reference.store import Reference

if TYPE_CHECKING:
    from factcheck.match.meaning import Meaning
    from factcheck.reference.large.archive import Archive

WEAK = 0.3
"""Score of a name (0 to 1) below which meaning is asked as well."""
BY_MEANING = 5
"""Indicators that meaning adds for one claim."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What the claims of an article are matched with."""

    reference: Reference
    possible: Sequence[Collection[str]]
    """For each claim the indicators of large packs that come into question."""
    meaning: Nearest | None


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
        """Nearness to the names of each large pack."""
        return [
            _meaning(archive, self._cache, self._base)
            for archive in self.reference.archives.values()
        ]

    def __call__(self, claims: Sequence[Claim]) -> Narrowed:
        """The reference with the indicators that come into question, and which do for each claim.

        Found by their names in the pack's own index; by their meaning where words say little.
        """
        possible: list[set[str]] = []
        unnamed: list[int] = []
        for number, claim in enumerate(claims):
            ranked = self._by_name(claim)
            possible.append({one for one, _ in ranked})
            if max((score for _, score in ranked), default=0.0) < WEAK:
                unnamed.append(number)
        meant = self._by_meaning([claims[number] for number in unnamed])
        for number, found in zip(unnamed, meant, strict=True):
            possible[number].update(found)
        view = self.reference.narrowed(sorted(set().union(*possible)))
        return Narrowed(view, possible, Nearest(self, view) if self._base else None)

    def _by_name(self, claim: Claim) -> list[tuple[str, float]]:
        """Indicators that a number could state and whose names share words with what is around."""
        context = _context(claim)

        def fits(unit: str) -> bool:
            return bool(ways_in(claim, unit))

        return [
            one
            for archive in self.reference.archives.values()
            for one in archive.names.shortlist(context, fits)
        ]

    def _by_meaning(self, claims: Sequence[Claim]) -> list[list[str]]:
        """For each claim the indicators nearest in meaning."""
        if self._base is None or not claims:
            return [[] for _ in claims]
        vectors = self._base.encode(claims)
        found = [meaning.nearest(vectors, BY_MEANING) for meaning in self.meanings]
        return [[one for own in each for one in own] for each in zip(*found, strict=True)]

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
    for archive in reference.archives.values():
        _meaning(archive, cache).prepare()


def _meaning(archive: Archive, cache: Path | None, base: Meaning | None = None) -> Meaning:
    """`base`: what has the encoder, once it is loaded."""
    from factcheck.match.meaning import NamesMeaning

    names = archive.names
    load = [base.load] if base else []
    return NamesMeaning(names.ids, archive.indicators, names.sha256, cache, *load)


class Nearest:
    """What the matcher asks where words do not decide, for one article."""

    def __init__(self, narrower: Narrower, view: Reference) -> None:
        self._narrower, self._view = narrower, view

    def nearness(self, claims: Sequence[Claim]) -> list[dict[str, float]]:
        return self._narrower.compared(claims, self._view)


def _context(claim: Claim) -> list[tuple[str, float]]:
    noun = claim.quantity.unit or ""
    return [*claim.context, (noun.replace("_", " "), 1.0)]
