"""`factcheck check` with nothing replaced: the shipped packs, the real pipeline."""

import json

import pytest

from factcheck.report.schema import JsonReport

STORY = (
    "Prices in Italy\n\n"
    "Consumer prices in Italy rose by 5.6 per cent in 2023, the World Bank says.\n"
    "Its forecast for 2031 is 2 per cent.\n"
)


@pytest.fixture
def story(desk):
    (desk / "story.txt").write_text(STORY)
    return desk / "story.txt"


def test_a_report_that_fits_the_contract(run, story):
    result = run("check", "story.txt", "gone.txt", "--output-format", "json")
    told = json.loads(result.stdout)
    JsonReport.model_validate(told)
    assert result.exit_code == 3
    quotes = {found["claim"]["quote"] for found in told["articles"][0]["findings"]}
    assert "5.6 per cent" in quotes
    for found in told["articles"][0]["findings"]:
        claim = found["claim"]
        assert STORY[claim["start"] : claim["end"]] == claim["quote"]
        line = STORY.splitlines()[claim["line"] - 1]
        assert line[claim["column"] - 1 :].startswith(claim["quote"])


def test_a_bad_pack_stops_the_run_before_anything_is_judged(run, story):
    result = run("check", "story.txt", "--reference", "nowhere")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "error: nowhere: no such folder; expected a reference pack with datapackage.json.\n"
    )


def test_the_same_bytes_twice(run, story):
    first, second = (run("check", "story.txt", "--output-format", "json") for _ in range(2))
    assert first.stdout_bytes == second.stdout_bytes
