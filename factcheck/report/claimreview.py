"""schema.org ClaimReview of what people have signed off: one object for each claim.

Fields as in https://schema.org/ClaimReview and Google's Fact Check Tools API. Nothing is written
that no person has decided on: the input is what the review page exports.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.report.figures import period_words, printed

RATINGS = {
    ("supported", None): (5, "True"),
    ("supported", "rounding"): (4, "True as rounded"),
    ("supported", "superseded"): (4, "True when published"),
    ("contradicted", None): (1, "False"),
}
"""Status and cause -> rating from 1 (false) to 5 (true), and its words. Causes of a contradiction
follow the word False; a verdict that is neither true nor false gets no ClaimReview."""

BEST, WORST = 5, 1

_MARKUP = re.compile(r"^(?:[-*>]|#+)\s+")
"""What Markdown puts before a sentence."""


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes the reviews."""

    name: str
    url: str
    """Page on which the reviews stand; each one is that address and the claim's fingerprint."""


def render(findings: Sequence[Mapping[str, Any]], publisher: Publisher) -> str:
    """Return a JSON array of ClaimReview objects (JSON-LD), with a final newline.

    `findings`: rows of `review.export`; those that are neither supported nor contradicted are left
    out, and those whose sources disagree.
    """
    reviews = [claim_review(row, publisher) for row in findings if _rating(row)]
    return json.dumps(reviews, ensure_ascii=False, indent=2) + "\n"


def claim_review(row: Mapping[str, Any], publisher: Publisher) -> dict[str, Any]:
    """Return one ClaimReview. Raises `ValueError` for a verdict that has no rating."""
    rating = _rating(row)
    if rating is None:
        raise ValueError(f"{row['status']}/{row['cause']} is neither true nor false")
    value, words = rating
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": f"{publisher.url}#{row['finding']}",
        "datePublished": row["time"][:10],
        "author": {"@type": "Organization", "name": publisher.name, "url": publisher.url},
        "claimReviewed": _MARKUP.sub("", row["sentence"]),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": value,
            "bestRating": BEST,
            "worstRating": WORST,
            "alternateName": words,
            "ratingExplanation": _explanation(row),
        },
        "itemReviewed": _claim(row),
    }


def _rating(row: Mapping[str, Any]) -> tuple[int, str] | None:
    status, cause = row["status"], row["cause"]
    if status == "contradicted":
        value, word = RATINGS[status, None]
        named = cause and cause != "value_mismatch"
        return value, f"{word}: {cause.replace('_', ' ')}" if named else word
    return RATINGS.get((status, cause))


def _explanation(row: Mapping[str, Any]) -> str:
    parts = [row["note"]] if row["note"] else []
    if row["expected"] and row["status"] == "contradicted":
        parts.append(f"Expected: {row['expected']}.")
    if row["value"] is not None:
        parts.append(f"Reference: {_reference(row)}.")
    if row["source_title"]:
        parts.append(f"Source: {row['source_title']} {row['source_url'] or ''}".strip())
    return " ".join(parts)


def _reference(row: Mapping[str, Any]) -> str:
    """The row that the claim was held against, as reports name it."""
    when = period_words(row["period"])
    return f"{row['indicator_name']}, {row['entity']}, {when}: {printed(row['value'], row['unit'])}"


def _claim(row: Mapping[str, Any]) -> dict[str, Any]:
    work = {"@type": "CreativeWork", "headline": row["title"], "datePublished": row["published"]}
    if str(row["path"]).startswith(("https://", "http://")):
        work["url"] = row["path"]
    if row["outlet"]:
        work["publisher"] = {"@type": "Organization", "name": row["outlet"]}
    author = row["source_named"] if row["attribution"] != "writer" else None
    claim = {
        "@type": "Claim",
        "datePublished": row["published"],
        "author": _organization(author or row["outlet"]),
        "appearance": [_said(work)],
    }
    return _said(claim)


def _organization(name: str | None) -> dict[str, str] | None:
    return {"@type": "Organization", "name": name} if name else None


def _said(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
