"""What the log amounts to for each finding: who decided what, and whether it is signed off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field

from factcheck.review.decisions import Entry

Key = tuple[str, str]
"""Path of the article and fingerprint of the finding."""


@dataclass(slots=True)
class Standing:
    """The decisions on one finding that nobody took back, oldest first."""

    entries: list[Entry] = field(default_factory=list)

    def latest(self, role: str) -> Entry | None:
        """The newest decision of a role; a skip is none."""
        some = (e for e in reversed(self.entries) if e.role == role and e.action != "skip")
        return next(some, None)

    def skipped(self, name: str) -> bool:
        """Whether the person's last word on it was to skip it."""
        own = [e.action for e in self.entries if e.reviewer == name]
        return bool(own) and own[-1] == "skip"

    @property
    def first(self) -> Entry | None:
        return self.latest("reviewer")

    @property
    def second(self) -> Entry | None:
        return self.latest("second")

    @property
    def settled(self) -> Entry | None:
        return self.latest("lead")

    def disagree(self) -> bool:
        """Both have read it, they differ, and the lead has not settled it."""
        first, second = self.first, self.second
        return bool(first and second and not self.settled and verdict(first) != verdict(second))

    def signed_off(self, two_readers: bool) -> Entry | None:
        """The decision that holds, if one does.

        The lead's; else the first one where no second reader is called for (`two_readers`); else
        the first one if the second agrees. Unsure is never signed off.
        """
        entry = self.settled or self.first
        if entry is None or entry.status is None:
            return None
        if entry.role == "lead" or not two_readers:
            return entry
        return entry if self.second and verdict(self.second) == verdict(entry) else None


def verdict(entry: Entry) -> tuple[str, str | None]:
    """What two readers have to agree on: status and cause; "unsure" is one of its own."""
    return (entry.status or entry.action, entry.cause)


class Standings:
    """Standing of every finding, folded from the log as far as it was read."""

    def __init__(self) -> None:
        self.seq = 0
        """Number of the last entry folded."""
        self._by_key: dict[Key, Standing] = defaultdict(Standing)
        self._by_seq: dict[int, Entry] = {}

    def fold(self, entries: Iterable[Entry]) -> None:
        """Take in the entries that follow those already folded."""
        for entry in entries:
            if entry.seq <= self.seq:
                continue
            self.seq = entry.seq
            if entry.undoes is not None:
                self._take_back(entry.undoes)
                continue
            self._by_seq[entry.seq] = entry
            self._by_key[entry.key].entries.append(entry)

    def of(self, key: Key) -> Standing:
        """Return the standing of a finding; an empty one where nobody decided."""
        return self._by_key[key] if key in self._by_key else Standing()

    def last_of(self, reviewer: str, among: Container[Key]) -> Entry | None:
        """Return the newest decision of a person that still stands: what undo takes back.

        `among`: the findings at hand. What was decided on others, days ago perhaps, is left alone.
        """
        own = (e for e in reversed(self._by_seq.values()) if e.reviewer == reviewer)
        return next((e for e in own if e.key in among), None)

    def __iter__(self) -> Iterator[tuple[Key, Standing]]:
        return iter(list(self._by_key.items()))

    def _take_back(self, seq: int) -> None:
        entry = self._by_seq.pop(seq, None)
        if entry is not None:
            self._by_key[entry.key].entries.remove(entry)
