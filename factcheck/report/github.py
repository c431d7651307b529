"""Annotations for pull requests, in the workflow commands that GitHub Actions reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.model import Report
from factcheck.report.levels import RELATION_CODES, Level, level
from factcheck.report.options import PLAIN, Options
from factcheck.report.places import GRAVE, Place, places, shown, shown_inconsistencies

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning"}


def render(report: Report, options: Options = PLAIN) -> str:
    """Return one workflow command for each finding, sum and pair that needs an editor."""
    return "".join(f"{command}\n" for command in _commands(report, options))


def _commands(report: Report, options: Options) -> Iterator[str]:
    where = places(report)
    for article in report.articles:
        for place in shown(article, options):
            verdict = place.finding.verdict
            name = _COMMANDS.get(level(place.finding), "notice")
            yield _command(name, verdict.code, verdict.message, place)
        for one in shown_inconsistencies(article, options):
            sides = [where.get((article.document.id, id)) for id in one.findings]
            yield from _pair("warning", one.code, one.message, sides)
    for pair in report.conflicts:
        if pair.relation in GRAVE and not pair.suppressed:
            sides = [where.get((side.article, side.finding)) for side in pair.claims]
            name = "warning" if pair.relation == "conflict" else "notice"
            yield from _pair(name, RELATION_CODES[pair.relation], pair.message, sides)
    for notice in report.notices if options.verbosity >= 0 else ():
        fields = {"file": notice.path, "line": notice.line, "col": notice.column}
        yield _line(
            "warning",
            notice.code,
            fields,
            f"{notice.path}:{notice.line}:{notice.column}: {notice.code} {notice.message}",
        )


def _pair(name: str, code: str, message: str, found: Iterable[Place | None]) -> Iterator[str]:
    """At the first of the places; the others are named in the message."""
    sides = [side for side in found if side]
    if sides:
        also = "".join(f"; see {side.where}" for side in sides[1:])
        yield _command(name, code, message + also, sides[0])


def _command(name: str, code: str, message: str, place: Place) -> str:
    _, line, column = place.position
    end_line, end_column = place.end
    fields = {
        "file": place.document.path,
        "line": line,
        "col": column,
        "endLine": end_line,
        "endColumn": end_column,
    }
    return _line(name, code, fields, f"{place.where}: {code} {message}")


def _line(name: str, code: str, fields: Mapping[str, object], message: str) -> str:
    fields = {"title": f"factcheck ({code})", **fields}
    listed = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in fields.items())
    return f"::{name} {listed}::{_escaped(message)}"


def _escaped(words: str, more: str = "") -> str:
    """Percent-encode what would end a field: %, CR and LF; in properties also colon and comma."""
    for sign in "%\r\n" + more:
        words = words.replace(sign, f"%{ord(sign):02X}")
    return words
