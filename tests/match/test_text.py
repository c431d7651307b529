"""Words as the matcher compares them."""

import pytest

from factcheck.match.text import LIGHT, STOP, stem, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [("patients", "patience"), ("organ", "organisation"), ("rise", "rice"), ("general", "gender")],
)
def test_different_words_stay_different(one, other):
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organisation", "organization"),
        ("organisations", "organization"),
        ("specialised", "specialized"),
        ("programme", "program"),
        ("labour", "labor"),
        ("centre", "center"),
        ("filings", "filed"),
        ("hospitals", "hospital"),
        ("Hospital", "hospital"),
        ("U.S.", "US"),
        ("Vestby's", "Vestby"),
        ("Vestby’s", "Vestby"),
    ],
)
def test_one_spelling_per_word(one, other):
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("12.4 of the 90%", []),
        ("The share of beds", ["share", "bed"]),
        ("long-term care", ["long-term", "long", "term", "care"]),
        ("on it", []),
        ("in IT", ["it"]),
        ("a C3PO unit", ["c3po", "unit"]),
    ],
)
def test_content_words_in_text_order(text, expected):
    assert stems(text) == expected


def test_light_words_are_stems_that_stop_words_are_not():
    assert {"rose", "fell", "total"} <= LIGHT
    assert LIGHT.isdisjoint({"wheat", "hospit", "goal"})
    assert not [word for word in STOP if stems(word)]
