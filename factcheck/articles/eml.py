"""E-mail (RFC 5322, MIME): the newsletter or press release in a message, its subject as the title.

Of a message in two versions the HTML is read, and the plain text where the HTML holds no article.
Attachments are not read.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parseaddr

from factcheck.articles import html, txt
from factcheck.articles.decoding import Undecodable
from factcheck.articles.layout import blocks
from factcheck.limits import HEADER
from factcheck.model import Document

STUB = 0.5
"""Share of the words of the plain version below which the HTML was not understood. Exclusive."""


class _Guarded(EmailPolicy):
    """The package's own policy for e-mail, without header fields that keep it busy for hours."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Split one field into its name and value. Raises `Undecodable` for an endless one."""
        if (size := sum(map(len, sourcelines))) > HEADER:
            found = f"an e-mail with a header field of {size} characters"
            raise Undecodable(f"{found} (at most {HEADER} are read)")
        return super().header_source_parse(sourcelines)


def read(raw: bytes, *, path: str, id: str, sha256: str) -> Document:
    """Return the article in a message. Raises `Undecodable` where it holds no text."""
    try:
        return _read(raw, path=path, id=id, sha256=sha256)
    except RecursionError:
        raise Undecodable("an e-mail that is nested too deeply") from None


def _read(raw: bytes, *, path: str, id: str, sha256: str) -> Document:
    message = message_from_bytes(raw, policy=_Guarded())
    if not message.keys() or not isinstance(message, EmailMessage):
        raise Undecodable("no e-mail: it has no header")
    facts = {"path": path, "id": id, "sha256": sha256, "encoding": "utf-8"}
    found = _best(_part(message, "html"), _part(message, "plain"), facts)
    if found is None:
        raise Undecodable("an e-mail without text")
    subject = " ".join(_field(message, "subject").split())
    text = found.text
    if subject and subject.casefold() != text.partition("\n")[0].strip("# ").casefold():
        text = f"# {subject}\n\n{text}"
    sender, _ = parseaddr(_field(message, "from"))
    return replace(
        found,
        text=text,
        blocks=blocks(text),
        title=subject or found.title,
        outlet=sender or found.outlet,
        published=_sent(message) or found.published,
        plain=False,
        origins=(),
        directives=(),
    )


def _part(message: EmailMessage, kind: str) -> str:
    """The text of one version; bytes that its charset does not know become U+FFFD."""
    part = message.get_body(preferencelist=(kind,))
    try:
        content = part.get_content(errors="replace") if part else ""
    except (LookupError, ValueError):  # a charset nobody knows, or none for text such as "idna"
        content = part.get_payload(decode=True) if part else ""
    if isinstance(content, bytes):
        return content.decode("utf-8", "replace")
    return _whole(content) if isinstance(content, str) else ""


def _field(message: EmailMessage, name: str) -> str:
    """A header field in words; "" where the e-mail package cannot make sense of it."""
    try:
        return _whole(str(message.get(name, "")))
    except (LookupError, ValueError, TypeError, AttributeError):
        return ""


def _whole(words: str) -> str:
    """Bytes that no charset explains, which the package keeps as surrogates, become a "?"."""
    return words.encode("utf-8", "replace").decode()


def _best(page: str, plain: str, facts: dict[str, str]) -> Document | None:
    as_text = txt.read(plain.replace("\r\n", "\n"), **facts) if plain.strip() else None
    try:
        as_page = html.read(page, **facts) if page.strip() else None
    except Undecodable:
        as_page = None
    if as_page is None or as_text is None:
        return as_page or as_text
    stub = len(as_page.text.split()) < STUB * len(as_text.text.split())
    return as_text if stub else as_page


def _sent(message: EmailMessage) -> date | None:
    try:
        sent = getattr(message.get("date"), "datetime", None)
    except (LookupError, ValueError, TypeError, AttributeError, OverflowError):
        return None
    return sent.date() if sent else None
