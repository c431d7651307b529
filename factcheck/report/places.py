"""Where findings stand: lookup by id, line and column, order, and which of them to show."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import (
    ArticleReport,
    Conflict,
    Document,
    Finding,
    Inconsistency,
    Relation,
    Report,
)
from factcheck.report.levels import Level, level
from factcheck.report.options import Options


@dataclass(frozen=True, slots=True)
class Place:
    """A finding and the article it stands in."""

    document: Document
    finding: Finding

    @property
    def where(self) -> str:
        """As "path:line:column", both counted from 1, where possible in the file itself.

        Of a format with pages "path:page 3:line:column", with the line counted on that page.
        """
        page, line, column = self.position
        paged = f"page {page}:" if page else ""
        return f"{self.document.path}:{paged}{line}:{column}"

    @property
    def position(self) -> tuple[int | None, int, int]:
        """Page (None without pages), line and column in the file, else in the extracted text."""
        claim = self.finding.claim
        origin = self.document.origin(claim.quantity.start)
        if origin is None:
            return None, claim.line, claim.column
        return origin.page, origin.line, origin.column

    @property
    def end(self) -> tuple[int, int]:
        """Line and column just behind the quote, both counted from 1, in code points."""
        claim = self.finding.claim
        if origin := self.document.origin(claim.quantity.end - 1):
            return origin.line, origin.column + 1
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
    every = options.verbosity > 0
    return [
        Place(article.document, finding)
        for finding in article.findings
        if level(finding) in lowest and (every or not finding.suppressed)
    ]


def shown_inconsistencies(article: ArticleReport, options: Options) -> list[Inconsistency]:
    """Return the inconsistencies to print: those that nobody ignores, or all of them."""
    if options.verbosity < 0:
        return []
    every = options.verbosity > 0
    return [one for one in article.inconsistencies if every or not one.suppressed]


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
    open_pairs = [one for one in report.conflicts if not one.suppressed]
    grave = [one for one in open_pairs if one.relation in GRAVE]
    explained: dict[tuple[str | None, tuple[str, ...]], Conflict] = {}
    for one in open_pairs:
        articles = tuple(sorted({side.article for side in one.claims}))
        plain = one.relation in GRAVE or one.relation is Relation.DIFFERENT_ENTITY
        if not plain and len(articles) > 1:
            explained.setdefault((one.indicator, articles), one)
    return grave + list(explained.values())[:MOST_EXPLAINED]


GRAVE = (Relation.CONFLICT, Relation.RESTATED)
"""Relations that an editor must look at."""
