"""Fuzz targets of the readers: every format of a single article."""

from __future__ import annotations

import io
import zipfile
from functools import partial

from factcheck.articles import read_article
from factcheck.model import BlockKind, Document
from tests.articles.test_docx import made as word_file
from tests.articles.test_docx import story
from tests.articles.test_eml import PAGE as LETTER
from tests.articles.test_eml import letter
from tests.articles.test_epub import book
from tests.articles.test_html import PAGE
from tests.articles.test_pdf import PROSE, paper
from tests.articles.test_rtf import COPY
from tests.fuzz.target import Target

MARKDOWN = """---
title: Wells run dry
published: 2025-02-11
outlet: Post
url: https://example.org/a
---
# Wells run dry <!-- factcheck: file-ignore[FC401] reason -->

By Ana Ruiz, 11 February 2025

| Province | 2023 | 2024 |
|---|---|---|
| Loja | 5.6 | 6.1 |

<!-- factcheck: off[FC2] why -->
- Piura has 7 wells
1. Tumbes has 9 <!-- factcheck: ignore -->

**Then** what?
"""


def _pdf() -> bytes:
    made = paper()
    made.set_font("Times", size=11)
    made.multi_cell(0, 6, PROSE * 3)
    return bytes(made.output())


def check_document(document: Document) -> None:
    """What holds of everything that is read."""
    text = document.text
    text.encode()  # no lone surrogate
    covered = 0
    for block in document.blocks:
        assert covered <= block.start <= block.end <= len(text), block
        covered = block.end if block.kind not in _CELLS else block.start
        for header in (block.row, block.column):
            assert header is None or 0 <= header[0] < header[1] <= len(text)
    reached = 0
    for origin in document.origins:
        assert reached <= origin.start <= origin.end <= len(text), origin
        assert origin.line >= 1
        assert origin.column >= 1
        reached = origin.end
    for said in (document.title, document.outlet, document.url):
        assert said is None or said.encode()


_CELLS = (BlockKind.CELL, BlockKind.TABLE_HEADER)


def read(name: str, data: bytes) -> None:
    """Read one article."""
    check_document(read_article(name, data))


def read_packed(suffix: str, whole: bytes, part: str, data: bytes) -> None:
    """The first byte says whether the rest is a ZIP file, or one part of a file that is whole."""
    read(f"a{suffix}", _with_part(whole, part, data[1:]) if data[:1] == b"x" else data[1:])


def _with_part(whole: bytes, part: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return out.getvalue()


def _packed(suffix: str, whole: bytes, part: str) -> Target:
    with zipfile.ZipFile(io.BytesIO(whole)) as old:
        seeds = [b"z" + whole, b"x" + old.read(part)]
    return Target(suffix[1:], partial(read_packed, suffix, whole, part), seeds, _spelt(_XML))


SEEDS = {
    "txt": [PROSE.encode(), "Caf\u00e9 5%".encode("utf-16"), "\u00a35m".encode("cp1252")],
    "md": [MARKDOWN.encode()],
    "html": [PAGE.encode()],
    "pdf": [_pdf()],
    "rtf": [COPY],
    "eml": [letter(PROSE, LETTER, cte="base64"), letter(PROSE)],
}

WORDS = {
    "md": "| |---| # **[ ]( <!-- --> factcheck: ignore off on file-ignore [FC203] --- ``` ~~~ > -"
    " published: title: 2024-13-45 By",
    "html": "<p> </p> <div> <table> <tr> <td <th> colspan=99 rowspan=0 <br> <h1> <ul> <li> <script>"
    " <style> <meta name=date content= property=og:title <title> <article> <blockquote> <b> <i>"
    " <!-- --> <![CDATA[ &nbsp; &#0; &#xD800; <svg> <math> <template> <iframe> <pre> <sup> <sub>"
    " <del> <a href= charset=utf-16 <time datetime= ld+json",
    "pdf": "obj endobj stream endstream xref trailer startxref %%EOF /Type /Page /Pages /Kids"
    " /Count /Contents /Length /Filter /FlateDecode /ASCIIHexDecode /Font /MediaBox /Rotate /Parent"
    " /Root /Encrypt /ObjStm /XRef /ToUnicode BT ET Tj TJ Tf Td Tm cm Do << >> [ ] ( ) 0 R",
    "rtf": r"\rtf1 \par \'e9 \u8364? \uc0 \bin9 { } {\* \trowd \cell \row \ansicpg1252 \fonttbl"
    r" \pict \line \tab \~ \_ \cpg0 \f1 \b0",
    "eml": "From: Subject: Date: Content-Type: text/html multipart/mixed; boundary=a --a --a--"
    " message/rfc822 charset=utf-16 base64 quoted-printable =?utf-8?b?4pm?= =E9 name*0*=a"
    ' Content-Transfer-Encoding: MIME-Version: ; " ( ) < >',
}
"""What each format is spelt with, between blanks."""
_XML = "<w:p> </w:p> <w:r> <w:t> <w:tbl> <w:tr> <w:tc> <w:gridSpan w:val= <w:ins> <w:del> <w:br/>"
_XML += " <item <itemref <spine> <manifest> href= idref= &a; <!DOCTYPE <![CDATA[ <?xml xmlns= />"


def _spelt(words: str) -> list[bytes]:
    return [word.encode() for word in words.split()]


TARGETS = [
    *(
        Target(kind, partial(read, f"a.{kind}"), seeds, _spelt(WORDS.get(kind, "")))
        for kind, seeds in SEEDS.items()
    ),
    _packed(".docx", word_file(story), "word/document.xml"),
    _packed(".epub", book(), "OEBPS/a book.opf"),
]
