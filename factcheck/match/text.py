"""Words as the matcher compares them: lower case, one spelling, stemmed, without stop words."""

from __future__ import annotations

import re
from functools import lru_cache

import snowballstemmer

WORD = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9]*(?:[.'’-][A-Za-zÀ-ÿ0-9]+)*")
STOP = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "i",
        "in",
        "into",
        "is",
        "it",
        "its",
        "more",
        "most",
        "of",
        "on",
        "or",
        "our",
        "s",
        "percent",
        "percentage",
        "point",
        "points",
        "tonne",
        "tonnes",
        "ton",
        "tons",
        "million",
        "billion",
        "trillion",
        "thousand",
        "hundred",
        "dollar",
        "dollars",
        "she",
        "so",
        "some",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "up",
        "was",
        "we",
        "were",
        "what",
        "when",
        "which",
        "while",
        "who",
        "will",
        "with",
        "would",
        "you",
        "your",
        "not",
        "no",
        "all",
        "also",
        "about",
        "over",
        "just",
        "only",
        "very",
        "much",
        "many",
        "us",
        "per",
        "one",
        "two",
        "three",
        "new",
        "said",
        "says",
        "according",
    ]
)
BRITISH = (
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ise", "ize"),
    ("centre", "center"),
    ("labour", "labor"),
    ("programme", "program"),
    ("favour", "favor"),
    ("tonne", "ton"),
)
_STEMMER = snowballstemmer.stemmer("english")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """One spelling per word: "organisations" and "organization" are the same."""
    word = word.replace("’", "'").removesuffix("'s").casefold().replace(".", "")
    for british, american in BRITISH:
        if british in word and len(word) > 5:
            word = word.replace(british, american)
    return str(_STEMMER.stemWord(word))


def stems(text: str) -> list[str]:
    """Stems of the content words in text order; hyphenated words count whole and in parts."""
    return list(_stems(text))


@lru_cache(maxsize=4096)
def _stems(text: str) -> tuple[str, ...]:
    """A sentence is asked for by each of its claims, a heading by all below it."""
    found = []
    for match in WORD.finditer(text):
        word = match.group()
        if word.casefold() in STOP and not (word.isupper() and len(word) > 1):
            continue
        found.append(stem(word))
        if "-" in word:
            found += [
                stem(part) for part in word.split("-") if part.casefold() not in STOP and part
            ]
    return tuple(found)


def name_stems(text: str) -> list[str]:
    """Stems of a name; where it holds nothing but stop words ("points") those tell it after all."""
    return stems(text) or [stem(match.group()) for match in WORD.finditer(text)]


LIGHT = frozenset(
    stems(
        """
        hit average averaged stand stood reach record score see get take come go went gone goes make
        show put count print give have pass hold held home remain follow compare move lead trail
        rise rose risen fall fell fallen climb drop grow grew grown increase decrease decline up
        down slip shrink jump surge gain lose lost slide collapse higher lower fewer less total
        figure number percent point account amount level rate share report year month quarter week
        day time times fold today last next previous early late end one first second third half
        well far near almost roughly slightly together combined alone both each whole comparison
        large small big great high low record just still again now later ahead behind edge clear
        """
    )
)
"""Words that any figure may stand beside: they say nothing about what is measured."""
