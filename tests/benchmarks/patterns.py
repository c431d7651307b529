"""The proof that every regular expression of factcheck is linear, the two largest included.

    python -m tests.benchmarks.patterns

`tests/fuzz/test_ambiguity.py` holds it for all but those two, for which it takes minutes. Prints
what is not linear, and exits 1 where there is any.

    python -m tests.benchmarks.patterns search

Which of the patterns that are looked for all over a text may begin anew at each place of it and run
far from each: there a search takes the square of the length, although each try is linear. All
others are proved to take no more than its length. Each of them is fed what its own words and usual
pumps make, and the slowest is printed: seconds for `LENGTH` characters and for twice as many, the
quickest of three. 2 times is linear, 4 times the square.
"""

from __future__ import annotations

import re
import sys
import time

from tests.fuzz.ambiguity import ambiguous, restarts
from tests.fuzz.patterns import attacks, patterns, sought

LENGTH = 1_000
"""Code points: the longest sentence."""


def main(what: str = "") -> int:
    """Prove what one try takes, or tell what a search may take."""
    return search() if what == "search" else prove()


def prove() -> int:
    started = time.process_time()
    told = {name: ambiguous(pattern) for name, pattern in patterns().items()}
    for name, found in told.items():
        if found:
            print(f"{name}: {found}")
    bad = sum(map(bool, told.values()))
    seconds = time.process_time() - started
    print(f"{bad} of {len(told)} patterns are not linear ({seconds:.0f} s of processor time)")
    return int(bad > 0)


def search() -> int:
    known = sought()
    found = {name: pattern for name, pattern in known.items() if restarts(pattern)}
    for name, pattern in found.items():
        short = [taken(pattern, text) for text in attacks(pattern, LENGTH)]
        worst = short.index(max(short))
        long = [taken(pattern, text) for text in attacks(pattern, 2 * LENGTH)][worst]
        print(f"{name:48} {max(short) * 1e3:8.2f} ms {long / max(short):5.1f} times")
    print(f"{len(found)} of {len(known)} patterns may begin anew at each place of a text")
    return 0


def taken(pattern: re.Pattern[str], text: str) -> float:
    """Seconds of processor time to look all over a text, the quickest of three."""
    times = []
    for _ in range(3):
        started = time.process_time()
        for _ in pattern.finditer(text):
            pass
        times.append(time.process_time() - started)
    return min(times)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
