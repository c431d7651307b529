"""Numbers that stand at each other's place."""

import pytest
from made import aligned, claim, number, reading, reference

from factcheck.model import Cause, Kind, Status
from factcheck.verdict.judge import judge
from factcheck.verdict.swaps import REACH, mark_swaps

CLUBS = {"Vestby": "54", "Rovers": "66", "Lyngmark": "49", "Kestrel": "41"}
BOOK = reference("".join(f"points | {c} | | 2025 | {p} | points\n" for c, p in CLUBS.items()))
VALUE, SWAPPED = Cause.WRONG_ENTITY, Cause.SWAPPED


def told(*pairs, blocks=None):
    """Each club with the points an article gives it, in text order; a sentence a block."""
    places = blocks or [0] * len(pairs)
    claims = [
        claim(number(points, Kind.SCORE, "points"), block=block, sentence_start=100 * block)
        for block, (_, points) in zip(places, pairs, strict=True)
    ]
    return swapped(claims, [[reading(BOOK, "points", club, "2025")] for club, _ in pairs])


def swapped(claims, readings, rivals=()):
    alignments = [
        aligned(*some, rivals=tuple(rivals[place : place + 1]))
        for place, some in enumerate(readings)
    ]
    judged = [judge(c, a, BOOK) for c, a in zip(claims, alignments, strict=True)]
    return mark_swaps(claims, judged, alignments)


def causes(*pairs, **fields):
    return [one.verdict.cause for one in told(*pairs, **fields)]


RIGHT = [("Vestby", "54"), ("Rovers", "66")]
PAIR = [("Vestby", "66"), ("Rovers", "54")]
CYCLE = [("Vestby", "66"), ("Rovers", "49"), ("Lyngmark", "54")]


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        pytest.param(RIGHT, [None, None], id="right"),
        pytest.param([("Vestby", "66"), ("Rovers", "66")], [VALUE, None], id="one is right"),
        pytest.param([("Vestby", "66"), ("Rovers", "49")], [VALUE, VALUE], id="half a cycle"),
        pytest.param(PAIR, [SWAPPED, SWAPPED], id="a pair"),
        pytest.param(CYCLE, [SWAPPED] * 3, id="three in a ring"),
        pytest.param([*PAIR, ("Kestrel", "49")], [SWAPPED, SWAPPED, VALUE], id="a pair and one"),
        pytest.param(
            [("Vestby", "66"), ("Rovers", "54"), ("Lyngmark", "41"), ("Kestrel", "49")],
            [SWAPPED] * 4,
            id="two pairs",
        ),
    ],
)
def test_exchanged(pairs, expected):
    assert causes(*pairs) == expected


def test_every_side_says_what_stands_there_by_right():
    first, second = (one.verdict for one in told(*PAIR))
    assert (first.status, first.code, first.expected) == (Status.CONTRADICTED, "FC204", "54")
    assert first.message == "66 stands at another number's place; here it is 54 points"
    assert second.message == "54 stands at another number's place; here it is 66 points"


def test_not_across_the_article():
    assert SWAPPED not in causes(*PAIR, blocks=[0, 2])
    assert causes(*PAIR, blocks=[0, 1]) == [SWAPPED, SWAPPED]
    between = [("Lyngmark", "49")] * REACH
    assert SWAPPED not in causes(PAIR[0], *between, PAIR[1])
    assert causes(PAIR[0], *between[1:], PAIR[1]).count(SWAPPED) == 2


def test_kinds_are_not_exchanged():
    book = reference("won | Vestby | | 2025 | 21 | count\nshare | Vestby | | 2025 | 19 | percent")
    claims = [claim(number("19")), claim(number("21", Kind.PERCENT))]
    found = swapped(claims, [[reading(book, name, "Vestby", "2025")] for name in ("won", "share")])
    assert {one.verdict.status for one in found} == {Status.CONTRADICTED}
    assert SWAPPED not in {one.verdict.cause for one in found}


LISTS = reference(
    "won | Vestby | | 2025 | 21 | count\nwon | Rovers | | 2025 | 19 | count\n"
    "lost | Vestby | | 2025 | 19 | count\nlost | Rovers | | 2025 | 21 | count"
)


def test_an_accusation_held_back_counts_in_a_swap():
    """Each number alone may be about something else; together they can only be exchanged."""
    won, lost = (
        [reading(LISTS, name, club, "2025", score=score) for club in ("Vestby", "Rovers")]
        for name, score in (("won", 0.9), ("lost", 0.8))
    )
    claims = [claim(number(value)) for value in ("19", "21")]
    alone = [judge(c, aligned(r, rivals=(o,)), LISTS) for c, r, o in zip(claims, won, lost)]  # noqa: B905
    assert [one.verdict.status for one in alone] == [Status.SUPPORTED] * 2
    found = swapped(claims, [[one] for one in won], lost)
    assert [one.verdict.cause for one in found] == [SWAPPED] * 2
    assert [one.verdict.expected for one in found] == ["21", "19"]


@pytest.mark.parametrize(("sentences", "expected"), [((0, 100), False), ((0, 0), True)])
def test_two_numbers_of_one_sentence_settle_each_other(sentences, expected):
    """Neither reading is good enough to accuse, but the sentence gives both to each other."""
    weak = [
        [reading(BOOK, "points", club, "2025", score=0.1, settled=False)]
        for club in ("Vestby", "Rovers")
    ]
    claims = [
        claim(number(value, Kind.SCORE, "points"), sentence_start=start)
        for value, start in zip(("66", "54"), sentences, strict=True)
    ]
    causes = [one.verdict.cause for one in swapped(claims, weak)]
    assert [cause is SWAPPED for cause in causes] == [expected] * 2


SHARES = reference(
    """
    of_projects | Vestby | | 2025 | 23.4 | percent
    of_projects | Rovers | | 2025 | 19.9 | percent
    of_projects | Lyngmark | | 2025 | 23 | percent
    of_projects | Kestrel | | 2025 | 19 | percent
    of_patents  | Vestby | | 2025 | 12.1 | percent
    of_patents  | Rovers | | 2025 | 0.4  | percent
    of_patents  | Lyngmark | | 2025 | 12  | percent
    of_patents  | Kestrel | | 2025 | 1  | percent
    """
)


@pytest.mark.parametrize(
    ("values", "clubs", "expected"),
    [
        pytest.param(("23.4", "12.1"), ("Vestby", "Rovers"), False, id="no exchange"),
        pytest.param(("19", "23"), ("Lyngmark", "Kestrel"), False, id="two digits are chance"),
        pytest.param(("19.9", "23.4"), ("Vestby", "Rovers"), True, id="three are not"),
    ],
)
def test_an_exchange_under_a_rival_meaning(values, clubs, expected):
    claims = [claim(number(value, Kind.PERCENT)) for value in values]
    alignments = [
        aligned(
            reading(SHARES, "of_patents", club, "2025", settled=False),
            rivals=(reading(SHARES, "of_projects", club, "2025", score=0.6, settled=False),),
        )
        for club in clubs
    ]
    judged = [judge(c, a, SHARES) for c, a in zip(claims, alignments, strict=True)]
    found = [one.verdict.cause for one in mark_swaps(claims, judged, alignments)]
    assert (found == [SWAPPED, SWAPPED]) is expected
