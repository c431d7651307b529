"""What the figures of other times beside it tell about a number."""

from dataclasses import replace

import pytest
import worded
from made import aligned, reading, reference

from factcheck.model import Cause, Slot, Status
from factcheck.verdict.judge import judge
from factcheck.verdict.series import mark_series

BOOK = reference(
    """
    rents | Kent  | | 2026-02 | 2.4 | percent
    rents | Kent  | | 2026-03 | 3.3 | percent
    rents | Kent  | | 2026-04 | 3.8 | percent
    rents | Essex | | 2026-03 | 3.3 | percent
    tolls | Kent  | | 2026-03 | 3.3 | percent
    """
)


def judged_last(marked, beside=("rents", "Kent", "2026-03"), score=0.5, origin="clause"):
    """The judgement on the last number of a text, said of rents in Kent in February; the other is
    of `beside`."""
    other, last = worded.claims(marked)[1]
    last = replace(last, periods=(Slot("2026-02", origin, firm=True),))
    alignments = [
        aligned(reading(BOOK, *beside)),
        aligned(reading(BOOK, "rents", "Kent", "2026-02", score=score)),
    ]
    judged = [judge(*pair, BOOK) for pair in zip((other, last), alignments, strict=True)]
    assert judged[1].verdict.status is Status.UNVERIFIABLE
    return mark_series((other, last), judged, alignments, BOOK, None)[-1]


SAID = "Rents rose {3.3%} in March and {2.9%} in February."


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        pytest.param(SAID, {"beside": ("rents", "Essex", "2026-03")}, id="of somebody else"),
        pytest.param(SAID, {"beside": ("tolls", "Kent", "2026-03")}, id="of something else"),
        pytest.param(SAID, {"score": 0.3}, id="hardly about it"),
        pytest.param(SAID, {"origin": "article"}, id="its own words name no time"),
        pytest.param(SAID.replace("3.3", "3.6"), {}, id="what stands beside it is wrong"),
        pytest.param("Rents rose {3.3%}. In February {2.9%}.", {}, id="another sentence"),
        pytest.param("Rents rose {3.3%} in March, {29%} in February.", {}, id="far off"),
    ],
)
def test_stays_silent(text, fields):
    assert judged_last(text, **fields).verdict.status is Status.UNVERIFIABLE


def test_a_number_beside_one_of_its_series_is_wrong():
    found = judged_last(SAID)
    told = found.verdict
    assert (told.status, told.cause) == (Status.CONTRADICTED, Cause.VALUE_MISMATCH)
    assert told.expected == "2.4"
    assert found.reading.score == 0.5, "what is told of the match is what it was"
