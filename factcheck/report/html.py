"""One self-contained page: coverage first, each article with its claims marked, and the evidence.

Nothing is fetched and no script runs (a content policy in the page forbids both); the filters are
style sheets. Everything that comes from an article or a pack is escaped by Jinja.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.model import (
    ArticleReport,
    Conflict,
    Document,
    Finding,
    Report,
    Status,
)
from factcheck.report.codes import CODES
from factcheck.report.figures import day_words, figure, period_words
from factcheck.report.levels import RELATION_CODES, Level, count_checked, level
from factcheck.report.options import PLAIN, Options
from factcheck.report.places import Place, shown_pairs
from factcheck.report.stretches import between, stretches
from factcheck.report.text import IGNORED_BY, coverage_line

if TYPE_CHECKING:
    from jinja2 import Template


@dataclass(frozen=True, slots=True)
class Look:
    """How a verdict is shown: never by colour alone."""

    key: str
    """Names its colour, its icon and its filter in the template."""
    word: str


CONTRADICTED = Look("wrong", "contradicted")
REVIEW = Look("review", "to review")
SUPPORTED = Look("right", "supported")
IGNORED = Look("ignored", "ignored")
OPEN = Look("open", "not verified")
NO_FACT = Look("nofact", "no statement of fact")
LOOKS = (CONTRADICTED, REVIEW, IGNORED, SUPPORTED, OPEN, NO_FACT)
"""In the order of the page: what needs an editor first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding on the page."""

    anchor: str
    """Id of its evidence; its mark in the text is `anchor` with "-text" behind it."""
    finding: Finding
    look: Look
    url: str | None
    """Of its source, where it is one that a browser may open."""
    where: str
    """Path, page, line and column of the file."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article's text, marked where it is a claim."""

    text: str
    style: str = ""
    """As in `stretches`."""
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """An article on the page."""

    anchor: str
    article: ArticleReport
    entries: tuple[Entry, ...]
    pieces: tuple[Piece, ...]

    def of(self, *looks: Look) -> list[Entry]:
        """The entries with one of these looks, in the order of the text."""
        return [entry for entry in self.entries if entry.look in looks]

    @property
    def coverage(self) -> str:
        return coverage_line(Report((self.article,), ()))


def look(finding: Finding) -> Look:
    """Return how a finding is shown."""
    status = finding.verdict.status
    if finding.suppressed and level(finding) in (Level.ERROR, Level.WARNING):
        return IGNORED
    if status is Status.CONTRADICTED:
        return CONTRADICTED
    if level(finding) is Level.WARNING:
        return REVIEW
    if status is Status.SUPPORTED:
        return SUPPORTED
    return OPEN if status is Status.UNVERIFIABLE else NO_FACT


def render(report: Report, options: Options = PLAIN) -> str:
    """Return the page. With verbosity 1 it lists pairs that differ for a plain reason too."""
    sections = [_section(n, article) for n, article in enumerate(report.articles, 1)]
    entries = [entry for section in sections for entry in section.entries]
    pairs = shown_pairs(report, options)
    return _template("report.html").render(
        version=__version__,
        report=report,
        sections=sections,
        checked=count_checked(entry.finding for entry in entries),
        total=len(entries),
        counts=_counts(entries),
        codes=_codes(entries),
        pairs=[(pair, RELATION_CODES[pair.relation], _sides(pair, sections)) for pair in pairs],
        more=len(report.conflicts) - len(pairs),
        looks={one.key: one for one in LOOKS},
        ignored_by=IGNORED_BY,
    )


MOST_ROWS = 100
"""Numbers of one article that a notebook shows."""

# Middle tones, legible on a light page and on a dark one.
_COLOURS = {
    "wrong": "#d9453a",
    "review": "#b7791f",
    "right": "#2f9e5a",
    "ignored": "#7a8490",
    "open": "#7a8490",
    "nofact": "#8b80a0",
}
_SIGNS = {"wrong": "✗", "review": "!", "right": "✓", "ignored": "⊘", "open": "?", "nofact": "–"}


def render_fragment(report: Report) -> str:
    """Return a part of a page for a notebook: the coverage, and a row for each number."""
    return _template("notebook.html").render(
        report=report,
        coverage=coverage_line(report),
        sections=[_section(n, article) for n, article in enumerate(report.articles, 1)],
        most=MOST_ROWS,
        colours=_COLOURS,
        signs=_SIGNS,
    )


@cache
def _template(name: str) -> Template:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("factcheck.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(figure=figure, day=day_words, period=period_words, CODES=CODES)
    return environment.get_template(name)


def _section(number: int, article: ArticleReport) -> Section:
    entries = tuple(
        Entry(
            f"a{number}-{n}",
            finding,
            look(finding),
            _url(finding),
            Place(article.document, finding).where,
        )
        for n, finding in enumerate(article.findings, 1)
    )
    pieces = tuple(_pieces(article.document, entries))
    return Section(f"a{number}", article, entries, pieces)


def _pieces(document: Document, entries: Iterable[Entry]) -> Iterator[Piece]:
    """The whole text in order. Of claims that overlap the first is marked."""
    parts = list(stretches(document))
    at = 0
    for entry in sorted(entries, key=lambda entry: entry.finding.claim.quantity.start):
        quantity = entry.finding.claim.quantity
        if quantity.start >= at:
            yield from (Piece(*part) for part in between(document.text, parts, at, quantity.start))
            yield Piece(document.text[quantity.start : quantity.end], entry=entry)
            at = quantity.end
    yield from (Piece(*part) for part in between(document.text, parts, at, len(document.text)))


def _url(finding: Finding) -> str | None:
    url = finding.match.source.url if finding.match else ""
    return url if url.startswith(("https://", "http://")) else None


def _counts(entries: Sequence[Entry]) -> list[tuple[Look, int]]:
    """How many entries have each look; ignored ones are told of only where there are some."""
    counts = [(one, sum(entry.look is one for entry in entries)) for one in LOOKS]
    return [(one, count) for one, count in counts if count or one is not IGNORED]


def _codes(entries: Iterable[Entry]) -> list[tuple[Look, str, int]]:
    """How often each code was given, by look; the commonest of a look first."""
    found = Counter((entry.look, entry.finding.verdict.code) for entry in entries)
    listed = [(one, code, count) for (one, code), count in found.items()]
    return sorted(listed, key=lambda row: (LOOKS.index(row[0]), -row[2], row[1]))


def _sides(pair: Conflict, sections: Iterable[Section]) -> list[tuple[Section, Entry]]:
    wanted = {(side.article, side.finding) for side in pair.claims}
    return [
        (section, entry)
        for section in sections
        for entry in section.entries
        if (section.article.document.id, entry.finding.id) in wanted
    ]
