"""The shapes that dates and periods take in English news prose, as one scanner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.folding import folded

_FULL = """
January February March April May June July August September October November December
"""
_SHORT = "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
MONTHS = _FULL.split()
_MONTH = "|".join((*MONTHS, *_SHORT.split()))
_M = rf"(?P<month>{_MONTH})\b\.?"
_D = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
_D2 = r"(?:\s?[-–]\s?(?P<day2>[0-3]?\d)(?!\d)(?=,?\s))?"
_Y = r"(?P<year>(?:1[5-9]|20|21)\d\d)(?!\d)"
_WEEKDAY = "(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\b\\.?,?\\s+)?"
_WHICH = r"(?P<which>first|second|third|fourth|last|final|1st|2nd|3rd|4th)"
_MANY = (
    "one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|few"
    "|several"
)
_COUNT = rf"(?P<count>\d{{1,3}}|an?|{_MANY})"
_PART = (
    r"(?P<part>early|late|mid|end|start|beginning|middle|turn|close|(?:first|second)\s+half)"
    r"(?:\s+of\s+(?:the\s+)?(?:fiscal\s+)?|\s?[-‑–]\s?|\s+in\s+|\s+)"
)
_SPAN = r"(?P<span>year|month|quarter|week|decade|season|century|summer|winter|spring|autumn|fall)"
_NOT_A_DAY = r"(?![\d%:]|[,.]\d|\s?(?:per\s?cent|pc\b|million|billion|points?\b))"

_SHAPES: dict[str, str] = {
    "iso": r"(?P<year>\d{4})-(?P<mm>[01]\d)-(?P<day>[0-3]\d)(?![\d-])",
    "season": r"(?P<year>(?:19|20)\d\d)-(?P<last>\d\d)(?![\d%-]|[,.]\d)",
    "iso_month": r"(?P<year>(?:19|20)\d\d)-(?P<mm>0[1-9]|1[0-2])(?![\d-])",
    "numeric": r"(?P<a>[0-3]?\d)(?P<sep>[/.])(?P<b>[0-3]?\d)(?P=sep)(?P<year>\d{4}|\d\d)(?![\d/])",
    "day_month": rf"{_WEEKDAY}(?:the\s+)?{_D}(?:{_D2}|\s+(?:and"
    rf"|to)\s+(?P<until>[0-3]?\d)\b)?(?:\s+of)?[\s-]+{_M}(?:(?<![a-z]{4}\.),?[\s-]+{_Y})?",
    "month_day": rf"{_WEEKDAY}{_M}\s+(?:the\s+)?{_D}{_NOT_A_DAY}{_D2}(?:,?\s+{_Y})?",
    "month_rel_year": rf"{_M}(?:\s+of)?\s+(?P<rel>last|this|next|the\s+(?:previous|same))\s+year\b",
    "month_year": rf"(?:{_PART})?{_M}(?:,|\s+of)?[\s-]+{_Y}",
    "quarter_year": rf"(?:(?P<q>[QH][1-4])|{_WHICH}[\s-]+(?P<size>quarter"
    rf"|half))(?:[\s,-]+(?:of\s+)?"
    rf"(?:the\s+)?(?:fiscal\s+|financial\s+)?(?:year\s+)?){_Y}",
    "year_quarter": rf"{_Y}[\s-]?(?P<q>Q[1-4]|H[12])\b",
    "quarter_of_year": rf"{_WHICH}[\s-]+(?P<size>quarter|half)\s+of\s+(?P<rel>last|this|next"
    rf"|the)\s+year",
    "quarter": rf"(?:(?P<q>[QH][1-4])(?![\w-])|{_WHICH}[\s-](?P<size>quarter)(?!\s+of\s+(?:the"
    rf"|a)\b|-final|s?\s+final|\s+in\s+a\s+row|\s+running))\b",
    "quarter_again": r"(?P<which>first|second|third|fourth)(?=\s*(?:[.,;:)]|and\b|but\b|to\b))",
    "fiscal": r"(?:FY\s?|fiscal\s+(?:year\s+)?|financial\s+year\s+)(?P<year>20\d\d"
    r"|\d\d)(?:[/-](?P<last>\d\d))?\b",
    "years": r"(?P<year>(?:1[5-9]|20)\d\d)[-–/](?P<last>(?:1[5-9]|20)\d\d|\d\d)(?![\d%-]|[,.]\d)",
    "decade": r"(?:(?P<part>early|late|mid)[\s-]+)?(?:the\s+)?(?P<year>(?:1[5-9]|20)\d0)['’]?s\b",
    "century": r"(?:\d{1,2}(?:st|nd|rd|th)|twentieth|nineteenth|eighteenth"
    r"|twenty-first)[\s-]century\b",
    "part_year": rf"{_PART}{_Y}",
    "ago": rf"{_COUNT}(?:\s+and\s+a\s+half)?[\s-]{_SPAN}s?\s+(?P<back>ago|earlier|before"
    rf"|previously|prior)\b",
    "days_ago": rf"{_COUNT}\s+(?P<span>day|hour|minute)s?\s+(?P<back>ago|earlier|before)\b",
    "the_before": rf"the\s+{_SPAN}\s+(?P<back>before|earlier|previous)\b",
    "the_previous": rf"the\s+(?P<back>previous|preceding|prior)\s+{_SPAN}\b",
    "same": r"the\s+same\s+(?P<span>period|month|quarter|year|week|day)"
    r"(?:\s+(?P<rel>(?:of\s+)?last\s+year|a\s+year\s+(?:ago|earlier|before)"
    r"|the\s+(?:previous\s+year|year\s+before)))?\b",
    "part_last": rf"{_PART}(?P<rel>last|this|next)\s+year\b",
    "rel_month": rf"(?P<rel>last|next|this)\s+{_M}",
    "window": rf"(?:the\s+)?(?P<rel>last|past|next|previous|coming"
    rf"|preceding)\s+(?:{_COUNT}\s+(?:and\s+a\s+half\s+|(?:or|to)\s+\w+\s+)?"
    rf"|couple\s+of\s+)?(?P<span>year|month|quarter|week|decade|day|hour)s\b",
    "rel_span": rf"(?P<rel>last|this|next|past|current|coming|prior|previous)\s+{_SPAN}(?!-)\b",
    "weekday": r"(?:(?P<rel>last|next|this)\s+)?(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur"
    r"|Sun)day)\b",
    "word": r"(?P<word>today|yesterday|tomorrow|tonight)\b",
    "month": rf"(?:{_PART})?(?P<month>{_MONTH})\b(?!\s*[0-3]?\d(?:st|nd|rd|th)?\b{_NOT_A_DAY})",
    "bare": rf"{_Y}(?![,.]\d|[%/]|:\d|[A-Za-z²])",
}
"""Tried in this order at every place where a date may start."""


def _own_groups(name: str, shape: str) -> str:
    shape = re.sub(r"\(\?P<(\w+)>", rf"(?P<\1__{name}>", shape)
    return re.sub(r"\(\?P=(\w+)\)", rf"(?P=\1__{name})", shape)


def _any_of(*names: str) -> re.Pattern[str]:
    """One pattern that tries the named shapes, in the order of the table."""
    shapes = ((name, shape) for name, shape in _SHAPES.items() if name in names)
    joined = "|".join(f"(?P<shape__{name}>{_own_groups(name, shape)})" for name, shape in shapes)
    return re.compile(joined.replace(f"{_MONTH}", f"(?-i:{_MONTH})"), re.IGNORECASE)


_NUMERIC = """
iso season iso_month numeric day_month year_quarter years decade century ago days_ago bare
"""
_IN_FIGURES = _any_of(*_NUMERIC.split())
_IN_WORDS = _any_of(*_SHAPES)
_GROUPS = {
    name: [(group, f"{group}__{name}") for group in re.findall(r"\(\?P<(\w+)>", shape)]
    for name, shape in _SHAPES.items()
}

_LONG = (
    "(?:year|month|quarter|week|decade|season|centur|summer|winter|spring|autumn|fall|day|hour"
    "|minute)"
)
_NAMES = [name.lower() for name in _SHORT.split()] + ["may"]
_WEEK = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_RELATIVES = "last|past|next|previous|coming|preceding|this|current|prior"
_PARTS = "early|late|mid|end|start|beginning|middle|turn|close"
_COUNTED = rf"(?=(?:\s+and\s+a\s+half)?[\s-]{_LONG})"
_AFTER_REL = rf"(?=\s+(?:{_LONG}|couple|half|\d|{_MANY}|{'|'.join((*_NAMES, *_WEEK))}|an?\s))"
_AFTER_PART = (
    rf"(?=[\s‑–-]+(?:(?:of|in)\s+)?(?:the\s+)?(?:\d|fiscal|last|this|next|{'|'.join(_NAMES)}|half))"
)
_OPENERS = (
    *_NAMES,
    *_WEEK,
    *(f"{sign}(?=[1-4])" for sign in "qh"),
    *("fy", "fiscal", "financial", "today", "yesterday", "tomorrow", "tonight"),
    *(f"{word}(?=[\\s-]century)" for word in ("nineteenth", "eighteenth", "twentieth")),
    "twenty-first(?=[\\s-]century)",
    *(word + _COUNTED for word in ("an?", *_MANY.split("|"))),
    *(
        rf"{word}(?=[\s-]+(?:quarter|half|and\b|but\b|to\b)|\s?[.,;:)])"
        for word in ("first", "second", "third", "fourth", "final")
    ),
    *(word + _AFTER_REL for word in _RELATIVES.split("|")),
    *(word + _AFTER_PART for word in _PARTS.split("|")),
    rf"the(?=\s+(?:{_LONG}|same|\d|{_RELATIVES}))",
    *(rf"{figure}\d*" for figure in "0123456789"),
)
_START = re.compile("|".join(_OPENERS))
"""Where a time expression may start, in folded text; see `numbers` for why it begins so plainly."""
_AFTER_FIGURE = re.compile(
    rf"[/.]\d|(?:st|nd|rd|th)?(?:\s?[-–]\s?\d|[\s-]+(?:of|and|to|{_LONG}|{'|'.join(_NAMES)}))"
)


def scan(text: str) -> Iterator[tuple[str, int, int, dict[str, str]]]:
    """Yield (shape, start, end, groups) of all time expressions, in order, without overlap."""
    low, reached = folded(text), 0
    for place in _START.finditer(low):
        start, end = place.span()
        if start < reached or not _may_start(low, start):
            continue
        if low[start].isalpha():
            match = _IN_WORDS.match(text, start)
        elif _may_be_date(low, start, end):
            match = _IN_FIGURES.match(text, start)
        else:
            continue
        if not match or not match.lastgroup:
            continue
        reached, shape = match.end(), match.lastgroup.removeprefix("shape__")
        parts = ((short, match[group]) for short, group in _GROUPS[shape])
        yield shape, start, reached, {name: part for name, part in parts if part is not None}


def _may_start(low: str, at: int) -> bool:
    """Not inside a word, a sum of money, an address or a path; "pre-2020" is fine."""
    before = low[at - 1] if at else " "
    if before.isalnum() or before in "_$£€¥₹#@.,/:-":
        return low[at - 4 : at] == "pre-" or low[at - 5 : at] == "post-"
    return True


def _may_be_date(low: str, start: int, end: int) -> bool:
    """Four figures may be a year; fewer need a month, a stroke or a span of time behind them."""
    return end - start == 4 if end - start > 3 else bool(_AFTER_FIGURE.match(low, end))
