"""HTML: the article without what surrounds it, in a layout that can be read again."""

import re
from datetime import date

import pytest

from factcheck.articles.html import read
from factcheck.model import BlockKind

PAGE = """<!doctype html><html><head><title>Wells run dry | The Desk</title>
<meta property="og:site_name" content="The Desk"><meta name="date" content="2025-02-11">
<style>p {width: 66ch}</style><script>var n = 4321;</script></head><body>
<header><a href="/">Home</a> <span>19&deg;C</span> $1 for 8 weeks</header>
<nav><a href="/a">44 stories</a></nav>
<main><article><h1>Wells run dry in the north</h1>
<p>The north lost 12 of its 40 wells in 2024, the water office of the region said on Monday,
and it <b>expects</b> to lose more. The price rose to 3&nbsp;million pesos&nbsp;&mdash; a lot.</p>
<h2>By province</h2>
<table><tr><th>Province</th><th>2023</th></tr><tr><td>Loja</td><td>5.6%</td></tr></table>
<ul><li>Piura has 7 wells left</li><li>Tumbes has 9</li></ul>
<p>The office employs 350 people and has a budget that was cut twice in the last few years.</p>
</article></main>
<footer>&copy; 2025 The Desk, Avenida 222, Tel. 55 5550</footer></body></html>"""

TEXT = """# Wells run dry in the north

The north lost 12 of its 40 wells in 2024, the water office of the region said on Monday, \
and it expects to lose more. The price rose to 3\u00a0million pesos\u00a0— a lot.

## By province

| Province | 2023 |
|---|---|
| Loja | 5.6% |

- Piura has 7 wells left
- Tumbes has 9

The office employs 350 people and has a budget that was cut twice in the last few years.
"""


NUMBER = re.compile(r"\d+(?:\.\d+)?%?")


def document(page=PAGE):
    return read(page, path="a.html", id="i", sha256="s", encoding="utf-8")


def test_text_holds_the_article_and_nothing_around_it():
    assert document().text == TEXT


def test_metadata():
    article = document()
    assert (article.title, article.outlet, article.published, article.plain) == (
        "Wells run dry in the north",
        "The Desk",
        date(2025, 2, 11),
        False,
    )


def test_cells_keep_their_headers():
    article = document()
    cell = next(block for block in article.blocks if block.kind is BlockKind.CELL)
    words = [article.text[slice(*span)] for span in ((cell.start, cell.end), cell.row, cell.column)]
    assert words == ["5.6%", "Loja", "2023"]


def test_a_later_year_than_the_clock_shows_is_a_date_like_any_other():
    assert document(PAGE.replace("2025-02-11", "2093-02-11")).published == date(2093, 2, 11)


def test_the_year_in_the_footer_is_no_date_of_publication():
    assert document(PAGE.replace('<meta name="date" content="2025-02-11">', "")).published is None


def test_the_line_below_the_headline_tells_the_day():
    bare = PAGE.replace('<meta name="date" content="2025-02-11">', "")
    line = '<body><p class="post-meta">The Desk &middot; 3 May 2025 &middot; 900 readers</p>'
    assert document(bare.replace("<body>", line)).published == date(2025, 5, 3)
    assert document(bare.replace("<body>", line.replace("post-meta", "x"))).published is None


def test_a_headline_outside_the_article_is_part_of_it():
    heading = "<h1>Wells run dry in the north</h1>"
    page = PAGE.replace(heading, "").replace("<nav>", f"{heading}<nav>")
    assert document(page).text == TEXT


def test_a_short_item_keeps_its_paragraphs():
    page = "<html><body><h1>Rain</h1><p>It rained 12 mm<br>in May,\nor 13.</p></body></html>"
    assert document(page).text == "# Rain\n\nIt rained 12 mm\n\nin May, or 13.\n"


def test_a_caption_is_no_row():
    page = PAGE.replace("<table>", "<table><caption>Losses</caption>")
    assert document(page).text == TEXT.replace("| Prov", "Losses\n\n| Prov")


def places(page, article):
    """Each number of the text with what stands in the source where it is said to stand."""
    lines = page.split("\n")
    found = [(number, article.origin(number.start())) for number in NUMBER.finditer(article.text)]
    return [
        (number.group(), lines[at.line - 1][at.column - 1 :][: len(number.group())])
        for number, at in found
        if at
    ]


def test_every_number_is_found_in_the_source():
    found = places(PAGE, document())
    assert [number for number, _ in found] == NUMBER.findall(TEXT)
    assert all(number == there for number, there in found)


def test_entities_and_line_ends_do_not_move_the_places():
    page = PAGE.replace("<nav>", "<nav>&copy;&nbsp;&amp;&#8364;\r\n\r\n").replace(
        "said", "s&aacute;d"
    )
    article = document(page)
    lines = page.replace("\r\n", "\n").split("\n")
    at = article.origin(article.text.index("350"))
    assert lines[at.line - 1][at.column - 1 :].startswith("350 people")


def test_a_cell_that_is_printed_twice_is_found_where_it_stands():
    page = PAGE.replace("<td>5.6%</td>", "<td>9</td>").replace("44 stories", "9 stories")
    article = document(page)
    at = article.origin(article.text.index("| 9 |") + 2)
    assert page.split("\n")[at.line - 1][at.column - 1 :].startswith("9</td>")


def test_comments_of_the_source_are_heard():
    page = PAGE.replace("a lot.</p>", "a lot.</p><!-- factcheck: ignore[FC2] checked -->")
    [one] = document(page).directives
    assert (one.action, one.codes, one.reason) == ("ignore", ("FC2",), "checked")
    assert "factcheck" in page.split("\n")[one.line - 1]


def test_the_caption_of_a_figure_is_read():
    caption = "A dry well in Loja, one of 31 that were closed in 2024."
    page = PAGE.replace(
        "<h2>", f"<figure><img src='a'><figcaption>{caption}</figcaption></figure><h2>"
    )
    assert f"\n\n{caption}\n\n## By" in document(page).text


def test_a_table_in_a_figure_is_a_table():
    page = PAGE.replace("<table>", "<figure class=wp-block-table><table>")
    page = page.replace("</table>", "</table></figure>")
    assert document(page).text == TEXT


@pytest.mark.parametrize(
    "around",
    [
        ("<table role=presentation><tr><td>", "</td></tr></table>"),
        ("<table><tr><td>", "</td></tr></table>"),
        ("<table><tr><td><table><tr><td>", "</td></tr></table></td></tr></table>"),
    ],
)
def test_a_table_that_frames_the_article_is_none(around):
    page = PAGE.replace("<article>", around[0]).replace("</article>", around[1])
    assert document(page).text == TEXT


@pytest.mark.parametrize(
    "extra",
    [
        "<div class='cookie-banner'><p>We and our 842 partners store cookies.</p></div>",
        "<aside class='newsletter'><p>Sign up: 250,000 readers already do.</p></aside>",
        "<div class='related'><h3>Related</h3><ul><li><a href='/1'>10 things</a></li></ul></div>",
        "<div class='share'><span>1.2k shares</span> <span>348 comments</span></div>",
        '<script type=\'application/ld+json\'>{"headline": "99 wells"}</script>',
        "<!-- 77 wells -->",
    ],
    ids=["cookies", "newsletter", "related", "share", "json", "comment"],
)
def test_what_surrounds_an_article_is_not_read(extra):
    assert document(PAGE.replace("<h2>", f"{extra}<h2>")).text == TEXT


def test_a_page_without_a_frame_keeps_headings_and_lists():
    page = (
        "<html><body><header>1.2m followers</header><h1>Power in eight facts</h1>"
        "<p>Burning fuel released 36.6 billion tonnes of CO2 in 2018, said the office.</p>"
        "<h2>Plug sockets</h2><ul><li>Coal made 36.5% of the power in 2021.</li></ul>"
        "<p>They fell by 4.9% in Germany in 2018, and by 2.2% in Japan in that year.</p>"
        "<p>The record at the quiz is 47 points, held by a team from the north.</p>"
        "<div class='promo'>80 cards, 12.99</div><footer>Call 0161</footer></body></html>"
    )
    text = read(page, path="a.html", id="i", sha256="s", encoding="utf-8").text
    assert "## Plug sockets\n\n- Coal made 36.5% of the power in 2021." in text
    assert not any(beside in text for beside in ("followers", "80 cards", "0161"))
