"""What articles say that no indicator covers."""

import pytest
from click.testing import CliRunner
from made import reference

from factcheck.articles import read_article
from factcheck.checker import Checker
from factcheck.cli import main
from factcheck.suggest import suggest

BOOK = reference(
    "goals | Vestby | | 2025 | 71 | count\nwait | Alder | | 2025 | 14 | weeks",
    {"goals": {"name": "Goals scored", "aliases": ("goals",)}, "wait": {"name": "Median wait"}},
)


@pytest.fixture(scope="module")
def checker():
    return Checker(BOOK, semantic="never")


def found(checker, *texts):
    documents = [read_article(f"{n}.txt", text.encode()) for n, text in enumerate(texts)]
    return suggest(checker, documents)


@pytest.mark.parametrize(
    "text",
    [
        "Nothing is counted here.",
        "Vestby scored 71 goals in 2025.",
        "The club expects to sell 900 season tickets next year.",
    ],
    ids=["no number", "an indicator covers it", "a forecast"],
)
def test_nothing_to_suggest(checker, text):
    assert found(checker, text) == []


def test_claims_of_one_wording_are_one_group(checker):
    first, *rest = found(
        checker,
        "The port handled 412 container ships in 2025.",
        "In 2024 the port handled 397 container ships.\n\nA tram costs 3.2 million euros.",
    )
    assert (first.kind, first.claims, first.articles) == ("count", 2, 2)
    assert "port handled" in first.wording
    assert first.examples[0] == ("0.txt:1: 412 in: The port handled 412 container ships in 2025.")
    assert [one.claims for one in rest] == [1]


def test_nearest_indicators_are_named(checker):
    (one,) = found(checker, "The goals were 3 metres wide.")
    assert ("goals", "Goals scored") in one.nearest


def test_on_the_command_line(tmp_path):
    story = tmp_path / "story.txt"
    story.write_text("The port handled 412 container ships in 2025.\n")
    result = CliRunner().invoke(main, ["reference", "suggest", str(story)])
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "1 groups, 1 claims"
    assert f"    {story}:1: 412 in: The port handled 412 container ships in 2025." in result.stdout
