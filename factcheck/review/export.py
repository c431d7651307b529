"""What is signed off, for other programs: tables, JSON, SQLite, baselines and suppressions."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.model import Cause, Status
from factcheck.report.claimreview import Publisher, render
from factcheck.review.decisions import COLUMNS, Entry, Log
from factcheck.review.people import people
from factcheck.review.saved import Desk
from factcheck.review.stale import Staleness
from factcheck.review.standing import Standings

_SUSPECT = (Status.CONTRADICTED, Status.AMBIGUOUS)
_DOUBTFUL = (Cause.SUPERSEDED, Cause.CONFLICTING_REFERENCE)

_DECISIONS = {"accept": "confirmed", "override": "overridden"}

FIELDS = (
    *("finding", "decision", "cause", "reviewer", "status", "second_reviewer", "time"),
    *("path", "title", "outlet", "published", "quote", "sentence", "attribution", "source_named"),
    *(
        "tool_status",
        "tool_cause",
        "tool_code",
        "tool_message",
        "expected",
        "note",
        "slot",
        "slot_value",
    ),
    *("indicator", "indicator_name", "entity", "period", "value", "unit", "edition"),
    *("source_title", "source_url", "article_sha256", "seq", "hash"),
)
"""Columns of a signed-off finding. `decision` is confirmed or overridden; `status` and `cause` are
the verdict that the person arrived at, `tool_status` and `tool_cause` the checker's."""


class NoPublisher(FactcheckError):
    """Nobody is named under whom reviews could be published. Exit 2."""

    code = "no-publisher"


@dataclass(frozen=True, slots=True)
class Signed:
    """Everything that may be handed out, and the log it comes from."""

    rows: tuple[dict[str, Any], ...]
    """One dict of `FIELDS` for each finding signed off, in the order of the log."""
    entries: tuple[Entry, ...]
    """The whole log."""

    @property
    def head(self) -> str:
        """Hash of the log's last entry: what `verify` can later be asked for."""
        return self.entries[-1].hash if self.entries else ""


def signed_off(log: Log, desk: Desk | None = None) -> Signed:
    """Return what is signed off.

    With a desk, only what is on it, and without decisions that its report has made stale.
    """
    entries = log.entries()
    standings = Standings()
    standings.fold(entries)
    two = any(one.role == "second" for one in people(log).values())
    items = {item.key: item for item in desk.items} if desk else None
    stale, seen = Staleness(log), log.seen()
    rows = []
    for key, standing in standings:
        entry = standing.signed_off(two)
        if entry is None or (items is not None and key not in items):
            continue
        if items is not None and stale(items[key], entry):
            continue
        second = standing.second.reviewer if standing.second else None
        rows.append(_row(entry, seen[entry.seen], second))
    return Signed(tuple(sorted(rows, key=lambda row: row["seq"])), tuple(entries))


def _row(entry: Entry, seen: dict[str, Any], second: str | None) -> dict[str, Any]:
    article, finding = seen["article"], seen["finding"]
    claim, verdict = finding["claim"], finding["verdict"]
    match = seen.get("again", finding)["match"] or {}  # the row that the person chose, if any
    known = {
        **{name: match.get(name) for name in FIELDS},
        **{name: claim.get(name) for name in ("quote", "sentence", "attribution", "source_named")},
        **{name: article.get(name) for name in ("path", "title", "outlet", "published")},
        **{f"tool_{name}": verdict[name] for name in ("status", "cause", "code", "message")},
        **{name: getattr(entry, name) for name in ("cause", "reviewer", "status", "time")},
        **{name: getattr(entry, name) for name in ("expected", "note", "slot", "slot_value")},
        **{name: getattr(entry, name) for name in ("finding", "seq", "hash")},
        "decision": _DECISIONS[entry.action],
        "second_reviewer": second,
        "article_sha256": article["sha256"],
    }
    return {name: known[name] for name in FIELDS}


def to_csv(signed: Signed) -> str:
    """One row for each finding signed off (RFC 4180, lines end in LF)."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(FIELDS)
    writer.writerows([_cell(row[name]) for name in FIELDS] for row in signed.rows)
    return table.getvalue()


def to_json(signed: Signed) -> str:
    """The same as objects, with the head of the log they were taken from."""
    content = {
        "schema_version": "1.0",
        "log": {"entries": len(signed.entries), "head": signed.head},
        "findings": list(signed.rows),
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def to_sqlite(signed: Signed) -> bytes:
    """A database file, as for Datasette: `finding` signed off, and the whole log `decision`."""
    db = sqlite3.connect(":memory:")
    for table, columns, rows in (
        ("finding", FIELDS, [tuple(row.values()) for row in signed.rows]),
        ("decision", COLUMNS, list(map(astuple, signed.entries))),
    ):
        db.execute(f"CREATE TABLE {table} ({', '.join(columns)})")
        places = ", ".join("?" * len(columns))
        db.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
    db.commit()
    return db.serialize()


def to_baseline(signed: Signed) -> str:
    """What `check --baseline` reads: findings that people have cleared, as often as they did."""
    cleared = [row for row in signed.rows if _suspect(row) and not _wrong(row)]
    counts = Counter((row["finding"], row["tool_code"]) for row in cleared)
    first = {(row["finding"], row["tool_code"]): row for row in reversed(cleared)}
    entries = [
        {
            "id": id,
            "code": code,
            "count": counts[id, code],
            "path": row["path"],
            "quote": row["quote"],
            "reason": _why(row),
        }
        for (id, code), row in sorted(first.items())
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def to_suppressions(signed: Signed) -> str:
    """SARIF 2.1.0 suppression objects (3.35) by fingerprint.

    Cleared findings are accepted suppressions, confirmed errors rejected ones: they stay. So does
    a sentence that stands in several articles and is wrong in one of them.
    """
    wrong = {row["finding"] for row in signed.rows if _wrong(row)}
    content = {
        row["finding"]: {
            "kind": "external",
            "status": "rejected" if row["finding"] in wrong else "accepted",
            "justification": _why(row),
        }
        for row in signed.rows
        if _suspect(row)
    }
    return json.dumps(dict(sorted(content.items())), ensure_ascii=False, indent=2) + "\n"


def to_claimreview(signed: Signed, publisher: str, url: str) -> str:
    """schema.org ClaimReview objects (JSON-LD) of what is true or false.

    `publisher`: name of who publishes them; `url`: web address of the page on which they stand.
    Raises `NoPublisher` where one is missing.
    """
    if not publisher or not url.startswith(("https://", "http://")):
        raise NoPublisher(
            "claimreview needs a publisher (--publisher) and the web address of the page on which"
            " the reviews stand (--url). [no-publisher]"
        )
    return render(signed.rows, Publisher(publisher, url))


_FORMS: dict[str, tuple[Callable[[Signed], str | bytes], str, str]] = {
    "csv": (to_csv, "text/csv", "signed-off.csv"),
    "json": (to_json, "application/json", "signed-off.json"),
    "sqlite": (to_sqlite, "application/vnd.sqlite3", "signed-off.sqlite"),
    "baseline": (to_baseline, "application/json", "baseline.json"),
    "suppressions": (to_suppressions, "application/json", "suppressions.json"),
}
FORMATS = ("csv", "json", "sqlite", "claimreview", "baseline", "suppressions")


def download(
    name: str, signed: Signed, publisher: str = "", url: str = ""
) -> tuple[str | bytes, str, str]:
    """Return content, media type and file name of one of `FORMATS`.

    `publisher` and `url` are for "claimreview". Raises `NoPublisher`.
    """
    if name == "claimreview":
        content = to_claimreview(signed, publisher, url)
        return content, "application/ld+json", "claimreview.json"
    make, kind, file = _FORMS[name]
    return make(signed), kind, file


def _wrong(row: dict[str, Any]) -> bool:
    return bool(row["status"] == Status.CONTRADICTED)


def _suspect(row: dict[str, Any]) -> bool:
    return row["tool_status"] in _SUSPECT or row["tool_cause"] in _DOUBTFUL


def _why(row: dict[str, Any]) -> str:
    readers: Sequence[str] = [name for name in (row["reviewer"], row["second_reviewer"]) if name]
    verdict = (row["cause"] or row["status"]).replace("_", " ")
    note = f": {row['note']}" if row["note"] else ""
    return f"{row['decision']} as {verdict} by {' and '.join(readers)}{note}"


def _cell(value: object) -> str:
    """A cell that a spreadsheet would run as a formula is marked as text; numbers are not."""
    words = "" if value is None else str(value)
    risky = words[:1] in {"=", "+", "-", "@", "\t", "\r"}
    return f"'{words}" if risky and not words[1:].replace(".", "", 1).isdigit() else words
