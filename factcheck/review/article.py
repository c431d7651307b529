"""An article cut into plain stretches and claims, and a sentence with its figure put right."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from factcheck.report.figures import figure
from factcheck.review.saved import Item

MOST = 22_000
"""Characters of an article that are sent at once, its marks counted: those around the claim looked
at. What is left of 150 kB after style, scripts, queue and finding."""
BESIDE = 16_000
"""The same where two articles stand side by side."""
WHOLE = 2_000_000
"""The same where somebody asks for all of it."""
MARK = 230
"""Characters that the mark of a claim adds, as counted on pages."""

PARAGRAPH = 500
"""Characters shown at most before and after a figure that is set beside another."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of an article; with an item, a claim."""

    text: str
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The part of an article that is shown."""

    pieces: tuple[Piece, ...]
    cut_before: bool = False
    cut_after: bool = False


def marked(text: str, items: Sequence[Item], around: Item, most: int = MOST) -> Excerpt:
    """Cut a text at its claims. `items`: those of the article, by where they start.

    Claims that overlap keep the first. A text beyond `most` characters, marks counted, is cut
    around the claim looked at.
    """
    start, end = _window(text, items, around, most)
    pieces: list[Piece] = []
    at = start
    for item in items:
        claim = item.finding.claim
        if claim.start < at or claim.end > end:
            continue
        if claim.start > at:
            pieces.append(Piece(text[at : claim.start]))
        pieces.append(Piece(text[claim.start : claim.end], item))
        at = claim.end
    if at < end:
        pieces.append(Piece(text[at:end]))
    return Excerpt(tuple(pieces), start > 0, end < len(text))


def sentence(item: Item) -> tuple[str, str, str]:
    """The claim's sentence: before the figure, the figure, after it."""
    claim = item.finding.claim
    at = -1
    for _ in range(item.nth + 1):
        found = claim.sentence.find(claim.quote, at + 1)
        at = found if found >= 0 else at
    if at < 0:
        return claim.sentence, "", ""
    return claim.sentence[:at], claim.quote, claim.sentence[at + len(claim.quote) :]


def paragraph(item: Item) -> tuple[str, str, str]:
    """The claim's paragraph, cut like `sentence`; the sentence where there is no text."""
    text, claim = item.text.text, item.finding.claim
    if text is None:
        return sentence(item)
    start = max(text.rfind("\n\n", 0, claim.start) + 1, claim.start - PARAGRAPH)
    end = text.find("\n\n", claim.end)
    end = min(end if end >= 0 else len(text), claim.end + PARAGRAPH)
    before, after = text[start : claim.start], text[claim.end : end]
    return before.lstrip(), text[claim.start : claim.end], after.rstrip()


def correction(item: Item) -> str | None:
    """The figure that would make the sentence true, as copy prints it; None where none is known."""
    expected = item.finding.verdict.expected
    if not expected:
        return None
    match, claim = item.finding.match, item.finding.claim
    unit = match.unit if match and match.value == expected else claim.unit
    try:
        return figure(expected if claim.kind == "date" else Decimal(expected), unit)
    except InvalidOperation:
        return expected


def _window(text: str, items: Sequence[Item], around: Item, most: int) -> tuple[int, int]:
    """Where the stretch around a claim starts and ends that `most` characters suffice for."""
    claim = around.finding.claim
    claims = [item.finding.claim.start for item in items]

    def sent(at: int) -> int:
        return at + MARK * bisect_left(claims, at)

    size = sent(len(text))
    if size <= most:
        return 0, len(text)
    low = max(0, min(sent(claim.start) - most // 2, size - most))
    places = range(len(text) + 1)
    start = min(bisect_left(places, low, key=sent), claim.start)
    end = max(bisect_right(places, low + most, key=sent) - 1, claim.end)
    line = text.rfind("\n", max(0, start - 500), start)
    return (line + 1 if line >= 0 else start), end
