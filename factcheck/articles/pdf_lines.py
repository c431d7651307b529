"""The printed lines of a PDF, as PDFium reads them, with their place on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from ctypes import byref, c_double
from dataclasses import dataclass, replace
from typing import Any

from factcheck.articles.decoding import Undecodable
from factcheck.articles.markdown import raised

RAISED = 0.12
"""Height above the line, in heights of the line, from which a digit is a superscript. Exclusive."""
WORD_GAP = 1.0
"""Gap in heights of the line up to which what follows is on the same line. Exclusive."""
LETTER_GAP = 0.12
"""Gap in heights of the line from which it parts words. Exclusive."""

_HYPHEN = 2
"""What PDFium puts for a hyphen at the end of a line, and no line end."""
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff\ufeff\u200b]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page. Places are in points from the lower left corner of the page."""

    page: int
    """1-based."""
    number: int
    """Of the line on its page, in reading order, 1-based."""
    text: str
    size: float
    """Height of the type in points, to a tenth."""
    left: float
    right: float
    baseline: float


def read_lines(raw: bytes) -> Iterator[list[Line]]:
    """Yield the lines of each page. Raises `Undecodable` where the file cannot be opened."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        found = "a PDF file locked with a password" if locked else "a damaged PDF file"
        raise Undecodable(found) from None
    with document:
        for index in range(len(document)):
            try:
                page = document[index]
            except pypdfium2.PdfiumError:
                raise Undecodable(f"a damaged PDF file (page {index + 1})") from None
            yield _lines_of(page, index + 1)
            page.close()


def _lines_of(page: Any, number: int) -> list[Line]:
    from pypdfium2.raw import FPDFText_GetUnicode

    glyphs = page.get_textpage()
    lines: list[Line] = []
    try:
        codes = [FPDFText_GetUnicode(glyphs, index) for index in range(glyphs.count_chars())]
        for start, end in _spans(codes):
            line = _line(glyphs, codes, start, end, number, len(lines) + 1)
            if line and lines and _goes_on(lines[-1], line):
                lines[-1] = _one_line(lines[-1], line)
            elif line:
                lines.append(line)
    finally:
        glyphs.close()
    return lines


def _goes_on(line: Line, rest: Line) -> bool:
    """Whether PDFium broke a printed line, as it does behind raised digits."""
    level = abs(line.baseline - rest.baseline) < line.size / 2
    return level and -1 < rest.left - line.right < WORD_GAP * line.size


def _one_line(line: Line, rest: Line) -> Line:
    apart = rest.left - line.right > LETTER_GAP * line.size
    text = f"{line.text} {rest.text}" if apart else line.text + rest.text
    baseline, size = min(line.baseline, rest.baseline), max(line.size, rest.size)
    return replace(line, text=text, right=rest.right, baseline=baseline, size=size)


def _spans(codes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Half-open ranges of glyphs between the line ends that PDFium puts in."""
    start = 0
    for index, code in enumerate(codes):
        if code in {_HYPHEN, 10, 13}:
            end = index + (code == _HYPHEN)
            if start < end:
                yield start, end
            start = index + 1
    if start < len(codes):
        yield start, len(codes)


def _line(
    glyphs: Any, codes: Sequence[int], start: int, end: int, page: int, number: int
) -> Line | None:
    signs = [chr(code) for code in codes[start:end]]
    printed = [index for index, sign in enumerate(signs, start) if not sign.isspace()]
    if not printed:
        return None
    left, bottom, _, top = glyphs.get_charbox(printed[0], loose=True)
    baseline = min(_baseline(glyphs, index) for index in (printed[0], printed[-1]))
    for index, sign in enumerate(signs):
        if sign.isdigit() and _baseline(glyphs, start + index) > baseline + RAISED * (top - bottom):
            signs[index] = raised(sign)
    text = "".join(_LIGATURES.get(sign, sign) for sign in signs)
    text = " ".join(_UNSEEN.sub("", text.replace(chr(_HYPHEN), "-")).split())
    right = glyphs.get_charbox(printed[-1])[2]
    size = round(top - bottom, 1)
    return Line(page, number, text, size, left, right, baseline) if text else None


def _baseline(glyphs: Any, index: int) -> float:
    from pypdfium2.raw import FPDFText_GetCharOrigin

    x, y = c_double(), c_double()
    FPDFText_GetCharOrigin(glyphs, index, byref(x), byref(y))
    return y.value
