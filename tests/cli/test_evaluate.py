"""`factcheck evaluate`, end to end over a saved report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.cli import main

FOLDER = Path(__file__).parents[1] / "data" / "evaluation"
REPORT = str(FOLDER / "report.json")


def run(*args: str, gold: str = str(FOLDER)):
    return CliRunner().invoke(main, ["evaluate", gold, *args])


def test_text_is_one_figure_a_line_and_the_counts():
    result = run("--report", REPORT)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "extraction_precision         0.778"
    assert lines[-1] == "claims 8 predicted 9 extracted 7 flagged 4 bare years 1 articles 2"
    assert len(lines) == 19


def test_errors_come_before_the_figures():
    lines = run("--report", REPORT, "--errors").stdout.splitlines()
    assert lines[1] == "a 'double'#1: not extracted (gold not_checkable)"
    assert lines[7] == "extraction_precision         0.778"


def test_json(tmp_path):
    empty = tmp_path / "empty.json"
    empty.write_text('{"articles": []}', "utf-8")
    content = json.loads(run("--report", str(empty), "--output-format", "json").stdout)
    assert content["figures"]["extraction_precision"] is None
    assert content["figures"]["extraction_recall"] == 0
    assert content["summary"].startswith("claims 8 predicted 0 ")
    assert "errors" not in content


def test_baseline_that_holds(tmp_path):
    saved = str(tmp_path / "baseline.json")
    assert run("--report", REPORT, "--write-baseline", saved).exit_code == 0
    result = run("--report", REPORT, "--baseline", saved)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "against the baseline: 0 gains, 0 losses"


def test_a_loss_exits_1_until_it_is_accepted(tmp_path):
    saved, worse = str(tmp_path / "baseline.json"), tmp_path / "worse.json"
    run("--report", REPORT, "--write-baseline", saved)
    report = json.loads(Path(REPORT).read_text("utf-8"))
    report["articles"][0]["findings"][1]["verdict"]["status"] = "supported"
    worse.write_text(json.dumps(report), "utf-8")
    result = run("--report", str(worse), "--baseline", saved)
    assert result.exit_code == 1
    assert result.stdout.splitlines()[-3:] == [
        "- a 340#1: verdict was right before",
        "- a 340#1: cause was right before",
        "against the baseline: 0 gains, 2 losses",
    ]
    accepted = run("--report", str(worse), "--baseline", saved, "--write-baseline", saved)
    assert accepted.exit_code == 0
    assert run("--report", str(worse), "--baseline", saved).exit_code == 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "No such file or directory."),
        ("{", "not JSON; expected a JSON report."),
        ("[]", "no articles; expected a JSON report."),
    ],
)
def test_a_report_that_is_none(content, message, tmp_path):
    path = tmp_path / "report.json"
    if content is not None:
        path.write_text(content, "utf-8")
    result = run("--report", str(path))
    assert result.exit_code == 2
    assert result.stderr == f"error: --report {path}: {message}\n"


def test_a_folder_without_labels(tmp_path):
    result = run("--report", REPORT, gold=str(tmp_path))
    assert result.exit_code == 2
    assert result.stderr == (
        f"error: {tmp_path}: no folder articles/; expected articles/ and gold/. [bad-gold]\n"
    )
