"""Records in, results out, in the order of the input; what is done already is not done again."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pyarrow as pa

from factcheck.articles.records import Record
from factcheck.audit.engines import Engine, Pending
from factcheck.audit.schema import RECORDS, RESULTS
from factcheck.audit.store import Store
from factcheck.model import Skipped

ARTICLES = 128
"""Records of a batch, at most."""
BYTES = 8 * 2**20
"""Content of a batch from which on it is full."""


def batches(
    stream: Iterable[Record | Skipped],
    key: str,
    *,
    published: date | None = None,
    outlet: str | None = None,
) -> Iterator[tuple[pa.Table, list[Skipped]]]:
    """Yield tables of `RECORDS` with what was skipped among them. Equal input, equal batches.

    `key`: of the setup. `published` and `outlet` override what the records say.
    """
    rows: list[dict[str, Any]] = []
    skipped: list[Skipped] = []
    size = ordinal = 0
    for one in stream:
        if isinstance(one, Skipped):
            skipped.append(one)
        else:
            record = replace(one, published=published or one.published, outlet=outlet or one.outlet)
            rows.append(_row(record, ordinal, key))
            ordinal, size = ordinal + 1, size + len(record.content)
        if len(rows) + len(skipped) >= ARTICLES or size >= BYTES:
            yield pa.Table.from_pylist(rows, RECORDS), skipped
            rows, skipped, size = [], [], 0
    yield pa.Table.from_pylist(rows, RECORDS), skipped


def _row(record: Record, ordinal: int, setup: str) -> dict[str, Any]:
    row = {name: getattr(record, name) for name in Record.__slots__}
    parts = (setup, record.suffix, record.url, record.outlet, record.published, record.title)
    digest = hashlib.sha256("\x1f".join("" if p is None else str(p) for p in parts).encode())
    digest.update(b"\0" + record.content)
    article = hashlib.sha256(record.place.encode() + b"\0" + record.content).hexdigest()[:16]
    return row | {"ordinal": ordinal, "article": article, "key": digest.hexdigest()[:32]}


def judged(
    tables: Iterable[tuple[pa.Table, list[Skipped]]], store: Store, engine: Engine
) -> Iterator[tuple[pa.Table, pa.Table, list[Skipped], int]]:
    """Yield each batch with its results, what was skipped, and how many were judged just now."""
    waiting: deque[tuple[pa.Table, list[Skipped], pa.Table, Pending | None]] = deque()
    under_way: set[str] = set()
    for records, skipped in tables:
        todo = _todo(records, store, under_way)
        under_way.update(todo["key"].to_pylist())
        pending = engine.submit(todo) if todo.num_rows else None
        waiting.append((records, skipped, todo, pending))
        while len(waiting) > engine.ahead or (waiting and waiting[0][3] is None):
            yield _finish(*waiting.popleft(), store, under_way)
    while waiting:
        yield _finish(*waiting.popleft(), store, under_way)


def _todo(records: pa.Table, store: Store, under_way: set[str]) -> pa.Table:
    """The records whose results are neither known nor on their way, each once."""
    keys = records["key"].to_pylist()
    done = store.known(keys)
    first = {key: row for row, key in reversed(list(enumerate(keys)))}
    rows = sorted(row for key, row in first.items() if key not in done and key not in under_way)
    return records.take(pa.array(rows, pa.int64()))


def _finish(
    records: pa.Table,
    skipped: list[Skipped],
    todo: pa.Table,
    pending: Pending | None,
    store: Store,
    under_way: set[str],
) -> tuple[pa.Table, pa.Table, list[Skipped], int]:
    if pending is not None:
        store.put(pending())
        under_way.difference_update(todo["key"].to_pylist())
    keys = records["key"].to_pylist()
    results = store.get(keys) if keys else RESULTS.empty_table()
    return records, results, skipped, todo.num_rows
