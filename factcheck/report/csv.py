"""A table for spreadsheets: one row for each finding."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from factcheck.model import Report
from factcheck.report.json import article_dict
from factcheck.report.options import PLAIN, Options

_CLAIM = "line column quote sentence kind value unit entity measure period edition attribution"
_MATCH = "indicator indicator_name entity period value unit edition published source_title"
_VERDICT = "status cause code message expected"

COLUMNS = (
    "path",
    "id",
    *_CLAIM.split(),
    *(f"reference_{name}" for name in _MATCH.split()),
    *_VERDICT.split(),
)


def render(report: Report, options: Options = PLAIN) -> str:
    """Return a header line and one line for each finding (RFC 4180, but lines end in LF)."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_safe(cell) for cell in cells] for cells in records(report))
    return table.getvalue()


def records(report: Report) -> Iterator[list[Any]]:
    """Yield the cells of each finding in the order of COLUMNS, as in the JSON report."""
    for article in report.articles:
        told = article_dict(article)
        for found in told["findings"]:
            match = found["match"] or {}
            cells = [told["path"], found["id"]]
            cells += [found["claim"][name] for name in _CLAIM.split()]
            cells += [match.get(name) for name in _MATCH.split()]
            cells += [found["verdict"][name] for name in _VERDICT.split()]
            yield cells


def _safe(cell: object) -> str:
    """A cell that a spreadsheet would run as a formula is marked as text; numbers are not."""
    words = "" if cell is None else str(cell)
    risky = words[:1] in {"=", "+", "-", "@", "\t", "\r"}
    return f"'{words}" if risky and not words[1:].replace(".", "", 1).isdigit() else words
