"""Bytes to text: which encoding it is, or one clear sentence on why it is none."""

from __future__ import annotations

import codecs
import re

EXPECTED = "plain text, Markdown, HTML, PDF, DOCX, RTF, EPUB or an e-mail"

# Marks at the start of files people drop into a folder of articles by mistake.
# Source: the format specifications; the longest mark that fits wins.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP or Office file"),
    (b"{\\rtf", "an RTF file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
)

# UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
_MARKS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-bom"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
)

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_ASCII = bytes(range(128))

# What stands alone, not beside letters, in Western copy when it was saved in a Western code page.
_WESTERN_SIGNS = frozenset("\u00a0£€¥©®°±²³½¼¾·×§¢«»¡¿ªº‘’“”„–—…•™†‡‹›‚ˆ˜¶÷´¨¬¯¸¹µàÀ")

FOREIGN_SHARE = 0.3
"""Share of bytes above 127 from which a text is not in a Western code page: unitless, exclusive.
Prose in Western European languages stays below 0.1, in Cyrillic or Greek it is above 0.7."""


class Undecodable(ValueError):
    """The bytes are no text; the message says what was found."""


def decode(raw: bytes) -> tuple[str, str]:
    """Return the text without its byte-order mark, and the encoding it was read in.

    Raises `Undecodable`, whose message says what was found.
    """
    for signature, name in _SIGNATURES:
        if raw.startswith(signature):
            raise Undecodable(name)
    text, encoding = _decode(raw)
    if _CONTROLS.search(text):
        raise Undecodable("a binary file")
    if not text.strip():
        raise Undecodable("an empty file")
    return text, encoding


def _decode(raw: bytes) -> tuple[str, str]:
    for mark, codec, name in _MARKS:
        if raw.startswith(mark):
            return _strict(raw[len(mark) :], codec), name
    if b"\0" in raw:
        return _without_mark(raw)
    try:
        return raw.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        return _legacy(raw, error)


def _strict(raw: bytes, codec: str) -> str:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError as error:
        raise Undecodable(f"broken {codec.upper()} at byte {error.start}") from None


def _without_mark(raw: bytes) -> tuple[str, str]:
    """UTF-16 without its mark: in Western text every second byte is zero."""
    for codec, zeros in (("utf-16-le", raw[1::2]), ("utf-16-be", raw[0::2])):
        if len(raw) % 2 == 0 and zeros.count(0) > 0.7 * len(zeros):
            try:
                return raw.decode(codec), codec
            except UnicodeDecodeError:
                break
    raise Undecodable("a binary file")


def _legacy(raw: bytes, error: UnicodeDecodeError) -> tuple[str, str]:
    """Tell an old code page from UTF-8 that was damaged."""
    line = raw.count(b"\n", 0, error.start) + 1
    broken = Undecodable(f"broken UTF-8 at byte {error.start} (line {line})")
    if _NON_ASCII.search(raw.decode("utf-8", "ignore")):
        raise broken  # sequences that are right: it is UTF-8, and damaged
    if len(raw.translate(None, _ASCII)) > FOREIGN_SHARE * len(raw):
        return _guessed(raw, broken)
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return _guessed(raw, broken)
    places = (sign.start() for sign in _NON_ASCII.finditer(text))
    if not all(
        _plausible(*one) for one in {(text[at - 1 : at], *text[at : at + 2]) for at in places}
    ):
        raise broken
    return text, "cp1252" if re.search(rb"[\x80-\x9f]", raw) else "latin-1"


def _plausible(before: str, sign: str, after: str = "") -> bool:
    """Whether a character above ASCII stands where a Western code page would have it."""
    if sign in _WESTERN_SIGNS:
        return True
    if sign.isupper() and before.isascii() and before.islower():
        return False
    return any(near.isascii() and near.isalpha() for near in (before, after))


def _guessed(raw: bytes, broken: Undecodable) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    if best is None or best.encoding == "utf_8":
        raise broken
    return str(best), best.encoding.replace("_", "-")
