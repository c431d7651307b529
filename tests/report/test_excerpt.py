"""The printed line and its carets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.report.excerpt import WIDTH, columns, excerpt


def under(text, quote):
    start = text.index(quote)
    return excerpt(text, start, start + len(quote))


@pytest.mark.parametrize(
    ("text", "quote", "line", "carets"),
    [
        pytest.param("a 5% b", "5%", "a 5% b", "  ^^", id="short"),
        pytest.param("one\r\n  a 5% \r\ntwo", "5%", "a 5%", "  ^^", id="middle line, trimmed"),
        pytest.param("a\t5%", "5%", "a    5%", "     ^^", id="tab"),
        pytest.param("价格 5%", "5%", "价格 5%", "     ^^", id="wide characters"),
        pytest.param("cafe\u0301 5%", "5%", "cafe\u0301 5%", "     ^^", id="combining mark"),
        pytest.param("a 5\x1b[2J% b", "5\x1b[2J%", "a 5\ufffd[2J% b", "  ^^^^^^", id="escape"),
        pytest.param("a 5\nmillion b", "5\nmillion", "a 5", "  ^", id="quote over two lines"),
    ],
)
def test_carets_stand_under_the_quote(text, quote, line, carets):
    assert under(text, quote) == (line, carets)


def test_a_long_line_is_cut_to_whole_words_around_the_quote():
    text = "The harvest of the high valleys " * 5 + "fell by 5% and " + "then it rained again " * 5
    line, carets = under(text, "5%")
    assert line == (
        "… high valleys The harvest of the high valleys fell by 5% and then it rained again …"
    )
    assert line[carets.index("^") :].startswith("5%")


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=200),
    st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=200),
)
def test_a_window_never_loses_the_quote(before, after):
    text = before + "5.5%" + after
    line, carets = excerpt(text, len(before), len(before) + 4)
    assert columns(line) <= WIDTH
    prefix = columns(carets) - 4
    assert "5.5%" in line
    assert any(
        line[at : at + 4] == "5.5%" and columns(line[:at]) == prefix for at in range(len(line))
    )
