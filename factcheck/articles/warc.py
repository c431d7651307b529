"""WARC (ISO 28500), plain or gzipped, as in Common Crawl's news crawl: the pages among its records.

What is no page that came back whole (an image, an error, a redirect) is listed as skipped.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from factcheck.articles.records import LONGEST, Record, skipped
from factcheck.errors import UnreadableArticle
from factcheck.model import Skipped

PAGES = ("text/html", "application/xhtml+xml")
_WANTED = "a page (status 200, text/html)"


def records(path: str) -> Iterator[Record | Skipped]:
    """Yield each page, named by the byte at which its record starts. Raises `UnreadableArticle`."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    place, last = "", 0
    try:
        with open(path, "rb") as file:
            for record in ArchiveIterator(file, record_types=WarcRecordType.response):
                place, start = f"{path}:@{record.stream_pos}", last
                last = record.stream_pos
                try:
                    yield _page(place, record, max(last - start, 0))
                except UnreadableArticle as error:
                    yield skipped(error)
    except OSError as error:
        found = error.strerror or f"a broken record ({error})"
        raise UnreadableArticle(
            f"after {place}" if place else path, found, "WARC records"
        ) from None


def _page(place: str, record: Any, size: int) -> Record:
    kind, http = record.http_content_type, record.http_headers
    if http is None or http.status_code is None:
        raise UnreadableArticle(place, "a record without a whole answer", _WANTED)
    if http.status_code != 200:
        raise UnreadableArticle(place, f"an answer with status {http.status_code}", _WANTED)
    if kind not in PAGES:
        raise UnreadableArticle(place, f"content of type {kind}", _WANTED)
    raw = record.reader.read(LONGEST + 1)
    if len(raw) > LONGEST:
        raise UnreadableArticle(place, f"a page of more than {LONGEST} bytes", "an article")
    if len(raw) < record.content_length:
        found = f"{len(raw)} of {record.content_length} bytes"
        raise UnreadableArticle(place, found, "a whole page")
    headers = record.headers
    return Record(
        place,
        ".html",
        _as_utf8(raw, record.http_charset),
        size,
        id=headers.get("WARC-Record-ID"),
        url=headers.get("WARC-Target-URI"),
    )


def _as_utf8(raw: bytes, charset: str | None) -> bytes:
    """The page in UTF-8 where its server says that it is in something else."""
    if not charset or charset.lower().replace("-", "") == "utf8":
        return raw
    try:
        return raw.decode(charset).encode()
    except (LookupError, ValueError):  # no such charset, or none for text such as "idna"
        return raw
