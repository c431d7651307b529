"""Figures without a unit of their own: which figure beside them says what they are.

In each table the sentences in which nothing may be taken over come first.
"""

import pytest
from scoped import claims

SHARES = [
    # a count, an age, a level beside its change: none of them is a share
    ("Kent has 62%. The number of barges stands at 12.", "percent count"),
    ("Kent has 62%, and 12 barges.", "percent count"),
    ("Waits fell by 12%, at 45.", "percent count"),
    ("Kent made 8,460 TWh, 30.7% of it at sea; its mills made 330.7.", "count percent count"),
    ("Kent has 62%. Essex has 120.", "percent count"),
    ("Kent has 62%.\n\nThe shire has 48.", "percent count"),
    ("Kent has 62% of the barges (of 48).", "percent count"),
    ("Kent has 62%. They sailed to 48 ports.", "percent count"),
    ("Of a panel of 3,200, one in eight agrees.", "count ratio"),
    ("Kent had 232 barges, five times as many.", "count multiple"),
    ("Sales rose 5%, and Windmill 11 did well.", "percent"),
    ("It cost 5%, Channel 4 said.", "percent"),
    ("It fell 5%, says Ann Lee (48).", "percent"),
    ("Waits fell 5% as Kent's 12 shut.", "percent count"),
    ("It is 62% of farms (48 barns).", "percent count"),
    ("Kent has 62% in May, 480 in June.", "percent count"),
    # names, places, years and questions with a share each
    ("Kent comes out with 62%, Essex with 48.", "percent percent"),
    ("Kent is at 62%, Essex on 48 and Surrey on 31.", "percent percent percent"),
    ("Kent has 62%. Then Essex, 48. The rest? 31.", "percent percent percent"),
    ("Kent has 62%. Essex 48, then Surrey on 31.", "percent percent percent"),
    ("In Kent it is 62%. A year earlier, 48. On farms, 84 against 44.", "percent " * 4),
    ("The shire has 62%. Only the Danish, 48, and the Germans, 31, do.", "percent " * 3),
    ("Kent had 62%, Essex 48 and Surrey 31.", "percent percent percent"),
    ("In Kent it is 62%, in Essex 48.", "percent percent"),
    ("Kent (62%), Essex (48) and Surrey (31) agree.", "percent percent percent"),
    ("Kent leads with 62%, followed by Essex (48).", "percent percent"),
    ("The share was 62% in 2022, 48 in 2023.", "percent percent"),
    ("The target is 92%; it managed 71.8.", "percent percent"),
    ("It met 73.1%, against a target of 78.", "percent percent"),
    ("Kent leads on 62%, with Essex (48) next. Surrey's figure is 31.", "percent percent percent"),
    ("The share is 62% of farms (2024: 48). It was 31 in 2023.", "percent percent percent"),
    ("Among women it was 62%, among men 48.", "percent percent"),
    ("It was 62% of women and 48 of men.", "percent percent"),
    ("Waits are 14 weeks in Kent, Essex 12.", "duration duration"),
    ("In Kent the wait was 22.1 weeks, in Essex 14.4.", "duration duration"),
    ("Kent pays £62, Essex 48.", "money money"),
    ("Q: In Kent?\n\nA: 62%.\n\nQ: In Essex?\n\nA: 48. Up two points.", "percent percent points"),
    ("- Kent: 62%\n- Essex: 48\n- Surrey: 31", "percent percent percent"),
]
SCORES = [
    ("Kent sold 40 barges, six fewer than Essex.", "count count"),
    ("Kent has 1,503. Essex has six points.", "count score"),
    ("A third point is made.", ""),
    ("Kent got 29 goals and Essex 23. Ann Lee scored 18.", "count count count"),
    ("Kent ended on 84 points. They won 25 and let in 41.", "score count count"),
    ("Kent had 71 points, Essex had 66.", "score score"),
    ("The model scored 97.", "score"),
    ("The rate is 4.25%, a quarter point lower.", "percent points"),
    ("The rate is 4.25% after a half-point cut.", "percent points"),
    ("It fell by a full percentage point.", "points"),
    ("Kent won by three points, with a team of five.", "score count"),
    ("- Kent has 130.1 points.\n- It has 48 barges.", "score count"),
    ("- Kent has 130.1 points.\n- Essex: 1,200.5", "score count"),
    ("Kent has 40 out of 100 farms.", "ratio"),
    ("Kent leads on 1,503. Essex is six points behind.", "score score"),
    ("Kent ended on 84, 10 points clear of Essex.", "score score"),
    ("Kent had 71 points. Essex, who sold 77 barges, followed; Surrey, on 66, came next.", "66"),
    ("The index rose by 7.1 points in a month, from 155.7 to 166.8.", "score score score"),
    ("The index averaged 144.5. It then fell to 124.5.", "score score"),
    ("- Meat stood at 127.3 points.\n- Milk rose by 0.1%, to 155.3.", "score percent score"),
    ("- Meat stood at 127.3 points.\n- Milk is at 103.3.", "score score"),
    ("The index of the mills fell to 40 out of 100, from 58.", "score score"),
    ("Its record is 47 points out of 50.", "score"),
    ("It stood 18% below the peak of 160.2 points.", "percent score"),
    ("Kent has 62%, still six points to go.", "percent points"),
]
SCALES = [
    ("Kent sold 212 million, Essex some 4.5.", ["212000000", "4.5"]),
    ("Kent sold 212 million, up 171.5.", ["212000000", "171.5"]),
    ("They sold 56 pies, 114 and 34 million.", ["56", "114", "34000000"]),
    ("They stand at 56, 114 and 34 million.", ["56000000", "114000000", "34000000"]),
    ("Kent sold 212 million, Essex 171.5, Surrey 143.5.", ["212000000", "171500000", "143500000"]),
]


def kinds(text):
    short = {"percentage_points": "points"}
    return " ".join(short.get(c.quantity.kind, str(c.quantity.kind)) for c in claims(text))


@pytest.mark.parametrize(("text", "expected"), SHARES)
def test_shares(text, expected):
    assert kinds(text) == expected.strip()


@pytest.mark.parametrize(("text", "expected"), SCORES)
def test_scores(text, expected):
    if expected.isdecimal():
        said = next(c.quantity for c in claims(text) if c.quantity.quote == expected)
        assert said.kind == "score"
    else:
        assert kinds(text) == expected


@pytest.mark.parametrize(("text", "values"), SCALES)
def test_scales(text, values):
    assert [str(c.quantity.value) for c in claims(text)] == values
