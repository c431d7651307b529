"""DOCX: paragraphs, headings, lists, captions and tables of a Word file, laid out as Markdown.

What an editor still sees is read: insertions of tracked changes, not what they delete. Comments,
headers, footers and footnotes are no part of the article; raised digits become superscripts.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from factcheck.articles.decoding import Undecodable
from factcheck.articles.layout import blocks
from factcheck.articles.markdown import raised, table
from factcheck.articles.metadata import stated_date, stated_title
from factcheck.limits import WORD_ELEMENTS, XML, overpacked
from factcheck.model import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHORT_NUMBER = re.compile(r"[0-9]{1,9}")
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_WRAPPERS = {f"{_W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")}
_DEEPEST = 8
"""Level of the innermost list item in Word, from 0."""
_WIDEST = 63
"""Columns of the widest table in Word."""
_GONE = {f"{_W}{name}" for name in ("del", "moveFrom", "txbxContent", "pict", "drawing")}
"""Deleted text, and text boxes, which Word keeps twice."""


def read(raw: bytes, *, path: str, id: str, sha256: str) -> Document:
    """Return the article in a Word file. Raises `Undecodable` where it is none or is empty."""
    document = _opened(raw)
    styles = {style.style_id: style.name for style in document.styles if style.name}
    text = "\n\n".join(_block_lines(document.element.body, styles)) + "\n"
    if not text.strip():
        raise Undecodable("a Word file without text")
    layout = blocks(text)
    return Document(
        id=id,
        path=path,
        text=text,
        sha256=sha256,
        title=stated_title(text, layout) or document.core_properties.title or None,
        published=stated_date(text),
        plain=False,
        blocks=layout,
    )


def _opened(raw: bytes) -> Any:
    from docx import Document as open_document

    try:
        _check_size(raw)
        document = open_document(io.BytesIO(raw))
        parts = sum(1 for _ in document.element.body.iter())
        _ = document.core_properties.title, list(document.styles)
    except Undecodable:
        raise
    except Exception as error:  # python-docx and zipfile fail on damage in a dozen ways
        zipped = raw.startswith(b"PK") and isinstance(error, KeyError | ValueError)
        found = "a ZIP file that is no Word file" if zipped else "a damaged Word file"
        raise Undecodable(found) from None
    if parts > WORD_ELEMENTS:
        raise Undecodable(f"a Word file of {parts} elements (at most {WORD_ELEMENTS} are read)")
    return document


def _check_size(raw: bytes) -> None:
    """Before anything is unpacked. Raises `Undecodable`, and what `zipfile` raises."""
    with ZipFile(io.BytesIO(raw)) as container:
        parts = container.infolist()
    if found := overpacked(parts):
        raise Undecodable(found)
    for part in parts:
        if part.file_size > XML and part.filename.lower().endswith((".xml", ".rels")):
            size = f"{part.file_size} bytes (at most {XML} are read)"
            raise Undecodable(f"a Word file whose {part.filename} unpacks to {size}")


def _block_lines(node: Any, styles: dict[str, str]) -> Iterator[str]:
    """One string for each paragraph, run of list items or table under `node`."""
    items: list[str] = []
    for child in _paragraphs_and_tables(node):
        is_table = child.tag == f"{_W}tbl"
        words = "" if is_table else _words(child).strip()
        mark = "" if is_table else _mark(child, styles)
        if mark.endswith("- ") and words:
            items.append(mark + words)
            continue
        if items:
            yield "\n".join(items)
            items = []
        if is_table:
            yield "\n".join(_table_lines(child, styles))
        elif words:
            yield mark + words
    if items:
        yield "\n".join(items)


def _paragraphs_and_tables(node: Any) -> Iterator[Any]:
    return _parts(node, {f"{_W}p", f"{_W}tbl"})


def _parts(node: Any, tags: set[str]) -> Iterator[Any]:
    """Children with these tags, also where a change or a control is wrapped around them."""
    for child in node:
        if child.tag in tags:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _parts(child, tags)


def _stated(node: Any, most: int) -> int:
    """The number in the `val` of an element, 0 where there is none, at most what Word allows."""
    value = node.get(f"{_W}val") if node is not None else None
    return min(int(value), most) if value and _SHORT_NUMBER.fullmatch(value) else 0


def _mark(paragraph: Any, styles: dict[str, str]) -> str:
    """What Markdown puts before such a paragraph. Word names its own styles in English."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = styles.get(style.get(f"{_W}val"), "") if style is not None else ""
    if name.lower() == "title":
        return "# "
    if heading := _HEADING.match(name):
        return "#" * min(int(heading.group(1)) + 1, 6) + " "
    numbering = paragraph.find(f"{_W}pPr/{_W}numPr")
    if numbering is None and not name.lower().startswith("list "):
        return ""
    level = numbering.find(f"{_W}ilvl") if numbering is not None else None
    return "  " * _stated(level, _DEEPEST) + "- "


def _table_lines(node: Any, styles: dict[str, str]) -> Iterator[str]:
    """Rows with a cell for each column of the grid: what is merged stands once, at its start."""
    rows = [_row(row, styles) for row in _parts(node, {f"{_W}tr"})]
    rows = [row for row in rows if any(row)]
    if len(rows) == 1 or (rows and max(map(len, rows)) == 1):  # a frame around text, no table
        yield "\n\n".join(cell for row in rows for cell in row if cell)
        return
    yield from table(rows, headed=True)


def _row(row: Any, styles: dict[str, str]) -> list[str]:
    cells: list[str] = []
    for cell in _parts(row, {f"{_W}tc"}):
        properties = cell.find(f"{_W}tcPr")
        span = properties.find(f"{_W}gridSpan") if properties is not None else None
        below = properties.find(f"{_W}vMerge") if properties is not None else None
        continues = below is not None and below.get(f"{_W}val") != "restart"
        words = "" if continues else " ".join(_block_lines(cell, styles))
        width = _stated(span, _WIDEST) or 1
        cells += [" ".join(words.split())] + [""] * (width - 1)
    return cells


def _words(node: Any) -> str:
    """The text of a paragraph as it is printed now."""
    parts: list[str] = []
    for child in node:
        name = child.tag.removeprefix(_W) if isinstance(child.tag, str) else ""
        if child.tag in _GONE:
            continue
        if name == "r":
            parts.append(_run(child))
        elif name not in {"pPr", "tbl"}:
            parts.append(_words(child))
    return "".join(parts)


def _run(run: Any) -> str:
    signs = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "\u2011"}
    words = ""
    for child in run:
        name = child.tag.removeprefix(_W)
        words += child.text or "" if name == "t" else signs.get(name, "")
    vertical = run.find(f"{_W}rPr/{_W}vertAlign")
    is_raised = vertical is not None and vertical.get(f"{_W}val") == "superscript"
    return raised(words) if is_raised else words
