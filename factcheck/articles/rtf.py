"""RTF, as older newsroom systems save copy: its text without the formatting."""

from __future__ import annotations

import re
from dataclasses import replace

from factcheck.articles import txt
from factcheck.articles.decoding import Undecodable
from factcheck.model import Document

_CELL_END = re.compile(r"\|$", re.MULTILINE)


def read(raw: bytes, *, path: str, id: str, sha256: str) -> Document:
    """Return the article in an RTF file. Raises `Undecodable` where it holds no text."""
    from striprtf.striprtf import rtf_to_text

    try:
        text = rtf_to_text(raw.decode("latin-1"))  # RTF is ASCII; anything else is escaped
    except Exception:  # striprtf believes what it reads: any number, any charset
        raise Undecodable("a damaged RTF file") from None
    text = re.sub(r"\n{3,}", "\n\n", _as_table(text)).strip() + "\n"
    if not text.strip():
        raise Undecodable("an RTF file without text")
    document = txt.read(text, path=path, id=id, sha256=sha256, encoding="utf-8")
    return replace(document, plain=False, directives=())


def _as_table(text: str) -> str:
    """Rows of a table, which striprtf ends with a bar, with one before them too."""
    lines = (f"| {line}" if _CELL_END.search(line) else line for line in text.splitlines())
    return "\n".join(lines)
