"""EPUB: chapters in reading order, with tables and captions; what is locked, huge or no book."""

import io
from datetime import date
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from factcheck.articles import epub, read_article
from factcheck.errors import UnreadableArticle

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/a book.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""
PACKAGE = """<?xml version="1.0"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Water
 and power</dc:title>
<dc:publisher>The Quarterly</dc:publisher><dc:date>2026-05-01T00:00:00Z</dc:date></metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="cover" href="cover.xhtml" media-type="application/xhtml+xml"/>
<item id="css" href="style.css" media-type="text/css"/>
<item id="two" href="text/part%202.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/../one.xhtml" media-type="application/xhtml+xml"/>
</manifest>
<spine><itemref idref="nav"/><itemref idref="cover" linear="no"/><itemref idref="one"/>
<itemref idref="css"/><itemref idref="gone"/><itemref idref="two"/></spine></package>"""


def chapter(body):
    return (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>'
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
        f"<body>{body}</body></html>"
    )


FILES = {
    "META-INF/container.xml": CONTAINER,
    "OEBPS/a book.opf": PACKAGE,
    "OEBPS/nav.xhtml": chapter("<nav><ol><li>Contents 1</li></ol></nav>"),
    "OEBPS/cover.xhtml": chapter("<p>Cover of 2 colours, not to be read.</p>"),
    "OEBPS/style.css": "p { margin: 5% }",
    "OEBPS/one.xhtml": chapter("<h1>Rivers</h1><p>The river rose by 3.2&nbsp;m in May.</p>"),
    "OEBPS/text/part 2.xhtml": chapter(
        "<h1>Dams</h1><p>Output came to 41 TWh, the ministry said on Monday.</p>"
        "<table><tr><th>Dam</th><th>2024</th></tr><tr><td>Upper</td><td>12</td></tr></table>"
        "<figure><img src='d.png'/><figcaption>The upper dam holds 7 km³.</figcaption></figure>"
    ),
}
TEXT = (
    "# Rivers\n\nThe river rose by 3.2\u00a0m in May.\n\n# Dams\n\nOutput came to 41 TWh, the "
    "ministry said on Monday.\n\n| Dam | 2024 |\n|---|---|\n| Upper | 12 |\n\nThe upper dam holds "
    "7 km³.\n"
)


def book(**changes):
    """The bytes of a book; `changes`: other contents by the end of a file's name, None: no file."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/epub+zip", ZIP_STORED)
        for name, content in FILES.items():
            own = [value for key, value in changes.items() if name.endswith(key.replace("_", "."))]
            if own != [None]:
                file.writestr(name, own[0] if own else content)
    return made.getvalue()


def refusal(raw):
    with pytest.raises(UnreadableArticle) as error:
        read_article("a.epub", raw)
    return str(error.value).partition("; expected")[0]


def test_chapters_in_reading_order():
    document = read_article("a.epub", book())
    assert document.text == TEXT
    assert (document.title, document.outlet, document.published, document.plain) == (
        "Water and power",
        "The Quarterly",
        date(2026, 5, 1),
        False,
    )


def test_a_book_is_one_by_its_bytes():
    assert read_article("download.bin", book()).text == TEXT


def test_a_book_whose_mark_is_not_in_its_place():
    made = io.BytesIO()
    with ZipFile(made, "w") as file:
        for name, content in FILES.items():
            file.writestr(name, content)
    assert read_article("a.epub", made.getvalue()).text == TEXT


def test_a_chapter_without_text_is_passed_over():
    read = read_article("a.epub", book(one_xhtml=" \n"))
    assert read.text == TEXT.partition("May.\n\n")[2]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"container_xml": None}, "a damaged EPUB file"),
        ({"container_xml": "<container/>"}, "a damaged EPUB file"),
        ({"opf": "<package"}, "a damaged EPUB file"),
        ({"one_xhtml": None}, "a damaged EPUB file"),
        ({"one_xhtml": bytes(range(256)) * 9}, "an EPUB file that is locked"),
        ({"opf": "<package/>"}, "an EPUB file without text"),
    ],
)
def test_what_cannot_be_read_says_what_it_is(changes, found):
    assert refusal(book(**changes)) == f"a.epub: {found}"


def test_a_book_that_is_cut_short():
    assert refusal(book()[:-40]) == "a.epub: a damaged EPUB file"


def test_a_book_that_unpacks_to_more_than_it_may(monkeypatch):
    monkeypatch.setattr(epub, "LARGEST", 100)
    assert refusal(book()) == "a.epub: an EPUB of more than 100 bytes"
