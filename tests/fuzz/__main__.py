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
import pkgutil
import random
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from tests.fuzz.trees import damaged

if TYPE_CHECKING:
    from tests.fuzz.target import Target

SLOWEST = 120
"""Seconds by the clock of one input from which it counts as a hang: other programs run too."""
LARGEST = 2048
"""Megabytes of the process from which it counts as a leak."""
LONGEST = 4096
"""Bytes of one input."""
INSTRUMENTED = ["factcheck", "striprtf", "docx", "trafilatura", "htmldate", "openpyxl"]
"""Packages whose branches guide the fuzzer."""


def fuzz(name: str, seconds: float, folder: Path) -> None:
    """Run one target until the time is over or something fails. Does not return."""
    import atheris

    with atheris.instrument_imports(include=INSTRUMENTED):
        import_all()
        from tests.fuzz.all import targets

        target = targets()[name]
        for seed in target.seeds:  # what a reader imports only when it is used
            assert target(seed), f"{name} refuses its own seed {seed[:80]!r}"
    corpus = folder / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds):
        (corpus / f"seed-{number}").write_bytes(seed)
    longest = max(LONGEST, *(2 * len(seed) for seed in target.seeds))
    options = [
        sys.argv[0], f"-timeout={SLOWEST}", f"-max_len={longest}", f"-rss_limit_mb={LARGEST}",
        f"-artifact_prefix={folder}/{name}-", *_dictionary(target, folder), str(corpus),
    ]  # fmt: skip
    atheris.Setup(options, _timed(target, seconds), **_mutator(target))
    atheris.Fuzz()


def _mutator(target: Target) -> dict[str, Callable[[bytes, int, int], bytes]]:
    """Damage JSON as JSON, mostly: of spoilt bytes a parser refuses nearly all."""
    import atheris

    def mutate(data: bytes, longest: int, seed: int) -> bytes:
        dice = random.Random(seed)
        changed = damaged(data, dice) if dice.random() < 0.8 else None
        if changed is None or len(changed) > longest:
            return bytes(atheris.Mutate(data, longest))
        return changed

    return {"custom_mutator": mutate} if target.seeds[0][:1] in b"{[" else {}


def import_all() -> None:
    """Import every module of factcheck: one that is first imported later goes without coverage."""
    import factcheck

    for module in pkgutil.walk_packages(factcheck.__path__, "factcheck."):
        if not module.name.endswith("__main__"):
            import_module(module.name)


def _dictionary(target: Target, folder: Path) -> list[str]:
    """The option that names a dictionary of the target's words, as libFuzzer has them."""
    if not target.words:
        return []
    path = folder / f"{target.name}.dict"
    quoted = ("".join(f"\\x{byte:02X}" for byte in word) for word in target.words)
    path.write_text("".join(f'"{word}"\n' for word in quoted))
    return [f"-dict={path}"]


def _timed(target: Target, seconds: float) -> Callable[[bytes], None]:
    """libFuzzer counts hours on the wall; what a busy machine leaves of them says nothing."""
    count = taken = 0

    def run(data: bytes) -> None:
        nonlocal count, taken
        if time.process_time() >= seconds:
            minutes = f"{seconds / 60:.1f} CPU-minutes"
            print(f"{target.name}: {count} inputs, {taken} not refused, in {minutes}, clean")
            sys.stdout.flush()
            os._exit(0)
        count += 1
        taken += target(data)

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
