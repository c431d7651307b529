"""Only what stands on changed lines: the rest of an old article is reported but does not fail."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.model import Document, Finding, Report, Suppression, SuppressionKind
from factcheck.suppress.marking import Spot, marked

Changes = Mapping[str, Sequence[range] | None]
"""Path of an article -> its changed lines, half-open, 1-based; None: all of them."""


def honour_changes(report: Report, changes: Changes) -> Report:
    """Mark everything of which no sentence stands on a changed line.

    An article that `changes` does not name is new. Of an article whose lines cannot be traced in
    its file (a PDF, a Word file) everything is changed as soon as anything is.
    """

    def decide(spot: Spot) -> Suppression | None:
        if any(_changed(document, finding, changes) for document, finding in spot.places):
            return None
        return Suppression(SuppressionKind.UNCHANGED)

    return marked(report, decide)


def _changed(document: Document, finding: Finding, changes: Changes) -> bool:
    ranges = changes.get(document.path)
    if ranges is None:
        return True
    lines = _lines_of_sentence(document, finding)
    if lines is None:
        return bool(ranges)
    return any(one.start < lines.stop and lines.start < one.stop for one in ranges)


def _lines_of_sentence(document: Document, finding: Finding) -> range | None:
    """Lines of the file on which the sentence stands; None where that is unknown."""
    claim = finding.claim
    start, end = claim.quantity.start, claim.quantity.end
    sentence = claim.sentence_start, max(end, claim.sentence_start + len(claim.sentence))
    if document.plain:
        above = document.text.count("\n", sentence[0], start)
        below = document.text.count("\n", start, sentence[1])
        return range(claim.line - above, claim.line + below + 1)
    origins = [document.origin(at) for at in (sentence[0], start, sentence[1] - 1)]
    lines = [one.line for one in origins if one and one.page is None]
    return range(min(lines), max(lines) + 1) if lines else None
