"""Results that are done, on disk, found by the key of their record. Survives kill -9.

A part (a Parquet file of results) is whole before its keys are in the index, and an index entry
is there or not: what was interrupted is a part that nobody knows, and is done again. The name of a
part is the hash of its bytes: one that is damaged or gone is forgotten, and done again too.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import sqlite3
from collections import OrderedDict, defaultdict
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from factcheck.audit.batch import INTERNAL
from factcheck.audit.schema import RESULTS
from factcheck.errors import FactcheckError
from factcheck.files import write_whole

KEPT = 8
"""Parts kept in memory: neighbours of the input are neighbours in their parts."""


class Busy(FactcheckError):
    """Another audit writes to the same folder. Exit 2."""

    code = "busy"

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder}: another audit is writing there; wait for it or choose another --out."
            f" [{self.code}]"
        )


class DamagedResults(FactcheckError):
    """The index of a folder's results cannot be read. Exit 2."""

    code = "damaged-results"

    def __init__(self, path: Path, found: str) -> None:
        super().__init__(
            f"{path}: {found}; expected the index of results that are done. Delete {path.parent},"
            f" and the next run judges every article again. [{self.code}]"
        )


class Store:
    """The results of a folder. One process at a time; use as a context."""

    def __init__(self, folder: Path) -> None:
        """Raises `Busy` where another process has it open, `DamagedResults`."""
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self._index = sqlite3.connect(folder / "index.sqlite", timeout=1)
        self._parts: OrderedDict[str, pa.Table] = OrderedDict()
        self._sound: dict[str, bool] = {}
        try:
            self._index.executescript(
                "pragma locking_mode = exclusive; pragma journal_mode = wal;"
                "pragma synchronous = normal;"
                "create table if not exists results"
                " (key text primary key, part text, row integer, again integer) without rowid;"
                "delete from results where again;"
            )
            [(found,), *_] = self._index.execute("pragma quick_check(1)").fetchall()
        except sqlite3.DatabaseError as error:
            found = str(error)
        if found != "ok":
            self._index.close()
            if "locked" in found:
                raise Busy(folder.parent)
            raise DamagedResults(folder / "index.sqlite", found)

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self._index.close()

    def known(self, keys: Sequence[str]) -> dict[str, tuple[str, int]]:
        """Return where the results of some keys are: part and row.

        What is not done is left out, and what stands in a part that is damaged.
        """
        marks = ",".join("?" * len(keys))
        found = self._index.execute(
            f"select key, part, row from results where key in ({marks})", list(keys)
        )
        return {key: (part, row) for key, part, row in found if self._is_sound(part)}

    def put(self, results: pa.Table) -> None:
        """Keep results: durable when this returns. Where we broke ourselves, only for this run."""
        keys = results["key"].to_pylist()
        broke = [code == INTERNAL for code in results["error_code"].to_pylist()]
        content = _bytes(results)
        part = _name(content)
        write_whole(self.folder / f"{part}.parquet", content)
        rows = [(key, part, row, broke[row]) for row, key in enumerate(keys)]
        try:
            with self._index:
                self._index.executemany("insert or replace into results values (?, ?, ?, ?)", rows)
        except sqlite3.OperationalError as error:
            if "full" in str(error):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.folder)) from error
            raise
        self._sound[part] = True
        self._keep(part, results)

    def get(self, keys: Sequence[str]) -> pa.Table:
        """Return the results of keys, all of them known, in their order."""
        places = self.known(keys)
        rows: dict[str, list[int]] = defaultdict(list)
        turn: dict[str, int] = {}
        for key in dict.fromkeys(keys):
            part, row = places[key]
            rows[part].append(row)
        for part, some in rows.items():
            turn |= {f"{part}{row}": len(turn) + at for at, row in enumerate(some)}
        found = pa.concat_tables([self._part(part).take(some) for part, some in rows.items()])
        return found.take([turn[f"{part}{row}"] for part, row in map(places.__getitem__, keys)])

    def _is_sound(self, part: str) -> bool:
        """Whether a part is as it was written; looked at once."""
        if part not in self._sound:
            try:
                content = (self.folder / f"{part}.parquet").read_bytes()
            except OSError:
                content = b""
            self._sound[part] = _name(content) == part
        return self._sound[part]

    def _part(self, part: str) -> pa.Table:
        if part not in self._parts:
            table = pq.read_table(self.folder / f"{part}.parquet", schema=RESULTS, memory_map=False)
            self._keep(part, table)
        self._parts.move_to_end(part)
        return self._parts[part]

    def _keep(self, part: str, table: pa.Table) -> None:
        self._parts[part] = table
        while len(self._parts) > KEPT:
            self._parts.popitem(last=False)


def _bytes(table: pa.Table) -> bytes:
    """A table as a Parquet file."""
    file = io.BytesIO()
    pq.write_table(table, file, compression="zstd")
    return file.getvalue()


def _name(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:24]
