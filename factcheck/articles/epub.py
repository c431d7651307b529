"""EPUB 2 and 3: the chapters of a book or magazine in reading order, each read as a page is.

Container, package and spine as in EPUB 3.3 (W3C). The table of contents is no part of the text, nor
what is not linear, such as a cover.
"""

from __future__ import annotations

import io
import posixpath
import zlib
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from factcheck.articles import html
from factcheck.articles.decoding import Undecodable, decode
from factcheck.articles.layout import blocks
from factcheck.articles.metadata import parse_date, stated_date
from factcheck.model import Document

LARGEST = 200 * 2**20
"""Bytes of all files of a book, unpacked. Inclusive. A small ZIP file can hold a huge one."""

_CONTAINER = "META-INF/container.xml"
_ROOTFILE = "{*}rootfiles/{*}rootfile"


def read(raw: bytes, *, path: str, id: str, sha256: str) -> Document:
    """Return the text of a book. Raises `Undecodable` where it is none, locked or empty."""
    try:
        with ZipFile(io.BytesIO(raw)) as book:
            if sum(part.file_size for part in book.infolist()) > LARGEST:
                raise Undecodable(f"an EPUB of more than {LARGEST} bytes")
            home, package = _package(book)
            text = "\n\n".join(_lines(book, home, package)) + "\n"
    except (BadZipFile, KeyError, ValueError, SyntaxError, zlib.error, EOFError) as error:
        if isinstance(error, Undecodable):
            raise
        raise Undecodable("a damaged EPUB file") from None
    except (RuntimeError, NotImplementedError):  # of zipfile: a password, an unknown compression
        raise Undecodable("an EPUB file that is locked") from None
    if not text.strip():
        raise Undecodable("an EPUB file without text")
    return Document(
        id=id,
        path=path,
        text=text,
        sha256=sha256,
        title=_said(package, "title"),
        outlet=_said(package, "publisher"),
        published=parse_date(_said(package, "date") or "") or stated_date(text),
        plain=False,
        blocks=blocks(text),
    )


def _package(book: ZipFile) -> tuple[str, ElementTree.Element]:
    """The folder that paths are relative to, and the package document."""
    container = ElementTree.fromstring(book.read(_CONTAINER))
    rootfile = container.find(_ROOTFILE)
    if rootfile is None:
        raise Undecodable("a damaged EPUB file")
    name = rootfile.attrib["full-path"]
    return posixpath.dirname(name), ElementTree.fromstring(book.read(name))


def _lines(book: ZipFile, home: str, package: ElementTree.Element) -> Iterator[str]:
    """The blocks of all chapters."""
    items = {item.get("id"): item for item in package.iterfind("{*}manifest/{*}item")}
    for step in package.iterfind("{*}spine/{*}itemref"):
        item = items.get(step.get("idref"))
        if item is None or step.get("linear") == "no" or _is_contents(item):
            continue
        name = posixpath.normpath(posixpath.join(home, unquote(item.attrib["href"])))
        if chapter := book.read(name).strip():
            yield from html.lines_of(_decoded(chapter))


def _decoded(chapter: bytes) -> str:
    try:
        return decode(chapter)[0]
    except Undecodable:  # noise, where a shop has encrypted it
        raise Undecodable("an EPUB file that is locked") from None


def _is_contents(item: ElementTree.Element) -> bool:
    return "nav" in item.get("properties", "").split() or "html" not in item.get("media-type", "")


def _said(package: ElementTree.Element, name: str) -> str | None:
    words = package.findtext(f"{{*}}metadata/{{http://purl.org/dc/elements/1.1/}}{name}") or ""
    return " ".join(words.split()) or None
