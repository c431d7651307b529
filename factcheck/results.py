"""What `factcheck.check` returns: a report that a notebook shows, and that becomes a table."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from factcheck.model import Finding, Report

if TYPE_CHECKING:
    from pandas import DataFrame

NUMERIC = ("value", "reference_value", "expected")
"""Columns of the table that hold numbers; what is a date there is missing (`quote` has it)."""


@dataclass(frozen=True, slots=True, repr=False)
class Result(Report):
    """A `Report` for people at a prompt or in a notebook."""

    @classmethod
    def of(cls, report: Report) -> Result:
        """Return the same report as a result."""
        return cls(*(getattr(report, field.name) for field in fields(report)))

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of all articles, in their order."""
        return tuple(finding for article in self.articles for finding in article.findings)

    def render(self, name: str = "text", **options: Any) -> str:
        """Return the report in a format: text, html, sarif … `options`: those of `report.Options`.

        Raises `KeyError` where there is no such format.
        """
        from factcheck.report import Options, render

        return render(self, name, Options(**options))

    def to_pandas(self) -> DataFrame:
        """Return one row for each finding, with the columns of the CSV report.

        Numbers are floats, `reference_published` is a time stamp. Raises `ImportError` without
        pandas, which factcheck does not need otherwise.
        """
        import pandas

        from factcheck.report.csv import COLUMNS, records

        table = pandas.DataFrame(list(records(self)), columns=list(COLUMNS))
        for column in NUMERIC:
            table[column] = pandas.to_numeric(table[column], errors="coerce")
        table["reference_published"] = pandas.to_datetime(table["reference_published"])
        return table

    def __repr__(self) -> str:
        from factcheck.report.text import coverage_line

        return f"<factcheck {coverage_line(self)}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: the coverage, and a row for each number."""
        from factcheck.report.html import render_fragment

        return render_fragment(self)
