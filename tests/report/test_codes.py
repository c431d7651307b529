"""The table of finding codes: complete, unique, and in step with the report."""

import re

import pytest

from factcheck.model import Cause, Relation, Status
from factcheck.report.codes import CODES, INCONSISTENCY, code_for
from factcheck.report.levels import Level
from factcheck.report.pages import PAGES

ALLOWED = [(entry.status, entry.cause) for entry in CODES.values() if entry.status]


def test_every_cause_relation_and_page_has_a_code():
    causes = {entry.cause for entry in CODES.values()}
    assert causes >= set(Cause) | set(Relation)
    assert list(CODES) == sorted(PAGES)
    assert {status for status, _ in ALLOWED} == set(Status)


@pytest.mark.parametrize(
    ("status", "cause", "code"),
    [
        (Status.SUPPORTED, None, "FC000"),
        (Status.SUPPORTED, Cause.SUPERSEDED, "FC002"),
        (Status.AMBIGUOUS, Cause.SEVERAL_CANDIDATES, "FC101"),
        (Status.UNVERIFIABLE, Cause.NO_PERIOD, "FC111"),
        (Status.NOT_CHECKABLE, Cause.FORECAST, "FC121"),
        (Status.CONTRADICTED, Cause.VALUE_MISMATCH, "FC201"),
        (Status.CONTRADICTED, Cause.WRONG_ENTITY, "FC212"),
        (Status.CONTRADICTED, Cause.ARITHMETIC, "FC213"),
    ],
)
def test_code_for(status, cause, code):
    assert code_for(status, cause) == code


@pytest.mark.parametrize(
    ("status", "cause"),
    [
        (Status.CONTRADICTED, None),
        (Status.CONTRADICTED, Cause.ROUNDING),
        (Status.SUPPORTED, Cause.WRONG_UNIT),
        (Status.UNVERIFIABLE, Cause.FORECAST),
    ],
)
def test_a_status_has_only_its_own_causes(status, cause):
    with pytest.raises(KeyError):
        code_for(status, cause)


@pytest.mark.parametrize("entry", CODES.values(), ids=str)
def test_pages_are_complete(entry):
    assert re.fullmatch(r"FC\d{3}", entry.code)
    for words in (entry.checks, entry.why, entry.fix):
        assert re.fullmatch(r"\S.*[.)]", words)
    assert entry.fires != entry.silent
    assert entry.title[0].isupper()
    assert not entry.title.endswith(".")


def test_levels():
    by_level = {level: [c.code for c in CODES.values() if c.level is level] for level in Level}
    assert all(code.startswith("FC2") for code in by_level[Level.ERROR])
    assert by_level[Level.WARNING] == ["FC002", "FC003", "FC101", INCONSISTENCY, "FC401", "FC501"]
    assert by_level[Level.NOTE][:3] == ["FC110", "FC111", "FC112"]
    assert by_level[Level.NONE] == ["FC000", "FC001", "FC120", "FC121", "FC122"]
