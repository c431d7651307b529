"""Reading articles: files, folders, globs and standard input to `Document`s with their layout."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from factcheck.articles.decoding import EXPECTED, Undecodable, decode
from factcheck.articles.inputs import STDIN, named_files, read_bytes
from factcheck.articles.layout import blocks
from factcheck.articles.registry import MANY, known_suffixes, reader
from factcheck.errors import UnreadableArticle
from factcheck.limits import USUAL, Limits
from factcheck.model import Document, Skipped

__all__ = ["Undecodable", "blocks", "decode", "read_article", "read_articles"]


def read_articles(
    paths: Iterable[str | Path],
    *,
    published: date | None = None,
    outlet: str | None = None,
    stdin_filename: str | None = None,
    stdin: BinaryIO | None = None,
    limits: Limits = USUAL,
) -> tuple[list[Document], list[Skipped]]:
    """Read everything named; what cannot be read is returned with its reason, never raised.

    `published` and `outlet` override what the files say. "-" is standard input (`stdin`, else that
    of the process), called `stdin_filename`. `limits`: the largest file.
    """
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for name in named_files(paths, known_suffixes()):
        try:
            if isinstance(name, UnreadableArticle):
                raise name
            for one in _of_file(name, stdin_filename, stdin, limits):
                if isinstance(one, Skipped):
                    skipped.append(one)
                else:
                    documents.append(_overridden(one, published, outlet))
        except UnreadableArticle as error:
            skipped.append(Skipped(error.path, error.code, str(error)))
    return documents, skipped


def _of_file(
    name: str, stdin_filename: str | None, stdin: BinaryIO | None, limits: Limits
) -> Iterator[Document | Skipped]:
    """The article in a file, or all of a file that holds many, such as JSON Lines."""
    if name != STDIN and name.lower().endswith(MANY):
        from factcheck.articles.records import documents_of

        yield from documents_of(name)
    else:
        path = (stdin_filename or STDIN) if name == STDIN else name
        yield read_article(path, read_bytes(name, stdin, limits.file_size))


def _overridden(document: Document, published: date | None, outlet: str | None) -> Document:
    return replace(
        document, published=published or document.published, outlet=outlet or document.outlet
    )


def read_article(path: str | Path, raw: bytes | None = None) -> Document:
    """Read one article from `raw`, or from the file itself. Raises `UnreadableArticle`."""
    raw = read_bytes(str(path)) if raw is None else raw
    try:
        return reader(str(path), raw)(
            raw,
            path=str(path),
            id=sha256(str(path).encode() + b"\0" + raw).hexdigest()[:16],
            sha256=sha256(raw).hexdigest(),
        )
    except Undecodable as error:
        raise UnreadableArticle(path, str(error), EXPECTED) from None
