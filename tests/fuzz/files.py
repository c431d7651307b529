"""Fuzz targets of the files beside the articles: packs, settings, baselines, ignores, reports."""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from factcheck.articles import read_article
from factcheck.checker import Checker
from factcheck.evaluation import read_gold
from factcheck.reference.importers.interface import Origin
from factcheck.reference.importing import Request, import_file
from factcheck.reference.store import load_packs
from factcheck.report import render
from factcheck.review.decisions import Entry, Log
from factcheck.review.saved import lay_out, read_report
from factcheck.review.verify import verify
from factcheck.settings import find_settings, load_settings
from factcheck.suppress.baseline import read_baseline
from factcheck.suppress.ignore_file import read_ignore_file
from tests.fuzz.target import Target
from tests.reference.importers.publishers_made import (
    BULK,
    DDF,
    EUROSTAT,
    GENERIC,
    LABELLED,
    OWID,
    OWID_DATASET,
    PACKAGE,
    SDMX_CSV_2,
    SPECIFIC,
    WORLD_BANK,
)  # fmt: skip

ROOT = Path(__file__).parents[2]
PACK = ROOT / "tests" / "packs" / "hospital"
PACK_FILES = ("datapackage.json", "indicators.csv", "entities.csv", "sources.csv",
              "observations.csv")  # fmt: skip
IMPORTS = (".csv", ".xlsx", ".zip", ".xml", ".json")

CONFIG = b"""reference = ["a", "b"]
output-format = "json"
select = ["FC2"]
exit-zero = true
fail-on = "review"
baseline = "known.json"
"""
IGNORES = b"""[[ignore]]
finding = "3fa9c0de12345678"
code = "FC203"
reason = "agreed with the office"
path = "story.docx"
"""
BASELINE = [{"id": "3fa9", "code": "FC203", "count": 2, "path": "a.md", "quote": "5%"}, "77ab"]
TABLE = b"Branch,Year,Visits (thousands),Hours a week\nNorth,2023,12.5,40\nSouth,2024,9,35\n"


@contextmanager
def _file(name: str, data: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        yield path


def read(name: str, reader: Callable[[Path], object], data: bytes) -> None:
    """Give a reader a file of this name."""
    with _file(name, data) as path:
        reader(path)


ignores = partial(read, "i.toml", read_ignore_file)
baseline = partial(read, "b.json", read_baseline)


def settings(data: bytes) -> None:
    """Read a file of settings under both its names."""
    read("factcheck.toml", load_settings, data)
    read("pyproject.toml", lambda path: find_settings(path.parent), b"[tool.factcheck]\n" + data)


def pack(data: bytes) -> None:
    """Load a pack of which one file, chosen by the first byte, is what is given."""
    with tempfile.TemporaryDirectory() as folder:
        own = Path(folder, "pack")
        shutil.copytree(PACK, own)
        (own / PACK_FILES[data[0] % len(PACK_FILES) if data else 0]).write_bytes(data[1:])
        for rows in load_packs([own]).packs:
            assert rows.name.encode()


def imported(data: bytes) -> None:
    """Import a file whose suffix is chosen by the first byte."""
    suffix = IMPORTS[data[0] % len(IMPORTS) if data else 0]
    with _file(f"a{suffix}", data[1:]) as path:
        origin = Origin(published="2026-01-01")
        import_file(Request(path, path.parent / "pack", title="A", origin=origin))


def report(data: bytes) -> None:
    """Lay a saved report on the desk, as the review page does."""
    desk = lay_out([read_report("a.json", data)], {})
    for item in desk.items:
        assert item.id
        assert item.shown
        assert item.facets


def log(data: bytes) -> None:
    """Open a review log, prove it, and append to it where it can be opened."""
    with _file("log.sqlite", data) as path:
        opened = Log(path)
        try:
            verify(opened)
            opened.append(Entry("a", "reviewer", "accept", "a.md", "3fa9"), {"a": 1})
            opened.secret()
        finally:
            opened.close()


def gold(data: bytes) -> None:
    """Read labelled articles."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "articles").mkdir()
        Path(folder, "gold").mkdir()
        Path(folder, "articles", "a.txt").write_text("It rained 12 mm in May.")
        Path(folder, "gold", "a.jsonl").write_bytes(data)
        read_gold(Path(folder))


def _log() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "log.sqlite")
        opened = Log(path)
        for n in range(3):
            opened.append(Entry("a", "reviewer", "accept", "a.md", f"3fa{n}"), {"a": n})
        opened.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        opened.close()
        with suppress(sqlite3.Error):
            return path.read_bytes()
    return b""


def _report() -> bytes:
    text = "In March 2026, 12 percent of emergency patients in Northmere were seen in four hours."
    articles = [read_article(name, text.encode()) for name in ("a.md", "b.txt")]
    return render(Checker(load_packs([PACK]), semantic="never")(articles), "json").encode()


def _pack_seeds() -> list[bytes]:
    return [bytes([n]) + (PACK / name).read_bytes() for n, name in enumerate(PACK_FILES)]


def _import_seeds() -> list[bytes]:
    """Tables, and each publisher's layout; the first byte says which of `IMPORTS` it is."""
    tables = [TABLE, *(text.encode() for text in (EUROSTAT, SDMX_CSV_2, LABELLED))]
    archives = [_zip(files) for files in (WORLD_BANK, BULK, OWID, OWID_DATASET, PACKAGE, DDF)]
    return [
        *(b"\0" + table for table in tables),
        b"\1" + (ROOT / "examples" / "libraries.xlsx").read_bytes(),
        *(b"\2" + archive for archive in archives),
        *(b"\3" + message.encode() for message in (GENERIC, SPECIFIC)),
    ]


def _zip(files: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return out.getvalue()


TARGETS = [
    Target("config", settings, [CONFIG]),
    Target("ignores", ignores, [IGNORES]),
    Target("baseline", baseline, [json.dumps(BASELINE).encode()]),
    Target("packs", pack, _pack_seeds()),
    Target("imports", imported, _import_seeds()),
    Target("reports", report, [_report()]),
    Target("log", log, [_log()]),
    Target("gold", gold, [(ROOT / "corpora/gold/ai-composite-letter.jsonl").read_bytes()]),
]
