"""spaCy components around the extractors, for anybody's pipeline.

`nlp.add_pipe("factcheck_quantities")` writes `doc.spans["quantities"]`, each span with
`span._.quantity`; `nlp.add_pipe("factcheck_dates")` writes `doc.spans["dates"]`, each with
`span._.date`. Both values are dicts of strings, numbers and None, so that `Doc.to_bytes` keeps
them: the fields of `model.Quantity` and `dates.DateMention`, decimals as strings. Spans are whole
tokens; `start` and `end` of the dict are the exact code points. `doc._.published`, an ISO date,
tells on which day the text appeared.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from factcheck.extract._spacy import spacy  # noqa: F401  (before anything else of spaCy)

from spacy.language import Language  # isort: skip
from spacy.tokens import Doc, Span  # isort: skip

from factcheck.extract.dates import find_dates_in
from factcheck.extract.quantities import find_quantities
from factcheck.model import Document

for holder, name in ((Span, "quantity"), (Span, "date"), (Doc, "published")):
    if not holder.has_extension(name):
        holder.set_extension(name, default=None)


class QuantityFinder:
    """Writes `doc.spans["quantities"]` and `span._.quantity`."""

    def __call__(self, doc: Doc) -> Doc:
        document = Document("", "", doc.text, "", published=_published(doc))
        found = [_plain(asdict(quantity)) for quantity in find_quantities(document)]
        _write(doc, "quantities", "quantity", found)
        return doc


class DateFinder:
    """Writes `doc.spans["dates"]` and `span._.date`."""

    def __call__(self, doc: Doc) -> Doc:
        found = [_plain(asdict(mention)) for mention in find_dates_in(doc.text, _published(doc))]
        _write(doc, "dates", "date", found)
        return doc


@Language.factory(
    "factcheck_quantities",
    assigns=["doc.spans", "span._.quantity"],
)
def make_quantity_finder(nlp: Language, name: str) -> QuantityFinder:
    """Counts, money, percentages, ratios, ranks and durations with their intervals."""
    return QuantityFinder()


@Language.factory("factcheck_dates", assigns=["doc.spans", "span._.date"])
def make_date_finder(nlp: Language, name: str) -> DateFinder:
    """Time expressions with ISO 8601 values."""
    return DateFinder()


def _published(doc: Doc) -> date | None:
    return date.fromisoformat(doc._.published) if doc._.published else None


def _plain(fields: dict[str, Any]) -> dict[str, Any]:
    """Decimals and enumerations as strings: what msgpack can write."""
    return {
        name: str(value) if isinstance(value, (Decimal, str)) else value
        for name, value in fields.items()
    }


def _write(doc: Doc, group: str, extension: str, found: list[dict[str, Any]]) -> None:
    spans = []
    for fields in found:
        span = doc.char_span(
            fields["start"], fields["end"], label=fields["kind"], alignment_mode="expand"
        )
        if span is not None:
            span._.set(extension, fields)
            spans.append(span)
    doc.spans[group] = spans
