"""Each format in its publisher's layout, files made by us; figures are made up or rounded."""

import zipfile

import pytest
from packs_made import rows, table

from factcheck.errors import BadReference

CODE = "SP.POP.TOTL_DS2_en_csv_v2_7"
WORLD_BANK = {
    f"API_{CODE}.csv": (
        '"Data Source","World Development Indicators",\n\n"Last Updated Date","2025-07-01",\n\n'
        '"Country Name","Country Code","Indicator Name","Indicator Code","2022","2023",\n'
        '"France","FRA","Population, total","SP.POP.TOTL","68","69",\n'
        '"Korea, Rep.","KOR","Population, total","SP.POP.TOTL","52","",\n'
        '"Arab World","ARB","Population, total","SP.POP.TOTL","465","x",\n'
        '"Ruritania","RUR","Population, total","SP.POP.TOTL","1,500","2",\n'
    ),
    f"Metadata_Country_API_{CODE}.csv": (
        '"Country Code","Region","IncomeGroup","SpecialNotes","TableName",\n'
        '"FRA","Europe & Central Asia","High income","","France",\n'
        '"ARB","","","Aggregate","Arab World",\n'
    ),
    f"Metadata_Indicator_API_{CODE}.csv": (
        '"INDICATOR_CODE","INDICATOR_NAME","SOURCE_NOTE","SOURCE_ORGANIZATION",\n'
        '"SP.POP.TOTL","Population, total","Everybody, at midyear.","UN",\n'
    ),
}
BULK = {
    "WDICSV.csv": (
        "Country Name,Country Code,Indicator Name,Indicator Code,2022,2023\n"
        "France,FRA,GDP (current US$),NY.GDP.MKTP.CD,2.5,3\n"
        "France,FRA,Food index,AG.PRD.FOOD.XD,101,\n"
    ),
    "WDISeries.csv": (
        "Series Code,Topic,Indicator Name,Short definition,Long definition,Unit of measure\n"
        'NY.GDP.MKTP.CD,Economy: Output,GDP (current US$),,"Output, in dollars.",\n'
    ),
    "WDICountry.csv": "Country Code,Short Name,Table Name,Region\nFRA,France,France,Europe\n",
}
OWID = {
    "life.csv": (
        "Entity,Code,Year,Life expectancy - Sex: all\nFrance,FRA,2022,82.5\n"
        "World,OWID_WRL,2022,71.7\nAfrica,,2022,62.8\n"
    ),
    "life.metadata.json": (
        '{"chart": {"title": "Life expectancy", "citation": "UN WPP (2024)", "originalChartUrl":'
        ' "https://ourworldindata.org/grapher/life-expectancy?v=1"}, "columns":'
        ' {"Life expectancy - Sex: all": {"titleShort": "Life expectancy at birth", "unit":'
        ' "years", "descriptionShort": "Years a newborn would live.", "shortName": "life",'
        ' "lastUpdated": "2025-10-22", "nextUpdate": "2026-10-22", "citationShort": "UN WPP"}},'
        ' "dateDownloaded": "2025-11-30"}'
    ),
}
OWID_DATASET = {
    "datapackage.json": (
        '{"name": "CO2 - Office (2018)", "title": "CO2 - Office (2018)", "id": 1, "sources":'
        ' [{"name": "CO2", "dataPublishedBy": "The Office", "link": "https://example.org/co2",'
        ' "retrievedDate": "01/12/2018"}], "resources": [{"path": "CO2 - Office (2018).csv",'
        ' "schema": {"fields": [{"name": "Entity", "type": "string"}, {"name": "Year", "type":'
        ' "year"}, {"name": "CO2 (Office, 2018)", "type": "any", "description": null,'
        ' "owidDisplaySettings": {"name": "CO2 concentration", "unit": "parts per million",'
        ' "shortUnit": "ppm"}}]}}]}'
    ),
    "CO2 - Office (2018).csv": 'Entity,Year,"CO2 (Office, 2018)"\nWorld,2017,406.5\n',
}
PACKAGE = {
    "datapackage.json": (
        '{"name": "buses", "title": "Bus trips", "created": "2025-05-01T10:00:00Z", "licenses":'
        ' [{"name": "CC0-1.0"}], "resources": [{"name": "trips", "path": "trips.csv", "schema":'
        ' {"fields": [{"name": "city", "type": "string"}, {"name": "when", "type": "yearmonth"},'
        ' {"name": "n", "type": "integer", "title": "Bus trips", "unit": "thousands"}]}}]}'
    ),
    "trips.csv": "city,when,n\nStrelsau,2025-01,12\n",
}
DDF = {
    "ddf--concepts.csv": (
        "concept,concept_type,name,unit,description\npop,measure,Population,people,Everybody\n"
        "time,time,Time,,\ngeo,entity_domain,Place,,\nsex,entity_domain,Sex,,\n"
    ),
    "ddf--datapoints--pop--by--geo--time.csv": "geo,time,pop\nfra,2022,68\nworld,2022,8e3\n",
    "ddf--datapoints--pop--by--geo--sex--time.csv": "geo,sex,time,pop\nfra,women,2022,35\n",
    "ddf--entities--geo--country.csv": "country,is--country,iso3166_1_alpha3,name\n"
    "fra,TRUE,FRA,France\n",
    "ddf--entities--geo--global.csv": "global,name\nworld,World\n",
}
EUROSTAT = (
    "DATAFLOW,LAST UPDATE,freq,sex,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\n"
    "ESTAT:JOBLESS(1.0),06/07/25 23:00:00,A,F,PC,EL,2023,11.5,\n"
    "ESTAT:JOBLESS(1.0),06/07/25 23:00:00,A,M,PC,EL,2023,9,e\n"
    "ESTAT:JOBLESS(1.0),06/07/25 23:00:00,A,M,PC,EL,20230,:,\n"
)
SDMX_CSV_2 = (
    "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,UNIT_MEASURE,TIME_PERIOD,OBS_VALUE,"
    "UNIT_MULT\n"
    "dataflow,AG:FLOW(1.0),I,Q,FR,EXP,USD,2024-Q1,5.5,6\n"
)
LABELLED = (
    "STRUCTURE,STRUCTURE_ID,ACTION,REF_AREA:Reference area,INDICATOR:Indicator,"
    "UNIT_MEASURE:Unit of measure,TIME_PERIOD:Time period,OBS_VALUE:Value\n"
    "dataflow,AG:FLOW(1.0),I,FR:France,EXP:Exports of goods,USD:US dollar,2024-M03,5\n"
)

HOME = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
SPACES = f'xmlns:message="{HOME}/message" xmlns:common="{HOME}/common"'
HEADER = (
    "<message:Header><message:ID>x</message:ID><message:Test>false</message:Test>"
    '<message:Prepared>2025-03-04T05:06:07</message:Prepared><message:Sender id="AG"/>'
    '<message:Structure structureID="FLOW" dimensionAtObservation="TIME_PERIOD"{}>'
    '<common:Structure><Ref agencyID="AG" id="FLOW" version="1.0"/></common:Structure>'
    "</message:Structure></message:Header>"
)
GENERIC = (
    f'<?xml version="1.0" encoding="UTF-8"?><message:GenericData {SPACES}'
    f' xmlns:generic="{HOME}/data/generic">{HEADER.format("")}'
    '<message:DataSet structureRef="FLOW"><generic:Series><generic:SeriesKey>'
    '<generic:Value id="REF_AREA" value="FR"/><generic:Value id="INDICATOR" value="EXP"/>'
    '<generic:Value id="UNIT_MEASURE" value="USD"/></generic:SeriesKey>'
    '<generic:Obs><generic:ObsDimension value="2023"/><generic:ObsValue value="5"/></generic:Obs>'
    '<generic:Obs><generic:ObsDimension value="2024"/><generic:ObsValue value="6"/></generic:Obs>'
    "</generic:Series></message:DataSet></message:GenericData>"
)
FLOW = "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=AG:FLOW(1.0)"
NAMESPACE = f' namespace="{FLOW}"'
SPECIFIC = (
    f'<?xml version="1.0" encoding="UTF-8"?><message:StructureSpecificData {SPACES}'
    f' xmlns:ss="{HOME}/data/structurespecific" xmlns:ns1='
    f'"{FLOW}:ObsLevelDim:TIME_PERIOD" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    f"{HEADER.format(NAMESPACE)}"
    '<message:DataSet ss:structureRef="FLOW" ss:dataScope="DataStructure"'
    ' xsi:type="ns1:DataSetType" action="Replace">'
    '<Series REF_AREA="FR" INDICATOR="EXP" UNIT_MEASURE="USD">'
    '<Obs TIME_PERIOD="2023" OBS_VALUE="5"/><Obs TIME_PERIOD="2024" OBS_VALUE="many"/></Series>'
    "</message:DataSet></message:StructureSpecificData>"
)


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
