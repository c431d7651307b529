"""Names of a trained pipeline: they make somebody else known, and never accuse."""

from pathlib import Path

import pytest
import spacy

from factcheck.articles import read_article
from factcheck.checker import Checker
from factcheck.errors import BadSetting
from factcheck.extract.entities import Gazetteer, Mention
from factcheck.extract.trained import Names
from factcheck.model import Status
from factcheck.reference.store import load_packs

HOSPITAL = Path(__file__).parents[1] / "packs" / "hospital"
NAMES = [
    {"label": "GPE", "pattern": "Eastvale"},
    {"label": "ORG", "pattern": "Northmere Trust"},
    {"label": "PERSON", "pattern": "Ada Holt"},
]


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory):
    """A pipeline in a folder, as `nlp.to_disk` writes one; its names stand in for a trained NER."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(NAMES)
    folder = tmp_path_factory.mktemp("pipeline") / "made"
    nlp.to_disk(folder)
    return str(folder)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Holt said so.", []),
        ("It rained in Northmere.", [("Northmere", False)]),
        (
            "It rained in Eastvale.\nAnd in Eastvale’s hills.",
            [("Eastvale", False), ("Eastvale", True)],
        ),
        ("The Northmere Trust in Eastvale", [("Northmere", False), ("Eastvale", False)]),
    ],
)
def test_names_beside_those_that_are_known(pipeline, text, expected):
    known = Gazetteer({"Northmere": "Northmere"}).mentions(text)
    found = Names(pipeline).beside(text, known)
    assert [(text[m.start : m.end], m.possessive) for m in found] == expected
    assert all(isinstance(one, Mention) for one in found)


STORY = (
    "Waits in Northmere\n\n"
    "In March 2026, 73.2 percent of emergency patients in Northmere were seen within four "
    "hours.\n\n"
    "In Eastvale, 61.7 percent were seen within four hours in March 2026.\n"
)


def verdicts(pipeline):
    checker = Checker(load_packs([HOSPITAL]), semantic="never", spacy_model=pipeline)
    [article] = checker([read_article("a.txt", STORY.encode())]).articles
    return [finding.verdict.status for finding in article.findings]


def test_a_number_about_somebody_else_is_left_alone(pipeline):
    assert verdicts(None)[1] is Status.CONTRADICTED
    assert verdicts(pipeline) == [Status.SUPPORTED, Status.UNVERIFIABLE]


def test_a_pipeline_that_is_not_there():
    with pytest.raises(BadSetting) as error:
        Names("en_nowhere")
    assert str(error.value).startswith("--spacy-model en_nowhere: cannot be loaded ([E050] Can't")
    assert str(error.value).endswith(
        "; expected an installed spaCy pipeline or its folder. [bad-setting]"
    )
