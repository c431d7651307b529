"""What holds of the shipped figures beyond their form."""

import re
from collections import Counter

import pytest

from factcheck.reference.store import load_packs

REFERENCE = load_packs()
ROWS = [row for indicator in REFERENCE.indicators for row in REFERENCE.rows(indicator)]


@pytest.mark.parametrize("indicator", REFERENCE.indicators.values(), ids=lambda one: one.id)
def test_every_indicator_has_wordings_and_figures(indicator):
    assert 4 <= len(indicator.aliases) <= 12
    assert REFERENCE.rows(indicator.id)


def test_no_wording_belongs_to_two_indicators():
    wordings = Counter(
        alias.casefold() for one in REFERENCE.indicators.values() for alias in one.aliases
    )
    assert [alias for alias, times in wordings.items() if times > 1] == []


def test_every_country_has_a_code():
    countries = [one for one in REFERENCE.entities.values() if one.type == "country"]
    assert [one.name for one in countries if not one.iso3] == []
    assert len({one.iso3 for one in countries}) == len(countries)


def test_no_vintage_hides_in_a_dimension():
    words = re.compile(r"release|revis|restate|vintage|edition")
    assert sorted({row.dimension for row in ROWS if words.search(row.dimension)}) == []


def test_every_source_is_used_and_has_publisher_and_licence():
    used = {row.source for row in ROWS}
    assert sorted(REFERENCE.sources) == sorted(used)
    assert [
        one.id for one in REFERENCE.sources.values() if not (one.publisher and one.licence)
    ] == []


@pytest.mark.parametrize(
    ("indicator", "entity", "period", "vintages"),
    [
        ("notable_models_count", "United States", "2025", ["50", "59"]),
        ("edition_page_count", "AI Index Report", "2026", ["423", "425"]),
        ("us_china_arena_gap_percent", "United States", "2025-02", ["1.7", "0.4"]),
        ("electricity_share_coal", "World", "2019", ["36.379", "36.581"]),
    ],
)
def test_vintages_stand_in_the_order_they_appeared(indicator, entity, period, vintages):
    rows = [row for row in REFERENCE.rows_of(indicator, entity) if row.period == period]
    assert [str(row.value) for row in rows] == vintages
    assert rows[0].published < rows[1].published


@pytest.mark.parametrize(
    ("indicator", "entity", "values"),
    [
        ("genai_population_adoption", "United Arab Emirates", {"64.0", "54"}),
        ("org_genai_adoption", "World", {"79", "70"}),
        ("benchmark_score", "best system", {"50.1", "50.6"}),
    ],
)
def test_passages_that_contradict_each_other_share_a_slot(indicator, entity, values):
    slots = {}
    for row in REFERENCE.rows_of(indicator, entity):
        slot = (row.dimension, row.period, row.edition, row.published)
        slots.setdefault(slot, set()).add(str(row.value))
    assert [found for found in slots.values() if len(found) > 1] == [values]
