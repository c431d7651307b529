"""Spreadsheets as offices make them: headers of several rows, merged cells, marks, footnotes."""

import openpyxl
import pytest
from packs_made import rows, table

from factcheck.errors import BadReference
from factcheck.reference.importers.heading import find_heading

ONE_ROW = [
    pytest.param([["Year", "Branch"], ["2024", "Quay"]], id="plain"),
    pytest.param([["A title", "", ""], ["Year", "Branch", "Loans"], ["2024", "Quay", "5"]],
                 id="a title above"),
    pytest.param([["Source", "Office", ""], ["Year", "Branch", "Loans"], ["2024", "Quay", "5"]],
                 id="what says where it is from"),
    pytest.param([["Year", "Loans", "Loans"], ["2024", "5", "6"]], id="twice, figures below"),
    pytest.param([["Place", "Town", "Town"], ["Quay", "A", "B"]], id="twice, words below"),
]  # fmt: skip

SEVERAL = {
    "groups": (
        [["", "Beds", "", "Staff", ""], ["Ward", "2023", "2024", "2023", "2024"],
         ["East", "1", "2", "3", "4"]],
        ["Ward", "Beds 2023", "Beds 2024", "Staff 2023", "Staff 2024"],
    ),
    "the first name above": (
        [["Ward", "Beds", "", "Staff", ""], ["", "2023", "2024", "2023", "2024"],
         ["East", "1", "2", "3", "4"]],
        ["Ward", "Beds 2023", "Beds 2024", "Staff 2023", "Staff 2024"],
    ),
    "merged": (
        [["Ward", "Beds", "Beds", "Staff"], ["Ward", "2023", "2024", "Staff"],
         ["East", "1", "2", "3"]],
        ["Ward", "Beds 2023", "Beds 2024", "Staff"],
    ),
    "three rows": (
        [["", "Beds", "", "", ""], ["", "day", "", "night", ""],
         ["Ward", "2023", "2024", "2023", "2024"], ["East", "1", "2", "3", "4"]],
        ["Ward", "day 2023", "day 2024", "night 2023", "night 2024"],
    ),
    "units below": (
        [["Ward", "Beds", "Cost"], ["", "number", "£ million"], ["East", "1", "2"]],
        ["Ward", "Beds (number)", "Cost (£ million)"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("records", ONE_ROW)
def test_one_row_is_the_header(records):
    heading = find_heading(list(enumerate(records, 1)))
    assert heading is not None
    assert not heading.grouped
    assert heading.below == len(records) - 1


@pytest.mark.parametrize(("records", "names"), SEVERAL.values(), ids=SEVERAL)
def test_several_rows_are_the_header(records, names):
    heading = find_heading(list(enumerate(records, 1)))
    assert (heading.names, heading.below) == (names, len(records) - 1)


def test_a_row_that_stands_apart_is_no_header():
    far = [(1, ["", "Beds", "Staff"]), (3, ["Ward", "2023", "2023"]), (4, ["East", "1", "2"])]
    assert find_heading(far).names == ["Ward", "2023", "2023 (2)"]


@pytest.fixture
def workbook(tmp_path):
    def write(*records, merged=(), formats=None):
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = "Wards"
        for record in records:
            sheet.append(record)
        for place in merged:
            sheet.merge_cells(place)
        for place, form in (formats or {}).items():
            sheet[place].number_format = form
        path = tmp_path / "wards.xlsx"
        book.save(path)
        return path

    return write


def test_two_header_rows_with_merged_cells(bring, workbook):
    path = workbook(
        ["Beds by ward"], [],
        ["Ward", "Beds", None, "Taken (%)", None], [None, 2023, 2024, 2023, 2024],
        ["East", "1.217", "1.001¹", "76,4", "80,0 p"], ["West", "–", 900, 81.25, "(7,1)"],
        ["1) provisional"], ["Source: the office"],
        merged=("A1:E1", "A3:A4", "B3:C3", "D3:E3", "A8:E8"),
    )  # fmt: skip
    done, pack = bring(path, units={"Beds": "count"})
    assert rows(pack) == [
        "beds | East |  | 2023 | 1217 | count",
        "beds | East |  | 2024 | 1001 | count",
        "beds | West |  | 2024 | 900 | count",
        "taken | East |  | 2023 | 76.4 | percent",
        "taken | East |  | 2024 | 80.0 | percent",
        "taken | West |  | 2023 | 81.25 | percent",
    ]
    assert [row["note"] for row in table(pack, "observations")] == ["", "¹", "", "", "p", ""]
    assert (done.left_out, done.empty) == ((
        f"{path}, sheet 'Wards', row 6: column 'Taken (%) 2024' holds '(7,1)'; expected a number"
        " without brackets (some write minus so, others what is doubtful).",
    ), 1)  # fmt: skip
    assert done.shown[:6] == (
        "indicator: in the headers, 'Beds', 'Taken (%)'",
        "period: in the headers, '2023', '2024'",
        "entity: column 'Ward' (the first column of words)",
        f"no figure: {path}, sheet 'Wards', row 7: '1) provisional'",
        f"no figure: {path}, sheet 'Wards', row 8: 'Source: the office'",
        "decimal mark: ',' (other numbers of the file leave no doubt)",
    )
    assert "marks behind numbers, kept as notes: 'p', '¹'" in done.shown


def test_a_cell_merged_over_rows_is_said_of_each(bring, workbook):
    path = workbook(
        ["Ward", "Year", "Beds (number)"], ["East", 2023, 5], [None, 2024, 6], ["West", 2024, 7],
        merged=("A2:A3",),
    )  # fmt: skip
    done, pack = bring(path)
    assert done.left_out == ()
    assert rows(pack) == [
        "beds | East |  | 2023 | 5 | count",
        "beds | East |  | 2024 | 6 | count",
        "beds | West |  | 2024 | 7 | count",
    ]


def test_a_name_that_is_not_there_is_not_guessed(bring):
    done, _ = bring("Ward,Year,Beds (number)\nEast,2023,5\n,2024,6\n")
    assert [line.partition("figures.csv")[2] for line in done.left_out] == [
        ":3: column 'Ward' holds ''; expected a name."
    ]


def test_a_number_merged_over_cells_does_not_count_twice(bring, workbook):
    path = workbook(["Ward", 2023, 2024], ["East", 5, None], ["West", 6, 7], merged=("B2:C2",))
    done, pack = bring(path, units={"wards": "count"})
    assert rows(pack) == [f"wards | West |  | {y} | {n} | count" for y, n in ((2023, 6), (2024, 7))]
    assert done.left_out == tuple(
        f"{path}, sheet 'Wards', row 2: column '{year}' holds '5 in B2:C2'; expected a number."
        for year in (2023, 2024)
    )


def test_a_formula_without_a_result(bring, workbook):
    path = workbook(["Ward", "Year", "Beds (number)"], ["East", 2023, 5], ["West", 2023, "=C2+1"])
    done, pack = bring(path)
    assert rows(pack) == ["beds | East |  | 2023 | 5 | count"]
    assert done.left_out == (
        f"{path}, sheet 'Wards', row 3: column 'Beds (number)' holds '=C2+1'; expected a number"
        " (the result of this formula is not stored: open and save the workbook).",
    )


def test_days_are_read_as_they_are_shown(bring, workbook):
    from datetime import datetime

    path = workbook(
        ["Ward", "When", "Beds (number)"],
        ["East", datetime(2024, 1, 31), 5], ["East", datetime(2024, 2, 1), 6],
        ["East", datetime(2023, 12, 31), 7],
        formats={"B2": "[$-409]mmm\\ yyyy", "B3": "dd/mm/yyyy", "B4": "yyyy"},
    )  # fmt: skip
    assert rows(bring(path)[1]) == [
        "beds | East |  | 2023 | 7 | count",
        "beds | East |  | 2024-01 | 5 | count",
        "beds | East |  | 2024-02-01 | 6 | count",
    ]


def test_a_stored_number_has_a_decimal_point_whatever_is_typed(bring, workbook):
    path = workbook(["Ward", "Year", "Rate (%)"], ["East", 2023, 1.234], ["West", 2023, "5,6"])
    assert rows(bring(path)[1]) == [
        "rate | East |  | 2023 | 1.234 | percent",
        "rate | West |  | 2023 | 5.6 | percent",
    ]


class TestDecimalMarksOfSemicolonFiles:
    HEAD = "Ward;Year;Beds (number)\nEast;2023;{}\nWest;2023;{}\n"

    @pytest.mark.parametrize(
        ("cells", "values"),
        [
            (("1.234", "5,6"), ["1234", "5.6"]),
            (("1.234", "5.6"), ["1.234", "5.6"]),
            (("1,234", "5.6"), ["1234", "5.6"]),
            (("12\N{NO-BREAK SPACE}345,6", "7\N{NARROW NO-BREAK SPACE}000"), ["12345.6", "7000"]),
        ],
    )
    def test_settled_by_another_number(self, bring, cells, values):
        done, pack = bring(self.HEAD.format(*cells))
        assert done.left_out == ()
        assert [row["value"] for row in table(pack, "observations")] == values

    def test_not_settled(self, bring, tmp_path):
        done, _ = bring(self.HEAD.format("1.234", "5"))
        assert done.left_out == (
            f"{tmp_path}/figures.csv:2: column 'Beds (number)' holds '1.234'; expected a number"
            " whose point is settled (--decimal point or --decimal comma).",
        )

    def test_with_commas_between_cells_a_point_is_one(self, bring):
        _, pack = bring("Ward,Year,Rate (%)\nEast,2023,1.234\n")
        assert rows(pack) == ["rate | East |  | 2023 | 1.234 | percent"]


def test_groups_above_years_in_a_csv_file(bring):
    _, pack = bring(
        ";Men;;Women;\nTown;2023;2024;2023;2024\nQuay;1;2;3;4\n",
        constants={"indicator": "Jobless"}, units={"Jobless": "percent"},
    )  # fmt: skip
    assert rows(pack)[:2] == [
        "jobless | Quay | Men | 2023 | 1 | percent",
        "jobless | Quay | Men | 2024 | 2 | percent",
    ]


def test_nothing_that_can_be_read_is_said_row_by_row(bring, tmp_path):
    """Not as an error of the database."""
    with pytest.raises(BadReference) as caught:
        bring("Ward,Year,Beds\nEast,2023,5\n")
    assert caught.value.problems == [
        "indicator 'Beds' (1 values): no unit; expected --unit 'Beds=UNIT'"
        " with percent, count, USD, points, TWh …",
        "nothing could be imported.",
    ]


def test_what_is_not_imported_is_told(bring):
    done, _ = bring("Ward,2023,2024,Trend\nEast,5,6,up\n", units={"figures": "count"})
    assert "not imported: column 'Trend'" in done.shown
