"""Figures that name something instead of counting it: labels, models, results, times, ages."""

from __future__ import annotations

import re

from factcheck.extract.date_patterns import MONTHS
from factcheck.extract.drafts import Draft
from factcheck.extract.nouns import counted_noun
from factcheck.extract.standing import is_listed_alike
from factcheck.measure.units import AFTER
from factcheck.model import Kind

_MONTHS = frozenset(month.lower() for month in MONTHS)
_LABEL = re.compile(
    r"(?:\b(?:no|nos|number|fig|figure|table|chart|section|sec|chapter|ch|appendix|annex|page|p"
    r"|pp|part|volume|vol"
    r"|issue|episode|ep|room|floor|piso|unit|flat|apt|suite|bus|line|route|platform|gate|flight"
    r"|highway|motorway"
    r"|article|paragraph|para|rule|act|season|series|game|match|day|week|step|level|phase|tier"
    r"|stage|round|version"
    r"|model|ticket|item|question|group|class|type|category|box|note|footnote|ext|extension|tel"
    r"|phone|fax|isbn|issn"
    r"|ref|reg|case|lot|grade|year|channel|psalm|verse|district|precinct|ward|zone|sector|area"
    r"|exit|junction|track"
    r"|stall|booth|locker|cabin|kiosk|desk|plot|shelf|pitch|lap|hole|tour|heat|press|dial|reply\s+with|text|lane|pier|berth|study|experiment|scenario"
    r"|option|plan|formula|top)\b\.?(?:\s+no\.?)?"
    r"|\b(?:[Rr]eg(?:istration)?|ISBN|Company|Order|Invoice)\.?\s+(?:no|number)\.?:?|№|#)\s*$",
    re.IGNORECASE,
)
_LABEL_REACH = 40
"""Code points before a number in which its label lies."""
_LABEL_PLAIN = re.compile(
    r"\b(?:day|week|year|part|top|series|level|line|plan|area|unit|game"
    r"|match|round|class|group|desk|pitch|plot|shelf|booth|stall)\s*$",
    re.I,
)
_LABEL_STRICT = re.compile(
    r"\b(?:Suite|Unit|Room|Flat|Apt|Platform|Gate|Apartment|Stand|Hall"
    r"|Terminal|ZIP(?:\s+code)?)\s+$"
)
_HEDGED = re.compile(r"[-‑](?:odd|plus|ish)\b")
_LIST_NUMBER = re.compile(r"(?:^|\n)[ \t>*_#-]*\(?$")
_LIST_CLOSE = re.compile(r"(?:\)|\.(?=\s)|:(?=\s))")
_TIME_BEFORE = re.compile(r"\d[:.]$|\b(?:GMT|UTC|BST|EST|EDT|CET|PST|PDT)\s*$")
_TIME_AFTER = re.compile(
    r"[:.]\d\d\b(?!\s?(?:%|per|bn|m\b|million))(?=\s?(?:[ap]\.?m\b|GMT|UTC"
    r"|h\b|hrs|o['’]clock)|:\d\d)?|\s?[ap]\.?m\b\.?|\s?o['’]clock|\s+(?:GMT|UTC|BST|EST|EDT|CET)\b"
    r"|\s*h\d\d\b"
)
_RESULT = re.compile(
    r"(?<![\d%$£€.,-])\d{1,3}(?:[-–]\d{1,3}){1,3}(?!\d|%|[.,]\d"
    r"|\s?(?:per\s?cent|percent|pc|million|billion|bn|m\b|points?|[a-z]+s\b|year|month|day))"
)
_COUNTER = re.compile(
    r"\s*(?:comments?|replies|subscribers|shares|likes|views|retweets"
    r"|min(?:ute)?s?\s+read)\b",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages)\s+(?:between\s+|from\s+)?(?:\d+\s+(?:to|and)\s+"
    r"|\d+\s?[-–]\s?)?$",
    re.IGNORECASE,
)
_AGE_AFTER = re.compile(
    r"(?:-?\s+(?:to|and)\s+\d{1,2}(?=[\s-]years?-olds?))?[\s-]*+(?:years?|months?|weeks?|days?)?[\s-]*+olds?\b"
    r"|\s+years?\s+of\s+age\b"
)
_APPOSITION = re.compile(r"[A-Za-z][\w'’-]+,\s+$")
_SAYS = re.compile(r"\b(?:says?|said|adds?|added)\s+(?:[A-Z][\w’'-]+\s+){1,3}\($")
_PEOPLE = re.compile(r"\b[Tt]he\s+[A-Z][a-z]+(?:ese|ish|ch|[^s]s),\s+$")
"""A people, which has no age: "only the Japanese, 32, and the Germans, 49, say so"."""
_TURNED = re.compile(r"\b(?:turn(?:s|ed|ing)?|aged?)\s+$", re.IGNORECASE)
_NAME = re.compile(r"(?<![\w])(?P<name>(?:[a-z]{0,2}|\d{1,3})[A-Z][\w&’'.-]*)[ \u00a0]$")
_ABBREVIATION = 4
"""Characters of the longest name that a full stop only shortens ("Inc.", "Col.")."""
_NOT_NAMES_WORDS = """
a about above after almost among an and are around as at before being below between but by circa
close did down during each every exactly except fewer for from had has have here how i if in
into is it just last less like more most nearly next no nor not now of off on only onto or our
out over per plus roughly since so some such than that the their them then there these they this
those though through to total under until up upon was we were what when where which while who
with within without yet you another all both documented approximately additionally us up median
average estimated
"""
_NOT_NAMES = frozenset(_NOT_NAMES_WORDS.split())
_LISTED = re.compile(
    r"(?:,|;|\band|\bwhile|\bbut"
    r"|\bagainst)\s+(?:(?:in|for|of|among)\s+)?(?:the\s+)?(?:[A-Z][\w’'.-]*\s+){1,3}$"
)

_PAIR = r"(?:the\s+)?[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*)?\s+\d[\d,]*\.\d+"
_PAIRS_BEFORE = re.compile(rf"{_PAIR}(?:,|;|,?\s+and)\s+(?:the\s+)?(?:[A-Z][\w’'.-]*\s+){{1,2}}$")
_PAIRS_AFTER = re.compile(rf"(?:,|;|,?\s+and)\s+{_PAIR}")
"""Around a figure in a list of names with one each: "Kent 5.4, Essex 2.6"."""
_LIST_OPENS = re.compile(
    r"\d(?:%|\s?per\s?cent|\s?pc|\s?points?)?[.;:]\s+(?:the\s+)?(?:[A-Z][\w’'.-]*\s+){1,2}$"
)
_LIST_GOES_ON = re.compile(
    r"(?:,|;|,?\s+and)\s+(?:then\s+|followed\s+by\s+)?(?:the\s+)?[A-Z][\w’'.-]*\s+"
    r"(?:(?:on|at|with)\s+)?\d"
)
"""Around the first figure of a list that opens a sentence: "81%. Kent 76, then Essex on 70"."""
_FIGURE_NEXT = re.compile(r",\s+\d[\d,.]*(?=\s*[.;)]|\s+(?:and|with|in)\b)")
"""After a name that ends with a figure and has its own: "Kestrel 4 has 700, Kestrel 3, 590"."""
_ITEM_ENDS = re.compile(r"\s*(?:[,;.)]|$)|\s+and\b")


def is_modifier(draft: Draft) -> bool:
    """A figure that a hyphen ties to a noun: "5,000-seat"."""
    text, end = draft.text, draft.end
    tied = text[end : end + 1] in ("-", "‑") and text[end + 1 : end + 2].isalpha()
    return tied and not _HEDGED.match(text, end)


def is_list_number(draft: Draft, line: str) -> bool:
    """ "3) ..." or "3. ..." at the start of a line."""
    return bool(_LIST_NUMBER.search(line) and _LIST_CLOSE.match(draft.text, draft.end))


def is_label(draft: Draft, line: str) -> bool:
    """A number of a thing: "Figure 3", "Suite 9B", "No. 7", "90049 ZIP"."""
    if _LABEL_STRICT.search(line) or draft.text.startswith(" ZIP", draft.end):
        return True
    if draft.scale > 1 or "," in draft.quote or (draft.step < 1 and draft.counted):
        return False
    if not labels(line):
        return False
    return not (_LABEL_PLAIN.search(line) and draft.counted and draft.counted.plural)


def labels(line: str) -> bool:
    """Whether the words before a number announce a label."""
    return bool(_LABEL.search(line[-_LABEL_REACH:]))


def is_age(draft: Draft, line: str) -> bool:
    """ "aged 34", "34-year-old", "Smith, 34, ...", "the bakery turned 30"."""
    if _AGE_BEFORE.search(line[-_LABEL_REACH:]) or _AGE_AFTER.match(draft.text, draft.end):
        return True
    if _TURNED.search(line) and draft.bare:
        return True
    value = draft.value or 0
    close = draft.text[draft.end : draft.end + 1]
    beside = (close == "," and _APPOSITION.search(line)) or (close == ")" and _SAYS.search(line))
    aged = beside and draft.step == draft.scale == 1 and 0 < value < 120
    return bool(aged and not _PEOPLE.search(line))


def ages(draft: Draft) -> bool:
    """Whether "old" follows: "five years old"."""
    return bool(_AGE_AFTER.match(draft.text, draft.end))


def is_time(draft: Draft, line: str) -> bool:
    """ "at 10.30am", "GMT 9"."""
    if _TIME_BEFORE.search(line):
        return True
    return bool((draft.value or 0) < 25 and _TIME_AFTER.match(draft.text, draft.end))


def is_result(draft: Draft) -> bool:
    """ "won 2-1", "a vote of 7-2", "4-3-3"; not the range of "60-70%" or "14-18 mpg"."""
    text, at = draft.text, draft.start
    near = _RESULT.finditer(text, max(0, at - 8), at + 12)
    match = next((m for m in near if m.start() <= at < m.end()), None)
    if not match or AFTER.match(text, match.end()) or text[match.end() : match.end() + 1].isalpha():
        return False
    noun = counted_noun(text, match.end())
    return not (noun and noun.plural)


def is_counter(draft: Draft) -> bool:
    """ "112 replies" on a short line of its own."""
    text = draft.text
    if not _COUNTER.match(text, draft.end):
        return False
    start = text.rfind("\n", max(0, draft.start - 80), draft.start) + 1
    stop = text.find("\n", draft.end, draft.end + 80)
    return 0 <= stop < start + 80 or len(text) < start + 80


def _goes_on(draft: Draft, before: Draft) -> bool:
    """ "172 and Kent 161"; after money only what is printed as finely ("$2.4bn, Kent 1.9")."""
    if before.kind in (Kind.COUNT, Kind.SCORE):
        return True
    if is_listed_alike(draft, before, draft.text[before.end : draft.start]):
        return True
    decimals = draft.step < 1 and before.step < before.scale
    return decimals and bool(_ITEM_ENDS.match(draft.text, draft.end))


def _is_paired(draft: Draft, line: str) -> bool:
    """One of two or more names with a figure of the same print each: "Kent 5.4, Essex 2.6"."""
    if draft.step >= 1 or not _ITEM_ENDS.match(draft.text, draft.end):
        return False
    return bool(_PAIRS_BEFORE.search(line) or _PAIRS_AFTER.match(draft.text, draft.end))


def _opens_list(draft: Draft, line: str) -> bool:
    return bool(_LIST_GOES_ON.match(draft.text, draft.end) and _LIST_OPENS.search(line))


def _ends_sentence(draft: Draft, name: str) -> bool:
    """ "It is from Kent. 12 boats sank", "... in the U.S. 12 boats"; not "Smith & Co. 12"."""
    counts = draft.counted is not None and draft.counted.plural
    return counts or (len(name) > _ABBREVIATION and name.count(".") == 1)


def is_name(draft: Draft, line: str, before: Draft | None) -> bool:
    """A figure straight after a capitalised word ("Big 12") or before ("787 Dreamliner").

    In a list of counts it is none: "Britain had 172 and China 161".
    """
    if draft.scale > 1 or "," in draft.quote:
        return False
    noun = counted_noun(draft.text, draft.end)
    if noun and not noun.plural and noun.head[0].isupper():
        return draft.step == 1 and (draft.value or 0) >= 100
    match = _NAME.search(line)
    if not match or match["name"].endswith(("'s", "’s", "s'", "s’")):
        return False
    if draft.step < 1 and match["name"].lower() in _MONTHS:  # "in March 3.3" is no day
        return False
    if match["name"].endswith(".") and _ends_sentence(draft, match["name"]):
        return False
    listed = before and _LISTED.search(line) and _goes_on(draft, before)
    if listed and not _FIGURE_NEXT.match(draft.text, draft.end):
        return False
    if _is_paired(draft, line) or _opens_list(draft, line):
        return False
    opens = not line[: match.start()].strip(" \"'“‘(*_•-–—|>#")
    counts = opens and draft.counted and draft.counted.plural
    return not (match["name"].lower() in _NOT_NAMES or counts)
