"""Where a claim stands and what it takes over from its article."""

from scoped import claims

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
