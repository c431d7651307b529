"""The whole path, from a text to verdicts: made-up articles end to end, all of corpora/ by rule."""

from __future__ import annotations

import difflib
import os
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from update_gold import ACCEPT, ARTICLES, FOLDER, gold_texts

from factcheck.articles import read_article
from factcheck.checker import Checker, check, check_documents
from factcheck.errors import UnreadableArticle
from factcheck.model import Status
from factcheck.reference.store import load_packs
from factcheck.report import render
from factcheck.report.codes import code_for

ROOT = Path(__file__).parents[1]
HOSPITAL = ROOT / "tests" / "packs" / "hospital"

STORY = """Spring in Northmere's hospitals

HALDEN, 14 April 2026 - In March 2026, 73.2 percent of emergency patients in Northmere were seen \
within four hours. At Alder Royal, 61.7 percent were seen within four hours in March 2026.

The waiting list in Northmere stood at 46,715 people in March 2026. In February 2026 the waiting \
list in Northmere had been 48,210.

The median wait in Northmere was 14.2 months in March 2026. In March 2026, 97.8 percent of beds in \
Northmere were occupied.

More than 1,400 people in Northmere had waited more than a year in March 2026. Ambulance crews \
waited 47 minutes in Northmere and 34 minutes at Alder Royal in March 2026.

Operations cancelled in Northmere in March 2026 came to 0.418 million.

"We will have 40,000 people on the list by next year," said a spokesman. The canteen sold 312 pies.
"""

VERDICTS = """
73.2 percent  | FC000 | supported                     |
61.7 percent  | FC203 | contradicted wrong_period     | 66.1
46,715        | FC210 | contradicted transposed_digits | 47615
48,210        | FC002 | supported superseded          |
14.2 months   | FC207 | contradicted wrong_unit       | 14.2
97.8 percent  | FC212 | contradicted wrong_entity     | 93.6
1,400         | FC211 | contradicted wrong_hedge      | 1386
47 minutes    | FC204 | contradicted swapped          | 34
34 minutes    | FC204 | contradicted swapped          | 47
0.418 million | FC208 | contradicted wrong_scale      | 418
40,000        | FC121 | not_checkable forecast        |
312           | FC110 | unverifiable no_reference     |
"""

WORDS = {
    "61.7 percent": "61.7 percent does not match Patients seen in A&E within four hours, Alder"
    " Royal, March 2026: 66.1%; it is the figure for March 2025",
    "48,210": "48,210 was right as published on 12 March 2026 (People on the waiting list for"
    " planned treatment, Northmere, February 2026); the publisher has since given 48,390"
    " (9 April 2026)",
    "47 minutes": "47 minutes stands at another number's place; here it is 34 minutes",
    "1,400": "1,400 does not match People who have waited more than a year, Northmere, March 2026:"
    " 1,386; “more than” points the wrong way",
}


@pytest.fixture(scope="module")
def hospital():
    return Checker(load_packs([HOSPITAL]), semantic="never")


@pytest.fixture(scope="module")
def story(hospital):
    return check(STORY, reference=hospital.reference, semantic="never")


def told(finding):
    verdict = finding.verdict
    outcome = f"{verdict.status} {verdict.cause or ''}".strip()
    return [finding.claim.quantity.quote, verdict.code, outcome, verdict.expected or ""]


def test_every_number_of_a_made_up_story(story):
    expected = [[cell.strip() for cell in line.split("|")] for line in VERDICTS.split("\n")[1:-1]]
    assert [told(finding) for finding in story.articles[0].findings] == expected


def test_the_messages(story):
    said = {f.claim.quantity.quote: f.verdict.message for f in story.articles[0].findings}
    assert {quote: said[quote] for quote in WORDS} == WORDS


def test_the_distance_is_told_in_the_unit_of_the_reference(story):
    gaps = {f.claim.quantity.quote: f.verdict.gap for f in story.articles[0].findings}
    assert gaps["61.7 percent"] == Decimal("-4.4")
    assert gaps["73.2 percent"] is None


def test_the_row_behind_a_verdict(story):
    match = story.articles[0].findings[1].match
    row = match.observation
    slot = (row.indicator, row.entity, row.period)
    assert slot == ("ae_four_hour_share", "Alder Royal", "2026-03")
    assert (row.value, row.unit) == (Decimal("66.1"), "percent")
    assert match.source.url == "https://example.org/hospital"


def test_a_right_story_accuses_nobody(hospital):
    text = (
        "In March 2026, 73.2 percent of emergency patients in Northmere were seen within four"
        " hours. The waiting list in Northmere stood at 47,615 people in March 2026."
    )
    [article] = check(text, reference=hospital.reference, semantic="never").articles
    assert [f.verdict.status for f in article.findings] == [Status.SUPPORTED] * 2


def test_a_text_without_numbers(hospital):
    [article] = check("No numbers here.", reference=hospital.reference, semantic="never").articles
    assert (article.findings, article.inconsistencies, article.numbers) == ((), (), 0)


@pytest.mark.parametrize("text", ["", "   \n\n"])
def test_an_empty_text_is_an_error(hospital, text):
    with pytest.raises(UnreadableArticle) as error:
        check(text, reference=hospital.reference, semantic="never")
    assert str(error.value) == (
        "-: an empty file; expected plain text, Markdown, HTML, PDF, DOCX, RTF, EPUB or an e-mail."
        " [unreadable-article]"
    )


def test_a_text_a_file_a_folder_and_a_document(hospital, story, tmp_path):
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    (tmp_path / "broken.txt").write_bytes(b"\x00\x01\x02")
    options = {"reference": hospital.reference, "semantic": "never"}
    of_file = check(tmp_path / "story.txt", **options)
    of_folder = check(tmp_path, **options)
    of_document = check(read_article("made.txt", STORY.encode()), **options)
    expected = story.articles[0].findings
    for report in (of_file, of_folder, of_document):
        assert [article.findings for article in report.articles] == [expected]
    assert (of_file.skipped, of_document.skipped) == ((), ())
    assert [Path(one.path).name for one in of_folder.skipped] == ["broken.txt"]
    assert story.articles[0].document.path == "-"
    assert of_document.articles[0].document.path == "made.txt"


def test_a_path_that_is_none_is_told(hospital, tmp_path):
    gone = tmp_path / "gone.txt"
    report = check(gone, reference=hospital.reference, semantic="never")
    assert report.articles == ()
    [skipped] = report.skipped
    assert skipped.message == (
        f"{gone}: no such file or folder; expected an article. [unreadable-article]"
    )


def test_the_packs_of_a_run_are_in_its_report(story):
    assert [pack.name for pack in story.packs] == [load_packs([HOSPITAL]).packs[0].name]


def test_meaning_changes_no_verdict_that_words_settle(hospital, story, tmp_path):
    helped = check(STORY, reference=hospital.reference, semantic="auto", cache=tmp_path)
    pairs = zip(story.articles[0].findings, helped.articles[0].findings, strict=True)
    for alone, with_meaning in pairs:
        if alone.verdict.status is not Status.UNVERIFIABLE:
            assert with_meaning.verdict == alone.verdict
    assert len(list(tmp_path.iterdir())) == 1


PROGRAM = """
import sys
from pathlib import Path
from factcheck.checker import check
from factcheck.reference.store import load_packs
from factcheck.report import render
report = check(sys.stdin.buffer.read().decode(), reference=load_packs([Path(sys.argv[1])]),
               semantic="never")
assert "factcheck.match.semantic" not in sys.modules, "loaded although nobody asks for meaning"
sys.stdout.buffer.write(render(report, "json").encode())
"""


def test_the_same_bytes_in_every_process(story):
    runs = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM, str(HOSPITAL)],
            input=STORY.encode(), env={**os.environ, "PYTHONHASHSEED": seed}, cwd=ROOT,
            capture_output=True, check=True,
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert runs == [render(story, "json").encode()] * 2


def test_the_same_bytes_twice(checker, corpora):
    some = list(corpora.values())[:3]
    assert render(checker(some), "json") == render(checker(some), "json")


@pytest.fixture(scope="module")
def together(checker, corpora):
    """All of corpora/ in one run."""
    return checker(list(corpora.values()))


def test_an_article_is_judged_by_itself(together, reports):
    assert list(together.articles) == list(reports.values())


def test_the_order_of_articles_changes_no_verdict_and_no_conflict(checker, corpora, together):
    turned = checker(list(corpora.values())[::-1])
    assert turned.articles == together.articles[::-1]
    found = [
        sorted(
            (one.relation, one.indicator or "", *sorted(side.finding for side in one.claims))
            for one in report.conflicts
        )
        for report in (turned, together)
    ]
    assert found[0] == found[1]


@pytest.mark.parametrize(
    "name", ["football-season", "hospital-waits", "rail-performance", "tarvia-harvest"]
)
def test_a_paragraph_without_numbers_changes_nothing(checker, corpora, reports, name):
    document = corpora[name]
    longer = document.text.rstrip("\n") + "\n\nA choir sang outside, and it was cold.\n"
    report = checker.article(read_article(document.path, longer.encode()))
    assert report.findings == reports[name].findings
    assert report.numbers == reports[name].numbers


def test_findings_stand_where_they_say(reports):
    for report in reports.values():
        text = report.document.text
        lines = text.split("\n")
        spans = []
        for claim in (finding.claim for finding in report.findings):
            quantity = claim.quantity
            assert text[quantity.start : quantity.end] == quantity.quote
            line = lines[claim.line - 1]
            assert line[claim.column - 1 :].startswith(quantity.quote.split("\n")[0])
            assert claim.sentence_start <= quantity.start
            spans.append((quantity.start, quantity.end))
        assert all(end <= start for (_, end), (start, _) in pairwise(spans))


def test_every_finding_is_whole(reports, packs):
    for report in reports.values():
        assert len({finding.id for finding in report.findings}) == len(report.findings)
        assert report.numbers >= len(report.findings)
        for claim, match, verdict in ((f.claim, f.match, f.verdict) for f in report.findings):
            assert verdict.code == code_for(verdict.status, verdict.cause)
            assert claim.quantity.quote in verdict.message or claim.quantity.unit == "edition"
            judged = verdict.status in (Status.SUPPORTED, Status.CONTRADICTED)
            assert (match is not None) is judged
            assert match is None or match.observation in packs.rows(match.observation.indicator)
            assert verdict.status is Status.CONTRADICTED or verdict.gap is None
            if claim.checkability:
                assert (verdict.status, verdict.cause) == (Status.NOT_CHECKABLE, claim.checkability)


def test_findings_of_an_inconsistency_and_of_a_conflict_exist(together):
    known = {(a.document.id, f.id) for a in together.articles for f in a.findings}
    for article in together.articles:
        for one in article.inconsistencies:
            assert {(article.document.id, name) for name in one.findings} <= known
    sides = {(side.article, side.finding) for one in together.conflicts for side in one.claims}
    assert sides
    assert sides <= known


def test_documents_and_what_was_skipped_are_passed_on(hospital, corpora):
    document = replace(corpora["hospital-waits"], path="other.txt")
    report = check_documents([document], hospital.reference, semantic="never")
    assert [article.document for article in report.articles] == [document]


@pytest.fixture(scope="module")
def present():
    return gold_texts()


@pytest.mark.parametrize("name", ARTICLES)
def test_reports_are_the_saved_ones(present, name):
    saved = (FOLDER / f"{name}.json").read_text("utf-8")
    if present[name] != saved:
        change = difflib.unified_diff(
            saved.splitlines(), present[name].splitlines(), "saved", "now", lineterm="", n=6
        )
        pytest.fail(
            "\n".join(change) + f"\n\ntests/gold_reports/{name}.json differs as shown. If that is"
            f" meant, accept it with\n  {ACCEPT}",
            pytrace=False,
        )
