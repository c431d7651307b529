"""PDF: pages made with fpdf2, read back as paragraphs with the page and line of every word."""

import re

import pytest
from fpdf import FPDF

from factcheck.articles import read_article
from factcheck.errors import UnreadableArticle

PROSE = (
    "The north lost wells in every year of the decade, the water office said on Monday, and it "
    "expects to lose more of them. "
)


class Paper(FPDF):
    """A report with a running head and page numbers."""

    def header(self):
        self.set_font("Helvetica", size=8)
        self.cell(0, 8, f"Review of Wells {self.page_no()} - Office of Water")
        self.ln(12)

    def footer(self):
        self.set_y(-15)
        self.set_font("Helvetica", size=8)
        self.cell(0, 10, f"Page {self.page_no()} of 4", align="C")

    def write_paragraph(self, words, *, size=11, style="", gap=3):
        self.set_font("Times", style, size)
        self.multi_cell(0, size / 2, words, align="J" if size == 11 else "L")
        self.ln(gap)


def paper(kind=FPDF):
    made = kind()
    made.set_auto_page_break(True, 20)
    made.add_page()
    return made


def read(made, name="a.pdf"):
    return read_article(name, bytes(made.output()))


@pytest.fixture(scope="module")
def report():
    made = paper(Paper)
    made.write_paragraph("Wells run dry", size=20, style="B")
    for page in range(4):
        made.write_paragraph(f"By province {page}", size=14, style="B")
        for _ in range(9):
            made.write_paragraph(PROSE * 3 + f"It rained {page + 12} mm.")
        made.write_paragraph(PROSE * 4)
    return read(made)


def paragraphs(document):
    return document.text.rstrip("\n").split("\n\n")


def test_paragraphs_and_headings_come_back_whole(report):
    found = paragraphs(report)
    assert found[:3] == ["# Wells run dry", "## By province 0", PROSE * 3 + "It rained 12 mm."]
    whole = [PROSE * 3 + f"It rained {page + 12} mm." for page in range(4)]
    assert sum(map(found.count, whole)) >= 27  # of 36; a page may end where a sentence does
    assert all(words[0].isupper() and words.endswith(".") for words in found if words[0] != "#")
    assert report.title == "Wells run dry"
    assert report.plain is False


def test_running_heads_and_page_numbers_are_left_out(report):
    assert "Office of Water" not in report.text
    assert "Page" not in report.text


def test_page_and_line_of_a_number(report):
    rain = [report.origin(found.start(1)) for found in re.finditer(r"rained (\d+)", report.text)]
    assert [one.page for one in rain] == sorted(one.page for one in rain)
    assert {one.page for one in rain} >= {1, 2, 3}
    first = rain[0]
    assert first.line == 7  # below running head, title, heading and three lines of prose


def test_every_word_has_a_place(report):
    placed = [report.origin(found.start()) for found in re.finditer(r"\b[A-Za-z]+", report.text)]
    assert all(placed)


def test_a_footnote_mark_is_no_digit():
    made = paper()
    made.set_font("Times", size=12)
    made.write(6, "The share rose to 59.1")
    made.char_vpos = "SUP"
    made.write(6, "3")
    made.char_vpos = "LINE"
    made.write(6, " in 2024, over 12 km")
    made.char_vpos = "SUP"
    made.write(6, "2")
    made.char_vpos = "LINE"
    made.write(6, " of land.")
    assert read(made).text == "The share rose to 59.1³ in 2024, over 12 km² of land.\n"


def test_words_broken_at_a_line_end():
    made = paper()
    made.set_font("Times", size=12)
    for line in (
        "The long-term plan asks for contri-",
        "butions from towns; a long-",
        "term view is needed, and a 47-",
        "member council meets.",
    ):
        made.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    text = "The long-term plan asks for contributions from towns; a long-term view is needed, and"
    assert read(made).text == f"{text} a 47-member council meets.\n"


def test_rows_of_a_table_stay_apart():
    made = paper()
    made.set_font("Times", size=12)
    for line in ("Wells by province and year", "Loja 5.6 6.1", "Piura 7.0 7.4"):
        made.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    assert paragraphs(read(made))[-2:] == ["Loja 5.6 6.1", "Piura 7.0 7.4"]


def test_columns_are_read_one_after_the_other():
    made = paper()
    made.set_font("Times", size=11)
    with made.text_columns(ncols=2, gutter=10) as columns:
        columns.write("\n".join([PROSE * 9, PROSE * 9]))
    assert read(made).text.count(PROSE.strip()) == 18


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"%PDF-1.7\nnothing", "a damaged PDF file"),
        (bytes(paper().output()), "a PDF without text, perhaps a scan"),
    ],
    ids=["damaged", "empty"],
)
def test_what_cannot_be_read_says_why(raw, found):
    with pytest.raises(UnreadableArticle) as error:
        read_article("a.pdf", raw)
    assert str(error.value) == (
        f"a.pdf: {found}; expected plain text, Markdown, HTML, PDF, DOCX, RTF, EPUB or an e-mail."
        " [unreadable-article]"
    )


def test_a_locked_file_says_so():
    made = paper()
    made.set_encryption(owner_password="a", user_password="b")
    made.set_font("Times", size=11)
    made.write(6, PROSE)
    with pytest.raises(UnreadableArticle, match="a PDF file locked with a password"):
        read(made)


def test_what_a_file_is_shows_in_its_bytes():
    made = paper()
    made.set_font("Times", size=11)
    made.write(6, "It rained 12 mm.")
    assert read(made, "-").text == "It rained 12 mm.\n"
