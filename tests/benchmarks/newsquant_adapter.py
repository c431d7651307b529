"""Show what the extractor finds the way NewsQuant writes it down, quirks of that set included.

    python newsquant.py tests.benchmarks.newsquant_adapter:extract

NewsQuant counts words such as "one", durations, ages and modifiers that are no claims of an
article; these are taken from the numbers that the product leaves silent.
"""

from __future__ import annotations

import re
from typing import Any

from factcheck.extract.drafts import Draft
from factcheck.extract.nouns import counted_noun
from factcheck.extract.quantities import find_numbers
from factcheck.measure.currencies import CURRENCIES
from factcheck.model import Document, Kind, Modifier

SPOKEN = {
    "window",
    "small number",
    "known set",
    "title",
    "age",
    "career",
    "frequency",
    "purchase",
    "known line",
}
"""Reasons for silence that NewsQuant does not share."""

ACRONYM = re.compile(r" (?P<unit>[A-Z]{3,4})(?=[),;.])")
SPELLED_OUT = {"WAR": "win above replacement", "ERA": "earned run average"}
BTU = {"mmBTU": "mega british thermal unit", "MMBtu": "mega british thermal unit"}
ONE_OF = re.compile(r"\bone of the\b", re.IGNORECASE)
PER = re.compile(
    r"(?:\s+US|\s+U\.S\.)?\s+(?:per|an?)\s+(?P<unit>(?:sq(?:uare)?\s+)?[A-Za-z]+)\b(?!\s+(?:ago|earlier))"
)
SINGULAR = {
    "feet": "foot",
    "inches": "inch",
    "centuries": "century",
    "kWh": "kilowatt hour",
    "GWh": "gigawatt hour",
}
SINGULAR |= {
    "W": "watt",
    "kW": "kilowatt",
    "MW": "megawatt",
    "pounds": "pound-mass",
    "pound_feet": "foot pound-force",
}
SINGULAR |= {
    "rpm": "revolutions per minute",
    "ppb": "parts-per-billion",
    "miles_per_gallon": "mile per gallon",
}
SINGULAR |= {
    "miles_per_hour": "mile per hour",
    "kilometres_per_hour": "kilometre per hour",
    "celsius": "celsius",
}
SINGULAR |= {
    "multiple": "count",
    "hertz": "hertz",
    "barrels_per_day": "barrel per day",
    "cubic_feet": "cubic foot",
}

MODIFIERS = {
    Modifier.APPROX: "~",
    Modifier.LESS_THAN: "<",
    Modifier.AT_MOST: "<",
    Modifier.MORE_THAN: ">",
    Modifier.AT_LEAST: ">",
}
UP = (
    r"\b(?:up|rose|rise|rises|rising|risen|gain(?:ed|s)?"
    r"|jump(?:ed|s)?|climb(?:ed|s)?|increas(?:e|ed|es)|advanced|add(?:ed|s)|grow|soared|surged|upwards?)"
)
DOWN = (
    r"\b(?:down|fell|fall|falls|falling|drop(?:ped|s)?|los[te]s?|slid"
    r"|declin(?:e|ed|es)|decreas(?:e|ed|es)|plunged|plummet(?:ed|ing)|slipped|tumbled)"
)
CHANGE = re.compile(
    rf"(?:(?P<up>{UP})|(?P<down>{DOWN}))\s+(?:by\s+|nearly\s+|under\s+|some\s+|another\s+)*$",
    re.I,
)
GROWN = re.compile(r"\bgrow(?:n|s|ing)?(?: \w+){1,2} by $")
""" "to grow sales by 35 per cent"."""
AVERAGE = re.compile(r"\baverag(?:ed|es|ing) $")
INSIDE = re.compile(r" \(| / ")
"""Between a figure and the same in another unit, hedged alike: "under 296 hp (224 kW / 300 PS)"."""
_KINDS = {
    Kind.PERCENT: "percent",
    Kind.PERCENTAGE_POINTS: "percent",
    Kind.MONEY: "money",
    Kind.DURATION: "duration",
}


def extract(text: str) -> list[dict[str, Any]]:
    """Rows as `newsquant.py` wants them: value, unit, kind, modifier."""
    drafts = [d for d in find_numbers(Document("newsquant", "-", text, "")) if _counts(d)]
    rows: list[dict[str, Any]] = []
    last: Draft | None = None
    for draft in drafts:
        for row in _rows(draft):
            if last is not None and rows and _is_span(last, draft):
                rows[-1]["value"] = (rows[-1]["value"], row["value"])
                rows[-1]["unit"] = max(rows[-1]["unit"], row["unit"], key=len)
                rows[-1]["modifier"] = "="
            else:
                if last is not None and rows and INSIDE.fullmatch(text, last.end, draft.start):
                    row["modifier"] = rows[-1]["modifier"]
                rows.append(row)
        last = draft
    return rows


def _counts(draft: Draft) -> bool:
    if not draft.silent:
        return True
    if draft.silent == "idiom":
        return bool(ONE_OF.match(draft.text, draft.start))
    if draft.silent in ("small number", "known set"):
        return draft.counted is not None or draft.unit is not None
    if draft.silent == "age":
        return draft.text[draft.end : draft.end + 1] != ","
    return draft.silent in SPOKEN


def _is_span(left: Draft, right: Draft) -> bool:
    """NewsQuant writes "from 240 to 273" as one range."""
    gap = left.text[left.end : right.start]
    head = left.text[max(0, left.start - 12) : left.start]
    return (
        left.unit == right.unit
        and left.value is not None
        and right.value is not None
        and bool(re.fullmatch(r"(?: U\.S\.)?(?: per \w+)? to (?:about )?", gap))
        and bool(re.search(r"\bfrom (?:about |up to )?$", head))
    )


def _rows(draft: Draft) -> list[dict[str, Any]]:
    if draft.kind is Kind.RANK or draft.form in ("multiple", "digit_count"):
        return []
    value: Any = float(draft.value) if draft.value is not None else None
    unit = _unit(draft)
    if draft.kind is Kind.MONEY and (minor := re.search(r"(cent|sen|p)s?$", draft.quote)):
        value = round(value * 100, 6) if value is not None else None
        unit = {"p": "point"}.get(minor[1], minor[1])
    if draft.form in ("fraction", "proportion") and value in (0.3333, 0.6667):
        value = round(value * 3) / 3
    if value is None and draft.low is not None and draft.high is not None:
        value = (float(draft.low), float(draft.high))
    if value is None:
        return []
    if draft.quote.endswith("bhp"):
        unit = "brake horsepower"
    if per := PER.match(draft.text, draft.end):
        name = BTU.get(per["unit"], per["unit"])
        unit += f" per {name}" if draft.unit else ""
    kind = "age" if draft.silent == "age" else _KINDS.get(draft.kind, "quantity")
    return [{"value": value, "unit": unit, "kind": kind, "modifier": _modifier(draft)}]


def _modifier(draft: Draft) -> str:
    head = draft.text[max(0, draft.start - 40) : draft.start]
    if draft.quote.startswith("+") or head.endswith("+"):
        return "up"
    if draft.counted is None and (match := CHANGE.search(head)):
        return "up" if match["up"] else "down"
    if GROWN.search(head):
        return "up"
    if draft.hedge is None and AVERAGE.search(head):
        return "~"
    if draft.hedge is None and draft.quote.startswith(("$-", "-")):
        return "down"
    return MODIFIERS[draft.hedge.modifier] if draft.hedge else "="


def _unit(draft: Draft) -> str:
    if draft.silent == "age":
        return "year of age"
    if draft.unit == "ratio":
        return "% -"
    if draft.kind is Kind.MONEY and draft.unit:
        return CURRENCIES[draft.unit][0] if draft.unit in CURRENCIES else draft.unit
    if draft.unit:
        unit = draft.unit if draft.unit == "percent" else draft.unit.replace("_", " ").rstrip("s")
        return SINGULAR.get(draft.unit, unit)
    if draft.silent == "idiom":
        return _praised(draft)
    if not draft.counted:
        named = ACRONYM.match(draft.text, draft.end)
        return SPELLED_OUT.get(named["unit"], named["unit"]) if named else ""
    words = draft.text[draft.counted.start : draft.counted.end]
    return re.sub(r"men$", "man", words.replace("viruses", "virus").replace(" and ", " "))


def _praised(draft: Draft) -> str:
    """ "one of the best phones" counts a "good phone" there."""
    noun = counted_noun(draft.text, draft.end + len(" of the"))
    words = draft.text[noun.start : noun.end] if noun and noun.plural else "good"
    return re.sub(r"^most |^best\b", lambda m: "good" if m[0] == "best" else "", words)
