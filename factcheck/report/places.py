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


def shown_pairs(report: Report, options: Options) -> list[Conflict]:
    """Return the pairs to print.

    With verbosity 1 all of them; else conflicts, revisions, and what differs between articles by
    period, edition or measure. Several years in one article, or several countries, are no news.
    """
    if options.verbosity < 0:
        return []
    return [one for one in report.conflicts if options.verbosity > 0 or _is_news(one)]


def _is_news(one: Conflict) -> bool:
    if one.relation in {Relation.CONFLICT, Relation.RESTATED}:
        return True
    between = len({side.article for side in one.claims}) > 1
    return between and one.relation is not Relation.DIFFERENT_ENTITY
