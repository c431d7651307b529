"""Saved reports as a desk of items: one for each finding, with all that the page tells of it."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any

from pydantic import ValidationError

from factcheck.errors import FactcheckError
from factcheck.model import Cause, Relation, Status
from factcheck.report.schema import Article, Conflict, Finding, JsonReport
from factcheck.review.standing import Key

NEEDS_A_PERSON = 2
"""Highest `Item.rank` that a person should see; above it stands what only waits its turn."""

_DOUBTFUL = (Cause.SUPERSEDED, Cause.CONFLICTING_REFERENCE)
_LATER = {Status.UNVERIFIABLE: 3, Status.SUPPORTED: 4, Status.NOT_CHECKABLE: 5}


class BadReport(FactcheckError):
    """A file is no report that can be reviewed. Exit 2."""

    code = "bad-report"


@dataclass(frozen=True, slots=True)
class Text:
    """The words of an article, as far as they can be had."""

    text: str | None = None
    problem: str = ""
    """Why the text is missing: not found, or no longer what was checked."""


@dataclass
class Item:
    """One finding on the desk."""

    article: Article
    finding: Finding
    text: Text
    nth: int
    """Its turn among equal quotes of one sentence, from 0."""
    packs: Mapping[str, str]
    """Name -> SHA-256 of the packs it was judged with."""
    conflicts: list[Conflict] = field(default_factory=list)
    """Every pair it is part of, whatever explains it."""
    sums: list[str] = field(default_factory=list)
    """What is wrong with the sums it is part of."""

    @cached_property
    def id(self) -> str:
        """How the page calls it: short, and nothing in it names a file."""
        return sha256("\0".join(self.key).encode()).hexdigest()[:16]

    @property
    def key(self) -> Key:
        return self.article.path, self.finding.id

    @cached_property
    def rank(self) -> int:
        """Its place in the queue: contradicted, ambiguous, in conflict or doubt, then the rest."""
        status = self.finding.verdict.status
        if self.finding.suppressed:  # the article or a baseline says to leave it
            return _LATER[Status.UNVERIFIABLE]
        if status in (Status.CONTRADICTED, Status.AMBIGUOUS):
            return int(status is Status.AMBIGUOUS)
        if self.clashes or self.sums or self.finding.verdict.cause in _DOUBTFUL:
            return NEEDS_A_PERSON
        return _LATER[status]

    @property
    def clashes(self) -> list[Conflict]:
        """The pairs that cannot both be true."""
        return [one for one in self.conflicts if one.relation is Relation.CONFLICT]

    @cached_property
    def facets(self) -> tuple[str, ...]:
        """What it is filtered by: status, cause, outlet, article, indicator."""
        told, match = self.finding.verdict, self.finding.match
        return (
            str(told.status),
            str(told.cause or ""),
            self.article.outlet or "",
            self.article.title or self.article.path,
            match.indicator_name if match else "",
        )

    @cached_property
    def words(self) -> str:
        """What a search looks through, in lower case."""
        match = self.finding.match
        parts = (
            *(self.finding.claim.sentence, self.finding.claim.quote, self.finding.claim.entity),
            *(self.article.title, self.article.outlet, self.article.path),
            *((match.indicator, match.indicator_name, match.entity) if match else ()),
        )
        return " ".join(part for part in parts if part).lower()

    @cached_property
    def shown(self) -> dict[str, Any]:
        """What a person decides on, as it goes into the log."""
        article = self.article.model_dump(
            mode="json", include={"id", "path", "title", "outlet", "published", "sha256"}
        )
        return {
            "article": article,
            "finding": self.finding.model_dump(mode="json"),
            "reference": dict(self.packs),
        }


@dataclass
class Desk:
    """Everything there is to review."""

    items: list[Item]
    """In the order of the queue."""
    conflicts: list[Conflict]

    def __post_init__(self) -> None:
        self.by_id = {item.id: item for item in self.items}
        self.places = {item.key: n for n, item in enumerate(self.items)}
        self.by_conflict = {one.id: one for one in self.conflicts}
        self.clashes = sum(one.relation is Relation.CONFLICT for one in self.conflicts)
        self.by_side = {(item.article.id, item.finding.id): item for item in self.items}
        self.by_article: dict[str, list[Item]] = defaultdict(list)
        for item in sorted(self.items, key=lambda one: one.finding.claim.start):
            self.by_article[item.article.id].append(item)


def read_report(name: str, content: bytes | str) -> JsonReport:
    """Read a JSON report. Raises `BadReport` naming file, place, what was found and expected."""
    try:
        return JsonReport.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"])) or "the file"
        more = f" ({error.error_count() - 1} more)" if error.error_count() > 1 else ""
        raise BadReport(
            f"{name}: {place}: {first['msg'].lower()}{more}; expected a report that"
            f" `factcheck check --output-format json` wrote. [bad-report]"
        ) from None


def lay_out(reports: Iterable[JsonReport], texts: Mapping[str, Text]) -> Desk:
    """Return the desk for some reports. `texts`: by article id, for those that carry none."""
    items: dict[Key, Item] = {}
    conflicts: list[Conflict] = []
    for report in reports:
        packs = {pack.name: pack.sha256 for pack in report.reference}
        for article in report.articles:
            text = Text(article.text) if article.text is not None else texts.get(article.id, Text())
            for item in _items(article, text, packs):
                items.setdefault(item.key, item)
        conflicts += report.conflicts
    _tie(items.values(), conflicts)
    order = {id: n for n, id in enumerate(dict.fromkeys(i.article.id for i in items.values()))}
    place = sorted(
        items.values(), key=lambda i: (i.rank, order[i.article.id], i.finding.claim.start)
    )
    return Desk(place, conflicts)


def _items(article: Article, text: Text, packs: Mapping[str, str]) -> Iterable[Item]:
    turns: Counter[tuple[str, str]] = Counter()
    sums = defaultdict(list)
    for one in article.inconsistencies:
        for id in one.findings:
            sums[id].append(one.message)
    for finding in sorted(article.findings, key=lambda one: one.claim.start):
        turn = finding.claim.sentence, finding.claim.quote
        yield Item(article, finding, text, turns[turn], packs, [], sums[finding.id])
        turns[turn] += 1


def _tie(items: Iterable[Item], conflicts: Sequence[Conflict]) -> None:
    """Let every item know the pairs it is part of."""
    by_side = {(item.article.id, item.finding.id): item for item in items}
    for conflict in conflicts:
        for side in conflict.claims:
            if item := by_side.get((side.article, side.finding)):
                item.conflicts.append(conflict)


def digest(shown: Mapping[str, Any]) -> str:
    """SHA-256 of what was shown, as the log computes it."""
    content = json.dumps(shown, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return sha256(content.encode()).hexdigest()
