"""Which reader reads a file: by what its bytes begin with, else by its suffix.

A package adds a format by an entry point of the group `factcheck.articles`: its name is the suffix
without the dot, its object a function

    read(raw: bytes, *, path: str, id: str, sha256: str) -> Document

that raises `factcheck.articles.Undecodable`, saying what was found, where it cannot read. It passes
`path`, `id` and `sha256` on to the `Document`, with `plain=False` and `blocks=blocks(text)`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

from factcheck.articles.decoding import Undecodable, decode
from factcheck.model import Document

GROUP = "factcheck.articles"

TEXTS = {".txt": "txt", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}
"""Suffix -> module whose `read` is given the decoded text."""

FILES = {".pdf": "pdf", ".docx": "docx", ".rtf": "rtf", ".epub": "epub", ".eml": "eml"}
"""Suffix -> module whose `read` is given the bytes."""

SUFFIXES = (*TEXTS, *FILES)

MANY = (".jsonl", ".jsonl.gz", ".ndjson", ".parquet", ".warc", ".warc.gz")
"""Files with many articles each, which `records` reads. Not looked for in a folder: most JSON Lines
and Parquet files hold something else."""

# What stands where in a file, by their formats' specifications. A Word file is a ZIP like many
# others: what it is shows when it is opened. Not every EPUB has its mark in place.
_MARKS = (
    (0, b"%PDF-", ".pdf"),
    (0, b"{\\rtf", ".rtf"),
    (30, b"mimetypeapplication/epub+zip", ".epub"),
    (0, b"PK\x03\x04", ".docx"),
)

Reader = Callable[..., Document]
"""Given the bytes and, by keyword, path, id and sha256. Raises `Undecodable`."""


def known_suffixes() -> tuple[str, ...]:
    """Return what is read from a folder: the formats of this package and those added to it."""
    return (*SUFFIXES, *(f".{name}" for name in _added() if f".{name}" not in SUFFIXES))


def reader(path: str, raw: bytes) -> Reader:
    """Return what reads a file; where nothing says what it is, it is read as plain text."""
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES and suffix[1:] in _added():
        return partial(_read_by, _added()[suffix[1:]])
    marked = next((kind for at, mark, kind in _MARKS if raw.startswith(mark, at)), suffix)
    suffix = suffix if (suffix, marked) == (".epub", ".docx") else marked
    if suffix in FILES:
        read: Reader = import_module(f"{__package__}.{FILES[suffix]}").read
        return read
    return partial(_read_text, suffix)


def _read_text(suffix: str, raw: bytes, **facts: str) -> Document:
    text, encoding = decode(raw)
    starts_as_page = text.lstrip()[:15].lower().startswith(("<!doctype html", "<html"))
    name = TEXTS.get(suffix, "html" if starts_as_page else "txt")
    document: Document = import_module(f"{__package__}.{name}").read(
        text, encoding=encoding, **facts
    )
    return document


@cache
def _added() -> dict[str, EntryPoint]:
    return {entry.name.lower().lstrip("."): entry for entry in entry_points(group=GROUP)}


def _read_by(entry: EntryPoint, raw: bytes, **facts: str) -> Document:
    """Whatever goes wrong in a reader of somebody else is the trouble of one file."""
    try:
        read: Reader = entry.load()
        return read(raw, **facts)
    except Undecodable:
        raise
    except Exception as error:
        raise Undecodable(f"a file that {entry.value} fails on ({error!r})") from error
