"""From a Document to its Claims: the one place where the extractors are put in order."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.extract.dates import find_dates
from factcheck.extract.entities import Gazetteer
from factcheck.extract.quantities import find_quantities
from factcheck.extract.scope import Scope
from factcheck.extract.sentences import split_sentences
from factcheck.model import Claim, Document


class Extractor:
    """Finds every numeric claim of an article. Build once, use for many articles."""

    def __init__(self, lexicon: Mapping[str, str] | None = None) -> None:
        """`lexicon`: alias -> entity name, as the reference packs spell them."""
        self.gazetteer = Gazetteer(lexicon)

    def __call__(self, document: Document) -> list[Claim]:
        """Claims in text order; offsets point into `document.text`."""
        return Scope(
            document,
            split_sentences(document.text, document.blocks),
            find_quantities(document),
            find_dates(document),
            self.gazetteer.mentions(document.text),
        ).claims()
