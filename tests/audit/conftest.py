"""Small corpora, and audits of them without other processes."""

import json

import pytest
from stories import Inline

from factcheck.audit.batch import setup


@pytest.fixture(scope="session")
def judging():
    return setup()


@pytest.fixture
def inline(judging):
    return Inline(judging)


@pytest.fixture
def write_corpus(tmp_path):
    """Write records, dicts or raw lines, as JSON Lines and return the path."""

    def write(*records, name="news.jsonl"):
        path = tmp_path / name
        lines = [one if isinstance(one, str) else json.dumps(one) for one in records]
        path.write_text("\n".join(lines) + "\n", "utf-8")
        return str(path)

    return write
