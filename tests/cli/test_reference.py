import json

import pytest
from click.testing import CliRunner

from factcheck.cli import main
from factcheck.reference.store import load_packs, shipped_packs

HEADER = "indicator,name,definition,unit,topic,aliases,confusions\n"
PACK = {
    "datapackage.json": '{"name": "harvest", "version": "3", "title": "Crops"}',
    "indicators.csv": HEADER
    + "wheat_yield,Wheat yield,Grain per area,t/ha,crops,yield of wheat,\n",
    "entities.csv": "entity,type,aliases,iso3\nRuritania,country,Ruritanian,\n",
    "sources.csv": "source,title,publisher,url,quality,retrieved,licence,sha256\n"
    "census,Farm census,Farm Office,https://example.org,primary,,CC0-1.0,\n",
    "observations.csv": "indicator,entity,dimension,period,value,unit,edition,published,source,"
    "note\n"
    "wheat_yield,Ruritania,,2023,7.10,t/ha,2024,2024-03-01,census,\n"
    "wheat_yield,Ruritania,,2023,7.2,t/ha,2024,2024-09-01,census,revised\n",
}


@pytest.fixture
def pack(tmp_path):
    folder = tmp_path / "harvest"
    folder.mkdir()
    for name, text in PACK.items():
        (folder / name).write_text(text)
    return folder


def run(*arguments):
    return CliRunner().invoke(main, ["reference", *map(str, arguments)])


def test_list_shipped_packs():
    result = run("list")
    assert result.exit_code == 0
    names = [line.split()[:2] for line in result.stdout.splitlines()]
    assert names == [["pack", "version"], ["ai-index", "2026.2"], ["economy", "2026.2"]]


def test_list(pack):
    digest = load_packs([pack]).packs[0].sha256[:12]
    assert run("list", "--reference", pack).stdout == (
        "pack     version  indicators  observations  sha256        title\n"
        f"harvest  3        1           2             {digest}  Crops\n"
    )


def test_show(pack):
    result = run("show", "wheat_yield", "--reference", pack)
    assert (result.exit_code, result.stdout) == (
        0,
        "Wheat yield [wheat_yield, t/ha, pack harvest]\n"
        "Grain per area\n"
        "In the press: yield of wheat\n"
        "\n"
        "entity     dimension  period  value  unit  edition  published   source\n"
        "Ruritania             2023    7.10   t/ha  2024     2024-03-01  census\n"
        "Ruritania             2023    7.2    t/ha  2024     2024-09-01  census\n"
        "\n"
        "census: Farm census https://example.org\n",
    )


def test_show_json(pack):
    result = run("show", "wheat_yield", "--reference", pack, "--output-format", "json")
    content = json.loads(result.stdout)
    assert sorted(content) == ["indicator", "observations", "sources"]
    assert content["indicator"]["id"] == "wheat_yield"
    assert content["observations"][1] == {
        "indicator": "wheat_yield",
        "entity": "Ruritania",
        "dimension": "",
        "period": "2023",
        "value": "7.2",
        "unit": "t/ha",
        "edition": "2024",
        "published": "2024-09-01",
        "source": "census",
        "note": "revised",
        "place": "harvest/observations.csv:3",
    }
    assert [source["publisher"] for source in content["sources"]] == ["Farm Office"]


def test_show_one_entity_by_any_of_its_names():
    rows = run("show", "gdp_current_usd", "--entity", "Americans", "--output-format", "json")
    found = {row["entity"] for row in json.loads(rows.stdout)["observations"]}
    assert found == {"United States"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["show", "wheat_yeild"],
            "error: unknown indicator 'wheat_yeild'. Nearest: wheat_yield.\n",
        ),
        (["show", "gdp"], "error: unknown indicator 'gdp'.\n"),
        (
            ["show", "wheat_yield", "--entity", "Peru"],
            "error: wheat_yield has no rows for 'Peru'; it has Ruritania.\n",
        ),
    ],
)
def test_show_what_is_not_there(pack, arguments, message):
    result = run(*arguments, "--reference", pack)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)


def test_validate_tells_every_problem_of_every_pack(pack, tmp_path):
    (pack / "sources.csv").write_text(PACK["sources.csv"].replace("primary", "good"))
    (pack / "entities.csv").write_text(PACK["entities.csv"].replace("country", "land"))
    result = run("validate", pack, tmp_path / "nowhere")
    assert (result.exit_code, result.stdout, result.stderr) == (
        2,
        "",
        f"error: {pack}/entities.csv:2: column 'type' holds 'land'; expected one of "
        "country, organisation, model, report, group, place, benchmark, publisher.\n"
        f"error: {pack}/sources.csv:2: column 'quality' holds 'good'; "
        "expected one of primary, secondary.\n"
        f"error: {tmp_path}/nowhere: no such folder; "
        "expected a reference pack with datapackage.json.\n",
    )


def test_validate_goes_on_after_a_bad_pack(pack):
    shipped = shipped_packs()[1]
    result = run("validate", pack, shipped)
    assert result.exit_code == 2
    size = "23 indicators, 6191 observations"
    assert result.stdout == f"{shipped}: economy 2026.2, {size}, valid\n"
    assert result.stderr == (
        f"error: {pack}/datapackage.json: 'resources' lists nothing; "
        "expected entities.csv, indicators.csv, observations.csv, sources.csv.\n"
    )


def test_bad_pack_stops_every_command(pack):
    (pack / "observations.csv").write_text(PACK["observations.csv"].replace("7.10", "n/a"))
    message = (
        f"error: {pack}/observations.csv:2: column 'value' holds 'n/a'; "
        "expected a number in t/ha.\n"
    )
    for command in (["list"], ["show", "wheat_yield"]):
        result = run(*command, "--reference", pack)
        assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)
