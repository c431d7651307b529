"""When an article appeared and what it is called, where the text says so itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from factcheck.articles.layout import plain_title
from factcheck.model import Block, BlockKind

FIRST_LINES = 6
"""Non-blank lines at the top in which a dateline or publication line is looked for. Inclusive."""
LAST_LINES = 4
"""The same at the foot."""

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = (
    r"(?:(?P<y1>\d{4})-(?P<m1>\d{2})-(?P<d1>\d{2})(?!\d)"
    r"|(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s+" + _MONTH.format("m2") + r",?\s+(?P<y2>\d{4})"
    r"|" + _MONTH.format("m3") + r"\s+(?P<d3>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{4})"
    r"|(?P<d4>\d{1,2})[/.](?P<m4>\d{1,2})[/.](?P<y4>\d{4}))"
)
_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
_CUE = (
    r"(?:first published|published|last (?:edit(?:ed)?|updated?|modified)|updated|posted|issued|"
    r"edition(?: of)?|publication date|date(?:d)?|dateline|filed)"
)

_LINE = re.compile(r"[^\r\n]+")
_ANY_DATE = re.compile(_DATE, re.IGNORECASE)
# "Published on 3 July 2025", "… · Last edit: 12/05/2025": the cue opens the line or a part of it.
_STATED = re.compile(
    rf"(?:^[\s*_>(—–-]*|[·|•;]\s*|\.\s+){_CUE}\b[^\d\n.]{{0,30}}?{_DAY}{_DATE}", re.IGNORECASE
)
# "LONDON (14 April 2026) -", "NAIROBI, 14 April 2026 —", "LEEDS, England, May 28, 2025 (Press) -"
_DATELINE = re.compile(
    rf"^\W*(?-i:[A-Z][A-Z .,'’/-]{{2,40}}?(?:,\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?)"
    rf"[\s,]*\(?{_DAY}{_DATE}",
    re.IGNORECASE,
)
# "The Turnstile · Issue 214 · 10 July 2025 · 18,650 readers"
_PART = re.compile(rf"(?:^|[·|•])[\s*_]*{_DAY}{_DATE}[\s*_]*(?=[·|•]|$)", re.IGNORECASE)
# A line that is nothing but a date, or a byline with one.
_ALONE = re.compile(
    rf"^[\s*_(]*(?:by\s[^\d\n]{{2,60}}?[\s,|·•–—-]+)?{_DAY}{_DATE}\b", re.IGNORECASE
)
_ALONE_REST = re.compile(r"[\s*_).|·•,–—-]*+(?:\d+ min(?:ute)?s?(?: read)?)?[\s*_).]*+$")
_ITALIC_LINE = re.compile(r"\s*([*_])(?!\1)\S.*\1\s*")


def stated_date(text: str) -> date | None:
    """Return the day of publication that the first or last lines plainly state, else None.

    Days come before months in "12/05/2025", unless the second number can only be a day.
    """
    found = publication(text)
    return found[0] if found else None


def publication(text: str) -> tuple[date, int, int] | None:
    """Return the stated day of publication and the code points of `text` that state it."""
    lines = [line for line in _LINE.finditer(text) if line.group().strip()]
    edges = lines[:FIRST_LINES] + lines[FIRST_LINES:][-LAST_LINES:]
    for start, match in _matches([(line.start(), line.group()) for line in edges]):
        if (day := _day(match)) is not None:
            spans = [match.span(group) for group, part in match.groupdict().items() if part]
            return day, start + min(spans)[0], start + max(spans)[1]
    return None


def _matches(lines: list[tuple[int, str]]) -> Iterator[tuple[int, re.Match[str]]]:
    """Dates that may be the one of publication, each with the offset of its line."""
    for start, line in lines:
        alone = _ALONE.match(line)
        if alone and not _ALONE_REST.match(line, alone.end()):
            alone = None
        if found := _STATED.search(line) or _DATELINE.match(line) or alone or _PART.search(line):
            yield start, found
    for start, line in lines[:FIRST_LINES]:
        if _ITALIC_LINE.fullmatch(line):  # a standfirst
            dates = list(_ANY_DATE.finditer(line))
            if len(dates) == 1:
                yield start, dates[0]


def parse_date(words: str) -> date | None:
    """Return the date that `words` start with ("2026-04-14T09:00", "14 April 2026"), else None."""
    found = re.match(rf"\s*{_DAY}{_DATE}", words, re.IGNORECASE)
    return _day(found) if found else None


def _day(match: re.Match[str]) -> date | None:
    part = match.groupdict()
    form = next(number for number in "1234" if part[f"y{number}"])
    year, month, day = (part[name + form] for name in "ymd")
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].lower()) + 1
    numbers = (int(year), number, int(day))
    if form == "4" and numbers[1] > 12:
        numbers = (numbers[0], numbers[2], numbers[1])
    try:
        return date(*numbers)
    except ValueError:
        return None


def stated_title(text: str, blocks: tuple[Block, ...]) -> str | None:
    """Return the title the layout shows: the title block, else an outermost Markdown heading."""
    for block in blocks:
        if block.kind is BlockKind.TITLE or (block.kind is BlockKind.HEADING and block.level == 1):
            return plain_title(text[block.start : block.end]) or None
    return None
