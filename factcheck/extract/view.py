"""One sentence with everything found in it: what the scope rules look at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.extract.dates import DateMention
from factcheck.extract.entities import Mention
from factcheck.extract.sentences import Sentence
from factcheck.model import Quantity

CLAUSE_BREAK = re.compile(
    r";|:(?=\s)|\s[–—-]\s|—|,(?=\s)|\s(?:while|whereas|but|although|compared with)\s"
)
"""Where one statement ends and the next begins; colons count on the right-hand side only."""

STATEMENT = re.compile(r";|:\s|\s[–—-]\s|—|\b(?:while|whereas|but)\b|,\s+(?:and|though|although)\s")
"""Where a statement with a subject of its own may begin."""

REMEMBERED = 256
"""Answers that a rule keeps: those about the numbers of a paragraph, whichever rule asks next."""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A sentence, its quantities, entity mentions and dates, all in text order.

    Told apart by identity, so that rules which many others ask can remember what they said.
    """

    text: str
    sentence: Sentence
    quantities: Sequence[Quantity]
    mentions: Sequence[Mention]
    dates: Sequence[DateMention]
    sources: frozenset[str] = frozenset()
    """Entities that the article quotes as sources."""

    def between(self, start: int, end: int) -> str:
        return self.text[start:end]

    def before(self, offset: int) -> str:
        return self.text[self.sentence.start : offset]

    def after(self, offset: int) -> str:
        return self.text[offset : self.sentence.end]

    def crosses_quantity(self, start: int, end: int) -> bool:
        """Whether another quantity stands between two offsets."""
        return any(start <= q.start and q.end <= end for q in self.quantities)

    def statement(self, quantity: Quantity) -> int:
        """Where the statement that holds the number begins."""
        breaks = STATEMENT.finditer(self.text, self.sentence.start, quantity.start)
        return max((found.end() for found in breaks), default=self.sentence.start)

    def previous(self, quantity: Quantity) -> Quantity | None:
        earlier = [q for q in self.quantities if q.end <= quantity.start]
        return earlier[-1] if earlier else None

    def following(self, quantity: Quantity) -> Quantity | None:
        later = [q for q in self.quantities if q.start >= quantity.end]
        return later[0] if later else None
