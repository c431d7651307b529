"""Damaged files and full disks under an audit: named, and done again or refused."""

import errno
import gc
import os
import sqlite3
import sys
from pathlib import Path

import pyarrow as pa
import pytest
from click.testing import CliRunner
from stories import Inline, story

from factcheck.audit import judged, store
from factcheck.audit.database import DamagedAudit, NoAudit, ask
from factcheck.audit.run import run
from factcheck.audit.schema import SKIPPED
from factcheck.audit.store import DamagedResults
from factcheck.audit.tables import Writer
from factcheck.cli import main


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    monkeypatch.setattr(judged, "ARTICLES", 4)


@pytest.fixture
def corpus(write_corpus):
    return write_corpus(*(story(n, f"{n + 40}%") for n in range(12)))


@pytest.fixture
def again(corpus, judging, tmp_path):
    """Audit the corpus into `out`; how many articles were judged, and what was written."""
    out = tmp_path / "out"

    def audit():
        told = []
        run([corpus], out, judging, Inline(judging), told=told.append)
        done = max(one.judged for one in told)
        return done, {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}

    return audit


def flip(path, at=0.5):
    """Change one byte of a file."""
    content = bytearray(path.read_bytes())
    content[int(len(content) * at)] ^= 0xFF
    path.write_bytes(content)


def parts(out):
    return sorted((out / "results").glob("*.parquet"))


def test_sound_results_are_not_done_again(again):
    assert again() == (12, again()[1])
    assert again()[0] == 0


@pytest.mark.parametrize(
    "harm",
    [
        flip,
        lambda path: flip(path, 0.1),
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(b""),
        lambda path: path.unlink(),
        lambda path: path.write_bytes(max(parts(path.parents[1])).read_bytes()),
    ],
    ids=["a byte", "a byte at the start", "cut short", "empty", "gone", "another part"],
)
def test_a_damaged_part_is_done_again(again, tmp_path, harm):
    _, whole = again()
    harm(min(parts(tmp_path / "out")))
    assert again() == (4, whole)
    assert again() == (0, whole)


def test_an_index_that_is_no_database_is_refused(again, tmp_path):
    again()
    index = tmp_path / "out" / "results" / "index.sqlite"
    index.write_bytes(b"torn" * 1000)
    with pytest.raises(DamagedResults) as error:
        again()
    assert str(error.value) == (
        f"{index}: file is not a database; expected the index of results that are done."
        f" Delete {index.parent}, and the next run judges every article again. [damaged-results]"
    )


def test_an_index_with_a_damaged_page_is_refused(again, tmp_path):
    again()
    index = tmp_path / "out" / "results" / "index.sqlite"
    content = bytearray(index.read_bytes())
    content[4096:4200] = b"\xff" * 104
    index.write_bytes(content)
    with pytest.raises(DamagedResults, match=r"expected the index of results that are done\. "):
        again()


@pytest.mark.parametrize("name", ["findings", "articles"])
def test_a_damaged_table_is_refused_by_its_name_and_mended_by_another_run(again, tmp_path, name):
    _, whole = again()
    path = tmp_path / "out" / f"{name}.parquet"
    flip(path)
    with pytest.raises(DamagedAudit) as error:
        list(ask(tmp_path / "out", "select 1"))
    assert str(error.value).startswith(f"{path}: SHA-256 is ")
    assert str(error.value).endswith(
        ", as the manifest says. Run the audit again: what it knows is not judged anew."
        " [damaged-audit]"
    )
    assert again() == (0, whole)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"tables": []}'])
def test_a_torn_manifest_is_no_finished_audit(again, tmp_path, content):
    again()
    (tmp_path / "out" / "manifest.json").write_text(content)
    with pytest.raises(NoAudit, match="no finished audit"):
        list(ask(tmp_path / "out", "select 1"))


def test_a_torn_last_line_costs_only_itself(corpus, judging, tmp_path):
    with open(corpus, "r+b") as file:
        file.truncate(os.path.getsize(corpus) - 20)
    manifest = run([corpus], tmp_path / "out", judging, Inline(judging))
    assert manifest["input"]["records"] == 11
    assert manifest["tables"]["skipped"]["rows"] == 1


def full(*_):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_stops_the_audit_and_a_later_run_goes_on(again, monkeypatch, tmp_path):
    fsync, calls = os.fsync, []
    monkeypatch.setattr(store.os, "fsync", lambda n: full() if calls else calls.append(fsync(n)))
    with pytest.raises(OSError, match="No space left"):
        again()
    monkeypatch.undo()
    monkeypatch.setattr(judged, "ARTICLES", 4)
    assert again()[0] == 8
    assert len(parts(tmp_path / "out")) == 3


def test_a_full_index_is_a_full_disk(again, tmp_path, monkeypatch):
    again()
    index = sqlite3.connect(tmp_path / "out" / "results" / "index.sqlite")
    [(pages,)] = index.execute("pragma page_count").fetchall()
    index.close()
    with store.Store(tmp_path / "out" / "results") as results:
        results._index.execute(f"pragma max_page_count = {pages}")
        table = results._part(parts(tmp_path / "out")[0].stem)
        names = [f"{n:064}" for n in range(500)]
        grown = table.take([0] * 500).set_column(
            table.schema.get_field_index("key"), "key", [names]
        )
        with pytest.raises(OSError, match="No space left on device") as error:
            results.put(grown)
    assert error.value.errno == errno.ENOSPC


def test_a_full_disk_is_told_in_one_line(corpus, monkeypatch, tmp_path):
    monkeypatch.setattr(store.os, "fsync", full)
    words = ["audit", "run", corpus, "--out", str(tmp_path / "out"), "--jobs", "1", "-q"]
    told = CliRunner().invoke(main, words)
    assert (told.exit_code, told.stderr) == (
        2,
        f"error: {tmp_path}/out: no space left on device. What was finished is kept. [machine]\n",
    )


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_table_that_cannot_be_ended_says_so_once(monkeypatch):
    unheard = []
    monkeypatch.setattr(sys, "unraisablehook", unheard.append)
    rows = pa.Table.from_pylist([{"place": "a", "code": "b", "message": "c"}] * 9, SKIPPED)
    with pytest.raises(OSError, match="No space left"), Writer(Path("/dev/full"), SKIPPED) as file:
        file.write(rows)
    del file
    gc.collect()
    assert unheard == []
