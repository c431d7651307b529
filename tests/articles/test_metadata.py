"""Dates and titles that a text states itself."""

from datetime import date

import pytest

from factcheck.articles.metadata import parse_date, publication, stated_date

BODY = "\n".join(f"Paragraph {n} of the body." for n in range(12))


@pytest.mark.parametrize(
    "line",
    [
        "The survey, published on 3 July 2025, has news.",
        "On 3 July 2025 the office moved.",
        "NATO met on 3 July 2025 in the capital.",
        "Published every Thursday since 2019",
        "Updated 31/02/2025",
        "Copyright 2025",
        "He was born on 3 July 1975.",
        "Kent, who was born on 3 July 1975, moved · Essex stayed",
    ],
)
def test_no_date_of_publication(line):
    assert stated_date(f"Title\n{line}\n{BODY}") is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("OSLO (14 April 2026) - Snow fell.", date(2026, 4, 14)),
        ("SAN JOSÉ, 14 April 2026 — Snow fell.".replace("É", "E"), date(2026, 4, 14)),
        ("OSLO, Norway, May 3, 2025 (North Press) - Snow fell.", date(2025, 5, 3)),
        ("The Turnstile · Issue 214 · 10 July 2025 · 18,650 readers", date(2025, 7, 10)),
        ("*Published on 3 July 2025. Corrections: desk.*", date(2025, 7, 3)),
        ("Published: July 3rd, 2025", date(2025, 7, 3)),
        ("*Issue of Sat, May 3, 2025*", date(2025, 5, 3)),
        ("Edition of Thursday, April 10, 2025 | 900 readers", date(2025, 4, 10)),
        ("Issued 2022-08-09. Contact the desk.", date(2022, 8, 9)),
        ("Author: desk · Last edit: 12/05/2025 · No. 7", date(2025, 5, 12)),
        ("Last updated 12/25/2025", date(2025, 12, 25)),
        ("Tuesday, 14 April 2026", date(2026, 4, 14)),
        ("By Ana Diaz | 3 May 2025 | 5 min read", date(2025, 5, 3)),
        ("*A talk with a farmer, held on Sept. 9, 2024.*", date(2024, 9, 9)),
    ],
)
def test_date_of_publication_at_the_top(line, day):
    assert stated_date(f"Title\n{line}\n{BODY}") == day


def test_date_of_publication_at_the_foot_but_not_in_the_middle():
    assert stated_date(f"{BODY}\nPosted 2024-01-02") == date(2024, 1, 2)
    assert stated_date(f"{BODY}\nPosted 2024-01-02\n{BODY}") is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-04-14T09:00:00Z", date(2026, 4, 14)),
        ("14 April 2026, 9 am", date(2026, 4, 14)),
        ("soon", None),
        ("2026-13-01", None),
    ],
)
def test_parse_date(words, day):
    assert parse_date(words) == day


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("OSLO (14 April 2026) - Snow fell.", "14 April 2026"),
        ("*Published on Thursday, July 3rd, 2025.*", "July 3rd, 2025"),
        ("Author: desk · Last edit: 12/05/2025 · No. 7", "12/05/2025"),
        ("*A talk with a farmer, held on Sept. 9, 2024.*", "Sept. 9, 2024"),
    ],
)
def test_the_words_that_state_it_can_be_found_again(line, words):
    text = f"Title\r\n\r\n{line}\r\n{BODY}"
    _, start, end = publication(text)
    assert text[start:end] == words
