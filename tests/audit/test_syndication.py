"""Copies are found and counted once; what only looks alike is not."""

import random
from datetime import date

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from factcheck.audit.fingerprints import BANDS, fingerprints
from factcheck.audit.schema import ARTICLES, FINGERPRINTS
from factcheck.audit.syndication import contained, find_copies, mark_copies

WORDS = [f"{a}{b}" for a in "bcdfghklmnprst" for b in ("ado", "ine", "ora", "uke", "elt", "ism")]


def prose(seed, words=200):
    rng = random.Random(seed)
    return " ".join(rng.choice(WORDS) for _ in range(words))


STORY = f"{prose(1)} The rate fell to 4.2% in 2024, from 5.1%. {prose(2)} It was 17 of 23 points."
CUT = STORY[: len(STORY) * 2 // 3]
FORM = f"{prose(3)} The office counted {{}} births and {{}} deaths in {{}}. {prose(4)}"
RATES = f"{prose(10)} In 2024 {{}} came to 41%. In 2025 {{}} came to {{}}%. {prose(11)}"
MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)


def open_database(*articles):
    """A database of articles given as (text, day)."""
    prints = fingerprints([text for text, _ in articles])
    table = {name: [getattr(p, name) for p in prints] for name in ("shingles", "figures", "bands")}
    ordinals = list(range(len(articles)))
    rows = [{"ordinal": n, "id": f"id{n}", "published": day} for n, (_, day) in enumerate(articles)]
    database = duckdb.connect()
    database.register("articles", pa.Table.from_pylist(rows, ARTICLES))
    database.register("fingerprints", pa.table({"ordinal": ordinals} | table, FINGERPRINTS))
    return database


def copies(*articles):
    found, origins = find_copies(open_database(*articles))
    return dict(zip(found.to_pylist(), origins.to_pylist(), strict=True))


def share(copy, origin):
    one, other = fingerprints([copy, origin])
    return contained(one.shingles, one.figures, other.shingles, other.figures)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            FORM.format("1,204", "980", "May"), FORM.format("1,377", "1,015", "June"),
            id="one form, other figures",
        ),
        pytest.param(
            RATES.format("rents", "wages", "58"), RATES.format("crops", "tolls", "58"),
            id="one form, the same numbers of other things",
        ),
        pytest.param(
            RATES.format("rents", "rents", "41"), RATES.format("crops", "rents", "58"),
            id="one form, half of its sentences in common",
        ),
        pytest.param(prose(5) + " It was 4.2% in 2024.", prose(6) + " It was 4.2% in 2024.",
                     id="one topic, other words"),
        pytest.param(f"{STORY} {prose(8)} {prose(9)}", STORY, id="far longer than what it quotes"),
        pytest.param("Prices rose.", "Prices fell.", id="a few words"),
    ],
)  # fmt: skip
def test_no_copy(one, other):
    assert share(one, other) == 0
    assert copies((one, JUNE), (other, MAY)) == {}


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(STORY, id="equal"),
        pytest.param(f"A new headline\n\n(Agency) {STORY}", id="headline and agency"),
        pytest.param(CUT, id="the end is cut"),
        pytest.param(STORY.upper(), id="in capitals"),
        pytest.param(STORY.replace("17 of", "18 of"), id="one figure of five mangled"),
    ],
)
def test_copy(copy):
    assert share(copy, STORY) >= 0.8
    assert copies((copy, JUNE), (STORY, MAY)) == {0: 1}


def test_a_few_words_are_copies_only_where_equal():
    assert copies(("Prices rose by 4%.", MAY), ("Prices rose by 4%.", JUNE)) == {1: 0}


def test_two_long_articles_that_quote_one_brief_stay_two():
    brief = prose(1, 150)
    long, other = f"{brief} {prose(2)}", f"{prose(3)} {brief}"
    assert copies((long, MAY), (brief, MAY), (other, JUNE)) == {1: 0}


def test_of_one_day_the_longest_is_the_origin_and_what_has_no_day_is_never_first():
    assert copies((CUT, MAY), (STORY, MAY)) == {0: 1}
    assert copies((STORY, None), (STORY, MAY)) == {0: 1}


def test_a_copy_of_a_copy_has_the_first_as_its_origin():
    once = f"Headline\n\n{STORY}"
    twice = f"Another one\n\n{once}"
    assert copies((twice, JULY), (once, JUNE), (STORY, MAY)) == {1: 2, 0: 2}


def test_many_copies_among_many_others():
    origins = [(f"{prose(seed)} It was {seed + 10}.5% then.", MAY) for seed in range(60)]
    copied = [(f"{prose(99 + n, 9)} {text}", JUNE) for n, (text, _) in enumerate(origins[:30])]
    assert copies(*copied, *origins) == {n: n + 30 for n in range(30)}


def test_marked_articles_name_their_origin_and_origins_count_their_copies(tmp_path):
    articles = ((STORY, MAY), (prose(9), MAY), (STORY, JUNE), (f"New {STORY}", JUNE))
    assert mark_copies(open_database(*articles), tmp_path / "marked.parquet") == 2
    rows = pq.read_table(tmp_path / "marked.parquet").to_pylist()
    assert [(row["id"], row["origin"], row["copies"]) for row in rows] == [
        ("id0", None, 2), ("id1", None, 0), ("id2", "id0", 0), ("id3", "id0", 0),
    ]  # fmt: skip


def test_fingerprints_are_the_same_on_every_machine():
    text = "Growth was 4.2% in the first quarter of 2024, said the office."
    none, one = fingerprints(["…", text])
    assert fingerprints([text])[0].bands.tolist() == one.bands.tolist()
    assert one.shingles.dtype == np.uint32
    assert (len(one.shingles), len(one.figures), len(one.bands)) == (9, 2, BANDS)
    assert (int(one.shingles[0]), int(one.bands[0])) == (170474218, 449855218242568791)
    assert len(none.bands) == 0
    assert fingerprints([]) == []
