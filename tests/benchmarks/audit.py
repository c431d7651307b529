"""What an audit costs and what it finds in a corpus of known truth (`tests.benchmarks.corpus`).

    python -m tests.benchmarks.audit run FOLDER [JOBS] [ENGINE]    rate and peak memory of the tree
    python -m tests.benchmarks.audit truth FOLDER                  planted errors and copies found
    python -m tests.benchmarks.audit kills FOLDER [TIMES]          SIGKILL at random moments
    python -m tests.benchmarks.audit conflicts CLAIMS              grouping of made claims

FOLDER is one that `tests.benchmarks.corpus` wrote; the audit goes to FOLDER/out. Memory is the sum
of the proportional set sizes of all processes of the tree (Linux), looked at four times a second.
"""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow.parquet as pq


def start(folder: Path, out: Path, jobs: int, engine: str = "local") -> subprocess.Popen:
    """An audit of the corpus as a process of its own session, so that its tree can be found."""
    command = ["audit", str(folder / "corpus.jsonl"), "--out", str(out), "--jobs", str(jobs)]
    return subprocess.Popen(
        [sys.executable, "-m", "factcheck", *command, "--engine", engine, "-q"],
        start_new_session=True,
    )


def tree(root: int) -> list[int]:
    """Process ids of a session."""
    found = []
    for name in os.listdir("/proc"):
        try:
            if name.isdigit() and os.getsid(int(name)) == root:
                found.append(int(name))
        except ProcessLookupError:
            continue
    return found


def memory(pids: list[int]) -> float:
    """MB of all processes, what they share counted once."""
    total = 0
    for pid in pids:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except (OSError, ProcessLookupError):
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def processor(pid: int) -> float:
    """CPU seconds of one process so far, its children left out; 0 where it is gone."""
    try:
        user, system = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    except OSError:
        return 0.0
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def spent() -> float:
    """CPU seconds of all children that have ended, and of theirs."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(folder: Path, jobs: int = 2, engine: str = "local") -> None:
    out = folder / "out"
    shutil.rmtree(out, ignore_errors=True)
    begin, peak, main = time.perf_counter(), 0.0, 0.0
    before = spent()
    process = start(folder, out, jobs, engine)
    while process.poll() is None:
        peak = max(peak, memory(tree(process.pid)))
        main = max(main, processor(process.pid))
        time.sleep(0.25)
    seconds = time.perf_counter() - begin
    cpu = spent() - before
    manifest = json.loads((out / "manifest.json").read_text())
    articles = manifest["input"]["records"]
    print(
        f"{engine}, {jobs} processes: {articles} articles in {seconds:.1f} s,"
        f" {articles / seconds:.1f} a second; {cpu:.1f} s of CPU, {main:.1f} of them in the main"
        f" process, {1000 * cpu / articles:.1f} ms an article; peak memory {peak:.0f} MB;"
        f" load {os.getloadavg()[0]:.1f}"
    )


def truth(folder: Path) -> None:
    """Recall and precision by planted cause, and of copies."""
    made = [json.loads(line) for line in (folder / "truth.jsonl").open()]
    database = duckdb.connect()
    for name in ("articles", "findings", "claims"):
        database.execute(f"create view {name} as from '{folder}/out/{name}.parquet'")
    rows = database.sql(
        "select a.place, c.quote, f.status, f.cause from findings f join claims c"
        " using (ordinal, finding) join articles a using (ordinal)"
    ).fetchall()
    found: dict[tuple[str, str], tuple[str, str | None]] = {}
    for place, quote, status, cause in rows:
        found[place.rpartition(":")[2], quote] = (status, cause)
    _planted(made, found)
    _copies(made, database)


def _planted(made: list[dict], found: dict) -> None:
    told: dict[str, Counter[str]] = {}
    for article in made:
        quotes = Counter(one["quote"] for one in article.get("planted", ()))
        for one in article.get("planted", ()):
            number = one["quote"].split()[0]
            got = found.get((article["place"], one["quote"])) or found.get(
                (article["place"], number)
            )
            if quotes[one["quote"]] > 1:
                continue  # which is which cannot be told
            verdict = "missing" if got is None else got[0]
            counts = told.setdefault(one["cause"], Counter())
            counts[verdict] += 1
            counts["cause"] += verdict == "contradicted" and got[1] == one["cause"]
    print(f"{'planted':18s} {'n':>7s} {'wrong':>6s} {'cause':>6s} {'right':>6s}")
    wrong = hits = accused = 0
    for cause, counts in sorted(told.items()):
        n, bad = sum(counts.values()) - counts["cause"], counts["contradicted"]
        print(
            f"{cause:18s} {n:7d} {bad / n:6.3f} {counts['cause'] / max(bad, 1):6.3f}"
            f" {counts['supported'] / n:6.3f}"
        )
        if cause in ("none", "rounding"):
            accused += bad
        else:
            wrong, hits = wrong + n, hits + bad
    print(f"recall {hits / wrong:.4f}, precision {hits / (hits + accused):.4f}")


def _copies(made: list[dict], database: duckdb.DuckDBPyConnection) -> None:
    number = {one["id"]: one["place"] for one in made if "id" in one}
    origin = {
        one["place"]: number[f"a{one['origin']}"] for one in made if one.get("origin") is not None
    }
    rows = database.sql(
        "select a.place, o.place from articles a left join articles o on o.id = a.origin"
    ).fetchall()
    marked = {a.rpartition(":")[2]: o and o.rpartition(":")[2] for a, o in rows}

    def family(place: str) -> str:
        return origin.get(place, place)

    members: dict[str, list[str]] = {}
    for place in marked:
        members.setdefault(family(place), []).append(place)
    planted = sum(len(some) - 1 for some in members.values())
    joined = [(a, o) for a, o in marked.items() if o]
    right = sum(family(a) == family(o) for a, o in joined)
    print(f"copies: {planted} planted, {right} found, recall {right / max(planted, 1):.4f}")
    print(f"false merges: {len(joined) - right} of {len(marked)} articles")


def kills(folder: Path, times: int = 10) -> None:
    """Kill an audit at random moments until it ends by itself, `times` over; compare the output."""
    whole = folder / "whole"
    shutil.rmtree(whole, ignore_errors=True)
    begin = time.perf_counter()
    assert start(folder, whole, 2).wait() == 0
    seconds = time.perf_counter() - begin
    rng = random.Random(7)
    expected = outputs(whole)
    for turn in range(times):
        out = folder / "killed"
        shutil.rmtree(out, ignore_errors=True)
        process = start(folder, out, 2)
        after = rng.uniform(0.05, 0.95) * seconds
        time.sleep(after)
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        process.wait()
        time.sleep(0.5)
        left = tree(process.pid)
        begin = time.perf_counter()
        assert start(folder, out, 2).wait() == 0
        same = outputs(out) == expected
        print(
            f"kill {turn + 1} after {after:.1f} of {seconds:.1f} s: {len(left)} workers left,"
            f" resumed in {time.perf_counter() - begin:.1f} s, identical: {same}", flush=True
        )  # fmt: skip


def outputs(out: Path) -> dict[str, bytes]:
    """Every file of an output folder by name; not the results kept for the next run."""
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.is_file()}


def conflicts(claims: int = 5_000_000) -> None:
    """Group made claims in a process of its own, and watch its memory."""
    with tempfile.TemporaryDirectory() as folder:
        make_claims(Path(folder), claims)
        begin, before, peak = time.perf_counter(), spent(), 0.0
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.audit", "group", folder],
            start_new_session=True,
        )
        while process.poll() is None:
            peak = max(peak, memory(tree(process.pid)))
            time.sleep(0.25)
        seconds = time.perf_counter() - begin
        assert process.returncode == 0
        print(
            f"{claims} claims grouped in {seconds:.1f} s, {spent() - before:.1f} s of CPU, peak"
            f" memory {peak:.0f} MB; load {os.getloadavg()[0]:.1f}"
        )


def group(folder: Path) -> None:
    from factcheck.audit.conflicts import write_conflicts
    from factcheck.audit.database import connect, memory_for
    from factcheck.reference.store import Reference

    names = ("articles", "claims", "findings", "pairs")
    memory = memory_for(pq.read_metadata(folder / "claims.parquet").num_rows)
    with connect(folder, names, spill=folder / "spill", memory=memory) as database:
        found = write_conflicts(database, Reference([]), folder / "conflicts.parquet")
        print(found, "conflicts")


def make_claims(folder: Path, count: int) -> None:
    """Tables of claims: ten an article, half of them of 20,000 slots of a reference (2% state
    another value), half of 300,000 slots that no reference covers (5% state another value)."""
    from factcheck.audit.schema import ARTICLES, CLAIMS, FINDINGS, PAIRS
    from factcheck.audit.tables import Writer

    Writer(folder / "pairs.parquet", PAIRS).close()
    articles = Writer(folder / "articles.parquet", ARTICLES)
    claims = Writer(folder / "claims.parquet", CLAIMS)
    findings = Writer(folder / "findings.parquet", FINDINGS)
    for tables in _made(count):
        for writer, table in zip((articles, claims, findings), tables, strict=True):
            writer.write(table)
    for writer in (articles, claims, findings):
        writer.close()


def _made(count: int) -> Iterator[tuple]:
    import numpy as np
    import pyarrow as pa

    from factcheck.audit.schema import ARTICLES, CLAIMS, FINDINGS

    rng = np.random.default_rng(3)
    size = 100_000
    for first in range(0, count, size):
        ordinal = np.arange(first, first + size) // 10
        covered = rng.random(size) < 0.5
        slot = np.where(
            covered, rng.integers(0, 20_000, size), rng.integers(10**6, 1_300_000, size)
        )
        other = rng.random(size) < np.where(covered, 0.02, 0.05)
        value = slot % 997 + 10 + np.where(other, rng.integers(1, 50, size), 0)
        slots = [f"{one:016x}" for one in slot]
        words = [f"{one}" for one in value]
        ids = [f"{one:016x}" for one in ordinal]
        finding = [f"{first + row:016x}" for row in range(size)]
        above = [f"{one + 1}" for one in value]
        who = [f"Place {one % 200}" for one in slot]
        wording = [f"{one:016x}" for one in value]
        given: dict[str, object] = {
            "ordinal": ordinal, "article": ids, "finding": finding, "slot": slots, "quote": words,
            "value": words, "low": words, "high": above, "wording": wording, "entity": who,
            "kind": ["count"] * size, "period": ["2024"] * size, "start": [10] * size,
            "end": [14] * size, "line": [1] * size, "column": [11] * size, "unit": ["count"] * size,
            "measure": ["people who live there"] * size, "attribution": ["writer"] * size,
            "sentence": [f"In 2024, {one} people lived there." for one in words],
        }  # fmt: skip
        yield (
            _table(ARTICLES, {"ordinal": np.unique(ordinal), "id": sorted(set(ids)),
                              "outlet": [f"Outlet {one % 300}" for one in np.unique(ordinal)]}),
            _table(CLAIMS, given),
            _table(FINDINGS, given | {
                "status": np.where(~covered, "unverifiable",
                                   np.where(other, "contradicted", "supported")),
                "cause": pa.array(np.where(~covered, "no_reference", "value_mismatch"),
                                  mask=covered & ~other),
                "code": ["FC201"] * size,
                "indicator": pa.array([f"i{one % 500}" for one in slot], mask=~covered),
                "indicator_name": ["people"] * size,
                "value": [f"{one % 997 + 10}" for one in slot],
            }),
        )  # fmt: skip


def _table(schema, given):
    import pyarrow as pa

    rows = len(given["ordinal"])
    columns = [
        pa.array(given[field.name], field.type)
        if field.name in given
        else pa.nulls(rows, field.type)
        for field in schema
    ]
    return pa.Table.from_arrays(columns, schema=schema)


COMMANDS = {"run": run, "truth": truth, "kills": kills, "conflicts": conflicts, "group": group}

if __name__ == "__main__":
    if len(sys.argv) < 3 or sys.argv[1] not in COMMANDS:
        sys.exit(__doc__)
    words = [int(word) if word.isdigit() else word for word in sys.argv[2:]]
    if isinstance(words[0], str):
        words[0] = Path(words[0])
    COMMANDS[sys.argv[1]](*words)
