"""Where the figures of a pack stand, and when a pack is too large to be read whole."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from factcheck.reference.database import text

CSV, PARQUET = "observations.csv", "observations.parquet"
LARGE = 32 << 20
"""Bytes from which `observations.csv` is not read whole: 300,000 rows, 3 s."""
HIDDEN = ".factcheck"
"""Folder inside a large pack for what is built from it; not part of the pack."""
CHUNK = 1 << 20


def is_large(folder: Path) -> bool:
    """True for a pack whose observations are looked up by SQL."""
    try:
        return (folder / PARQUET).exists() or (folder / CSV).stat().st_size >= LARGE
    except OSError:
        return False


def observations_file(folder: Path) -> str:
    """Name of the file that holds the observations."""
    return PARQUET if (folder / PARQUET).exists() else CSV


def count(folder: Path) -> int:
    """Rows of a valid pack, by DuckDB."""
    import duckdb

    row = duckdb.connect().execute(f"SELECT count(*) FROM {scan(folder)}").fetchone()
    return int(row[0]) if row else 0


def scan(folder: Path) -> str:
    """SQL for the observations of a pack: every column as text, and `line`, counted as an editor
    would (in Parquet: rows, from 1)."""
    if (folder / PARQUET).exists():
        path = text(str(folder / PARQUET))
        rows = f"read_parquet({path}, file_row_number=true)"
        return f"(SELECT *, file_row_number + 1 AS line FROM {rows})"
    path = text(str(folder / CSV))
    return (
        "(SELECT *, row_number() OVER () + 1 AS line FROM read_csv("
        f"{path}, header=true, all_varchar=true, delim=',', quote='\"', escape='\"',"
        " max_line_size=16777216))"
    )


def digest(folder: Path) -> str:
    """SHA-256 over names and bytes of all files in name order, hidden ones left out."""
    total = hashlib.sha256()
    for name, path in files(folder):
        total.update(f"{name}\0{path.stat().st_size}\0".encode())
        with path.open("rb") as content:
            while chunk := content.read(CHUNK):
                total.update(chunk)
    return total.hexdigest()


def files(folder: Path) -> list[tuple[str, Path]]:
    """(name within the pack, path) of every file that belongs to it, in name order."""
    paths = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    return [
        (name.as_posix(), path)
        for name, path in sorted(paths.items())
        if not any(part.startswith(".") for part in name.parts)
    ]


def known_digest(folder: Path) -> str:
    """`digest`, remembered while size and time of every file stay the same.

    Two gigabytes take seconds to hash, which a check of one article must not. `validate --frozen`
    does hash them.
    """
    state = [[n, p.stat().st_size, p.stat().st_mtime_ns] for n, p in files(folder)]
    stamp = folder / HIDDEN / "stamp.json"
    with suppress(OSError, ValueError, KeyError, TypeError):
        known = json.loads(stamp.read_text("utf-8"))
        if known["files"] == state:
            return str(known["sha256"])
    found = digest(folder)
    with suppress(OSError):
        stamp.parent.mkdir(exist_ok=True)
        stamp.write_text(json.dumps({"files": state, "sha256": found}), "utf-8")
    return found
