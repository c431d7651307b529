"""Dates that only say when an article was written or from which edition it quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.articles.metadata import publication
from factcheck.extract.dates import DateMention
from factcheck.extract.editions import EditionMention
from factcheck.model import Document

DATELINE = re.compile(
    r"^[ *_]*[A-Z][A-Z .,'’-]{2,40}[,(\s]{1,9}[^()\n]{4,40}\)?"
    r"(?:\s+\([^()\n]{2,40}\))?\s+[-–—]{1,2}\s",
    re.MULTILINE,
)
"""Place and day before a report's first sentence: when it was written, not what it is about."""
BYLINE = 80
"""Longest block, in code points, whose day of publication only says when the article appeared."""


def dates_of_matter(
    document: Document, dates: Sequence[DateMention], labels: Sequence[EditionMention]
) -> list[DateMention]:
    """Dates that say when something was, without edition labels and days of publication."""
    stated = publication(document.text)
    skip = [(label.start, label.end) for label in labels]
    skip += [m.span() for m in DATELINE.finditer(document.text)]
    skip += [stated[1:]] if stated else []
    if document.published:
        appeared = document.published.isoformat()
        bylines = [(b.start, b.end) for b in document.blocks if b.end - b.start <= BYLINE]
        skip += [
            (d.start, d.end)
            for d in dates
            if d.value == appeared and any(s <= d.start < e for s, e in bylines)
        ]
    return [d for d in dates if d.value and not any(s <= d.start < e for s, e in skip)]
