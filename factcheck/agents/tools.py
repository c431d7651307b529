"""What an agent may ask. Plain functions: the protocol is in `server`.

Names and descriptions of the parameters are what the agent sees, so they say what to put there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from threading import Lock
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from factcheck.articles import read_article
from factcheck.checker import Checker
from factcheck.errors import FactcheckError
from factcheck.match.catalogue import Catalogue
from factcheck.match.lookup import lookup
from factcheck.model import Document, Finding, Indicator, Observation, Report
from factcheck.reference.store import Reference
from factcheck.report.codes import CODES
from factcheck.report.explained import page_text
from factcheck.report.figures import plain
from factcheck.report.fixes import replacement
from factcheck.report.json import article_dict, as_dict
from factcheck.report.levels import Level, level
from factcheck.report.text import coverage_line

Object = dict[str, Any]

_SUFFIXES = {"text": ".txt", "markdown": ".md", "html": ".html"}


class UnusableArgument(FactcheckError):
    """An argument of a tool is unknown or of the wrong form."""

    code = "unusable-argument"


class Article(BaseModel):
    """One article to compare with others."""

    text: str = Field(description="The whole article, unchanged.")
    name: str = Field("article", description="What to call it: a file name or the outlet.")
    published: str | None = Field(None, description="Day of publication, ISO 8601: 2026-04-14.")


class Tools:
    """The tools over one checker. Calls may come from several threads at once."""

    def __init__(self, checker: Checker) -> None:
        self._checker = checker
        self._lock = Lock()

    def check_text(
        self,
        text: Annotated[str, Field(description="The whole article, unchanged.")],
        published: Annotated[
            str | None, Field(description="Day of publication, ISO 8601: 2026-04-14.")
        ] = None,
        format: Annotated[
            Literal["text", "markdown", "html"], Field(description="How the text is marked up.")
        ] = "text",
        everything: Annotated[
            bool, Field(description="Also what is supported or could not be checked.")
        ] = False,
    ) -> Object:
        """Check the numbers of an article against official reference figures.

        Returns the coverage (how many numbers were checked, and why the others were not) and the
        findings an editor should see: claim with offsets, the reference row it was held against,
        the verdict with its cause, and where known a replacement that would be right. What is not
        among the findings is not thereby correct: read the coverage.
        """
        document = _document(text, f"article{_SUFFIXES[format]}", published)
        report = self._check([document])
        (article,) = report.articles
        told = article_dict(article)
        pairs = zip(article.findings, told["findings"], strict=True)
        shown = [_with_fix(one, found) for one, found in pairs if everything or _grave(one)]
        conflicts = [one for one in as_dict(report)["conflicts"] if one["relation"] == "conflict"]
        return {
            "coverage": coverage_line(report),
            "findings": shown,
            "inconsistencies": told["inconsistencies"],
            "conflicts": conflicts,
        }

    def compare_articles(
        self,
        articles: Annotated[
            list[Article], Field(min_length=2, description="The articles to compare.")
        ],
    ) -> Object:
        """Find where articles give different figures for the same thing, and what explains it.

        `relation` is "conflict" where both cannot be true, "restated" where the publisher revised
        the figure in between, else it says what differs: period, edition, measure or entity.
        """
        documents = [
            _document(one.text, f"{number} {one.name}", one.published)
            for number, one in enumerate(articles, 1)
        ]
        report = self._check(documents)
        names = {document.id: document.path for document in documents}
        conflicts = as_dict(report)["conflicts"]
        for side in (side for one in conflicts for side in one["claims"]):
            side["article"] = names[side["article"]]
        return {"coverage": coverage_line(report), "conflicts": conflicts}

    def _check(self, documents: Sequence[Document]) -> Report:
        with self._lock:
            report = self._checker(documents)
        if report.skipped:
            raise UnusableArgument(report.skipped[0].message)
        return report

    def explain_finding(
        self,
        code: Annotated[str, Field(description="A finding code, FC203, or a cause, wrong_period.")],
    ) -> str:
        """Say what a finding code means, why it matters, with an example and how to fix it."""
        by_name = {entry.name: entry for entry in CODES.values()}
        entry = CODES.get(code.upper()) or by_name.get(code.lower())
        if entry is None:
            raise UnusableArgument(f"code: {code!r} is unknown; expected one of {', '.join(CODES)}")
        return page_text(entry)

    def look_up_indicator(
        self,
        words: Annotated[
            str, Field(description="What is measured, in words, or the id of an indicator.")
        ],
        entity: Annotated[
            str | None, Field(description="Only rows of this country, company, model …")
        ] = None,
        period: Annotated[
            str | None, Field(description="Only rows of this period, ISO 8601: 2024, 2025-02.")
        ] = None,
        limit: Annotated[int, Field(ge=1, le=20, description="Most indicators returned.")] = 5,
        most_rows: Annotated[
            int, Field(ge=1, le=500, description="Most rows of each, the latest.")
        ] = 20,
    ) -> Object:
        """Look up official figures: what is measured, and its rows with all vintages and sources.

        Rows with the same entity, dimension and period and another day of publication are earlier
        or later editions of one figure.
        """
        with self._lock:
            reference, catalogue = self._named(words)
            found = lookup(catalogue, words, limit)
            rows = [_rows(reference, one, entity, period) for one in found]
        pairs = zip(found, rows, strict=True)
        return {"indicators": [self._indicator(one, own, most_rows) for one, own in pairs]}

    def _named(self, words: str) -> tuple[Reference, Catalogue]:
        """All indicators; of large packs those that the words come near."""
        reference = self._checker.reference
        if not reference.archives:
            return reference, self._checker.match.catalogue
        near = [words]
        for archive in reference.archives.values():
            near += [one for one, _ in archive.names.shortlist([(words, 1.0)])]
        view = reference.narrowed(near)
        return view, Catalogue(view)

    def _indicator(self, indicator: Indicator, rows: Sequence[Observation], most: int) -> Object:
        return {
            "indicator": indicator.id,
            "name": indicator.name,
            "definition": indicator.definition,
            "unit": indicator.unit,
            "pack": indicator.pack,
            "rows": [self._row(row) for row in rows[-most:]],
            "rows_left_out": max(len(rows) - most, 0),
        }

    def _row(self, row: Observation) -> Object:
        source = self._checker.reference.sources[row.source]
        return {
            "entity": row.entity,
            "dimension": row.dimension or None,
            "period": row.period,
            "value": row.value if isinstance(row.value, str) else plain(row.value),
            "unit": row.unit,
            "edition": row.edition or None,
            "published": row.published.isoformat(),
            "source_title": source.title,
            "source_url": source.url or None,
            "note": row.note or None,
        }


def _rows(
    reference: Reference, indicator: Indicator, entity: str | None, period: str | None
) -> Sequence[Observation]:
    """The rows asked for, the latest period and edition last."""
    name = reference.lexicon.get(entity, entity) if entity else None
    rows = [
        row
        for row in reference.rows(indicator.id)
        if name in (None, row.entity, row.dimension) and period in (None, row.period)
    ]
    return sorted(rows, key=lambda row: (row.period, row.published))


def _document(text: str, path: str, published: str | None) -> Document:
    document = read_article(path, text.encode("utf-8", "replace"))
    return replace(document, published=_day(published) or document.published)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published) if published else None
    except ValueError:
        raise UnusableArgument(
            f"published: {published!r} is no date; expected one such as 2026-04-14"
        ) from None


def _grave(finding: Finding) -> bool:
    return level(finding) in (Level.ERROR, Level.WARNING) and not finding.suppressed


def _with_fix(finding: Finding, told: Object) -> Object:
    """As in the JSON report, with what to print instead where that is known."""
    return told | {"replacement": replacement(finding)}
