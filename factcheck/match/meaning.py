"""Nearness in meaning between the words around a number and each indicator, where words fail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from factcheck.match.semantic import Encoder, cached_vectors, load_encoder
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
        self._key = key
        self._folder = folder
        self._load = load
        self._most = most

    @cached_property
    def _encoder(self) -> Encoder:
        return self._load()

    @cached_property
    def _vectors(self) -> np.ndarray:
        texts = [". ".join((i.name, *i.aliases[:WORDINGS])) for i in self._indicators]
        return cached_vectors(self._encoder, texts, self._key, self._folder)

    def nearness(self, claims: Sequence[Claim]) -> list[dict[str, float]]:
        """Indicator id -> cosine similarity (-1 to 1) for each claim, in one batch.

        Claims of one sentence mostly share their words, which are compared once. Empty for claims
        beyond the number that is compared.
        """
        if not claims:
            return []
        words = [_words(claim) for claim in claims]
        asked = list(dict.fromkeys(words))[: self._most]
        table = np.round(self._encoder.encode(asked) @ self._vectors.T, PLACES)
        ids = [indicator.id for indicator in self._indicators]
        similar = {
            text: dict(zip(ids, map(float, row), strict=True))
            for text, row in zip(asked, table, strict=True)
        }
        return [similar.get(text, {}) for text in words]


def _words(claim: Claim) -> str:
    """The sentence without its numbers' neighbours cut off, then what it hangs under."""
    outer = [text for text, weight in claim.context if weight < 1 and text not in claim.sentence]
    return " ".join([claim.sentence[:AROUND], *outer[:2]])[: 2 * AROUND]
