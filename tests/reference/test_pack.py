from datetime import date
from decimal import Decimal

import pytest

from factcheck.errors import BadReference
from factcheck.model import Entity, Indicator, Observation, Source
from factcheck.reference.pack import read_pack
from factcheck.reference.store import load_packs

ROWS = "observations.csv"
FIRST = "waiting_time,Ruritania,,2024,14.2,weeks,2025,2025-02-01,health_office,\n"
CONTRADICTION = "waiting_time,Ruritania,,2024,15,weeks,2025,2025-02-01,health_office,page 9\n"
KEY = "indicator, entity, dimension, period, edition, published, source, note"


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({}, id="as it is"),
        pytest.param({ROWS: ("14.2", "-14.2")}, id="negative value"),
        pytest.param({ROWS: ("14.2", "")}, id="no value published"),
        pytest.param({ROWS: (FIRST, FIRST + CONTRADICTION)},
                     id="two passages that contradict each other, told apart by the note"),
        pytest.param({ROWS: (FIRST, "\n" + FIRST)}, id="empty line"),
        pytest.param({ROWS: (",2024,14.2", ",2024-02-29,14.2")}, id="a day as period"),
        pytest.param({ROWS: ("weeks,2025,2025-02", "{beds},2025,2025-02")}, id="UCUM unit"),
        pytest.param({ROWS: ("weeks,2025,2025-02", "XAF,2025,2025-02")}, id="rare currency"),
        pytest.param({"sources.csv": ("2026-01-31", "")}, id="retrieved unknown"),
        pytest.param({"entities.csv": ("RUR", "")}, id="country without ISO code"),
        pytest.param({"entities.csv": "\ufeffentity,type,aliases,iso3\r\nRuritania,country,,\r\n"
                      "Strelsau General,organisation,,\r\n"}, id="byte order mark, CRLF"),
    ],
)  # fmt: skip
def test_pack_that_can_be_used(write_pack, changes):
    assert read_pack(write_pack(changes=changes)).name == "hospitals"


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        pytest.param(
            {ROWS: ("14.2", "n/a")},
            [f"{ROWS}:2: column 'value' holds 'n/a'; expected a number in weeks."],
            id="value is no number",
        ),
        pytest.param(
            {ROWS: ("14.2", '"14,2"')},
            [f"{ROWS}:2: column 'value' holds '14,2'; expected a number in weeks."],
            id="decimal comma",
        ),
        pytest.param(
            {ROWS: ("1998-05-04", "4 May 1998")},
            [f"{ROWS}:6: column 'value' holds '4 May 1998'; "
             "expected a day such as 2026-04-13."],
            id="value is no date",
        ),
        pytest.param(
            {ROWS: ("14.2,weeks", "14.2,wekks")},
            [f"{ROWS}:2: column 'unit' holds 'wekks'; "
             "expected a unit such as percent, count, USD, points or a UCUM code."],
            id="unknown unit in a row",
        ),
        pytest.param(
            {"indicators.csv": ("treatment,weeks", "treatment,XQQ")},
            ["indicators.csv:2: column 'unit' holds 'XQQ'; "
             "expected a unit such as percent, count, USD, points or a UCUM code."],
            id="no currency of ISO 4217; the rows that use the indicator are no problem",
        ),
        pytest.param(
            {ROWS: (FIRST, FIRST + FIRST.replace("14.2", "15"))},
            [f"{ROWS}:3: repeats line 2 in {KEY}; expected every key once."],
            id="duplicate observation",
        ),
        pytest.param(
            {"indicators.csv": ("opened,Opening", "waiting_time,Opening")},
            ["indicators.csv:3: repeats line 2 in indicator; expected every key once.",
             f"{ROWS}:6: column 'indicator' holds 'opened'; "
             "expected one that indicators.csv lists."],
            id="duplicate indicator",
        ),
        pytest.param(
            {ROWS: ("waiting_time,Ruritania,hips", "waiting_time,Ruritana,hips")},
            [f"{ROWS}:4: column 'entity' holds 'Ruritana'; expected one that entities.csv lists."],
            id="unknown entity",
        ),
        pytest.param(
            {ROWS: ("health_office,revised", "office,revised")},
            [f"{ROWS}:3: column 'source' holds 'office'; expected one that sources.csv lists."],
            id="unknown source",
        ),
        pytest.param(
            {ROWS: ("2024-01/2024-06", "2024-06/2024-01")},
            [f"{ROWS}:5: column 'period' holds '2024-06/2024-01'; "
             "expected a period such as 2024, 2025-02 or 2024-01/2025-02."],
            id="period that ends before it starts",
        ),
        pytest.param(
            {ROWS: ("hips,2024", "hips,2024-13")},
            [f"{ROWS}:4: column 'period' holds '2024-13'; "
             "expected a period such as 2024, 2025-02 or 2024-01/2025-02."],
            id="thirteenth month",
        ),
        pytest.param(
            {ROWS: ("2025-06-01", "1 June 2025")},
            [f"{ROWS}:3: column 'published' holds '1 June 2025'; "
             "expected a day such as 2026-04-13."],
            id="bad date",
        ),
        pytest.param(
            {"sources.csv": (",primary,", ",good,")},
            ["sources.csv:2: column 'quality' holds 'good'; expected one of primary, secondary."],
            id="unknown quality",
        ),
        pytest.param(
            {"entities.csv": (",country,", ",land,")},
            ["entities.csv:2: column 'type' holds 'land'; expected one of "
             "country, organisation, model, report, group, place, benchmark, publisher."],
            id="unknown type",
        ),
        pytest.param(
            {"entities.csv": (",RUR", ",RU")},
            ["entities.csv:2: column 'iso3' holds 'RU'; "
             "expected an ISO 3166-1 code of three capitals, or nothing."],
            id="two-letter country code",
        ),
        pytest.param(
            {"entities.csv": (",triage,", ",Ruritanian,")},
            ["entities.csv:4: column 'aliases' holds 'Ruritanian'; "
             "expected names that line 2 does not bear."],
            id="alias of two entities",
        ),
        pytest.param(
            {ROWS: ("1998-05-04,date,", "1998-05-04,date,,")},
            [f"{ROWS}:6: 11 cells; expected 10 as in the header."],
            id="ragged row",
        ),
        pytest.param(
            {"sources.csv": ("quality,", "grade,")},
            ["sources.csv:1: column 'quality' is missing; expected the columns "
             "source, title, publisher, url, quality, retrieved, licence, sha256."],
            id="missing column; rows that name a source are no problem",
        ),
        pytest.param(
            {"sources.csv": ("publisher,url", "title,url")},
            ["sources.csv:1: column 'title' stands twice; expected the columns "
             "source, title, publisher, url, quality, retrieved, licence, sha256.",
             "sources.csv:1: column 'publisher' is missing; expected the columns "
             "source, title, publisher, url, quality, retrieved, licence, sha256."],
            id="column twice",
        ),
        pytest.param(
            {"entities.csv": None},
            ["entities.csv: no such file; expected one in every reference pack."],
            id="missing file; rows that name an entity are no problem",
        ),
        pytest.param(
            {"entities.csv": b"entity,type,aliases,iso3\nC\xf4te,country,,\n"},
            ["entities.csv: byte 26 is not UTF-8; expected a text in UTF-8."],
            id="Latin-1",
        ),
        pytest.param(
            {"entities.csv": 'entity,type,aliases,iso3\n"Ruritania,country,,\n'},
            ["entities.csv:2: no CSV (unexpected end of data); expected comma-separated cells."],
            id="quotation mark that never closes",
        ),
        pytest.param(
            {"datapackage.json": None},
            ["datapackage.json: no such file; expected one in every reference pack."],
            id="no descriptor",
        ),
        pytest.param(
            {"datapackage.json": '{"name": "x",\n}'},
            ["datapackage.json:1: no JSON (a comma before a bracket); expected a Data Package."],
            id="bad JSON",
        ),
        pytest.param(
            {"datapackage.json": "[]"},
            ["datapackage.json:1: no JSON object; expected a Data Package."],
            id="no JSON object",
        ),
        pytest.param(
            {"datapackage.json": '{"name": "x", "title": " "}'},
            ["datapackage.json: 'version' is missing; expected a text that is not empty.",
             "datapackage.json: 'title' is missing; expected a text that is not empty."],
            id="descriptor without version and title",
        ),
        pytest.param(
            {ROWS: ("14.2,weeks", "many,wekks"), "sources.csv": (",primary,", ",good,")},
            ["sources.csv:2: column 'quality' holds 'good'; expected one of primary, secondary.",
             f"{ROWS}:2: column 'unit' holds 'wekks'; "
             "expected a unit such as percent, count, USD, points or a UCUM code.",
             f"{ROWS}:2: column 'value' holds 'many'; expected a number in wekks."],
            id="several problems at once",
        ),
    ],
)  # fmt: skip
def test_pack_that_cannot_be_used(write_pack, changes, problems):
    folder = write_pack(changes=changes)
    with pytest.raises(BadReference) as caught:
        read_pack(folder)
    assert caught.value.problems == [f"{folder}/{problem}" for problem in problems]
    assert str(caught.value) == "\n".join(caught.value.problems)


def test_no_such_folder(tmp_path):
    with pytest.raises(BadReference) as caught:
        read_pack(tmp_path / "nowhere")
    wanted = f"{tmp_path}/nowhere: no such folder; expected a reference pack with datapackage.json."
    assert str(caught.value) == wanted


def test_what_is_read(write_pack):
    pack = read_pack(write_pack())
    assert pack.indicators[1] == Indicator(
        "opened", "Opening day", "First day of service", "date", "health",
        ("opened its doors", "opening"), "", "hospitals",
    )  # fmt: skip
    assert pack.entities[0] == Entity("Ruritania", "country", ("Ruritanian", "Ruritanians"), "RUR")
    assert pack.entities[1] == Entity("Strelsau General", "organisation")
    assert pack.sources == (
        Source("health_office", "Waiting times", "Health Office", "https://example.org",
               "primary", "2026-01-31", "CC0-1.0", ""),
    )  # fmt: skip
    assert pack.observations[1] == Observation(
        "waiting_time", "Ruritania", "", "2024", Decimal("14.6"), "weeks", "2025",
        date(2025, 6, 1), "health_office", "revised", "hospitals/observations.csv:3",
    )  # fmt: skip
    assert pack.observations[-1].value == "1998-05-04"


def test_columns_may_stand_in_any_order_beside_others(write_pack):
    sources = (
        "colour,title,source,publisher,url,quality,retrieved,licence,sha256\n"
        "blue,Waiting times,health_office,,,secondary,,,\n"
    )
    pack = read_pack(write_pack(changes={"sources.csv": sources}))
    assert pack.sources == (Source("health_office", "Waiting times", quality="secondary"),)


def test_a_row_without_value_states_nothing(write_pack):
    pack = read_pack(write_pack(changes={ROWS: ("14.2", "")}))
    assert [row.place for row in pack.observations] == [
        f"hospitals/observations.csv:{line}" for line in (3, 4, 5, 6)
    ]


def test_a_cell_of_several_lines_does_not_shift_line_numbers(write_pack):
    noted = FIRST.replace("e,\n", 'e,"one\ntwo"\n')
    folder = write_pack(changes={ROWS: (FIRST, noted)})
    assert [row.place[-2:] for row in read_pack(folder).observations] == [
        ":2", ":4", ":5", ":6", ":7"
    ]  # fmt: skip


class TestDigest:
    def test_depends_on_content_alone(self, write_pack, tmp_path):
        first = write_pack()
        (tmp_path / "other").mkdir()
        second = first.rename(tmp_path / "other" / "renamed")
        before = read_pack(second).sha256
        (second / ".hidden").write_text("left by an editor")
        assert read_pack(second).sha256 == before == read_pack(second).sha256

    @pytest.mark.parametrize("file", ["README.md", "sub/more.txt", "sources.csv"])
    def test_any_other_content_is_another_digest(self, write_pack, file):
        folder = write_pack()
        before = read_pack(folder).sha256
        (folder / file).parent.mkdir(exist_ok=True)
        with (folder / file).open("a") as out:
            out.write("\n")
        assert read_pack(folder).sha256 != before


def test_problems_of_all_packs_are_told_at_once(write_pack):
    first = write_pack("first", {ROWS: ("14.2", "n/a")})
    second = write_pack("second", {"sources.csv": (",primary,", ",good,")})
    with pytest.raises(BadReference) as caught:
        load_packs([first, second])
    assert caught.value.problems == [
        f"{first}/{ROWS}:2: column 'value' holds 'n/a'; expected a number in weeks.",
        f"{second}/sources.csv:2: column 'quality' holds 'good'; "
        "expected one of primary, secondary.",
    ]
