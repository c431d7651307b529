"""Lists of counts and pairs of figures: "six beds, a lift and two pumps", "7-of-12", "105-98".

A small number says something where it stands in a list with a larger one, and a pair of figures
where the words around it say what it is: tries and hits, a record in brackets, the result of a
contest. Works on the drafts of an article, after the silent ones were marked.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterator
from decimal import Decimal

from factcheck.extract.drafts import Draft
from factcheck.extract.nouns import Counted, is_plural
from factcheck.model import Kind

SEPARATOR = re.compile(
    r"(?:\s*\([^()\n]*\))?(?:,\s+(?:and\s+)?|\s+and\s+)(?:(?:(?:to\s+go\s+)?along|together)\s+with\s+)?"
    r"|(?:\s*\([^()\n]*\))?(?:,|\s[\w-]+)?\s+(?:(?:(?:that|which)\s+)?(?:also\s+)?includ(?:ed|es|ing)"
    r"|(?:to\s+go\s+)?along\s+with|as\s+well\s+as)\s+"
)
"""Between two items of a list, a bracket after the first aside."""
_NOUN = (
    r"(?P<noun>[a-z]+(?:[ -][a-z]+)?)(?=[,.;)\n]|$"
    r"|\s+(?:and|in|on|to|off|along|while|as|for|with|but|over|against|from|that|which|during)\b)"
)
_COUNTED = re.compile(rf"\s+{_NOUN}")
_HYPHENED = re.compile(r"[-‑](?P<noun>[a-z]{3,})\b(?![-‑])")
_SOLE = re.compile(rf"(?P<number>an?(?P<pair>\s+pair\s+of)?)\s+(?!few\b|lot\b|number\b){_NOUN}")
"""One of something, or two: "a lift", "a pair of pumps"."""
SMALL = ("small number", "modifier", "word")
"""Reasons for silence that a list does away with."""

PAIR = re.compile(
    r"(?<![\w.,$€£-])(?P<one>\d{1,3})(?P<link>[-–](?:of|for)[-–]|[-–])(?P<two>\d{1,3})"
    r"(?:[-–]\d{1,3})?(?![\w%–-]|[.,]\d)"
)
OF = re.compile(r"of|for")
LABEL = re.compile(r"\s[A-Z0-9][A-Za-z]{1,3}[,)]")
"""Short for what was tried, in brackets: "(5-8 PK)"."""
NAMED = re.compile(r"[A-Z][\w.’'-]*\s\($")
CONTEST = re.compile(
    r"\b(?:defeat|beat|out-?scor|out-?vot|won\b|win|lost\b|los[es]|victor|edg(?:e|ing)"
    r"|margin|battle|advantage|over(?:came|come)|down(?:ed|ing)\b|topp(?:ed|ing)\b)",
    re.IGNORECASE,
)
"""Before a pair that is the result of a contest, in the same sentence."""
_STRETCH = re.compile(r"\s+(?:\w+\s+)?(?:run|spurt|stretch|start|spell|burst|surge)\b")
"""After a pair that tells of a part of a contest that nobody publishes."""
_SIDE = re.compile(r"\b(?!(?:They|It|He|She|We|You|The|In|At|On|But|And|A|An|I|So)\b)[A-Z][\w’'-]+")
"""A name of somebody whose result it may be."""
_SENTENCE = re.compile(r"[.!?]['\"”’)]*\s|\n")
_REACH = 160
"""Code points before a pair in which its contest is told."""


def read_tallies(text: str, drafts: list[Draft]) -> None:
    """Let the items of lists and the figures of pairs speak; adds drafts for "a" and "a pair"."""
    at = {draft.start: draft for draft in drafts}
    for draft in drafts:
        if draft.form != "digits" or not text.startswith(("-", "–"), draft.end):
            continue
        pair = PAIR.match(text, draft.start)
        second = at.get(pair.start("two")) if pair else None
        if pair and second and pair_form(text, pair):
            _as_pair(draft, text)
            _as_pair(second, text)
    for draft in list(drafts):
        if _opens(draft) or _opens_small_list(text, draft, at):
            for new in _list(text, draft, at):
                insort(drafts, new, key=lambda d: d.start)
                at[new.start] = new


def pair_form(text: str, pair: re.Match[str]) -> str | None:
    """tries, record or result; None where nothing tells what the pair is."""
    if OF.search(pair["link"]):
        return "tries"
    before = text[max(0, pair.start() - _REACH) : pair.start()]
    bracketed = text[pair.end() : pair.end() + 1] == ")" and NAMED.search(before)
    if bracketed:
        return "record"
    if LABEL.match(text, pair.end()) and "(" in before[-40:]:
        return "tries"
    if _STRETCH.match(text, pair.end()):
        return None
    told = _SENTENCE.split(before)[-1]
    return "result" if CONTEST.search(told) and _SIDE.search(told) else None


def _as_pair(draft: Draft, text: str) -> None:
    digits = re.match(r"\d+", text[draft.start : draft.start + 4])
    assert digits is not None, "a pair is printed in figures"
    draft.end, draft.value = draft.start + digits.end(), Decimal(digits[0])
    draft.kind, draft.unit, draft.counted, draft.form = Kind.COUNT, None, None, "pair"
    draft.step, draft.silent = Decimal(0), ""


def _opens(draft: Draft) -> bool:
    """A whole number of things or points that speaks by itself: others may join it."""
    if draft.silent or draft.form not in ("digits", "words") or draft.scale > 1 or draft.in_cell:
        return False
    counted = draft.kind is Kind.COUNT and draft.unit is None and draft.counted is not None
    return counted or (draft.kind is Kind.SCORE and draft.value == int(draft.value or 0))


def _opens_small_list(text: str, draft: Draft, at: dict[int, Draft]) -> bool:
    """ "Two beds, one lift and one pump": three numbers in a row make small ones speak as well."""
    if draft.silent != "small number":
        return False
    end, length = draft.end, 1
    while (noun := _COUNTED.match(text, end)) and (gap := SEPARATOR.match(text, noun.end())):
        following = at.get(gap.end())
        if following is None or following.silent not in ("", "small number"):
            break
        length, end = length + 1, following.end
    return length > 2 and noun is not None and _joined(text, draft) is not None


def _list(text: str, draft: Draft, at: dict[int, Draft]) -> Iterator[Draft]:
    """Walk both ways from an item that speaks; drafts that "a" and "a pair" stand for."""
    end = _item_end(text, draft)
    found: list[Draft] = []
    while separator := SEPARATOR.match(text, end):
        following = at.get(separator.end())
        item = _joined(text, following) if following else _sole(text, draft, separator.end())
        if item is None:
            break
        if following is None:
            found.append(item)
            last = "," not in separator[0][:1] or "and" in separator[0]
            if not last and not SEPARATOR.match(text, _item_end(text, item)):
                found.pop()
                break
        end = _item_end(text, item)
    yield from found


def _joined(text: str, draft: Draft) -> Draft | None:
    """The next item of a list, made to speak; None where it is none."""
    if not draft.silent:
        return draft if _opens(draft) else None
    if draft.silent not in SMALL or draft.form not in ("digits", "words"):
        return None
    noun = _COUNTED.match(text, draft.end) or _HYPHENED.match(text, draft.end)
    if noun is None:
        return None
    draft.silent, draft.unit, draft.kind = "", None, Kind.COUNT
    draft.counted = _counted(noun)
    return draft


def _sole(text: str, beside: Draft, start: int) -> Draft | None:
    match = _SOLE.match(text, start)
    if match is None:
        return None
    value = Decimal(2 if match["pair"] else 1)
    end = match.end("number") if not match["pair"] else match.end("number") - len(" of")
    if (value > 1) is not is_plural(match["noun"]):
        return None
    return Draft(beside.text, start, end, "words", value, Decimal(0), counted=_counted(match))


def _counted(match: re.Match[str]) -> Counted:
    noun = match["noun"]
    return Counted(match.start("noun"), match.end("noun"), noun, is_plural(noun))


def _item_end(text: str, draft: Draft) -> int:
    if draft.counted is None:
        return draft.end
    noun = _COUNTED.match(text, draft.end)
    return noun.end() if noun else draft.counted.end
