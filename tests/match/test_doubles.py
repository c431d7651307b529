"""Two numbers of one sentence under one slot: the one that says less must not accuse."""

from dataclasses import replace

from made import aligned, claim, number, reading, reference

from factcheck.match.doubles import DOUBTFUL, without_doubles

BOOK = reference(
    """
    ripe | Kent  | | 2025 | 46 | percent
    ripe | Essex | | 2025 | 38 | percent
    """
)
TEXT = "46 percent in town and 36 percent at sea"


def told(value, start, text=TEXT):
    return claim(number(value, start=start), who="Kent", when="2025", sentence=text)


def scores(*readings, claims):
    found = without_doubles(claims, [aligned(one) for one in readings])
    return [(one.readings[0].score, one.readings[0].settled) for one in found]


KENT, ESSEX = (reading(BOOK, "ripe", who, "2025") for who in ("Kent", "Essex"))
BOTH = (told("46", 0), told("36", 23))


def test_what_may_both_be_true_stays():
    weak = replace(KENT, score=0.5)
    same = [(0.9, True), (0.5, True)]
    assert scores(KENT, replace(ESSEX, score=0.5), claims=BOTH) == same
    assert scores(KENT, weak, claims=(told("46", 0), told("46", 23))) == same
    against = "46 percent in town against 36 percent"
    assert scores(KENT, weak, claims=(told("46", 0, against), told("36", 27, against))) == same
    other = replace(BOTH[1], sentence_start=90)
    assert scores(KENT, weak, claims=(BOTH[0], other)) == same
    assert scores(KENT, replace(weak, outright=True), claims=BOTH) == same


def test_the_weaker_of_two_becomes_doubtful():
    weak = replace(KENT, score=0.5)
    assert scores(KENT, weak, claims=BOTH) == [(0.9, True), (DOUBTFUL, False)]
    assert scores(weak, KENT, claims=BOTH) == [(DOUBTFUL, False), (0.9, True)]
    assert scores(KENT, KENT, claims=BOTH) == [(0.9, True), (DOUBTFUL, False)]
