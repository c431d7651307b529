"""Reports made by hand. The articles and figures are made up."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from factcheck.model import (
    ArticleReport,
    Attribution,
    Cause,
    Claim,
    Conflict,
    ConflictSide,
    Document,
    Finding,
    Inconsistency,
    Kind,
    Match,
    Observation,
    Pack,
    Quantity,
    Relation,
    Report,
    Slot,
    Source,
    Status,
    Verdict,
)
from factcheck.report.codes import code_for

CROPS = (
    "Maize in the Andes\n\n"
    "Peru grew 9.1% of the crop in 2024. Chile grew 9.1% too, and Bolivia about 3%.\n\n"
    "The harvest will reach 4 million tonnes next year.\n"
)

SOURCE = Source("crops", "Andean Crop Survey 2025", url="https://example.org/crops")


def document(text=CROPS, path="crops.txt", **fields) -> Document:
    return Document(id=f"id-{path}", path=path, text=text, sha256="5" * 64, **fields)


def row(entity, value, period="2024") -> Observation:
    return Observation(
        indicator="maize_share",
        entity=entity,
        dimension="",
        period=period,
        value=Decimal(value),
        unit="percent",
        edition="2025",
        published=date(2025, 4, 13),
        source="crops",
        note="",
        place="crops/observations.csv:2",
    )


def match(entity, value, period="2024") -> Match:
    return Match(
        row(entity, value, period), "Share of the maize harvest", SOURCE, Decimal("0.93"), ()
    )


def finding(
    text,
    quote,
    status=Status.SUPPORTED,
    cause=None,
    message="The reference has the same.",
    *,
    nth=1,
    value="9.1",
    attribution=Attribution.WRITER,
    held_against=None,
    notes=(),
    **verdict,
) -> Finding:
    start = -1
    for _ in range(nth):
        start = text.index(quote, start + 1)
    line_start = text.rfind("\n", 0, start) + 1
    quantity = Quantity(
        start,
        start + len(quote),
        quote,
        Kind.PERCENT,
        Decimal(value),
        Decimal(value) - Decimal("0.05"),
        Decimal(value) + Decimal("0.05"),
        "percent",
    )
    claim = Claim(
        quantity,
        line=text.count("\n", 0, start) + 1,
        column=start - line_start + 1,
        sentence=text[line_start:].splitlines()[0],
        sentence_start=line_start,
        block=0,
        entities=(Slot("Peru", "clause"), Slot("Chile", "sentence")),
        periods=(Slot("2024", "sentence"),),
        attribution=attribution,
    )
    said = Verdict(status, cause, code_for(status, cause), message, notes=notes, **verdict)
    return Finding(f"f-{start}", claim, held_against, said)


SUPPORTED = finding(CROPS, "9.1%", held_against=match("Peru", "9.1"))
CONTRADICTED = finding(
    CROPS,
    "9.1%",
    Status.CONTRADICTED,
    Cause.WRONG_ENTITY,
    "9.1% is Peru's share, not Chile's",
    nth=2,
    held_against=match("Chile", "3.4"),
    notes=("Peru: 9.1% in 2024",),
    expected="3.4",
    gap=Decimal("5.7"),
)
UNKNOWN = finding(
    CROPS, "3%", Status.UNVERIFIABLE, Cause.NO_REFERENCE, "Nothing covers Bolivia", value="3"
)
FORECAST = finding(
    CROPS,
    "4 million tonnes",
    Status.NOT_CHECKABLE,
    Cause.FORECAST,
    "A forecast",
    value="4E+6",
)

PACK = Pack("crops", "2025.1", "Crops", "a" * 64, (), (), (), ())

ARTICLE = ArticleReport(
    document(title="Maize in the Andes", published=date(2025, 5, 3)),
    (SUPPORTED, CONTRADICTED, UNKNOWN, FORECAST),
    (Inconsistency("FC301", (SUPPORTED.id, CONTRADICTED.id), "9.1% twice is more than half"),),
    numbers=6,
)

OTHER_TEXT = "In 2023 Peru grew 8.4% of it.\n"
OTHER_FINDING = finding(OTHER_TEXT, "8.4%", value="8.4", held_against=match("Peru", "8.4", "2023"))
OTHER = ArticleReport(document(OTHER_TEXT, "other.txt"), (OTHER_FINDING,), numbers=2)


def conflict(relation=Relation.DIFFERENT_PERIOD) -> Conflict:
    sides = (
        ConflictSide("id-crops.txt", SUPPORTED.id, "9.1%", "9.1", "2024"),
        ConflictSide("id-other.txt", OTHER_FINDING.id, "8.4%", "8.4", "2023"),
    )
    message = "these differ: 9.1% is for 2024, 8.4% for 2023"
    return Conflict("c-1", relation, "maize_share", message, sides)


REPORT = Report((ARTICLE, OTHER), (PACK,), (conflict(),))
ONE = Report((replace(ARTICLE, inconsistencies=()),), (PACK,))
EMPTY = Report((), (PACK,))
