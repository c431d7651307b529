"""Turn the numbers of an article into claims: who, what, when, which edition, said how."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TypeVar

from factcheck.extract import (
    changes,
    checkability,
    editions,
    events,
    inherit,
    pairs,
    parts,
    what,
    when,
    who,
)
from factcheck.extract.around import Stretch, heads, stretches
from factcheck.extract.bylines import dates_of_matter
from factcheck.extract.dates import DateMention
from factcheck.extract.entities import Mention
from factcheck.extract.sentences import Sentence
from factcheck.extract.view import View
from factcheck.measure.periods import bounds
from factcheck.model import Block, BlockKind, Claim, Document, Kind, Quantity, Slot

# Weights of words outside the sentence, as shares of a word in the number's own clause.
WEIGHTS = {"row": 1.0, "parent": 0.5, "column": 0.7, "heading": 0.5, "title": 0.3}
EARLIER = (0.4, 0.3, 0.2)
"""The same for sentences before it, nearest first."""
LIST = (0.4, 0.3)
"""The same for the items before it in a list."""
MAX_INHERITED = 4
"""Readings of entity or period kept per claim: more only add noise."""
Item = TypeVar("Item", Quantity, DateMention, Mention)


class Scope:
    """Everything found in one article, and the rules that tie it to each number."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        quantities: Sequence[Quantity],
        dates: Sequence[DateMention],
        mentions: Sequence[Mention],
    ) -> None:
        self.document, self.text, self.sentences = document, document.text, sentences
        self.labels = editions.find_editions(document.text)
        self.quantities, self.mentions = quantities, mentions
        self.dates = dates_of_matter(document, dates, self.labels)
        self._heads = heads(document.blocks)
        self.lines = [m.end() for m in re.finditer("\n", document.text)]
        self._starts = {
            id(items): [item.start for item in items]
            for items in (self.quantities, self.dates, self.mentions)
        }
        bare = [self._view(sentence, frozenset()) for sentence in sentences]
        sources = frozenset(name for view in bare for name in parts.cited(view))
        self.views = [self._view(sentence, sources) for sentence in sentences] if sources else bare
        self._opened_by = {view.sentence.start: view for view in reversed(self.views)}
        """Code point -> the sentence that begins there."""
        title = next((b for b in document.blocks if b.kind is BlockKind.TITLE), None)
        self.main_period = inherit.main_period(
            self.views, (title.start, title.end) if title else None, self.labels
        )

    @cached_property
    def rivals(self) -> list[str]:
        """The two sides of the contest that the article tells of; empty where it tells of none."""
        return pairs.rivals(self.views)

    def claims(self) -> list[Claim]:
        """All claims in text order."""
        claims: list[Claim] = []
        self._stated_claims: list[Claim] = []
        for index, sentence in enumerate(self.sentences):
            block = self._block(sentence)
            if block is None or block.kind is not BlockKind.TABLE_HEADER:
                for quantity in self._stated(self.views[index], block):
                    claims.append(self._claim(index, quantity, claims))
                    self._stated_claims += filter(inherit.is_stated, claims[-1:])
        return claims

    def _stated(self, view: View, block: Block | None) -> list[Quantity]:
        """Numbers of one sentence, with the dates and edition labels that are claims."""
        stated = list(view.quantities)
        row = self.text[slice(*block.row)] if block is not None and block.row else ""
        for mention in view.dates:
            if events.DATE_ROW.search(row) or events.is_event(view, mention):
                stated.append(events.as_quantity(mention))
        taken = [(q.start, q.end) for q in stated]
        for label in self.labels:
            inside = view.sentence.start <= label.start < view.sentence.end
            if inside and not any(s < label.end and label.start < e for s, e in taken):
                stated.append(events.edition_as_quantity(self.text, label))
        return sorted(stated, key=lambda q: q.start)

    def _view(self, sentence: Sentence, sources: frozenset[str]) -> View:
        start, end = sentence.start, sentence.end
        quantities = self._inside(self.quantities, start, end)
        mentions = self._inside(self.mentions, start, end)
        dates = self._inside(self.dates, start, end)
        return View(self.text, sentence, quantities, mentions, dates, sources)

    def _inside(self, items: Sequence[Item], start: int, end: int) -> list[Item]:
        starts = self._starts[id(items)]
        return list(items[bisect_left(starts, start) : bisect_left(starts, end)])

    def _block(self, sentence: Sentence) -> Block | None:
        return self.document.blocks[sentence.block] if sentence.block >= 0 else None

    def _claim(self, index: int, quantity: Quantity, earlier: list[Claim]) -> Claim:
        view, block = self.views[index], self._block(self.sentences[index])
        around = stretches(self.document, self.sentences, index, self._heads)
        pair = pairs.pair_of(view, quantity)
        anchor = pairs.whole(quantity, pair)
        place = inherit.Place(view, anchor, around, earlier, self._stated_claims)
        periods = self._periods(place)
        pieces = [
            (quantity.quote, 1.0),
            *pairs.telling(what.context(view, anchor), pair),
            *what.implied(view, quantity),
        ]
        source = checkability.source_named(view)
        line = bisect_right(self.lines, quantity.start)
        other = who.compared_to(view, quantity)
        return Claim(
            quantity=quantity,
            line=line + 1,
            column=quantity.start - (self.lines[line - 1] if line else 0) + 1,
            sentence=self.text[view.sentence.start : view.sentence.end],
            sentence_start=view.sentence.start,
            block=view.sentence.block,
            entities=self._entities(place, block, pair),
            compared_to=other,
            measure=what.measure(pieces),
            periods=periods,
            base_period=when.base_period(view, quantity) or inherit.base_period(place),
            editions=self._editions(view, around),
            attribution=checkability.attribution(
                self.text, block.start if block else 0, quantity, source
            ),
            source_named=source,
            checkability=checkability.checkability(
                view, quantity, *self._lies([slot for slot in periods[:1] if slot.firm])
            ),
            direction=what.direction(view, quantity)
            or (what.side(view, quantity) if other else None),
            operation=None
            if pair
            else what.operation(view, quantity) or _change(self.text, block, quantity),
            role=changes.role(view, quantity),
            tally=pair.says if pair else None,
            steps_back=changes.steps_back(view, quantity)
            or int(not periods and changes.year_before(view, quantity))
            or (0 if periods else changes.years_back(view, quantity)),
            window=changes.window(view),
            rejected=checkability.rejected(view, quantity),
            context=tuple(pieces + _outer_context(self.text, around)),
        )

    def _lies(self, periods: Sequence[Slot]) -> tuple[bool, bool]:
        """Whether the first period begins after publication, or ended before."""
        known = bounds(periods[0].value) if periods else None
        published = self.document.published
        if not known or not published:
            return False, False
        return known[0] > published, known[1] < published

    def _entities(
        self, place: inherit.Place, block: Block | None, pair: pairs.Pair | None
    ) -> tuple[Slot, ...]:
        if pair and pair.form == "result":
            return tuple(pairs.sides(place.view, pair, self.rivals))
        if kept := pairs.held(place.view, place.quantity, self.rivals):
            return tuple(kept)
        cell = block is not None and block.kind is BlockKind.CELL
        found = inherit.entities(place, lambda a, b: self._inside(self.mentions, a, b), cell=cell)
        return _unique(found)

    def _periods(self, place: inherit.Place) -> tuple[Slot, ...]:
        if place.quantity.kind is Kind.DATE:
            return (Slot(str(place.quantity.value), "clause"),)
        slots = inherit.periods(place, self._topics, self.main_period)
        return _unique(slot for slot in slots if slot.firm or not self._lies((slot,))[0])

    def _topics(self, start: int, end: int) -> list[DateMention]:
        """Dates between two offsets that nothing is merely measured against."""
        dates = self._inside(self.dates, start, end)
        view = self._opened_by.get(start)
        return dates if view is None else [d for d in dates if not when.is_base(view, d)]

    def _editions(self, view: View, around: Sequence[Stretch]) -> tuple[Slot, ...]:
        spans = [Stretch("sentence", view.sentence.start, view.sentence.end), *around]
        slots = [
            Slot(label.edition, span.origin, span.origin in ("sentence", "column", "row"))
            for span in spans
            for label in self.labels
            if span.start <= label.start < span.end
            and (span.origin == "sentence" or not label.past)
        ]
        common = _commonest(label.edition for label in self.labels if not label.past)
        return _unique([*slots, Slot(common, "article", False)] if common else slots)


def _change(text: str, block: Block | None, quantity: Quantity) -> str | None:
    header = text[slice(*block.column)] if block is not None and block.column else ""
    return what.change_in_column(header, quantity)


def _outer_context(text: str, around: Sequence[Stretch]) -> list[tuple[str, float]]:
    """Words around the sentence with their weights, nearest first."""
    items, sentences = iter(LIST), iter(EARLIER)
    pieces = []
    for stretch in around:
        if stretch.origin in WEIGHTS:
            weight = WEIGHTS[stretch.origin]
        else:
            weight = next(items if stretch.origin == "list" else sentences, EARLIER[-1])
        pieces.append((text[stretch.start : stretch.end], weight))
    return pieces


def _commonest(values: Iterable[str]) -> str | None:
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None


def _unique(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """The first slot of each value, as many as are kept."""
    first: dict[str, Slot] = {}
    for slot in slots:
        first.setdefault(slot.value, slot)
    return tuple(first.values())[:MAX_INHERITED]
