"""Ignores that stand in the article itself: comments, and [sic] after a number.

A comment that ignores nothing is told (FC501): it hides the next error on its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.articles.directives import ACTIONS
from factcheck.model import (
    Directive,
    Document,
    Finding,
    Notice,
    Report,
    Suppression,
    SuppressionKind,
)
from factcheck.report.codes import CODES, UNUSED_IGNORE
from factcheck.suppress.marking import Spot, marked

_SIC = re.compile(r"\s*[\[(]sic!?[\])]", re.IGNORECASE)
_SIC_REASON = "[sic]"


@dataclass(frozen=True, slots=True)
class _Range:
    """The lines that one comment is about, both inclusive; `last` None is the end of the file."""

    directive: Directive
    first: int
    last: int | None

    def holds(self, line: int) -> bool:
        return self.first <= line and (self.last is None or line <= self.last)

    def names(self, code: str) -> bool:
        return not self.directive.codes or code.startswith(self.directive.codes)


def honour_comments(report: Report) -> Report:
    """Mark what comments or [sic] in the articles ignore, and tell comments without effect."""
    documents = [article.document for article in report.articles]
    ranges = {document.id: list(_ranges(document.directives)) for document in documents}
    used: set[tuple[str, Directive]] = set()

    def decide(spot: Spot) -> Suppression | None:
        suppression = None
        for document, finding in spot.places:
            if _SIC.match(document.text, finding.claim.quantity.end):
                suppression = suppression or Suppression(SuppressionKind.IN_SOURCE, _SIC_REASON)
            for one in _covering(ranges[document.id], document, finding, spot.code):
                used.add((document.id, one))
                suppression = suppression or Suppression(SuppressionKind.IN_SOURCE, one.reason)
        return suppression

    report = marked(report, decide)
    stale = tuple(
        _notice(document, one, message)
        for document in documents
        for one in document.directives
        if (message := _fault(one, document, used))
    )
    return replace(report, notices=(*report.notices, *stale))


def _ranges(directives: Sequence[Directive]) -> Iterator[_Range]:
    for index, one in enumerate(directives):
        if one.action == "ignore":
            yield _Range(one, one.line, one.last_line)
        elif one.action == "ignore-next-line":
            yield _Range(one, one.last_line + 1, one.last_line + 1)
        elif one.action == "off":
            ends = (d.line for d in directives[index + 1 :] if _closes(d, one))
            yield _Range(one, one.line, next(ends, None))
        elif one.action == "file-ignore":
            yield _Range(one, 1, None)


def _closes(on: Directive, off: Directive) -> bool:
    return on.action == "on" and (not on.codes or set(off.codes) <= set(on.codes))


def _covering(
    ranges: Sequence[_Range], document: Document, finding: Finding, code: str
) -> Iterator[Directive]:
    lines = _lines(document, finding)
    for one in ranges:
        here = one.directive.action == "file-ignore" or any(map(one.holds, lines))
        if here and one.names(code) and _counts(one, code):
            yield one.directive


def _counts(one: _Range, code: str) -> bool:
    """A comment without codes is about what would be complained of, not about every number."""
    return bool(one.directive.codes) or CODES[code].level in ("error", "warning")


def _lines(document: Document, finding: Finding) -> Sequence[int]:
    """Lines of the source on which the number stands; none where that is unknown."""
    quantity = finding.claim.quantity
    if document.plain:
        first = finding.claim.line
        return range(first, first + len(re.findall(r"\r\n?|\n", quantity.quote)) + 1)
    origins = map(document.origin, (quantity.start, quantity.end - 1))
    return sorted({origin.line for origin in origins if origin and origin.page is None})


def _fault(one: Directive, document: Document, used: set[tuple[str, Directive]]) -> str | None:
    """What is wrong with a comment, or None."""
    if one.action not in ACTIONS:
        return f"{one.action or 'nothing'!r} is none of {', '.join(ACTIONS)}"
    for code in one.codes:
        if not any(known.startswith(code) for known in CODES):
            return f"no finding code starts with {code!r}; `factcheck explain` lists them"
    if one.action == "on":
        offs = [d for d in document.directives if d.action == "off" and d.line <= one.line]
        return None if any(_closes(one, off) for off in offs) else "nothing was turned off before"
    if (document.id, one) in used:
        return None
    return "it ignores nothing; take it out"


def _notice(document: Document, one: Directive, message: str) -> Notice:
    said = f"{one.text}: {message}"
    return Notice(UNUSED_IGNORE, document.path, one.line, one.column, said)
