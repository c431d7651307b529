"""JSON from outside: what it is refused with is the same in every Python."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.json_text import DEEPEST, NoJson, parse

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(), inner, max_size=5),
)


@given(VALUES)
def test_what_is_json_is_read(value):
    text = json.dumps(value, ensure_ascii=False)
    assert parse(text) == value
    assert parse(json.dumps(value).encode("utf-16")) == value


@pytest.mark.parametrize(
    ("text", "reason", "place"),
    [
        ("", "no value", (1, 1)),
        ("[1, ", "no value", (1, 5)),
        ("{'a': 1}", "no key in quotation marks", (1, 2)),
        ('{"a" 1}', "no colon behind a key", (1, 6)),
        ("[1 2]", "no comma behind a value", (1, 4)),
        ("1\n2", "more behind its end", (2, 1)),
        ('"a', "a string without an end", (1, 1)),
        ('"a\tb"', "a control character in a string", (1, 3)),
        (r'"\x"', "an unknown escape in a string", (1, 2)),
        ("\ufeff1", "a byte order mark", (1, 1)),
        ('{"a": 1,\n}', "a comma before a bracket", (1, 8)),
        ("[1, ]", "a comma before a bracket", (1, 3)),
        ("1" * 5000, "a number too long", (None, None)),
        ("[" * (DEEPEST + 1), "nested too deeply", (None, None)),
        ('[{"[": "\\""},' * (DEEPEST + 1), "nested too deeply", (None, None)),
    ],
)
def test_what_is_none_is_told_in_our_words(text, reason, place):
    with pytest.raises(NoJson) as told:
        parse(text)
    assert (str(told.value), (told.value.line, told.value.column)) == (reason, place)


def test_brackets_in_strings_and_side_by_side_are_no_nest():
    assert len(parse("[" + ", ".join(["[]"] * 1000) + "]")) == 1000
    assert parse('"' + "[" * 1000 + '"') == "[" * 1000
    deepest = parse("[" * DEEPEST + "]" * DEEPEST)
    assert len(deepest) == 1
