"""Findings as diagnostics and as hover texts of the Language Server Protocol."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from lsprotocol.types import (
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    Location,
)

from factcheck.editor.session import Checked
from factcheck.model import Finding, Inconsistency, Notice, Relation, Status
from factcheck.report.codes import CODES
from factcheck.report.levels import RELATION_CODES, Level, level
from factcheck.report.text import reference_line

SOURCE = "factcheck"

_SEVERITIES = {
    Level.ERROR: DiagnosticSeverity.Error,
    Level.WARNING: DiagnosticSeverity.Warning,
    Level.NOTE: DiagnosticSeverity.Hint,
}
"""A number that nothing covers is hinted at; one that is right, or no statement of fact, is not."""

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def diagnostics(checked: Checked, uri: str, codes: Container[str]) -> Iterator[Diagnostic]:
    """Yield what is to be told of a text, in its order; then sums and pairs that disagree."""
    for finding in checked.findings:
        told = level(finding) in _SEVERITIES and finding.verdict.code in codes
        hidden = finding.suppressed or finding.id in checked.open
        if told and not hidden and finding.id in checked.spans:
            yield _diagnostic(checked, finding)
    by_id = {finding.id: finding for finding in checked.findings}
    for one in _disagreements(checked):
        sides = [by_id[id] for id in one.findings if id in checked.spans]
        if sides and one.code in codes and not one.suppressed:
            yield _pair(checked, uri, one, sides)
    for notice in checked.report.notices:
        if notice.code in codes:
            yield _notice(checked, notice)


def _disagreements(checked: Checked) -> Iterator[Inconsistency]:
    yield from checked.report.articles[0].inconsistencies
    for pair in checked.report.conflicts:
        if pair.relation is Relation.CONFLICT:
            ids = tuple(side.finding for side in pair.claims)
            code = RELATION_CODES[pair.relation]
            yield Inconsistency(code, ids, pair.message, pair.suppressed)


def _diagnostic(checked: Checked, finding: Finding) -> Diagnostic:
    verdict = finding.verdict
    return Diagnostic(
        range=checked.lines.range(*checked.spans[finding.id]),
        message=f"{_cause(finding)}: {verdict.message}",
        severity=_SEVERITIES[level(finding)],
        code=verdict.code,
        source=SOURCE,
        data={"finding": finding.id},
    )


def _pair(checked: Checked, uri: str, one: Inconsistency, sides: list[Finding]) -> Diagnostic:
    places = [checked.lines.range(*checked.spans[side.id]) for side in sides]
    return Diagnostic(
        range=places[0],
        message=one.message,
        severity=DiagnosticSeverity.Warning,
        code=one.code,
        source=SOURCE,
        related_information=[
            DiagnosticRelatedInformation(Location(uri, place), side.claim.quantity.quote)
            for place, side in zip(places[1:], sides[1:], strict=True)
        ],
    )


def _notice(checked: Checked, notice: Notice) -> Diagnostic:
    """From where it stands to the end of its line."""
    start = checked.lines.at(notice.line, notice.column)
    return Diagnostic(
        range=checked.lines.range(start, checked.lines.end(notice.line - 1)),
        message=notice.message,
        severity=DiagnosticSeverity.Warning,
        code=notice.code,
        source=SOURCE,
    )


def hover_text(finding: Finding) -> str:
    """Return verdict, evidence and source of a finding as Markdown."""
    verdict, match = finding.verdict, finding.match
    parts = [f"**{_status(finding)}** · {verdict.code}", escaped(verdict.message)]
    if match:
        parts.append(f"Reference: {escaped(reference_line(match))}")
    parts += map(escaped, verdict.notes)
    if verdict.expected and verdict.status is Status.CONTRADICTED:
        parts.append(f"Expected: `{verdict.expected.replace('`', '')}`")
    if match and match.source.url.startswith(("https://", "http://")):
        parts.append(f"<{match.source.url}>")
    entry = CODES[verdict.code]
    parts.append(f"*{entry.title}. {entry.fix}*")
    return "\n\n".join(parts)


def escaped(words: str) -> str:
    """Return words in which no sign is Markdown."""
    return _MARKUP.sub(r"\\\1", words)


def _status(finding: Finding) -> str:
    status = str(finding.verdict.status).replace("_", " ")
    return f"{status}: {_cause(finding)}" if finding.verdict.cause else status


def _cause(finding: Finding) -> str:
    return str(finding.verdict.cause or finding.verdict.status).replace("_", " ")
