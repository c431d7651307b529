"""Markdown: plain text whose first lines may be front matter between two `---`."""

from __future__ import annotations

import re

from factcheck.articles.directives import directives, without_comments
from factcheck.articles.layout import blocks
from factcheck.articles.metadata import parse_date, stated_date, stated_title
from factcheck.model import Document

_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_ENTRY = re.compile(r"([A-Za-z_][\w-]*)\s*:[ \t]*+(.*)")
_KEYS = {"date": "published", "publication": "outlet", "site": "outlet", "source": "outlet"}


def read(text: str, *, path: str, id: str, sha256: str, encoding: str) -> Document:
    """Return the article in a decoded Markdown file. Its blocks start after the front matter."""
    entries, start = front_matter(text)
    article = without_comments(text)
    layout = blocks(article, start=start)
    published = parse_date(entries.get("published", ""))
    return Document(
        id=id,
        path=path,
        text=text,
        sha256=sha256,
        title=entries.get("title") or stated_title(article, layout),
        outlet=entries.get("outlet"),
        published=published or stated_date(article[start:]),
        url=entries.get("url"),
        encoding=encoding,
        blocks=layout,
        directives=directives(text),
    )


def front_matter(text: str) -> tuple[dict[str, str], int]:
    """Return the `key: value` entries at the top and the offset at which the article starts.

    One line per entry is all that is read: title, outlet, published and url need no more, and a
    YAML loader would turn dates and numbers into something else than what stands there.
    """
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, 0
    entries: dict[str, str] = {}
    for line in found.group(1).splitlines():
        if entry := _ENTRY.fullmatch(line.rstrip()):
            key = entry.group(1).lower()
            entries.setdefault(_KEYS.get(key, key), _unquoted(entry.group(2)))
    return {key: value for key, value in entries.items() if value}, found.end()


def _unquoted(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return re.sub(r"\s+#.*$", "", value)
