"""What a text is recognised by when it comes back: its runs of words, and its numbers.

MinHash with banding: A. Broder, "On the resemblance and containment of documents", 1997;
J. Leskovec, A. Rajaraman, J. Ullman, "Mining of Massive Datasets", chapter 3.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

RUN = 5
"""Words of a shingle."""
BANDS, ROWS = 42, 3
"""Of the MinHash: two texts that share half their shingles meet in a band with probability
1 - (1 - 0.5^3)^42 = 0.996, two that share a tenth with 0.04."""
SEED = 42

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")
_PRIME = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Of one text; all hashes sorted, each once."""

    shingles: np.ndarray
    """uint32, of every run of `RUN` words in small letters."""
    figures: np.ndarray
    """uint32, of every number as printed."""
    bands: np.ndarray
    """uint64, one for each of `BANDS`; none for a text without words."""


def fingerprints(texts: Sequence[str]) -> list[Fingerprint]:
    """Return the fingerprint of each text: equal texts have equal ones, on every machine."""
    shingles = [_shingles(_WORD.findall(text.lower())) for text in texts]
    figures = [sorted({crc32(one.encode()) for one in _NUMBER.findall(text)}) for text in texts]
    return [
        Fingerprint(runs, np.array(numbers, np.uint32), bands)
        for runs, numbers, bands in zip(shingles, figures, _bands(shingles), strict=True)
    ]


def _shingles(words: list[str]) -> np.ndarray:
    hashes = np.array([crc32(word.encode()) for word in words], np.uint64)
    length = max(len(hashes) - RUN + 1, min(len(hashes), 1))
    mixed = np.zeros(length, np.uint64)
    for place in range(min(RUN, len(hashes))):
        mixed = (mixed ^ hashes[place : place + length]) * _PRIME
        mixed ^= mixed >> np.uint64(29)
    return np.unique((mixed >> np.uint64(32)).astype(np.uint32))


def _bands(shingles: Sequence[np.ndarray]) -> list[np.ndarray]:
    """Of many texts at once: the library starts its threads for each call."""
    from rensa import RMinHash

    sets = [one.tolist() for one in shingles]
    matrix = RMinHash.digest_matrix_from_token_hash_sets(sets, BANDS * ROWS, SEED)
    rows = np.array(matrix.to_rows(), np.uint64).reshape(len(sets), BANDS, ROWS)
    mixed = np.tile(np.arange(BANDS, dtype=np.uint64), (len(sets), 1))
    for column in range(ROWS):
        mixed = (mixed ^ rows[:, :, column]) * _PRIME
        mixed ^= mixed >> np.uint64(29)
    return [bands if len(own) else bands[:0] for own, bands in zip(shingles, mixed, strict=True)]
