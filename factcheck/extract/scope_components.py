"""spaCy components for sentences and entities, for anybody's pipeline.

`nlp.add_pipe("factcheck_sentences")` sets sentence starts: no sentence crosses an empty line or
ends after an abbreviation. `nlp.add_pipe("factcheck_entities", config={"lexicon": {alias: name}})`
writes `doc.spans["entities"]`: the label of a span is "entity", its `kb_id_` the name it stands
for and `span._.possessive` tells "Kent's" from "Kent". Both wrap the plain functions that
`pipeline.Extractor` calls: importing spaCy takes longer than checking an article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping

from factcheck.extract._spacy import spacy  # noqa: F401  (before anything else of spaCy)

from spacy.language import Language  # isort: skip
from spacy.tokens import Doc, Span  # isort: skip

from factcheck.extract.entities import Gazetteer
from factcheck.extract.sentences import split_sentences
from factcheck.model import Block, BlockKind

PARAGRAPH = re.compile(r"(?:(?!\n\s*\n).)+", re.DOTALL)
"""Text up to the next empty line."""
if not Span.has_extension("possessive"):
    Span.set_extension("possessive", default=False)


class SentenceSplitter:
    """Sets `token.is_sent_start`."""

    def __call__(self, doc: Doc) -> Doc:
        blocks = [
            Block(BlockKind.PARAGRAPH, *found.span()) for found in PARAGRAPH.finditer(doc.text)
        ]
        starts = [token.idx for token in doc]
        opening = {bisect_left(starts, s.start) for s in split_sentences(doc.text, blocks)}
        for token in doc:
            token.is_sent_start = token.i in opening or token.i == 0
        return doc


class EntityFinder:
    """Writes `doc.spans["entities"]`, `span.kb_id_` and `span._.possessive`."""

    def __init__(self, lexicon: Mapping[str, str]) -> None:
        self.gazetteer = Gazetteer(lexicon)

    def __call__(self, doc: Doc) -> Doc:
        spans: list[Span] = []
        for mention in self.gazetteer.mentions(doc.text):
            span = doc.char_span(
                mention.start,
                mention.end,
                label="entity",
                kb_id=mention.entity,
                alignment_mode="expand",
            )
            assert span is not None, "expanded spans always hold a token"
            span._.possessive = mention.possessive
            spans.append(span)
        doc.spans["entities"] = spans
        return doc


@Language.factory("factcheck_sentences", assigns=["token.is_sent_start"])
def make_sentence_splitter(nlp: Language, name: str) -> SentenceSplitter:
    """Sentences that keep to their paragraph."""
    return SentenceSplitter()


@Language.factory(
    "factcheck_entities",
    assigns=["doc.spans", "span._.possessive"],
    default_config={"lexicon": {}},
)
def make_entity_finder(nlp: Language, name: str, lexicon: dict[str, str]) -> EntityFinder:
    """Countries, and the names of the lexicon (alias -> name)."""
    return EntityFinder(lexicon)
