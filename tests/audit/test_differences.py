"""What an audit sets against each other: statements of a slot, slots that may be taken for one."""

import pyarrow.parquet as pq
import pytest
from stories import story

from factcheck.audit.run import run

RENEWABLES = "the share of electricity from renewables in Germany stood at"
WIND = "the share of electricity from wind in Germany stood at"


def told(number, *sentences, outlet="Post"):
    """An article with these sentences, in a text of its own."""
    head, _, _ = story(number)["text"].partition("\n")
    return story(number, text=f"{head}\n\n{' '.join(sentences)}\n", outlet=outlet)


@pytest.fixture
def differences(write_corpus, inline, judging, tmp_path):
    """The conflicts of an audit of some articles: relation, articles, quotes, own slots or one."""

    def audit(*articles):
        run([write_corpus(*articles)], tmp_path / "out", judging, inline)
        articles = pq.read_table(tmp_path / "out" / "articles.parquet").to_pylist()
        names = {one["id"]: one["record_id"] for one in articles}
        rows = pq.read_table(tmp_path / "out" / "conflicts.parquet").to_pylist()
        assert len({row["id"] for row in rows}) == len(rows)
        return [
            (row["relation"], names[row["a_article"]], row["a_quote"], names[row["b_article"]],
             row["b_quote"], row["other_slot"] is not None)
            for row in rows
        ]  # fmt: skip

    return audit


@pytest.mark.parametrize(
    "articles",
    [
        [told(1, f"In 2020, {RENEWABLES} 44.3%."), told(2, f"In 2020, {RENEWABLES} 44%.")],
        [told(1, f"In 2020, {RENEWABLES} 44.3%."), told(2, "In 2020, it rained on 91 days.")],
        [told(1, f"In 2020, {RENEWABLES} 44.3%.", "Nothing else happened.")],
    ],
    ids=["rounded", "another thing", "one figure"],
)
def test_what_agrees_or_has_nothing_in_common_is_silent(differences, articles):
    assert differences(*articles) == []


def test_statements_of_one_slot(differences):
    one, other = told(1, f"In 2020, {RENEWABLES} 44.3%."), told(2, f"In 2020, {RENEWABLES} 78%.")
    assert differences(one, other) == [("conflict", "a1", "44.3%", "a2", "78%", False)]


def test_another_year_and_another_measure_are_told_apart(differences):
    year = told(2, f"In 2021, {RENEWABLES} 40.6%.")
    assert differences(told(1, f"In 2020, {RENEWABLES} 44.3%."), year) == [
        ("different_period", "a1", "44.3%", "a2", "40.6%", True)
    ]


def test_another_measure_of_the_same_year_is_told_apart(differences):
    wind = told(2, f"In 2020, {WIND} 23.4%.")
    assert differences(told(1, f"In 2020, {RENEWABLES} 44.3%."), wind) == [
        ("different_measure", "a1", "44.3%", "a2", "23.4%", True)
    ]


def test_what_differs_inside_one_article(differences):
    both = told(1, f"In 2020, {RENEWABLES} 44.3%.", f"In 2021, {RENEWABLES} 40.6%.")
    assert differences(both) == [("different_period", "a1", "44.3%", "a1", "40.6%", True)]


def test_a_copy_adds_nothing(differences):
    both = told(1, f"In 2020, {RENEWABLES} 44.3%.", f"In 2021, {RENEWABLES} 40.6%.")
    copies = [both | {"id": name, "published": f"2026-05-0{n}"} for n, name in ((2, "b"), (3, "c"))]
    assert differences(both, *copies) == [("different_period", "a1", "44.3%", "a1", "40.6%", True)]
