"""What once crashed, hung or flooded a reader, as short as it can be; the errors whole."""

from __future__ import annotations

import gzip
import zipfile
from io import BytesIO

import pytest

from factcheck import limits
from factcheck.articles import read_article
from factcheck.checker import Checker
from factcheck.errors import FactcheckError, UnreadableArticle
from factcheck.extract import ties
from factcheck.limits import Limits
from factcheck.measure.numerals import MOST_DIGITS
from factcheck.reference.store import load_packs
from tests.fuzz import files, records
from tests.fuzz.adversarial_files import word, zipped
from tests.fuzz.pipeline import PACK, checker

ARTICLE = "plain text, Markdown, HTML, PDF, DOCX, RTF, EPUB or an e-mail. [unreadable-article]"


def text_of(name, raw):
    return read_article(name, raw).text


def refusal(name, raw):
    with pytest.raises(UnreadableArticle) as error:
        read_article(name, raw)
    return str(error.value)


def findings(text):
    return checker()([read_article("a.md", text.encode())]).articles[0].findings


@pytest.mark.parametrize(
    "figure",
    [
        pytest.param("9" * 32, id="more digits than arithmetic keeps"),
        pytest.param("1" * 5001 + "st", id="an ordinal that int() refuses"),
        pytest.param("1 out of " + "9" * 100_000, id="a proportion"),
        pytest.param("9" * 100_000 + " trillion", id="with a scale word"),
        pytest.param("1" + " 000" * 30, id="in groups"),
    ],
)
def test_a_figure_of_endless_digits_states_nothing(figure):
    told = findings(f"The office named {figure} people and 73.2 percent of patients.")
    assert "73.2 percent" in [one.claim.quantity.quote for one in told]
    assert not any(len(one.claim.quantity.quote) > 60 for one in told)


def test_the_longest_figure_is_read():
    (told,) = findings(f"It cost ${'9' * MOST_DIGITS} then.")
    assert str(told.claim.quantity.value) == "9" * MOST_DIGITS
    assert not findings(f"It cost ${'9' * (MOST_DIGITS + 1)} then.")


def test_of_a_list_each_figure_is_asked_once_whose_it_is():
    ties.tied_to.cache_clear()
    assert len(findings(f"It stood at {'5, ' * 100}and so on.")) == 100
    assert ties.tied_to.cache_info().misses == 100


@pytest.mark.parametrize(
    ("bars", "kinds"), [(1000, {"table_header", "cell"}), (1001, {"paragraph"})]
)
@pytest.mark.parametrize("row", ["a{}", "|{}"])
def test_a_line_of_more_cells_than_any_table_has_is_prose(row, bars, kinds):
    line = row.format("\ta" * bars if row[0] == "a" else "a|" * (bars - 1))
    assert {one.kind for one in read_article("a.txt", f"{line}\n{line}\n".encode()).blocks} == kinds


def test_a_word_file_states_widths_and_levels_that_nobody_believes():
    cell = (
        '<w:tc><w:tcPr><w:gridSpan w:val="{}"/></w:tcPr><w:p><w:r><w:t>5</w:t></w:r></w:p></w:tc>'
    )
    wide = "".join(f"<w:tr>{cell.format(span)}{cell.format(1)}</w:tr>" for span in ("9" * 9, "x"))
    item = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="{}"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>'
    )
    text = text_of("a.docx", word(f"<w:tbl>{wide}</w:tbl>{item.format('9' * 12)}"))
    assert text.count("|") < 300
    assert text.endswith("- a\n")


def test_tables_in_tables_are_read_once():
    inner = "<w:p><w:r><w:t>5 people</w:t></w:r></w:p>"
    nested = "<w:tbl><w:tr><w:tc>" * 60 + inner + "</w:tc></w:tr></w:tbl>" * 60
    assert text_of("a.docx", word(nested)).count("5 people") == 1


@pytest.mark.parametrize(
    ("name", "make", "found"),
    [
        (
            "a.docx",
            lambda: word("<w:p/>" * 500_001),
            "a Word file of 500002 elements (at most 500000 are read)",
        ),
        (
            "a.html",
            lambda: b"<html><body><p>It was 5 percent of all." + b"<br>" * 30_000,
            "a page of 30003 elements (at most 30000 are read)",
        ),
        (
            "a.eml",
            lambda: b"From: a\nSubject: " + b"a " * 10_000 + b"\n\n5 people",
            "an e-mail with a header field of 20010 characters (at most 16384 are read)",
        ),
        (
            "a.eml",
            lambda: b"From: a\nContent-Type: message/rfc822\n\n" * 2000,
            "an e-mail that is nested too deeply",
        ),
        (
            "a.rtf",
            lambda: b"{\\rtf1 \\u-99999999999? 5 people}",
            "a damaged RTF file",
        ),
    ],
)
def test_a_flood_is_refused(name, make, found):
    assert refusal(name, make()) == f"{name}: {found}; expected {ARTICLE}"


def test_a_part_in_xml_that_is_too_large(monkeypatch):
    monkeypatch.setattr("factcheck.articles.docx.XML", 500_000)
    raw = word("<w:p/>" * 90_000)
    with zipfile.ZipFile(BytesIO(raw)) as file:
        size = file.getinfo("word/document.xml").file_size
    found = f"a Word file whose word/document.xml unpacks to {size} bytes (at most 500000 are read)"
    assert refusal("a.docx", raw) == f"a.docx: {found}; expected {ARTICLE}"


def test_a_zip_bomb_is_refused_by_what_it_states():
    raw = zipped("word/media/a.png", b"\0" * 40 * limits.MIB)
    with zipfile.ZipFile(BytesIO(raw)) as bomb:
        packed = bomb.infolist()[0].compress_size
    found = f"a ZIP file of {packed} bytes that unpacks to 41943040"
    assert refusal("a.docx", raw) == f"a.docx: {found}; expected {ARTICLE}"


def test_a_gzip_bomb_is_left_where_it_begins_to_be_one(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress((b" " * 999 + b"\n") * 6000, mtime=0))
    (skipped,) = records.read_records([path])
    assert skipped.message == (
        f"{path}:4195: a gzip file of {path.stat().st_size} bytes that unpacks to more than"
        " 4194304; expected one JSON object a line. [unreadable-article]"
    )


@pytest.mark.parametrize("charset", ["idna", "hex", "utf-7", "a\0b", "none-such"])
def test_a_charset_for_no_text(charset):
    mail = f'From: a\nContent-Type: text/plain; charset="{charset}"\n\n5 people +2AA-\n'
    assert "5 people" in text_of("a.eml", mail.encode())


def test_a_page_of_ends_that_never_come():
    line = b"<p>In May 12 people came to see us, and we were glad of it.</p>"
    for flood in (b"<", b"<!--", b"<!--x>", b"<script>", b"<h1 <h1>", b"<meta name=date "):
        read_or_refused("a.html", b"<html><body><article>" + line + flood * 20_000 + line)


def read_or_refused(name, raw):
    try:
        read_article(name, raw)
    except UnreadableArticle:
        return


def test_comments_that_never_end_are_text():
    assert (
        read_article("a.md", b"It was 5 percent. " + b"<!-- factcheck: off[" * 50_000).directives
        == ()
    )
    spoken = read_article("a.md", b"<!-- factcheck: off[ -->" * 5_000).directives
    assert len(spoken) == 5_000


@pytest.mark.parametrize(
    ("run", "data", "said"),
    [
        (files.settings, b"a = " + b"9" * 5000, "Exceeds the limit (4300 digits)"),
        (files.settings, b"a = " + b"[" * 5000, "nested too deeply; expected a TOML file"),
        (files.settings, b'extend = "a\\u0000b"', "expected a string"),
        (files.ignores, b"a = " + b"[" * 5000, "nested too deeply; expected an ignore file"),
        (files.pack, b"\0" + b"[" * 5000, "no JSON (nested too deeply); expected a Data Package"),
        (files.pack, b'\0{"name": "\\ud800"}', "expected signs that can be printed"),
        (files.gold, b"[" * 5000, "broken JSON (nested too deeply)"),
        (files.gold, b"\xff", "no text in UTF-8"),
        (
            files.gold,
            b'{"quote": 5, "nth": 1, "kind": "a", "value": 5, "verdict": "a"}',
            "'quote' is 5; expected words, and for 'nth' a whole number",
        ),
        (files.imported, b"\1no workbook", "no Excel workbook"),
        (files.imported, b"\0" + b"a," * 6000 + b"\n" + b"1," * 6000, "a row of 6001 cells"),
        (files.log, b"SQLite format 3\0" + b"\0" * 84, "expected a review log"),
    ],
)
def test_a_file_beside_the_articles_says_what_is_wrong(run, data, said):
    with pytest.raises(FactcheckError) as error:
        run(data)
    assert said in str(error.value)


def test_a_number_no_json_parser_takes():
    records.read(".jsonl", b'{"text": "5", "id": ' + b"9" * 5000 + b"}\n")


def test_half_a_surrogate_pair_in_a_record(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "5 \\ud800 people", "title": "\\udfff", "outlet": "\\ud800"}\n')
    (record,) = records.read_records([path])
    assert (record.title, record.outlet) == ("?", "?")


def test_an_error_does_nothing_to_a_terminal_and_is_short():
    error = FactcheckError("a\x1b[31m\u2028b\ud800\n" + "c" * 5000)
    first, second = str(error).split("\n")
    assert first == r"a\x1b[31m\u2028b\ud800"
    assert second == "c" * 500 + " … " + "c" * 500


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        (
            Limits(text_length=20),
            "a text of 55 characters; expected at most 20 (--max-text-length allows more)",
        ),
        (Limits(numbers=1), "too many numbers; expected at most 1 (--max-numbers allows more)"),
    ],
)
def test_an_article_beyond_the_limits_is_told_and_the_rest_is_checked(bounds, said):
    careful = Checker(load_packs([PACK]), semantic="never", limits=bounds)
    long = read_article("a.md", b"In 2024, 5 percent of 12 people came, and 7 stayed on.\n")
    report = careful([long, read_article("b.md", b"It was 5%.")])
    assert [one.message for one in report.skipped] == [f"a.md: {said}. [unreadable-article]"]
    assert [one.document.path for one in report.articles] == ["b.md"]
