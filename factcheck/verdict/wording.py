"""The sentences of a verdict, as a sub-editor would put them."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.model import Claim, Reading
from factcheck.report.figures import figure, period_words
from factcheck.verdict.evidence import Figure

SUMS = {
    "growth": "change of {name}",
    "difference": "difference of {name}",
    "share": "share in the total of {name}",
    "multiple": "ratio of {name}",
    "rank": "rank by {name}",
    "sum": "sum of {name}",
    "streak": "{name}",
}


def place(entity: str) -> str:
    """An entity inside a sentence."""
    return "the world" if entity == "World" else entity


def when(period: str) -> str:
    """A period inside a sentence."""
    return period_words(period)


def subject(reading: Reading) -> str:
    """ "Private investment in AI by country, United States, 2024"."""
    name = reading.indicator.name
    if reading.operation:
        inside = name if name[1:2].isupper() else name[:1].lower() + name[1:]
        name = SUMS[reading.operation].format(name=inside)
        name = name[:1].upper() + name[1:]
    dimension, entity = reading.dimension, place(reading.entity)
    if reading.operation == "sum":
        others = [rows[0] for rows in reading.operands]
        dimension = _joined([reading.dimension, *(row.dimension for row in others)])
        entity = _joined([entity, *(place(row.entity) for row in others)])
    parts = [name, dimension, entity, when(reading.period)]
    return ", ".join(part for part in parts if part)


def _joined(names: Sequence[str]) -> str:
    """Each name once: "India and China"."""
    return " and ".join(filter(None, dict.fromkeys(names)))


def stated(found: Figure) -> str:
    """A figure of the reference in words."""
    return figure(found.value, found.unit)


def supported(claim: Claim, reading: Reading, found: Figure) -> str:
    """What is said where the claim and the reference agree."""
    return f"{claim.quantity.quote} agrees with {subject(reading)}: {stated(found)}"


def superseded(claim: Claim, reading: Reading, found: Figure, newer: Figure) -> str:
    """What is said where an older edition agrees and a newer one does not."""
    day, later = (f.row.published.isoformat() for f in (found, newer))
    return (
        f"{claim.quantity.quote} was right as published on {period_words(day)}"
        f" ({subject(reading)}); the publisher has since given {stated(newer)}"
        f" ({period_words(later)})"
    )


def both_printed(claim: Claim, reading: Reading, found: Figure, other: Figure) -> str:
    """What is said where two passages of one edition differ."""
    return (
        f"{claim.quantity.quote} agrees with one passage ({stated(found)}) and differs from another"
        f" of the same edition ({stated(other)}): {subject(reading)}"
    )


def contradicted(claim: Claim, reading: Reading, expected: Figure, reason: str) -> str:
    """What is said where the claim is wrong, and why."""
    text = f"{claim.quantity.quote} does not match {subject(reading)}: {stated(expected)}"
    return f"{text}; {reason}" if reason else text
