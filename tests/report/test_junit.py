"""JUnit XML: valid by the schema of Jenkins, and what fails, is skipped or could not be read."""

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree
from samples import CONTRADICTED, CROPS, EMPTY, ONE, PACK, REPORT, conflict, document, finding

from factcheck.model import ArticleReport, Cause, Relation, Report, Skipped, Status
from factcheck.report import render

SCHEMA = etree.XMLSchema(file=str(Path(__file__).parent / "schemas" / "jenkins-junit.xsd"))
UNREAD = replace(EMPTY, skipped=(Skipped("x.txt", "unreadable-article", "x.txt: gone"),))
NOISY = Report(
    (
        ArticleReport(
            document("5% <&>\x00\x0b", 'a "b" <c>.txt'),
            (finding("5% <&>\x00\x0b", "5% <&>\x00\x0b", Status.UNVERIFIABLE, Cause.NO_UNIT),),
        ),
    ),
    (PACK,),
)


def read(report):
    return etree.fromstring(render(report, "junit").encode())


@pytest.mark.parametrize(
    "report",
    [REPORT, ONE, EMPTY, UNREAD, NOISY],
    ids=["full", "one", "empty", "unread", "noisy"],
)
def test_real_output_fits_the_schema(report):
    SCHEMA.assertValid(read(report))


def test_the_schema_refuses_other_things():
    told = read(REPORT)
    told[0].attrib.pop("tests")
    assert not SCHEMA.validate(told)


def test_what_fails_and_what_is_skipped():
    suite = read(ONE)[0]
    assert dict(suite.attrib) == {
        "name": "crops.txt",
        "tests": "4",
        "failures": "1",
        "errors": "0",
        "skipped": "2",
    }
    told = [(case.get("name"), [part.tag for part in case]) for case in suite.iter("testcase")]
    assert told == [
        ("3:11 9.1%", []),
        ("3:48 9.1%", ["failure"]),
        ("3:76 3%", ["skipped"]),
        ("5:24 4 million tonnes", ["skipped"]),
    ]
    assert suite.findtext("system-out").startswith("Checked 2 of 4 numbers in 1 article")


def test_a_failure_whole():
    (failure,) = read(ONE).iter("failure")
    assert dict(failure.attrib) == {
        "type": "FC212",
        "message": "FC212 9.1% is Peru's share, not Chile's",
    }
    assert failure.text == (
        f"crops.txt:3:48: {CONTRADICTED.claim.sentence}\n"
        "reference: Share of the maize harvest, Chile, 2024: 3.4% "
        "(Andean Crop Survey 2025, published 13 April 2025)\n"
        "https://example.org/crops\n"
        "Peru: 9.1% in 2024"
    )


@pytest.mark.parametrize(
    ("relation", "failures"), [(Relation.CONFLICT, 1), (Relation.DIFFERENT_PERIOD, 0)]
)
def test_only_a_conflict_fails_between_articles(relation, failures):
    told = read(replace(REPORT, conflicts=(conflict(relation),)))
    names = [suite.get("name") for suite in told]
    assert names.count("conflicts between articles") == failures


def test_an_input_that_could_not_be_read_is_an_error():
    told = read(UNREAD)
    assert (told.get("tests"), told.get("errors")) == ("1", "1")
    assert told.find(".//error").get("message") == "x.txt: gone"


@pytest.mark.parametrize("status", [Status.SUPPORTED, Status.AMBIGUOUS])
def test_what_only_wants_review_does_not_fail(status):
    cause = {Status.SUPPORTED: Cause.SUPERSEDED, Status.AMBIGUOUS: Cause.SEVERAL_CANDIDATES}
    found = finding(CROPS, "3%", status, cause[status])
    assert not list(read(Report((ArticleReport(document(), (found,)),), (PACK,))).iter("failure"))
