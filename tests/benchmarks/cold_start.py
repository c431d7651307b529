"""What one cold `factcheck check ARTICLE` costs, with embeddings and without.

    python tests/benchmarks/cold_start.py ARTICLE [RUNS]

Every run is a process of its own. Prints the median wall time and the largest resident memory,
beside the limits of 1.5 s (2.5 s with embeddings) and 350 MB. A script, not a test: times depend
on the machine. The first run with embeddings also fills the vector cache and is shown apart.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from typing import NamedTuple

LIMITS = {"never": 1.5, "always": 2.5}
"""Seconds, by value of --semantic."""


class Cost(NamedTuple):
    seconds: float
    megabytes: float


def cost(command: list[str], environment: dict[str, str]) -> Cost:
    """Run `command` and measure it. Exits 1 (findings) and 0 are fine, others end the script."""
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)  # rusage of this one child, not of the largest yet
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: exit {process.returncode}")
    return Cost(seconds, usage.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10))


def main(article: str, runs: int) -> None:
    with tempfile.TemporaryDirectory() as cache:
        environment = os.environ | {"XDG_CACHE_HOME": cache}
        for semantic, limit in LIMITS.items():
            check = ["check", article, "--semantic", semantic, "--output-format", "json"]
            command = [sys.executable, "-m", "factcheck", *check]
            first = cost(command, environment)
            costs = [cost(command, environment) for _ in range(runs)]
            seconds = statistics.median(each.seconds for each in costs)
            megabytes = max(each.megabytes for each in costs)
            print(
                f"--semantic {semantic:7} {seconds:5.2f} s (limit {limit} s) "
                f"{megabytes:4.0f} MB (limit 350 MB), median of {runs}; first {first.seconds:.2f} s"
            )


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 7)
