"""A page made ready for extraction: captions as paragraphs, tables only where they are tables."""

from __future__ import annotations

from typing import Any

from factcheck.articles.decoding import Undecodable
from factcheck.limits import ELEMENTS

LONG_CELL = 300
"""Code points of a cell from which its table is a frame around text. Exclusive."""

PLAIN_PAGE = 3
"""Paragraphs that stand in the body itself, from which it holds the article without a frame."""
BESIDE = ("header", "footer", "nav", "aside", "form", "script", "style", "div")
"""Elements of such a body that are no part of the article."""

_FRAME_PARTS = ("thead", "tbody", "tfoot", "tr", "td", "th", "center", "caption")


def prepared(markup: str) -> Any:
    """Return the tree of a page, or None where it is none. Raises `Undecodable` for an endless one.

    trafilatura drops a `<figure>` with all that it holds, and takes the tables that newsletters are
    laid out with for tables.
    """
    from trafilatura import load_html

    tree = load_html(markup)
    if tree is None:
        return None
    if tree.tag != "html":  # htmldate drops an `<svg>`, and stumbles where it is the root
        page = tree.makeelement("html", {})
        body = page.makeelement("body", {})
        page.append(body)
        body.append(tree)
        tree = page
    if (count := sum(1 for _ in tree.iter())) > ELEMENTS:
        raise Undecodable(f"a page of {count} elements (at most {ELEMENTS} are read)")
    for caption in tree.iter("figcaption"):
        caption.tag = "p"
    for figure in tree.iter("figure"):
        figure.tag = "div"
    _frame_body(tree)
    # From the inside out, so that what a frame holds is known to be a table or not.
    for table in reversed(list(tree.iter("table"))):
        if _is_frame(table):
            _unframe(table)
    return tree


def _frame_body(tree: Any) -> None:
    """Put the article of a plain page, whose paragraphs stand in the body itself, into `<article>`.

    Of such a page trafilatura keeps the paragraphs alone, without headings and lists.
    """
    body = tree.find(".//body")
    if body is None or len(body.findall("p")) < PLAIN_PAGE:
        return
    if next(tree.iter("article", "main"), None) is not None:
        return
    article = body.makeelement("article", {})
    for child in list(body):
        if child.tag not in BESIDE:
            article.append(child)
    body.append(article)


def _is_frame(table: Any) -> bool:
    """Whether a table only places text on the page (WAI-ARIA: role presentation)."""
    if table.get("role") in {"presentation", "none"} or table.find(".//table") is not None:
        return True
    if table.find(".//th") is not None or table.find("caption") is not None:
        return False
    rows = [row.findall("td") for row in table.iter("tr")]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return True
    cells = [cell for row in rows for cell in row]
    return any(
        len(cell.text_content()) > LONG_CELL or len(cell.findall(".//p")) > 1 for cell in cells
    )


def _unframe(table: Any) -> None:
    for part in list(table.iter(*_FRAME_PARTS)):
        if next(part.iterancestors("table")) is table:
            part.tag = "div"
    table.tag = "div"
    table.attrib.pop("role", None)
