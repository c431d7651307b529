"""What all requests of one page share: the desk, the log, who asks, and what they may see."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from factcheck.report.schema import Article, Finding
from factcheck.review.decisions import Entry, Log
from factcheck.review.evidence import Figures
from factcheck.review.people import Person, people
from factcheck.review.queue import Query, Queue, Row, row, select
from factcheck.review.saved import Desk, Item
from factcheck.review.stale import Staleness
from factcheck.review.standing import Key, Standing, Standings

Judge = Callable[[Article, str, str, str], Finding]
"""(article, fingerprint, slot, value) -> the finding judged again with that slot changed.

Raises a `FactcheckError` that says why it cannot be."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How the page is run."""

    token: str
    """What the first address carries, where nobody is registered."""
    alone: str = "editor"
    """Name under which decisions are logged then."""


class Site:
    """Everything behind the page."""

    def __init__(
        self,
        desk: Desk,
        log: Log,
        settings: Settings,
        *,
        judge: Judge | None = None,
        figures: Figures | None = None,
    ) -> None:
        self.desk = desk
        self.log = log
        self.settings = settings
        self.judge = judge
        self.figures = figures
        self.stale = Staleness(log)
        self._standings = Standings()
        self._rows: dict[Person, tuple[int, list[Row]]] = {}
        self._queues: dict[Person, tuple[list[Row], Query, Queue]] = {}
        self._lock = threading.Lock()

    @property
    def standings(self) -> Standings:
        """What people have decided, up to what other servers on this log wrote just now."""
        with self._lock:
            self._standings.fold(self.log.entries(after=self._standings.seq))
            return self._standings

    @property
    def alone(self) -> Person:
        """Who decides where nobody is registered."""
        return Person(self.settings.alone, "lead")

    def person(self, name: str | None, mark: str | None) -> Person | None:
        """Who a session belongs to; nobody where name or token were taken back meanwhile."""
        known = people(self.log)
        person = known.get(name or "") if known else self.alone
        return person if person and (person.name, person.mark) == (name, mark) else None

    @property
    def registered(self) -> bool:
        """Whether people sign in by name; else the token of the start-up address is enough."""
        return bool(people(self.log))

    @property
    def two_readers(self) -> bool:
        """Whether a second reader has to agree before a decision is signed off."""
        return any(one.role == "second" for one in people(self.log).values())

    def rows(self, person: Person) -> list[Row]:
        """The desk as a person may see it; only what was decided since the last look is new."""
        seen, rows = self._rows.get(person, (-1, []))
        news = self.log.entries(after=max(seen, 0))
        standings = self.standings  # knows at least as much as `news`
        if seen < 0:
            items = self.desk.items
            rows = [row(item, standings.of(item.key), person, self.stale) for item in items]
        elif news:
            rows = list(rows)
            for key in {entry.key for entry in news} & self.desk.places.keys():
                place = self.desk.places[key]
                rows[place] = row(rows[place].item, standings.of(key), person, self.stale)
        self._rows[person] = (news[-1].seq if news else max(seen, 0), rows)
        return rows

    def queue(self, person: Person, query: Query) -> Queue:
        """What a person asked for; the same again as long as nobody decides anything."""
        rows = self.rows(person)
        known, asked, queue = self._queues.get(person, (None, None, None))
        if queue is None or known is not rows or asked != query:
            queue = select(rows, query)
            self._queues[person] = (rows, query, queue)
        return queue

    def row(self, item: Item, person: Person) -> Row:
        return row(item, self.standings.of(item.key), person, self.stale)

    def following(self, queue: Queue, after: Item) -> Item | None:
        """The next finding of a queue that one may have left by being decided."""
        rest = [one.item for one in queue.rows if one.item is not after]
        place = self.desk.places[after.key]
        later = (item for item in rest if self.desk.places[item.key] > place)
        return next(later, rest[0] if rest else None)

    def item(self, key: Key) -> Item | None:
        """The item that a log entry is about, if it is on the desk."""
        place = self.desk.places.get(key)
        return None if place is None else self.desk.items[place]

    def newest(self, n: int, before: int | None, person: Person) -> list[Entry]:
        """The newest entries of the log that a person may see (`may_see`)."""
        role = None if person.role == "lead" else person.role
        return self.log.newest(n, before, role, person.name)

    def history(self, item: Item, person: Person) -> list[Entry]:
        """The decisions on a finding that stand and that a person may see."""
        return [e for e in self.standing(item).entries if may_see(person, e)]

    def standing(self, item: Item) -> Standing:
        return self.standings.of(item.key)


def may_see(person: Person, entry: Entry) -> bool:
    """Readers are blind to what another role decided; the lead sees everything."""
    return person.role in ("lead", entry.role) or entry.reviewer == person.name
