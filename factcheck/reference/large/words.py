"""The words that a name of an indicator is found by."""

from __future__ import annotations

import re
from functools import lru_cache

import snowballstemmer

WORD = re.compile(r"[^\W_]+(?:['’][a-z]+)?")
SHORTEST = 2
COMMON = frozenset(
    WORD.findall(
        """a about according after all also among an and are as at be been before between but by
        can did do for from had has have he her his how in into is it its last like more most much
        my new not of on one or other our out over per said says she since so some such than that
        the their them there these they this to two under up was we were what when where which
        while who will with would year years you your"""
    )
)
_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    return str(_STEMMER.stemWord(word.replace("’", "'").removesuffix("'s")))


def words(text: str) -> list[str]:
    """Stems of the telling words of a text, each once, in text order."""
    found = (match.group().casefold() for match in WORD.finditer(text))
    kept = (one for one in found if one not in COMMON and len(one) >= SHORTEST)
    return list(dict.fromkeys(map(_stem, kept)))
