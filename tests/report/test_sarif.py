"""SARIF: valid by the OASIS schema, with what GitHub asks for, and nothing that needs no editor."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from samples import (
    ARTICLE,
    CONTRADICTED,
    CROPS,
    EMPTY,
    FORECAST,
    ONE,
    PACK,
    REPORT,
    SUPPORTED,
    UNKNOWN,
    conflict,
    document,
    finding,
)

from factcheck.model import (
    ArticleReport,
    Attribution,
    Cause,
    Notice,
    Origin,
    Relation,
    Report,
    Skipped,
    Status,
    Suppression,
    SuppressionKind,
)
from factcheck.report import Options, render

SCHEMA = json.loads(
    (Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text("utf-8")
)
EVERYTHING = Options(verbosity=1)
UNREAD = replace(EMPTY, skipped=(Skipped("x.txt", "unreadable-article", "x.txt: gone"),))


def run(report, options=EVERYTHING):
    return json.loads(render(report, "sarif", options))["runs"][0]


def only(found, **fields):
    """The one result for a finding that stands alone in its article."""
    article = ArticleReport(document(**fields), (found,))
    (result,) = run(Report((article,), (PACK,)))["results"]
    return result


@pytest.mark.parametrize("options", [Options(), EVERYTHING, Options(verbosity=-1)], ids=str)
@pytest.mark.parametrize(
    "report", [REPORT, ONE, EMPTY, UNREAD], ids=["full", "one", "empty", "unread"]
)
def test_real_output_fits_the_schema(report, options):
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads(render(report, "sarif", options)))


def test_a_format_with_pages_names_the_page():
    assert "logicalLocations" not in only(CONTRADICTED)["locations"][0]
    start = CONTRADICTED.claim.quantity.start
    origins = (Origin(start, start + 9, line=12, column=1, page=3),)
    article = ArticleReport(document(path="a.pdf", origins=origins), (CONTRADICTED,))
    told = json.loads(render(Report((article,), (PACK,)), "sarif"))
    jsonschema.Draft4Validator(SCHEMA).validate(told)
    (place,) = told["runs"][0]["results"][0]["locations"]
    assert place["logicalLocations"] == [{"name": "page 3", "kind": "page"}]
    assert place["physicalLocation"]["region"]["startLine"] == 12


def test_the_schema_refuses_other_things():
    told = json.loads(render(REPORT, "sarif"))
    told["runs"][0]["results"][0]["kind"] = "wrong"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft4Validator(SCHEMA).validate(told)


KINDS = [
    (SUPPORTED, "pass", "none"),
    (finding(CROPS, "3%", Status.SUPPORTED, Cause.ROUNDING), "pass", "none"),
    (finding(CROPS, "3%", Status.SUPPORTED, Cause.SUPERSEDED), "review", "none"),
    (finding(CROPS, "3%", Status.AMBIGUOUS, Cause.SEVERAL_CANDIDATES), "review", "none"),
    (UNKNOWN, "open", "none"),
    (FORECAST, "notApplicable", "none"),
    (CONTRADICTED, "fail", "error"),
    (replace(CONTRADICTED, claim=replace(CONTRADICTED.claim, attribution=Attribution.QUOTED)),
     "fail", "warning"),
]  # fmt: skip


@pytest.mark.parametrize(("found", "kind", "level"), KINDS)
def test_kind_and_level(found, kind, level):
    result = only(found)
    assert (result["kind"], result["level"]) == (kind, level)


@pytest.mark.parametrize(
    ("relation", "kind"),
    [
        (Relation.CONFLICT, "review"),
        (Relation.RESTATED, "review"),
        (Relation.DIFFERENT_PERIOD, "informational"),
        (Relation.DIFFERENT_ENTITY, "informational"),
    ],
)
def test_kind_of_a_pair(relation, kind):
    pair = run(replace(REPORT, conflicts=(conflict(relation),)))["results"][-1]
    assert (pair["kind"], pair["level"]) == (kind, "none")


@pytest.mark.parametrize("found", [SUPPORTED, UNKNOWN, FORECAST], ids=lambda f: f.verdict.code)
def test_what_needs_no_editor_is_left_out(found):
    report = Report((ArticleReport(document(), (found,)),), (PACK,))
    assert run(report, Options())["results"] == []


def test_a_result_whole():
    assert only(CONTRADICTED) == {
        "ruleId": "FC212",
        "kind": "fail",
        "level": "error",
        "message": {
            "text": "9.1% is Peru's share, not Chile's\n"
            "Reference: Share of the maize harvest, Chile, 2024: 3.4% "
            "(Andean Crop Survey 2025, published 13 April 2025)\n"
            "https://example.org/crops\n"
            "Peru: 9.1% in 2024"
        },
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "crops.txt"},
                    "region": {
                        "startLine": 3,
                        "startColumn": 48,
                        "endLine": 3,
                        "endColumn": 52,
                        "snippet": {"text": "9.1%"},
                    },
                },
                "message": {"text": "9.1%"},
            }
        ],
        "partialFingerprints": {
            "primaryLocationLineHash": CONTRADICTED.id,
            "factcheck/v1": CONTRADICTED.id,
        },
        "ruleIndex": 0,
    }


def test_a_pair_links_its_other_side():
    pair = run(REPORT)["results"][-1]
    assert pair["message"]["text"] == (
        "these differ: 9.1% is for 2024, 8.4% for 2023\nSee [8.4% in other.txt:1:19](1)."
    )
    (related,) = pair["relatedLocations"]
    assert related["id"] == 1
    assert related["physicalLocation"]["artifactLocation"] == {"uri": "other.txt"}
    assert pair["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "crops.txt"}


def test_every_result_has_a_rule_with_what_github_asks_for():
    told = run(REPORT)
    rules = told["tool"]["driver"]["rules"]
    for result in told["results"]:
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        for field in ("shortDescription", "fullDescription"):
            assert 0 < len(rule[field]["text"]) <= 1024  # GitHub's limit
        assert rule["help"]["text"]
        assert rule["help"]["markdown"].startswith(f"# {rule['id']} ")


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("crops.txt", "crops.txt"),
        ("a folder/50% off #2.md", "a%20folder/50%25%20off%20%232.md"),
        ("/tmp/crops.txt", "file:///tmp/crops.txt"),
        ("-", "-"),
    ],
)
def test_paths_are_uris(path, uri):
    location = only(CONTRADICTED, path=path)["locations"][0]["physicalLocation"]
    assert location["artifactLocation"] == {"uri": uri}


def test_a_quote_that_runs_on_ends_on_its_last_line():
    text = "It was 9.1 per\ncent in 2024.\n"
    region = only(finding(text, "9.1 per\ncent"), text=text)["locations"][0]["physicalLocation"]
    assert region["region"]["startLine"] == 1
    assert (region["region"]["endLine"], region["region"]["endColumn"]) == (2, 5)


IGNORED = replace(CONTRADICTED, suppressed=Suppression(SuppressionKind.IN_SOURCE, "the desk knows"))
KNOWN = replace(CONTRADICTED, suppressed=Suppression(SuppressionKind.BASELINE))


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (IGNORED, {"kind": "inSource", "justification": "the desk knows"}),
        (KNOWN, {"kind": "external", "justification": "ignored: baseline"}),
    ],
)
def test_what_is_ignored_is_marked_and_makes_no_alert(found, told):
    report = Report((ArticleReport(document(), (found,)),), (PACK,))
    (result,) = run(report)["results"]
    (suppression,) = result["suppressions"]
    assert told.items() <= suppression.items()
    assert run(report, Options())["results"] == []
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads(render(report, "sarif", EVERYTHING)))


def test_an_idle_ignore_is_a_result():
    notice = Notice("FC501", "a b.md", 5, 57, "it ignores nothing")
    report = replace(EMPTY, notices=(notice,))
    (result,) = run(report, Options())["results"]
    assert (result["ruleId"], result["level"]) == ("FC501", "warning")
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "a%20b.md"},
                "region": {"startLine": 5, "startColumn": 57},
            }
        }
    ]
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads(render(report, "sarif")))


def test_an_unread_input_is_a_notification():
    (invocation,) = run(UNREAD)["invocations"]
    assert invocation == {
        "executionSuccessful": False,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": "x.txt: gone"},
                "descriptor": {"id": "unreadable-article"},
            }
        ],
    }


def test_the_coverage_is_told():
    assert run(replace(REPORT, articles=(ARTICLE,)))["properties"]["coverage"].startswith(
        "Checked 2 of 4 numbers in 1 article: 1 supported, 1 contradicted."
    )
