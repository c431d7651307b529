"""Sentences and entities in a spaCy pipeline that has nothing else of ours."""

import pytest

from factcheck.extract import scope_components  # noqa: F401
from factcheck.extract._spacy import spacy


@pytest.fixture(scope="module")
def nlp():
    nlp = spacy.blank("en")
    nlp.add_pipe("factcheck_sentences")
    nlp.add_pipe("factcheck_entities", config={"lexicon": {"Kentish": "Kent", "Kent": "Kent"}})
    return nlp


def test_nothing_in_an_empty_text(nlp):
    doc = nlp("")
    assert list(doc.spans["entities"]) == []


def test_sentences(nlp):
    doc = nlp("A title\n\nIt cost approx. 5 pounds. Then it rose.")
    assert [s.text.strip() for s in doc.sents] == [
        "A title",
        "It cost approx. 5 pounds.",
        "Then it rose.",
    ]


def test_entities(nlp):
    doc = nlp("Kentish farms beat Kent's mills and France.")
    assert [(s.text, s.kb_id_, s._.possessive) for s in doc.spans["entities"]] == [
        ("Kentish", "Kent", False),
        ("Kent", "Kent", True),
        ("France", "France", False),
    ]


def test_factories_say_what_they_write(nlp):
    assert nlp.get_factory_meta("factcheck_sentences").assigns == ["token.is_sent_start"]
    assert nlp.get_factory_meta("factcheck_entities").assigns == ["doc.spans", "span._.possessive"]
