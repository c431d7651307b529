"""Sentences keep to their block and survive abbreviations."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.articles.layout import blocks
from factcheck.extract.sentences import split_sentences

ROWS = [
    ("", []),
    ("It cost approx. 5 pounds.", ["It cost approx. 5 pounds."]),
    ("Mr. Moss of the U.S. Army paid 3.5 pounds.", ["Mr. Moss of the U.S. Army paid 3.5 pounds."]),
    ("One. Two!", ["One.", "Two!"]),
    ('He said "no." Then he left.', ['He said "no."', "Then he left."]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_split(text, expected):
    assert [text[s.start : s.end] for s in split_sentences(text, ())] == expected


@given(st.text(alphabet="ab .!?\nA1", max_size=80))
def test_sentences_are_apart_trimmed_and_inside_their_block(text):
    layout = blocks(text)
    last = 0
    for sentence in split_sentences(text, layout):
        assert last <= sentence.start < sentence.end
        assert text[sentence.start : sentence.end].strip() == text[sentence.start : sentence.end]
        assert layout[sentence.block].start <= sentence.start
        assert sentence.end <= layout[sentence.block].end
        last = sentence.end
