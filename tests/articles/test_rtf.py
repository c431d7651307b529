"""RTF: text, code pages and tables, as newsroom systems write them."""

import pytest

from factcheck.articles import read_article
from factcheck.errors import UnreadableArticle
from factcheck.model import BlockKind

COPY = rb"""{\rtf1\ansi\ansicpg1252{\fonttbl\f0 Times;}\f0\fs24 {\b Rain in May}\par\par
It rained 12\~mm in May, the caf\'e9 said \endash  or {\*\generator 99}13.\par\par
\trowd\cellx1000\cellx2000\cellx3000\intbl Town\cell 2023\cell 2024\cell\row
\trowd\cellx1000\cellx2000\cellx3000\intbl Loja\cell 12\cell 14\cell\row
\pard\par Last line 7%.\par}"""


def test_text_title_and_table():
    document = read_article("a.rtf", COPY)
    assert document.title == "Rain in May"
    assert document.plain is False
    assert "It rained 12\u00a0mm in May, the café said – or 13.\n" in document.text
    assert "Last line 7%." in document.text
    cell = next(block for block in document.blocks if block.kind is BlockKind.CELL)
    spans = ((cell.start, cell.end), cell.row, cell.column)
    assert [document.text[slice(*span)] for span in spans] == ["12", "Loja", "2023"]


def test_without_text():
    with pytest.raises(UnreadableArticle, match=r"a.rtf: an RTF file without text; expected"):
        read_article("a.rtf", rb"{\rtf1 {\fonttbl\f0 Times;}}")
