"""E-mail (RFC 5322, MIME): the newsletter or press release in a message, its subject as the title.

Of a message in two versions the HTML is read, and the plain text where the HTML holds no article.
Attachments are not read.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr

from factcheck.articles import html, txt
from factcheck.articles.decoding import Undecodable
from factcheck.articles.layout import blocks
from factcheck.model import Document

STUB = 0.5
"""Share of the words of the plain version below which the HTML was not understood. Exclusive."""


def read(raw: bytes, *, path: str, id: str, sha256: str) -> Document:
    """Return the article in a message. Raises `Undecodable` where it holds no text."""
    message = message_from_bytes(raw, policy=policy.default)
    if not message.keys() or not isinstance(message, EmailMessage):
        raise Undecodable("no e-mail: it has no header")
    facts = {"path": path, "id": id, "sha256": sha256, "encoding": "utf-8"}
    found = _best(_part(message, "html"), _part(message, "plain"), facts)
    if found is None:
        raise Undecodable("an e-mail without text")
    subject = " ".join(str(message.get("subject", "")).split())
    text = found.text
    if subject and subject.casefold() != text.partition("\n")[0].strip("# ").casefold():
        text = f"# {subject}\n\n{text}"
    sender, _ = parseaddr(str(message.get("from", "")))
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
    except LookupError:  # a charset nobody knows
        content = part.get_payload(decode=True) if part else ""
    if isinstance(content, bytes):
        return content.decode("utf-8", "replace")
    return content if isinstance(content, str) else ""


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
    header = message.get("date")
    sent = getattr(header, "datetime", None)
    return sent.date() if sent else None
