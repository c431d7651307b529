"""How grave each verdict is; in step with the table of codes."""

import pytest
from samples import CROPS, finding

from factcheck.model import Attribution, Status
from factcheck.report.codes import CODES
from factcheck.report.levels import Level, level


@pytest.mark.parametrize("entry", [c for c in CODES.values() if c.status], ids=lambda c: c.code)
def test_level_is_that_of_the_code(entry):
    assert level(finding(CROPS, "3%", entry.status, entry.cause)) is entry.level


@pytest.mark.parametrize("entry", [c for c in CODES.values() if c.status], ids=lambda c: c.code)
def test_a_speaker_never_makes_an_error(entry):
    quoted = finding(CROPS, "3%", entry.status, entry.cause, attribution=Attribution.QUOTED)
    expected = Level.WARNING if entry.status is Status.CONTRADICTED else entry.level
    assert level(quoted) is expected
