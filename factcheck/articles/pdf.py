"""PDF: the text of its pages as paragraphs, each line with its page and its number on that page.

A PDF knows glyphs and places, no words or paragraphs. PDFium puts the glyphs into lines in reading
order; here lines become paragraphs by size, spacing and indent, what stands on many pages in the
same place (running heads, page numbers) is left out, hyphens at line ends are taken back and raised
digits (footnote marks, exponents) become superscripts, so that "59.1" with mark 3 is not 59.13.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.articles.decoding import Undecodable
from factcheck.articles.layout import blocks
from factcheck.articles.metadata import stated_date, stated_title
from factcheck.articles.pdf_lines import Line, read_lines
from factcheck.model import Document, Origin

HEADING = 1.15
"""Times the size of the body text from which a line is a heading. Inclusive."""
LEADING = 1.45
"""Times the usual distance of lines from which a new paragraph begins. Exclusive."""
SHORT = 0.12
"""Share of the column's width that a line leaves empty where its paragraph ends. Exclusive."""
INDENT = 0.8
"""First-line indent, in heights of a line. Exclusive."""
EDGE = 2
"""Lines at the top and at the foot of a page among which running heads are looked for."""
RUNNING = 0.3
"""Share of the pages on which a running head stands, at least three. Inclusive."""

_PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)
_FINAL = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_BULLET = re.compile(r"[•‣◦▪●–]\s|\(?\d{1,2}[.)]\s")
_HYPHENED = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]$")
_JOINED = re.compile(r"\w[-\u2010]$")
_NUMERIC = re.compile(r"\W*+\d[\W\d]*+(?:pp|[kmbt]n?)?")


def read(raw: bytes, *, path: str, id: str, sha256: str) -> Document:
    """Return the article in a PDF. Raises `Undecodable` where it has no text or is locked."""
    pages = list(read_lines(raw))
    lines = [line for page in _without_running_heads(pages) for line in page]
    if not lines:
        raise Undecodable("a PDF without text, perhaps a scan")
    text, origins = _joined(lines)
    layout = blocks(text)
    return Document(
        id=id,
        path=path,
        text=text,
        sha256=sha256,
        title=stated_title(text, layout),
        published=stated_date(text),
        plain=False,
        blocks=layout,
        origins=tuple(origins),
    )


def _without_running_heads(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    edges = [_edges(page) for page in pages]
    often = Counter(key for page in edges for key in {_key(line) for line in page})
    least = max(3, RUNNING * len(pages))
    for page, edge in zip(pages, edges, strict=True):
        running = {
            line.number
            for line in edge
            if often[_key(line)] >= least or _PAGE_NUMBER.fullmatch(line.text)
        }
        yield [line for line in page if line.number not in running]


def _edges(page: Sequence[Line]) -> list[Line]:
    """The uppermost and the lowest lines of a page."""
    by_height = sorted(page, key=lambda line: -line.baseline)
    return by_height[:EDGE] + by_height[EDGE:][-EDGE:]


def _key(line: Line) -> tuple[str, int]:
    """Equal for a running head on all pages, whatever number it counts, within 4 points."""
    return re.sub(r"\d+", "#", line.text), round(line.baseline / 4)


def _joined(lines: Sequence[Line]) -> tuple[str, list[Origin]]:
    """The text, laid out as Markdown, and where each of its lines stands."""
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0]
    words = {word.lower() for line in lines for word in line.text.split()}
    parts: list[str] = []
    origins: list[Origin] = []
    at = 0
    for paragraph in _paragraphs(lines):
        mark = _heading_mark(paragraph, body, first=not origins)
        start = at + len(mark)
        parts.append(mark)
        for line, piece in _pieces(paragraph, words):
            parts.append(piece)
            origins.append(Origin(start, start + len(piece), line.number, 1, line.page))
            start += len(piece)
        parts.append("\n\n")
        at = start + 2
    return "".join(parts).rstrip("\n") + "\n", origins


def _heading_mark(paragraph: Sequence[Line], body: float, *, first: bool) -> str:
    large = paragraph[0].size >= HEADING * body and len(paragraph) <= 4
    return ("# " if first else "## ") if large else ""


def _pieces(paragraph: Sequence[Line], words: set[str]) -> Iterator[tuple[Line, str]]:
    """Each line with what joins it to the next: a blank, or nothing behind a hyphen."""
    for index, line in enumerate(paragraph):
        if index + 1 == len(paragraph):
            yield line, line.text
        elif _HYPHENED.search(line.text) and paragraph[index + 1].text[:1].islower():
            yield line, _unhyphened(line.text, paragraph[index + 1].text, words)
        elif _JOINED.search(line.text):
            yield line, line.text
        else:
            yield line, line.text + " "


def _unhyphened(text: str, following: str, words: set[str]) -> str:
    """Without the hyphen, unless the word stands with it elsewhere ("long-term")."""
    start = text.rpartition(" ")[2].lower()
    rest = re.split(r"[\s.,;:)]", following.lower(), maxsplit=1)[0]
    kept = start[:-1] + "-" + rest in words or "-" in start[:-1]
    return text[:-1] + ("-" if kept else "")


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    leading = _leading(lines)
    right: dict[tuple[int, int], float] = {}
    for line in lines:
        column = (line.page, round(line.left / 30))
        right[column] = max(right.get(column, 0), line.right)
    paragraph: list[Line] = []
    for line in lines:
        if paragraph:
            edge = right[line.page, round(line.left / 30)]
            if _begins(line, paragraph, leading.get(line.size, 1.2 * line.size), edge):
                yield paragraph
                paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _leading(lines: Sequence[Line]) -> dict[float, float]:
    """The commonest distance of two lines, for each size of type."""
    steps: dict[float, Counter[float]] = {}
    for above, line in pairwise(lines):
        step = above.baseline - line.baseline
        if above.page == line.page and above.size == line.size and 0 < step < 3 * line.size:
            steps.setdefault(line.size, Counter())[round(step, 1)] += 1
    return {size: found.most_common(1)[0][0] for size, found in steps.items()}


def _begins(line: Line, paragraph: Sequence[Line], leading: float, edge: float) -> bool:
    """Whether a line begins a paragraph. `edge`: where the column ends, in points."""
    above = paragraph[-1]
    if abs(line.size - above.size) > 0.1 * above.size or _BULLET.match(line.text):
        return True
    if _tabular(line.text) or _tabular(above.text):
        return True
    step = above.baseline - line.baseline
    if above.page != line.page or step <= 0:  # the next page or column
        return bool(_FINAL.search(above.text)) or not line.text[:1].islower()
    if step > LEADING * leading:
        return True
    if line.left > above.left + INDENT * line.size and _FINAL.search(above.text):
        return True
    ends_short = edge - above.right > SHORT * (edge - above.left)
    return ends_short and not line.text[:1].islower()


def _tabular(text: str) -> bool:
    """Whether a line is the row of a table: mostly figures."""
    cells = text.split()
    figures = sum(_NUMERIC.fullmatch(cell) is not None for cell in cells)
    return figures >= 2 and figures >= 0.4 * len(cells)
