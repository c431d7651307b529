"""Plain text: the decoded file is the text."""

from __future__ import annotations

from factcheck.articles.directives import directives, without_comments
from factcheck.articles.layout import blocks
from factcheck.articles.metadata import stated_date, stated_title
from factcheck.model import Document


def read(text: str, *, path: str, id: str, sha256: str, encoding: str) -> Document:
    """Return the article in a decoded plain text file."""
    article = without_comments(text)
    layout = blocks(article)
    return Document(
        id=id,
        path=path,
        text=text,
        sha256=sha256,
        title=stated_title(article, layout),
        published=stated_date(article),
        encoding=encoding,
        blocks=layout,
        directives=directives(text),
    )
