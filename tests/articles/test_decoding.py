"""Bytes to text: every encoding told, every non-text refused with what was found."""

import codecs

import pytest

from factcheck.articles.decoding import Undecodable, decode

WORDS = "Café prices rose 3.2% – “a lot”, said Zoë of São Paulo’s chamber."


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        pytest.param(WORDS.encode(), "utf-8", id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + WORDS.encode(), "utf-8-bom", id="utf-8 with mark"),
        pytest.param(codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), "utf-16-le", id="utf-16 le"),
        pytest.param(codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "utf-16-be", id="utf-16 be"),
        pytest.param(codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"), "utf-32-le", id="utf-32 le"),
        pytest.param(WORDS.encode("utf-16-le"), "utf-16-le", id="utf-16 without mark"),
        pytest.param(WORDS.encode("cp1252"), "cp1252", id="windows code page"),
    ],
)
def test_text_comes_back_and_its_encoding_is_told(raw, encoding):
    assert decode(raw) == (WORDS, encoding)


def test_latin_1_is_told_from_the_windows_code_page():
    assert decode("Il a coûté 3 £ à Besançon".encode("latin-1"))[1] == "latin-1"


def test_line_ends_stay_as_they_are():
    assert decode(b"one\r\ntwo\rthree\n")[0] == "one\r\ntwo\rthree\n"


def test_other_code_pages_are_guessed_as_a_last_resort():
    words = "Цены на хлеб выросли на 3,2 процента за год, сообщило министерство. " * 5
    text, encoding = decode(words.encode("cp1251"))
    assert (text, encoding) == (words, "cp1251")


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        pytest.param(b"", "an empty file", id="no bytes"),
        pytest.param(b" \r\n\t ", "an empty file", id="only blanks"),
        pytest.param(codecs.BOM_UTF8, "an empty file", id="only a mark"),
        pytest.param(b"%PDF-1.7 text", "a PDF file", id="pdf"),
        pytest.param(b"PK\x03\x04....", "a ZIP or Office file", id="docx"),
        pytest.param(b"\x89PNG\r\n", "a PNG image", id="png"),
        pytest.param(b"\x00\x01\x02\xff" * 9, "a binary file", id="zero bytes"),
        pytest.param(b"text \x01\x02 text", "a binary file", id="control characters"),
        pytest.param(
            "Café prices\nrose ".encode() + b"\xe2\x28 3%",
            "broken UTF-8 at byte 18 (line 2)",
            id="damage between good sequences",
        ),
        pytest.param(
            b"Prices rose \xc3\x28 3%", "broken UTF-8 at byte 12 (line 1)", id="damage alone"
        ),
        pytest.param(
            b"Prices \xff\xfe rose 3%", "broken UTF-8 at byte 7 (line 1)", id="impossible bytes"
        ),
        pytest.param(
            codecs.BOM_UTF16_LE + b"\x00\xd8A\x00", "broken UTF-16-LE at byte 0", id="surrogate"
        ),
    ],
)
def test_what_is_no_text_is_named(raw, found):
    with pytest.raises(Undecodable) as raised:
        decode(raw)
    assert str(raised.value) == found
