"""Nearness in meaning between the words around a number and each indicator, where words fail."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from factcheck.match.semantic import Encoder, cached_vectors, kept_vectors, load_encoder
from factcheck.model import Claim, Indicator

AROUND = 300
"""Code points of the sentence that are compared; the rest of a long one only blurs the meaning."""
WORDINGS = 3
"""Aliases of an indicator that are joined with its name."""
MOST = 500
"""Wordings of one article that are compared unless all are asked for; exclusive of the next. Each
takes 10 ms: a news article has fewer than 100, a report of 300 pages has thousands."""
PLACES = 3
"""Decimals a similarity is rounded to: the batch moves it by 1e-6."""


class Meaning:
    """Loads the model and the vectors of a reference at the first question, and not before."""

    def __init__(
        self,
        indicators: Sequence[Indicator],
        key: str,
        folder: Path | None,
        load: Callable[[], Encoder] = load_encoder,
        *,
        most: int | None = MOST,
    ) -> None:
        """`key` names the packs (their hashes), `folder` keeps vectors between runs.

        `most`: wordings of one article that are compared, the first ones; None: all of them.
        """
        self._indicators = indicators
        self._ids: Sequence[str] = [one.id for one in indicators]
        self._key = key
        self._folder = folder
        self._load = load
        self._most = most

    @cached_property
    def _encoder(self) -> Encoder:
        return self._load()

    def load(self) -> Encoder:
        """The encoder, loaded once; another reference may share it."""
        return self._encoder

    @cached_property
    def _vectors(self) -> np.ndarray:
        texts = _wordings(self._indicators)
        return cached_vectors(self._encoder, texts, self._key, self._folder)

    def encode(self, claims: Sequence[Claim]) -> np.ndarray:
        """One vector per claim: float32, shape (len(claims), width of the model).

        Claims of one sentence mostly share their words, which are read once. NaN for claims
        beyond the number that is compared.
        """
        words = [_words(claim) for claim in claims]
        asked = list(dict.fromkeys(words))[: self._most]
        vectors = self._encoder.encode(asked)
        vectors = np.concatenate([vectors, np.full((1, vectors.shape[1]), np.nan, np.float32)])
        place = {text: number for number, text in enumerate(asked)}
        return vectors[[place.get(text, len(asked)) for text in words]]

    def nearness(self, claims: Sequence[Claim]) -> list[dict[str, float]]:
        """Indicator id -> cosine similarity (-1 to 1) for each claim, in one batch.

        Empty for claims beyond the number that is compared.
        """
        return self.compared(self.encode(claims)) if claims else []

    def compared(
        self, vectors: np.ndarray, only: Collection[str] | None = None
    ) -> list[dict[str, float]]:
        """The same for vectors of claims; `only`: ids of the indicators to compare with."""
        numbers = self._numbers
        chosen = (
            range(len(numbers))
            if only is None
            else sorted(numbers[one] for one in only if one in numbers)
        )
        table = np.round(vectors @ self._vectors[chosen].T, PLACES)
        ids = [self._ids[n] for n in chosen]
        asked = ~np.isnan(vectors).any(axis=1)
        return [
            dict(zip(ids, map(float, row), strict=True)) if some else {}
            for row, some in zip(table, asked, strict=True)
        ]

    def nearest(self, vectors: np.ndarray, count: int) -> list[list[str]]:
        """For each claim the ids of the indicators nearest in meaning, nearest first."""
        table = np.round(vectors @ self._vectors.T, PLACES)
        best = np.argsort(-table, axis=1, kind="stable")[:, :count]
        asked = ~np.isnan(vectors).any(axis=1)
        return [
            [self._ids[n] for n in row] if some else []
            for row, some in zip(best, asked, strict=True)
        ]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {one: number for number, one in enumerate(self._ids)}

    def prepare(self) -> None:
        """Compute and keep the vectors now, rather than at the first question."""
        _ = self._vectors


class NamesMeaning(Meaning):
    """The same for the many names of a large pack, which are read only to compute their vectors."""

    def __init__(
        self,
        ids: Sequence[str],
        names: Callable[[], Sequence[Indicator]],
        key: str,
        folder: Path | None,
        load: Callable[[], Encoder] = load_encoder,
    ) -> None:
        """`names`: the indicators of `ids`, in the same order; `key` names all that they say."""
        super().__init__((), key, folder, load)
        self._ids, self._names = ids, names

    @cached_property
    def _vectors(self) -> np.ndarray:
        def make() -> np.ndarray:
            return self._encoder.encode(_wordings(self._names()))

        return kept_vectors(make, f"{self._key} {WORDINGS}", self._folder)


def _wordings(indicators: Sequence[Indicator]) -> list[str]:
    return [". ".join((one.name, *one.aliases[:WORDINGS])) for one in indicators]


def _words(claim: Claim) -> str:
    """The sentence without its numbers' neighbours cut off, then what it hangs under."""
    outer = [text for text, weight in claim.context if weight < 1 and text not in claim.sentence]
    return " ".join([claim.sentence[:AROUND], *outer[:2]])[: 2 * AROUND]
