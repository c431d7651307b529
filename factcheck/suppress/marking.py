"""Give everything in a report that is to be ignored its suppression."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from factcheck.model import (
    ArticleReport,
    Conflict,
    Document,
    Finding,
    Inconsistency,
    Report,
    Suppression,
)
from factcheck.report.levels import RELATION_CODES


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing that a report tells, and the numbers it is about."""

    id: str
    """Fingerprint, without line numbers."""
    code: str
    places: tuple[tuple[Document, Finding], ...]


Decide = Callable[[Spot], Suppression | None]
_Found = TypeVar("_Found", Finding, Inconsistency, Conflict)
_Places = Mapping[tuple[str, str], tuple[Document, Finding]]


def inconsistency_id(one: Inconsistency) -> str:
    """Return the fingerprint of an inconsistency: its code and findings."""
    return "+".join([one.code, *one.findings])


def spots(report: Report) -> Iterator[tuple[Spot, Finding | Inconsistency | Conflict]]:
    """Yield everything the report tells: findings and inconsistencies by article, conflicts."""
    where = _places(report)
    for article in report.articles:
        for finding in article.findings:
            yield _of_finding(article, finding), finding
        for one in article.inconsistencies:
            yield _of_inconsistency(article, one, where), one
    for conflict in report.conflicts:
        yield _of_conflict(conflict, where), conflict


def marked(report: Report, decide: Decide) -> Report:
    """Return the report with the suppression that `decide` gives; one that is there stays."""
    where = _places(report)
    articles = tuple(
        replace(
            article,
            findings=tuple(_marked(f, _of_finding(article, f), decide) for f in article.findings),
            inconsistencies=tuple(
                _marked(one, _of_inconsistency(article, one, where), decide)
                for one in article.inconsistencies
            ),
        )
        for article in report.articles
    )
    conflicts = (_marked(one, _of_conflict(one, where), decide) for one in report.conflicts)
    return replace(report, articles=articles, conflicts=tuple(conflicts))


def _marked(found: _Found, spot: Spot, decide: Decide) -> _Found:
    suppression = decide(spot)
    if suppression is None or found.suppressed:
        return found
    return replace(found, suppressed=suppression)


def _places(report: Report) -> _Places:
    return {
        (article.document.id, finding.id): (article.document, finding)
        for article in report.articles
        for finding in article.findings
    }


def _of_finding(article: ArticleReport, finding: Finding) -> Spot:
    return Spot(finding.id, finding.verdict.code, ((article.document, finding),))


def _of_inconsistency(article: ArticleReport, one: Inconsistency, where: _Places) -> Spot:
    keys = [(article.document.id, id) for id in one.findings]
    return Spot(inconsistency_id(one), one.code, tuple(where[k] for k in keys if k in where))


def _of_conflict(one: Conflict, where: _Places) -> Spot:
    keys = [(side.article, side.finding) for side in one.claims]
    places = tuple(where[key] for key in keys if key in where)
    return Spot(one.id, RELATION_CODES[one.relation], places)
