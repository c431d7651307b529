"""The interpretation of a claim, slot by slot: what the text says, what it was held against."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.report.figures import period_words, printed
from factcheck.report.schema import Claim, Finding
from factcheck.review.words import plain

EDITABLE = {"period": "y", "entity": "w", "indicator": "i"}
"""Slots that a person may change, one at a time, and their keys: year, who, indicator."""

_ORIGINS = {
    "clause": "said in the same clause",
    "sentence": "said in the sentence",
    "row": "header of the row",
    "column": "header of the column",
    "paragraph": "said in the paragraph",
    "heading": "said in the heading",
    "title": "said in the title",
    "article": "said elsewhere in the article",
    "before": "said just before",
    "mention": "another mention of the same figure",
    "edition": "from the edition",
    "dimension": "from the sub-group named",
    "default": "not said; assumed",
}
_HEDGES = {
    "approx": "about",
    "more_than": "more than",
    "less_than": "less than",
    "at_least": "at least",
    "at_most": "at most",
}
_VOICES = {
    "writer": "the writer",
    "attributed": "a source named",
    "quoted": "inside quotation marks",
}


class Slot(NamedTuple):
    """One line of the interpretation."""

    label: str
    said: str
    """What the text says, as it was read."""
    held: str
    """What it was aligned to in the reference."""
    origin: str = ""
    """Where that was found, in words."""
    edit: str = ""
    """Name of the slot where a person may change it."""
    detail: str = ""
    """More about what the text says."""


def slots(finding: Finding) -> list[Slot]:
    """Every slot that says something, and the three that can be changed in any case."""
    claim, match = finding.claim, finding.match
    held = {
        "entity": "",
        "period": "",
        "indicator": "",
        "dimension": "",
        "edition": "",
        "value": "",
    }
    if match:
        held |= {
            "indicator": match.indicator_name,
            "entity": match.entity,
            "period": period_words(match.period),
            "dimension": match.dimension or "",
            "edition": match.edition or "",
            "value": printed(match.value, match.unit),
        }
    when = period_words(claim.period) if claim.period else ""
    lines = [
        Slot("Figure", _number(claim), held["value"], detail=_range(claim)),
        Slot("What", claim.measure or "", held["indicator"], "", "indicator"),
        Slot("Who", claim.entity or "", held["entity"], _origin(finding, "entity"), "entity"),
        Slot("Compared to", claim.compared_to or "", ""),
        Slot("Sub-group", claim.dimension or "", held["dimension"]),
        Slot("When", when, held["period"], _origin(finding, "period"), "period"),
        Slot("Edition", claim.edition or "", held["edition"]),
        Slot("Said by", claim.source_named or _VOICES[claim.attribution], ""),
    ]
    return [line for line in lines if line.said or line.held or line.edit]


def _origin(finding: Finding, slot: str) -> str:
    lead = f"{slot} from "
    said = next((w for w in finding.match.why if w.startswith(lead)), "") if finding.match else ""
    where = said.removeprefix(lead)
    return _ORIGINS.get(where, where)


def _number(claim: Claim) -> str:
    hedge = _HEDGES.get(claim.modifier or "", "")
    if claim.value is None:
        return claim.quote
    unit = claim.unit if claim.kind not in ("ratio", "rank") else "count"
    return f"{hedge} {printed(claim.value, unit)}".strip()


def _range(claim: Claim) -> str:
    """How wide the wording is, in words."""
    if claim.low is None and claim.high is None:
        return plain(claim.kind)
    if claim.low == claim.high:
        return f"{plain(claim.kind)}, exact"
    low = f"from {claim.low}" if claim.low is not None else ""
    high = f"below {claim.high}" if claim.high is not None else ""
    return f"{plain(claim.kind)}, {f'{low} to {high}' if low and high else low or high}"
