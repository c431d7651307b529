"""Annotations: to the letter of GitHub's workflow commands, whatever stands in the article."""

import re
from dataclasses import replace

import pytest
from samples import (
    CONTRADICTED,
    CROPS,
    ONE,
    PACK,
    REPORT,
    SUPPORTED,
    UNKNOWN,
    conflict,
    document,
    finding,
)

from factcheck.model import ArticleReport, Attribution, Cause, Notice, Relation, Report, Status
from factcheck.report import render

COMMAND = re.compile(r"::(?P<name>error|warning|notice) (?P<fields>[^:]*)::(?P<message>.*)")
"""As the runner of Actions reads a line: no colon may stand in the fields."""


def unescaped(words, signs):
    """What the runner makes of a field (its ActionCommand: %25 last)."""
    for sign in signs:
        words = words.replace(f"%{ord(sign):02X}", sign)
    return words.replace("%25", "%")


def commands(report):
    """Name, fields and message of every line, as the runner reads them."""
    for line in render(report, "github").splitlines():
        told = COMMAND.fullmatch(line)
        assert told, line
        fields = dict(field.split("=", 1) for field in told["fields"].split(","))
        fields = {name: unescaped(value, "\r\n:,") for name, value in fields.items()}
        yield told["name"], fields, unescaped(told["message"], "\r\n")


def one(found, path="crops.txt"):
    return Report((ArticleReport(document(path=path), (found,)),), (PACK,))


@pytest.mark.parametrize("found", [SUPPORTED, UNKNOWN], ids=lambda f: f.verdict.code)
def test_what_needs_no_editor_is_not_annotated(found):
    assert render(one(found), "github") == ""


def test_a_line_whole():
    assert render(ONE, "github") == (
        "::error title=factcheck (FC212),file=crops.txt,line=3,col=48,endLine=3,endColumn=52"
        "::crops.txt:3:48: FC212 9.1%25 is Peru's share, not Chile's\n"
    )


@pytest.mark.parametrize(
    ("found", "name"),
    [
        (CONTRADICTED, "error"),
        (
            replace(
                CONTRADICTED, claim=replace(CONTRADICTED.claim, attribution=Attribution.QUOTED)
            ),
            "warning",
        ),
        (finding(CROPS, "3%", Status.AMBIGUOUS, Cause.SEVERAL_CANDIDATES), "warning"),
    ],
)
def test_the_name_is_the_level(found, name):
    assert [command for command, _, _ in commands(one(found))] == [name]


@pytest.mark.parametrize(
    "path", ["a,b.txt", "c:d.txt", "50%.txt", "100%2C.txt", "new\nline.txt", "e::f.txt", "%0A.txt"]
)
def test_a_path_survives_its_escapes(path):
    ((_, fields, message),) = commands(one(CONTRADICTED, path))
    assert fields["file"] == path
    assert message == f"{path}:3:48: FC212 9.1% is Peru's share, not Chile's"


@pytest.mark.parametrize("words", ["two\nlines", "100%", "a::b, c=d", "%0A", "\r\n"])
def test_a_message_survives_its_escapes(words):
    found = replace(CONTRADICTED, verdict=replace(CONTRADICTED.verdict, message=words))
    ((_, _, message),) = commands(one(found))
    assert message == f"crops.txt:3:48: FC212 {words}"


def test_a_quote_that_runs_on_ends_on_its_last_line():
    text = "It was 9.1 per\ncent in 2024.\n"
    found = finding(text, "9.1 per\ncent", Status.CONTRADICTED, Cause.VALUE_MISMATCH)
    report = Report((ArticleReport(document(text), (found,)),), (PACK,))
    ((_, fields, _),) = commands(report)
    assert (fields["line"], fields["endLine"], fields["endColumn"]) == ("1", "2", "5")


@pytest.mark.parametrize(
    ("relation", "names"),
    [
        (Relation.DIFFERENT_PERIOD, ["error", "warning"]),
        (Relation.CONFLICT, ["error", "warning", "warning"]),
        (Relation.RESTATED, ["error", "warning", "notice"]),
    ],
)
def test_numbers_that_differ_are_annotated_where_an_editor_must_look(relation, names):
    report = replace(REPORT, conflicts=(conflict(relation),))
    assert [name for name, _, _ in commands(report)] == names


def test_a_pair_stands_at_its_first_side_and_names_the_other():
    *_, (_, fields, message) = commands(replace(REPORT, conflicts=(conflict(Relation.CONFLICT),)))
    assert (fields["file"], fields["line"], fields["col"]) == ("crops.txt", "3", "11")
    assert message == (
        "crops.txt:3:11: FC401 these differ: 9.1% is for 2024, 8.4% for 2023; see other.txt:1:19"
    )


def test_an_idle_ignore_is_annotated():
    report = replace(ONE, articles=(), notices=(Notice("FC501", "a,b.md", 5, 57, "it is idle"),))
    assert render(report, "github") == (
        "::warning title=factcheck (FC501),file=a%2Cb.md,line=5,col=57"
        "::a,b.md:5:57: FC501 it is idle\n"
    )
