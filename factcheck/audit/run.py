"""The path of an audit: records → results → tables → copies → conflicts → manifest.

Results are kept as they come (`store`), so that a run that was cut off goes on; the tables are made
anew by every run, aside, and take the place of the old ones when they are whole.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from factcheck import __version__
from factcheck.articles.records import read_records
from factcheck.audit.batch import Setup
from factcheck.audit.conflicts import write_conflicts
from factcheck.audit.database import connect, digest, memory_for
from factcheck.audit.engines import Engine
from factcheck.audit.judged import batches, judged
from factcheck.audit.schema import SCHEMA_VERSION, TABLES
from factcheck.audit.store import Store
from factcheck.audit.syndication import mark_copies
from factcheck.audit.tables import Tables
from factcheck.errors import placed
from factcheck.reference.store import load_packs

RESULTS, ASIDE, MANIFEST = "results", "unfinished", "manifest.json"
"""What an output folder holds besides the tables."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an audit is."""

    stage: str
    """articles, copies or conflicts."""
    articles: int = 0
    """Read so far."""
    judged: int = 0
    """Of these, how many this run has judged; the others were known."""
    skipped: int = 0
    size: int = 0
    """Bytes of the input behind it."""


Told = Callable[[Progress], None]


def run(
    paths: Sequence[str],
    out: Path,
    setup: Setup,
    engine: Engine,
    *,
    published: date | None = None,
    outlet: str | None = None,
    told: Told = lambda _: None,
) -> dict[str, Any]:
    """Audit everything named, `out` left out, and return the manifest, which `out` gets too.

    Raises `Busy` where another audit writes to `out`.
    """
    with placed(out), Store(out / RESULTS) as store:
        aside = out / ASIDE
        shutil.rmtree(aside, ignore_errors=True)
        read = read_records(paths, setup.limits, without=out)
        stream = batches(read, setup.key, published=published, outlet=outlet)
        keys, last = hashlib.sha256(), Progress("articles")
        with Tables(aside) as tables:
            for records, results, skipped, new in judged(stream, store, engine):
                tables.skip(skipped)
                tables.write(records, results)
                keys.update("".join(records["key"].to_pylist()).encode())
                last = _after(last, records, len(skipped), new)
                told(last)
        engine.close()
        copies, conflicts = _compare(aside, setup, told)
        counts = {"records": last.articles, "copies": copies, "conflicts": conflicts}
        manifest = _manifest(aside, paths, setup, keys.hexdigest(), counts)
        _replace(aside, out, manifest)
    return manifest


def _after(last: Progress, records: Any, skipped: int, new: int) -> Progress:
    return Progress(
        "articles",
        last.articles + records.num_rows,
        last.judged + new,
        last.skipped + skipped,
        last.size + sum(records["size"].to_pylist()),
    )


def _compare(aside: Path, setup: Setup, told: Told) -> tuple[int, int]:
    """Mark the copies, then set the claims of all others against each other."""
    pa.default_memory_pool().release_unused()  # DuckDB has its own, and cannot use what Arrow keeps
    told(Progress("copies"))
    spill, memory = aside / "spill", memory_for(_rows(aside / "claims.parquet"))
    with connect(aside, ("articles", "fingerprints"), spill=spill, memory=memory) as database:
        copies = mark_copies(database, aside / "marked.parquet")
    (aside / "marked.parquet").replace(aside / "articles.parquet")
    told(Progress("conflicts"))
    reference = load_packs([Path(folder) for folder in setup.packs])
    compared = ("articles", "claims", "findings", "pairs")
    with connect(aside, compared, spill=spill, memory=memory) as database:
        return copies, write_conflicts(database, reference, aside / "conflicts.parquet")


def _manifest(
    aside: Path, paths: Sequence[str], setup: Setup, keys: str, counts: dict[str, int]
) -> dict[str, Any]:
    """What was audited with what: no clock, so that equal runs give equal bytes."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "factcheck", "version": __version__, "code_sha256": setup.code},
        "input": {"paths": list(paths), "sha256": keys, "records": counts["records"]},
        "reference": [
            dict(zip(("name", "version", "sha256"), pack, strict=True)) for pack in setup.hashes
        ],
        "settings": {"semantic": setup.semantic},
        "copies": counts["copies"],
        "conflicts": counts["conflicts"],
        "tables": {
            name: {
                "rows": _rows(aside / f"{name}.parquet"),
                "sha256": digest(aside / f"{name}.parquet"),
            }
            for name in TABLES
        },
    }


def _rows(path: Path) -> int:
    from pyarrow.parquet import read_metadata

    return int(read_metadata(path).num_rows)


def _replace(aside: Path, out: Path, manifest: dict[str, Any]) -> None:
    """Put the new tables in the place of the old ones; the manifest goes first and comes last."""
    (out / MANIFEST).unlink(missing_ok=True)
    for name in TABLES:
        (aside / f"{name}.parquet").replace(out / f"{name}.parquet")
    (aside / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    (aside / MANIFEST).replace(out / MANIFEST)
    shutil.rmtree(aside)
