"""kill -9 at random moments: nothing that was acknowledged may be lost.

    python -m tests.benchmarks.faults [KILLS] [SEED]

Half of the kills hit audits, the main process or one of its workers; half hit the review server
while somebody decides without a pause. An audit has acknowledged what its index lists; the review
server, what it has answered. Linux only.
"""

from __future__ import annotations

import http.client
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from factcheck.review.decisions import Log
from factcheck.review.people import add_person
from factcheck.review.verify import verify
from tests.benchmarks.audit import outputs, tree
from tests.benchmarks.review import Visitor, write_report

ARTICLES = 1_500
"""Small ones: twelve batches of an audit. A kill comes after any of them, or before the first."""
LONGEST = 2.0
"""Seconds from there to the kill, at most; so long a review server lives after its first answer."""


def main(kills: int = 50, seed: int = 7) -> None:
    """Kill, look at what is left, go on; print one line for each kill and one for the whole."""
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        audits = _audits(Path(name), kills - kills // 2, dice)
        reviews = _reviews(Path(name), kills // 2, dice)
    print(f"{audits[0]} kills of audits, {reviews[0]} of review servers;"
          f" acknowledged and lost: {audits[1]} results of {audits[2]},"
          f" {reviews[1]} decisions of {reviews[2]}")  # fmt: skip
    sys.exit(bool(audits[1] or reviews[1]))


def _audits(folder: Path, kills: int, dice: random.Random) -> tuple[int, int, int]:
    """Kills, results lost, results acknowledged."""
    corpus = folder / "corpus.jsonl"
    corpus.write_text("".join(map(_story, range(ARTICLES))), "utf-8")
    assert _audit(corpus, folder / "whole").wait() == 0
    whole, parts = outputs(folder / "whole"), _parts(folder / "whole")
    out, done, lost, acknowledged = folder / "out", 0, 0, 0
    while done < kills:
        process = _audit(corpus, out)
        moment = dice.randint(_parts(out), parts)
        while _parts(out) < moment and process.poll() is None:
            time.sleep(0.02)
        time.sleep(dice.uniform(0, LONGEST))
        before, workers = _known(out), _workers(process.pid)
        victim = dice.choice(workers) if workers and dice.random() < 0.5 else process.pid
        if process.poll() is None:
            os.kill(victim, signal.SIGKILL)
            done += 1
        process.wait()
        while tree(process.pid):  # workers see that their parent is gone, and end
            time.sleep(0.05)
        gone = before - _known(out)
        lost, acknowledged = lost + len(gone), acknowledged + len(before)
        print(f"audit {done}: {'worker' if victim != process.pid else 'main process'} killed with"
              f" {len(before)} results known, {len(gone)} lost", flush=True)  # fmt: skip
        if _parts(out) == parts:  # all is judged: end it, compare, begin anew
            assert _audit(corpus, out).wait() == 0
            assert outputs(out) == whole
            shutil.rmtree(out)
            print("  went on to the end: identical to the audit that nobody killed", flush=True)
    return done, lost, acknowledged


def _story(number: int) -> str:
    text = f"Unemployment in Germany was {number % 90 / 10}% in 2024. Part {number} of the series."
    return json.dumps({"id": f"a{number}", "title": "Work", "text": text}) + "\n"


def _audit(corpus: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "factcheck", "audit", "run", str(corpus), "--out", str(out)]
    return subprocess.Popen([*command, "--jobs", "2", "-q"], start_new_session=True)


def _workers(session: int) -> list[int]:
    """Processes that judge."""
    found = []
    for one in tree(session):
        try:
            if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes():
                found.append(one)
        except OSError:
            continue
    return found


def _parts(out: Path) -> int:
    """How many batches are done."""
    return len([*(out / "results").glob("*.parquet")])


def _known(out: Path) -> set[str]:
    """Keys that the index lists, read as another process may while it is written."""
    copy = out.parent / "index"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for path in (out / "results").glob("index.sqlite*"):
        if not path.name.endswith("-shm"):
            shutil.copy(path, copy)
    with sqlite3.connect(copy / "index.sqlite") as index:
        tables = index.execute("select count(*) from sqlite_master").fetchone()[0]
        rows = index.execute("select key from results") if tables else ()
        return {key for (key,) in rows}


def _reviews(folder: Path, kills: int, dice: random.Random) -> tuple[int, int, int]:
    """Kills, decisions lost, decisions acknowledged."""
    write_report(folder / "report.json")
    path = folder / "log.sqlite"
    log = Log(path)
    token = add_person(log, "Ann", "reviewer")
    log.close()
    acknowledged = lost = 0
    for turn in range(1, kills + 1):
        answered = _decide_until_killed(folder, path, token, dice.uniform(0.02, LONGEST))
        acknowledged += answered
        log = Log(path)
        kept, proof = len(log.entries()), verify(log)
        log.close()
        assert proof.broken is None, proof.broken
        gone = max(0, acknowledged - kept)
        lost += gone
        more = kept - acknowledged + gone
        print(f"review {turn}: killed after {answered} decisions, {gone} lost, {more} more than"
              " answered, chain whole", flush=True)  # fmt: skip
        acknowledged = kept  # one may be on disk whose answer the kill cut off
    return kills, lost, acknowledged


def _decide_until_killed(folder: Path, path: Path, token: str, seconds: float) -> int:
    """Decisions that a server answered before it was killed."""
    command = [sys.executable, "-m", "factcheck", "review", "report.json", "--no-browser"]
    server = subprocess.Popen(
        [*command, "--port", "0", "--log", str(path), "--semantic", "never"],
        cwd=folder, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert server.stdout is not None
    said = [server.stdout.readline() for _ in range(3)]
    visitor = Visitor(int(said[1].split(":")[2].split("/")[0]), "Ann", token)
    answered, end = 0, time.monotonic() + seconds
    killer = subprocess.Popen(["sh", "-c", f"sleep {seconds:.3f}; kill -9 {server.pid}"])
    try:
        while time.monotonic() < end + 30:
            visitor.decide()
            answered += 1
    except (OSError, http.client.HTTPException):
        pass  # killed while it was asked
    killer.wait()
    server.wait()
    return answered


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
