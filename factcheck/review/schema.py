"""The tables of the review log, and the triggers that refuse to change what is written."""

APPLICATION = 0x46435256
"""Marks the file as ours (`PRAGMA application_id`): "FCRV"."""
VERSION = 1

_FROZEN = ("decision", "seen")

SCHEMA = (
    """CREATE TABLE IF NOT EXISTS decision (
        seq INTEGER PRIMARY KEY, time TEXT NOT NULL, reviewer TEXT NOT NULL, role TEXT NOT NULL,
        action TEXT NOT NULL CHECK (action IN ('accept', 'override', 'unsure', 'skip', 'undo')),
        path TEXT NOT NULL, finding TEXT NOT NULL, status TEXT, cause TEXT, expected TEXT,
        note TEXT NOT NULL, slot TEXT, slot_value TEXT, undoes INTEGER REFERENCES decision (seq),
        seen TEXT NOT NULL REFERENCES seen (digest),
        previous TEXT NOT NULL UNIQUE, hash TEXT NOT NULL UNIQUE
    ) STRICT""",
    "CREATE INDEX IF NOT EXISTS decision_finding ON decision (path, finding, role)",
    """CREATE TABLE IF NOT EXISTS seen (
        digest TEXT PRIMARY KEY, content TEXT NOT NULL
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS person (
        name TEXT PRIMARY KEY, role TEXT NOT NULL CHECK (role IN ('reviewer', 'second', 'lead')),
        token TEXT NOT NULL
    ) STRICT""",
    "CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    "INSERT OR IGNORE INTO setting VALUES ('secret', hex(randomblob(32)))",
    *(
        f"""CREATE TRIGGER IF NOT EXISTS {table}_no_{event} BEFORE {event} ON {table}
        BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END"""
        for table in _FROZEN
        for event in ("update", "delete")
    ),
    # INSERT OR REPLACE deletes without asking the delete triggers: refused here instead.
    """CREATE TRIGGER IF NOT EXISTS decision_in_order BEFORE INSERT ON decision
        WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM decision)
        BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END""",
    """CREATE TRIGGER IF NOT EXISTS seen_once BEFORE INSERT ON seen
        WHEN EXISTS (SELECT 1 FROM seen WHERE digest = NEW.digest)
        BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END""",
    f"PRAGMA application_id = {APPLICATION}",
    f"PRAGMA user_version = {VERSION}",
)
