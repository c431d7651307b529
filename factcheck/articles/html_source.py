"""Where the text extracted from a page stands in its source, found again by the words themselves.

Extraction keeps no positions. Here the source without tags, scripts and blanks is one long string
of which every code point knows its place; each block of the article, without blanks too, is looked
for in it, in order. What is not found, because extraction changed it, has no place.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from html import unescape

from factcheck.model import Block, Origin

SURE = 12
"""Code points of a block, without blanks, that are looked for anywhere in the page, not only after
the block before. Inclusive. A shorter one ("7%") could be found at some other place."""

_UNSHOWN = ("script", "style", "noscript", "template", "svg")
"""Elements of which nothing is shown."""
_OPENS = re.compile(rf"<(?:(!--)|({'|'.join(_UNSHOWN)})\b)?", re.I)
_CLOSES = {name: re.compile(rf"</{name}\s*>", re.I) for name in _UNSHOWN}
_CLOSES |= {"!--": re.compile("-->"), "": re.compile(">")}
_SIGN = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);?|[^\s\u00ad\u200b\ufeff]", re.I)
_LINE_END = re.compile(r"\r\n?|\n")
_MARK = re.compile(r"#{1,6}\s|\s*[-*]\s|\s*\d+\.\s")


def origins(markup: str, text: str, blocks: Sequence[Block]) -> tuple[Origin, ...]:
    """Return the stretches of `text` that run in step with the source, in text order."""
    shown, places = _shown(markup)
    ends = [found.end() for found in _LINE_END.finditer(markup)]
    found: list[Origin] = []
    cursor = 0
    for block in sorted(blocks, key=lambda block: block.start):
        offsets = _signs(text, block)
        words = "".join(text[at] for at in offsets)
        at = shown.find(words, cursor) if words else -1
        if at < 0 and len(words) >= SURE:
            at = shown.find(words)
        if at >= 0:
            cursor = max(cursor, at + len(words))
            found += _runs(offsets, places[at : at + len(words)], ends)
    return tuple(found)


def _shown(markup: str) -> tuple[str, array[int]]:
    """What a page shows, without blanks, and the offset in the source of each code point."""
    signs: list[str] = []
    places = array("L")
    for start, end in _between_tags(markup):
        for found in _SIGN.finditer(markup, start, end):
            sign = found.group()
            shown = unescape(sign) if len(sign) > 1 else sign
            shown = "".join(shown.split())
            signs.append(shown)
            places.extend([found.start()] * len(shown))
    return "".join(signs), places


def _between_tags(markup: str) -> Iterator[tuple[int, int]]:
    at = 0
    for start, end in _tags(markup):
        if at < start:
            yield at, start
        at = end
    if at < len(markup):
        yield at, len(markup)


def _tags(markup: str) -> Iterator[tuple[int, int]]:
    """Half-open spans of tags and comments, and of elements that are not shown.

    An end that the rest of the page lacks is looked for only once: pages of a million "<!--" exist.
    """
    missing: set[str] = set()
    found = _OPENS.search(markup)
    while found:
        end = _end(markup, found, missing)
        if end:
            yield found.start(), end
        found = _OPENS.search(markup, end or found.end())


def _end(markup: str, found: re.Match[str], missing: set[str]) -> int:
    """Where that ends which opens, or at least its tag; 0 where nothing does.

    `missing`: the ends that the rest of the page lacks.
    """
    for name in ((found[1] or found[2] or "").lower(), ""):
        if name in missing:
            continue
        if close := _CLOSES[name].search(markup, found.end()):
            return close.end()
        missing.add(name)
    return 0


def _signs(text: str, block: Block) -> list[int]:
    """Offsets of what is printed in a block, without its Markdown mark and escapes."""
    mark = _MARK.match(text, block.start, block.end)
    start = mark.end() if mark and block.table is None else block.start
    return [
        at
        for at in range(start, block.end)
        if not text[at].isspace() and text[at : at + 2] != "\\|"
    ]


def _runs(offsets: Sequence[int], places: Sequence[int], ends: Sequence[int]) -> Iterator[Origin]:
    """Stretches in which text and source run in step and on one line."""
    first = 0
    for index in range(1, len(offsets) + 1):
        if index < len(offsets):
            step = places[index] - places[index - 1]
            same_line = _line(ends, places[index]) == _line(ends, places[first])
            if step == offsets[index] - offsets[index - 1] and same_line:
                continue
        line = _line(ends, places[first])
        column = places[first] - (ends[line - 2] if line > 1 else 0) + 1
        yield Origin(offsets[first], offsets[index - 1] + 1, line, column)
        first = index


def _line(ends: Sequence[int], place: int) -> int:
    """Line of an offset in the source, 1-based. `ends`: where the lines before it end."""
    return bisect_left(ends, place + 1) + 1
