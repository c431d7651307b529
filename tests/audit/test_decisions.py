"""What people decided: CSV and SQLite exports, and errors that name the line."""

import sqlite3

import pytest

from factcheck.audit.decisions import read_decisions
from factcheck.errors import BadSetting

HEAD = "finding,decision,cause,reviewer"


def test_csv(tmp_path):
    path = tmp_path / "signed.csv"
    path.write_text(
        f"{HEAD},status\na,confirmed,,Ann,contradicted\nb,overridden,,Ann,supported\n"
        "c,overridden,wrong_period,Bo,\nd,overridden,,Bo,\ne,confirmed,,Bo,\na,overridden,,Bo,\n"
    )
    rows = {row["finding"]: row["status"] for row in read_decisions(path).to_pylist()}
    assert rows == {
        "a": "overridden", "b": "supported", "c": "contradicted", "d": "overridden", "e": None,
    }  # fmt: skip


def test_sqlite(tmp_path):
    path = tmp_path / "signed.sqlite"
    with sqlite3.connect(path) as database:
        database.execute("create table finding (finding, decision, cause, reviewer, status)")
        database.execute("insert into finding values ('a', 'confirmed', null, 'Ann', null)")
    assert read_decisions(path).to_pylist() == [{"finding": "a", "status": None, "reviewer": "Ann"}]


def test_none():
    assert read_decisions(None).num_rows == 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("finding,reviewer\na,Ann\n", "signed.csv: no column 'decision'; expected finding, decision"
         " and, where known, status, cause, reviewer. [bad-setting]"),
        (f"{HEAD}\na,confirmed,,\nb,maybe,,\n", "signed.csv:3: decision is 'maybe'; expected"
         " confirmed or overridden. [bad-setting]"),
        ("", "signed.csv: no column 'finding' and none 'decision'; expected finding, decision and,"
         " where known, status, cause, reviewer. [bad-setting]"),
    ],
)  # fmt: skip
def test_bad(tmp_path, monkeypatch, content, message):
    from pathlib import Path

    monkeypatch.chdir(tmp_path)
    Path("signed.csv").write_text(content)
    with pytest.raises(BadSetting) as error:
        read_decisions(Path("signed.csv"))
    assert str(error.value) == message
