"""Layout of an article: which stretch is a title, heading, paragraph, list item or table cell.

Works on the text as it stands, Markdown or plain. Press copy often has one line per paragraph
without blank lines, so a line is a block unless the lines are visibly wrapped at a margin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from factcheck.articles.tables import Span, table_at, table_blocks
from factcheck.model import Block, BlockKind

WRAP_MARGIN = 120
"""Characters; a line longer than this was not wrapped by hand or by an editor. Inclusive."""
TITLE_LENGTH = 160
"""Characters of the longest first line that can be a headline. Inclusive."""
HEADING_LENGTH = 90
"""Characters of the longest unmarked heading. Inclusive. The longest seen in press copy has 71."""
HEADING_WORDS = 14
"""Words of the longest unmarked heading. Inclusive."""
QUESTION_LENGTH = 45
"""Characters of the longest unmarked heading that asks; a longer question is prose. Inclusive."""

_LINE = re.compile(r"[^\r\n]+")
_HASHES = re.compile(r"\s{0,3}(#{1,6})\s+\S")
_UNDERLINE = re.compile(r"\s{0,3}(=+|-{2,})\s*")
_BOLD = re.compile(r"\s*(\*\*|__)(?=\S)[^*_]*[^*_.,;](\1)\s*(?::\s*)?")
_ITEM = re.compile(
    r"(\s*)(?:[-*+•‣◦▪●–·]\s+|\(?\d{1,3}[.)]\s+|\(?[a-zA-Z]\)\s+|\(?[ivxIVX]{1,5}\)\s+)\S"
)
_FINAL = re.compile(r"[.,;:!…][\"'”’)\]*_]*\s*$")
_SENTENCE_BREAK = re.compile(r"[.!]\s+[A-Z“\"]")
_BYLINE = re.compile(
    r"\W*(by|author|from|published|updated|posted|issued|edition|last|date|photo|image|source|"
    r"contact|tel)\b",
    re.IGNORECASE,
)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    follows_blank: bool


def blocks(text: str, *, start: int = 0) -> tuple[Block, ...]:
    """Return the layout of `text` from `start` on, in reading order.

    Every character that is neither blank nor the ruling of a table belongs to exactly one block.
    """
    found = list(_raw_blocks(text, list(_lines(text, start))))
    return tuple(_with_title(text, _with_headings(text, found)))


def _lines(text: str, start: int) -> Iterator[_Line]:
    previous_end = start
    for line in _LINE.finditer(text, start):
        if not line.group().strip():
            continue
        gap = text[previous_end : line.start()].replace("\r\n", "\n")
        yield _Line(line.start(), line.end(), len(re.findall(r"[\r\n]", gap)) > 1)
        previous_end = line.end()


def _raw_blocks(text: str, lines: Sequence[_Line]) -> Iterator[Block]:
    """Blocks by their own marks alone; neighbours are looked at afterwards."""
    index = tables = 0
    while index < len(lines):
        group = _unbroken(lines, index)
        spans = [(line.start, line.end) for line in lines[index:group]]
        if rows := table_at(text, spans, 0):
            yield from table_blocks(text, spans[:rows], tables)
            tables += 1
        else:
            rows = _paragraph_length(text, spans)
            yield _marked(text, spans[0], _trimmed(text, spans[0][0], spans[rows - 1][1]))
        index += rows


def _unbroken(lines: Sequence[_Line], index: int) -> int:
    """Index after the last line before the next blank one."""
    index += 1
    while index < len(lines) and not lines[index].follows_blank:
        index += 1
    return index


def _paragraph_length(text: str, spans: Sequence[Span]) -> int:
    """How many lines from the first on are one block."""
    first = text[slice(*spans[0])]
    if len(spans) > 1 and _UNDERLINE.fullmatch(text[slice(*spans[1])]) and _can_head(first):
        return 2
    if _HASHES.match(first) or _BOLD.fullmatch(first):
        return 1
    run = 1
    while run < len(spans) and not _marks(text[slice(*spans[run])]):
        run += 1
    return run if _wrapped([text[slice(*span)] for span in spans[:run]]) else 1


def _can_head(line: str) -> bool:
    """Whether a line that is underlined is a heading, not a paragraph before a ruling."""
    return len(line) <= TITLE_LENGTH and not (_marks(line) or _FINAL.search(line))


def _marks(line: str) -> bool:
    """Whether a line says by itself that a new block starts."""
    return bool(
        _ITEM.match(line) or _HASHES.match(line) or _BOLD.fullmatch(line) or line.startswith("|")
    )


def _wrapped(rows: Sequence[str]) -> bool:
    """Whether lines were broken at a margin: no line had room for the first word of the next."""
    rows = [row.rstrip() for row in rows]
    margin = max(map(len, rows))
    if len(rows) < 2 or margin > WRAP_MARGIN:
        return False
    breaks = list(pairwise(rows))
    if any(len(row) + 1 + len(after.split()[0]) <= margin for row, after in breaks):
        return False
    return any(not _FINAL.search(row) and after.lstrip()[0].islower() for row, after in breaks)


def _trimmed(text: str, start: int, end: int) -> Span:
    cut = text[start:end]
    return start + len(cut) - len(cut.lstrip()), end - (len(cut) - len(cut.rstrip()))


def _marked(text: str, first: Span, span: Span) -> Block:
    line, whole = text[slice(*first)], text[slice(*span)]
    if hashes := _HASHES.match(line):
        return Block(BlockKind.HEADING, *span, level=len(hashes.group(1)))
    if span[1] > first[1] and _UNDERLINE.fullmatch(whole.splitlines()[-1]):
        return Block(BlockKind.HEADING, *span, level=1 if whole.endswith("=") else 2)
    if _BOLD.fullmatch(line) and _LETTER.search(line):
        return Block(BlockKind.HEADING, *span, level=3)
    if item := _ITEM.match(line):
        indent = len(item.group(1).expandtabs(4))
        return Block(BlockKind.ITEM, *span, level=indent // 2)
    return Block(BlockKind.PARAGRAPH, *span)


def _with_headings(text: str, found: Sequence[Block]) -> list[Block]:
    """Turn short lines between paragraphs into headings; three or more in a row are a list."""
    short = [_could_be_heading(text, block) for block in found]
    result = []
    for index, block in enumerate(found):
        alone = not (_both(short, index - 1, index - 2) or _both(short, index + 1, index + 2))
        between = not _both(short, index - 1, index + 1)
        is_last = index == len(found) - 1
        heads = short[index] and alone and between and not is_last
        result.append(replace(block, kind=BlockKind.HEADING, level=2) if heads else block)
    return result


def _both(short: Sequence[bool], *indices: int) -> bool:
    return all(0 <= index < len(short) and short[index] for index in indices)


def _could_be_heading(text: str, block: Block) -> bool:
    line = text[block.start : block.end]
    return (
        block.kind is BlockKind.PARAGRAPH
        and len(line) <= (QUESTION_LENGTH if line.endswith("?") else HEADING_LENGTH)
        and len(line.split()) <= HEADING_WORDS
        and not any(sign in line for sign in "\n\r|·>")
        and not (_FINAL.search(line) or _SENTENCE_BREAK.search(line) or _BYLINE.match(line))
        and _LETTER.search(line) is not None
    )


def _with_title(text: str, found: list[Block]) -> list[Block]:
    """The first block is the title where it looks like a headline and something follows."""
    if len(found) < 2:
        return found
    first = found[0]
    line = text[first.start : first.end]
    plain = first.kind is BlockKind.PARAGRAPH and len(line) <= TITLE_LENGTH
    headline = plain and not ("\n" in line or _FINAL.search(line) or _BYLINE.match(line))
    if first.kind is BlockKind.HEADING or headline:
        found[0] = replace(first, kind=BlockKind.TITLE, level=0)
    return found


def plain_title(text: str) -> str:
    """Return a title or heading without its Markdown marks."""
    return re.sub(r"\*\*|__", "", text.strip().splitlines()[0]).strip(" \t#*_=")
