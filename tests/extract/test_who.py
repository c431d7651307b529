"""Who a number is about: grammar makes it firm, nearness only likely."""

import pytest
from scoped import claims, who, word

SILENT = [
    # nobody is named, or only as a yardstick, a source, a goal or a whole
    ("Prices rose 4% last year.", "-"),
    ("There were 41 out of 131 seats for Kent.", "Kent Kent"),
    ("The gap between Kent and Essex is 5%.", "Essex"),
    ("Kent trails Essex by 4.2 points.", "Kent"),
    ("Of 1,200 nurses, 340 went to Kent and 120 to Essex.", "- Kent Essex"),
    ("According to the Crop Office, 90 farms closed.", "Crop_Office"),
    ("The Crop Office counted 362 farms.", "Crop_Office"),
    ("Kent sold 97,206 of 131,121 tonnes.", "Kent! Kent"),
    ("Ada Moss, long of Kent, had 5 goats; the village kept 11.", "Ada_Moss! Ada_Moss!"),
]
TIED = [
    ("Kent (172) and Essex (93) are small.", "Kent! Essex!"),
    ("Ada Moss was all there was for Kent, as she had 24 goals.", "Ada_Moss!"),
    ("It was all Essex had for Kent, as it won 24 goats.", "Essex!"),
    ("Ada Moss had 24 goals. It was her day, with 3.4 tonnes.", "Ada_Moss! Ada_Moss!"),
    ("Kent had 24 goals, Essex 25. She sold 3.4 tonnes.", "Kent! Essex! Kent"),
    ("Kent: 61%", "Kent!"),
    ("Kent's £3.9m went to Essex.", "Kent!"),
    ("They built 40 new mills in Kent, 12 from Essex.", "Kent! Essex!"),
    ("Kent stood at 903 points, Essex at 895 and Surrey at 881.", "Kent! Essex! Surrey!"),
    ("Kentish farmers cut 30 tonnes and Essex ones 12.", "Kent! Essex!"),
    ("Kent, with 130 shops, is well behind Essex, which had nearly 212.", "Kent! Essex!"),
    ("Some 900 carts are waiting in Kent and 230 in Essex.", "Kent! Essex!"),
    ("Kent, Essex and Surrey: four each.", "Surrey"),
    ("In the Weald, 3.4 million tonnes were cut; Kent cut 2.1 million.", "Weald! Kent!"),
    ("Ada Moss of Kent hit 24 goals, stopped at 17.", "Ada_Moss! Ada_Moss!"),
    ("Kent accounted for 74% of global wheat, or 97 tonnes.", "Kent! Kent!"),
    ("Kent runs 88 trains, 35% of Essex's 530.", "Kent! Kent! Essex!"),
    ("Kent owned 3% and Surrey, ahead of Essex, 2%.", "Kent! Surrey"),
    ("Kent planted 295 fields, the Weald 34, or about an eighth as many.", "Kent! Weald! Weald!"),
    ("Kent is the world's 12th largest grower.", "Kent!"),
    ("Kent drew 5%, ahead of Essex on 4%.", "Kent! Essex!"),
    ("Kent outsells Essex almost twelvefold.", "Kent!"),
    ("Of the mills, 46 have a Kentish owner, 41 an Essex one.", "Kent! Essex!"),
    ("Of the mills, 46 have an Essex owner, 41 a Kentish.", "Essex! Kent!"),
    ("In Kent pay went up by 2.2%, in Essex by 8.1%.", "Kent! Essex!"),
    ("Kent grows a quarter of the world's 799 tonnes.", "Kent! World!"),
    ("Kent got 81%, against 93% for the world.", "Kent! World!"),
    ("In May, 40 of the new mills were Kentish ones and 30 were Essex.", "Kent! Essex!"),
    ("Of the 9 mills 5 were Kentish in name only.", "Kent Kent"),
    ("Kent got 81%, against 93% of the world.", "Kent! Kent!"),
]
INHERITED = [
    ("Kent grew. It sold 50 barges.", "Kent"),
    ("Kent sold 50 barges. Prices averaged 12 pounds.", "Kent! Kent"),
    ("Kent wins again\n\nThe county sold 50 barges on a good day, they say.", "Kent"),
    ("The ninth Harvest Report has 423 pages.", "Harvest_Report Harvest_Report"),
]


BOTH = [
    ("Kent met Essex. The two weeks cost 5 pounds.", ["Kent"]),
    ("Kent sold well. The two sides differ by 5%.", ["Kent"]),
    ("Kent met Essex. Both towns gained 5%.", ["Essex", "Kent"]),
    ("Kent met Essex. The gap between the two counties is 5%.", ["Essex", "Kent"]),
    ("Surrey rested. Kent met Essex. The pair drew 5%.", ["Essex", "Kent"]),
    ("Kent met Essex. Between these two clubs lie 5 points.", ["Essex", "Kent"]),
]


@pytest.mark.parametrize(("text", "expected"), BOTH)
def test_two_that_were_just_named(text, expected):
    assert [slot.value for slot in claims(text)[-1].entities][: len(expected)] == expected
    assert not claims(text)[-1].entities[0].firm


@pytest.mark.parametrize(("text", "expected"), SILENT + TIED + INHERITED)
def test_who(text, expected):
    assert who(text) == expected


COMPARED = [
    ("Kent sold 5 barges.", None),
    ("Kent sold 12 times as many barges as Essex.", "Essex"),
    ("Kent trails Essex by 4.2 points.", "Essex"),
    ("Kent sold 5% more than Essex.", "Essex"),
    ("Kent sold 5% more, and Essex burned.", None),
]


@pytest.mark.parametrize(("text", "expected"), COMPARED)
def test_compared_to(text, expected):
    assert claims(text)[0].compared_to == expected


def test_a_cell_is_about_its_row():
    text = "Kent first\n\n| County | Goals |\n|---|---|\n| Essex | 63 |\n"
    (cell,) = [c for c in claims(text) if c.quantity.quote == "63"]
    assert [(s.value, s.origin, s.firm) for s in cell.entities[:2]] == [
        ("Essex", "row", True),
        ("Kent", "title", False),
    ]


def test_a_part_of_a_row_is_of_whom_the_row_is():
    rows = (
        "| Kent, grain | 63 |\n| of which wheat | 41 |\n| - of which winter | 9 |\n| Oats | 5 |\n"
    )
    told = claims(f"| | 2024 |\n|---|---|\n{rows}")
    assert [word(one.entities) for one in told] == ["Kent!", "Kent!", "Kent!", "-"]
