"""A number is held against no part named elsewhere, nor where its words name another measure."""

import pytest
from made import aligned, claim, number, reading, reference

from factcheck.model import Kind, Status
from factcheck.verdict.judge import judge

BOOK = reference(
    """
    safe  | Kent | girls | 2025 | 74 | percent
    lost  | Kent |       | 2025 | 64 | percent
    hopes | Kent |       | 2025 | 23 | percent
    """,
    {
        "safe": {"name": "Pupils who feel safe"},
        "lost": {"name": "Millers who see fewer mills", "topic": "mills"},
        "hopes": {"name": "Bakers with hope", "topic": "mills", "aliases": ("hopeful bakers",)},
    },
)


def status(value, indicator, sentence, **fields):
    part = "girls" if indicator == "safe" else ""
    told = reading(BOOK, indicator, "Kent", "2025", dimension=part, score=0.9)
    made = claim(number(value, Kind.PERCENT), who="Kent", sentence=sentence, **fields)
    return judge(made, aligned(told), BOOK).verdict.status


@pytest.mark.parametrize(
    ("value", "indicator", "sentence", "fields"),
    [
        pytest.param("81", "safe", "Of boys it was 81.", {}, id="of others"),
        pytest.param("81", "safe", "81 had.", {"context": (("girls", 0.4),)}, id="named before"),
        pytest.param("23", "lost", "Among bakers 23.", {}, id="the words of the other measure"),
    ],
)
def test_stays_silent(value, indicator, sentence, fields):
    assert status(value, indicator, sentence, **fields) is Status.UNVERIFIABLE


@pytest.mark.parametrize(
    ("value", "indicator", "sentence", "fields"),
    [
        pytest.param("81", "safe", "Of girls it was 81.", {}, id="named"),
        pytest.param("81", "safe", "81 had.", {"context": (("Girls", 1.0),)}, id="named by a row"),
        pytest.param("47", "safe", "81 had.", {}, id="a slip explains it"),
        pytest.param("23", "lost", "Of millers 23.", {}, id="the words of its own measure"),
        pytest.param("23", "lost", "Millers and bakers: 23.", {}, id="of both"),
        pytest.param("23", "lost", "It is 23.", {}, id="of neither"),
    ],
)
def test_stands(value, indicator, sentence, fields):
    assert status(value, indicator, sentence, **fields) is Status.CONTRADICTED
