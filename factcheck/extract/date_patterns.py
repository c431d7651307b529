"""The shapes that dates and periods take in English news prose, as one scanner."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
_COUNT = (
    r"(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty"
    r"|thirty|fifty|few|several)"
)
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
    "month_year": rf"(?:{_PART})?{_M}(?:,|\s+of)?[\s-]+{_Y}",
    "quarter_year": rf"(?:(?P<q>[QH][1-4])|{_WHICH}[\s-]+(?P<size>quarter"
    rf"|half))(?:[\s,-]+(?:of\s+)?"
    rf"(?:the\s+)?(?:fiscal\s+|financial\s+)?(?:year\s+)?){_Y}",
    "year_quarter": rf"{_Y}[\s-]?(?P<q>Q[1-4]|H[12])\b",
    "quarter_of_year": rf"{_WHICH}[\s-]+(?P<size>quarter|half)\s+of\s+(?P<rel>last|this|next"
    rf"|the)\s+year",
    "quarter": rf"(?:(?P<q>[QH][1-4])(?![\w-])|{_WHICH}[\s-](?P<size>quarter)(?!\s+of\s+(?:the"
    rf"|a)\b|-final|s?\s+final|\s+in\s+a\s+row|\s+running))\b",
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
    "month": rf"(?:{_PART})?(?P<month>{_MONTH})\b(?!\s*\d)",
    "bare": rf"{_Y}(?![,.]\d|[%/]|:\d|[A-Za-z²])",
}
"""Tried in this order at every place where a date may start."""


def _own_groups(name: str, shape: str) -> str:
    shape = re.sub(r"\(\?P<(\w+)>", rf"(?P<\1__{name}>", shape)
    return re.sub(r"\(\?P=(\w+)\)", rf"(?P=\1__{name})", shape)


_ANY = re.compile("|".join(f"(?P<shape__{n}>{_own_groups(n, s)})" for n, s in _SHAPES.items()))

_START = re.compile(
    r"(?:(?<![\w$£€¥₹#@.,/:-])|(?<=pre-)|(?<=post-))(?=[\dJFMASONDTWQHadeflmnopstwy])(?:\d{1,4}"
    r"|Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec"
    r"|Mon|Tue|Wed|Thu|Fri|Sat|Sun|[QH][1-4]|FY|fiscal|financial|a\b|an\b|one|two|three|four"
    r"|five|six"
    r"|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|few|several|first|second|third|last"
    r"|final|the\b|early|late|mid|end|start|beginning|middle|turn|close|this|next|past|current"
    r"|coming"
    r"|prior|previous|today|yesterday|tomorrow|tonight|nineteenth|eighteenth|twentieth)",
    re.IGNORECASE,
)
_FOLDED = re.compile(_ANY.pattern.replace(f"{_MONTH}", f"(?-i:{_MONTH})"), re.IGNORECASE)


def scan(text: str) -> Iterator[tuple[str, int, int, dict[str, str]]]:
    """Yield (shape, start, end, groups) of all time expressions, in order, without overlap."""
    at = 0
    for start in _START.finditer(text):
        if start.start() < at:
            continue
        match = _FOLDED.match(text, start.start())
        if not match:
            continue
        at = match.end()
        shape, groups = "", {}
        for name, value in match.groupdict().items():
            if value is None:
                continue
            group, _, owner = name.partition("__")
            if group == "shape":
                shape = owner
            else:
                groups[group] = value
        yield shape, match.start(), at, groups
