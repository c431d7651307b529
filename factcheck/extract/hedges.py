"""Find the hedge beside a number ("nearly", "more than", "up to") and what it does to it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.model import Modifier


@dataclass(frozen=True, slots=True)
class Hedge:
    """What the words beside a number make of it."""

    modifier: Modifier
    near: bool = False
    """True where the number is only just missed: "nearly", "just over"."""


_BEFORE: list[tuple[str, Hedge]] = [
    (
        r"no\s+more\s+than|not\s+more\s+than|at\s+(?:the\s+)?most|up\s+to(?:\s+about)?"
        r"|as\s+(?:many|much|high|long)\s+as"
        r"|a\s+maximum\s+of|capped\s+at|no\s+higher\s+than|not\s+exceed(?:ing)?|≤",
        Hedge(Modifier.AT_MOST),
    ),
    (
        r"at\s+least|no\s+(?:fewer|less|lower)\s+than|not\s+less\s+than|a\s+minimum\s+of"
        r"|as\s+(?:few|little|low)\s+as|≥",
        Hedge(Modifier.AT_LEAST),
    ),
    (
        r"(?:just|slightly|a\s+little|little|a\s+bit|marginally|a\s+shade)\s+(?:over|above"
        r"|more\s+than|north\s+of|higher\s+than)",
        Hedge(Modifier.MORE_THAN, near=True),
    ),
    (
        r"more\s+than|over(?:\s+than)?|above|north\s+of|greater\s+than|higher\s+than|in\s+excess\s+of"
        r"|upwards?\s+of|better\s+than"
        r"|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|top(?:s|ped|ping)|pass(?:es|ed|ing)?"
        r"|cross(?:es|ed|ing)"
        r"|(?:go|goes|went|gone|going|is|are|was|were|push\w*|climb\w*|rac\w+|move[sd]?)\s+past|beyond|longer\s+than|larger\s+than|(?<=will\s)top|>",
        Hedge(Modifier.MORE_THAN),
    ),
    (
        r"nearly|almost|just\s+(?:under|below|shy\s+of|short\s+of)|(?:slightly|a\s+little"
        r"|marginally|a\s+bit)\s+(?:under|below"
        r"|less\s+than|fewer\s+than|lower\s+than)|shy\s+of|short\s+of|not\s+quite|approaching"
        r"|nearing|virtually",
        Hedge(Modifier.LESS_THAN, near=True),
    ),
    (
        r"(?:less|fewer|lower|smaller|shorter)\s+than|under|below|sub-?|<",
        Hedge(Modifier.LESS_THAN),
    ),
    (
        r"about|around|roughly|approximately|approx\.?|circa|ca\.|c\.|some|close\s+to"
        r"|closer\s+to|in\s+the\s+(?:region|order|range|neighbou?rhood)\s+of"
        r"|on\s+the\s+order\s+of|not\s+far\s+from|near|an?\s+estimated|estimated\s+at|barely"
        r"|more\s+or\s+less|averag(?:ed|es|ing)\s+about"
        r"|(?:give|or)\s+or\s+take|~|≈|∼|±|almost\s+exactly|or\s+so|something\s+like|maybe|perhaps",
        Hedge(Modifier.APPROX),
    ),
]
_AFTER: list[tuple[str, Hedge]] = [
    (r"\+|-plus\b|\s+plus\b(?=\s*[.,;)]|\s*$)|\s+(?:\w+\s+)?or\s+(?:more|higher|over|above|longer|better)\b"
    r"|\s+and\s+(?:over|above|more)\b", Hedge(Modifier.AT_LEAST)),
    (r"\s+at\s+(?:the\s+)?least\b", Hedge(Modifier.AT_LEAST)),
    (r"\s+(?:\w+\s+)?or\s+(?:less|fewer|lower|under|below)\b", Hedge(Modifier.AT_MOST)),
    (r"\s+at\s+(?:the\s+)?most\b", Hedge(Modifier.AT_MOST)),
    (r"-odd\b|\s+(?:\w+\s+)?or\s+so\b|-ish\b|,?\s+give\s+or\s+take\b|,?\s+or\s+thereabouts\b"
    r"|,?\s+(?:approximately|roughly)\b", Hedge(Modifier.APPROX)),
]  # fmt: skip

_FILLER = (
    r"\s*(?:(?:just|only|even|the|a|an|its|their|another|an\s+additional|additional|some"
    r"|about)\s+)?$"
)
_WITHIN = re.compile(r"\bwithin(?:\s+(?:just|only|about))?\s+$", re.IGNORECASE)


def _combined(table: list[tuple[str, Hedge]], head: str, tail: str) -> re.Pattern[str]:
    inside = "|".join(f"(?P<h{i}>{words})" for i, (words, _) in enumerate(table))
    return re.compile(f"{head}(?:{inside}){tail}", re.IGNORECASE)


_COMPARED = re.compile(
    r"(?:%|(?:\b|\d)pc|per\s?cent|\bpoints?|\btimes|illion|thousand|\bbn|\d|\bhalf|\bthird"
    r"|\bquarter|\bfifth|\btwice|\bmuch"
    r"|\bmany|\bfar|\bfold)(?:\s+(?!(?:became|is|are|was|were|be|been|has|have|had|to|rose|fell|grew"
    r"|and|for|with|at|by|of|in|from|on)\b)\w+)?\s+$",
    re.IGNORECASE,
)
"""What stands before "more than" where it compares: "8.7pc fewer than the 52,164"."""
_MOVED = re.compile(
    r"\b(?:go|goes|went|gone|climb\w*|rose|rise|risen|mov\w+|crept|edged|inched|ticked|shot"
    r"|jump\w*|push\w*|pick\w*|brought"
    r"|back|way|add\w*|speed\w*|live\w*)\s+$",
    re.IGNORECASE,
)

_CONCERNS = re.compile(
    r"\b(?:cent(?:re|er)\w*|revolv\w+|built|structured|talk\w*|know\w*|knew|think\w*|thought|learn\w*"
    r"|wr[io]t\w+|hear[ds]?|worr\w+|complain\w*|ask\w*|told|tells?|stor(?:y|ies)|questions?)\s+$",
    re.IGNORECASE,
)
"""What stands before "about" or "around" where it names the matter: "talk about 12 players"."""
_LAST_WORDS_LIST = """
a about above additional almost an another approaching approx approximately around as at barely
below beyond c ca circa crossed crosses crossing estimated even exactly exceed exceeded exceeding
exceeds from its just least less like maybe most near nearing nearly of only over pass passed passes
passing past perhaps quite roughly so some sub surpass surpassed surpasses surpassing take than the
their to top topped topping tops under virtually
"""
_LAST_WORDS = frozenset(_LAST_WORDS_LIST.split())
"""What a hedge and its filler may end with: most numbers stand behind another word, and the search
for a hedge can be left out."""
_FILLERS = frozenset(
    ["just", "only", "even", "the", "a", "an", "its", "their", "another", "additional"]
)
"""Words that no hedge ends with: it has to end before them."""
_BEFORE_OF = """
maximum minimum north excess upward upwards shy short region order range neighbourhood neighborhood
"""
_WORDS_BEFORE = {
    "to": frozenset(["up", "close", "closer"]),
    "from": frozenset(["far"]),
    "of": frozenset(_BEFORE_OF.split()),
}
"""What a hedge has before its last word, where that is among the commonest before numbers."""
_HEAD = _combined(_BEFORE, r"(?<![\w°-])", _FILLER)
_TAIL = _combined(_AFTER, "", "")
_WINDOW = 40
"""Code points looked at before a number: the longest hedge and its filler."""


def hedge_at(text: str, start: int, end: int, unit: str | None = None) -> Hedge | None:
    """The hedge of the number text[start:end], or None.

    "within 22 points" bounds a distance, so `unit` (a unit id) lets "within" count.
    """
    head = text[max(0, start - _WINDOW) : start]
    if _may_end_hedge(head) and (match := _HEAD.search(head)) and not _compares(head, match):
        return _BEFORE[_row(match)][1]
    if match := _TAIL.match(text, end):
        return _AFTER[_row(match)][1]
    if unit in ("points", "percent", "percentage_points", "metres", "kilometres", "miles") and (
        _WITHIN.search(head)
    ):
        return Hedge(Modifier.AT_MOST)
    return None


def _may_end_hedge(head: str) -> bool:
    """Whether the last word before the number (or a sign such as "~") can belong to a hedge."""
    words = head.rstrip().removesuffix(".").removesuffix("-")
    word = _last_word(words)
    if not word:
        return words[-1:] in "≤≥<>~≈∼±"
    if word in _FILLERS:
        return _may_end_hedge(words[: -len(word)])
    if before := _WORDS_BEFORE.get(word):
        return _last_word(words[: -len(word)].rstrip()) in before
    return word in _LAST_WORDS


def _last_word(words: str) -> str:
    """The letters that `words` ends with, lower case."""
    word = words[words.rfind(" ") + 1 :]
    if not word.isalpha():
        at = len(word)
        while at and word[at - 1].isalpha():
            at -= 1
        word = word[at:]
    return word.lower()


def _row(match: re.Match[str]) -> int:
    """Which row of its table a match of `_combined` came from."""
    return int((match.lastgroup or "h0")[1:])


def _compares(head: str, match: re.Match[str]) -> bool:
    words, before = match[0].lower(), head[: match.start()]
    if words.startswith("up"):
        return bool(_MOVED.search(before))
    if words.startswith(("about", "around")):
        return bool(_CONCERNS.search(before))
    return " than" in words and bool(_COMPARED.search(before))
