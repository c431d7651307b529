"""Figures of the review page, on a real server and real files.

    python -m tests.benchmarks.review [FOLDER]

A report of 5,000 findings is made from corpora/ by repeating its articles under other names. FOLDER
(default: a temporary one) holds report and logs: what is measured there is its disk, too. The time
of a bare commit to the same disk is printed beside, so that a slow disk is not taken for us.
"""

from __future__ import annotations

import gzip
import http.client
import json
import os
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlencode

from factcheck.review.decisions import Entry, Log
from factcheck.review.people import add_person
from factcheck.review.verify import verify

ROOT = Path(__file__).parents[2]
FINDINGS, REVIEWERS, DECISIONS = 5_000, 8, 10_000
EACH = 60
"""Decisions of each reviewer over HTTP."""


def main() -> None:
    """Measure everything and print it."""
    with tempfile.TemporaryDirectory() as spare:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else spare)
        print(f"load before: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        print(f"bare commit, synchronous: {bare_commit(folder):.1f} ms (median)")
        many_writers(folder / "writers.sqlite")
        findings = write_report(folder / "report.json")
        over_http(folder, findings)
        print(f"load after: {os.getloadavg()[0]:.1f}")


def bare_commit(folder: Path) -> float:
    """What SQLite needs for a commit of one small row that is on disk, in ms."""
    db = sqlite3.connect(folder / "bare.sqlite", isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")
    db.execute("CREATE TABLE IF NOT EXISTS t (a)")
    return statistics.median(_timed(lambda: db.execute("INSERT INTO t VALUES (1)"), 200))


def many_writers(path: Path) -> None:
    """10,000 decisions by 8 processes on one file: none lost, chain whole."""
    Log(path).close()
    start = time.perf_counter()
    with ProcessPoolExecutor(REVIEWERS) as pool:
        shares = [(path, n, DECISIONS // REVIEWERS) for n in range(REVIEWERS)]
        results = list(pool.map(write, *zip(*shares, strict=True)))
    took = time.perf_counter() - start
    hashes = [one for acknowledged, _ in results for one in acknowledged]
    times = [ms for _, spent in results for ms in spent]
    log = Log(path)
    kept = {entry.hash for entry in log.entries()}
    proof = verify(log)
    lost = len(set(hashes) - kept)
    print(
        f"{len(hashes)} decisions by {REVIEWERS} processes: {took:.1f} s, lost {lost},"
        f" in the log {len(kept)}, chain {'whole' if proof.broken is None else proof.broken};"
        f" one takes {_spread(times)}"
    )


def write(path: Path, writer: int, n: int) -> tuple[list[str], list[float]]:
    """Append `n` decisions; return their hashes and how long each took, in ms."""
    log = Log(path)
    hashes: list[str] = []
    shown = {"article": {}, "finding": {"text": "x" * 1200}}

    def append() -> None:
        entry = Entry(f"writer {writer}", "reviewer", "accept", "a.txt", f"{writer}-{len(hashes)}")
        hashes.append(log.append(entry, shown).hash)

    return hashes, _timed(append, n)


def write_report(path: Path) -> int:
    """Check corpora/ and repeat its articles until there are enough findings; return how many."""
    command = [sys.executable, "-m", "factcheck", "check", "corpora/articles", "--exit-zero"]
    told = subprocess.run(
        [*command, "--output-format", "json"], cwd=ROOT, check=True, capture_output=True
    ).stdout
    report = json.loads(told)
    single = report["articles"]
    report["articles"] = []
    findings = 0
    for copy in range(FINDINGS):
        for article in single:
            again = article | {"id": f"{article['id']}-{copy}", "path": f"{copy}/{article['path']}"}
            report["articles"].append(again)
            findings += len(article["findings"])
        for conflict in report["conflicts"] if copy == 0 else ():
            for side in conflict["claims"]:
                side["article"] += "-0"
        if findings >= FINDINGS:
            break
    path.write_text(json.dumps(report), "utf-8")
    for article in single:  # the texts of one copy, so that a whole article is on the first page
        place = path.parent / "0" / article["path"]
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes((ROOT / article["path"]).read_bytes())
    return findings


def over_http(folder: Path, findings: int) -> None:
    """Start the server on the report, load its pages, and let 8 reviewers decide at once."""
    path = folder / "http.sqlite"
    log = Log(path)
    names = [f"Reviewer {n}" for n in range(REVIEWERS)]
    tokens = {name: add_person(log, name, "reviewer") for name in names}
    log.close()
    command = [sys.executable, "-m", "factcheck", "review", "report.json", "--no-browser"]
    start = time.perf_counter()
    server = subprocess.Popen(
        [*command, "--port", "0", "--log", str(path)],
        cwd=folder,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    try:
        said = [server.stdout.readline() for _ in range(3)] if server.stdout else []
        print(f"from the command to the address: {time.perf_counter() - start:.1f} s")
        port = int(said[1].split(":")[2].split("/")[0])
        people = [Visitor(port, name, token) for name, token in tokens.items()]
        pages(people[0], findings)
        at_once(people, "each loads the next page after every decision", Visitor.decide_and_look)
        at_once(people, "nothing between the decisions", Visitor.decide)
    finally:
        server.kill()
    log = Log(path)
    print(f"log of the server: {len(log.entries())} entries, broken: {verify(log).broken}")


def pages(visitor: Visitor, findings: int) -> None:
    """The first page of all, further ones, and what a first visit weighs."""
    others = _timed(lambda: visitor.get("/"), 20)
    everything = _timed(lambda: visitor.get("/?view=all"), 20)
    print(f"first page of {findings} findings: {visitor.first:.0f} ms; again {_spread(others)}")
    print(f"all of them in the queue: {_spread(everything)}")
    parts = ["/", "/?view=all"]
    static = [f"/static/{name}" for name in ("review.css", "review.js", "theme.js", "htmx.min.js")]
    sizes = {part: len(visitor.get(part)) for part in parts}
    shared = sum(len(visitor.get(part)) for part in static)
    packed = sum(len(gzip.compress(visitor.get(part))) for part in ("/", *static))
    for part, size in sizes.items():
        print(f"weight of {part} with style and scripts: {(size + shared) / 1000:.0f} kB")
    print(f"the first as it is sent (gzip): {packed / 1000:.0f} kB")


def at_once(people: Sequence[Visitor], words: str, act: Callable[[Visitor], float]) -> None:
    """Eight people decide without a pause; print how long an acknowledgement takes."""
    with ThreadPoolExecutor(len(people)) as pool:
        start = time.perf_counter()
        spent = list(pool.map(lambda one: [act(one) for _ in range(EACH)], people))
        took = time.perf_counter() - start
    times = [ms for some in spent for ms in some]
    print(f"{len(times)} decisions by {len(people)}, {words}: {_spread(times)}; {took:.1f} s")


class Visitor:
    """Somebody at a browser, without the browser."""

    def __init__(self, port: int, name: str, token: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.cookie = ""
        answer = self._ask("POST", "/signin", {"name": name, "token": token})
        self.cookie = answer.headers["set-cookie"].split(";")[0]
        self.first = _timed(lambda: self.get("/"), 1)[0]
        page = self.get("/?view=all").decode()
        self.csrf = re.findall(r'name="csrf" value="([^"]+)"', page)[0]
        self.ids = re.findall(r'href="/finding/(\w+)', page)
        self.number = 0

    def get(self, path: str) -> bytes:
        """Load a page, following redirects as a browser does."""
        answer = self._ask("GET", path)
        return self.get(answer.headers["location"]) if answer.status == 303 else answer.body

    def decide(self) -> float:
        """Accept a finding; return the ms until it is acknowledged."""
        return self._decide()[0]

    def decide_and_look(self) -> float:
        """The same, and then load the page that follows."""
        spent, following = self._decide()
        self.get(following)
        return spent

    def _decide(self) -> tuple[float, str]:
        self.number += 1
        path = f"/finding/{self.ids[self.number % len(self.ids)]}/decide?view=all"
        start = time.perf_counter()
        answer = self._ask("POST", path, {"csrf": self.csrf, "action": "accept"})
        spent = (time.perf_counter() - start) * 1000
        assert answer.status == 303, answer.status
        return spent, answer.headers["location"]

    def _ask(self, method: str, path: str, form: dict[str, str] | None = None) -> Answer:
        headers = {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"}
        self.connection.request(method, path, urlencode(form) if form else None, headers)
        response = self.connection.getresponse()
        return Answer(response)


class Answer:
    """What came back."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.status, self.headers, self.body = response.status, response.headers, response.read()


def _timed(act: Callable[[], object], times: int) -> list[float]:
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        spent.append((time.perf_counter() - start) * 1000)
    return spent


def _spread(times: Sequence[float]) -> str:
    cuts = statistics.quantiles(times, n=100)
    return f"median {cuts[49]:.1f} ms, 95th percentile {cuts[94]:.1f} ms, worst {max(times):.1f} ms"


if __name__ == "__main__":
    main()
