from datetime import date

import made
import pytest

from factcheck.errors import BadReference
from factcheck.reference.store import load_packs, shipped_packs

OTHER = {
    "indicators.csv": ("waiting_time,", "beds,"),
    "entities.csv": ("Ruritania,country,Ruritanian|", "Kingdom of Ruritania,country,"),
    "observations.csv": (
        "indicator,entity,dimension,period,value,unit,edition,published,source,note\n"
        "beds,Kingdom of Ruritania,,2024,900,count,2026,2026-02-01,health_office,\n"
    ),
}
"""A second pack, in which the country goes by another name under the same ISO code."""


def beds(write_pack, **changes):
    indicators = (
        "indicator,name,definition,unit,topic,aliases,confusions\nbeds,Beds,Beds,count,,,\n"
    )
    return write_pack("beds", {**OTHER, "indicators.csv": indicators, **changes})


def test_rows_by_entity_dimension_period_and_day(write_pack):
    rows = load_packs([write_pack()]).rows("waiting_time")
    assert [(row.entity, row.dimension, row.period, str(row.published)) for row in rows] == [
        ("Ruritania", "", "2024", "2025-02-01"),
        ("Ruritania", "", "2024", "2025-06-01"),
        ("Ruritania", "hips", "2024", "2025-02-01"),
        ("Strelsau General", "Triage Scale", "2024-01/2024-06", "2025-02-01"),
    ]


def test_rows_of_one_entity(write_pack):
    reference = load_packs([write_pack()])
    assert reference.rows_of("waiting_time", "Ruritania") == reference.rows("waiting_time")[:3]
    assert reference.rows_of("waiting_time", "Ruritanian") == ()
    assert reference.rows("no_such_indicator") == ()


def test_lexicon_without_names_that_are_dimensions_only(write_pack):
    reference = load_packs([write_pack()])
    assert reference.lexicon == {
        "Ruritania": "Ruritania",
        "Ruritanian": "Ruritania",
        "Ruritanians": "Ruritania",
        "Strelsau General": "Strelsau General",
    }
    assert reference.dimensions == {
        "Triage Scale": "Triage Scale",
        "hips": "hips",
        "triage": "Triage Scale",
    }
    assert reference.entity_types == {
        "Ruritania": "country",
        "Strelsau General": "organisation",
        "Triage Scale": "benchmark",
    }


def test_a_name_that_is_entity_and_dimension_is_in_both(write_pack):
    rows = ("waiting_time,Ruritania,hips", "waiting_time,Strelsau General,Ruritania")
    reference = load_packs([write_pack(changes={"observations.csv": rows})])
    assert reference.lexicon["Ruritanian"] == reference.dimensions["Ruritanian"] == "Ruritania"


def test_one_country_in_two_packs_is_one_entity(write_pack):
    reference = load_packs([write_pack(), beds(write_pack)])
    assert reference.entities["Ruritania"].aliases == (
        "Ruritanian",
        "Ruritanians",
        "Kingdom of Ruritania",
    )
    assert "Kingdom of Ruritania" not in reference.entities
    assert reference.lexicon["Kingdom of Ruritania"] == "Ruritania"
    assert [row.place for row in reference.rows_of("beds", "Ruritania")] == [
        "beds/observations.csv:2"
    ]


def test_editions_by_pack(write_pack):
    reference = load_packs([write_pack(), beds(write_pack)])
    assert reference.editions == {
        "hospitals": {"2025": (date(2025, 2, 1), date(2025, 6, 1))},
        "beds": {"2026": (date(2026, 2, 1), date(2026, 2, 1))},
    }


def test_packs_that_clash(write_pack):
    other = write_pack("clinics", {"sources.csv": (",primary,", ",secondary,")})
    with pytest.raises(BadReference) as caught:
        load_packs([write_pack(), other])
    assert caught.value.problems == [
        "indicator 'waiting_time' is defined by the packs 'hospitals' and 'clinics';"
        " expected one definition.",
        "indicator 'opened' is defined by the packs 'hospitals' and 'clinics';"
        " expected one definition.",
    ]


def test_sources_that_clash(write_pack):
    changed = {"sources.csv": "source,title,publisher,url,quality,retrieved,licence,sha256\n"
               "health_office,Beds,Health Office,,primary,,,\n"}  # fmt: skip
    with pytest.raises(BadReference) as caught:
        load_packs([write_pack(), beds(write_pack, **changed)])
    assert str(caught.value) == (
        "source 'health_office' is defined by the packs 'hospitals' and 'beds';"
        " expected one definition."
    )


def test_the_same_pack_twice(write_pack):
    folder = write_pack()
    with pytest.raises(BadReference) as caught:
        load_packs([folder, folder])
    assert str(caught.value) == "2 packs are called 'hospitals'; expected one of each name."


def test_shipped_packs_are_the_default():
    assert [folder.name for folder in shipped_packs()] == ["ai-index", "economy"]
    assert [pack.name for pack in load_packs().packs] == ["ai-index", "economy"]


def test_editions_of_a_report_are_those_that_its_own_figures_name():
    rows = """
    crowd | Vestby | | 2025 | 812 | count | May 2025
    pages | Survey | | 2024 | 395 | count | 2024
    """
    assert made.reference(rows, types={"Survey": "report"}).reports == {("made", "2024")}
    assert made.reference(rows).reports == set()
    bare = made.reference(rows.partition("pages")[0], types={"Vestby": "report"})
    assert bare.reports == {("made", "May 2025")}
