"""What is signed off, in every form, and back into the checker."""

import csv
import io
import json
import sqlite3

import pytest
from newsroom import PACK

from factcheck.report.claimreview import Publisher, claim_review, render
from factcheck.review.decisions import Entry
from factcheck.review.export import (
    FIELDS,
    signed_off,
    to_baseline,
    to_csv,
    to_json,
    to_sqlite,
    to_suppressions,
)
from factcheck.review.people import add_person

DESK = Publisher("The Desk", "https://desk.example/checks")


@pytest.fixture
def decided(log, find):
    """The first finding confirmed, another overridden, a third unsure."""

    def decide(item, action, status=None, cause=None, role="lead", **fields):
        entry = Entry("Leo", role, action, *item.key, status=status, cause=cause, **fields)
        return log.append(entry, item.shown)

    decide(find("5.81"), "accept", "contradicted", "transposed_digits", expected="5.18")
    decide(find("9.99", "hostile.md"), "override", "supported", note="=1+1")
    decide(find("5.62"), "unsure")
    return log


def test_only_what_is_signed_off_is_handed_out(decided):
    rows = signed_off(decided).rows
    assert [(r["quote"][:4], r["decision"], r["status"], r["reviewer"]) for r in rows] == [
        ("5.81", "confirmed", "contradicted", "Leo"),
        ("9.99", "overridden", "supported", "Leo"),
    ]


def test_a_first_reading_waits_for_the_second_once_there_is_one(log, find):
    log.append(
        Entry("Ada", "reviewer", "accept", *find("5.81").key, status="contradicted"),
        find("5.81").shown,
    )
    assert len(signed_off(log).rows) == 1
    add_person(log, "Bea", "second")
    assert signed_off(log).rows == ()
    log.append(
        Entry("Bea", "second", "accept", *find("5.81").key, status="contradicted"),
        find("5.81").shown,
    )
    assert signed_off(log).rows[0]["second_reviewer"] == "Bea"


def test_what_a_new_report_has_made_stale_is_left_out(decided, desk, find):
    assert len(signed_off(decided, desk).rows) == 2
    item = find("5.81")
    item.article = item.article.model_copy(update={"published": "1999-12-31"})
    del item.shown  # as of the report before
    assert [r["quote"][:4] for r in signed_off(decided, desk).rows] == ["9.99"]


def test_csv_for_the_audit_and_for_spreadsheets(decided):
    rows = list(csv.DictReader(io.StringIO(to_csv(signed_off(decided)))))
    assert tuple(rows[0]) == FIELDS
    assert FIELDS[:4] == ("finding", "decision", "cause", "reviewer")
    assert rows[1]["note"] == "'=1+1"
    assert rows[0]["tool_cause"] == "transposed_digits"


def test_json_names_the_head_of_the_log(decided):
    told = json.loads(to_json(signed_off(decided)))
    assert told["log"] == {"entries": 3, "head": decided.last().hash}
    assert len(told["findings"]) == 2


def test_sqlite_opens_anywhere(decided, tmp_path):
    path = tmp_path / "out.sqlite"
    path.write_bytes(to_sqlite(signed_off(decided)))
    db = sqlite3.connect(path)
    assert db.execute("SELECT count(*) FROM finding").fetchone() == (2,)
    assert db.execute("SELECT action FROM decision ORDER BY seq").fetchall()[-1] == ("unsure",)


def test_suppressions_of_cleared_and_confirmed_findings(decided, find):
    told = json.loads(to_suppressions(signed_off(decided)))
    assert told[find("9.99", "hostile.md").finding.id] == {
        "kind": "external",
        "status": "accepted",
        "justification": "overridden as supported by Leo: =1+1",
    }
    assert told[find("5.81").finding.id]["status"] == "rejected"


def test_the_baseline_lets_cleared_findings_pass_and_no_others(
    decided, newsroom, tmp_path, monkeypatch
):
    from click.testing import CliRunner

    from factcheck.cli import main

    path = tmp_path / "baseline.json"
    path.write_text(to_baseline(signed_off(decided)), "utf-8")
    monkeypatch.chdir(newsroom)
    options = ["--reference", str(PACK), "--semantic", "never", "--baseline", str(path)]

    def check(article):
        return CliRunner().invoke(main, ["check", article, *options]).exit_code

    assert check("hostile.md") == 0
    assert check("harvest.md") == 1
    sarif = [*options, "-v", "--output-format", "sarif"]
    told = json.loads(CliRunner().invoke(main, ["check", "hostile.md", *sarif]).stdout)
    (cleared,) = (one for one in told["runs"][0]["results"] if "suppressions" in one)
    assert cleared["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "overridden as supported by Leo: =1+1",
        }
    ]


def test_claim_review_of_a_contradiction(decided):
    row = signed_off(decided).rows[0]
    told = claim_review(row, DESK)
    assert told["@type"] == "ClaimReview"
    assert told["url"] == f"https://desk.example/checks#{row['finding']}"
    assert told["claimReviewed"] == row["sentence"]
    assert told["author"] == {"@type": "Organization", "name": "The Desk", "url": DESK.url}
    rating = told["reviewRating"]
    assert (rating["ratingValue"], rating["bestRating"], rating["worstRating"]) == (1, 5, 1)
    assert rating["alternateName"] == "False: transposed digits"
    assert rating["ratingExplanation"].startswith(
        "Expected: 5.18. Reference: Wheat yield, Tarvia, 2024: 5.18 tonnes per hectare."
        " Source: Tarvian harvest"
    )
    claim = told["itemReviewed"]
    assert claim["author"] == {"@type": "Organization", "name": "The Kerrin Courier"}
    assert claim["datePublished"] == "2025-12-08"
    assert claim["appearance"][0]["headline"] == "A good year for Tarvian wheat"


@pytest.mark.parametrize(
    ("sentence", "published"),
    [("-4.3% was it", "-4.3% was it"), ("- It was 3", "It was 3"), ("## Up by 3", "Up by 3")],
)
def test_marks_of_lists_and_headings_are_not_published(decided, sentence, published):
    row = signed_off(decided).rows[0] | {"sentence": sentence}
    assert claim_review(row, DESK)["claimReviewed"] == published


@pytest.mark.parametrize(
    ("status", "cause", "words"),
    [
        ("unverifiable", "no_reference", None),
        ("supported", "conflicting_reference", None),
        ("supported", None, "True"),
        ("supported", "superseded", "True when published"),
        ("contradicted", "value_mismatch", "False"),
    ],
)
def test_only_verdicts_with_a_rating_are_published(decided, status, cause, words):
    row = signed_off(decided).rows[0] | {"status": status, "cause": cause}
    told = json.loads(render([row], DESK))
    assert [one["reviewRating"]["alternateName"] for one in told] == ([words] if words else [])
