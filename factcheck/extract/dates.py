"""Find every time expression of an article and say which day or period it means."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from factcheck.extract.date_patterns import MONTHS, scan
from factcheck.extract.date_values import Anchor, meaning
from factcheck.measure.units import AFTER
from factcheck.model import Document


@dataclass(frozen=True, slots=True)
class DateMention:
    """A time expression, be it a claim of its own or only the period of another."""

    start: int
    """Code point in the text. Inclusive."""
    end: int
    """Exclusive."""
    quote: str
    """text[start:end]."""
    value: str | None
    """ISO 8601: 2026-04-13, 2025-02, 2024, 2022-01/2022-06, --04-13 and --04 where nothing fixes
    the year, None where nothing fixes any of it."""
    relative: bool
    """True where the words alone do not say it all: "last year", "Monday", "April 13"."""
    kind: str
    """date, month, quarter, half, year, range, decade, century, season, week, period, relative."""
    bare_year: bool
    """A year and nothing else ("2024"): it mostly sets the period of a claim."""


_AND = re.compile(r"\s*(?:,|-|–|to|and|or|through)\s*(?:and\s+)?")
_PARAGRAPH = re.compile(r"\n")
_SENTENCE = re.compile(r"[.!?]['\"”’)]*\s|\n")
_MONTH_WORD = re.compile(
    r"(?:\b(?:in|by|since|until|till|last|next|this|of|from|to|through|and|early|late|mid|end"
    r"|during"
    r"|for|between|before|after|on|per|to)[\s-]+|[(\[/–-]\s*)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:about|nearly|almost|approximately|roughly|(?:more|less|fewer|rather|other)\s+than"
    r"|at\s+least"
    r"|some|employs?|employing|hired?)\s+$",
    re.IGNORECASE,
)
_COUNTED_ENDS = (
    *("about", "nearly", "almost", "approximately", "roughly", "than", "least", "some"),
    *("employ", "employs", "employing", "hire", "hired"),
)
"""What a match of `_COUNTED` ends with: most years stand behind another word."""
_PLURAL = re.compile(r"\s+(?:people|men|women|children|[a-z]+[^siu\W]s)\b")
_IN_THE = re.compile(r"\b(?:in|during|of|for|from)\s+the\s+$", re.IGNORECASE)
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
_MONTH_PRINTED = re.compile("|".join(month[:3] for month in MONTHS))
_STOP = re.compile(r".?\s?(?:May|(?!Sept)[A-Za-z]{4})\.")
"""The full stop behind a month that is printed in full."""
_APPEARED = re.compile(
    r"['’]s\s+(?:[\w-]+\s+){0,4}?(?:appeared|came\s+out|followed|went\s+online|(?:was\s+)?(?:published|released"
    r"|launched|dated|issued))\s"
)
_TAIL = 40
_OPENING = 500
"""Code points in which a dateline is looked for."""


def find_dates(document: Document) -> list[DateMention]:
    """All time expressions in text order, without overlap, resolved against `published`."""
    return find_dates_in(document.text, document.published)


def find_dates_in(text: str, published: date | None = None) -> list[DateMention]:
    """The same for a text and the day it appeared on."""
    shapes = list(scan(text))
    published = published or _dateline(shapes)
    found: list[DateMention] = []
    before: list[str] = []
    year, newest, last = None, None, 0
    for shape, start, end, groups in shapes:
        if _PARAGRAPH.search(text, last, start):
            before = []
        if _SENTENCE.search(text, last, start):
            year = None
        last = start
        known = meaning(shape, groups, Anchor(published, year, tuple(before[-4:]), newest))
        if known is None or _is_no_date(text, shape, start, end, groups):
            continue
        first = _without_article(text, start, shape)
        stop = end - bool(_STOP.fullmatch(text, end - 5, end))
        mention = DateMention(
            first, stop, text[first:stop], known.value, known.relative, known.kind, shape == "bare"
        )
        found.append(mention)
        _share_year(text, found)
        last = end
        if known.value:
            before.append(known.value)
            year = _year_of(mention, year) or _of_last(text, mention)
            newest = _newer(newest, mention)
    return found


def _newer(newest: int | None, mention: DateMention) -> int | None:
    """A year alone may be a forecast ("by 2030"); a month or a day seldom is."""
    told = mention.kind in ("month", "date") and not mention.relative
    return max(newest or 0, int(mention.value[:4])) if told and mention.value else newest


def _share_year(text: str, found: list[DateMention]) -> None:
    """ "January and February 2025": the first takes the year that the second prints."""
    if len(found) < 2 or found[-1].relative or not found[-2].relative:
        return
    first, second = found[-2:]
    if not first.value or not second.value:
        return
    listed = {first.kind, second.kind} <= {"month", "date"}
    if listed and _AND.fullmatch(text, first.end, second.start) and first.quote[:1].isupper():
        month = first.value[-5:] if first.kind == "date" else first.value[-2:]
        if _MONTH_PRINTED.match(first.quote):
            found[-2] = replace(first, value=f"{second.value[:4]}-{month}", relative=False)


def _dateline(shapes: list[tuple[str, int, int, dict[str, str]]]) -> date | None:
    """The first full date of the opening lines: the best guess at the day of appearance."""
    for shape, _, end, groups in shapes:
        if end > _OPENING:
            return None
        known = meaning(shape, groups, Anchor(None))
        if known and known.kind == "date" and known.value and known.value[0] != "-":
            return date.fromisoformat(known.value)
    return None


def _of_last(text: str, mention: DateMention) -> int | None:
    """ "Last year's appeared on 15 April": the day is of that year."""
    appeared = mention.kind == "year" and mention.value and _APPEARED.match(text, mention.end)
    return int(mention.value[:4]) if appeared and mention.value else None


def _year_of(mention: DateMention, year: int | None) -> int | None:
    value = mention.value or ""
    fixes = mention.kind in ("date", "month", "year") and value[:4].isdigit()
    return int(value[:4]) if fixes and not mention.relative else year


def _without_article(text: str, start: int, shape: str) -> int:
    if shape in ("same", "the_before", "the_previous"):
        return start
    article = _ARTICLE.match(text, start)
    return article.end() if article else start


def _is_no_date(text: str, shape: str, start: int, end: int, groups: dict[str, str]) -> bool:
    """Common words that look like months, and counts that look like years."""
    head = text[max(0, start - _TAIL) : start]
    if shape == "month":
        ambiguous = groups["month"] in ("May", "March", "Mar", "Sep", "Dec", "Jan", "Jun")
        return ambiguous and "part" not in groups and not _MONTH_WORD.search(head)
    if shape == "bare":
        counted = head.rstrip().lower().endswith(_COUNTED_ENDS) and _COUNTED.search(head)
        if counted or AFTER.match(text, end):
            return True
        return int(groups["year"]) % 100 == 0 and bool(_PLURAL.match(text, end))
    if shape == "quarter_again":
        return not _IN_THE.search(head)
    return bool(shape in ("rel_span", "same") and groups["span"].lower() == "fall")
