"""Turn the parts of a time expression into an ISO 8601 value, given what the article fixes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from factcheck.extract.date_patterns import MONTHS
from factcheck.measure.periods import (
    half,
    is_period,
    months_between,
    parse_period,
    precision,
    quarter,
    shift,
    years_later,
)

Groups = dict[str, str]

_FEW = "a one two three four five six seven eight nine ten"
COUNTS = {word: n for n, word in enumerate(_FEW.split())}
COUNTS |= {"a": 1, "an": 1, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "fifty": 50}
PARTS = {
    "early": (1, 4),
    "start": (1, 1),
    "beginning": (1, 1),
    "turn": (1, 1),
    "mid": (5, 8),
    "middle": (5, 8),
    "first half": (1, 6),
    "second half": (7, 12),
    "late": (9, 12),
    "end": (12, 12),
    "close": (12, 12),
}
"""First and last month of a part of a year."""
WHICH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is known where a time expression stands."""

    published: date | None
    year: int | None = None
    """Of the latest full date earlier in the sentence."""
    before: tuple[str, ...] = ()
    """Values of earlier mentions of the same paragraph, latest last."""
    newest: int | None = None
    """Year of the latest month or day that the text has printed so far."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """Value in ISO 8601 (None where nothing fixes it) and what sort it is."""

    value: str | None
    kind: str
    relative: bool = False


def meaning(shape: str, groups: Groups, anchor: Anchor) -> Meaning | None:
    """What a mention of one of the shapes of `date_patterns` means; None where it is no date."""
    return _RULES[shape](groups, anchor)


def _day(year: int | None, month: int, day: int, groups: Groups, anchor: Anchor) -> Meaning | None:
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    relative = year is None
    year = year or _nearest_year(month, day, anchor)
    head = f"{year:04d}-" if year else "--"
    value = f"{head}{month:02d}-{day:02d}"
    if last := groups.get("day2") or groups.get("until"):
        return Meaning(f"{value}/{head}{month:02d}-{int(last):02d}", "range", relative)
    return Meaning(value, "date", relative)


def _nearest_year(month: int, day: int, anchor: Anchor) -> int | None:
    """The year that brings the day closest to the article's own date."""
    published = anchor.published
    if not published or (anchor.year and anchor.year < published.year):
        return anchor.year
    days = min(day, 28)
    years = (published.year - 1, published.year, published.year + 1)
    return min(years, key=lambda year: abs((date(year, month, days) - published).days))


def _month_number(groups: Groups) -> int:
    start = groups["month"][:3].lower()
    return next(n for n, name in enumerate(MONTHS, 1) if name.lower().startswith(start))


def _year(groups: Groups) -> int | None:
    return int(groups["year"]) if "year" in groups else None


def _iso(groups: Groups, anchor: Anchor) -> Meaning | None:
    return _day(_year(groups), int(groups["mm"]), int(groups["day"]), groups, anchor)


def _numeric(groups: Groups, anchor: Anchor) -> Meaning | None:
    a, b, year = int(groups["a"]), int(groups["b"]), int(groups["year"])
    if groups["sep"] == "." and year < 100:
        return None
    year += 2000 if year < 70 else 1900 if year < 100 else 0
    day, month = (b, a) if b > 12 else (a, b)
    return _day(year, month, day, groups, anchor) if 1 <= month <= 12 else None


def _day_month(groups: Groups, anchor: Anchor) -> Meaning | None:
    day = int(groups["day"])
    return _day(_year(groups), _month_number(groups), day, groups, anchor)


def _month(groups: Groups, anchor: Anchor) -> Meaning:
    month, year = _month_number(groups), _year(groups)
    relative = year is None
    if year is None:
        year = _year_told(anchor)
        if year is None and anchor.published:
            year = _past_year(month, anchor.published)
    return Meaning(f"{year:04d}-{month:02d}" if year else f"--{month:02d}", "month", relative)


def _year_told(anchor: Anchor) -> int | None:
    """The year earlier in the sentence, unless the article's own: beside a dateline of February
    "December" is the last one."""
    own = anchor.published is not None and anchor.year == anchor.published.year
    return None if own else anchor.year


def _month_of_year(groups: Groups, anchor: Anchor) -> Meaning:
    """ "February of last year", "May this year"; "of the same year" is that of the date before."""
    month, rel = _month_number(groups), " ".join(groups["rel"].lower().split())
    year = anchor.published.year if anchor.published else None
    if rel.startswith("the"):
        told = [int(v[:4]) for v in anchor.before if v[:4].isdigit()]
        year = told[-1] if told else None
        step = -1 if rel.endswith("previous") else 0
    else:
        step = _direction(rel)
    head = f"{year + step:04d}-" if year else "--"
    return Meaning(f"{head}{month:02d}", "month", True)


def _past_year(month: int, published: date) -> int:
    """A month without a year is mostly past: at most two months ahead."""
    ahead = (month - published.month) % 12
    year = published.year + (published.month + ahead > 12)
    return year if ahead <= 2 else year - 1


def _quarter(groups: Groups, anchor: Anchor) -> Meaning:
    sign = groups.get("q", "").upper()
    size = "half" if sign.startswith("H") or groups.get("size", "").lower() == "half" else "quarter"
    which = groups.get("which", "").lower()
    number = int(sign[1]) if sign else WHICH.get(which, 4 if size == "quarter" else 2)
    if number > 2 and size == "half":
        return Meaning(None, "half", True)
    year, relative = _year(groups), "year" not in groups
    if year is None and anchor.published and groups.get("rel"):
        year = anchor.published.year + _direction(groups["rel"])
    if year is None:
        year = _year_told(anchor)
        if year is None and anchor.published:
            year = _past_quarter(number, size, anchor.published)
    if not year:
        return Meaning(None, size, True)
    return Meaning((half if size == "half" else quarter)(year, number), size, relative)


def _past_quarter(number: int, size: str, published: date) -> int:
    first = number * 6 - 5 if size == "half" else number * 3 - 2
    return published.year if first <= published.month else published.year - 1


def _quarter_again(groups: Groups, anchor: Anchor) -> Meaning | None:
    """ "In the fourth quarter, after 7,310 in the third": of the year of the quarter before it."""
    told = next((v for v in reversed(anchor.before) if _is_quarter(v)), None)
    number = WHICH[groups["which"].lower()]
    if told is None:
        return None
    year = int(told[:4])
    if anchor.published and (year, number * 3 - 2) > (
        anchor.published.year,
        anchor.published.month,
    ):
        year -= 1
    return Meaning(quarter(year, number), "quarter", True)


def _is_quarter(value: str) -> bool:
    year = value[:4]
    return year.isdigit() and value in {quarter(int(year), number) for number in (1, 2, 3, 4)}


def _fiscal(groups: Groups, anchor: Anchor) -> Meaning:
    year = int(groups["year"]) % 100 + 2000
    if "last" in groups:
        return Meaning(f"{year}/{year + 1}", "range")
    return Meaning(str(year), "year")


def _years(groups: Groups, anchor: Anchor) -> Meaning | None:
    first, last = int(groups["year"]), groups["last"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    if end < first and len(last) == 2 and int(last) == (first + 1) % 100:
        end = first + 1
    return Meaning(f"{first}/{end}", "range") if first < end else None


def _season(groups: Groups, anchor: Anchor) -> Meaning | None:
    """ "2010-11" runs over two years; "2010-03" is left to the months of ISO 8601."""
    if int(groups["last"]) == (int(groups["year"]) + 1) % 100:
        return _years(groups, anchor)
    month = int(groups["last"])
    if 1 <= month <= 12:
        return Meaning(f"{groups['year']}-{month:02d}", "month")
    return _years(groups, anchor)


def _decade(groups: Groups, anchor: Anchor) -> Meaning:
    year = int(groups["year"])
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(
        groups.get("part", "").lower(), (0, 9)
    )
    return Meaning(f"{year + low}/{year + high}", "range")


def _part(groups: Groups, anchor: Anchor) -> Meaning | None:
    year, relative = _year(groups), "rel" in groups
    if relative and anchor.published:
        year = anchor.published.year + _direction(groups["rel"])
    if year is None:
        return Meaning(None, "month", True)
    first, last = PARTS[" ".join(groups["part"].lower().split())]
    if first == last:
        return Meaning(f"{year}-{first:02d}", "month", relative)
    return Meaning(f"{year}-{first:02d}/{year}-{last:02d}", "range", relative)


def _ago(groups: Groups, anchor: Anchor) -> Meaning:
    """ "two years ago" counts from the article; "a year earlier" from what was named before."""
    count = groups["count"].lower()
    number = int(count) if count.isdigit() else COUNTS.get(count)
    span = groups["span"].lower()
    kind = span if span in ("year", "month", "quarter", "week", "decade") else "relative"
    if number is None:
        return Meaning(None, kind, True)
    from_text = groups["back"].lower() != "ago"
    base = anchor.before[-1] if from_text and anchor.before else None
    if base and span == "year":
        return Meaning(_years_back(base, number), kind, True)
    if base and span in ("month", "quarter"):
        return Meaning(_months_back(base, number * (3 if span == "quarter" else 1)), kind, True)
    if anchor.published is None and span == "year" and anchor.newest:
        return Meaning(f"{anchor.newest - number:04d}", kind, True)
    return Meaning(_back(anchor.published, span, number), kind, True)


def _years_back(value: str, number: int) -> str | None:
    return None if value.startswith("--") else years_later(value, -number)


def _months_back(value: str, months: int) -> str | None:
    """So many months before a month or quarter; None before anything else."""
    first, slash, last = value.partition("/")
    if not is_period(first) or precision(first) != "month":
        return None
    length = months_between(first, last) + 1 if slash else 1
    return shift(value, -months // length) if months % length == 0 else None


def _back(published: date | None, span: str, number: int) -> str | None:
    """The year, month, week or day that lies `number` of them before `published`."""
    before = _BACK.get(span)
    return before(published, number) if published and before else None


def _quarters_back(published: date, number: int) -> str:
    now = f"{published.year}-Q{(published.month + 2) // 3}"
    period = parse_period(shift(now, -number))
    return f"{period.start:%Y-%m}/{period.end:%Y-%m}"


def _weeks_back(published: date, number: int) -> str:
    monday = published - timedelta(days=published.weekday() + 7 * number)
    return f"{monday}/{monday + timedelta(days=6)}"


_BACK: dict[str, Callable[[date, int], str]] = {
    "decade": lambda published, number: f"{published.year - 10 * number:04d}",
    "year": lambda published, number: f"{published.year - number:04d}",
    "quarter": _quarters_back,
    "month": lambda published, number: shift(f"{published:%Y-%m}", -number),
    "week": _weeks_back,
    "day": lambda published, number: (published - timedelta(days=number)).isoformat(),
}


def _direction(word: str) -> int:
    first = word.lower().split()[0]
    if first in ("last", "past", "previous", "prior", "preceding"):
        return -1
    return 1 if first in ("next", "coming", "following") else 0


def _previous(groups: Groups, anchor: Anchor) -> Meaning:
    """ "the year before": from the latest period of the paragraph, else from the article."""
    span = groups["span"].lower()
    base = next((v for v in reversed(anchor.before) if not v.startswith("--")), None)
    if base and span == "year":
        return Meaning(years_later(base, -1), span, True)
    return Meaning(_back(anchor.published, span, 1), span, True)


def _same(groups: Groups, anchor: Anchor) -> Meaning:
    """ "the same month": what the paragraph named before; for a period, first to last."""
    span = groups["span"].lower()
    known = [v for v in anchor.before if not v.startswith("--")]
    if not known:
        return Meaning(None, span, True)
    years = sorted(v for v in known[-2:] if len(v) == 4)
    value = "/".join(years) if span == "period" and len(set(years)) == 2 else known[-1]
    if groups.get("rel"):
        value = years_later(value, -1)
    return Meaning(value, span, True)


def _relative_month(groups: Groups, anchor: Anchor) -> Meaning:
    month, published = _month_number(groups), anchor.published
    if published is None:
        return Meaning(f"--{month:02d}", "month", True)
    year, step = published.year, _direction(groups["rel"])
    if step < 0 and month >= published.month:
        year -= 1
    if step > 0 and month <= published.month:
        year += 1
    return Meaning(f"{year:04d}-{month:02d}", "month", True)


def _window(groups: Groups, anchor: Anchor) -> Meaning:
    """ "the past two years": from that long ago to the article's month."""
    count = COUNTS.get(groups.get("count", "").lower()) or groups.get("count", "")
    published, span = anchor.published, groups["span"].lower()
    if not published or not str(count).isdigit() or span in ("hour", "day", "week"):
        return Meaning(None, "range", True)
    size = int(count) * {"year": 12, "month": 1, "quarter": 3, "decade": 120}[span]
    ends = sorted([0, size * _direction(groups["rel"])])
    now = f"{published:%Y-%m}"
    return Meaning("/".join(shift(now, by) for by in ends), "range", True)


def _span(groups: Groups, anchor: Anchor) -> Meaning:
    """ "last year", "this month", "the past decade"."""
    span, rel = groups["span"].lower(), groups["rel"].lower()
    published = anchor.published
    if rel == "past" and published and span in ("year", "decade", "quarter", "month"):
        size = {"year": 12, "month": 1, "quarter": 3, "decade": 120}[span]
        return Meaning(f"{shift(f'{published:%Y-%m}', -size)}/{published:%Y-%m}", "range", True)
    return Meaning(_back(published, span, -_direction(rel)), span, True)


def _weekday(groups: Groups, anchor: Anchor) -> Meaning:
    """The latest such day up to publication; with "next", the first after it."""
    if anchor.published is None:
        return Meaning(None, "date", True)
    wanted = WEEKDAYS.index(groups["weekday"].lower()[:3])
    back = (anchor.published.weekday() - wanted) % 7
    rel = groups.get("rel", "").lower()
    if rel == "last" and back == 0:
        back = 7
    day = anchor.published - timedelta(days=back)
    if rel == "next":
        day += timedelta(days=7)
    return Meaning(day.isoformat(), "date", True)


def _word(groups: Groups, anchor: Anchor) -> Meaning:
    step = {"yesterday": -1, "tomorrow": 1}.get(groups["word"].lower(), 0)
    if anchor.published is None:
        return Meaning(None, "date", True)
    return Meaning((anchor.published + timedelta(days=step)).isoformat(), "date", True)


_RULES: dict[str, Callable[[Groups, Anchor], Meaning | None]] = {
    "iso": _iso,
    "season": _season,
    "iso_month": lambda g, a: Meaning(f"{g['year']}-{g['mm']}", "month"),
    "numeric": _numeric,
    "day_month": _day_month,
    "month_day": _day_month,
    "month_rel_year": _month_of_year,
    "month_year": _month,
    "quarter_year": _quarter,
    "year_quarter": _quarter,
    "quarter_of_year": _quarter,
    "quarter": _quarter,
    "quarter_again": _quarter_again,
    "fiscal": _fiscal,
    "years": _years,
    "decade": _decade,
    "century": lambda g, a: Meaning(None, "century"),
    "part_year": _part,
    "part_last": _part,
    "ago": _ago,
    "days_ago": _ago,
    "the_before": _previous,
    "the_previous": _previous,
    "same": _same,
    "rel_month": _relative_month,
    "window": _window,
    "rel_span": _span,
    "weekday": _weekday,
    "word": _word,
    "month": _month,
    "bare": lambda g, a: Meaning(g["year"], "year"),
}
