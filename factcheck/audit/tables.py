"""Results as the tables of an audit: written in the order of the input, one row group at a time."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from factcheck.audit.schema import ARTICLES, CLAIMS, COUNTS, FINDINGS, FINGERPRINTS, PAIRS, SKIPPED
from factcheck.model import Skipped

GROUP = 20_000
"""Rows of a row group, at least: few enough for memory, enough to be read fast."""

LONG_GROUP = 5_000
"""The same for fingerprints, whose rows take some 2 kB, of which nothing compresses."""

WRITTEN = {
    "articles": ARTICLES,
    "claims": CLAIMS,
    "findings": FINDINGS,
    "pairs": PAIRS,
    "skipped": SKIPPED,
    "fingerprints": FINGERPRINTS,
}
GROUPS = {"fingerprints": LONG_GROUP}


class Writer:
    """One Parquet file that grows by row groups. Equal rows give equal bytes. Use as a context."""

    def __init__(self, path: Path, schema: pa.Schema, group: int = GROUP) -> None:
        self.path, self.schema, self.group = path, schema, group
        self._file: pq.ParquetWriter | None = None
        self._waiting: list[pa.Table] = []
        self._rows = 0

    def write(self, table: pa.Table) -> None:
        self._waiting.append(table)
        self._rows += table.num_rows
        if self._rows >= self.group:
            self._flush()

    def _flush(self) -> None:
        if self._file is None:
            self._file = pq.ParquetWriter(self.path, self.schema, compression="zstd")
        if self._rows:
            self._file.write_table(pa.concat_tables(self._waiting).combine_chunks())
        self._waiting, self._rows = [], 0

    def close(self) -> None:
        self._flush()
        if self._file is not None:
            self._file.close()

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """What failed is given up: else pyarrow tries to end it when it is collected."""
        try:
            if error is None:
                self.close()
        finally:
            if self._file is not None:
                self._file.is_open = False


class Tables:
    """The tables that grow with the input. Use as a context."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._open = ExitStack()
        self._writers = {
            name: self._open.enter_context(
                Writer(folder / f"{name}.parquet", schema, GROUPS.get(name, GROUP))
            )
            for name, schema in WRITTEN.items()
        }

    def __enter__(self) -> Tables:
        return self

    def __exit__(self, *failed: Any) -> None:
        self._open.__exit__(*failed)

    def write(self, records: pa.Table, results: pa.Table) -> None:
        """Write the rows of some records, whose results are in the same order."""
        read = results["error"].is_null()
        self._skip(records.filter(pc.invert(read)), results.filter(pc.invert(read)))
        records, results = records.filter(read), results.filter(read)
        if not records.num_rows:
            return
        self._writers["articles"].write(_articles(records, results))
        for name, schema in (("claims", CLAIMS), ("findings", FINDINGS), ("pairs", PAIRS)):
            rows = _exploded(results[name], records, schema)
            self._writers[name].write(rows)
        prints = [results[name] for name in FINGERPRINTS.names[1:]]
        table = pa.Table.from_arrays([records["ordinal"], *prints], schema=FINGERPRINTS)
        self._writers["fingerprints"].write(table)

    def skip(self, some: list[Skipped]) -> None:
        """List inputs that are no records."""
        rows = [{"place": one.path, "code": one.code, "message": one.message} for one in some]
        self._writers["skipped"].write(pa.Table.from_pylist(rows, SKIPPED))

    def _skip(self, records: pa.Table, results: pa.Table) -> None:
        rows = [
            {"ordinal": ordinal, "place": place, "code": code, "message": f"{place}: {error}"}
            for ordinal, place, code, error in zip(
                records["ordinal"].to_pylist(), records["place"].to_pylist(),
                results["error_code"].to_pylist(), results["error"].to_pylist(), strict=True,
            )
        ]  # fmt: skip
        self._writers["skipped"].write(pa.Table.from_pylist(rows, SKIPPED))


def _articles(records: pa.Table, results: pa.Table) -> pa.Table:
    """`origin` and `copies` are known when all articles are."""
    columns = {name: results[name] for name in ARTICLES.names if name in results.column_names}
    columns |= {"id": records["article"], "record_id": records["id"]}
    columns |= {"ordinal": records["ordinal"], "place": records["place"]}
    columns |= _counts(results)
    columns["origin"] = pa.nulls(records.num_rows, pa.string())
    columns["copies"] = pa.nulls(records.num_rows, pa.int64())
    return pa.Table.from_arrays([columns[name] for name in ARTICLES.names], schema=ARTICLES)


def _counts(results: pa.Table) -> dict[str, pa.Array]:
    counts = {"claims": pc.fill_null(pc.list_value_length(results["claims"]), 0).cast(pa.int64())}
    findings = results["findings"].combine_chunks()
    parents, status = pc.list_parent_indices(findings), pc.list_flatten(findings).field("status")
    for field in COUNTS[1:]:
        hits = pc.value_counts(parents.filter(pc.equal(status, field.name)))
        per_row = [0] * results.num_rows
        for hit in hits.to_pylist():
            per_row[hit["values"]] = hit["counts"]
        counts[field.name] = pa.array(per_row, pa.int64())
    return counts


def _exploded(lists: pa.ChunkedArray, records: pa.Table, schema: pa.Schema) -> pa.Table:
    """One row for each element of the lists, after the ordinal and id of its article."""
    column = lists.combine_chunks()
    parents = pc.list_parent_indices(column)
    parts = pc.list_flatten(column).flatten()
    heads = [records[name].combine_chunks().take(parents) for name in ("ordinal", "article")]
    return pa.Table.from_arrays([*heads, *parts], schema=schema)
