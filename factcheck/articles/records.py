"""Streams of articles: files one by one, and files that hold many. Memory stays that of one record.

A `Record` is an article as it lies in its file, not yet parsed, so that parsing can happen
elsewhere: `read_record` makes the `Document`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from importlib import import_module
from os.path import realpath
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from factcheck.articles import read_article
from factcheck.articles.inputs import named_files, read_bytes
from factcheck.articles.metadata import parse_date
from factcheck.articles.registry import known_suffixes
from factcheck.errors import UnreadableArticle
from factcheck.limits import RECORD, USUAL, Limits
from factcheck.model import Document, Skipped

READERS = {
    ".jsonl": "jsonl",
    ".jsonl.gz": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".warc": "warc",
    ".warc.gz": "warc",
}
"""Module that reads each kind of file with many articles; any other file is one article."""

FIELDS = {
    "text": ("text", "body", "content"),
    "id": ("id",),
    "url": ("url", "link"),
    "outlet": ("outlet", "publication", "site", "source"),
    "published": ("published", "date"),
    "title": ("title", "headline"),
}
"""What a record says and the names it goes by in JSONL and Parquet, the first that is there."""

LONGEST = RECORD


@dataclass(frozen=True, slots=True)
class Record:
    """One article as it lies in its file."""

    place: str
    """File, and what finds the record in it: "news.jsonl:14", "crawl.warc.gz:@5120"."""
    suffix: str
    """Of the file that it would be if it stood alone: ".txt", ".html"; chooses the reader."""
    content: bytes
    size: int
    """Bytes of the input that it stands for."""
    id: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: date | None = None
    title: str | None = None


def read_records(
    paths: Iterable[str | Path], limits: Limits = USUAL, *, without: Path | None = None
) -> Iterator[Record | Skipped]:
    """Yield every article of files, folders, globs and record files, in a stable order.

    `without`: a folder of which nothing is read, wherever it lies. `limits`: the largest file that
    is one article. What cannot be read comes as `Skipped` in its place; the rest goes on.
    """
    left_out = without and without.resolve()
    for name in named_files(paths, (*known_suffixes(), *READERS)):
        if left_out and isinstance(name, str) and Path(realpath(name)).is_relative_to(left_out):
            continue
        try:
            if isinstance(name, UnreadableArticle):
                raise name
            yield from _of_file(name, limits)
        except UnreadableArticle as error:
            yield skipped(error)


def _of_file(name: str, limits: Limits = USUAL) -> Iterator[Record | Skipped]:
    for suffix, module in READERS.items():
        if name.lower().endswith(suffix):
            yield from import_module(f"factcheck.articles.{module}").records(name)
            return
    raw = read_bytes(name, most=limits.file_size)
    yield Record(name, Path(name).suffix.lower(), raw, len(raw))


def read_record(record: Record) -> Document:
    """Parse a record; what it says of itself beats what its text says. Raises `UnreadableArticle`.

    The outlet of a page that names none is the host of its address.
    """
    document = read_article(f"article{record.suffix}", record.content)
    url = record.url or document.url
    return replace(
        document,
        path=record.place,
        url=url,
        title=record.title or document.title,
        outlet=record.outlet or document.outlet or host(url),
        published=record.published or document.published,
    )


def documents_of(name: str) -> Iterator[Document | Skipped]:
    """Yield the articles of one file of records. Raises `UnreadableArticle` where it breaks.

    Equal texts in two records are two articles: their ids differ by their places.
    """
    for record in _of_file(name):
        if isinstance(record, Skipped):
            yield record
            continue
        try:
            document = read_record(record)
        except UnreadableArticle as error:
            yield skipped(error)
            continue
        key = f"{record.place}\0{document.sha256}"
        yield replace(document, id=sha256(key.encode()).hexdigest()[:16])


def fields_of(place: str, row: Mapping[str, Any], size: int) -> Iterator[Record | Skipped]:
    """One record from named fields. Raises `UnreadableArticle` where there is no text.

    The title stands above the text, as a heading, unless the text starts with it: its numbers are
    checked too. A date that is none is told, and the article is read without it.
    """
    told = {name: _first(row, names) for name, names in FIELDS.items()}
    text = told.pop("text")
    if not isinstance(text, str) or not text.strip():
        wanted = f"one in {' or '.join(map(repr, FIELDS['text']))}"
        raise UnreadableArticle(place, "a record without text", wanted)
    day = _day(told.pop("published"))
    if isinstance(day, str):
        message = f"{place}: published on {day!r}; expected a date such as 2026-04-14"
        yield Skipped(place, BAD_DATE, f"{message}. The article is checked without. [{BAD_DATE}]")
        day = None
    words = {name: _as_words(value) for name, value in told.items() if value is not None}
    title = " ".join((words.get("title") or "").split())
    if title and not text.lstrip().startswith(title):
        text = f"# {title}\n\n{text}"
    yield Record(place, ".txt", text.encode("utf-8", "replace"), size, published=day, **words)


BAD_DATE = "unreadable-date"
"""Code of a record whose date cannot be read, though the rest can."""


def skipped(error: UnreadableArticle) -> Skipped:
    """What is listed of a record that could not be read."""
    return Skipped(error.path, error.code, str(error))


def host(url: str | None) -> str | None:
    """Return the host of an address without a leading "www.", else None."""
    try:
        name = urlsplit(url or "").hostname
    except ValueError:
        return None
    return name.removeprefix("www.") if name else None


def _first(row: Mapping[str, Any], names: Iterable[str]) -> Any:
    return next((row[name] for name in names if row.get(name) not in (None, "")), None)


def _as_words(value: Any) -> str | None:
    """Half a surrogate pair, which JSON can escape and no file can hold, becomes a "?"."""
    return str(value).encode("utf-8", "replace").decode().strip() or None


def _day(value: Any) -> date | str | None:
    """A day, None where nothing is said, or what was said where that is no day."""
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    return parse_date(str(value)) or str(value)
