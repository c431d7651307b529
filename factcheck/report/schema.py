"""The JSON report as pydantic models: the source of its JSON Schema, and a check of any file."""

from __future__ import annotations

import json
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from factcheck.model import Attribution, Cause, Kind, Modifier, Relation, Status, SuppressionKind

Number = Annotated[str, Field(pattern=r"^-?\d+(\.\d+)?$", description="A decimal as a string.")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", description="ISO 8601 date.")]
Count = Annotated[int, Field(ge=0)]
Value = Annotated[
    str,
    Field(
        pattern=r"^(-?\d+(\.\d+)?|\d{4}-[-\dQW/]+|\d{4}/[-\dQW]+|--\d{2}(-\d{2})?)$",
        description="A decimal as a string; for a date ISO 8601, without a year --MM-DD or --MM.",
    ),
]
Code = Annotated[str, Field(pattern=r"^FC\d{3}$")]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Tool(_Model):
    name: Literal["factcheck"]
    version: str


class ReferencePack(_Model):
    name: str
    version: str
    sha256: str
    as_of: str | None = None
    """ISO day: figures published later were left out. Absent where all were used."""


class SourcePlace(_Model):
    page: Annotated[int | None, Field(ge=1, description="Null for formats without pages.")]
    line: Annotated[int, Field(ge=1, description="In the file, or on the page.")]
    column: Annotated[int, Field(ge=1)]


class Suppression(_Model):
    kind: SuppressionKind
    reason: str | None


class Claim(_Model):
    start: Annotated[Count, Field(description="Code point in the text, inclusive.")]
    end: Annotated[Count, Field(description="Code point in the text, exclusive.")]
    line: Annotated[int, Field(ge=1)]
    column: Annotated[int, Field(ge=1)]
    quote: str
    sentence: str
    kind: Kind
    value: Value | None
    low: Annotated[Number | None, Field(description="Inclusive; null is unbounded.")]
    high: Annotated[Number | None, Field(description="Exclusive; null is unbounded.")]
    unit: str | None
    modifier: Modifier | None
    entity: str | None
    compared_to: str | None
    measure: str | None
    dimension: str | None
    period: str | None
    edition: str | None
    attribution: Attribution
    source_named: str | None
    source: Annotated[
        SourcePlace | None,
        Field(description="Place in the file the text was extracted from, where it can be traced."),
    ] = None


class Match(_Model):
    indicator: str
    indicator_name: str
    entity: str
    dimension: str | None
    period: str
    value: Value
    unit: str
    edition: str | None
    published: Day
    source_title: str
    source_url: str | None
    score: Annotated[float, Field(ge=0, le=1)]
    why: list[str]


class Verdict(_Model):
    status: Status
    cause: Cause | None
    code: Code
    message: str
    expected: str | None
    gap: Number | None


class Finding(_Model):
    id: str
    claim: Claim
    match: Match | None
    verdict: Verdict
    suppressed: Suppression | None = None


class Inconsistency(_Model):
    code: Code
    findings: list[str]
    message: str
    suppressed: Suppression | None = None


class Coverage(_Model):
    numbers: Count
    claims: Count
    checked: Count
    not_checked: dict[str, Annotated[int, Field(ge=1)]]


class Article(_Model):
    id: str
    path: str
    title: str | None
    outlet: str | None
    published: Day | None
    sha256: str
    text: str | None
    coverage: Coverage
    findings: list[Finding]
    inconsistencies: list[Inconsistency]


class ConflictSide(_Model):
    article: str
    finding: str
    quote: str
    value: str | None
    period: str | None


class Conflict(_Model):
    id: str
    relation: Relation
    indicator: str | None
    message: str
    claims: Annotated[list[ConflictSide], Field(min_length=2)]
    suppressed: Suppression | None = None


class Notice(_Model):
    code: Code
    path: str
    line: Annotated[int, Field(ge=1)]
    column: Annotated[int, Field(ge=1)]
    message: str


class Summary(_Model):
    articles: Count
    claims: Count
    supported: Count
    contradicted: Count
    unverifiable: Count
    ambiguous: Count
    not_checkable: Count
    suppressed: Annotated[Count, Field(description="Ignored findings and pairs.")] = 0


class JsonReport(_Model):
    """The report of `factcheck check --output-format json`."""

    schema_version: Literal["1.0"]
    tool: Tool
    reference: list[ReferencePack]
    articles: list[Article]
    conflicts: list[Conflict]
    notices: list[Notice] = []
    summary: Summary


def json_schema() -> str:
    """Return the JSON Schema (2020-12) of the report, with a final newline."""
    schema = JsonReport.model_json_schema()
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
