"""Comments in an article: what they must not ignore, what they ignore, and when they are stale."""

from dataclasses import replace
from pathlib import Path

import pytest
from samples import PACK, finding

from factcheck.articles import read_article
from factcheck.articles.directives import directives, without_comments
from factcheck.checker import Checker
from factcheck.model import (
    ArticleReport,
    Cause,
    Conflict,
    ConflictSide,
    Inconsistency,
    Relation,
    Report,
    Status,
)
from factcheck.reference.store import load_packs
from factcheck.suppress import honour_comments

PACKS = Path(__file__).parents[1] / "packs"
WORDS = {
    "right": (Status.SUPPORTED, None),
    "year": (Status.CONTRADICTED, Cause.WRONG_PERIOD),
    "place": (Status.CONTRADICTED, Cause.WRONG_ENTITY),
    "unclear": (Status.AMBIGUOUS, Cause.SEVERAL_CANDIDATES),
    "nowhere": (Status.UNVERIFIABLE, Cause.NO_REFERENCE),
}


def honoured(text, path="a.md", pairs=False):
    document = read_article(path, text.encode())
    seen = without_comments(document.text)
    found = sorted(
        (
            replace(finding(document.text, word, *verdict, nth=nth + 1), id=f"{word}{nth}")
            for word, verdict in WORDS.items()
            for nth in range(seen.count(word))
        ),
        key=lambda one: one.claim.quantity.start,
    )
    ids = tuple(one.id for one in found)
    sides = tuple(ConflictSide(document.id, id, "", None, None) for id in ids)
    article = ArticleReport(
        document, tuple(found), (Inconsistency("FC301", ids, ""),) if pairs else ()
    )
    conflicts = (Conflict("c", Relation.CONFLICT, None, "", sides),) if pairs else ()
    return honour_comments(Report((article,), (PACK,), conflicts))


def ignored(report):
    return [one.id for one in report.articles[0].findings if one.suppressed]


def told(report):
    return [f"{one.line}:{one.column}: {one.message}" for one in report.notices]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("A year.\n\n<!-- factcheck: ignore -->\n", id="another line"),
        pytest.param("A year.<!-- factcheck: ignore[FC212] -->", id="another code"),
        pytest.param("A year.<!-- factcheck: ignore-next-line -->", id="the line below"),
        pytest.param("A year.\n<!-- factcheck: off -->\n", id="only from there on"),
        pytest.param("<!-- factcheck: off -->\n<!-- factcheck: on -->\nA year.", id="switched on"),
        pytest.param("A right.<!-- factcheck: ignore -->", id="nothing to ignore"),
        pytest.param("A nowhere.<!-- factcheck: ignore -->", id="a note needs its code"),
        pytest.param("A year.<!-- factcheck: ignroe -->", id="misspelt"),
    ],
)
def test_must_stay(text):
    report = honoured(text)
    assert ignored(report) == []
    assert report.notices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A year.<!-- factcheck: ignore -->", ["year0"]),
        ("A year and a place.<!-- factcheck: ignore[FC203] -->", ["year0"]),
        ("A year and a place.<!-- factcheck: ignore[FC212, FC203] -->", ["year0", "place0"]),
        ("A year and a place.<!--factcheck:IGNORE[fc2]-->", ["year0", "place0"]),
        ("A nowhere.<!-- factcheck: ignore[FC110] -->", ["nowhere0"]),
        ("<!-- factcheck: ignore-next-line[FC203] old -->\nA year.\n\nA year.", ["year0"]),
        ("<!-- factcheck: ignore-next-line\n old -->\r\nA year.\r\nA year.", ["year0"]),
        ("<!-- factcheck: off[FC2] -->\n\nA year, unclear.\n\nA place.", ["year0", "place0"]),
        ("<!-- factcheck: off -->\nA year.\n<!-- factcheck: on -->\nA place.", ["year0"]),
        ("A year.\n\nA place.\n\n<!-- factcheck: file-ignore[FC212] -->", ["place0"]),
        ("A year [sic], a year.", ["year0"]),
        ("A year (sic), a year.", ["year0"]),
    ],
)
def test_must_be_ignored(text, expected):
    report = honoured(text)
    assert ignored(report) == expected
    assert told(report) == []


def test_the_reason_is_kept():
    report = honoured("A year.<!-- factcheck: ignore[FC203] - as the office\n says -->")
    suppressed = report.articles[0].findings[0].suppressed
    assert (suppressed.kind, suppressed.reason) == ("in_source", "as the office says")


def test_pairs_are_ignored_at_either_number():
    report = honoured("A right.\n\nA year.<!-- factcheck: ignore[FC3,FC401] -->", pairs=True)
    assert ignored(report) == []
    assert report.articles[0].inconsistencies[0].suppressed
    assert report.conflicts[0].suppressed
    assert told(report) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Fine. <!-- factcheck: ignore[FC203] x -->",
            "1:7: <!-- factcheck: ignore[FC203] x -->: it ignores nothing; take it out",
        ),
        (
            "\n<!-- factcheck: ignroe -->\n",
            "2:1: <!-- factcheck: ignroe -->: 'ignroe' is none of"
            " ignore, ignore-next-line, off, on, file-ignore",
        ),
        (
            "A year.<!-- factcheck: ignore[FC999] -->",
            "1:8: <!-- factcheck: ignore[FC999] -->: no finding code starts with 'FC999';"
            " `factcheck explain` lists them",
        ),
        (
            "<!-- factcheck: on -->",
            "1:1: <!-- factcheck: on -->: nothing was turned off before",
        ),
    ],
)
def test_a_comment_without_effect_is_told(text, message):
    report = honoured("Title\n\n" + text)
    line, rest = message.split(":", 1)
    assert told(report) == [f"{int(line) + 2}:{rest}"]
    assert {one.code for one in report.notices} == {"FC501"}


def test_a_comment_is_no_text(checker_of_hospital):
    plain = "Waits\n\nThe waiting list in Northmere stood at 47,615 people in March 2026.\n"
    noted = plain.replace("Waits", "<!-- factcheck: file-ignore[FC2] -->\n\nWaits").replace(
        "people", "people <!-- in 2019: 12,345 people in Alder Royal -->"
    )
    reports = [
        checker_of_hospital([read_article("a.md", text.encode())]) for text in (plain, noted)
    ]
    [[without], [with_comment]] = [report.articles[0].findings for report in reports]
    assert with_comment.id == without.id
    assert with_comment.verdict == without.verdict
    assert reports[1].articles[0].document.title == "Waits"
    quantity = with_comment.claim.quantity
    assert noted[quantity.start : quantity.end] == quantity.quote == "47,615"


def test_moved_lines_and_new_neighbours_keep_the_fingerprint(checker_of_hospital):
    line = "The waiting list in Northmere stood at 46,715 people in March 2026."
    texts = (f"Waits\n\n{line}\n", f"Waits\n\nNew: 7 wards closed.\n\n\n{line} It rained.\n")
    ids = [
        checker_of_hospital([read_article("a.md", text.encode())]).articles[0].findings[-1].id
        for text in texts
    ]
    assert ids[0] == ids[1]


@pytest.fixture(scope="module")
def checker_of_hospital():
    return Checker(load_packs([PACKS / "hospital"]), semantic="never")


def test_line_ends_of_all_kinds():
    comment = "<!-- factcheck: off -->"
    assert [one.line for one in directives(f"a\r\nb\rc\n{comment}\n")] == [4]
    assert without_comments("a <!-- x\n y --> b") == "a       \n       b"
