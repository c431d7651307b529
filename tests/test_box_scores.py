"""What the benchmark on box scores concludes from them: who plays for whom, and what follows."""

from tests.benchmarks.accuracy2021_sums import derived

COLUMNS = ("points", "rebounds", "assists", "turnovers", "minutes played", "steals")
PEOPLE = {
    "Ada": (20, 10, 2, 1, 30, 1), "Bea": (12, 3, 4, 2, 30, 2),
    "Cora": (12, 1, 1, 0, 30, 0), "Dot": (11, 11, 10, 4, 30, 3),
}  # fmt: skip
SIDES = {"Vestby": (32, 13, 6, 3), "Rovers": (23, 12, 11, 4)}
PERCENTAGES = ("field goal percentage", "three-point percentage", "free throw percentage")


def row(entity, indicator, value):
    return {
        "entity": entity,
        "indicator": indicator,
        "value": str(value),
        "unit": "",
        "doc_id": "1",
    }


def concluded(people, sides):
    rows = [
        row(one, c, v) for one, some in people.items() for c, v in zip(COLUMNS, some, strict=False)
    ]
    for side, some in sides.items():
        rows += [row(side, c, v) for c, v in zip(COLUMNS, some, strict=False)]
        rows += [row(side, c, 0) for c in (*PERCENTAGES, "wins (season record)")]
    return {(one["entity"], one["indicator"], one["value"]) for one in derived(rows)}


def test_people_are_divided_by_sums():
    found = concluded(PEOPLE, SIDES)
    ranks = {(one, value) for one, what, value in found if what.startswith("rank")}
    assert ranks == {("Ada", "1"), ("Bea", "2"), ("Cora", "1"), ("Dot", "2")}
    assert {one for one in found if one[1] == "steals"} == {
        ("Vestby", "steals", "3"), ("Rovers", "steals", "3"),
    }  # fmt: skip
    assert {one for one in found if one[1] == "double-doubles" and one[2] == "1"} == {
        ("Ada", "double-doubles", "1"), ("Dot", "double-doubles", "1"),
    }  # fmt: skip
    assert ("Vestby", "winning margin (points)", "9") in found


def test_of_equal_sums_the_order_of_the_list_decides():
    twins = {**PEOPLE, "Bea": (12, 1, 1, 0, 30, 5)}
    found = concluded(twins, {"Vestby": (32, 11, 3, 1), "Rovers": (23, 12, 11, 4)})
    assert ("Vestby", "steals", "6") in found


def test_nobody_is_divided_where_nothing_adds_up():
    found = concluded(PEOPLE, {"Vestby": (33, 13, 6, 3), "Rovers": (22, 12, 11, 4)})
    assert not [one for one in found if one[1] == "steals" or one[1].startswith("rank")]
