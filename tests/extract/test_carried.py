"""What a figure takes over from the words around it: verb, year, name, edition, unit.

In each table the sentences in which nothing may be taken over come first.
"""

import pytest
from scoped import claims, when, who, word

from factcheck.model import Cause

OPERATIONS = [
    ("Kent lost 5%, Essex had 3%.", ["growth", None]),
    ("Kent lost 5%, Essex holds some 3 barges.", ["growth", None]),
    ("Kent lost 5%, Essex and Surrey 3%.", ["growth", None]),
    ("Kent had 5%, Essex 3%.", [None, None]),
    ("Kent lost 5%, Essex 3%.", ["growth", "growth"]),
    ("Waits in Kent rose by 5% and in Essex by 3%.", ["growth", "growth"]),
    ("Kent lost 17 beds in 2024, Essex some 12.", ["difference", "difference"]),
    ("Kent scored 17 fewer goals, Essex 12.", ["difference", "difference"]),
]
DIRECTIONS = [
    ("Kent grew by 5%, while Essex lost 3%.", ["up", "down"]),
    ("Kent sold 5%, Essex 3%.", [None, None]),
    ("Kent shrank by 5%, Essex by 3%.", ["down", "down"]),
]
YEARS = [
    ("Kent cut 5 tonnes in 2022. It takes a year to grow 7.", "2022! 2022"),
    ("Kent had 5% in 2022, and 6% in 2025.", "2022! 2025!"),
    ("Prices in June 2022 were 9.1% above those of a year earlier.", "2022-06!"),
    ("In 2022 waits were 9% below those of a year earlier.", "2022!"),
    ("In 2022 waits fell to 9%, from 11% a year earlier.", "2022! 2021!"),
    ("Kent went from 8.5% in 2022 to 5.8% the year after.", "2022! 2023!"),
    ("Kent scored 24 goals in 2022 and 30 a year later.", "2022! 2023!"),
    ("Kent had 5% in 2022. A year later it was 6%, in the following year 7%.", "2022! 2023! 2024!"),
    ("Kent had 5% in 2022. Two years later it was 6%.", "2022! 2024!"),
]
GOES_ON = [
    (
        "In 2022 it was $4. It fell, after $3 in 2020 and $2 in 2019. Essex had 9%.",
        "2022! 2020! 2019! 2022",
    ),
    ("Kent had 5% in 2022. A year before the fair it had 4%.", "2022! 2022"),
    ("Kent had 5% in 2022. A year earlier it had been 4%, Essex 3%.", "2022! 2021! 2021!"),
    ("Kent had 5% in 2022. In the previous season it had 4%.", "2022! 2021!"),
    # the yardstick, the series and the year ahead are not what the text goes on about
    ("Kent had 5% in 2022, 4% a year earlier. Essex had 9%.", "2022! 2021! 2022"),
    (
        "Its share was 5% in 2020, 6% in 2021 and 7% in 2022. Essex had 9%.",
        "2020! 2021! 2022! 2022",
    ),
    ("Kent had 5% in 2022 and 6% in 2021. Essex had 9%.", "2022! 2021! 2022"),
    (
        "It rained in 2022. A pie fetched $228, after $241 in 2019.\n\nEssex had 9%.",
        "2022 2019! 2022",
    ),
    ("Kent may lead by 2031. Essex has 9%.", "-"),
    ("In the 2024 report, which covers 2023, Kent had 9%.", "2023!"),
    ("Kent sold 5% in 2024. Since 2013, it has raised $470 million.", "2024! 2013/2024"),
    ("Kent sold 5% in 2024. Since 2013, it has risen by $470 million.", "2024! 2024"),
    ("Kent sold 5% in 2024. Since 2013, when it had $470 million, it grew.", "2024! 2013!"),
]
NAMES = [
    ("Kent and Essex sold 5 and 7 tonnes.", "Essex Essex"),
    ("Kent and Essex sold 5, 6 and 7 tonnes respectively.", "Essex Essex Essex"),
    ("Kent trails the Essex coast by 4.9%.", "Kent"),
    ("Kent was passed by Essex with 4.9 tonnes.", "Essex!"),
    ("It is 5.2 in Kent and 4.8 on Essex roads.", "Kent! Essex"),
    ("Kent grew. Half of them, 812, came for Essex.", "Kent Kent"),
    ("Kent grew. Half of them, 812, came from Essex.", "Kent Essex!"),
    ("Kent grew. 1,953 were in Essex (56%).", "Essex! Essex!"),
    ("Kent grew. That is about $81,000 per Essex farm.", "Essex!"),
    ("Kent and Essex sold 5 and 7 tonnes respectively.", "Kent! Essex!"),
    ("Kent and Essex won 5 and 7 games in 2019, respectively.", "Kent! Essex!"),
    ("Kent, Essex and Surrey had 5, 6 and 7 wards respectively.", "Kent! Essex! Surrey!"),
    ("Kent had 17.1%, more than twice the Essex figure of 4.9%.", "Kent! Kent! Essex!"),
    ("Kent: 1.1%, or half of the Essex rate for that year, 2.95%.", "Kent! Essex! Essex!"),
    ("Kent nearly caught Essex with 4.9 tonnes.", "Kent!"),
    ("It is 5.2 in Kent and 4.8 on world average.", "Kent! World!"),
    ("46 had a Kentish author and 41 an Essex one.", "Kent! Essex!"),
]


@pytest.mark.parametrize(("text", "operations"), OPERATIONS)
def test_a_figure_without_a_verb_shares_that_of_the_one_before(text, operations):
    assert [c.operation for c in claims(text)] == operations


@pytest.mark.parametrize(("text", "directions"), DIRECTIONS)
def test_so_it_does_its_direction(text, directions):
    assert [c.direction for c in claims(text)] == directions


@pytest.mark.parametrize(("text", "periods"), YEARS)
def test_a_year_told_from_another(text, periods):
    assert when(text) == periods


def test_a_month_of_no_year_ends_no_time_since_a_year():
    told = claims("Kent shut in June. Since 2013, it has raised $470 million.", None)
    assert [word(claim.periods) for claim in told][-1:] == ["--06"]


@pytest.mark.parametrize(("text", "periods"), GOES_ON)
def test_the_year_that_a_text_goes_on_about(text, periods):
    assert when(text) == periods


@pytest.mark.parametrize(("text", "entities"), NAMES)
def test_names_that_share_figures_out(text, entities):
    assert who(text) == entities


TABLE = "# Beds\n\n| | {} |\n|---|---|\n| Kent | 30 |\n\nIn 2024 it rained in May 2024.\n"


@pytest.mark.parametrize(
    ("header", "period"),
    [("As of April 2026", "2026-04!"), ("As released in April 2026", "2024")],
)
def test_the_day_a_figure_appeared_is_no_period_of_it(header, period):
    assert when(TABLE.format(header)) == period


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("They tested Rapide 3.5 again.", []),
        ("They tested Rapide 3.5, and liked it.", []),
        ("They use Python 3.12 and go on.", []),
        ("Per head: Saxons 16.9, Danes 18.4.", ["16.9", "18.4"]),
        ("Danes 18.4 and Saxons 16.9.", ["18.4", "16.9"]),
    ],
)
def test_names_with_a_figure_each(text, quotes):
    assert [c.quantity.quote for c in claims(text)] == quotes


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("They have been robbed more than thirty times.", ["count"]),
        ("It costs seven times as much. They came thirty times.", ["multiple", "count"]),
        ("Kent is seven times as dear and Essex more than thirty times.", ["multiple"] * 2),
        ("Kent beat Essex by more than nine times.", ["multiple"]),
    ],
)
def test_times_that_compare_sizes(text, kinds):
    assert [str(c.quantity.kind) for c in claims(text)] == kinds


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("It would then employ 12 people.", Cause.FORECAST),
        ("It will fill 12 barns.", Cause.FORECAST),
        ("It would, the survey says, meet the needs of 12 people.", None),
        ("The grain could fill 12 barns.", None),
        ("It will be hot, fears Ada Moss, which is set to run 17 farms.", Cause.FORECAST),
        ("It will be hot, fears Ada Moss, who has run 17 farms.", None),
    ],
)
def test_a_measure_of_one_thing_by_another_foretells_nothing(text, cause):
    assert [c.checkability for c in claims(text)] == [cause]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The fair opened on 3 May 2024.", False),
        ("It was founded on 3 May 2024.", False),
        ("The survey appeared on 3 May 2024.", True),
        ("The song was launched on 3 May 2024.", True),
    ],
)
def test_a_day_of_publication_says_so(text, words):
    assert [("release date", 0.9) in c.context for c in claims(text)] == [words]
