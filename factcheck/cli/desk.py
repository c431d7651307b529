"""What `factcheck review` puts on the desk: saved reports or articles, their texts, a judge."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.audited import is_audit, read_audit
from factcheck.errors import FactcheckError, UnreadableArticle

if TYPE_CHECKING:
    from factcheck.articles.records import Record
    from factcheck.checker import Checker
    from factcheck.model import Document, Report
    from factcheck.reference.store import Reference
    from factcheck.report.schema import Article, Finding, JsonReport
    from factcheck.review.saved import Desk, Text

_PERIOD = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?|-Q[1-4])?")
_ALIKE = 0.5
"""Least likeness (difflib ratio, 0 to 1) of a name that is suggested for an unknown one."""


class BadSlot(FactcheckError):
    """A value that no slot can have."""

    code = "bad-slot"


@dataclass(frozen=True, slots=True)
class Source:
    """A report, and the folder from which its articles may be named too."""

    report: JsonReport
    folder: Path


def read_sources(names: Sequence[str], check: Callable[[Sequence[str]], Report]) -> list[Source]:
    """Read what a user named: reports (JSON), audits, folders of reports, or articles for `check`.

    Raises `BadReport` for JSON that is no report, `UnreadableArticle` where there is no such file.
    """
    reports, articles = [], []
    for name in names:
        found = list(_reports(Path(name)))
        reports += found
        articles += [] if found else [name]
    sources = [_read(path) for path in reports]
    if articles:
        from factcheck.report import render
        from factcheck.review.saved import read_report

        report = check(articles)
        sources.append(Source(read_report("the check", render(report, "json")), Path()))
    return sources


def read_reports(names: Sequence[str]) -> list[Source]:
    """Read reports only. Raises `BadReport`, and `UnreadableArticle` where there is none."""
    return [_read(path) for name in names for path in (list(_reports(Path(name))) or [Path(name)])]


def _reports(path: Path) -> Iterator[Path]:
    if is_audit(path):
        yield path
    elif path.is_dir():
        yield from (one for one in sorted(path.glob("*.json")) if _is_report(one))
    elif path.suffix == ".json":
        yield path


def _is_report(path: Path) -> bool:
    with path.open("rb") as file:
        return b'"schema_version"' in file.read(200)


def _read(path: Path) -> Source:
    from factcheck.review.saved import read_report

    if is_audit(path):
        return Source(read_audit(path), path)
    try:
        return Source(read_report(str(path), path.read_bytes()), path.parent)
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise UnreadableArticle(path, reason, "a report or articles") from None


def lay_out(sources: Sequence[Source]) -> Desk:
    """Return the desk, with the texts that the reports leave to their files."""
    from factcheck.review import saved

    wanted = [
        (article, source.folder)
        for source in sources
        for article in source.report.articles
        if article.text is None
    ]
    records = _records({article.path for article, _ in wanted})
    texts = {article.id: _text(article, folder, records) for article, folder in wanted}
    return saved.lay_out([source.report for source in sources], texts)


def _records(paths: Collection[str]) -> dict[str, Record]:
    """Of articles that lie in a file with others ("news.jsonl:14"), what is there, by path."""
    from factcheck.articles.records import Record, read_records

    files = {file for path in paths if (file := _holder(path))}
    return {
        record.place: record
        for record in read_records(sorted(files))
        if isinstance(record, Record) and record.place in paths
    }


def _holder(path: str) -> str:
    """The file that an article lies in with others; empty where it is a file of its own."""
    file, _, place = path.rpartition(":")
    return file if place and not Path(path).is_file() and Path(file).is_file() else ""


def _text(article: Article, folder: Path, records: Mapping[str, Record]) -> Text:
    from factcheck.review.saved import Text

    try:
        document = _document(article, folder, records)
    except UnreadableArticle as error:
        return Text(None, f"The text is not at hand: {error}")
    if document.sha256 != article.sha256:
        return Text(None, f"{article.path} has changed since it was checked; check it again.")
    return Text(document.text)


def _document(article: Article, folder: Path, records: Mapping[str, Record]) -> Document:
    """Read the file again, from where the report was made or from beside the report."""
    from factcheck.articles import read_article
    from factcheck.articles.records import read_record

    if record := records.get(article.path):
        return read_record(record)
    beside = folder / article.path
    path = beside if beside.is_file() and not Path(article.path).is_file() else Path(article.path)
    document = read_article(article.path, read(path))
    appeared = date.fromisoformat(article.published) if article.published else None
    return replace(document, published=appeared, outlet=article.outlet)


def read(path: Path) -> bytes:
    """Return what a file holds. Raises `UnreadableArticle`."""
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise UnreadableArticle(path, reason, "the article that was checked") from None


@dataclass
class Rejudge:
    """Judges a finding again with one slot changed. The checker is built when first asked for."""

    reference: Reference
    folders: Mapping[str, Path]
    """Article id -> folder of the report it is from."""
    build: Callable[[Reference], Checker]
    _checker: Checker | None = None
    _judged: dict[tuple[str, ...], Finding] = field(default_factory=dict)
    """What was judged already: who accepts a trial does not wait for it once more."""
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __call__(self, article: Article, finding: str, slot: str, value: str) -> Finding:
        """Raises `BadSlot` for a value that cannot be, `UnreadableArticle` without the article."""
        value = self._known(slot, value)
        key = article.path, article.sha256, finding, slot, value
        if key not in self._judged:
            self._judged[key] = self._judge(article, finding, slot, value)
        return self._judged[key]

    def _judge(self, article: Article, finding: str, slot: str, value: str) -> Finding:
        from factcheck.model import ArticleReport
        from factcheck.report import schema
        from factcheck.report.json import article_dict

        records = _records({article.path})
        document = _document(article, self.folders.get(article.id, Path()), records)
        if document.sha256 != article.sha256:
            expected = "the article that was checked; check it again"
            raise UnreadableArticle(article.path, "changed since", expected)
        with self._lock:  # one at a time: spaCy's vocabulary is not made for several threads
            try:
                judged = self.checker().article_with(document, finding, slot, value)
            except KeyError:
                raise BadSlot("this version finds no such claim in the article") from None
        told = article_dict(ArticleReport(document, (judged,), numbers=1))
        return schema.Finding.model_validate(told["findings"][0])

    def warm(self) -> None:
        """Build the checker before somebody waits for it."""
        with self._lock:
            self.checker()

    def checker(self) -> Checker:
        """The checker, built once."""
        if self._checker is None:
            self._checker = self.build(self.reference)
        return self._checker

    def _known(self, slot: str, value: str) -> str:
        if slot == "period":
            if not all(_PERIOD.fullmatch(part) for part in value.split("/")[:2]):
                raise BadSlot(f"{value!r} is no period; expected one such as 2024 or 2025-03.")
            return value
        known = self.reference.lexicon if slot == "entity" else self._indicators()
        folded = {name.lower(): name for name in known}
        name = folded.get(value.lower())
        if name is None:
            near = get_close_matches(value.lower(), folded, n=3, cutoff=_ALIKE)
            names = dict.fromkeys(known[folded[one]] for one in near)
            hint = f" Nearest: {', '.join(names)}." if near else ""
            raise BadSlot(f"the reference has no {slot} {value!r}.{hint}")
        return known[name]

    def _indicators(self) -> dict[str, str]:
        """Name or id -> id."""
        known = self.reference.indicators
        return {one.name: one.id for one in known.values()} | {id: id for id in known}
