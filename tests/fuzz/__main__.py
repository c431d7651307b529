"""Fuzz one target, or each in turn, with atheris (coverage-guided, libFuzzer).

    python -m tests.fuzz NAME [MINUTES] [FOLDER]
    python -m tests.fuzz all [MINUTES] [FOLDER]
    python -m tests.fuzz list

MINUTES of processor time for each target (default 24). FOLDER keeps the inputs that reach new code
and what fails (default `.fuzz`). Needs `pip install -e '.[dev,fuzz]'`; without atheris the same
targets run in the tests, on mutated seeds. An input that raises anything but our own errors, takes
more than 120 s or 2 GB is written to FOLDER/NAME-crash-…; put it into tests/fuzz/found/NAME/ and
the tests hold it for good.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.fuzz.target import Target

SLOWEST = 120
"""Seconds by the clock of one input from which it counts as a hang: other programs run too."""
LARGEST = 2048
"""Megabytes of the process from which it counts as a leak."""
LONGEST = 4096
"""Bytes of one input."""


def fuzz(name: str, seconds: float, folder: Path) -> None:
    """Run one target until the time is over or something fails. Does not return."""
    import atheris

    with atheris.instrument_imports(include=["factcheck", "striprtf", "docx", "trafilatura"]):
        from tests.fuzz.all import targets
    target = targets()[name]
    corpus = folder / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds):
        (corpus / f"seed-{number}").write_bytes(seed)
    longest = max(LONGEST, *(2 * len(seed) for seed in target.seeds))
    options = [
        sys.argv[0], f"-timeout={SLOWEST}", f"-max_len={longest}", f"-rss_limit_mb={LARGEST}",
        f"-artifact_prefix={folder}/{name}-", str(corpus),
    ]  # fmt: skip
    atheris.Setup(options, _timed(target, seconds))
    atheris.Fuzz()


def _timed(target: Target, seconds: float) -> Callable[[bytes], None]:
    """libFuzzer counts hours on the wall; what a busy machine leaves of them says nothing."""
    count = 0

    def run(data: bytes) -> None:
        nonlocal count
        if time.process_time() >= seconds:
            print(f"{target.name}: {count} inputs in {seconds / 60:.1f} CPU-minutes, clean")
            sys.stdout.flush()
            os._exit(0)
        count += 1
        target(data)

    return run


def main(name: str, minutes: str = "24", folder: str = ".fuzz") -> int:
    """Fuzz what is named."""
    if name in ("list", "all"):
        from tests.fuzz.all import targets

        if name == "list":
            print(*targets(), sep="\n")
            return 0
        command = [sys.executable, "-m", "tests.fuzz"]
        codes = [subprocess.call([*command, one, minutes, folder]) for one in targets()]
        return int(any(codes))
    fuzz(name, 60 * float(minutes), Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
