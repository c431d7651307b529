"""The components work in a pipeline that has nothing else of ours, and survive storage."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from factcheck.extract import components  # noqa: F401
from factcheck.extract._spacy import spacy

TEXT = "Exports rose by nearly 3.2 percent to £4.5bn in March 2025."


@pytest.fixture(scope="module")
def nlp():
    nlp = spacy.blank("en")
    nlp.add_pipe("factcheck_quantities")
    nlp.add_pipe("factcheck_dates")
    return nlp


def test_nothing_in_a_text_without_numbers(nlp):
    doc = nlp("It was about time.")
    assert list(doc.spans["quantities"]) == []
    assert list(doc.spans["dates"]) == []


def test_quantities_and_dates_are_spans_with_values(nlp):
    doc = nlp(TEXT)
    assert [(s.text, s.label_) for s in doc.spans["quantities"]] == [
        ("3.2 percent", "percent"),
        ("£4.5bn", "money"),
    ]
    assert doc.spans["quantities"][0]._.quantity == {
        "start": 23,
        "end": 34,
        "quote": "3.2 percent",
        "kind": "percent",
        "value": "3.2",
        "low": "3.04",
        "high": "3.2",
        "unit": "percent",
        "modifier": "less_than",
    }
    assert [s._.date["value"] for s in doc.spans["dates"]] == ["2025-03"]


def test_the_day_of_the_text_fixes_relative_dates(nlp):
    doc = nlp.make_doc("Sales fell last month.")
    doc._.published = "2025-05-20"
    for _, component in nlp.pipeline:
        doc = component(doc)
    assert [s._.date["value"] for s in doc.spans["dates"]] == ["2025-04"]


def test_bytes_bring_back_spans_and_values(nlp):
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    for group, extension in (("quantities", "quantity"), ("dates", "date")):
        before = [(s.start, s.end, s._.get(extension)) for s in doc.spans[group]]
        assert [(s.start, s.end, s._.get(extension)) for s in again.spans[group]] == before
        assert before


def test_factories_say_what_they_write():
    assert spacy.blank("en").get_factory_meta("factcheck_quantities").assigns == [
        "doc.spans",
        "span._.quantity",
    ]
    assert spacy.blank("en").get_factory_meta("factcheck_dates").assigns == [
        "doc.spans",
        "span._.date",
    ]
