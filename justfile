# What is run beside the tests. `pip install -e '.[dev,care]'` brings the tools.

# What CI runs.
check:
    ruff check .
    mypy
    python -m pytest

# Changes function bodies of measure/ and verdict/compare.py and counts what the tests notice.
mutants:
    rm -rf mutants
    nice -n 19 mutmut run
    mutmut results

# The tests with every direct dependency at its lower bound, in an environment of its own.
lowest folder="/tmp/factcheck-lowest" python="python3":
    bash tests/lowest {{folder}} {{python}}

# The tests where the kernel leaves no network but loopback (Linux).
offline:
    unshare --map-root-user --net sh -c 'ip link set lo up && python -m pytest'

# Every package of this environment with version and licence, as CycloneDX.
sbom file="sbom.json":
    cyclonedx-py environment --pyproject pyproject.toml --output-reproducible -o {{file}}

# Known holes in the packages of this environment. Asks PyPI.
holes:
    pip-audit --skip-editable

# kill -9 at 50 random moments of audits and of the review server.
kills:
    python -m tests.benchmarks.faults 50

# The same report under other seeds, locales, time zones, process counts, engines and caches.
same *pythons:
    python -m tests.benchmarks.same {{pythons}}

# Fuzz a target, or all in turn, for so many minutes of processor time each (tests/fuzz).
fuzz target="all" minutes="24":
    python -m tests.fuzz {{target}} {{minutes}}

# The property tests with 300 new examples each; `--hypothesis-seed` repeats a run.
properties *options:
    python -m pytest -m hypothesis --hypothesis-profile=fuzz {{options}}
