"""What a text is recognised by when it comes back: its runs of words, and its numbers.

MinHash with banding: A. Broder, "On the resemblance and containment of documents", 1997;
J. Leskovec, A. Rajaraman, J. Ullman, "Mining of Massive Datasets", chapter 3.
"""

from __future__ import annotations

import re
from collections import Counter
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
_TOKEN = re.compile(r"\d[\d.,]*\d|\w+")
_PRIME = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """Of one text; all hashes sorted, each once."""

    shingles: np.ndarray
    """uint32, of every run of `RUN` words in small letters."""
    figures: np.ndarray
    """uint32, of every number as printed with the words before and after it, and of how many times
    these stood there already."""
    bands: np.ndarray
    """uint64, one for each of `BANDS`; none for a text without words."""


def fingerprints(texts: Sequence[str]) -> list[Fingerprint]:
    """Return the fingerprint of each text: equal texts have equal ones, on every machine."""
    shingles = [_shingles(_WORD.findall(text.lower())) for text in texts]
    figures = [_figures(_TOKEN.findall(text.lower())) for text in texts]
    return [Fingerprint(*own) for own in zip(shingles, figures, _bands(shingles), strict=True)]


def _shingles(words: list[str]) -> np.ndarray:
    hashes = np.array([crc32(word.encode()) for word in words], np.uint64)
    length = max(len(hashes) - RUN + 1, min(len(hashes), 1))
    mixed = np.zeros(length, np.uint64)
    for place in range(min(RUN, len(hashes))):
        mixed = (mixed ^ hashes[place : place + length]) * _PRIME
        mixed ^= mixed >> np.uint64(29)
    return np.unique((mixed >> np.uint64(32)).astype(np.uint32))


def _figures(tokens: list[str]) -> np.ndarray:
    """A number alone tells little: reports filled into one form share years and round figures."""
    counts: Counter[str] = Counter()
    for place, token in enumerate(tokens):
        if token[0].isdigit():
            counts[" ".join(tokens[max(place - 1, 0) : place + 2])] += 1
    told = (f"{turn} {words}" for words, times in counts.items() for turn in range(times))
    return np.array(sorted({crc32(one.encode()) for one in told}), np.uint32)


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
