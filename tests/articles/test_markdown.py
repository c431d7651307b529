"""Markdown front matter: read as it stands, never part of the layout."""

from datetime import date

import pytest

from factcheck.articles.md import front_matter, read

STORY = (
    '---\r\ntitle: "Wells: a count"\r\noutlet: The Desk # daily\r\npublished: 2025-05-03\r\n'
    "url: https://example.org/a:b\r\ntags:\r\n  - water\r\n---\r\n# Other\r\n\r\nText of 12.\r\n"
)


def document(text):
    return read(text, path="a.md", id="i", sha256="s", encoding="utf-8")


def test_front_matter_fields():
    article = document(STORY)
    assert (article.title, article.outlet, article.published, article.url) == (
        "Wells: a count",
        "The Desk",
        date(2025, 5, 3),
        "https://example.org/a:b",
    )


def test_the_text_is_the_whole_file_and_blocks_start_after_the_front_matter():
    article = document(STORY)
    assert article.text == STORY
    assert [STORY[b.start : b.end] for b in article.blocks] == ["# Other", "Text of 12."]


@pytest.mark.parametrize(
    "text", ["Text.\n---\ntitle: x\n---\n", "---\nno end of it\n", "--- title: x ---\n"]
)
def test_no_front_matter(text):
    assert front_matter(text) == ({}, 0)


def test_title_and_date_of_the_text_where_there_is_no_front_matter():
    article = document("# Wells\n\nPublished on 3 May 2025\n\nText of 12.\n")
    assert (article.title, article.published) == ("Wells", date(2025, 5, 3))
