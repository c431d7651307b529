"""Findings written inside the sentence: "rose from {40|from|up} to {50|to|up}, or {20%}"."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import accumulate

from factcheck.measure.numerals import read_digits
from factcheck.measure.precision import interval
from factcheck.model import (
    Cause,
    Claim,
    Finding,
    Indicator,
    Kind,
    Match,
    Modifier,
    Observation,
    Quantity,
    Reading,
    Source,
    Status,
    Verdict,
)
from factcheck.report.codes import code_for

MARK = re.compile(r"\{([^}|]+)((?:\|[^}|]+)*)\}")
SUPPORTED = Verdict(Status.SUPPORTED, None, "FC000", "as published")
SOURCE = Source("made-up", "Made up")


def quantity(quote, start=0, modifier=None, near=False):
    """A number as printed: %, $ and "points" say its kind; integers are exact."""
    numeral = read_digits(re.search(r"\d[\d.,]*\d|\d", quote).group())
    kind, unit = next(
        (
            found
            for sign, found in (
                ("points", (Kind.PERCENTAGE_POINTS, "percentage_points")),
                ("%", (Kind.PERCENT, "percent")),
                ("$", (Kind.MONEY, "USD")),
            )
            if sign in quote
        ),
        (Kind.COUNT, None),
    )
    scale = Decimal(10**6 if "million" in quote else 1)
    exact = kind is Kind.COUNT and "." not in quote and scale == 1
    step = Decimal(0) if exact else numeral.step
    low, high = interval(numeral.value, step, modifier, near)
    low, high = (edge if edge is None else edge * scale for edge in (low, high))
    end = start + len(quote)
    return Quantity(start, end, quote, kind, numeral.value * scale, low, high, unit, modifier)


def claims(marked):
    """The text without marks, and its claims: one per mark, cut into sentences at full stops."""
    found = list(MARK.finditer(marked))
    text = MARK.sub(lambda mark: mark[1], marked)
    shifts = accumulate((len(m.group()) - len(m[1]) for m in found), initial=0)
    ends = [0, *(m.end() for m in re.finditer(r"[.?!](?:\s+|$)", text)), len(text)]
    made = []
    for mark, shift in zip(found, shifts, strict=False):
        start = mark.start() - shift
        options = set(mark[2].split("|")[1:])
        opens = max(end for end in ends if end <= start)
        shuts = min(end for end in ends if end > start)
        approx = Modifier.APPROX if "approx" in options else None
        made.append(
            Claim(
                quantity=quantity(mark[1], start, approx),
                line=1,
                column=start + 1,
                sentence=text[opens:shuts],
                sentence_start=opens,
                block=0,
                role=next(iter(options & {"from", "to"}), None),
                direction=next(iter(options & {"up", "down"}), None),
            )
        )
    return text, made


def findings(marked):
    """The text without marks, and a finding per mark that no reference covers."""
    text, made = claims(marked)
    code = code_for(Status.UNVERIFIABLE, Cause.NO_REFERENCE)
    verdict = Verdict(Status.UNVERIFIABLE, Cause.NO_REFERENCE, code, "not covered")
    return text, [Finding(f"id-{at}", claim, None, verdict) for at, claim in enumerate(made)]


def row(value, entity="Vestby", period="2025", indicator="crowd", **fields):
    given = {
        "dimension": "",
        "unit": "count",
        "edition": "2026",
        "published": date(2026, 1, 9),
        "source": "made-up",
        "note": "",
        "place": "made-up:2",
        **fields,
    }
    value = value if given["unit"] == "date" else Decimal(value)
    return Observation(indicator, entity, period=period, value=value, **given)


def finding(
    quote, published, name="f", *, cause=None, expected=None, notes=(), operation=None, **fields
):
    """A claim held against a row: supported unless `cause` says why it is wrong."""
    verdict = replace(SUPPORTED, notes=notes)
    if cause is not None:
        code = code_for(Status.CONTRADICTED, cause)
        verdict = Verdict(Status.CONTRADICTED, cause, code, "wrong", expected, notes=notes)
    number = quote if isinstance(quote, Quantity) else quantity(quote)
    given = {"sentence": number.quote, "sentence_start": 0, "block": 0, **fields}
    matched = Match(published, published.indicator, SOURCE, Decimal(1), (), operation)
    return Finding(name, Claim(number, line=1, column=1, **given), matched, verdict)


def indicator(
    name="crowd", confusions="", aliases=(), *, unit="count", topic="football", title=None
):
    return Indicator(name, title or name, "", unit, topic, tuple(aliases), confusions, "made-up")


def reading(measure, published, operation=None):
    return Reading(
        measure,
        published.entity,
        published.dimension,
        published.period,
        (published,),
        1.0,
        True,
        operation=operation,
    )
