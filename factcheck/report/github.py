"""Annotations for pull requests, in the workflow commands that GitHub Actions reads."""

from __future__ import annotations

from factcheck.model import Report
from factcheck.report.levels import Level, level
from factcheck.report.options import PLAIN, Options
from factcheck.report.places import Place, shown

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning"}


def render(report: Report, options: Options = PLAIN) -> str:
    """Return one workflow command for each finding that needs an editor."""
    return "".join(
        _command(place) + "\n" for article in report.articles for place in shown(article, options)
    )


def _command(place: Place) -> str:
    verdict, claim = place.finding.verdict, place.finding.claim
    name = _COMMANDS.get(level(place.finding), "notice")
    width = claim.quantity.end - claim.quantity.start
    fields = {
        "title": f"factcheck ({verdict.code})",
        "file": place.document.path,
        "line": claim.line,
        "col": claim.column,
        "endLine": claim.line,
        "endColumn": claim.column + width,
    }
    listed = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in fields.items())
    message = _escaped(f"{place.where}: {verdict.code} {verdict.message}")
    return f"::{name} {listed}::{message}"


def _escaped(words: str, more: str = "") -> str:
    """Percent-encode what would end a field: %, CR and LF; in properties also colon and comma."""
    for sign in "%\r\n" + more:
        words = words.replace(sign, f"%{ord(sign):02X}")
    return words
