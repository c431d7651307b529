"""Offsets of a text (code points) to positions of the Language Server Protocol and back."""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol.types import Position, PositionEncodingKind, Range

# LSP 3.17, "Text Documents": only these end a line. str.splitlines knows others, such as U+2028.
_LINE_END = re.compile("\r\n|\n|\r")

_UNIT_BYTES = {
    PositionEncodingKind.Utf8: ("utf-8", 1),
    PositionEncodingKind.Utf16: ("utf-16-le", 2),
    PositionEncodingKind.Utf32: ("utf-32-le", 4),
}


class Lines:
    """The lines of one text, counted as the client counts: lines from 0, columns in its units."""

    def __init__(self, text: str, encoding: str = PositionEncodingKind.Utf16) -> None:
        self.text = text
        self.encoding = encoding
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
        self._codec, self._width = _UNIT_BYTES[PositionEncodingKind(encoding)]

    def position(self, offset: int) -> Position:
        """Return where an offset stands."""
        line = bisect_right(self._starts, offset) - 1
        return Position(line, self._units(self.text[self._starts[line] : offset]))

    def range(self, start: int, end: int) -> Range:
        """Return the range of a half-open stretch."""
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """Return the offset of a position; one behind the end of its line is that end."""
        if position.line >= len(self._starts):
            return len(self.text)
        start, end = self._starts[position.line], self.end(position.line)
        units = 0
        for at in range(start, end):
            if units >= position.character:
                return at
            units += self._units(self.text[at])
        return end

    def at(self, line: int, column: int) -> int:
        """Return the offset of a line and column as reports count them: from 1, in code points."""
        return self._starts[line - 1] + column - 1

    def end(self, line: int) -> int:
        """Return the offset at which a line ends, before its line break."""
        stop = _LINE_END.search(self.text, self._starts[line])
        return stop.start() if stop else len(self.text)

    def _units(self, words: str) -> int:
        return len(words.encode(self._codec, "surrogatepass")) // self._width
