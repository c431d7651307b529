"""A thousand inputs meant to hang, crash or flood: time and memory of each, in its own process.

    python -m tests.benchmarks.adversarial [FAMILY]

Every family of `tests/fuzz/adversarial_*` in nine sizes, up to 100,000 characters or what a bomb
unpacks to. An article is read, checked against a small pack and reported; any other input goes
through its fuzz target. Prints what was over the limits, and a table: inputs, the slowest in
seconds of processor time, the largest resident memory in MB with the 120 MB of the program itself,
and how many were refused. Exits 1 where an input takes more than 2 s or 1 GB, or raises anything
but an error of ours. A script, not a test: times depend on the machine.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain

from factcheck.articles import read_article
from factcheck.errors import FactcheckError
from factcheck.report import Options, render
from tests.fuzz import records
from tests.fuzz.adversarial_files import ARTICLES, MANY, OTHERS
from tests.fuzz.adversarial_texts import TEXTS
from tests.fuzz.pipeline import checker
from tests.fuzz.target import check_message

LARGEST, SIZES = 100_000, 9
SECONDS, MEGABYTES = 2.0, 1000.0
PATIENCE = 20
"""Seconds of processor time after which a process is taken for hung."""

Run = Callable[[], None]


def article(name: str, content: bytes) -> None:
    """Read, check and report one article. Raises an error of ours where it is refused."""
    report = checker()([read_article(name, content)])
    for one in report.skipped:
        raise FactcheckError(one.message)
    for form in ("text", "json", "html"):
        render(report, form, Options(verbosity=1)).encode()


def inputs(size: int) -> Iterator[tuple[str, Run]]:
    """Yield every family in one size. Making the input is no part of the run."""
    for name, text in TEXTS.items():
        yield f"text: {name}", partial(article, "a.md", text(size).encode())
    for name, file in ARTICLES.items():
        yield name, partial(article, name, file(size))
    for name, file in MANY.items():
        yield name, partial(records.read, name[name.index(".") :], file(size))
    for name, other in OTHERS.items():
        run, content = other(size)
        yield name, partial(run, content)


def measured(run: Run) -> tuple[str, float, float]:
    """What became of an input, seconds of processor time, and megabytes, in a child process."""
    mouth, ear = os.pipe()
    child = os.fork()
    if child == 0:
        signal.setitimer(signal.ITIMER_PROF, PATIENCE)
        started = time.process_time()
        told = outcome(run)
        spent = time.process_time() - started
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        os.write(ear, f"{spent} {memory} {told}".encode("utf-8", "replace")[:4000])
        os._exit(0)
    os.close(ear)
    with os.fdopen(mouth, "rb") as pipe:
        said = pipe.read().decode("utf-8", "replace")
    _, status = os.waitpid(child, 0)
    if status or not said:
        return f"FAILED: ended by {status}", float(PATIENCE), 0.0
    spent_words, memory_words, told = said.split(" ", 2)
    return told, float(spent_words), float(memory_words)


def outcome(run: Run) -> str:
    """ "read", "refused" or "FAILED: why"."""
    try:
        run()
    except FactcheckError as error:
        check_message(str(error))
        return "refused"
    except BaseException as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        return f"FAILED: {type(error).__name__}: {error} ({place.filename}:{place.lineno})"
    return "read"


def main(wanted: str = "") -> int:
    """Run all that is wanted and print the table."""
    checker()
    rows: dict[str, list[tuple[str, float, float]]] = defaultdict(list)
    for size in (LARGEST * n // SIZES for n in range(1, SIZES + 1)):
        for name, run in inputs(size):
            if wanted not in name:
                continue
            row = measured(run)
            rows[name].append(row)
            if row[0].startswith("FAILED") or row[1] > SECONDS or row[2] > MEGABYTES:
                print(f"over: {name}, size {size}: {row[1]:.2f} s, {row[2]:.0f} MB, {row[0]}")
    for name, own in [*rows.items(), ("all", list(chain(*rows.values())))]:
        refused = sum(told == "refused" for told, _, _ in own)
        slowest, largest = max(spent for _, spent, _ in own), max(most for _, _, most in own)
        print(f"{name:32} {len(own):5d} {slowest:6.2f} s {largest:6.0f} MB {refused:5d} refused")
    bad = any(
        t.startswith("FAILED") or s > SECONDS or m > MEGABYTES for t, s, m in chain(*rows.values())
    )
    return int(bad)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
