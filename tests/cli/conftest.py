"""A command line whose checking is replaced by reports made by hand."""

import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest
from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parents[1] / "report"))

from samples import PACK, finding

from factcheck.cli import main
from factcheck.model import ArticleReport, Cause, Report, Status

VERDICTS = {
    "right": (Status.SUPPORTED, None),
    "wrong": (Status.CONTRADICTED, Cause.VALUE_MISMATCH),
    "unclear": (Status.AMBIGUOUS, Cause.SEVERAL_CANDIDATES),
    "unknown": (Status.UNVERIFIABLE, Cause.NO_REFERENCE),
    "opinion": (Status.NOT_CHECKABLE, Cause.OPINION),
}


def judge(document) -> ArticleReport:
    """One finding for each word of VERDICTS in the text: what it says is its verdict."""
    found = [
        replace(finding(document.text, word, *verdict, f"It is {word}."), id=f"{word}-id")
        for word, verdict in VERDICTS.items()
        if word in document.text
    ]
    return ArticleReport(document, tuple(found), numbers=len(found))


@pytest.fixture
def seen(monkeypatch):
    """What the last run handed to `check_documents`."""
    told = SimpleNamespace()

    def check_documents(documents, reference, *, semantic, cache, spacy_model, limits, skipped):
        told.documents, told.reference, told.semantic = documents, reference, semantic
        told.cache, told.spacy_model, told.limits = cache, spacy_model, limits
        return Report(tuple(map(judge, documents)), (PACK,), skipped=tuple(skipped))

    fake = ModuleType("factcheck.checker")
    fake.check_documents = check_documents
    monkeypatch.setitem(sys.modules, "factcheck.checker", fake)
    store = ModuleType("factcheck.reference.store")
    store.load_packs = lambda folders=None, *, as_of=None: folders
    monkeypatch.setitem(sys.modules, "factcheck.reference.store", store)
    return told


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """An empty folder to work in, with no settings in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in ("FACTCHECK_OUTPUT_FORMAT", "FACTCHECK_CONFIG", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for word in VERDICTS:
        (tmp_path / f"{word}.txt").write_text(f"This figure is {word}.\n")
    return tmp_path


@pytest.fixture
def run():
    """Run a command line; the result has exit_code, stdout and stderr."""

    def run(*args, **options):
        return CliRunner().invoke(main, list(map(str, args)), **options)

    return run
