"""One line for each finding: path:line:column: CODE message."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model import Report
from factcheck.report.levels import RELATION_CODES
from factcheck.report.options import PLAIN, Options
from factcheck.report.places import places, shown, shown_inconsistencies, shown_pairs
from factcheck.report.text import coverage_line


def render(report: Report, options: Options = PLAIN) -> str:
    """Return what needs an editor, a line each, and the coverage line."""
    lines = list(_lines(report, options)) if options.verbosity >= 0 else []
    return "\n".join([*lines, coverage_line(report)]) + "\n"


def _lines(report: Report, options: Options) -> Iterator[str]:
    where = places(report)
    for article in report.articles:
        for place in shown(article, options):
            verdict = place.finding.verdict
            yield f"{place.where}: {verdict.code} {verdict.message}"
        for one in shown_inconsistencies(article, options):
            first = where.get((article.document.id, one.findings[0]))
            yield f"{first.where if first else article.document.path}: {one.code} {one.message}"
    for pair in shown_pairs(report, options):
        sides = [where.get((side.article, side.finding)) for side in pair.claims]
        at = " and ".join(side.where for side in sides if side)
        yield f"{at}: {RELATION_CODES[pair.relation]} {pair.message}"
    for notice in report.notices:
        yield f"{notice.path}:{notice.line}:{notice.column}: {notice.code} {notice.message}"
