"""One editing session: a checker that remembers, and what it says of a text."""

from __future__ import annotations

from collections.abc import Container, Mapping, Set
from dataclasses import dataclass
from pathlib import PurePath

from factcheck.articles import read_article
from factcheck.checker import Checker
from factcheck.editor.lines import Lines
from factcheck.errors import FactcheckError
from factcheck.match.remembering import KnownNearness, RememberingMatcher
from factcheck.model import Document, Finding, Report, Status


@dataclass(frozen=True, slots=True)
class Checked:
    """What was said of one state of a text."""

    lines: Lines
    report: Report
    """Of this one article; its conflicts are between two places of it."""
    spans: Mapping[str, tuple[int, int]]
    """Finding id -> where its quote stands in the text of the editor, half-open; without those of
    a page that cannot be traced back to its source."""
    open: Set[str] = frozenset()
    """Ids of findings that may change once the meaning of their words was looked up: nobody is
    told that they are wrong before."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.report.articles[0].findings

    def at(self, offset: int) -> Finding | None:
        """Return the finding whose quote holds or touches an offset."""
        return next(iter(self.between(offset, offset)), None)

    def between(self, start: int, end: int) -> list[Finding]:
        """Return the findings whose quotes touch a stretch."""
        touched = {id for id, (first, last) in self.spans.items() if first <= end and start <= last}
        return [finding for finding in self.findings if finding.id in touched]


class Session:
    """Checks the texts of an editor, each again and again."""

    def __init__(self, checker: Checker, codes: Container[str]) -> None:
        """`checker` is made to remember. `codes`: the finding codes to tell."""
        meaning = checker.match.meaning
        self.nearness = KnownNearness(meaning) if meaning else None
        checker.match = RememberingMatcher(
            checker.reference, self.nearness, always=checker.match.always
        )
        self.checker = checker
        self.codes = codes

    def check(self, path: str, text: str, encoding: str) -> Checked:
        """Check a text; claims in new words by their words alone until `learn` was called.

        `encoding`: how the client counts columns. Raises `UnreadableArticle`.
        """
        document = read_article(PurePath(path).name, text.encode("utf-8", "replace"))
        lines, report = Lines(text, encoding), self.checker([document])
        if report.skipped:
            raise FactcheckError(report.skipped[0].message)
        spans = {
            finding.id: span
            for finding in report.articles[0].findings
            if (span := _span(document, finding, lines))
        }
        found = report.articles[0].findings
        off = self.nearness.puts_off if self.nearness else lambda claim: False
        return Checked(lines, report, spans, {one.id for one in found if off(one.claim)})

    def mends(self, path: str, checked: Checked, finding: Finding, words: str) -> bool:
        """Return whether other words in place of a quote would be supported."""
        start, end = checked.spans[finding.id]
        text = checked.lines.text
        self.learn()
        changed = self.check(path, text[:start] + words + text[end:], checked.lines.encoding)
        found = changed.between(start, start + len(words) - 1)
        return any(one.verdict.status is Status.SUPPORTED for one in found)

    def learn(self) -> None:
        """Look up the meaning of new words: texts with open findings can be checked again."""
        if self.nearness:
            self.nearness.learn()


def _span(document: Document, finding: Finding, lines: Lines) -> tuple[int, int] | None:
    start, end = finding.claim.quantity.start, finding.claim.quantity.end
    if document.plain:
        return start, end
    first, last = document.origin(start), document.origin(end - 1)
    if first is None or last is None:
        return None
    return lines.at(first.line, first.column), lines.at(last.line, last.column) + 1
