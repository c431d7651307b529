"""The JSON report: to the letter of its schema, and the same bytes every time."""

import csv
import io
import json
from dataclasses import replace

import jsonschema
import pytest
from pydantic import ValidationError
from samples import ARTICLE, CROPS, EMPTY, PACK, REPORT, document

from factcheck.model import (
    ArticleReport,
    Notice,
    Origin,
    Report,
    Suppression,
    SuppressionKind,
)
from factcheck.report import FORMATS, render, renderer
from factcheck.report.schema import JsonReport, json_schema


@pytest.fixture
def told():
    return json.loads(render(REPORT, "json"))


@pytest.mark.parametrize("report", [REPORT, EMPTY], ids=["full", "empty"])
def test_real_output_fits_the_schema(report):
    told = json.loads(render(report, "json"))
    jsonschema.validate(told, json.loads(json_schema()))
    JsonReport.model_validate(told)


@pytest.mark.parametrize(
    ("key", "value"),
    [("schema_version", "2.0"), ("surprise", 1), ("summary", {}), ("articles", None)],
)
def test_the_schema_refuses_other_things(told, key, value):
    told[key] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told, json.loads(json_schema()))
    with pytest.raises(ValidationError):
        JsonReport.model_validate(told)


def test_top_level(told):
    assert list(told) == [
        "schema_version",
        "tool",
        "reference",
        "articles",
        "conflicts",
        "notices",
        "summary",
    ]
    assert told["reference"] == [{"name": "crops", "version": "2025.1", "sha256": "a" * 64}]
    assert told["summary"] == {
        "articles": 2,
        "claims": 5,
        "supported": 2,
        "contradicted": 1,
        "unverifiable": 1,
        "ambiguous": 0,
        "not_checkable": 1,
        "suppressed": 0,
    }


def test_article(told):
    article = told["articles"][0]
    assert (article["published"], article["outlet"], article["text"]) == ("2025-05-03", None, None)
    assert article["coverage"] == {
        "numbers": 6,
        "claims": 4,
        "checked": 2,
        "not_checked": {"forecast": 1, "no_reference": 1},
    }


def test_finding(told):
    assert told["articles"][0]["findings"][1] == {
        "id": "f-67",
        "claim": {
            "start": 67,
            "end": 71,
            "line": 3,
            "column": 48,
            "quote": "9.1%",
            "sentence": CROPS.splitlines()[2],
            "kind": "percent",
            "value": "9.1",
            "low": "9.05",
            "high": "9.15",
            "unit": "percent",
            "modifier": None,
            "entity": "Peru",
            "compared_to": None,
            "measure": None,
            "dimension": None,
            "period": "2024",
            "edition": None,
            "attribution": "writer",
            "source_named": None,
            "source": None,
        },
        "match": {
            "indicator": "maize_share",
            "indicator_name": "Share of the maize harvest",
            "entity": "Chile",
            "dimension": None,
            "period": "2024",
            "value": "3.4",
            "unit": "percent",
            "edition": "2025",
            "published": "2025-04-13",
            "source_title": "Andean Crop Survey 2025",
            "source_url": "https://example.org/crops",
            "score": 0.93,
            "why": [],
        },
        "verdict": {
            "status": "contradicted",
            "cause": "wrong_entity",
            "code": "FC212",
            "message": "9.1% is Peru's share, not Chile's",
            "expected": "3.4",
            "gap": "5.7",
        },
        "suppressed": None,
    }


def test_conflict(told):
    assert told["conflicts"][0] == {
        "id": "c-1",
        "relation": "different_period",
        "indicator": "maize_share",
        "message": "these differ: 9.1% is for 2024, 8.4% for 2023",
        "claims": [
            {
                "article": "id-crops.txt",
                "finding": "f-30",
                "quote": "9.1%",
                "value": "9.1",
                "period": "2024",
            },
            {
                "article": "id-other.txt",
                "finding": "f-18",
                "quote": "8.4%",
                "value": "8.4",
                "period": "2023",
            },
        ],
        "suppressed": None,
    }


def test_large_numbers_have_no_exponent(told):
    assert told["articles"][0]["findings"][3]["claim"]["value"] == "4000000"


def test_text_is_included_where_it_is_not_the_file_itself():
    article = ArticleReport(document(plain=False), ())
    assert json.loads(render(Report((article,), ()), "json"))["articles"][0]["text"] == CROPS


def test_every_format_renders_and_repeats_itself():
    for name in FORMATS:
        assert render(REPORT, name) == render(REPORT, name) != ""
    with pytest.raises(KeyError):
        renderer("sonnet")


def test_json_lines_have_one_finding_each(told):
    lines = [json.loads(line) for line in render(REPORT, "jsonl").splitlines()]
    findings = [finding for article in told["articles"] for finding in article["findings"]]
    assert [{**line} for line in lines] == [
        {
            "schema_version": "1.0",
            "article": line["article"],
            "path": line["path"],
            **finding,
        }
        for line, finding in zip(lines, findings, strict=True)
    ]
    assert [line["path"] for line in lines] == ["crops.txt"] * 4 + ["other.txt"]


def test_csv_has_one_finding_each():
    rows = list(csv.DictReader(io.StringIO(render(REPORT, "csv"))))
    assert [(row["path"], row["quote"], row["code"]) for row in rows] == [
        ("crops.txt", "9.1%", "FC000"),
        ("crops.txt", "9.1%", "FC212"),
        ("crops.txt", "3%", "FC110"),
        ("crops.txt", "4 million tonnes", "FC121"),
        ("other.txt", "8.4%", "FC000"),
    ]
    assert rows[1]["reference_value"] == "3.4"


def test_csv_cells_never_become_formulas():
    path = "=HYPERLINK(1).txt"
    article = ArticleReport(document(path=path), REPORT.articles[0].findings[:1])
    assert "'=HYPERLINK(1).txt" in render(Report((article,), ()), "csv")


def test_what_is_ignored_stays_and_says_why():
    reason = Suppression(SuppressionKind.IN_SOURCE, "agreed with the office")
    found = replace(ARTICLE.findings[1], suppressed=reason)
    notice = Notice("FC501", "crops.txt", 3, 1, "it ignores nothing")
    report = Report((replace(ARTICLE, findings=(found,)),), (PACK,), notices=(notice,))
    told = json.loads(render(report, "json"))
    JsonReport.model_validate(told)
    [shown] = told["articles"][0]["findings"]
    assert shown["verdict"]["status"] == "contradicted"
    assert shown["suppressed"] == {"kind": "in_source", "reason": "agreed with the office"}
    assert told["summary"]["suppressed"] == 1
    assert told["notices"] == [
        {
            "code": "FC501",
            "path": "crops.txt",
            "line": 3,
            "column": 1,
            "message": "it ignores nothing",
        }
    ]


def test_a_number_of_an_extracted_text_says_where_it_stands_in_the_file():
    start = ARTICLE.findings[1].claim.quantity.start
    traced = document(origins=(Origin(start - 5, start + 9, 12, 3, page=7),))
    report = Report((replace(ARTICLE, document=traced),), (PACK,))
    told = json.loads(render(report, "json"))
    JsonReport.model_validate(told)
    sources = [found["claim"]["source"] for found in told["articles"][0]["findings"]]
    assert sources == [None, {"page": 7, "line": 12, "column": 8}, None, None]
    assert "crops.txt:page 7:12:8: FC212" in render(report, "concise")
    assert "\n12 | Peru grew" in render(report, "text")
