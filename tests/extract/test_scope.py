"""Where a claim stands and what it takes over from its article."""

from scoped import EXTRACT, claims

from factcheck.articles import read_article

ARTICLE = """Kent in 2024

The county sold 59 barges. In 2021 it had sold 40.

What comes next

- Essex sold 12 carts
- Surrey none; prices fell 4%
"""


def test_lines_and_columns_count_from_one():
    first, second, *_ = claims(ARTICLE)
    assert (first.quantity.quote, first.line, first.column) == ("59", 3, 17)
    assert (second.quantity.quote, second.line, second.column) == ("40", 3, 48)


def test_offsets_point_into_the_text():
    for claim in claims(ARTICLE):
        assert ARTICLE[claim.quantity.start : claim.quantity.end] == claim.quantity.quote
        assert ARTICLE[claim.sentence_start :].startswith(claim.sentence)


def test_words_of_list_neighbours_and_headings_are_context():
    *_, last = claims(ARTICLE)
    outer = dict(last.context)
    assert outer["What comes next"] == 0.5
    assert outer["Kent in 2024"] == 0.3
    assert any("carts" in text and weight == 0.4 for text, weight in outer.items())


def test_one_mention_in_passing_is_not_what_an_article_is_about():
    text = "The mill is old.\n\nIt is big.\n\nThe mill was sold in 2019.\n\nIt has 12 wheels now."
    assert [s.origin for s in claims(text)[-1].periods] == ["before"]


def test_a_row_without_figures_is_a_heading_of_the_rows_under_it():
    rows = (
        "| Crop | 2024 | 2025 |\n|---|---|---|\n| Barges | 1 | 2 |\n| **Wheat, by county** | | |\n"
        "| Kent | 3 | 4 |\n| Essex | 5 | 6 |\n| **Barley** | | |\n| Kent | 7 | 8 |\n"
    )
    told = [{text.strip("* ") for text, _ in one.context} for one in claims(rows)]
    heads = [sorted(words & {"Crop", "Wheat, by county", "Barley"}) for words in told]
    wheat, barley = ["Crop", "Wheat, by county"], ["Barley", "Crop"]
    assert heads == [["Crop"]] * 2 + [wheat] * 4 + [barley] * 2


def test_a_header_over_two_columns_is_no_heading_of_rows():
    rows = (
        "<table><tr><th>Crop</th><th colspan=2>Kent</th><th colspan=2>Essex</th></tr>"
        "<tr><td></td><th>2024</th><th>2025</th><th>2024</th><th>2025</th></tr>"
        "<tr><td>Wheat</td><td>1</td><td>2</td><td>3</td><td>4</td></tr></table>"
    )
    document = read_article("story.html", f"<p>Harvests, in tonnes.</p>{rows}".encode())
    for one in EXTRACT(document)[0]:
        assert not {"Kent", "Essex"} & {text for text, w in one.context if w == 0.5}
