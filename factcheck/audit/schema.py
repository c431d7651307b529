"""What the tables of an audit hold. Every column carries its description, in Parquet too.

Only ever add columns; anything breaking raises `SCHEMA_VERSION`.
"""

from __future__ import annotations

import pyarrow as pa

SCHEMA_VERSION = "1.0"

WORD, COUNT, SCORE, DAY = pa.string(), pa.int64(), pa.float64(), pa.date32()
SOME_WORDS = pa.list_(WORD)


def _column(name: str, kind: pa.DataType, description: str) -> pa.Field:
    return pa.field(name, kind, metadata={"description": description})


def _table(name: str, *fields: pa.Field) -> pa.Schema:
    return pa.schema(fields, metadata={"table": name, "schema_version": SCHEMA_VERSION})


ORDINAL = _column("ordinal", COUNT, "the article's place in the order of the input, from 0")
ARTICLE = _column("article", WORD, "`articles.id`")
FINDING = _column("finding", WORD, "stable fingerprint of the claim, as in the JSON report")

CLAIM_FIELDS = (
    FINDING,
    _column("start", COUNT, "code point of the article's text where the quote starts, inclusive"),
    _column("end", COUNT, "exclusive"),
    _column("line", COUNT, "from 1"),
    _column("column", COUNT, "from 1, in code points"),
    _column("quote", WORD, "the number as printed"),
    _column("sentence", WORD, "the sentence it stands in"),
    _column("kind", WORD, "percent, money, count … as in the JSON report"),
    _column("value", WORD, "decimal or ISO 8601 date, scale words applied; null for a range"),
    _column("low", WORD, "smallest value the wording leaves open, inclusive; null is unbounded"),
    _column("high", WORD, "upper edge, exclusive; null is unbounded"),
    _column("unit", WORD, "unit id, else the counted noun"),
    _column("modifier", WORD, "approx, more_than, less_than, at_least, at_most"),
    _column("entity", WORD, "who it is about"),
    _column("compared_to", WORD, "whom it is compared to"),
    _column("measure", WORD, "the words that say what is measured"),
    _column("dimension", WORD, "sub-series: a benchmark, an age group"),
    _column("period", WORD, "ISO 8601"),
    _column("edition", WORD, "edition of the source"),
    _column("attribution", WORD, "writer, attributed, quoted"),
    _column("source_named", WORD, "the source that the text names"),
    _column("slot", WORD, "claims about one thing share it: indicator or normalised measure, "
            "entity, period, dimension; null where the text leaves one of them open"),
    _column("wording", WORD, "claims of a slot that state and are judged the same share it"),
)  # fmt: skip

FINDING_FIELDS = (
    FINDING,
    _column("status", WORD, "supported, contradicted, ambiguous, unverifiable, not_checkable"),
    _column("cause", WORD, "why, as in the JSON report"),
    _column("code", WORD, "`factcheck explain CODE`"),
    _column("level", WORD, "error, warning, note, none"),
    _column("message", WORD, "the verdict in words"),
    _column("expected", WORD, "the value that would make the sentence true"),
    _column("gap", WORD, "claimed minus expected, in the unit of the reference"),
    _column("notes", SOME_WORDS, "further evidence"),
    _column("attribution", WORD, "writer, attributed, quoted"),
    _column("indicator", WORD, "of the reference row; null where there is none, as all below"),
    _column("indicator_name", WORD, "in words"),
    _column("topic", WORD, "of the indicator"),
    _column("pack", WORD, "of the indicator"),
    _column("entity", WORD, "of the reference row"),
    _column("dimension", WORD, "of the reference row"),
    _column("period", WORD, "of the reference row, ISO 8601"),
    _column("value", WORD, "of the reference row, decimal or ISO 8601 date"),
    _column("unit", WORD, "of the reference row"),
    _column("edition", WORD, "of the reference row"),
    _column("published", DAY, "on which the reference row appeared"),
    _column("source_title", WORD, "of the reference row"),
    _column("source_url", WORD, "of the reference row"),
    _column("score", SCORE, "0 to 1, how well words, unit, entity and period agree"),
    _column("operation", WORD, "growth, difference, multiple, share or rank of reference rows"),
    _column("slot", WORD, "as in `claims`"),
)

PAIR_FIELDS = (
    _column("relation", WORD, "conflict, different_period, different_edition, restated …"),
    _column("slot", WORD, "`claims.slot` of the first side, and of the other where that is alike"),
    _column("other_slot", WORD, "of the other side, where it is about another slot; else null"),
    _column("indicator", WORD, "null where no reference covers the claims"),
    _column("measure", WORD, "name of the indicator, else the words of the first claim"),
    _column("entity", WORD, "who the first is about, as dimension and period"),
    _column("dimension", WORD, "sub-series"),
    _column("period", WORD, "ISO 8601"),
    _column("message", WORD, "what differs, and which side the reference supports"),
)


def _side(side: str, which: str) -> tuple[pa.Field, ...]:
    return (
        _column(f"{side}_article", WORD, f"the article that states the {which} value first"),
        _column(f"{side}_finding", WORD, f"its claim, of which `{side}_wording` finds the others"),
        _column(f"{side}_wording", WORD, "`claims.wording`"),
        _column(f"{side}_quote", WORD, "the number as printed there"),
        _column(f"{side}_value", WORD, "as in `claims`"),
        _column(f"{side}_status", WORD, "what the reference says of it"),
        _column(f"{side}_articles", COUNT, "articles that state it, copies left out"),
        _column(f"{side}_outlets", COUNT, "outlets that state it, copies left out"),
    )


SIDES = (*_side("a", "first"), *_side("b", "other"))
CONFLICTS = _table("conflicts", _column("id", WORD, "as in the JSON report"), *PAIR_FIELDS, *SIDES)
WITHIN_FIELDS = (
    *PAIR_FIELDS,
    *(
        one
        for one in SIDES
        if one.name.endswith(("finding", "wording", "quote", "value", "status"))
    ),
)

INCONSISTENCY = pa.struct(
    [
        _column("code", WORD, "`factcheck explain CODE`"),
        _column("findings", SOME_WORDS, "the claims that cannot all be true"),
        _column("message", WORD, "in words"),
    ]
)

RECORDS = _table(
    "records",
    ORDINAL,
    _column("article", WORD, "hash of place and content, as in the JSON report of a file"),
    _column("key", WORD, "SHA-256 of all that the result depends on"),
    _column("place", WORD, "file, and what finds the record in it"),
    _column("suffix", WORD, "of the file that the record would be if it stood alone"),
    _column("content", pa.large_binary(), "the bytes of the article"),
    _column("size", COUNT, "bytes of the input that it stands for"),
    _column("id", WORD, "the record's own id"),
    _column("url", WORD, "of the article"),
    _column("outlet", WORD, "of the article"),
    _column("published", DAY, "of the article"),
    _column("title", WORD, "of the article"),
)
"""What an engine hands to `audit`: one row an article."""

RESULTS = _table(
    "results",
    _column("key", WORD, "of the record"),
    _column("error", WORD, "why it could not be read, else null"),
    _column("error_code", WORD, "unreadable-article or internal-error"),
    _column("sha256", WORD, "of the content"),
    _column("title", WORD, "of the record, else as the text says, as the three below"),
    _column("outlet", WORD, "of the article"),
    _column("published", DAY, "of the article"),
    _column("url", WORD, "of the article"),
    _column("numbers", COUNT, "numbers in the text, claims or not"),
    _column("inconsistencies", pa.list_(INCONSISTENCY), "numbers that cannot all be true"),
    _column("claims", pa.list_(pa.struct(CLAIM_FIELDS)), "in text order"),
    _column("findings", pa.list_(pa.struct(FINDING_FIELDS)), "of the claims, in the same order"),
    _column("pairs", pa.list_(pa.struct(WITHIN_FIELDS)), "claims of the article that differ"),
    _column("shingles", pa.list_(pa.uint32()), "hashes of all runs of five words, sorted"),
    _column(
        "figures", pa.list_(pa.uint32()), "hashes of all numbers with their neighbours, sorted"
    ),
    _column("bands", pa.list_(pa.uint64()), "MinHash of the shingles, one hash a band"),
)
"""What `audit` gives back: one row for each row of its input, in the same order."""

COUNTS = (
    _column("claims", COUNT, "numeric claims"),
    _column("supported", COUNT, "claims that the reference supports"),
    _column("contradicted", COUNT, "claims that it contradicts, inside quotation marks too"),
    _column("ambiguous", COUNT, "claims that fit several indicators equally"),
    _column("unverifiable", COUNT, "claims that nothing covers"),
    _column("not_checkable", COUNT, "opinions, forecasts, hypotheses"),
)

ARTICLES = _table(
    "articles",
    ORDINAL,
    _column("id", WORD, "hash of place and content, as in the JSON report of a file"),
    _column("record_id", WORD, "the record's own id"),
    _column("place", WORD, "file, and what finds the record in it"),
    _column("url", WORD, "of the article"),
    _column("outlet", WORD, "of the article"),
    _column("published", DAY, "of the article"),
    _column("title", WORD, "of the article"),
    _column("sha256", WORD, "of the content"),
    _column("numbers", COUNT, "numbers in the text, claims or not"),
    *COUNTS,
    _column("inconsistencies", pa.list_(INCONSISTENCY), "numbers that cannot all be true"),
    _column("origin", WORD, "of a copy: `articles.id` of the article it repeats; else null"),
    _column("copies", COUNT, "articles of the corpus that repeat this one"),
)

CLAIMS = _table("claims", ORDINAL, ARTICLE, *CLAIM_FIELDS)
FINDINGS = _table("findings", ORDINAL, ARTICLE, *FINDING_FIELDS)

PAIRS = _table("pairs", ORDINAL, ARTICLE, *WITHIN_FIELDS)
"""Internal: what differs inside one article, two slots apart."""

FINGERPRINTS = _table("fingerprints", ORDINAL, *(RESULTS.field(n) for n in RESULTS.names[-3:]))
"""Internal: what copies are found by."""


SKIPPED = _table(
    "skipped",
    ORDINAL.with_nullable(True),
    _column("place", WORD, "file, and what finds the record in it"),
    _column("code", WORD, "unreadable-article, unreadable-date, internal-error"),
    _column("message", WORD, "what was found and what was expected"),
)

TABLES = {
    "articles": ARTICLES,
    "claims": CLAIMS,
    "findings": FINDINGS,
    "conflicts": CONFLICTS,
    "skipped": SKIPPED,
}
"""The tables of an audit by name, each a Parquet file of that name."""
