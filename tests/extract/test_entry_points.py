"""The components can be had by name wherever the package is installed."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points

import pytest
from spacy.tokens import Doc

from factcheck.extract._spacy import spacy

FACTORIES = ("factcheck_quantities", "factcheck_dates", "factcheck_sentences", "factcheck_entities")
SCRIPT = """
import spacy
nlp = spacy.blank("en")
nlp.add_pipe("factcheck_quantities")
nlp.add_pipe("factcheck_dates")
doc = nlp("Exports rose to £4.5bn in March 2025.")
print([s.text for s in doc.spans["quantities"]], [s.text for s in doc.spans["dates"]])
"""


def test_factories_are_registered_under_their_names():
    registered = entry_points(group="spacy_factories")
    assert {p.name for p in registered if p.name.startswith("factcheck")} == set(FACTORIES)


@pytest.mark.parametrize("name", FACTORIES)
def test_each_entry_point_leads_to_its_factory(name):
    (point,) = entry_points(group="spacy_factories", name=name)
    assert callable(point.load())
    assert spacy.blank("en").get_factory_meta(name).factory == name


def test_a_fresh_process_needs_no_import_of_ours():
    run = subprocess.run([sys.executable, "-c", SCRIPT], check=True, capture_output=True, text=True)
    assert run.stdout == "['£4.5bn'] ['March 2025']\n"


def test_a_pipe_of_texts_is_read_like_each_text_alone():
    nlp = spacy.blank("en")
    nlp.add_pipe("factcheck_quantities")
    texts = ["It was quiet.", "It cost $3m.", "Turnout was 66.2pc, up from 61.5pc."]
    docs = list(nlp.pipe(texts, batch_size=2))
    alone = [nlp(text) for text in texts]
    assert [_told(doc) for doc in docs] == [_told(doc) for doc in alone]
    assert [len(doc.spans["quantities"]) for doc in docs] == [0, 1, 2]


def test_a_pipeline_comes_back_from_disk(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("factcheck_quantities")
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    doc = again("It cost $3m.")
    stored = Doc(again.vocab).from_bytes(doc.to_bytes())
    assert _told(stored) == _told(nlp("It cost $3m.")) != []


def _told(doc):
    return [span._.quantity for span in doc.spans["quantities"]]
