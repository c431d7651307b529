"""One sentence with everything found in it: what the scope rules look at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

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

_start, _end = attrgetter("start"), attrgetter("end")

SIGHT = 400
"""Code points before an offset that rules look through, for each number and name anew. The longest
sentence of the articles in corpora/ has 171."""
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
        """The sentence up to an offset, as far back as a rule looks."""
        return self.text[max(self.sentence.start, offset - SIGHT) : offset]

    def after(self, offset: int) -> str:
        return self.text[offset : self.sentence.end]

    def crosses_quantity(self, start: int, end: int) -> bool:
        """Whether another quantity stands between two offsets."""
        return self.quantities_within(start, end) > 0

    def quantities_within(self, start: int, end: int) -> int:
        """How many quantities stand between two offsets."""
        first = bisect_left(self.quantities, start, key=_start)
        return max(0, bisect_right(self.quantities, end, key=_end) - first)

    def in_quantity(self, offset: int) -> bool:
        """Whether the code point at an offset is part of a quantity."""
        at = bisect_right(self.quantities, offset, key=_start)
        return at > 0 and offset < self.quantities[at - 1].end

    def statement(self, quantity: Quantity) -> int:
        """Where the statement that holds the number begins."""
        ends = _statement_ends(self)
        return ends[max(bisect_right(ends, quantity.start) - 1, 0)]

    def previous(self, quantity: Quantity) -> Quantity | None:
        return self.quantity_before(quantity.start)

    def quantity_before(self, offset: int) -> Quantity | None:
        """The last quantity that ends at an offset or before it."""
        at = bisect_right(self.quantities, offset, key=_end)
        return self.quantities[at - 1] if at else None

    def following(self, quantity: Quantity) -> Quantity | None:
        at = bisect_left(self.quantities, quantity.end, key=_start)
        return self.quantities[at] if at < len(self.quantities) else None

    def reach(self, quantity: Quantity, count: int) -> tuple[int, int]:
        """Where the count-th number before one begins and the count-th after it ends, or the
        sentence."""
        before = bisect_right(self.quantities, quantity.start, key=_end) - count
        after = bisect_left(self.quantities, quantity.end, key=_start) + count - 1
        left = self.quantities[before].start if before >= 0 else self.sentence.start
        inside = after < len(self.quantities)
        return left, self.quantities[after].end if inside else self.sentence.end

    def runs(self, joined: Callable[[Quantity, Quantity], object]) -> list[list[Quantity]]:
        """The quantities, parted where one is not joined to the one before."""
        runs: list[list[Quantity]] = []
        for quantity in self.quantities:
            if runs and joined(runs[-1][-1], quantity):
                runs[-1].append(quantity)
            else:
                runs.append([quantity])
        return runs


@lru_cache(maxsize=REMEMBERED)
def _statement_ends(view: View) -> list[int]:
    """Where the sentence and each later statement in it begin."""
    breaks = STATEMENT.finditer(view.text, view.sentence.start, view.sentence.end)
    return [view.sentence.start, *(found.end() for found in breaks)]
