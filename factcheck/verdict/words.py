"""Content words, so that wordings can be compared: lower case, stemmed, without stop words."""

from __future__ import annotations

import re
from functools import lru_cache

import snowballstemmer

WORD = re.compile(r"[^\W\d_]+")
_STOP = """
a an the of in on at by for to from with and or as per one its is are was be it that this
these who which than over only all s t
"""
STOP = frozenset(_STOP.split())
_IZE = re.compile(r"(?<=\w\w)iz(?=e|i|a)")
"""American spelling of -ise and -isation."""
_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=8192)
def content(text: str) -> tuple[str, ...]:
    """Stems of the content words of a text, in order."""
    return tuple(stem(word) for word in WORD.findall(text) if word.lower() not in STOP)


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """The stem of one word: "filings" and "filed" are the same, "organize" and "organise" too."""
    return str(_STEMMER.stemWord(_IZE.sub("is", word.lower())))
