"""Findings of one article: one a claim, in order, with a stable name."""

from dataclasses import replace
from decimal import Decimal

import pytest
from made import SOURCE, aligned, claim, document, number, reading, reference

from factcheck.model import Kind, Status
from factcheck.verdict.engine import findings

BOOK = reference("goals | Vestby | | 2025 | 71 | count\ngoals | Vestby | | 2024 | 52 | count")
SENTENCE = "Vestby scored 71 goals in 2025."
READING = reading(BOOK, "goals", "Vestby", "2025", score=0.876)
TOLD = claim(number("71"), sentence=SENTENCE)


def found(*claims, alignment=None):
    alignments = [alignment or aligned(READING)] * len(claims)
    some, _ = findings(document(SENTENCE), claims, alignments, BOOK)
    return some


def test_one_finding_a_claim_in_text_order():
    claims = [TOLD, claim(number("73")), claim(number("71"), checkability=None)]
    assert [one.claim for one in found(*claims)] == claims


def test_the_row_a_verdict_rests_on():
    [one] = found(TOLD)
    assert one.match.observation == READING.rows[0]
    assert (one.match.indicator_name, one.match.source) == ("Goals", SOURCE)
    assert (one.match.score, one.match.why) == (Decimal("0.88"), READING.why)
    assert one.match.operation is None


def test_no_row_where_nothing_was_held_against_it():
    [one] = found(TOLD, alignment=aligned())
    assert (one.match, one.verdict.status) == (None, Status.UNVERIFIABLE)


def test_scores_are_told_as_shares():
    [one] = found(TOLD, alignment=aligned(replace(READING, score=1.4)))
    assert one.match.score == 1


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ({"line": 9, "column": 4, "sentence_start": 80, "block": 3}, True),
        ({"sentence": "Vestby  scored 71\ngoals in 2025."}, True),
        ({"periods": (), "entities": ()}, True),
        ({"sentence": "Vestby scored 71 goals in 2024."}, False),
        ({"quantity": number("72")}, False),
        ({"quantity": number("71", Kind.PERCENT)}, False),
    ],
)
def test_the_name_of_a_finding_is_its_words_not_its_place(changed, same):
    [one], [other] = found(TOLD), found(replace(TOLD, **changed))
    assert (one.id == other.id) is same
    assert len(one.id) == 16


def test_equal_claims_have_names_of_their_own():
    first, second, third = (one.id for one in found(TOLD, claim(number("73")), TOLD))
    assert len({first, second, third}) == 3
    assert first == found(TOLD)[0].id
