"""Offsets and positions: they agree for every text, however the client counts its columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position

from factcheck.editor.lines import Lines

ENCODINGS = ("utf-8", "utf-16", "utf-32")
TEXTS = st.text(st.sampled_from("a%é€😀\u2028\x0b\r\n "), max_size=30)


@given(TEXTS, st.sampled_from(ENCODINGS), st.data())
def test_a_position_leads_back_to_its_offset(text, encoding, data):
    lines = Lines(text, encoding)
    at = data.draw(st.integers(0, len(text)))
    if text[at - 1 : at + 1] != "\r\n":  # between the two is no position of its own
        assert lines.offset(lines.position(at)) == at


@pytest.mark.parametrize(("encoding", "character"), [("utf-8", 10), ("utf-16", 5), ("utf-32", 4)])
def test_columns_are_counted_in_the_units_of_the_client(encoding, character):
    assert Lines("x\n😀é€ 5%", encoding).position(6) == Position(1, character)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb", 2),
        ("a\r\nb", 2),
        ("a\rb", 2),
        ("a\u2028b", 1),
        ("a\x0bb\x85c", 1),
        ("a\n", 2),
        ("", 1),
    ],
)
def test_only_what_the_protocol_calls_a_line_end_ends_a_line(text, lines):
    assert Lines(text).position(len(text)).line == lines - 1


@pytest.mark.parametrize(
    ("position", "offset"),
    [(Position(0, 99), 2), (Position(1, 99), 6), (Position(9, 0), 6)],
)
def test_a_position_behind_the_end_is_the_end(position, offset):
    assert Lines("ab\r\ncd").offset(position) == offset


def test_the_end_of_a_line_is_before_its_break():
    lines = Lines("ab\r\ncd\n")
    assert [lines.end(line) for line in range(3)] == [2, 6, 7]
