"""Damaged files of every format: read as far as they go, or refused in one sentence; no more."""

import random

import pytest
from test_docx import made as word_file
from test_docx import story
from test_eml import PAGE as LETTER
from test_eml import letter
from test_epub import book
from test_html import PAGE
from test_pdf import PROSE, paper
from test_rtf import COPY

from factcheck.articles import read_article
from factcheck.errors import UnreadableArticle


def pdf():
    made = paper()
    made.set_font("Times", size=11)
    made.multi_cell(0, 6, PROSE * 20)
    return bytes(made.output())


WHOLE = {
    "a.pdf": pdf(),
    "a.docx": word_file(story),
    "a.epub": book(),
    "a.eml": letter(PROSE, LETTER, cte="base64"),
    "a.rtf": COPY,
    "a.html": PAGE.encode(),
    "a.md": b"---\ntitle: x\n---\n<!-- factcheck: off --> 5% <!-- \n",
}


def damaged(raw, dice):
    if dice.random() < 0.3:
        return raw[: dice.randrange(len(raw))]
    spoilt = bytearray(raw)
    for _ in range(dice.choice([1, 5, 40])):
        spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
    return bytes(spoilt)


@pytest.mark.parametrize("name", WHOLE)
def test_a_damaged_file_is_read_or_refused(name):
    dice = random.Random(name)
    refused = []
    for _ in range(40):
        try:
            document = read_article(name, damaged(WHOLE[name], dice))
        except UnreadableArticle as error:
            refused.append(str(error))
        else:
            assert all(0 <= b.start <= b.end <= len(document.text) for b in document.blocks)
    assert refused
    assert not any("\n" in message for message in refused)
