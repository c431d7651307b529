"""Prove that a log is whole: every link of the chain, and what each decision was shown."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from factcheck.review.decisions import START, BadLog, Entry, Log


@dataclass(frozen=True, slots=True)
class Proof:
    """What the proof came to."""

    entries: int
    """How many links hold, from the first on."""
    head: str
    """Hash of the last link that holds. Kept elsewhere, it later proves that nothing is missing."""
    broken: str | None = None
    """The first broken link and what is wrong with it; None where all hold."""


def verify(log: Log, head: str | None = None) -> Proof:
    """Walk the chain. `head`: a hash noted earlier, which has to be a link of it still.

    A chain alone cannot show that its end was cut off, or that all of it was written anew by
    somebody who owns the file; a head noted elsewhere can.
    """
    try:
        contents, entries = log.query("SELECT digest, content FROM seen"), log.entries()
    except BadLog as error:
        return Proof(0, START, f"the file itself: {error.found}")
    shown = {digest: sha256(str(content).encode()).hexdigest() for digest, content in contents}
    previous, count, found = START, 0, head is None
    for entry in entries:
        if wrong := _wrong(entry, count, previous, shown):
            return Proof(count, previous, f"entry {count + 1}: {wrong}")
        previous, count = entry.hash, count + 1
        found = found or entry.hash == head
    missing = None if found else f"after entry {count}: no link has the hash {head}"
    return Proof(count, previous, missing)


def open_whole(path: Path) -> Log:
    """Open a log to which decisions are to be added. Raises `BadLog` where it is not whole."""
    log = Log(path)
    proof = verify(log)
    if proof.broken:
        log.close()
        wanted = "a log that is whole: keep this one as it is, and begin another with --log"
        raise BadLog(path, f"broken at {proof.broken}", wanted)
    return log


def _wrong(entry: Entry, count: int, previous: str, shown: dict[str, str]) -> str | None:
    if entry.seq != count + 1:
        return f"missing; the next one in the file is number {entry.seq}"
    if entry.previous != previous:
        return "not chained to the entry before it"
    if entry.digest() != entry.hash:
        return "its content does not fit its hash"
    if shown.get(entry.seen) != entry.seen:
        return "what it was shown is missing or changed"
    return None
