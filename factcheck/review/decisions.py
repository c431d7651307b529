"""The log of decisions: SQLite, append-only, every entry chained to the one before by its hash."""

from __future__ import annotations

import json
import sqlite3
import threading
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.review.schema import APPLICATION, SCHEMA, VERSION

ACTIONS = ("accept", "override", "unsure", "skip", "undo")
START = "0" * 64
"""What the first entry is chained to."""
PATIENCE = 30.0
"""Seconds to wait for other writers before giving up."""
TURN = 10
"""Milliseconds of each try to write: SQLite itself waits longer and longer between its tries, so
that one of many busy processes would starve."""


class BadLog(FactcheckError):
    """The log cannot be used: it is another kind of file, or damaged. Exit 2."""

    code = "bad-review-log"

    def __init__(self, path: Path | str, found: str, expected: str) -> None:
        self.found = found
        super().__init__(f"{path}: {found}; expected {expected}. [{self.code}]")


class NoRoom(FactcheckError):
    """The disk is full: nothing was recorded, and the log is as it was."""

    code = "machine"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Not recorded: no space left on the disk of {path.name}. Make room and decide again;"
            f" what was recorded before is kept. [{self.code}]"
        )


class Overtaken(Exception):
    """Somebody of the same role decided on the finding after the page was shown."""

    def __init__(self, by: Entry) -> None:
        self.by = by
        super().__init__(f"decided by {by.reviewer} meanwhile")


@dataclass(frozen=True, slots=True)
class Entry:
    """One decision as it stands in the log. The order of the fields is the order of the hash."""

    reviewer: str
    role: str
    """reviewer, second or lead: what the person was when deciding."""
    action: str
    """One of `ACTIONS`."""
    path: str
    """Of the article, as the report names it."""
    finding: str
    """Fingerprint, the same over re-runs while sentence and number stay."""
    status: str | None = None
    """The verdict the person arrives at; None for unsure, skip and undo."""
    cause: str | None = None
    expected: str | None = None
    """The right figure, in the person's words or as suggested."""
    note: str = ""
    slot: str | None = None
    """period, entity or indicator, where the person changed one."""
    slot_value: str | None = None
    undoes: int | None = None
    """Of an undo: `seq` of the entry taken back."""
    seen: str = ""
    """SHA-256 of what was shown (`Log.seen`): article, claim, reference row and verdict, and under
    "again" the finding as it was judged with the slot changed."""
    time: str = ""
    """UTC, ISO 8601 with milliseconds; set by the log."""
    seq: int = 0
    """From 1, without gaps; set by the log."""
    previous: str = ""
    hash: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Which finding it is about: article's path and fingerprint."""
        return self.path, self.finding

    def digest(self) -> str:
        """SHA-256 over all fields but `hash` itself, as a JSON list."""
        content = [getattr(self, name) for name in COLUMNS if name != "hash"]
        return sha256(_json(content).encode()).hexdigest()


COLUMNS = tuple(one.name for one in fields(Entry))
_INSERT = f"INSERT INTO decision ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"
_SELECT = f"SELECT {', '.join(COLUMNS)} FROM decision"


_Turn = tuple[Future[Entry], Entry, str, int | None]
"""An entry to be written: its outcome, itself, what was shown, and what the page knew of."""


class Log:
    """One log file. Safe to use from several threads, and from several processes at once."""

    def __init__(self, path: Path | str) -> None:
        """Open the log, or begin one. Raises `BadLog` where the file is something else."""
        self.path = Path(path)
        self._lock = threading.RLock()
        self._waiting: deque[_Turn] = deque()
        try:
            if not self.path.exists():
                self.path.touch(mode=0o600)  # before SQLite makes it readable for all
            self.db = sqlite3.connect(
                self.path, timeout=PATIENCE, isolation_level=None, check_same_thread=False
            )
            self._prepare()
        except (OSError, sqlite3.Error, UnicodeDecodeError) as error:
            raise BadLog(self.path, _reason(error), "a review log, or a place for one") from None

    def append(self, entry: Entry, seen: Mapping[str, Any], known: int | None = None) -> Entry:
        """Write one decision and return it with time, number and hash; it is on disk then.

        `seen`: what the person was shown. `known`: the last entry of this role on the finding that
        the page knew of (0 for none); raises `Overtaken` where another person's is newer.
        """
        return self.append_shown(entry, _json(seen), known)

    def append_shown(self, entry: Entry, content: str, known: int | None = None) -> Entry:
        """The same where what was shown is already in the form in which the log keeps it.

        Who waits for the disk takes along all who came meanwhile: one commit serves them all.
        """
        own: Future[Entry] = Future()
        self._waiting.append((own, entry, content, known))
        with self._lock:
            if not own.done():
                self._write_waiting()
        return own.result()

    def entries(self, after: int = 0) -> list[Entry]:
        """Return every entry with a number above `after`, in order."""
        rows = self.query(f"{_SELECT} WHERE seq > ? ORDER BY seq", after)
        return [Entry(*row) for row in rows]

    def newest(self, n: int, before: int | None, role: str | None, reviewer: str) -> list[Entry]:
        """Return up to `n` entries below number `before`, the newest first.

        Those of a role and those of a person; of everybody where `role` is None.
        """
        rows = self.query(
            f"{_SELECT} WHERE seq < coalesce(?, seq + 1)"
            " AND (? IS NULL OR role = ? OR reviewer = ?) ORDER BY seq DESC LIMIT ?",
            *(before, role, role, reviewer, n),
        )
        return [Entry(*row) for row in rows]

    def entry(self, seq: int) -> Entry | None:
        """Return the entry of a number."""
        rows = self.query(f"{_SELECT} WHERE seq = ?", seq)
        return Entry(*rows[0]) if rows else None

    def last(self) -> Entry | None:
        """Return the newest entry."""
        rows = self.query(f"{_SELECT} ORDER BY seq DESC LIMIT 1")
        last = Entry(*rows[0]) if rows else None
        if last and not last.hash:
            raise BadLog(self.path, "an entry without a hash", "a review log that is whole")
        return last

    def seen(self) -> dict[str, dict[str, Any]]:
        """Return what was shown, by its SHA-256."""
        rows = self.query("SELECT digest, content FROM seen")
        return {digest: json.loads(content) for digest, content in rows}

    def secret(self) -> str:
        """Return the key that signs the page's cookies; it lives as long as the log."""
        found = self.query("SELECT value FROM setting WHERE name = 'secret'")
        if not found:
            raise BadLog(self.path, "no key to sign with", "a review log that is whole")
        return str(found[0][0])

    def query(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows of a statement; alone on the connection while it runs.

        Raises `BadLog` where the file is damaged.
        """
        with self._lock, self._whole():
            return self.db.execute(sql, values).fetchall()

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """What SQLite says of a damaged file, as an error of ours. Busy it is only for a while."""
        try:
            yield
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if isinstance(error, sqlite3.IntegrityError) or "locked" in str(error):
                raise
            if "is full" in str(error):
                raise NoRoom(self.path) from None
            raise BadLog(self.path, _reason(error), "a review log that is whole") from None

    def close(self) -> None:
        self.db.close()

    def _write_waiting(self) -> None:
        """Write what is waiting in one transaction, or where that fails each in its own."""
        turns = [self._waiting.popleft() for _ in range(len(self._waiting))]
        if not self._write(turns):
            for turn in turns:
                self._write([turn])

    def _write(self, turns: Sequence[_Turn]) -> bool:
        """Write some entries; nobody hears of theirs before it is on disk. False: none is."""
        told: list[Entry | Overtaken] = []
        try:
            with self._writing():
                for _, entry, content, known in turns:
                    told.append(self._written(entry, content, known))
        except BaseException as error:
            if len(turns) > 1:
                return False
            turns[0][0].set_exception(error)
            return True
        for (future, *_), outcome in zip(turns, told, strict=True):
            if isinstance(outcome, Overtaken):
                future.set_exception(outcome)
            else:
                future.set_result(outcome)
        return True

    def _written(self, entry: Entry, content: str, known: int | None) -> Entry | Overtaken:
        """Insert one entry at the end of the chain; nothing where somebody else was quicker."""
        if known is not None and (newer := self._overtaken(entry, known)):
            return newer
        digest = sha256(content.encode()).hexdigest()
        last = self.last()
        full = replace(
            entry,
            seen=digest,
            time=datetime.now(UTC).isoformat(timespec="milliseconds"),
            seq=last.seq + 1 if last else 1,
            previous=last.hash if last else START,
        )
        full = replace(full, hash=full.digest())
        try:
            self.db.execute(
                "INSERT INTO seen SELECT ?, ?"
                " WHERE NOT EXISTS (SELECT 1 FROM seen WHERE digest = ?)",
                (digest, content, digest),
            )
            self.db.execute(_INSERT, [getattr(full, name) for name in COLUMNS])
        except sqlite3.IntegrityError as error:
            if "append-only" in str(error):  # of what is new it says so where the order is damaged
                found = "entries that do not follow on one another"
                raise BadLog(self.path, found, "a review log that is whole") from None
            raise
        return full

    def _overtaken(self, entry: Entry, known: int) -> Overtaken | None:
        newer = self.query(
            f"{_SELECT} WHERE path = ? AND finding = ? AND role = ? AND reviewer <> ? AND seq > ?"
            " ORDER BY seq DESC LIMIT 1",
            *(entry.path, entry.finding, entry.role, entry.reviewer, known),
        )
        return Overtaken(Entry(*newer[0])) if newer else None

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One writer at a time; what it wrote is on disk when it is done, or not there at all."""
        with self._lock, self._whole():
            self._begin()
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:  # of a full disk SQLite has gone back by itself
                    self.db.execute("ROLLBACK")
                raise

    def _begin(self) -> None:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                self.db.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if "locked" not in str(error) or time.monotonic() > until:
                    raise

    def _prepare(self) -> None:
        mark = self.db.execute("PRAGMA application_id").fetchone()[0]
        tables = self.db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and mark != APPLICATION:
            raise sqlite3.DatabaseError("another kind of SQLite file")
        version = self.db.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise sqlite3.DatabaseError(f"written by a later version ({version})")
        self.db.execute("PRAGMA journal_mode = WAL")
        self.db.execute("PRAGMA synchronous = FULL")  # acknowledged means on disk
        if not tables:
            with self._writing():
                for statement in SCHEMA:
                    self.db.execute(statement)
        self.db.execute(f"PRAGMA busy_timeout = {TURN}")


def _reason(error: Exception) -> str:
    words = (getattr(error, "strerror", None) or str(error)).lower()
    return "not an SQLite file" if "not a database" in words else words


def _json(content: Any) -> str:
    return json.dumps(
        content, ensure_ascii=False, separators=(",", ":"), sort_keys=True, default=str
    )
