"""Plain tables: what is concluded, what is refused, what stays out. Figures are made up."""

import pytest
from packs_made import rows, table

from factcheck.errors import BadReference

LONG = "country,year,measure,value,unit\nFrance,2023,Bakeries,33000,number\n"

SILENT = [
    pytest.param("Year,Branch,Loans (number)\n2024,Quay,\n2023,Quay,5\n",
                 ["loans | Quay |  | 2023 | 5 | count"], id="empty cell"),
    pytest.param("Year,Branch,Loans (number)\n2024,Quay,..\n2023,Quay,5\n",
                 ["loans | Quay |  | 2023 | 5 | count"], id="sign for no value"),
    pytest.param("Year,Branch,Loans (number)\n2023,Quay,5\n2023,Quay,5.0\n",
                 ["loans | Quay |  | 2023 | 5 | count"], id="the same figure twice"),
    pytest.param("Year,Branch,Loans (number)\n2023,Quay,5,\n",
                 ["loans | Quay |  | 2023 | 5 | count"], id="a comma too many"),
]  # fmt: skip

READ = [
    pytest.param(LONG, {}, ["bakeries | France |  | 2023 | 33000 | count"], id="long"),
    pytest.param("Title of the sheet\n\n" + LONG, {},
                 ["bakeries | France |  | 2023 | 33000 | count"], id="title above"),
    pytest.param("Branch;2023;2024\nNorth;1,5;2,25\n",
                 {"units": {"figures": "percent"}},
                 ["figures | North |  | 2023 | 1.5 | percent",
                  "figures | North |  | 2024 | 2.25 | percent"], id="a column for each year"),
    pytest.param("Year\tBranch\tVisits (thousands)\tRate\n2024\tNorth\t1.5\t12%\n", {},
                 ["rate | North |  | 2024 | 12 | percent",
                  "visits | North |  | 2024 | 1500 | count"], id="a column for each indicator"),
    pytest.param("iso3,date,Power (TWh)\nDEU,2024-Q1,5\n", {},
                 ["power | Germany |  | 2024-01/2024-03 | 5 | TWh"], id="codes and quarters"),
    pytest.param("Country,Year,Sex,Jobless (%)\nFrance,2024,women,7\nFrance,2024,men,8\n", {},
                 ["jobless | France | men | 2024 | 8 | percent",
                  "jobless | France | women | 2024 | 7 | percent"], id="a column of groups"),
    pytest.param("A,B,C\nQuay,2024,5\n", {"columns": {"value": "C"}, "units": {"figures": "count"}},
                 ["figures | Quay |  | 2024 | 5 | count"], id="columns told"),
    pytest.param("Visits (number),Year\n5,2024\n", {"constants": {"entity": "Quay"}},
                 ["visits | Quay |  | 2024 | 5 | count"], id="entity told"),
    pytest.param("Year,Club,Spend (EUR)\n2023/24,United,5\n", {"fiscal_start": 7},
                 ["spend | United |  | 2023-07/2024-06 | 5 | EUR"], id="fiscal year told"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), SILENT)
def test_nothing_is_left_out(bring, content, expected):
    done, folder = bring(content)
    assert (done.left_out, rows(folder)) == ((), expected)


@pytest.mark.parametrize(("content", "options", "expected"), READ)
def test_what_is_read(bring, content, options, expected):
    done, folder = bring(content, **options)
    assert (done.left_out, rows(folder)) == ((), expected)


@pytest.mark.parametrize(
    ("content", "options", "line"),
    [
        pytest.param("Year,Branch,Loans (number)\n2024,Quay,many\n2023,Quay,5\n", {},
                     ":2: column 'Loans (number)' holds 'many'; expected a number.",
                     id="no number"),
        pytest.param("Year,Branch,Loans (number)\nspring,Quay,4\n2023,Quay,5\n", {},
                     ":2: column 'Year' holds 'spring'; expected a year, month, quarter, day or"
                     " range, such as 2024, 2024-Q1 or Mar 2024.", id="no period"),
        pytest.param('Year,Branch,Loans (number)\n2024,Quay,"1,234"\n2023,Quay,5\n', {},
                     ":2: column 'Loans (number)' holds '1,234'; expected a number whose comma is"
                     " settled (--decimal point or --decimal comma).", id="either mark"),
        pytest.param("Year,Branch,A (number)\n2023-24,Quay,4\n2003-04,Quay,3\n2023,Quay,5\n", {},
                     ":3: column 'Year' holds '2003-04'; expected the month in which the fiscal"
                     " year starts (--fiscal-start 4).",
                     id="a year pair that could be April, beside one that cannot"),
        pytest.param("Year,Branch,Loans (number)\n2024,Quay\n2023,Quay,5\n", {},
                     ":2: 2 cells; expected 3 as in the header.", id="ragged"),
        pytest.param('Year,Branch,Loans (number)\n"20\n24",Quay,1\n2022,Quay,x2\n2023,Quay,5\n', {},
                     ":4: column 'Loans (number)' holds 'x2'; expected a number.",
                     id="a cell of two lines above"),
        pytest.param("Year,Branch,Loans (number)\n2023,Quay,5\n2024,Quay,3\n2023,Quay,6\n", {},
                     ":4: column 'Loans (number)' holds '6' for Quay, 2023, and line 2 another"
                     " value; expected one value, or the column that tells them apart"
                     " (--map dimension=COLUMN).", id="two values"),
    ],
)  # fmt: skip
def test_a_row_that_stays_out_is_listed(bring, tmp_path, content, options, line):
    done, _ = bring(content, **options)
    assert f"{tmp_path}/figures.csv{line}" in done.left_out


def test_an_indicator_without_a_unit_stays_out(bring):
    done, folder = bring("Year,Branch,Loans,Rate (%)\n2023,Quay,5,7\n")
    assert rows(folder) == ["rate | Quay |  | 2023 | 7 | percent"]
    assert done.left_out == (
        "indicator 'Loans' (1 values): no unit; expected --unit 'Loans=UNIT'"
        " with percent, count, USD, points, TWh …",
    )


@pytest.mark.parametrize(
    ("content", "options", "problems"),
    [
        pytest.param("Loans,Rate\n5,7\n", {}, [
            "no column says whom the figures are about; expected --map entity=COLUMN,"
            " or --set entity=NAME.",
            "no column says when; expected --map period=COLUMN, --set period=2024,"
            " or columns of years.",
            "no day on which these figures were published;"
            " expected --published, such as 2026-03-01.",
        ], id="all at once"),
        pytest.param("Year,Branch,Loans\n2023,Quay,5\n",
                     {"columns": {"value": "Lones"}, "published": "2026-01-01"},
                     ["no column 'Lones'; expected one of 'Year', 'Branch', 'Loans'."],
                     id="no such column"),
        pytest.param("Year,Branch,Loans (number)\n2023,Quay,many\n", {"published": "2026-01-01"}, [
            "no column of numbers; expected --map value=COLUMN."], id="no numbers"),
        pytest.param("just a line\n", {"published": "2026-01-01"},
                     ["no table; expected a header and rows of cells below it."], id="no table"),
    ],
)  # fmt: skip
def test_what_makes_an_import_impossible(bring, tmp_path, content, options, problems):
    with pytest.raises(BadReference) as caught:
        bring(content, **{"published": "", **options})
    assert caught.value.problems == [f"{tmp_path}/figures.csv: {one}" for one in problems]
    assert not (tmp_path / "pack").exists()


@pytest.mark.parametrize(
    ("content", "options", "problems"),
    [
        pytest.param("Year,Branch,Loans\n2023,Quay,5\n", {"units": {"Lones": "count"}}, [
            "{file}: no day on which these figures were published;"
            " expected --published, such as 2026-03-01.",
            "--unit names 'Lones'; expected one of 'Loans'.",
        ], id="the unit of something else"),
        pytest.param("Year,Branch,Loans\n2023,Quay,5\n",
                     {"units": {"Loans": "florins"}, "published": "2026-01-01"}, [
            "--unit holds 'florins' for 'Loans'; expected a unit such as percent, count, USD or"
            " TWh."], id="no unit"),
        pytest.param("Year,Branch,Loans (number)\n2023/24,Quay,5\n", {}, [
            "{file}: no day on which these figures were published;"
            " expected --published, such as 2026-03-01.",
            "{file}:2: column 'Year' holds '2023/24'; expected the month in which the fiscal year"
            " starts (--fiscal-start 4).",
            "nothing could be imported.",
        ], id="what is not said, and the rows"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_once(bring, tmp_path, content, options, problems):
    with pytest.raises(BadReference) as caught:
        bring(content, **{"published": "", **options})
    assert caught.value.problems == [one.format(file=tmp_path / "figures.csv") for one in problems]


@pytest.mark.parametrize("name", ["Loans", "Loans (number)"])
def test_a_unit_is_given_by_any_name(bring, name):
    content = "Year,Branch,Loans (number)\n2023,Quay,5\n"
    assert rows(bring(content, units={name: "%"})[1]) == ["loans | Quay |  | 2023 | 5 | percent"]


def test_a_column_that_stands_twice(bring):
    _, folder = bring("Branch,Year,Rate (%),Rate (%)\nQuay,2020,1,2\n")
    assert rows(folder) == [
        "rate | Quay |  | 2020 | 1 | percent", "rate_2 | Quay |  | 2020 | 2 | percent"
    ]  # fmt: skip


def test_a_record_with_too_many_cells_is_no_header(bring, tmp_path):
    done, folder = bring("Town,2020,2021\nA,1,2,3\nB,1\nC,4,5\n", units={"figures": "count"})
    assert len(rows(folder)) == 2
    assert done.left_out == (
        f"{tmp_path}/figures.csv:2: 4 cells; expected 3 as in the header.",
        f"{tmp_path}/figures.csv:3: 2 cells; expected 3 as in the header.",
    )


def test_the_pack_is_no_file(bring, tmp_path):
    (tmp_path / "pack").write_text("x")
    with pytest.raises(BadReference) as caught:
        bring(LONG)
    assert caught.value.problems == [f"{tmp_path}/pack: a file; expected a folder for the pack."]


def test_excel(bring, tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Visits"
    sheet.append(["Visits of the libraries"])
    sheet.append([])
    sheet.append(["Month", "Branch", "Visits (number)", "Share"])
    sheet.append(["Jan 2024", "Quay", 0.1 + 0.2, 0.125])
    sheet["D4"].number_format = "0.0%"
    sheet.append(["Feb 2024", "Quay", "few", 0.5])
    sheet["D5"].number_format = "0%"
    path = tmp_path / "visits.xlsx"
    book.save(path)
    done, folder = bring(path)
    assert rows(folder) == [
        "share | Quay |  | 2024-01 | 12.5 | percent",
        "share | Quay |  | 2024-02 | 50 | percent",
        "visits | Quay |  | 2024-01 | 0.3 | count",
    ]
    assert done.left_out == (
        f"{path}, sheet 'Visits', row 5: column 'Visits (number)' holds 'few'; expected a number.",
    )


def test_excel_with_several_sheets(bring, tmp_path):
    import openpyxl

    book = openpyxl.Workbook()
    book.create_sheet("Other")
    path = tmp_path / "visits.xlsx"
    book.save(path)
    with pytest.raises(BadReference) as caught:
        bring(path, published="")
    assert caught.value.problems == [
        f"{path}: 2 sheets; expected one of --sheet 'Sheet', --sheet 'Other'.",
        f"{path}: no day on which these figures were published;"
        " expected --published, such as 2026-03-01.",
    ]


def test_every_value_has_its_source(bring):
    from hashlib import sha256

    done, folder = bring(LONG)
    (source,) = table(folder, "sources")
    assert source["sha256"] == sha256(LONG.encode()).hexdigest()
    assert source["retrieved"] == "2026-03-02"
    assert done.lacking == ("--publisher", "--url", "--licence")


class TestANewerEdition:
    OLD = "Year,Branch,Loans (number)\n2022,Quay,4\n2023,Quay,5\n"
    NEW = "Year,Branch,Loans (number)\n2022,Quay,4.0\n2023,Quay,6\n2024,Quay,7\n"

    def test_rows_of_before_stay_as_they_are(self, bring):
        folder = bring(self.OLD)[1]
        before = (folder / "observations.csv").read_bytes()
        bring(self.NEW, published="2026-06-01")
        assert (folder / "observations.csv").read_bytes().startswith(before)

    def test_counts(self, bring):
        bring(self.OLD)
        done, folder = bring(self.NEW, published="2026-06-01")
        added = done.appended
        assert (added.new, added.revised, added.same) == (1, 1, 1)
        assert [row["published"] for row in table(folder, "observations")] == [
            "2026-03-01", "2026-03-01", "2026-06-01", "2026-06-01"
        ]  # fmt: skip
        assert [row["source"] for row in table(folder, "sources")] == [
            "figures_2026_03_01", "figures_2026_06_01"
        ]  # fmt: skip

    def test_the_same_file_again_adds_nothing(self, bring):
        folder = bring(self.OLD)[1]
        before = {path.name: path.read_bytes() for path in folder.iterdir()}
        done, _ = bring(self.OLD)
        assert (done.appended.new, done.appended.revised, done.appended.same) == (0, 0, 2)
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before

    def test_other_values_for_the_same_day_are_refused(self, bring, tmp_path):
        folder = bring(self.OLD)[1]
        with pytest.raises(BadReference) as caught:
            bring(self.NEW)
        assert caught.value.problems[1:] == [
            f"{folder}/observations.csv: loans, Quay, 2023 is 5 as of 2026-03-01, the new file"
            " has 6; expected a later --published for a revision."
        ]
        assert len(table(folder, "observations")) == 2

    def test_another_unit_is_refused(self, bring):
        folder = bring(self.OLD)[1]
        with pytest.raises(BadReference) as caught:
            bring(self.NEW.replace("number", "%"), published="2026-06-01")
        assert caught.value.problems == [
            f"{folder}/indicators.csv: 'loans' is in count, the new edition in percent;"
            " expected one unit (--unit)."
        ]

    def test_what_a_person_wrote_stays(self, bring):
        folder = bring(self.OLD)[1]
        path = folder / "indicators.csv"
        path.write_text(path.read_text().replace(",figures,,", ",figures,books lent,"))
        (folder / "README.md").write_text("Ours.")
        bring(self.NEW, published="2026-06-01")
        assert table(folder, "indicators")[0]["aliases"] == "books lent"
        assert (folder / "README.md").read_text() == "Ours."
