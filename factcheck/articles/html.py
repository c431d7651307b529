"""HTML: the body text of a page as trafilatura finds it, laid out as Markdown.

Navigation, adverts, header and footer of the page are not in the text, which is a new one: offsets
point into it, a report carries it along, and `html_source` says where it stands in the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from itertools import islice
from typing import Any

from factcheck.articles.decoding import Undecodable
from factcheck.articles.directives import directives
from factcheck.articles.html_source import origins
from factcheck.articles.html_tree import prepared
from factcheck.articles.layout import blocks
from factcheck.articles.markdown import table
from factcheck.articles.metadata import parse_date, stated_date, stated_title
from factcheck.model import Document

LATEST_DATE = "2100-12-31"
"""Passed to htmldate, which otherwise takes today from the clock."""

SHORTEST = "20"
"""Characters from which trafilatura trusts its own extraction; its default of 250 makes one
paragraph of a short news item."""

_DATED = re.compile(r"[\w:.]*(?:date|published)", re.IGNORECASE)
_HEAD_LINE = re.compile(r"\b(?:meta|date|dateline|byline|published|timestamp)", re.IGNORECASE)
"""In the class of the line below a headline, which does not count as the article's text."""
PIECES = 20
"""Runs of text of such an element that are read: what holds more is no line."""
_INLINE_BLOCKS = ("list", "table", "quote")

# Spaces that belong to a figure ("13&nbsp;April", "4&thinsp;000") and that trafilatura would make
# plain. Printable signs that no article holds stand in for them while it works.
_SPACES = {"\u00a0": "\u2420", "\u202f": "\u2421", "\u2009": "\u2422"}
_ENTITY = re.compile(r"&(nbsp|thinsp|#0*160|#0*8239|#0*8201|#x0*a0|#x0*202f|#x0*2009);", re.I)
_BREAK = "\u2028"
"""Stands for a `<br>`; the line ends of the markup are only blanks."""
_BLANKS = re.compile(r"[^\S\u00a0\u202f\u2009]+")


def read(text: str, *, path: str, id: str, sha256: str, encoding: str) -> Document:
    """Return the article in a decoded HTML page.

    Raises `Undecodable` where the page holds no article text.
    """
    page, lines, stated, below = _read_page(text)
    if not lines:
        raise Undecodable("a page without article text")
    body = "\n\n".join(lines) + "\n"
    layout = blocks(body)
    title = _plain(page.title or "")
    return Document(
        id=id,
        path=path,
        text=body,
        sha256=sha256,
        title=stated_title(body, layout) or title or None,
        outlet=_outlet(page),
        published=_published(page, stated) or stated_date(body) or below,
        url=page.url,
        plain=False,
        encoding=encoding,
        blocks=layout,
        origins=origins(text, body, layout),
        directives=directives(text),
    )


def lines_of(markup: str) -> list[str]:
    """Return the blocks of a decoded page as Markdown; none where it holds no article text."""
    return _read_page(markup)[1]


def _read_page(markup: str) -> tuple[Any, list[str], list[str], date | None]:
    """What was extracted, its blocks with the main heading, and the day of publication: what
    `<meta>` says of it, and the line below the headline."""
    tree = prepared(_with_spaces_marked(markup))
    if tree is None:
        return None, [], [], None
    headings, stated = _main_headings(tree), _stated_dates(tree)
    below = None if any(map(parse_date, stated)) else _day_in_head_line(tree)
    page = _extracted(tree)
    lines = list(_block_lines(page.body)) if page is not None else []
    title = _plain(page.title or "") if lines else ""
    if title and title in headings and not lines[0].startswith("#"):
        lines.insert(0, f"# {title}")
    return page, lines, stated, below


def _extracted(tree: Any) -> Any:
    import trafilatura
    from trafilatura.settings import use_config

    config = use_config()
    for length in ("MIN_EXTRACTED_SIZE", "MIN_OUTPUT_SIZE"):
        config.set("DEFAULT", length, SHORTEST)
    return trafilatura.bare_extraction(
        tree,
        config=config,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={
            "extensive_search": False,
            "original_date": True,
            "max_date": LATEST_DATE,
        },
    )


def _main_headings(tree: Any) -> list[str]:
    """The words of each `<h1>`: often outside what counts as the article."""
    return [_plain(" ".join(heading.itertext())) for heading in tree.iter("h1")]


def _stated_dates(tree: Any) -> list[str]:
    """What the `<meta>` elements say of the day of publication."""
    return [
        meta.get("content", "")
        for meta in tree.iter("meta")
        if any(_DATED.match(meta.get(key, "")) for key in ("name", "property"))
    ]


def _day_in_head_line(tree: Any) -> date | None:
    """The day that an element states whose class says that it does."""
    lines = (
        _plain(" ".join(islice(element.itertext(), PIECES)))
        for element in tree.iter("p", "div", "span", "time", "address", "small")
        if _HEAD_LINE.search(element.get("class", ""))
    )
    return next(filter(None, map(stated_date, lines)), None)


def _outlet(page: Any) -> str | None:
    """The site's name, unless it is only the host again."""
    return page.sitename if page.sitename and "." not in page.sitename else None


def _published(page: Any, stated: list[str]) -> date | None:
    """The date of the metadata; htmldate skips a bare `<meta name="date">` on some pages."""
    days = (parse_date(words) for words in (page.date or "", *stated))
    return next(filter(None, days), None)


def _block_lines(node: Any, depth: int = 0) -> Iterator[str]:
    """One string for each block under `node`: a heading, paragraph, whole list or whole table."""
    for child in node:
        if child.tag == "head":
            level = re.sub(r"\D", "", child.get("rend", "")) or "2"
            yield "#" * int(level) + " " + _words(child)
        elif child.tag == "list":
            yield "\n".join(_items(child, depth))
        elif child.tag == "table":
            yield "\n".join(_rows(child))
        elif child.tag in {"div", "quote"} and len(child):
            yield from _block_lines(child, depth)
        else:
            yield from filter(None, map(str.strip, _words(child, _BREAK).split(_BREAK)))


def _items(node: Any, depth: int) -> Iterator[str]:
    ordered = node.get("rend") == "ol"
    for number, item in enumerate(node.findall("item"), 1):
        mark = f"{number}." if ordered else "-"
        if words := _words(item):
            yield "  " * depth + f"{mark} {words}"
        for nested in item.findall("list"):
            yield from _items(nested, depth + 1)


def _rows(node: Any) -> Iterator[str]:
    rows = [[_words(cell) for cell in row] for row in node.iter("row")]
    rows = [row for row in rows if any(row)]
    while len(rows) > 1 and sum(map(bool, rows[0])) == 1 < max(map(len, rows)):
        yield "".join(rows.pop(0)) + "\n"  # a caption, which trafilatura makes a row
    yield from table(rows, headed=node.find("row/cell[@role='head']") is not None)


def _words(node: Any, line_break: str = " ") -> str:
    """The text of one block without the lists inside it; on one line, but for its own breaks."""
    parts: list[str] = [node.text or ""]
    for child in node:
        if child.tag == "lb":
            parts.append(line_break)
        elif child.tag not in _INLINE_BLOCKS:
            parts.append(_words(child, line_break) if child.tag != "graphic" else "")
        parts.append(child.tail or "")
    return line_break.join(map(_plain, "".join(parts).split(line_break)))


def _plain(words: str) -> str:
    """On one line, with the spaces of the page back in their places."""
    for space, sign in _SPACES.items():
        words = words.replace(sign, space)
    return _BLANKS.sub(" ", words).strip()


def _with_spaces_marked(markup: str) -> str:
    markup = _ENTITY.sub(lambda entity: unescape(entity.group()), markup)
    for space, sign in _SPACES.items():
        markup = markup.replace(space, sign)
    return markup
