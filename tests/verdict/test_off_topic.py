"""A pack that is not about an article accuses nobody in it."""

from dataclasses import replace
from pathlib import Path

import pytest
from made import aligned, claim, number, reading, reference

from factcheck.articles import read_articles
from factcheck.checker import Checker
from factcheck.model import Kind, Status
from factcheck.reference.store import load_packs, shipped_packs
from factcheck.verdict.accuse import ACCUSE
from factcheck.verdict.judge import judge
from factcheck.verdict.off_topic import LITTLE, PLAIN, withdraw_off_topic

ROOT = Path(__file__).parents[2]
ARTICLES = sorted((ROOT / "corpora" / "articles").iterdir())
SHIPPED = {path.name: path for path in shipped_packs()}
OWN = {path.name: path for path in (ROOT / "tests" / "packs").iterdir()}
SUBJECTS = {
    "ai": {"ai-index"},
    "big": {"economy"},
    "city": {"city-budget"},
    "football": {"football"},
    "hospital": {"hospital"},
    "power": {"economy"},
    "pupil": {"school-survey"},
    "rail": {"rail"},
    "tarvia": {"crops"},
    "world": {"economy"},
}
"""First word of an article's name -> the packs that are about it."""

BOOK = reference("ripe | Kent | | 2025 | 25 | percent")
KENT = reading(BOOK, "ripe", "Kent", "2025", score=PLAIN - 0.1)
RIGHT, WRONG = number("25", Kind.PERCENT), number("31", Kind.PERCENT)
MANY = int(1 / LITTLE) * 2
"""Claims of an article of which two matched ones are little."""


def status(told, right=0, others=MANY, **named):
    """Of a wrong number among `right` right ones and `others` that no pack covers."""
    named = named or {"who": "Kent", "when": "2025"}
    claims = [claim(WRONG, **named)] + [claim(RIGHT, who="Kent", when="2025")] * right
    judged = [judge(one, aligned(told), BOOK) for one in claims]
    claims += [claim(RIGHT)] * others
    judged += [judge(claim(RIGHT), aligned(), BOOK)] * others
    return withdraw_off_topic(claims, judged)[0].verdict.status


@pytest.mark.parametrize(
    ("told", "right", "others"),
    [
        pytest.param(KENT, 2, MANY, id="most of what it covers is right"),
        pytest.param(KENT, 0, 1, id="half of the article is about it"),
        pytest.param(replace(KENT, score=PLAIN), 0, MANY, id="the words are plain"),
        pytest.param(replace(KENT, outright=True), 0, MANY, id="named outright"),
    ],
)
def test_stands(told, right, others):
    assert status(told, right, others) is Status.CONTRADICTED


@pytest.mark.parametrize("right", [0, 1])
def test_is_withdrawn_where_the_pack_is_hardly_about_the_article(right):
    assert status(KENT, right) is Status.UNVERIFIABLE


def test_what_is_borne_out_faintly_speaks_for_no_pack():
    faint = replace(KENT, score=ACCUSE - 0.1)
    claims = [claim(quantity, who="Kent", when="2025") for quantity in (WRONG, RIGHT, RIGHT)]
    judged = [
        judge(one, aligned(told), BOOK)
        for one, told in zip(claims, (KENT, faint, faint), strict=True)
    ]
    claims += [claim(RIGHT)] * MANY
    judged += [judge(claim(RIGHT), aligned(), BOOK)] * MANY
    assert [one.verdict.status for one in judged[:3]] == [
        Status.CONTRADICTED,
        Status.SUPPORTED,
        Status.SUPPORTED,
    ]
    assert withdraw_off_topic(claims, judged)[0].verdict.status is Status.UNVERIFIABLE


def test_is_withdrawn_where_the_text_says_neither_who_nor_when():
    assert status(KENT, others=0, entities=()) is Status.UNVERIFIABLE
    assert status(KENT, right=1, others=0, entities=()) is Status.CONTRADICTED


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_packs_of_other_subjects_accuse_nobody(path):
    about = SUBJECTS[path.stem.split("-")[0]]
    others = {name: pack for name, pack in (SHIPPED | OWN).items() if name not in about}
    checker = Checker(load_packs(tuple(others.values())), semantic="never")
    (document,), _ = read_articles([path])
    accused = [
        (f.claim.quantity.quote, f.match.observation.indicator)
        for f in checker.article(document).findings
        if f.verdict.status is Status.CONTRADICTED and f.match
    ]
    assert accused == []
