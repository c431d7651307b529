"""From a Document to its Claims: the one place where the extractors are put in order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING

from factcheck.errors import UnreadableArticle
from factcheck.extract.dates import find_dates
from factcheck.extract.entities import Gazetteer
from factcheck.extract.numbers import scan
from factcheck.extract.quantities import find_quantities
from factcheck.extract.scope import Scope
from factcheck.extract.sentences import split_sentences
from factcheck.limits import USUAL
from factcheck.model import Claim, Document

if TYPE_CHECKING:
    from factcheck.extract.trained import Names

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
"""Anything in digits, claim or not, for the coverage line."""


class Extractor:
    """Finds every numeric claim of an article. Build once, use for many articles."""

    def __init__(
        self,
        lexicon: Mapping[str, str] | None = None,
        pipeline: str | None = None,
        most: int = USUAL.numbers,
    ) -> None:
        """`lexicon`: alias -> entity name, as the reference packs spell them.

        `pipeline`: a trained spaCy pipeline that finds further names. Raises `BadSetting` where it
        cannot be loaded. `most`: numbers of an article.
        """
        self.most = most
        self.gazetteer = Gazetteer(lexicon)
        self.names = _names(pipeline) if pipeline else None

    def __call__(self, document: Document) -> tuple[list[Claim], int]:
        """Claims in text order, offsets into `document.text`, and how many numbers it holds.

        Raises `UnreadableArticle` where these are too many.
        """
        if len(document.text) > self.most and any(islice(scan(document.text), self.most, None)):
            wanted = f"at most {self.most} (--max-numbers allows more)"
            raise UnreadableArticle(document.path, "too many numbers", wanted)
        sentences = split_sentences(document.text, document.blocks)
        mentions = self.gazetteer.mentions(document.text)
        if self.names:
            mentions = self.names.beside(document.text, mentions)
        dates = find_dates(document)
        quantities = find_quantities(document, dates)
        claims = Scope(document, sentences, quantities, dates, mentions).claims()
        return claims, max(len(NUMBER.findall(document.text)), len(claims))


def _names(pipeline: str) -> Names:
    from factcheck.extract.trained import Names

    return Names(pipeline)
