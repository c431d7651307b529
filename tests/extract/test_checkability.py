"""Forecasts, hypotheses, opinions; sources and quotation marks."""

import pytest
from scoped import claims

ROWS = [
    ("Kent sold 5 barges.", None),
    ("They will tell you that Kent sold 5 barges.", None),
    ("It fell to 40 in May 2025.", None),
    ("This 6% gap could close.", None),
    ("Nearly 10% of mills stand idle, we estimate.", None),
    ("Kent did all it could, with 5 barges sold.", None),
    ("They may eat as much wheat as 12 million people.", None),
    ("Mills could draw 29 GW by the end of 2025.", None),
    ("Kent met the target for 58 barges.", None),
    ("Kent has sold 5 barges, I believe.", None),
    ("Kent sold 5 barges if you include the old ones.", None),
    ("Were they right? Kent sold 5 barges.", None),
    ("Asked how it will end, 73% expect a loss.", None),
    ("Of what they will do, 73% of millers think little.", None),
    ("She expects a fall and has set aside 5 barges.", None),
    ("On how mills will change, 7% are hopeful.", None),
    ("Kent is 5 times as likely to win.", None),
    ("A mill may drink the water of 12 villages.", None),
    ("They expect a fall, says Moss, whose mill turned 5 times.", None),
    ("The list should have said 5 barges.", None),
    ("The index had reached 340 by then.", None),
    ("The index crosses 340.", None),
    ("Kent has the means to sell 5 barges.", None),
    ("It means to a miller that 5 barges sank.", None),
    ("He reckons that one in three mills stand idle.", None),
    ("This means to sell 5 barges.", None),
    ("Half of the mills have vanished.", None),
    ("Moss means to sell 5 barges.", "forecast"),
    ("He reckons that one in three mills will have vanished by then.", "forecast"),
    ("Kent intends to sell 5 barges.", "forecast"),
    ("One in three of the mills will have vanished by then.", "forecast"),
    ("Kent should have 5 barges.", "opinion"),
    ("Our call: 5 barges go by autumn.", "opinion"),
    ("A mill could swallow the water of 12 villages.", "forecast"),
    ("Kent is likely to sell 5 barges.", "forecast"),
    ("The index crosses 340 by then.", "forecast"),
    ("Kent expects that 73% of mills rest.", "forecast"),
    ("She expects a fall and a loss of 5 barges.", "forecast"),
    ("Wages could fall by 8%.", "forecast"),
    ("Mills could draw 29 GW by the end of 2027.", "forecast"),
    ("Kent will sell 5 barges.", "forecast"),
    ("Kent said it could, with 5 barges sold.", "forecast"),
    ("Ada Moss expects the fleet to shrink below 450 by autumn.", "forecast"),
    ("Millers see a loss of 8% this year.", "forecast"),
    ("The target is 5%.", "forecast"),
    ("If Kent sold 5 barges, it could rest.", "hypothetical"),
    ("Were the fleet to shrink by a fifth, it could rest.", "hypothetical"),
    ("Had wages kept pace, mine would be 8% fatter.", "hypothetical"),
    ("My bet is a loss of 8% by autumn.", "opinion"),
    ("If you force me: half.", "opinion"),
    ("Of the barges, nine out of ten are worthless.", "opinion"),
    ("I think 5 barges are enough.", "opinion"),
    ("I give it 60%.", "opinion"),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_checkability(text, expected):
    assert [c.checkability for c in claims(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Among millers 73% expect to lose 5 barges.", [None, "forecast"]),
        ("She expects a loss, among millers 23%.", ["forecast"]),
        ("Among millers 73% expect a loss, among bakers 23%.", [None, None]),
        ("73% expect a loss, a gap of 50 points.", [None, None]),
    ],
)
def test_the_answer_of_others_is_no_forecast(text, expected):
    assert [c.checkability for c in claims(text)] == expected


def test_a_forecast_may_start_from_a_fact():
    told, known = claims("By 2030 Kent will make 40% of its power, up from 28% now.")
    assert (told.checkability, known.checkability) == ("forecast", None)


SOURCES = [
    ("The report shows 5 barges.", None, "writer"),
    ("Some said 5 barges.", None, "writer"),
    ("According to the Crop Office, 5 barges sank.", "the Crop Office", "attributed"),
    ("Data from Kent show 5 barges.", "Kent", "attributed"),
    ('"We sold 5 barges," said a man.', None, "quoted"),
    ("He said “we sold 5 barges”.", None, "quoted"),
    ('"Fine," he said, and sold 5 barges.', None, "writer"),
]


@pytest.mark.parametrize(("text", "source", "attribution"), SOURCES)
def test_source_and_attribution(text, source, attribution):
    (claim,) = claims(text)
    assert (claim.source_named, claim.attribution) == (source, attribution)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Kent gave 50 barges.", False), ("The Post wrongly gave 50 barges.", True)],
)
def test_rejected(text, expected):
    assert claims(text)[0].rejected is expected
