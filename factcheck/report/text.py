"""The report for a reader at a terminal: each finding with its line, reference and help."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from factcheck.model import (
    ArticleReport,
    Conflict,
    Inconsistency,
    Match,
    Notice,
    Report,
    Status,
    Suppression,
    SuppressionKind,
)
from factcheck.report.excerpt import excerpt
from factcheck.report.figures import day_words, figure, period_words
from factcheck.report.levels import (
    RELATION_CODES,
    Level,
    count_checked,
    count_suppressed,
    count_unchecked,
    level,
)
from factcheck.report.options import PLAIN, Options
from factcheck.report.places import (
    Place,
    places,
    shown,
    shown_inconsistencies,
    shown_pairs,
)

IGNORED_BY = {
    SuppressionKind.IN_SOURCE: "in the article",
    SuppressionKind.IGNORE_FILE: "by the ignore file",
    SuppressionKind.BASELINE: "in the baseline",
    SuppressionKind.UNCHANGED: "on unchanged lines",
}

_COLORS = {
    Level.ERROR: "1;31",
    Level.WARNING: "1;33",
    Level.NOTE: "1;36",
    Level.NONE: "1;32",
}


def render(report: Report, options: Options = PLAIN) -> str:
    """Return the findings, what differs between places, and what was and was not checked."""
    parts: list[str] = []
    where = places(report)
    for article in report.articles:
        parts += _encoding(article) if options.verbosity >= 0 else []
        parts += ["\n".join(_finding(place, options)) for place in shown(article, options)]
        parts += [
            "\n".join(_inconsistency(one, article, where, options))
            for one in shown_inconsistencies(article, options)
        ]
    pairs = shown_pairs(report, options)
    parts += ["\n".join(_conflict(one, where, options)) for one in pairs]
    if options.verbosity >= 0 and (more := _left(report, pairs)):
        pairs_left = _plural(more, "pair of figures", "pairs of figures")
        parts.append(f"Not shown: {pairs_left} that differ for a plain reason; -v shows them.")
    parts += [_notice(one, options) for one in report.notices if options.verbosity >= 0]
    parts.append(coverage_line(report))
    return "\n\n".join(parts) + "\n"


def coverage_line(report: Report) -> str:
    """Return how many of the numbers were checked, with what result, and why the others were not.

    "Checked 12 of 19 numbers in 1 article: 9 supported, 3 contradicted. Not checked: 4 no
    reference, 2 forecast."
    """
    findings = [finding for article in report.articles for finding in article.findings]
    articles = len(report.articles)
    line = (
        f"Checked {count_checked(findings)} of {_plural(len(findings), 'number')} "
        f"in {_plural(articles, 'article')}"
    )
    results = [
        f"{count} {status}"
        for status in (Status.SUPPORTED, Status.CONTRADICTED)
        if (count := sum(f.verdict.status is status for f in findings))
    ]
    line += f": {', '.join(results)}." if results else "."
    if reasons := count_unchecked(findings):
        listed = ", ".join(f"{n} {reason.replace('_', ' ')}" for reason, n in reasons.items())
        line += f" Not checked: {listed}."
    if ignored := count_suppressed(report):
        listed = ", ".join(f"{n} {IGNORED_BY[kind]}" for kind, n in ignored.items())
        line += f" Ignored: {listed}."
    return line


def reference_line(match: Match) -> str:
    """Return a reference row in words: what, who, when, how much, and who says so."""
    row = match.observation
    what = [match.indicator_name, row.entity, row.dimension, period_words(row.period)]
    source = match.source.title
    if row.edition and row.edition not in source:
        source += f", edition {row.edition}"
    return (
        f"{', '.join(part for part in what if part)}: {figure(row.value, row.unit)} "
        f"({source}, published {day_words(row.published)})"
    )


def _finding(place: Place, options: Options) -> Iterator[str]:
    finding = place.finding
    verdict, claim = finding.verdict, finding.claim
    grave = level(finding)
    name = verdict.cause or verdict.status
    yield f"{_paint(f'{verdict.code} {name}', grave, options)}: {verdict.message}"
    number = str(place.position[1])
    margin = " " * len(number)
    line, carets = excerpt(place.document.text, claim.quantity.start, claim.quantity.end)
    yield f"{margin}--> {place.where}"
    yield f"{margin} |"
    yield f"{number} | {line}"
    yield f"{margin} | {_paint(carets, grave, options)}"
    for note in _evidence(place):
        yield f"{margin} = {note}"
    yield f"{margin} help: factcheck explain {verdict.code}"


def _evidence(place: Place) -> Iterator[str]:
    yield from _ignored(place.finding.suppressed)
    match, verdict = place.finding.match, place.finding.verdict
    if match:
        yield f"reference: {reference_line(match)}"
    yield from verdict.notes
    if place.finding.claim.attribution == "quoted" and verdict.status is Status.CONTRADICTED:
        yield "inside quotation marks: the speaker's figure, not the writer's"
    if match and match.source.url:
        yield match.source.url


def _ignored(suppressed: Suppression | None) -> Iterator[str]:
    if suppressed:
        reason = f": {suppressed.reason}" if suppressed.reason else ""
        yield f"ignored {IGNORED_BY[suppressed.kind]}{reason}"


def _inconsistency(
    one: Inconsistency,
    article: ArticleReport,
    where: dict[tuple[str, str], Place],
    options: Options,
) -> Iterator[str]:
    yield f"{_paint(f'{one.code} inconsistency', Level.WARNING, options)}: {one.message}"
    yield from _sides(((article.document.id, id) for id in one.findings), where)
    yield f" help: factcheck explain {one.code}"


def _conflict(
    one: Conflict, where: dict[tuple[str, str], Place], options: Options
) -> Iterator[str]:
    code = RELATION_CODES[one.relation]
    grave = Level.WARNING if one.relation == "conflict" else Level.NOTE
    yield f"{_paint(f'{code} {one.relation}', grave, options)}: {one.message}"
    yield from _sides(((side.article, side.finding) for side in one.claims), where)
    yield f" help: factcheck explain {code}"


def _sides(keys: Iterable[tuple[str, str]], where: dict[tuple[str, str], Place]) -> Iterator[str]:
    for key in keys:
        if place := where.get(key):
            quantity = place.finding.claim.quantity
            line, _ = excerpt(place.document.text, quantity.start, quantity.end)
            yield f" --> {place.where}: {quantity.quote}"
            yield f"   | {line}"


def _left(report: Report, pairs: Sequence[Conflict]) -> int:
    """Pairs of two articles that are neither printed nor ignored."""
    return sum(
        one not in pairs and not one.suppressed and len({side.article for side in one.claims}) > 1
        for one in report.conflicts
    )


def _notice(one: Notice, options: Options) -> str:
    head = _paint(f"{one.code} unused_ignore", Level.WARNING, options)
    where = f" --> {one.path}:{one.line}:{one.column}"
    return f"{head}: {one.message}\n{where}\n help: factcheck explain {one.code}"


def _encoding(article: ArticleReport) -> list[str]:
    document = article.document
    if document.encoding in {"utf-8", "utf-8-bom"}:
        return []
    return [f"note: {document.path} was read as {document.encoding}"]


def _paint(words: str, grave: Level, options: Options) -> str:
    return f"\033[{_COLORS[grave]}m{words}\033[0m" if options.color else words


def _plural(count: int, noun: str, plural: str | None = None) -> str:
    return f"{count} {noun if count == 1 else plural or noun + 's'}"
