"""What many tests share: all packs, the articles of corpora/, one checker for them.

That this file stands here puts `tests/` on the import path, for the helpers in `made.py`. Fixtures
import what they need, so that the tests of one room load that room alone.
"""

import os
import signal
import sys
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).parents[1]
OFFLINE = ROOT / "tests" / "offline"

sys.path.insert(0, str(OFFLINE))
os.environ["PYTHONPATH"] = os.pathsep.join(
    filter(None, (str(OFFLINE), str(ROOT), os.environ.get("PYTHONPATH")))
)

import network_guard  # noqa: E402

network_guard.install()

settings.register_profile("ci", deadline=None, derandomize=True)
# Other examples on each run; --hypothesis-seed repeats one.
settings.register_profile("fuzz", deadline=None, max_examples=300, print_blob=True)
settings.load_profile("ci")  # until pytest reads --hypothesis-profile

# Started in the background (`pytest &`), the processes of the tests would ignore Ctrl+C.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def offline(tmp_path_factory):
    """Nothing that the tests run asks the network for anything, caught or not."""
    log = tmp_path_factory.mktemp("network") / "log"
    os.environ[network_guard.LOG] = str(log)
    yield
    assert not log.exists(), log.read_text()


@pytest.fixture(scope="session")
def packs():
    """The packs that ship and those of tests/packs, as one reference."""
    from factcheck.reference.store import load_packs, shipped_packs

    made = sorted(path.parent for path in (ROOT / "tests" / "packs").glob("*/datapackage.json"))
    return load_packs((*shipped_packs(), *made))


@pytest.fixture(scope="session")
def corpora():
    """Every article of corpora/ by its name, under a path that is the same on every machine."""
    from factcheck.articles import read_article

    files = sorted((ROOT / "corpora" / "articles").iterdir())
    return {f.stem: read_article(f"corpora/articles/{f.name}", f.read_bytes()) for f in files}


@pytest.fixture(scope="session")
def checker(packs):
    """Judges with `packs`, by words alone."""
    from factcheck.checker import Checker

    return Checker(packs, semantic="never")


@pytest.fixture(scope="session")
def reports(checker, corpora):
    """What the checker says of each article of corpora/ by itself."""
    return {name: checker.article(document) for name, document in corpora.items()}
