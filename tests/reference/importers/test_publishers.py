"""Each format in its publisher's layout, files made by us; figures are made up or rounded."""

import zipfile

import pytest
from packs_made import rows, table
from publishers_made import (
    BULK,
    CODE,
    DDF,
    EUROSTAT,
    GENERIC,
    LABELLED,
    OWID,
    OWID_DATASET,
    PACKAGE,
    SDMX_CSV_2,
    SPECIFIC,
    WORLD_BANK,
)

from factcheck.errors import BadReference


@pytest.fixture
def folder(tmp_path):
    def write(files, name="download"):
        made = tmp_path / name
        made.mkdir()
        for file, text in files.items():
            (made / file).write_text(text, "utf-8")
        return made

    return write


@pytest.fixture
def zipped(tmp_path):
    def write(files):
        path = tmp_path / "download.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for file, text in files.items():
                archive.writestr(file, text)
        return path

    return write


def test_world_bank_indicator(bring, zipped):
    path = zipped(WORLD_BANK)
    done, pack = bring(path, published="")
    assert rows(pack) == [
        "sp_pop_totl | Arab World |  | 2022 | 465 | count",
        "sp_pop_totl | France |  | 2022 | 68 | count",
        "sp_pop_totl | France |  | 2023 | 69 | count",
        "sp_pop_totl | Ruritania |  | 2023 | 2 | count",
        "sp_pop_totl | South Korea |  | 2022 | 52 | count",
    ]
    assert done.left_out == (
        f"{path}/API_{CODE}.csv:9: column '2022' holds '1,500'; expected a number whose comma is"
        " settled (--decimal point or --decimal comma).",
    )
    assert table(pack, "entities")[0]["type"] == "group"
    assert table(pack, "indicators")[0]["definition"] == "Everybody, at midyear."
    (source,) = table(pack, "sources")
    assert source["url"] == "https://data.worldbank.org/indicator/SP.POP.TOTL"
    assert (source["licence"], source["expected"]) == ("CC-BY-4.0", "P1Y")
    assert {row["published"] for row in table(pack, "observations")} == {"2025-07-01"}


@pytest.mark.parametrize("packed", ["folder", "zipped"])
def test_world_bank_database(bring, packed, request):
    done, pack = bring(request.getfixturevalue(packed)(BULK))
    assert rows(pack) == [
        "ny_gdp_mktp_cd | France |  | 2022 | 2.5 | USD",
        "ny_gdp_mktp_cd | France |  | 2023 | 3 | USD",
    ]
    assert done.left_out == (
        "indicator 'AG.PRD.FOOD.XD' (1 values): no unit; expected --unit 'AG.PRD.FOOD.XD=UNIT'"
        " with percent, count, USD, points, TWh …",
    )
    assert table(pack, "indicators")[0] == {
        "indicator": "ny_gdp_mktp_cd", "name": "GDP (current US$)", "unit": "USD",
        "definition": "Output, in dollars.", "topic": "output", "aliases": "", "confusions": "",
    }  # fmt: skip


def test_our_world_in_data_chart(bring, folder):
    done, pack = bring(folder(OWID) / "life.csv", published="")
    assert rows(pack) == [
        "life | Africa |  | 2022 | 62.8 | years",
        "life | France |  | 2022 | 82.5 | years",
        "life | World |  | 2022 | 71.7 | years",
    ]
    (source,) = table(pack, "sources")
    assert source["url"] == "https://ourworldindata.org/grapher/life-expectancy"
    assert (source["publisher"], source["expected"]) == ("UN WPP", "P1Y")
    assert table(pack, "observations")[0]["published"] == "2025-10-22"
    assert "entities taken as group: 'Africa' (--entity-type for another type)" in done.shown


def test_our_world_in_data_zip(bring, zipped):
    assert len(rows(bring(zipped(OWID), published="")[1])) == 3


def test_owid_datasets(bring, folder):
    _, pack = bring(folder(OWID_DATASET))
    assert rows(pack) == ["co2_concentration | World |  | 2017 | 406.5 | ppm"]
    (source,) = table(pack, "sources")
    assert (source["publisher"], source["url"]) == ("The Office", "https://example.org/co2")


def test_tabular_data_package(bring, folder):
    _, pack = bring(folder(PACKAGE) / "datapackage.json", published="")
    assert rows(pack) == ["bus_trips | Strelsau |  | 2025-01 | 12000 | count"]
    assert table(pack, "observations")[0]["published"] == "2025-05-01"
    assert table(pack, "sources")[0]["licence"] == "CC0-1.0"


def test_a_data_package_does_not_reach_out_of_its_folder(bring, folder, tmp_path):
    (tmp_path / "trips.csv").write_text(PACKAGE["trips.csv"])
    outside = PACKAGE["datapackage.json"].replace('"trips.csv"', '"../trips.csv"')
    made = folder({"datapackage.json": outside})
    with pytest.raises(BadReference):
        bring(made)


def test_gapminder(bring, folder):
    _, pack = bring(folder(DDF))
    assert rows(pack) == [
        "pop | France |  | 2022 | 68 | count",
        "pop | France | women | 2022 | 35 | count",
        "pop | World |  | 2022 | 8000 | count",
    ]


def test_eurostat_csv(bring, tmp_path):
    done, pack = bring(EUROSTAT, published="")
    assert rows(pack) == [
        "jobless | Greece | sex=F | 2023 | 11.5 | percent",
        "jobless | Greece | sex=M | 2023 | 9 | percent",
    ]
    assert (done.left_out, done.empty) == ((), 1)
    assert table(pack, "observations")[0]["published"] == "2025-07-06"


def test_a_ddf_file_without_the_column_that_its_name_tells_of(bring, folder, tmp_path):
    files = DDF | {"ddf--datapoints--pop--by--geo--time.csv": "geo,year,pop\nfra,2022,68\n"}
    with pytest.raises(BadReference) as error:
        bring(folder(files))
    assert str(error.value) == (
        f"{tmp_path}/download/ddf--datapoints--pop--by--geo--time.csv: no column 'time';"
        " expected it among 'geo', 'year', 'pop'."
    )


def test_sdmx_csv_2(bring):
    _, pack = bring(SDMX_CSV_2)
    assert rows(pack) == ["exp | France |  | 2024-01/2024-03 | 5500000 | USD"]


def test_sdmx_csv_with_labels(bring):
    _, pack = bring(LABELLED)
    assert rows(pack) == ["exp | France |  | 2024-03 | 5 | USD"]
    assert table(pack, "indicators")[0]["name"] == "Exports of goods"


def test_columns_of_labels_are_no_dimensions(bring):
    _, pack = bring(
        "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,unit,Unit of measure,geo,Place,sex,Sex,TIME_PERIOD,"
        "Time,OBS_VALUE,Value\n"
        "dataflow,ESTAT:UNE(1.0),Unemployment,PC_ACT,Percent,DE,Germany,F,Women,2023,,3,\n"
        "dataflow,ESTAT:UNE(1.0),Unemployment,PC_ACT,Percent,FR,France,F,Women,2023,,7,\n"
        "dataflow,ESTAT:UNE(1.0),Unemployment,PC_ACT,Percent,FR,France,M,Men,2023,,8,\n"
    )
    assert rows(pack) == [
        "une | France | sex=F | 2023 | 7 | percent",
        "une | France | sex=M | 2023 | 8 | percent",
        "une | Germany | sex=F | 2023 | 3 | percent",
    ]


def test_a_first_row_that_could_be_a_header_is_a_row(bring):
    _, pack = bring(
        "DATAFLOW,unit,TIME_PERIOD,OBS_VALUE\nESTAT:UNE(1.0),PC,2022,\nESTAT:UNE(1.0),PC,2023,7\n",
        constants={"entity": "France"},
    )
    assert rows(pack) == ["une | France |  | 2023 | 7 | percent"]


def test_sdmx_ml_generic(bring):
    done, pack = bring(GENERIC, name="data.xml", published="")
    assert rows(pack) == ["exp | France |  | 2023 | 5 | USD", "exp | France |  | 2024 | 6 | USD"]
    assert "published: 2025-03-04 (the message was prepared then)" in done.shown


def test_sdmx_ml_structure_specific(bring, tmp_path):
    done, pack = bring(SPECIFIC, name="data.xml", published="")
    assert rows(pack) == ["exp | France |  | 2023 | 5 | USD"]
    assert done.left_out == (
        f"{tmp_path}/data.xml, observation 2: column 'OBS_VALUE' holds 'many'; expected a number.",
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [("x.xml", "<message xmlns='sdmx'/>"), ("x.zip", "PK"), ("x.pdf", "%PDF"), ("x.xlsx", "PK")],
)
def test_what_no_importer_can_read(bring, tmp_path, name, content):
    with pytest.raises(BadReference) as caught:
        bring(content, name=name)
    assert str(tmp_path / name) in str(caught.value)
    assert "; expected " in str(caught.value)
