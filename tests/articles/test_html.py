"""HTML: the article without what surrounds it, in a layout that can be read again."""

from datetime import date

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
