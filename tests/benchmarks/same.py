"""One answer everywhere: reports and audits, byte by byte, under all that must not matter.

    python -m tests.benchmarks.same [PYTHON...]

The articles of corpora/ are checked, with vectors and without, and records are audited, under other
hash seeds, locales, time zones, working processes, engines and caches; and by each further PYTHON
in which the package can be imported. One line for each condition; exit 1 where any differs.
`localedef -i tr_TR -f UTF-8 tr_TR.UTF-8` makes the Turkish locale where it is missing.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.faults import _story

ROOT = Path(__file__).parents[2]
FORMATS = ("json", "html")
RECORDS = 260
"""Three batches of an audit."""

CONDITIONS: dict[str, dict[str, str]] = {
    "PYTHONHASHSEED=0": {"PYTHONHASHSEED": "0"},
    "PYTHONHASHSEED=4711": {"PYTHONHASHSEED": "4711"},
    "LC_ALL=C": {"LC_ALL": "C"},
    "LC_ALL=tr_TR.UTF-8": {"LC_ALL": "tr_TR.UTF-8"},
    "PYTHONUTF8=0, LC_ALL=C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "TZ=Pacific/Kiritimati": {"TZ": "Pacific/Kiritimati"},
    "TZ=America/Adak": {"TZ": "America/Adak"},
    "COLUMNS=20": {"COLUMNS": "20"},
    "one thread": {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "RAYON_NUM_THREADS": "1"},
}

NO_CACHE = {"XDG_CACHE_HOME": os.devnull}


def main(pythons: list[str]) -> int:
    """Print how each condition compares with the plain run; return how many differ."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = folder / "corpus.jsonl"
        corpus.write_text("".join(map(_story, range(RECORDS))), "utf-8")
        differ = _checks(pythons, {"XDG_CACHE_HOME": str(folder / "cache")})
        differ += _audits(pythons, corpus, folder)
    return differ


def _checks(pythons: list[str], cache: dict[str, str]) -> int:
    cold = report(sys.executable, cache, "always")
    differ = tell("check: vectors from the cache", report(sys.executable, cache, "always") == cold)
    plain = [report(sys.executable, cache, "never", one) for one in FORMATS]
    for words, environment in CONDITIONS.items():
        found = [report(sys.executable, cache | environment, "never", one) for one in FORMATS]
        differ += tell(f"check: {words}", found == plain)
    for words in ("PYTHONHASHSEED=4711", "LC_ALL=tr_TR.UTF-8", "one thread"):
        found = report(sys.executable, NO_CACHE | CONDITIONS[words], "always")
        differ += tell(f"check: vectors, {words}", found == cold)
    for python in pythons:
        found = [report(python, cache, "never", one) for one in FORMATS]
        differ += tell(f"check: {version(python)}", found == plain)
        found = report(python, cache, "always")
        differ += tell(f"check: vectors, {version(python)}", found == cold)
    return differ


def _audits(pythons: list[str], corpus: Path, folder: Path) -> int:
    runs: dict[str, tuple[str, dict[str, str], tuple[str, ...]]] = {
        "3 processes": (sys.executable, {}, ("--jobs", "3")),
        "dask": (sys.executable, {}, ("--jobs", "2", "--engine", "dask")),
        "PYTHONHASHSEED=4711": (sys.executable, CONDITIONS["PYTHONHASHSEED=4711"], ()),
        "LC_ALL=tr_TR.UTF-8": (sys.executable, CONDITIONS["LC_ALL=tr_TR.UTF-8"], ()),
        "TZ=Pacific/Kiritimati": (sys.executable, CONDITIONS["TZ=Pacific/Kiritimati"], ()),
    } | {version(python): (python, {}, ()) for python in pythons}
    whole = audit(sys.executable, corpus, folder / "plain", {}, "--jobs", "1")
    differ = 0
    for n, (words, (python, environment, extra)) in enumerate(runs.items()):
        found = audit(python, corpus, folder / f"out{n}", environment, *extra)
        differ += tell(f"audit: {words}", found == whole)
    again = audit(sys.executable, corpus, folder / "plain", {}, "--jobs", "2")
    return differ + tell("audit: once more, all known", again == whole)


def tell(words: str, same: bool) -> int:
    print(f"{'same' if same else 'DIFFERENT'}  {words}", flush=True)
    return not same


def report(python: str, environment: dict[str, str], semantic: str, form: str = "json") -> str:
    """SHA-256 of what `factcheck check` prints of the articles of corpora/."""
    words = ["check", "corpora/articles", "--exit-zero", "--semantic", semantic]
    done = run(python, [*words, "--output-format", form], environment)
    return hashlib.sha256(done).hexdigest()


def audit(
    python: str, corpus: Path, out: Path, environment: dict[str, str], *extra: str
) -> dict[str, str]:
    """SHA-256 of every file that an audit writes."""
    words = ["audit", "run", str(corpus), "--out", str(out), "-q", *extra]
    run(python, words, environment)
    files = sorted(path for path in out.iterdir() if path.is_file())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def run(python: str, words: list[str], environment: dict[str, str]) -> bytes:
    path = {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(
        [python, "-m", "factcheck", *words],
        cwd=ROOT,
        env=os.environ | path | environment,
        stdout=subprocess.PIPE,
        check=True,
    )
    return done.stdout


def version(python: str) -> str:
    told = subprocess.run([python, "-V"], capture_output=True, text=True, check=True)
    return told.stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) > 0)
