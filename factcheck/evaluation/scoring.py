"""Pairs the findings of a report with the labels of an article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from factcheck.evaluation.gold import GoldArticle, GoldClaim, GoldPair, GoldSet, Passage

Span = tuple[int, int]
"""Start and end of a passage in code points, half-open."""

BARE_YEAR = re.compile(r"(?:19|20)\d\d")
"""A year alone sets a period and counts neither for nor against."""

RATIO_SLACK = Decimal("0.01")
"""Share of the value by which a ratio in words may differ: "two-thirds" as 0.667 or 0.6667."""

VALUE_SLACK = Decimal("1e-6")
"""Share of the value by which any other number may differ: room for binary fractions only."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One labelled claim and the finding that answers it, if any."""

    article: str
    gold: GoldClaim
    finding: dict[str, Any] | None

    @property
    def said(self) -> str | None:
        return None if self.finding is None else status(self.finding)

    @property
    def said_cause(self) -> str | None:
        return self.finding["verdict"].get("cause") if self.finding else None

    @property
    def match(self) -> dict[str, Any]:
        return (self.finding or {}).get("match") or {}

    @property
    def kind_right(self) -> bool:
        return self.finding is not None and self.finding["claim"]["kind"] == self.gold.kind

    @property
    def indicator_right(self) -> bool:
        return self.gold.judged and self.match.get("indicator") == self.gold.indicator

    @property
    def verdict_right(self) -> bool:
        return self.said == self.gold.verdict

    @property
    def cause_asked(self) -> bool:
        """Causes are scored where both sides say contradicted and the label names one."""
        return self.verdict_right and self.said == "contradicted" and self.gold.cause is not None

    @property
    def cause_right(self) -> bool:
        return self.cause_asked and self.said_cause == self.gold.cause


@dataclass(frozen=True, slots=True)
class Spurious:
    """A finding that no label answers."""

    article: str
    quote: str
    start: int
    said: str
    distractor: bool
    """True where it takes a phone number, a name, a date line … for a claim."""


@dataclass(frozen=True, slots=True)
class PairOutcome:
    """One labelled pair and the relation reported for it, if any."""

    gold: GoldPair
    said: str | None

    @property
    def right(self) -> bool:
        """A figure told twice need not be reported."""
        return self.said == self.gold.relation or (
            self.gold.relation == "restated" and self.said is None
        )


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A report held against a labelled folder, claim by claim."""

    outcomes: tuple[Outcome, ...]
    spurious: tuple[Spurious, ...]
    pairs: tuple[PairOutcome, ...]
    bare_years: int
    distractors: int
    """Labelled distractors of all articles, whether reported or not."""
    articles: int
    unreported: tuple[GoldArticle, ...]
    """Articles that the report does not have: their claims count as not extracted."""


def evaluate(gold: GoldSet, report: dict[str, Any]) -> Evaluation:
    """Score a JSON report (`schema_version` 1.0) against labelled articles.

    Articles are paired by the stem of their path. A finding answers a label when their spans
    overlap and they state the same value; each finding answers one label at most.
    """
    reported = {Path(article["path"]).stem: article for article in report["articles"]}
    outcomes: list[Outcome] = []
    spurious: list[Spurious] = []
    bare_years = 0
    for article in gold.articles:
        if article.id in reported:
            answered, left, text = _pair_findings(article, reported[article.id])
            outcomes += answered
            false, years = _sort_unanswered(article, left, text)
            spurious += false
            bare_years += years
    return Evaluation(
        outcomes=tuple(outcomes),
        spurious=tuple(spurious),
        pairs=_pair_outcomes(gold.pairs, outcomes, report),
        bare_years=bare_years,
        distractors=sum(len(article.distractors) for article in gold.articles),
        articles=len(gold.articles),
        unreported=tuple(article for article in gold.articles if article.id not in reported),
    )


def status(finding: dict[str, Any]) -> str:
    """The verdict of a finding; abstaining between candidates counts as unverifiable."""
    said = finding["verdict"]["status"]
    return "unverifiable" if said == "ambiguous" else said


def locate(text: str, passage: GoldClaim | Passage, plain: bool) -> Span | None:
    """Where a label stands in the text that the report's offsets point into.

    In extracted text `nth` still counts markup, so the first occurrence is the fallback.
    """
    if plain:
        return _nth(text, passage.quote, passage.nth)
    quote = passage.quote_text or passage.quote
    return _nth(text, quote, passage.nth) or _nth(text, quote, 1)


def _nth(text: str, quote: str, nth: int) -> Span | None:
    at = -1
    for _ in range(nth):
        at = text.find(quote, at + 1)
        if at < 0:
            return None
    return at, at + len(quote)


def _pair_findings(
    article: GoldArticle, reported: dict[str, Any]
) -> tuple[list[Outcome], list[dict[str, Any]], str]:
    text = article.path.read_text("utf-8") if article.plain else reported.get("text") or ""
    left = list(reported["findings"])
    outcomes = []
    for claim in article.claims:
        span = locate(text, claim, article.plain)
        finding = _best(claim, span, left) if span else None
        if finding is not None:
            left.remove(finding)
        outcomes.append(Outcome(article.id, claim, finding))
    return outcomes, left, text


def _best(claim: GoldClaim, span: Span, findings: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The finding with the longest overlap that states the value; the first of equals."""
    same = [f for f in findings if _overlap(span, _span(f)) and same_value(claim, f["claim"])]
    return max(same, key=lambda finding: _overlap(span, _span(finding)), default=None)


def _sort_unanswered(
    article: GoldArticle, findings: list[dict[str, Any]], text: str
) -> tuple[list[Spurious], int]:
    """Findings without a label, neutral ones left out, and the number of bare years."""

    def touches(passages: tuple[Passage, ...], span: Span) -> bool:
        places = (locate(text, passage, article.plain) for passage in passages)
        return any(place and _overlap(place, span) for place in places)

    counted = [f for f in findings if not touches(article.neutral, _span(f))]
    false = [f for f in counted if not BARE_YEAR.fullmatch(f["claim"]["quote"])]
    spurious = [
        Spurious(
            article.id,
            finding["claim"]["quote"],
            finding["claim"]["start"],
            status(finding),
            touches(article.distractors, _span(finding)),
        )
        for finding in false
    ]
    return spurious, len(counted) - len(false)


def _span(finding: dict[str, Any]) -> Span:
    return finding["claim"]["start"], finding["claim"]["end"]


def _overlap(a: Span, b: Span) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def same_value(gold: GoldClaim, claim: dict[str, Any]) -> bool:
    """Equal number, equal date as far as both fix it, or about equal range."""
    if gold.kind == "date":
        return _same_date(str(gold.value or ""), str(claim.get("value") or ""))
    if gold.value is None and gold.low is not None and gold.high is not None:
        return _same_range(gold.low, gold.high, claim)
    said = _number(claim.get("value"))
    if gold.value is None or said is None:
        return False
    value = Decimal(gold.value)
    slack = (
        abs(value) * RATIO_SLACK
        if gold.kind == "ratio"
        else max(abs(value), Decimal(1)) * VALUE_SLACK
    )
    return abs(value - said) <= slack


def _same_date(gold: str, said: str) -> bool:
    """ISO dates, one of which may be less precise, or without a year ("--04-13")."""
    if gold.startswith("--"):
        return said.endswith(gold[1:])
    yearless = said.startswith("-") and said.endswith(gold[4:])
    return bool(said) and (said.startswith(gold) or gold.startswith(said) or yearless)


def _same_range(low: Decimal, high: Decimal, claim: dict[str, Any]) -> bool:
    """Both ends within half the width of the range: hedges move them."""
    said_low, said_high = _number(claim.get("low")), _number(claim.get("high"))
    if said_low is None or said_high is None:
        return False
    slack = abs(high - low) / 2
    return abs(said_low - low) <= slack and abs(said_high - high) <= slack


def _number(value: Any) -> Decimal | None:
    if value is None or isinstance(value, bool):
        return None
    try:
        return Decimal(str(value).replace(",", ""))
    except InvalidOperation:
        return None


def _pair_outcomes(
    pairs: tuple[GoldPair, ...], outcomes: list[Outcome], report: dict[str, Any]
) -> tuple[PairOutcome, ...]:
    finding = {
        (outcome.article, outcome.gold.quote, outcome.gold.nth): outcome.finding["id"]
        for outcome in outcomes
        if outcome.finding
    }
    relation: dict[frozenset[str | None], str] = {}
    for conflict in report.get("conflicts", []):
        ids = [claim["finding"] for claim in conflict["claims"]]
        for i, a in enumerate(ids):
            for b in ids[i + 1 :]:
                relation[frozenset((a, b))] = conflict["relation"]
    return tuple(
        PairOutcome(pair, relation.get(frozenset((finding.get(pair.a), finding.get(pair.b)))))
        for pair in pairs
    )
