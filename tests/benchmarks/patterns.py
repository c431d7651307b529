"""The proof that every regular expression of factcheck is linear, the two largest included.

    python -m tests.benchmarks.patterns

`tests/fuzz/test_ambiguity.py` holds it for all but those two, for which it takes minutes. Prints
what is not linear, and exits 1 where there is any.
"""

from __future__ import annotations

import sys
import time

from tests.fuzz.ambiguity import ambiguous
from tests.fuzz.patterns import patterns


def main() -> int:
    started = time.process_time()
    told = {name: ambiguous(pattern) for name, pattern in patterns().items()}
    for name, found in told.items():
        if found:
            print(f"{name}: {found}")
    bad = sum(map(bool, told.values()))
    seconds = time.process_time() - started
    print(f"{bad} of {len(told)} patterns are not linear ({seconds:.0f} s of processor time)")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
