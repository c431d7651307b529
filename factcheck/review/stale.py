"""Whether a decision was made on what is on the desk now."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from factcheck.review.decisions import Entry, Log
from factcheck.review.saved import Item, digest
from factcheck.review.words import plain

ROW = ("indicator", "entity", "dimension", "period", "value", "unit", "edition", "published")
"""Fields of the reference row whose change makes a decision stale."""

READ = (
    *("kind", "value", "low", "high", "unit", "modifier", "entity", "compared_to", "dimension"),
    *("period", "edition", "attribution"),
)
"""Fields of the claim whose change makes a decision stale; its place in the article does not."""


class Staleness:
    """Compares what a decision was shown with the item of today; remembers the answers."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._known: dict[tuple[str, str], str] = {}
        self._now: dict[str, str] = {}

    def __call__(self, item: Item, entry: Entry) -> str:
        """What has changed since, in words; nothing where the decision still holds."""
        if item.id not in self._now:
            self._now[item.id] = digest(item.shown)
        if self._now[item.id] == entry.seen:
            return ""
        key = item.id, entry.seen
        if key not in self._known:
            rows = self._log.query("SELECT content FROM seen WHERE digest = ?", entry.seen)
            before = json.loads(rows[0][0]) if rows else {}
            self._known[key] = changes(before, item.shown) if before else "unknown"
        return self._known[key]


def changes(before: Mapping[str, Any], now: Mapping[str, Any]) -> str:
    """Say in words what matters to a decision and differs.

    A pack's other rows do not, nor other sentences of the article: an editor who mends a comma
    elsewhere keeps what is signed off.
    """
    said = []
    old, new = before["finding"], now["finding"]
    if before["article"]["published"] != now["article"]["published"]:
        said.append("the article's date has changed")
    if old["claim"]["sentence"] != new["claim"]["sentence"]:
        said.append("the sentence has changed")
    elif any(old["claim"][name] != new["claim"][name] for name in READ):
        said.append("the sentence is read in another way")
    if _row(old) != _row(new):
        said.append("the reference row has changed")
    elif "again" in before and before["reference"] != now["reference"]:
        said.append("the reference has changed")  # whose row was not that of the finding
    if _verdict(old) != _verdict(new):
        said.append(f"the verdict was {_named(old)} and is {_named(new)}")
    return "; ".join(said)


def _row(finding: Mapping[str, Any]) -> tuple[Any, ...] | None:
    match = finding["match"]
    return tuple(match[name] for name in ROW) if match else None


def _verdict(finding: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple(finding["verdict"][name] for name in ("status", "cause", "expected"))


def _named(finding: Mapping[str, Any]) -> str:
    return plain(finding["verdict"]["cause"] or finding["verdict"]["status"])
