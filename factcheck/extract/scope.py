"""Turn the numbers of an article into claims: who, what, when, which edition, said how."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from factcheck.articles.metadata import publication
from factcheck.extract import checkability, editions, events, what, when, who
from factcheck.extract.dates import DateMention
from factcheck.extract.entities import Mention
from factcheck.extract.sentences import Sentence
from factcheck.extract.view import View
from factcheck.model import Attribution, Block, BlockKind, Claim, Document, Kind, Quantity, Slot

# Weights of words outside the sentence, as shares of a word in the number's own clause.
ROW, COLUMN, HEADING, TITLE, EARLIER = 1.0, 0.7, 0.5, 0.3, (0.4, 0.3, 0.2)
LIST = (0.4, 0.3)
"""The same for the items before it in a list."""
DATELINE = re.compile(r"^[ *_]*[A-Z][A-Z .,'’-]{2,40}[,(\s]+[^()\n]{4,30}\)?\s+[-–—]{1,2}\s", re.MULTILINE)
"""Place and day before a report's first sentence: when it was written, not what it is about."""
MAX_INHERITED = 4
"""Readings of entity or period kept per claim: more only add noise."""


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
        self.document = document
        self.text = document.text
        self.sentences = sentences
        self.labels = editions.find_editions(document.text)
        labelled = {(label.start, label.end) for label in self.labels}
        dates = [d for d in dates if d.value and (d.start, d.end) not in labelled]
        datelines = [m.span() for m in DATELINE.finditer(document.text)]
        stated = publication(document.text)
        datelines += [stated[1:]] if stated else []
        dates = [d for d in dates if not any(s <= d.start < e for s, e in datelines)]
        self.quantities = quantities
        self.dates = dates
        self.mentions = mentions
        self.lines = [m.end() for m in re.finditer("\n", document.text)]
        self._main_period = _commonest(d.value for d in dates if d.bare_year)
        self._starts = {
            id(items): [item.start for item in items] for items in (quantities, dates, mentions)
        }
        self._views: dict[int, View] = {}

    def claims(self) -> list[Claim]:
        """All claims in text order."""
        claims: list[Claim] = []
        for index, sentence in enumerate(self.sentences):
            block = self._block(sentence)
            if block is not None and block.kind is BlockKind.TABLE_HEADER:
                continue
            for quantity in self._stated(index):
                claims.append(self._claim(index, quantity, claims))
        return claims

    def _stated(self, index: int) -> list[Quantity]:
        """Numbers of one sentence, with the dates and edition labels that are claims."""
        view = self.view(index)
        sentence = view.sentence
        stated = list(view.quantities)
        block = self._block(sentence)
        for mention in view.dates:
            in_date_row = block is not None and block.row and events.DATE_ROW.search(
                self.text[slice(*block.row)]
            )
            if in_date_row or events.is_event(view, mention):
                stated.append(events.as_quantity(mention))
        taken = [(q.start, q.end) for q in stated]
        for label in self.labels:
            inside = sentence.start <= label.start < sentence.end
            if inside and not any(s < label.end and label.start < e for s, e in taken):
                stated.append(events.edition_as_quantity(self.text, label))
        return sorted(stated, key=lambda q: q.start)

    def view(self, index: int) -> View:
        if index not in self._views:
            sentence = self.sentences[index]
            self._views[index] = View(
                self.text,
                sentence,
                self._inside(self.quantities, sentence.start, sentence.end),
                self._inside(self.mentions, sentence.start, sentence.end),
                self._inside(self.dates, sentence.start, sentence.end),
            )
        return self._views[index]

    def _inside(self, items: Sequence, start: int, end: int) -> list:
        starts = self._starts[id(items)]
        return list(items[bisect_left(starts, start) : bisect_left(starts, end)])

    def _block(self, sentence: Sentence) -> Block | None:
        return self.document.blocks[sentence.block] if sentence.block >= 0 else None

    def _claim(self, index: int, quantity: Quantity, earlier: list[Claim]) -> Claim:
        view, block = self.view(index), self._block(self.sentences[index])
        around = self._around(index, block)
        periods = self._periods(view, quantity, block, around, earlier)
        pieces = [(quantity.quote, 1.0), *what.context(view, quantity), *what.implied(view, quantity)]
        source = checkability.source_named(view)
        line = bisect_right(self.lines, quantity.start)
        return Claim(
            quantity=quantity,
            line=line + 1,
            column=quantity.start - (self.lines[line - 1] if line else 0) + 1,
            sentence=self.text[view.sentence.start : view.sentence.end],
            sentence_start=view.sentence.start,
            block=view.sentence.block,
            entities=tuple(self._entities(view, quantity, block, around, earlier)),
            compared_to=who.compared_to(view, quantity),
            measure=what.measure(pieces),
            periods=tuple(periods),
            base_period=when.base_period(view, quantity),
            editions=tuple(self._editions(view, block, around)),
            attribution=self._attribution(block, quantity, source),
            source_named=source,
            checkability=checkability.checkability(view, quantity, self._future(periods)),
            direction=what.direction(view, quantity),
            operation=what.operation(view, quantity),
            role=when.role(view, quantity),
            steps_back=when.steps_back(view, quantity) or int(not periods and when.year_before(view, quantity)),
            window=when.window(view),
            rejected=checkability.rejected(view, quantity),
            context=tuple(pieces + self._outer_context(index, block, around)),
        )

    def _attribution(self, block: Block | None, quantity: Quantity, source: str | None) -> Attribution:
        return checkability.attribution(self.text, block.start if block else 0, quantity, source)

    def _future(self, periods: Sequence[Slot]) -> bool:
        published = self.document.published
        if published is None or not periods or not periods[0].firm:
            return False
        return _first_day(periods[0].value) > published

    def _around(self, index: int, block: Block | None) -> list[tuple[str, int, int]]:
        """(origin, start, end) of the stretches a claim may inherit from, nearest first."""
        spans: list[tuple[str, int, int]] = []
        if block is not None and block.row:
            spans.append(("row", *block.row))
        if block is not None and block.column:
            spans.append(("column", *block.column))
        sentence = self.sentences[index]
        spans += self._items_before(sentence.block)
        for back in range(index - 1, max(index - 4, -1), -1):
            before = self.sentences[back]
            if sentence.block < 0 or not self._runs_on(before.block, sentence.block):
                break
            origin = "paragraph" if before.block == sentence.block else "before"
            spans.append((origin, before.start, before.end))
        heading = self._heading(sentence.block)
        if heading is not None:
            spans.append(("heading", heading.start, heading.end))
        title = next((b for b in self.document.blocks if b.kind is BlockKind.TITLE), None)
        if title is not None and title is not block:
            spans.append(("title", title.start, title.end))
        return spans

    def _runs_on(self, earlier: int, later: int) -> bool:
        """One block, or paragraphs that follow each other with no heading in between."""
        kinds = {block.kind for block in self.document.blocks[max(earlier, 0) : later + 1]}
        return earlier == later or (later - earlier <= 1 and kinds == {BlockKind.PARAGRAPH})

    def _items_before(self, block: int) -> list[tuple[str, int, int]]:
        blocks = self.document.blocks
        found: list[tuple[str, int, int]] = []
        while block > 0 and len(found) < len(LIST) and blocks[block].kind is blocks[block - 1].kind is BlockKind.ITEM:
            block -= 1
            found.append(("list", blocks[block].start, blocks[block].end))
        return found

    def _heading(self, block: int) -> Block | None:
        for candidate in reversed(self.document.blocks[: max(block, 0)]):
            if candidate.kind is BlockKind.HEADING:
                return candidate
            if candidate.kind is BlockKind.TITLE:
                return None
        return None

    def _entities(self, view, quantity, block, around, earlier) -> list[Slot]:  # noqa: ANN001
        slots = who.readings(view, quantity)
        if block is not None and block.kind is BlockKind.CELL:
            slots = []
        for origin, start, end in around:
            if origin == "list":
                continue
            found = self._inside(self.mentions, start, end)
            firm = origin in ("row", "column") and not any(s.firm for s in slots)
            for mention in found[:2]:
                slots.append(Slot(mention.entity, origin, firm))
        if earlier and earlier[-1].entities and earlier[-1].block == view.sentence.block:
            slots.append(Slot(earlier[-1].entities[0].value, "paragraph", False))
        return _unique(slots)[:MAX_INHERITED]

    def _periods(self, view, quantity, block, around, earlier) -> list[Slot]:  # noqa: ANN001
        if quantity.kind is Kind.DATE:
            return [Slot(str(quantity.value), "clause")]
        slots = when.readings(view, quantity)
        following = view.following(quantity)
        if when.role(view, quantity) == "from" and following and not slots:
            slots = [s for s in when.readings(view, following) if "/" in s.value][:1]
        same = [c for c in earlier if c.sentence_start == view.sentence.start and c.periods]
        if when.year_before(view, quantity):
            slots = [Slot(_years_earlier(c.periods[0].value, 1), "clause") for c in same[-1:]]
            if not slots:
                return []
        for origin, start, end in around:
            if origin == "list":
                continue
            firm = origin in ("row", "column") and not slots
            said = [c.periods[0].value for c in earlier if start <= c.quantity.start < end and c.periods]
            said = said or [d.value for d in self._inside(self.dates, start, end)]
            slots += [Slot(value, origin, firm) for value in said[:1]]
        if self._main_period:
            slots.append(Slot(self._main_period, "article", False))
        slots = [replace(s, value=_end_of_change(s.value, when.role(view, quantity))) for s in slots]
        if when.role(view, quantity) == "from" and not any(s.origin == "clause" for s in slots):
            steps = when.window(view) or max(when.steps_back(view, quantity), 1)
            slots = [replace(s, value=_years_earlier(s.value, steps)) for s in slots]
        return _unique(slots)[:MAX_INHERITED]

    def _editions(self, view, block, around) -> list[Slot]:  # noqa: ANN001
        spans = [("sentence", view.sentence.start, view.sentence.end), *around]
        slots = []
        for origin, start, end in spans:
            for label in self.labels:
                if start <= label.start < end:
                    slots.append(Slot(label.edition, origin, origin in ("sentence", "column", "row")))
        common = _commonest(label.edition for label in self.labels)
        if common:
            slots.append(Slot(common, "article", False))
        return _unique(slots)[:MAX_INHERITED]

    def _outer_context(
        self, index: int, block: Block | None, around: list[tuple[str, int, int]]
    ) -> list[tuple[str, float]]:
        weights = {"row": ROW, "column": COLUMN, "heading": HEADING, "title": TITLE}
        pieces, step, item = [], 0, 0
        for origin, start, end in around:
            if origin == "list":
                weight = LIST[item]
                item += 1
            elif origin in ("paragraph", "before"):
                weight = EARLIER[min(step, len(EARLIER) - 1)]
                step += 1
            else:
                weight = weights[origin]
            pieces.append((self.text[start:end], weight))
        return pieces


def _commonest(values: Iterable[str]) -> str | None:
    counts = Counter(values)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None


def _unique(slots: list[Slot]) -> list[Slot]:
    seen: set[str] = set()
    return [s for s in slots if not (s.value in seen or seen.add(s.value))]


def _end_of_change(period: str, role: str | None) -> str:
    """ "from 64 to 46 in the same period": the first figure is of its start, the second of its end."""
    first, slash, last = period.partition("/")
    if not slash or role is None or not len(first) == len(last) == 4:
        return period
    return first if role == "from" else last


def _years_earlier(period: str, years: int) -> str:
    return re.sub(r"\b(?:19|20)\d\d", lambda m: str(int(m.group()) - years), period)


def _first_day(period: str) -> date:
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", period)
    if not match:
        return date.min
    year, month, day = (int(g) if g else 1 for g in match.groups())
    return date(year, month, day)
