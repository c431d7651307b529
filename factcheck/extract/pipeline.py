"""From a Document to its Claims: the one place where the extractors are put in order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from factcheck.extract.dates import find_dates
from factcheck.extract.entities import Gazetteer
from factcheck.extract.quantities import find_quantities
from factcheck.extract.scope import Scope
from factcheck.extract.sentences import split_sentences
from factcheck.model import Claim, Document

if TYPE_CHECKING:
    from factcheck.extract.trained import Names

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
"""Anything in digits, claim or not, for the coverage line."""


class Extractor:
    """Finds every numeric claim of an article. Build once, use for many articles."""

    def __init__(
        self, lexicon: Mapping[str, str] | None = None, pipeline: str | None = None
    ) -> None:
        """`lexicon`: alias -> entity name, as the reference packs spell them.

        `pipeline`: a trained spaCy pipeline that finds further names. Raises `BadSetting` where it
        cannot be loaded.
        """
        self.gazetteer = Gazetteer(lexicon)
        self.names = _names(pipeline) if pipeline else None

    def __call__(self, document: Document) -> tuple[list[Claim], int]:
        """Claims in text order, offsets into `document.text`, and how many numbers it holds."""
        sentences = split_sentences(document.text, document.blocks)
        mentions = self.gazetteer.mentions(document.text)
        if self.names:
            mentions = self.names.beside(document.text, mentions)
        quantities, dates = find_quantities(document), find_dates(document)
        claims = Scope(document, sentences, quantities, dates, mentions).claims()
        return claims, max(len(NUMBER.findall(document.text)), len(claims))


def _names(pipeline: str) -> Names:
    from factcheck.extract.trained import Names

    return Names(pipeline)
