"""kill -9 of a real audit while it works; ten moments are in tests/benchmarks/audit.py."""

import os
import signal
import subprocess
import sys
import time

import pytest
from stories import story

MARK = "manifest.json"


@pytest.fixture
def start(write_corpus):
    path = write_corpus(*(story(n, f"{n % 90 + 1}%") for n in range(640)))

    def audit(out):
        command = [sys.executable, "-m", "factcheck", "audit", path, "--out", str(out), "--jobs"]
        return subprocess.Popen([*command, "1", "-q"], start_new_session=True)

    return audit


def outputs(out):
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


def alive(session):
    found = subprocess.run(
        ["ps", "-s", str(session), "-o", "stat="], capture_output=True, text=True, check=False
    )
    return [stat for stat in found.stdout.split() if not stat.startswith("Z")]


def wait_for(what):
    end = time.monotonic() + 60
    while not what():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_killed_twice_and_resumed(start, tmp_path):
    assert start(tmp_path / "whole").wait() == 0
    out = tmp_path / "out"
    parts = out / "results"
    for done in (1, 3):
        process = start(out)
        wait_for(lambda done=done: len(list(parts.glob("*.parquet"))) >= done)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert not (out / MARK).exists()
        wait_for(lambda pid=process.pid: not alive(pid))
    before = {path.name: path.stat().st_mtime_ns for path in parts.glob("*.parquet")}
    assert start(out).wait() == 0
    after = {path.name: path.stat().st_mtime_ns for path in parts.glob("*.parquet")}
    assert outputs(out) == outputs(tmp_path / "whole")
    kept = [name for name in before if before[name] == after.get(name)]
    assert len(kept) >= len(before) - 1
    assert len(after) == len(list((tmp_path / "whole" / "results").glob("*.parquet")))
