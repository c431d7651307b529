"""What one person is shown next: the desk seen by a role, filtered, counted, in pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from factcheck.review.decisions import Entry
from factcheck.review.people import Person
from factcheck.review.saved import NEEDS_A_PERSON, Item
from factcheck.review.standing import Standing

PAGE = 40
"""Findings of one page of the queue."""
LONGEST = 200
"""Characters of a search that are looked at."""

FACETS = ("status", "cause", "outlet", "article", "indicator")
"""What the queue can be narrowed to: the values of `Item.facets`."""
NAMED = (*FACETS, "reviewer")

Sort = tuple[tuple[str, ...], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Query:
    """What a person chose to see; every field is part of the page's address."""

    view: str = "todo"
    status: str = ""
    cause: str = ""
    outlet: str = ""
    article: str = ""
    indicator: str = ""
    reviewer: str = ""
    text: str = ""

    @classmethod
    def read(cls, params: Mapping[str, str]) -> Query:
        """Take what is known from the parameters of a request."""
        known = {name: params[name][:LONGEST] for name in cls.__slots__ if name in params}
        return cls(**known)

    @property
    def address(self) -> str:
        """As the query part of an address, with its question mark; defaults are left out."""
        told = {name: getattr(self, name) for name in self.__slots__}
        said = {k: v for k, v in told.items() if v and (k, v) != ("view", "todo")}
        return "?" + urlencode(said) if said else ""

    def but(self, **changes: str) -> Query:
        """The same with some fields changed."""
        return replace(self, **changes)

    @property
    def narrowed(self) -> int:
        """How many filters are set, the search aside."""
        return sum(bool(getattr(self, name)) for name in NAMED)


@dataclass(frozen=True, slots=True)
class Row:
    """One finding of the queue with what the person may know of its standing."""

    item: Item
    mine: Entry | None
    """The decision that counts for this role."""
    stale: str
    """What has changed since that decision, in words."""
    disputed: bool
    skipped: bool
    sort: Sort = ((), frozenset())
    """Its values of `FACETS` and reviewer, and the views it is in: what it is counted by."""

    @property
    def done(self) -> bool:
        return self.mine is not None and not self.stale and not self.disputed


_VIEWS: dict[str, Callable[[Row], bool]] = {
    "todo": lambda row: not row.done and (row.item.rank <= NEEDS_A_PERSON or row.disputed),
    "open": lambda row: not row.done,
    "decided": lambda row: row.done,
    "unsure": lambda row: row.skipped or bool(row.mine and row.mine.action == "unsure"),
    "stale": lambda row: bool(row.stale),
    "disagreements": lambda row: row.disputed,
    "all": lambda row: True,
}
_UNTOUCHED = frozenset({"open", "all"})
_URGENT: frozenset[str] = _UNTOUCHED | {"todo"}
"""The views of what nobody has decided on yet."""


def row(item: Item, standing: Standing, person: Person, stale: Callable[[Item, Entry], str]) -> Row:
    """What a person sees of a finding: a second reader nothing of the first, nor the other way."""
    if not standing.entries:
        untouched = _URGENT if item.rank <= NEEDS_A_PERSON else _UNTOUCHED
        return Row(item, None, "", False, False, ((*item.facets, ""), untouched))
    mine = standing.latest(person.role)
    if person.role == "lead" and mine is None:  # what nobody is sure of is left for the lead
        mine = standing.first if standing.first and standing.first.status else None
    disputed = person.role == "lead" and standing.disagree()
    changed = stale(item, mine) if mine else ""
    seen = Row(item, mine, changed, disputed, standing.skipped(person.name))
    views = frozenset(name for name, holds in _VIEWS.items() if holds(seen))
    return replace(seen, sort=((*item.facets, mine.reviewer if mine else ""), views))


@dataclass(frozen=True, slots=True)
class Queue:
    """The findings chosen, in order, and how many there are of each sort."""

    rows: Sequence[Row]
    views: Mapping[str, int]
    """View -> number of findings under the filters set."""
    facets: Mapping[str, Mapping[str, int]]
    """Field -> value -> number of findings in the view, the filter of that field aside."""

    def place(self, id: str | None) -> int:
        """Where a finding stands, from 0; -1 where it does not."""
        return next((n for n, row in enumerate(self.rows) if row.item.id == id), -1)

    def page(self, at: int) -> tuple[int, Sequence[Row]]:
        """The page that holds place `at`: where it starts, and its rows."""
        start = max(at, 0) // PAGE * PAGE
        return start, self.rows[start : start + PAGE]


def select(rows: Iterable[Row], query: Query) -> Queue:
    """Choose, count and order. What was skipped comes last."""
    sought = query.text.lower().split()
    if sought:
        rows = [row for row in rows if all(word in row.item.words for word in sought)]
    rows = list(rows)
    view = query.view if query.view in _VIEWS else "todo"
    views: Counter[str] = Counter()
    facets: dict[str, Counter[str]] = {name: Counter() for name in NAMED}
    chosen = set()
    for sort, n in Counter(row.sort for row in rows).items():
        values, within = sort
        misses = [m for m, v in zip(NAMED, values, strict=True) if getattr(query, m) not in ("", v)]
        if not misses:
            views.update(dict.fromkeys(within, n))
        if view not in within or len(misses) > 1:
            continue
        for name, value in zip(NAMED, values, strict=True):
            if value and (not misses or name in misses):
                facets[name][value] += n
        if not misses:
            chosen.add(sort)
    found = [row for row in rows if row.sort in chosen]
    kept = [row for row in found if not row.skipped] + [row for row in found if row.skipped]
    return Queue(kept, views, {name: dict(sorted(c.items())) for name, c in facets.items()})
