"""Pages from the network, for `--url` alone: nothing else in factcheck reaches out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factcheck import __version__
from factcheck.articles import read_article
from factcheck.errors import UnreadableArticle
from factcheck.model import Document, Skipped

if TYPE_CHECKING:
    from urllib3 import PoolManager

SECONDS = 30
"""Longest wait for a connection or for the next bytes. Inclusive."""
LARGEST = 50 * 2**20
"""Bytes of the largest page that is read. Inclusive."""


def fetched(
    urls: Sequence[str], *, published: date | None, outlet: str | None
) -> tuple[list[Document], list[Skipped]]:
    """Fetch and read pages one after the other; what cannot be had is returned with its reason."""
    documents: list[Document] = []
    skipped: list[Skipped] = []
    for url in dict.fromkeys(urls):
        try:
            page = read_article(url, _content(url))
        except UnreadableArticle as error:
            skipped.append(Skipped(url, error.code, str(error)))
            continue
        documents.append(
            replace(
                page,
                url=url,
                plain=False,
                published=published or page.published,
                outlet=outlet or page.outlet,
            )
        )
    return documents, skipped


def _content(url: str) -> bytes:
    """Raises `UnreadableArticle`."""
    from urllib3.exceptions import HTTPError

    wanted = "a page that can be fetched"
    scheme = urlsplit(url).scheme.lower()
    if scheme not in {"http", "https"}:
        raise UnreadableArticle(url, "no address of a page", "http:// or https://")
    try:
        answer = _pool(scheme).request(
            "GET", url, timeout=SECONDS, retries=5, preload_content=False
        )
        with answer:
            content: bytes = answer.read(LARGEST + 1)
    except HTTPError as error:
        cause = getattr(error, "reason", None) or error
        raise UnreadableArticle(url, f"no answer ({type(cause).__name__})", wanted) from None
    if answer.status != 200:
        found = f"HTTP {answer.status} {answer.reason or ''}".rstrip()
        raise UnreadableArticle(url, found, wanted)
    if len(content) > LARGEST:
        raise UnreadableArticle(url, f"more than {LARGEST} bytes", "a page")
    return content


def _pool(scheme: str) -> PoolManager:
    """Through the proxy that the environment names, if any."""
    from urllib3 import PoolManager, ProxyManager

    headers = {"User-Agent": f"factcheck/{__version__}", "Accept": "text/html,*/*;q=0.8"}
    name = f"{scheme}_proxy"
    proxy = os.environ.get(name) or os.environ.get(name.upper())
    return ProxyManager(proxy, headers=headers) if proxy else PoolManager(headers=headers)
