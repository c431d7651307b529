"""The noun that a number counts, without a parser: the first plural among the words that follow."""

from __future__ import annotations

import re
from dataclasses import dataclass

_STOP_WORDS = """
a about above across after against all along also although am among an and any are around as at
back be became because been before behind being below between both but by came can compared
could despite did do does down due during each either else even ever every fell few for from
further gave get go got grew had has have he her here hers him his how however i if in including
increased into is it its itself just last least less lie like made may me meanwhile might more
most much must my near nearly neither new-born next no nor not now of off often on once only
onto or other our out over own per plus previously put ran rather respectively rose said same
say says see she should since so some still such than that the their them then there these they
this those though three through throughout thus till to together too toward towards under unless
until up upon us versus vs via was we went were what when where whereas whether which while who
whom whose why will with within without would year-on-year yet you your apiece ago later earlier
today yesterday tomorrow alone again overall worldwide annually globally nationwide yearly
monthly according
"""
_STOP = frozenset(_STOP_WORDS.split())
_PLURALS_WORDS = """
people men women children feet teeth mice geese police cattle sheep fish deer series species
aircraft spacecraft staff fishermen firemen policemen policewomen salesmen servicemen data media
criteria phenomena bacteria alumni cacti fungi nuclei youth
"""
_PLURALS = frozenset(_PLURALS_WORDS.split())
_NO_PLURAL_WORDS = """
plus minus across always perhaps sometimes besides thus yes news less various famous serious
previous famous numerous religious dangerous continuous gross cross express class mass business
access process success progress press glass loss bus gas plus campus virus status bonus focus
census basis analysis crisis emphasis tennis mathematics physics economics politics ours theirs
hers yours
"""
_NO_PLURAL = frozenset(_NO_PLURAL_WORDS.split())
_ADVERBS = frozenset(["newly", "freshly", "recently", "fully", "highly", "privately", "publicly"])
"""What may stand between a number and its noun: "newly built homes"."""
_WORD = re.compile(r"[\s\u00a0]+(?P<word>[A-Za-zÀ-ɏ](?:[\w'’-]*[\wÀ-ɏ])?)")
_REACH = 5
"""Words looked at: "2,350 newly hired full-time care workers"."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: "electric cars" with its head "cars"."""

    start: int
    end: int
    head: str
    """Lower case unless printed with capitals inside a sentence."""
    plural: bool


def counted_noun(text: str, end: int) -> Counted | None:
    """The noun phrase after a number that ends at `end`, or None where no noun follows."""
    first = last = None
    for _ in range(_REACH):
        match = _WORD.match(text, end)
        if not match or "\n" in match[0][: match.start("word") - match.start()]:
            break
        word = match["word"]
        if last and word == "and" and not last.endswith(("ed", "ing")):
            return _joined_adjectives(text, first, match.end())
        if word.lower() in _STOP or word.endswith(("'s", "’s")):
            break
        if word.lower().endswith("ly") and word.lower() not in _ADVERBS:
            break
        first = match.start("word") if first is None else first
        end = match.end()
        if is_plural(word):
            return Counted(first, end, word, True)
        last = word
        if end < len(text) and text[end] in ',;:.!?)]|\n"”':
            break
    if first is None or last is None or last.endswith(("ed", "ing")):
        return None
    return Counted(first, end, last, False)


def _joined_adjectives(text: str, first: int | None, end: int) -> Counted | None:
    """The rest of "4.3 million digital and physical sales"."""
    adjective = _WORD.match(text, end)
    noun = adjective and _WORD.match(text, adjective.end())
    if first is None or not adjective or not noun or is_plural(adjective["word"]):
        return None
    words = (adjective["word"].lower(), noun["word"].lower())
    if words[0] in _STOP or words[1] in _STOP or not is_plural(noun["word"]):
        return None
    return Counted(first, noun.end(), noun["word"], True)


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    low = word.lower()
    if low in _PLURALS or low.endswith(("children", "people", "women")):
        return True
    return (
        len(low) > 2
        and low.endswith("s")
        and not low.endswith(("ss", "us", "is", "'s", "’s"))
        and low not in _NO_PLURAL
    )
