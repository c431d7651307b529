"""Reading articles: files, folders, globs and standard input to `Document`s with their layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from factcheck.articles.decoding import EXPECTED, Undecodable, decode
from factcheck.articles.inputs import STDIN, named_files, read_bytes
from factcheck.articles.layout import blocks
from factcheck.errors import UnreadableArticle
from factcheck.model import Document, Skipped

__all__ = ["blocks", "read_article", "read_articles"]

READERS = {".md": "md", ".markdown": "md", ".html": "html", ".htm": "html"}
"""Module that reads each suffix; any other file is plain text, or a page if it starts like one."""


def read_articles(
    paths: Iterable[str | Path],
    *,
    published: date | None = None,
    outlet: str | None = None,
    stdin_filename: str | None = None,
    stdin: BinaryIO | None = None,
) -> tuple[list[Document], list[Skipped]]:
    """Read everything named; what cannot be read is returned with its reason, never raised.

    `published` and `outlet` override what the files say. "-" is standard input (`stdin`, else that
    of the process), called `stdin_filename`.
    """
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for name in named_files(paths):
        try:
            if isinstance(name, UnreadableArticle):
                raise name
            path = (stdin_filename or STDIN) if name == STDIN else name
            document = read_article(path, read_bytes(name, stdin))
        except UnreadableArticle as error:
            skipped.append(Skipped(error.path, error.code, str(error)))
            continue
        documents.append(
            replace(
                document,
                published=published or document.published,
                outlet=outlet or document.outlet,
            )
        )
    return documents, skipped


def read_article(path: str | Path, raw: bytes | None = None) -> Document:
    """Read one article from `raw`, or from the file itself. Raises `UnreadableArticle`."""
    raw = read_bytes(str(path)) if raw is None else raw
    try:
        text, encoding = decode(raw)
        return _reader(str(path), text)(
            text,
            path=str(path),
            id=sha256(str(path).encode() + b"\0" + raw).hexdigest()[:16],
            sha256=sha256(raw).hexdigest(),
            encoding=encoding,
        )
    except Undecodable as error:
        raise UnreadableArticle(path, str(error), EXPECTED) from None


def _reader(path: str, text: str) -> Callable[..., Document]:
    suffix = Path(path).suffix.lower()
    starts_as_page = text.lstrip()[:15].lower().startswith(("<!doctype html", "<html"))
    name = READERS.get(suffix, "html" if suffix != ".txt" and starts_as_page else "txt")
    return import_module(f"factcheck.articles.{name}").read
