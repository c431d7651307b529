"""Where findings stand: lookup by id, line and column, order, and which of them to show."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import ArticleReport, Conflict, Document, Finding, Relation, Report
from factcheck.report.levels import Level, level
from factcheck.report.options import Options


@dataclass(frozen=True, slots=True)
class Place:
    """A finding and the article it stands in."""

    document: Document
    finding: Finding

    @property
    def where(self) -> str:
        """As "path:line:column", both counted from 1."""
        claim = self.finding.claim
        return f"{self.document.path}:{claim.line}:{claim.column}"

    @property
    def end(self) -> tuple[int, int]:
        """Line and column just behind the quote, both counted from 1, in code points."""
        claim = self.finding.claim
        *before, last = claim.quantity.quote.split("\n")
        return claim.line + len(before), len(last) + (1 if before else claim.column)


def places(report: Report) -> dict[tuple[str, str], Place]:
    """Return every finding by its article's id and its own."""
    return {
        (article.document.id, finding.id): Place(article.document, finding)
        for article in report.articles
        for finding in article.findings
    }


def shown(article: ArticleReport, options: Options) -> list[Place]:
    """Return the findings to print: what needs an editor, or with verbosity 1 all of them."""
    lowest = (Level.ERROR, Level.WARNING) if options.verbosity < 1 else tuple(Level)
    if options.verbosity < 0:
        lowest = ()
    return [Place(article.document, f) for f in article.findings if level(f) in lowest]


MOST_EXPLAINED = 8
"""Pairs with a plain reason that are printed without being asked for."""


def shown_pairs(report: Report, options: Options) -> list[Conflict]:
    """Return the pairs to print.

    With verbosity 1 all of them; else conflicts and revisions, and a few of those that differ
    between articles by period, edition or measure: one per figure and pair of articles. Several
    years in one article, or several countries, are no news.
    """
    if options.verbosity != 0:
        return list(report.conflicts) if options.verbosity > 0 else []
    grave = [one for one in report.conflicts if one.relation in GRAVE]
    explained: dict[tuple[str | None, tuple[str, ...]], Conflict] = {}
    for one in report.conflicts:
        articles = tuple(sorted({side.article for side in one.claims}))
        plain = one.relation in GRAVE or one.relation is Relation.DIFFERENT_ENTITY
        if not plain and len(articles) > 1:
            explained.setdefault((one.indicator, articles), one)
    return grave + list(explained.values())[:MOST_EXPLAINED]


GRAVE = (Relation.CONFLICT, Relation.RESTATED)
"""Relations that an editor must look at."""
