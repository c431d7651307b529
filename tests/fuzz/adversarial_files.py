"""Files meant to hang or flood their readers: bombs, nests, loops and lies, growing with a size."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable

from tests.articles.test_docx import made as word_file
from tests.articles.test_docx import story
from tests.articles.test_epub import book
from tests.fuzz import files

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LINE = b"<p>In May 12 people came to see us, and we were glad of it.</p>"
_ARTICLE = b"<html><body><article>" + _LINE
_ENTITIES = b'<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12)
) + b"]>"  # fmt: skip
_MAIL = b"From: a\nSubject: 5 percent\n"


def zipped(name: str, content: bytes, whole: bytes = b"") -> bytes:
    """A ZIP file with one part, in place of that of its name in a whole one."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        if whole:
            with zipfile.ZipFile(io.BytesIO(whole)) as old:
                for one in old.namelist():
                    if one != name:
                        new.writestr(one, old.read(one))
        new.writestr(name, content)
    return out.getvalue()


def word(body: str, before: bytes = b"") -> bytes:
    """A Word file with this body."""
    xml = f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    head = b'<?xml version="1.0"?>' + before
    return zipped("word/document.xml", head + xml.encode(), word_file(story))


def _nested(n: int) -> str:
    inner = "<w:p><w:r><w:t>5 people</w:t></w:r></w:p>"
    return "<w:tbl><w:tr><w:tc>" * n + inner + "</w:tc></w:tr></w:tbl>" * n


def _answer(charset: bytes, body: bytes) -> bytes:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=%s\r\n\r\n" % charset
    length = len(head) + len(body)
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n%s%s\r\n\r\n" % (length, head, body)
    )


_CHARSETS = (b"idna", b"hex", b"punycode", b"utf-7", b"unicode_escape", b"rot13", b"a\0b")

ARTICLES: dict[str, Callable[[int], bytes]] = {
    "deep.html": lambda n: b"<html><body>" + b"<div>" * n + _LINE,
    "bold.html": lambda n: b"<html><body><p>" + b"<b>" * n + b"5 people were there",
    "angles.html": lambda n: _ARTICLE + b"<" * n,
    "comments.html": lambda n: _ARTICLE + b"<!--" * n,
    "closed comments.html": lambda n: _ARTICLE + b"<!--x>" * n + _LINE,
    "scripts.html": lambda n: _ARTICLE + b"<script>" * n + _LINE,
    "headings.html": lambda n: _ARTICLE + b"<h1 <h1>" * (n // 8) + _LINE,
    "metas.html": lambda n: _ARTICLE + b"<meta name=date " * (n // 8) + _LINE,
    "tables.html": lambda n: _ARTICLE + b"<table><tr><td>5 people" * (n // 500),
    "lists.html": lambda n: _ARTICLE + b"<ul><li>5 people" * (n // 100),
    "cells.html": lambda n: _ARTICLE + b"<table>" + b"<tr><td>a<td>5" * (n // 200),
    "attributes.html": lambda n: b"<html><body><p " + b"a=1 " * n + b">5 people were there</p>",
    "entities.html": lambda n: _ARTICLE + b"&nbsp;&#xD800;&#x110000;&bogus;" * (n // 8) + _LINE,
    "elements.html": lambda n: _ARTICLE + b"<br>" * n,
    "nested.docx": lambda n: word(_nested(n // 1000)),
    "paragraphs.docx": lambda n: word("<w:p/>" * (2 * n)),
    "runs.docx": lambda n: word("<w:p>" + "<w:r><w:t>a</w:t></w:r>" * n + "</w:p>"),
    "entities.docx": lambda n: word("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>" * 9, _ENTITIES),
    "xml bomb.docx": lambda n: zipped("word/document.xml", b" " * 900 * n, word_file(story)),
    "picture bomb.docx": lambda n: zipped("word/media/a.png", b"\0" * 900 * n, word_file(story)),
    "spine.epub": lambda n: book(
        **{"a book.opf": (
            '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
            '<item id="a" href="one.xhtml" media-type="application/xhtml+xml"/></manifest><spine>'
            + '<itemref idref="a"/>' * (n // 400) + "</spine></package>"
        )}
    ),
    "bomb.epub": lambda n: zipped("OEBPS/one.xhtml", b" " * 900 * n, book()),
    "braces.rtf": lambda n: b"{\\rtf1 " + b"{" * n + b"5 people",
    "escapes.rtf": lambda n: b"{\\rtf1 \\bin99999999 \\u-99999999999? " + b"\\" * n + b"\\uc9}",
    "header.eml": lambda n: b"From: a\nSubject: " + b"a " * n + b"\n\n5 people",
    "parameters.eml": lambda n: b"Content-Type: text/plain; " + b"a*0*=1;" * n + b"\n\n5 people",
    "sender.eml": lambda n: b"From: " + b"(" * n + b"\n\n5 people",
    "senders.eml": lambda n: b"From: " + b'"a" <b@c>,' * (n // 9) + b"\n\n5 people",
    "parts.eml": lambda n: _MAIL + b"".join(
        b"Content-Type: multipart/mixed; boundary=a%d\n\n--a%d\n" % (k, k) for k in range(n // 50)
    ),
    "encoded.eml": lambda n: b"Subject: " + b"=?utf-8?q?a?=" * (n // 13) + b"\n\n5 people",
    "folded.eml": lambda n: b"From: a\n" + b"X-A: b\n" * (n // 4) + b"\n5 people",
    "western.txt": lambda n: b"5 caf\xe9s " * (n // 100) + b"caf\xe9 " * n,
    "cyrillic.txt": lambda n: "\u041f\u0440\u0438\u0432\u0435\u0442 ".encode("cp1251") * n,
    "noise.txt": lambda n: bytes(128 + 37 * k % 128 for k in range(n)),
    "objects.pdf": lambda n: b"%PDF-1.7\n" + b"1 0 obj<<" * n,
    "kids.pdf": lambda n: (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 99999"
        b"/Kids[" + b"2 0 R " * n + b"]>>endobj trailer<</Root 1 0 R>>"
    ),
}  # fmt: skip
"""File name -> bytes. The name's suffix chooses the reader."""

MANY: dict[str, Callable[[int], bytes]] = {
    "deep.jsonl": lambda n: b"[" * n + b"\n" + b'{"a":' * n + b"\n",
    "digits.jsonl": lambda n: b'{"text": "5 people", "id": ' + b"9" * n + b"}\n",
    "surrogates.jsonl": lambda n: b'{"text": "5 people", "title": "\\ud800"}\n' * (n // 400),
    "blank.jsonl.gz": lambda n: gzip.compress(b"\n" * 200 * n, mtime=0),
    "line.jsonl.gz": lambda n: gzip.compress(b" " * 2000 * n, mtime=0),
    "bomb.warc.gz": lambda n: gzip.compress(_answer(b"utf-8", b" " * 2000 * n), mtime=0),
    "charsets.warc": lambda n: b"".join(
        _answer(one, b"5 people came \xff" * (n // 400)) for one in _CHARSETS
    ),
}  # fmt: skip
"""Files of many articles."""

OTHERS: dict[str, Callable[[int], tuple[Callable[[bytes], None], bytes]]] = {
    "config: nested": lambda n: (files.settings, b"a = " + b"[" * n),
    "config: digits": lambda n: (files.settings, b"a = " + b"9" * n),
    "config: keys": lambda n: (files.settings, b"".join(b"k%d = 1\n" % k for k in range(n // 20))),
    "ignores: nested": lambda n: (files.ignores, b"a = " + b"[" * n),
    "baseline: nested": lambda n: (files.baseline, b"[" * n),
    "baseline: digits": lambda n: (files.baseline, b'[{"id":"a","count":' + b"9" * n + b"}]"),
    "report: nested": lambda n: (files.report, b'{"a":' * n),
    "gold: nested": lambda n: (files.gold, b"[" * n),
    "gold: digits": lambda n: (files.gold, b'{"quote": "5", "value": ' + b"9" * n + b"}"),
    "pack: nested": lambda n: (files.pack, b"\0" + b"[" * n),
    "pack: cell": lambda n: (files.pack, b"\1indicator," + b"a" * n),
    "pack: columns": lambda n: (files.pack, b"\1" + b"a," * n),
    "pack: quotes": lambda n: (files.pack, b'\1"' + b'""' * n),
    "import: columns": lambda n: (files.imported, b"\0" + b"a," * n + b"\n" + b"1," * n),
    "import: cell": lambda n: (files.imported, b"\0a,b\n1," + b"9" * n),
    "import: zip bomb": lambda n: (files.imported, b"\2" + zipped("API_A.csv", b" " * 3000 * n)),
    "import: xlsx bomb": lambda n: (files.imported, b"\1" + zipped("xl/a.xml", b" " * 3000 * n)),
    "import: XML entities": lambda n: (files.imported, b"\3" + _ENTITIES + b"<a>&j;</a>" * 9),
}  # fmt: skip
"""Name -> the target and its bytes."""
