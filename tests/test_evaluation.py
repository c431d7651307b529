"""Scoring, on two small articles whose figures are worked out by hand in the comments."""

from __future__ import annotations

import json
from decimal import Decimal
from math import isnan
from pathlib import Path

import pytest

from factcheck.evaluation import (
    BadGold,
    Change,
    compare_baseline,
    compute_figures,
    evaluate,
    list_errors,
    read_baseline,
    read_gold,
    summary_line,
    write_baseline,
)
from factcheck.evaluation.gold import GoldClaim
from factcheck.evaluation.scoring import same_value

FOLDER = Path(__file__).parent / "data" / "evaluation"


def load_report() -> dict:
    return json.loads((FOLDER / "report.json").read_text("utf-8"))


@pytest.fixture
def evaluation():
    return evaluate(read_gold(FOLDER), load_report())


def test_figures(evaluation):
    expected = {
        # 8 asserted labels; 7 answered; "double" is missed
        "extraction_precision": 7 / 9,  # 7 answered, "555" and "pair" are no claims
        "extraction_recall": 7 / 8,
        "extraction_f1": 14 / 17,
        "kind_accuracy": 6 / 7,  # "One in three" called percent
        "distractor_rate": 1 / 2,  # the phone number, not the page number
        "indicator_recall": 4 / 6,  # "$5m" aligned wrongly, "13 April" not at all
        "indicator_precision": 4 / 5,
        "verdict_accuracy": 6 / 8,  # "$5m" wrong, "double" missed; ambiguous is unverifiable
        "error_precision": 2 / 4,  # 340 and 11 %, against "$5m" and "pair"; "$6m" is neutral
        "error_recall": 2 / 2,
        "error_f1": 2 / 3,
        "false_accusation_rate": 1 / 4,  # "$5m" of 12%, $5m, 13 April, 5 and 7
        "cause_accuracy": 1 / 2,  # 340 right, 11 % wrong
        "checked_share": 6 / 6,
        "conflict_pairs_reported": 2 / 4,
        "conflict_relation_accuracy": 2 / 4,  # the first; the third need not be reported
        "true_conflict_recall": 1 / 2,
        "false_conflict_rate": 1 / 2,  # the second is no conflict
    }
    assert compute_figures(evaluation) == pytest.approx(expected)


def test_summary_line(evaluation):
    assert summary_line(evaluation) == (
        "claims 8 predicted 9 extracted 7 flagged 4 bare years 1 articles 2"
    )


def test_list_errors(evaluation):
    assert list_errors(evaluation) == [
        "a '$5m'#1: gold supported/rounding [costs = 5010000] "
        "said contradicted/value_mismatch [profit = 0]",
        "a 'double'#1: not extracted (gold not_checkable)",
        "b '11&nbsp;%'#1: gold contradicted/wrong_period [sales_growth = 12] "
        "said contradicted/wrong_entity [sales_growth = 0]",
        "a '555'@120: not in gold (distractor), said unverifiable",
        "b 'pair'@72: not in gold, said contradicted",
        "pair a '340' ~ b '5 and 7 points': gold different_measure said conflict",
        "pair a 'double' ~ b '13&nbsp;April': gold conflict said None",
    ]


def test_an_article_without_a_report_counts_as_missed():
    report = load_report()
    del report["articles"][1]
    evaluation = evaluate(read_gold(FOLDER), report)
    assert summary_line(evaluation) == (
        "claims 8 predicted 5 extracted 4 flagged 2 bare years 1 articles 2"
    )
    assert list_errors(evaluation)[0] == "b: no report for this article"


def test_an_empty_report_has_no_precision():
    figures = compute_figures(evaluate(read_gold(FOLDER), {"articles": [], "conflicts": []}))
    assert isnan(figures["extraction_precision"])
    assert figures["extraction_recall"] == 0
    assert figures["extraction_f1"] == 0


def claim(kind: str, value: str | None, low: str | None = None, high: str | None = None):
    number = value if kind == "date" or value is None else Decimal(value)
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    return GoldClaim("q", 1, kind, number, *ends, "supported", None, None, None)


@pytest.mark.parametrize(
    ("gold", "said", "same"),
    [
        pytest.param(claim("count", "12"), {"value": "13"}, False, id="another number"),
        pytest.param(claim("count", "12"), {"value": None}, False, id="no number"),
        pytest.param(claim("count", "12"), {"value": "twelve"}, False, id="not a number"),
        pytest.param(claim("percent", "2.7"), {"value": "2.71"}, False, id="a digit more"),
        pytest.param(claim("date", "2026-04-13"), {"value": "2026-04-14"}, False, id="next day"),
        pytest.param(claim("date", "2026-04-13"), {"value": ""}, False, id="no date"),
        pytest.param(claim("count", None, "5", "7"), {"value": "6"}, False, id="range v number"),
        pytest.param(
            claim("count", None, "5", "7"), {"low": "5", "high": "8.1"}, False, id="wider range"
        ),
        pytest.param(claim("count", "12"), {"value": "12.0"}, True, id="equal"),
        pytest.param(claim("ratio", "0.6667"), {"value": "0.667"}, True, id="ratio in words"),
        pytest.param(claim("date", "--04-13"), {"value": "2026-04-13"}, True, id="gold yearless"),
        pytest.param(claim("date", "2026-04-13"), {"value": "--04-13"}, True, id="said yearless"),
        pytest.param(claim("date", "2026-04"), {"value": "2026-04-13"}, True, id="finer date"),
        pytest.param(claim("date", "2026-04-13"), {"value": "2026"}, True, id="coarser date"),
        pytest.param(
            claim("count", None, "5", "7"), {"low": "4.5", "high": "7.5"}, True, id="range"
        ),
    ],
)
def test_same_value(gold, said, same):
    assert same_value(gold, said) is same


def test_baseline_of_the_same_report_shows_no_change(evaluation, tmp_path):
    write_baseline(evaluation, tmp_path / "baseline.json")
    assert compare_baseline(read_baseline(tmp_path / "baseline.json"), evaluation) == Change((), ())


def test_gains_and_losses_are_named_claim_by_claim(evaluation, tmp_path):
    write_baseline(evaluation, tmp_path / "baseline.json")
    report = load_report()
    a, b = (article["findings"] for article in report["articles"])
    a[1]["verdict"]["cause"] = "value_mismatch"
    a[3]["verdict"] = {"status": "supported", "cause": "rounding"}
    a.pop(0)
    b[-1]["claim"].update(quote="analysts", start=79, end=87)
    change = compare_baseline(
        read_baseline(tmp_path / "baseline.json"), evaluate(read_gold(FOLDER), report)
    )
    assert change.gains == (
        "a $5m#1: verdict is right now",
        "b 'pair': no longer reported",
    )
    assert change.losses == (
        "a 12%#1: extracted was right before",
        "a 12%#1: kind was right before",
        "a 12%#1: indicator was right before",
        "a 12%#1: verdict was right before",
        "a 340#1: cause was right before",
        "b 'analysts': reported, not in gold",
    )


def test_an_unreported_article_is_a_loss(evaluation, tmp_path):
    write_baseline(evaluation, tmp_path / "baseline.json")
    report = load_report()
    del report["articles"][1]
    change = compare_baseline(
        read_baseline(tmp_path / "baseline.json"), evaluate(read_gold(FOLDER), report)
    )
    assert "b 5 and 7 points#1: verdict was right before" in change.losses


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "{",
            "broken JSON (no key in quotation marks); expected one object a line.",
        ),
        (
            '{"quote": "1", "nth": 1, "value": 1}',
            "no field 'kind'; expected the fields quote, nth, kind, value, verdict.",
        ),
        (
            '{"quote": "1", "nth": 1, "kind": "count", "value": "one", "verdict": "supported"}',
            "value 'one'; expected a number.",
        ),
    ],
)
def test_bad_gold_names_the_line(line, message, tmp_path):
    for name in ("articles", "gold"):
        (tmp_path / name).mkdir()
    (tmp_path / "articles" / "a.txt").write_text("1", "utf-8")
    place = tmp_path / "gold" / "a.jsonl"
    place.write_text(line, "utf-8")
    with pytest.raises(BadGold) as error:
        read_gold(tmp_path)
    assert str(error.value) == f"{place}:1: {message} [bad-gold]"


def test_bad_gold_folder(tmp_path):
    with pytest.raises(BadGold) as error:
        read_gold(tmp_path)
    assert str(error.value) == (
        f"{tmp_path}: no folder articles/; expected articles/ and gold/. [bad-gold]"
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            "packs",
            "broken TOML (Expected '=' after a key in a key/value pair (at end of document)); "
            "expected packs = [...].",
        ),
        ("pack = []", "the keys pack; expected only packs."),
    ],
)
def test_bad_settings_file(content, message, tmp_path):
    (tmp_path / "articles").mkdir()
    settings = tmp_path / "evaluate.toml"
    settings.write_text(content, "utf-8")
    with pytest.raises(BadGold) as error:
        read_gold(tmp_path)
    assert str(error.value) == f"{settings}: {message} [bad-gold]"


def test_packs_of_the_settings_file(tmp_path):
    (tmp_path / "articles").mkdir()
    for name in ("packs/one", "packs/two", "alone"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "datapackage.json").write_text("{}", "utf-8")
    (tmp_path / "evaluate.toml").write_text('packs = ["alone", "packs"]', "utf-8")
    names = ("alone", "packs/one", "packs/two")
    assert read_gold(tmp_path).packs == tuple(tmp_path / name for name in names)
    (tmp_path / "evaluate.toml").write_text('packs = ["articles"]', "utf-8")
    with pytest.raises(BadGold) as error:
        read_gold(tmp_path)
    assert str(error.value) == (
        f"{tmp_path / 'evaluate.toml'}: no reference pack in 'articles'; "
        "expected a pack or its folder. [bad-gold]"
    )
