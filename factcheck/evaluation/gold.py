"""Reads labelled articles: articles/, gold/*.jsonl, conflicts.jsonl, evaluate.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from factcheck import json_text
from factcheck.errors import FactcheckError

NEUTRAL_REASONS = (
    "qualifier",
    "unit",
    "denominator",
    "scale",
    "figure of speech",
    "age range",
    "group definition",
)
"""Beginnings of a distractor's `why` that mark it as part of a claim: neither gained nor lost."""

PLAIN_SUFFIXES = frozenset({".txt", ".md"})
"""Articles whose report offsets point into the file itself."""

CLAIM = ("quote", "nth", "kind", "value", "verdict")
DISTRACTOR = ("quote", "nth", "why")
PAIR = ("a", "b", "relation")
_TYPES = {
    "quote": str, "nth": int, "kind": str, "verdict": str, "why": str, "a": dict, "b": dict,
    "relation": str,
}  # fmt: skip
"""Fields that a row of each file must have."""


class BadGold(FactcheckError):
    """A labelled folder cannot be used. Exit 2."""

    code = "bad-gold"

    def __init__(self, place: str, found: str, expected: str) -> None:
        super().__init__(f"{place}: {found}; expected {expected}. [{self.code}]")


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One labelled number: what it says and what is true of it."""

    quote: str
    """The printed words; raw markup in formats other than .txt and .md."""
    nth: int
    """Occurrence of `quote` in the file, counted from 1, overlapping ones included."""
    kind: str
    value: Decimal | str | None
    """Scale applied; an ISO string for dates; None for a range."""
    low: Decimal | None
    high: Decimal | None
    verdict: str
    cause: str | None
    indicator: str | None
    reference_value: str | None
    quote_text: str | None = None
    """`quote` as it reads in extracted text."""

    @property
    def judged(self) -> bool:
        """True where a reference row decides, so that the aligned indicator is scored too."""
        return bool(self.indicator) and self.verdict in ("supported", "contradicted")


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article that must not be taken for a claim, or that does not count."""

    quote: str
    nth: int
    quote_text: str | None = None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One labelled article."""

    id: str
    """Stem of the file: how gold files and reports name it."""
    path: Path
    claims: tuple[GoldClaim, ...]
    neutral: tuple[Passage, ...]
    """Figures a text only quotes as somebody's mistake, and distractors that belong to a claim."""
    distractors: tuple[Passage, ...]

    @property
    def plain(self) -> bool:
        return self.path.suffix in PLAIN_SUFFIXES


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two claims that differ or tell the same, with the relation between them."""

    a: tuple[str, str, int]
    """Article, quote, nth."""
    b: tuple[str, str, int]
    relation: str


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A labelled folder."""

    articles: tuple[GoldArticle, ...]
    pairs: tuple[GoldPair, ...]
    packs: tuple[Path, ...]
    """Reference packs that the articles need besides those the project ships."""


def read_gold(folder: Path) -> GoldSet:
    """Read a labelled folder, articles in name order.

    Raises:
        BadGold: the folder has no articles, or a line is not what a label must be.
    """
    articles = folder / "articles"
    if not articles.is_dir():
        raise BadGold(str(folder), "no folder articles/", "articles/ and gold/")
    files = sorted(path for path in articles.iterdir() if path.is_file())
    return GoldSet(
        tuple(_read_article(path, folder / "gold") for path in files),
        tuple(_pair(*row) for row in read_jsonl(folder / "conflicts.jsonl", PAIR)),
        _read_packs(folder / "evaluate.toml"),
    )


def read_jsonl(path: Path, fields: tuple[str, ...]) -> list[tuple[str, dict[str, Any]]]:
    """The rows of a JSON Lines file, each with its place; nothing where the file is absent.

    Raises:
        BadGold: a line is no JSON object, or lacks one of `fields`.
    """
    if not path.exists():
        return []
    try:
        lines = enumerate(path.read_text("utf-8").splitlines(), 1)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or f"byte {getattr(error, 'start', 0)}"
        raise BadGold(str(path), f"no text in UTF-8 ({reason})", "JSON Lines") from None
    return [_row(f"{path}:{number}", line, fields) for number, line in lines if line.strip()]


def _row(place: str, line: str, fields: tuple[str, ...]) -> tuple[str, dict[str, Any]]:
    try:
        row = json_text.parse(line, parse_float=Decimal)
    except json_text.NoJson as error:
        raise BadGold(place, f"broken JSON ({error})", "one object a line") from None
    missing = [field for field in fields if not isinstance(row, dict) or field not in row]
    if missing:
        raise BadGold(place, f"no field {missing[0]!r}", f"the fields {', '.join(fields)}")
    for field in fields:
        if not isinstance(row[field], _TYPES.get(field, object)):
            found = f"{field!r} is {row[field]!r}"
            raise BadGold(place, found, "words, and for 'nth' a whole number")
    return place, row


def _read_article(path: Path, gold: Path) -> GoldArticle:
    rows = read_jsonl(gold / f"{path.stem}.jsonl", CLAIM)
    places = read_jsonl(gold / f"{path.stem}.distractors.jsonl", DISTRACTOR)
    others = [row for _, row in places]
    asserted = [(place, row) for place, row in rows if row.get("asserted") is not False]
    unasserted = [row for _, row in rows if row.get("asserted") is False]
    part_of_claim = [row for row in others if row["why"].startswith(NEUTRAL_REASONS)]
    return GoldArticle(
        path.stem,
        path,
        tuple(_claim(place, row) for place, row in asserted),
        tuple(_passage(row) for row in unasserted + part_of_claim),
        tuple(_passage(row) for row in others if not row["why"].startswith(NEUTRAL_REASONS)),
    )


def _claim(place: str, row: dict[str, Any]) -> GoldClaim:
    try:
        date = row["kind"] == "date"
        value = row["value"]
        reference = row.get("reference_value")
        return GoldClaim(
            quote=row["quote"],
            nth=row["nth"],
            kind=row["kind"],
            value=value if date or value is None else Decimal(value),
            low=_decimal(row.get("low")),
            high=_decimal(row.get("high")),
            verdict=row["verdict"],
            cause=row.get("cause"),
            indicator=row.get("indicator"),
            reference_value=None if reference is None else str(reference),
            quote_text=row.get("quote_text"),
        )
    except (InvalidOperation, TypeError, ValueError):
        raise BadGold(place, f"value {row['value']!r}", "a number") from None


def _decimal(value: Any) -> Decimal | None:
    return None if value is None else Decimal(value)


def _passage(row: dict[str, Any]) -> Passage:
    return Passage(row["quote"], row["nth"], row.get("quote_text"))


def _pair(place: str, row: dict[str, Any]) -> GoldPair:
    try:
        a, b = ((row[side]["doc"], row[side]["quote"], row[side]["nth"]) for side in "ab")
    except KeyError as error:
        raise BadGold(place, f"a side without {error}", "doc, quote and nth") from None
    return GoldPair(a, b, row["relation"])


def _read_packs(settings: Path) -> tuple[Path, ...]:
    """Packs that `evaluate.toml` lists: each entry a pack, or a folder of packs."""
    if not settings.exists():
        return ()
    try:
        content = tomllib.loads(settings.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise BadGold(str(settings), f"broken TOML ({error})", "packs = [...]") from None
    if list(content) not in ([], ["packs"]):
        raise BadGold(str(settings), f"the keys {', '.join(content)}", "only packs")
    packs: list[Path] = []
    for entry in content.get("packs", []):
        folder = settings.parent / entry
        alone = (folder / "datapackage.json").exists()
        found = [folder] if alone else sorted(p.parent for p in folder.glob("*/datapackage.json"))
        if not found:
            raise BadGold(str(settings), f"no reference pack in {entry!r}", "a pack or its folder")
        packs += found
    return tuple(packs)
