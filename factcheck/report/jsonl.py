"""JSON Lines: one finding a line, each with the path and id of its article."""

from __future__ import annotations

import json

from factcheck.model import Report
from factcheck.report.json import SCHEMA_VERSION, article_dict
from factcheck.report.options import PLAIN, Options


def render(report: Report, options: Options = PLAIN) -> str:
    """Return one line of JSON for each finding; fields as in the JSON report."""
    lines = []
    for article in report.articles:
        told = article_dict(article)
        head = {"schema_version": SCHEMA_VERSION, "article": told["id"], "path": told["path"]}
        lines += [json.dumps(head | found, ensure_ascii=False) for found in told["findings"]]
    return "".join(line + "\n" for line in lines)
