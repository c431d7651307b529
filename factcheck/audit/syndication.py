"""Wire copies and near-duplicates: found by MinHash, verified word by word, counted once.

An article is a copy where nearly all of its words stand, in the same runs, in one that appeared
before it, and its numbers are that article's numbers too. Reports filled into one form share the
words and not the numbers, and a brief that two long articles quote makes neither a copy.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from factcheck.audit.schema import ARTICLES
from factcheck.audit.tables import Writer

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CONTAINED = 0.8
"""Least share of a copy's runs of five words that stand in its origin, inclusive. Chosen on made
copies: a new headline, byline and agency line, or the end cut off, leave above 0.85; other articles
on the same figures stay below 0.5."""
FIGURES = 0.8
"""Least share of a copy's numbers that are its origin's, inclusive: one in five may be mangled."""
SHORTEST = 15
"""Runs of words that a text needs, else only equal texts are copies."""

RANKS = """
create or replace temp table ranks as
select f.ordinal,
    row_number() over (order by a.published nulls last, len(f.shingles) desc, f.ordinal) as rank
from fingerprints f join articles a using (ordinal)
"""
"""The order of publication; of one day the longest first."""

PAIRS = """
create or replace temp table pairs as
with hits as (
    select unnest(bands) as band, rank, ordinal from fingerprints join ranks using (ordinal)
), shared as (
    select band from hits group by band having count(*) > 1
), linked as (
    select ordinal as b, rank, lag(ordinal) over w as previous, first_value(ordinal) over w as first
    from hits semi join shared using (band)
    window w as (partition by band order by rank)
)
select distinct rank, b, unnest([previous, first]) as a from linked where previous is not null
"""
"""Candidates: each article with the first and with the one before it in every band, in the order of
`RANKS`, so that the work grows with the corpus alone."""

MARKED = """
select a.* replace (o.id as origin, coalesce(n.copies, 0) as copies)
from articles a
left join found f using (ordinal) left join articles o on o.ordinal = f.origin
left join (select origin, count(*) as copies from found group by origin) n on n.origin = a.ordinal
order by a.ordinal
"""


def mark_copies(database: DuckDBPyConnection, path: Path) -> int:
    """Write the articles to `path` with origin and number of copies; return how many are copies.

    `database` has the views articles and fingerprints.
    """
    found = pa.table(find_copies(database, path.parent), ["ordinal", "origin"])
    database.register("found", found)
    with Writer(path, ARTICLES) as writer:
        for batch in database.sql(MARKED).to_arrow_reader(10_000):
            writer.write(pa.Table.from_batches([batch]).cast(ARTICLES))
    database.unregister("found")
    return int(found.num_rows)


def find_copies(
    database: DuckDBPyConnection, folder: Path | None = None
) -> tuple[pa.Array, pa.Array]:
    """Return the ordinals of copies and of their origins, in the order of publication.

    `folder`: where hashes are kept meanwhile, 2 kB an article.
    """
    origins: dict[int, int] = {}
    for _, pairs in groupby(sorted(_alike(database, folder)), lambda pair: pair[0]):
        _, _, earlier, later = min(pairs)
        origins[later] = origins.get(earlier, earlier)
    return pa.array(origins.keys(), pa.int64()), pa.array(origins.values(), pa.int64())


def _alike(
    database: DuckDBPyConnection, folder: Path | None
) -> Iterator[tuple[int, float, int, int]]:
    """Candidates that are copies: rank of the later one, minus likeness, earlier one, later one."""
    database.execute(RANKS)
    database.execute(PAIRS)
    with Hashes(database, folder) as hashes:
        for batch in database.sql("select rank, b, a from pairs").to_arrow_reader(10_000):
            for rank, later, earlier in zip(*(c.to_pylist() for c in batch.columns), strict=True):
                if share := contained(*hashes[later], *hashes[earlier]):
                    yield rank, -share, earlier, later


class Hashes:
    """The hashes of articles in a file, since a join would hold those of all pairs in memory."""

    def __init__(self, database: DuckDBPyConnection, folder: Path | None) -> None:
        """`database` has the view fingerprints. Use as a context."""
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 - closed by `__exit__`
        self._places: dict[int, tuple[int, int, int]] = {}
        """Ordinal -> where its hashes start, in bytes, and how many are shingles and figures."""
        columns = "ordinal, shingles, figures"
        at = 0
        for batch in database.sql(f"select {columns} from fingerprints").to_arrow_reader(1_000):
            for ordinal, *lists in zip(*batch.columns, strict=True):
                shingles, figures = (one.values.to_numpy() for one in lists)
                self._places[ordinal.as_py()] = (at, len(shingles), len(figures))
                at += self._file.write(shingles.tobytes() + figures.tobytes())
        self._file.flush()

    def __enter__(self) -> Hashes:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __getitem__(self, ordinal: int) -> tuple[np.ndarray, np.ndarray]:
        """Shingles and figures of an article, uint32, sorted."""
        start, shingles, figures = self._places[ordinal]
        content = os.pread(self._file.fileno(), 4 * (shingles + figures), start)
        both = np.frombuffer(content, np.uint32)
        return both[:shingles], both[shingles:]


def contained(
    copy: np.ndarray, copy_figures: np.ndarray, origin: np.ndarray, origin_figures: np.ndarray
) -> float:
    """Return the share of a text's runs of words that are another's, 0 where it is no copy of it.

    All are sorted hashes, each once.
    """
    share = _share(copy, origin)
    if len(copy) < SHORTEST:
        share = share if len(copy) == len(origin) and share == 1 else 0.0
    if share < CONTAINED or _share(copy_figures, origin_figures) < FIGURES:
        return 0.0
    return share


def _share(some: np.ndarray, others: np.ndarray) -> float:
    if not len(some):
        return 1.0
    return len(np.intersect1d(some, others, assume_unique=True)) / len(some)
