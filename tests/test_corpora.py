"""The labels of corpora/ stand where they say, overlap nowhere and agree with the packs.

Independent of the engine on purpose: packs are read as bare CSV, intervals computed afresh.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from decimal import Decimal
from itertools import chain, pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CORPORA = ROOT / "corpora"
ARTICLES = sorted((CORPORA / "articles").iterdir())

KINDS = {
    *("percent", "percentage_points", "money", "count", "multiple"),
    *("ratio", "rank", "date", "duration", "score"),
}
CAUSES = {
    "supported": {None, "rounding", "superseded", "conflicting_reference"},
    "contradicted": {
        *("wrong_period", "wrong_entity", "wrong_measure", "wrong_edition", "swapped"),
        *("wrong_unit", "wrong_scale", "wrong_direction", "arithmetic", "transposed_digits"),
        *("wrong_hedge", "value_mismatch"),
    },
    "unverifiable": {None},
    "not_checkable": {"opinion", "forecast", "hypothetical"},
}
ROUGH = Decimal("0.10")  # share of the value that number words and "about" may be off
HEDGED = Decimal("0.15")  # share of the value that "more than" and "nearly" may be off

Row = dict
Key = tuple[str, str, str]


def read_jsonl(path: Path) -> list[Row]:
    lines = path.read_text("utf-8").splitlines()
    return [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in lines]


def read_packs() -> dict[Key, list[Row]]:
    """Rows by indicator, entity, period, oldest vintage first."""
    table: dict[Key, list[Row]] = defaultdict(list)
    folders = (ROOT / "reference_data", ROOT / "tests" / "packs")
    for path in chain(*(sorted(folder.glob("*/observations.csv")) for folder in folders)):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                table[row["indicator"], row["entity"], row["period"]].append(row)
    for rows in table.values():
        rows.sort(key=lambda row: row["published"])
    return table


PACKS = read_packs()


def locate(text: str, row: Row) -> tuple[int, int]:
    at = -1
    for _ in range(int(row["nth"])):
        at = text.find(row["quote"], at + 1)
        assert at >= 0, f"{row['quote']!r}#{row['nth']} is not in the text"
    return at, at + len(row["quote"])


def vintages(key: Row) -> list[Decimal]:
    """Values of a slot, oldest first; rows of another dimension left out."""
    rows = PACKS[key["indicator"], key["entity"], key["period"]]
    dimension = key.get("dimension")
    return [Decimal(row["value"]) for row in rows if dimension in (None, row["dimension"])]


def derive(op: str, values: list[Decimal]) -> Decimal:
    first, last = values[0], values[-1]
    return {
        "pct": lambda: (first / last - 1) * 100,
        "down": lambda: (1 - first / last) * 100,
        "ratio": lambda: first / last,
        "diff": lambda: first - last,
        "sum": lambda: sum(values, Decimal(0)),
        "share": lambda: sum(values[:-1], Decimal(0)) / last * 100,
        "rank": lambda: Decimal(1 + sum(value > first for value in values[1:])),
    }[op]()


def reference(row: Row) -> Decimal:
    """What the packs give for the labelled slot, in the unit of the claim."""
    ref = row["ref"]
    if "op" in ref:
        value = derive(ref["op"], [vintages(key)[-1] for key in ref["rows"]])
    else:
        value = Decimal(row["reference_value"])
    percent = ref.get("op") in ("pct", "down", "share") or _unit(ref) == "percent"
    return abs(value) / 100 if row["kind"] == "ratio" and percent else abs(value)


def _unit(ref: Row) -> str:
    if "op" in ref:
        return "" if ref["op"] == "ratio" else _unit(ref["rows"][0])
    return PACKS[ref["indicator"], ref["entity"], ref["period"]][0]["unit"]


def printed(row: Row) -> Decimal | None:
    """The digits of the quote; None where it is written in words."""
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", row["quote"])
    return Decimal(digits[0].replace(",", "")) if digits else None


def allows(row: Row, value: Decimal) -> bool:
    """Could a reference of `value` be rounded or hedged into what is printed?"""
    said, digits = Decimal(row["value"]), printed(row)
    match row["modifier"]:
        case "more_than":
            return said < value <= said * (1 + HEDGED)
        case "less_than":
            return said * (1 - HEDGED) <= value <= said
        case "at_least":
            return value >= said
        case "approx":
            return abs(value - said) <= said * ROUGH
    if digits is None:
        exact = said == said.to_integral() and row["kind"] != "multiple"
        return value == said if exact else abs(value - said) <= said * ROUGH
    step = Decimal(1).scaleb(digits.as_tuple().exponent) * said / digits if digits else Decimal(1)
    return abs(value - said) <= step / 2


def finer(row: Row, value: Decimal) -> bool:
    """Printed with more digits than the publisher gives: it rounds to what he prints."""
    return round(Decimal(row["value"]), -int(value.as_tuple().exponent)) == value


def elsewhere(row: Row, part: int) -> list[Decimal]:
    """Values of the same slot with another entity (part 1) or period (part 2)."""
    ref = row["ref"]
    slot = (ref["indicator"], row["entity"], row["period"])
    keys = [
        key
        for key in PACKS
        if key[part] != slot[part] and all(key[i] == slot[i] for i in range(3) if i != part)
    ]
    dimension = ref.get("dimension", "")
    return [
        Decimal(item["value"])
        for key in keys
        for item in PACKS[key]
        if item["dimension"] in (dimension, "")
    ]


def same_digits(row: Row, value: Decimal) -> bool:
    """The printed digits are those of the rounded reference in another order."""
    digits = printed(row)
    assert digits is not None
    scale = Decimal(row["value"]) / digits
    right = (value / scale).quantize(Decimal(1).scaleb(digits.as_tuple().exponent))
    return right != digits and sorted(str(right)) == sorted(str(digits))


def power_of_thousand(ratio: Decimal) -> bool:
    powers = (Decimal(1000) ** n for n in (-3, -2, -1, 1, 2, 3))
    return any(abs(ratio / power - 1) < Decimal("0.01") for power in powers)


def supported_holds(row: Row) -> bool:
    if row["kind"] == "date":
        return str(row["reference_value"]).startswith(row["value"])
    value = reference(row)
    match row["cause"]:
        case "rounding":
            inexact = value != row["value"] or bool(row["modifier"])
            return inexact and (allows(row, value) or finer(row, value))
        case "superseded":
            return value == row["value"] != vintages(row["ref"])[-1]
        case "conflicting_reference":
            return value == row["value"] and len(set(vintages(row["ref"]))) > 1
    return value == row["value"]


def contradicted_holds(row: Row, swapped: list[Row]) -> bool:
    if row["kind"] == "date":
        return bool(row["note"])
    value, said = reference(row), Decimal(row["value"])
    match row["cause"]:
        case "wrong_period":
            return not allows(row, value) and any(allows(row, v) for v in elsewhere(row, 2))
        case "wrong_entity":
            own = [abs(v) for v in vintages({**row["ref"], "entity": row["entity"]})]
            others = elsewhere(row, 1)
            return not any(allows(row, v) for v in own) and any(allows(row, v) for v in others)
        case "swapped":
            return any(allows(row, reference(o)) and allows(o, value) for o in swapped if o != row)
        case "wrong_unit" | "wrong_direction":
            return allows(row, value)
        case "wrong_scale":
            return power_of_thousand(said / value)
        case "transposed_digits":
            return same_digits(row, value)
        case "wrong_hedge":
            return not allows(row, value) and allows({**row, "modifier": "approx"}, value)
        case "wrong_measure" | "wrong_edition":
            return bool(row["note"])
    return not allows(row, value)


@pytest.fixture(params=ARTICLES, ids=[path.stem for path in ARTICLES])
def article(request) -> Path:
    return request.param


def gold_of(article: Path) -> list[Row]:
    return read_jsonl(CORPORA / "gold" / f"{article.stem}.jsonl")


def distractors_of(article: Path) -> list[Row]:
    return read_jsonl(CORPORA / "gold" / f"{article.stem}.distractors.jsonl")


def test_labels_stand_in_the_text_and_do_not_overlap(article):
    text = article.read_text("utf-8")
    spans = sorted(locate(text, row) for row in gold_of(article) + distractors_of(article))
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


def test_every_number_in_digits_is_labelled(article):
    text = article.read_text("utf-8")
    spans = [locate(text, row) for row in gold_of(article) + distractors_of(article)]
    numbers = re.finditer(r"\d[\d.,]*", text)
    missed = [
        match[0]
        for match in numbers
        if not any(start <= match.start() < end for start, end in spans)
        and not re.fullmatch(r"(?:19|20)\d\d[.,]?", match[0])
    ]
    assert missed == []


def test_fields_are_those_of_the_conventions(article):
    for row in gold_of(article):
        assert row["kind"] in KINDS, row
        assert row["cause"] in CAUSES[row["verdict"]], row
        if row["kind"] == "date":
            assert re.fullmatch(r"\d{4}(-\d\d){0,2}", row["value"]), row
        else:
            assert Decimal(row["value"]).is_finite(), row
        digits = printed(row)
        if digits and row["kind"] not in ("date", "ratio"):
            power = (Decimal(row["value"]) / digits).log10()
            assert power == power.to_integral(), row


def test_values_and_verdicts_agree_with_the_packs(article):
    rows = gold_of(article)
    swapped = [row for row in rows if row["cause"] == "swapped"]
    wrong = []
    for row in rows:
        if row["verdict"] == "supported":
            holds = supported_holds(row)
        elif row["verdict"] == "contradicted":
            holds = contradicted_holds(row, swapped)
        else:
            holds = "ref" not in row
        if not holds:
            wrong.append((row["quote"], row["verdict"], row["cause"], row.get("reference_value")))
    assert wrong == []


def test_reference_values_are_rows_of_the_packs(article):
    for row in gold_of(article):
        ref = row.get("ref")
        if ref is None or row["kind"] == "date":
            continue
        if "op" in ref:
            values = [round(derive(ref["op"], [vintages(key)[-1] for key in ref["rows"]]), 4)]
        else:
            values = vintages(ref)
        assert Decimal(row["reference_value"]) in values, row


def test_pairs_point_at_labels():
    known = {
        (article.stem, row["quote"], row["nth"]) for article in ARTICLES for row in gold_of(article)
    }
    for pair in read_jsonl(CORPORA / "conflicts.jsonl"):
        for side in ("a", "b"):
            claim = pair[side]
            assert (claim["doc"], claim["quote"], claim["nth"]) in known


def test_the_corpus_is_as_broad_as_it_claims():
    rows = [row for article in ARTICLES for row in gold_of(article)]
    causes = {row["cause"] for row in rows if row["verdict"] == "contradicted"}
    assert len(ARTICLES) >= 14
    assert {row["kind"] for row in rows} == KINDS
    assert causes == CAUSES["contradicted"]
