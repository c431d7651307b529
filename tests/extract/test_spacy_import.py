"""Each case runs in a fresh process: an import happens once."""

import subprocess
import sys

import pytest

OURS = "from factcheck.extract._spacy import spacy"
WORKS = (
    "assert [t.text for t in spacy.blank('en')('It rose 3.2%.')] == ['It', 'rose', '3.2', '%', '.']"
)
TORCH_WORKS = "import torch; assert torch.ones(2).sum().item() == 2"


def run(*lines: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("heavy", ["torch", "cupy", "spacy.cli", "typer", "httpx", "requests"])
def test_what_spacy_would_import_is_not_there(heavy):
    run("import sys", OURS, WORKS, f"assert {heavy!r} not in sys.modules")


def test_torch_and_sentence_transformers_work_afterwards():
    run(
        OURS,
        TORCH_WORKS,
        "from sentence_transformers import SentenceTransformer",
        "assert SentenceTransformer.encode",
        WORKS,
    )


@pytest.mark.parametrize(
    "before",
    [
        pytest.param("import torch", id="torch first: thinc gets it"),
        pytest.param("import spacy", id="spacy first: left as it is"),
    ],
)
def test_who_imported_before_us_keeps_what_they_have(before):
    run(
        before,
        "import sys; mine = dict(sys.modules)",
        OURS,
        "import thinc.compat",
        "assert thinc.compat.has_torch",
        "assert all(sys.modules[name] is module for name, module in mine.items())",
        WORKS,
        TORCH_WORKS,
    )


def test_spacy_info_still_answers():
    run(
        OURS,
        "assert spacy.info(silent=True)['spacy_version'] == spacy.__version__",
        "import spacy.cli",
        "assert spacy.cli.train",
    )


def test_a_failing_import_leaves_nothing_behind():
    run(
        "import sys",
        "sys.modules['thinc'] = None",
        "try:",
        f"    {OURS}",
        "except ImportError:",
        "    pass",
        "assert 'torch' not in sys.modules and 'spacy.cli.info' not in sys.modules",
        TORCH_WORKS,
    )
