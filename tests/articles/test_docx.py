"""DOCX: files made with python-docx, and the marks of Word that it has no words for."""

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from factcheck.articles import read_article
from factcheck.errors import UnreadableArticle
from factcheck.model import BlockKind

TEXT = """# Wells run dry

By Ana Ruiz, 11 February 2025

The north lost 12 of its 40 wells³ in 2024.

## By province

Table 1: Wells lost, in percent

| Province | 2023 | 2024 |
|---|---|---|
| Loja | 5.6 | 6.1 |
| Piura \\| south | 7 |  |

- Piura has 7 wells
- Tumbes has 9

The office employs 350 people.
"""


def made(fill):
    document = docx.Document()
    fill(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def read(fill):
    return read_article("a.docx", made(fill))


def story(document):
    document.add_heading("Wells run dry", 0)
    document.add_paragraph("By Ana Ruiz, 11 February 2025")
    paragraph = document.add_paragraph("The north lost 12 of its 40 wells")
    paragraph.add_run("3").font.superscript = True
    paragraph.add_run(" in 2024.")
    document.add_heading("By province", 1)
    document.add_paragraph("Table 1: Wells lost, in percent", style="Caption")
    rows = [["Province", "2023", "2024"], ["Loja", "5.6", "6.1"], ["Piura | south", "7", ""]]
    table = document.add_table(rows=3, cols=3)
    for cell, words in zip(table._cells, [words for row in rows for words in row], strict=True):
        cell.text = words
    document.add_paragraph()
    document.add_paragraph("Piura has 7 wells", style="List Bullet")
    document.add_paragraph("Tumbes has 9", style="List Bullet")
    document.add_paragraph("The office employs 350 people.")
    document.sections[0].header.paragraphs[0].text = "Draft 9"


def test_text_title_and_date():
    document = read(story)
    assert document.text == TEXT
    assert (document.title, str(document.published)) == ("Wells run dry", "2025-02-11")
    assert document.plain is False


def test_cells_keep_their_headers():
    document = read(story)
    cell = next(block for block in document.blocks if block.kind is BlockKind.CELL)
    spans = ((cell.start, cell.end), cell.row, cell.column)
    assert [document.text[slice(*span)] for span in spans] == ["5.6", "Loja", "2023"]


def with_xml(xml):
    def fill(document):
        body = document.element.body
        body.insert(0, parse_xml(xml.replace("<w:", "<w:", 1).replace(">", f" {nsdecls('w')}>", 1)))

    return fill


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        pytest.param(
            "<w:p><w:r><w:t>It lost </w:t></w:r><w:del><w:r><w:delText>12</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t>14</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> wells.</w:t>"
            "</w:r></w:p>",
            "It lost 14 wells.\n",
            id="tracked changes",
        ),
        pytest.param(
            "<w:p><w:moveFrom><w:r><w:t>Old 3.</w:t></w:r></w:moveFrom><w:hyperlink><w:r><w:t>New"
            "</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>4.</w:t></w:r></w:p>",
            "New 4.\n",
            id="moved text, a link, a tab",
        ),
        pytest.param(
            "<w:sdt><w:sdtContent><w:p><w:r><w:t>In a form: 5%.</w:t></w:r></w:p></w:sdtContent>"
            "</w:sdt>",
            "In a form: 5%.\n",
            id="content control",
        ),
        pytest.param(
            "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>A</w:t>"
            "</w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>B</w:t></w:r></w:p></w:tc><w:tc><w:p>"
            "<w:r><w:t>5</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            "| A |  |\n|---|---|\n| B | 5 |\n",
            id="merged cells",
        ),
        pytest.param(
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>A box with 5 words.</w:t></w:r></w:p></w:tc></w:tr>"
            "</w:tbl>",
            "A box with 5 words.\n",
            id="a frame is no table",
        ),
    ],
)
def test_what_word_writes(xml, text):
    assert read(with_xml(xml)).text == text


def other_zip():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"PK\x03\x04 broken", "a damaged Word file"),
        (other_zip(), "a ZIP file that is no Word file"),
        (made(lambda document: None), "a Word file without text"),
    ],
    ids=["damaged", "zip", "empty"],
)
def test_what_cannot_be_read_says_why(raw, found):
    with pytest.raises(UnreadableArticle) as error:
        read_article("a.docx", raw)
    assert str(error.value).startswith(f"a.docx: {found}; expected plain text, Markdown,")
