"""The page: whole, escaped, readable without script, and looked at with a real browser."""

import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from samples import (
    ARTICLE,
    CONTRADICTED,
    CROPS,
    EMPTY,
    ONE,
    PACK,
    REPORT,
    conflict,
    document,
    finding,
    match,
)

from factcheck.articles import blocks
from factcheck.model import (
    ArticleReport,
    Cause,
    Notice,
    Relation,
    Report,
    Skipped,
    Source,
    Status,
    Suppression,
    SuppressionKind,
)
from factcheck.report import PLAIN, Options, render
from factcheck.report.html import LOOKS

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
in_a_browser = pytest.mark.skipif(
    not BROWSER and not os.environ.get("FACTCHECK_BROWSER_REQUIRED"),
    reason="no chromium on this machine; `apt-get install chromium` brings it",
)
AXE = Path(__file__).parents[1] / "review" / "axe" / "axe.min.js"
NASTY = '<script>alert(1)</script> "x" &amp; <img src=x onerror=alert(1)> 5% {{ 7 * 7 }}'
HOSTILE = Report(
    (
        ArticleReport(
            document(NASTY, f"{NASTY}.txt", title=NASTY, outlet=NASTY),
            (
                finding(
                    NASTY,
                    "5%",
                    Status.CONTRADICTED,
                    Cause.VALUE_MISMATCH,
                    NASTY,
                    notes=(NASTY,),
                    held_against=replace(
                        match("Peru", "9.1"), source=Source("s", NASTY, url="javascript:alert(1)")
                    ),
                ),
            ),
        ),
    ),
    (replace(PACK, title=NASTY),),
    skipped=(Skipped(NASTY, "unreadable-article", NASTY),),
)
REPORTS = {"full": REPORT, "one": ONE, "empty": EMPTY, "hostile": HOSTILE}
every_report = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)


def page(report, options=PLAIN):
    return html.fromstring(render(report, "html", options))


def words(element):
    return " ".join(element.text_content().split())


@every_report
def test_nothing_runs_and_nothing_is_fetched(report):
    told = page(report)
    assert not told.xpath("//script | //img | //iframe | //link | //object | //base | //form")
    assert not told.xpath("//@*[starts-with(name(), 'on')]")
    assert "url(" not in render(report, "html")
    policy = told.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'"]


@every_report
def test_every_link_leads_somewhere(report):
    told = page(report)
    ids = told.xpath("//@id")
    assert len(ids) == len(set(ids))
    for link in told.xpath("//a/@href | //*[local-name()='use']/@href"):
        assert link[1:] in ids if link.startswith("#") else link.startswith("https://")


def test_what_comes_from_outside_is_text():
    told = page(HOSTILE)
    assert NASTY in told.xpath("string(//div[@class='text'])").replace("contradicted", "")
    assert words(told.xpath("//section[@class='unread']//li")[0]) == NASTY
    assert not told.xpath("//a[starts-with(@href, 'javascript')]")


def test_the_article_is_there_to_the_letter():
    (text,) = page(ONE).xpath("//div[@class='text']")
    for extra in text.xpath(".//span[@class='word'] | .//*[local-name()='svg']"):
        extra.drop_tree()
    assert text.text_content() == CROPS


LAID_OUT = """---
title: Beds
---
# Beds fell

Peru had 9.1% of the beds.

| Place | Share |
|---|---|
| Chile | 9.1% |
"""


def test_the_layout_of_an_article_shows_and_no_letter_is_lost():
    claims = (finding(LAID_OUT, "9.1%"),)
    article = replace(document(LAID_OUT), blocks=blocks(LAID_OUT, start=20))
    (text,) = page(Report((ArticleReport(article, claims),), (PACK,))).xpath("//div[@class='text']")
    for extra in text.xpath(".//span[@class='word'] | .//*[local-name()='svg']"):
        extra.drop_tree()
    assert text.text_content() == LAID_OUT
    styled = {style: text.xpath(f".//span[@class='{style}']") for style in ("heading", "aside")}
    assert [words(part) for part in styled["heading"]] == [
        *("# Beds fell", "Place", "Share", "Chile"),
    ]
    assert [words(part) for part in styled["aside"]] == [
        *("--- title: Beds ---", "|", "|", "| |---|---| |", "|", "|"),
    ]


def test_of_claims_that_overlap_the_first_is_marked():
    found = (finding(CROPS, "4 million tonnes"), replace(finding(CROPS, "million"), id="inner"))
    told = page(Report((ArticleReport(document(), found),), (PACK,)))
    assert [words(mark) for mark in told.xpath("//mark")] == ["4 million tonnessupported"]
    assert len(told.xpath("//table[@class='findings']//tr[@id]")) == 2


def test_every_mark_has_an_icon_and_a_word():
    looks = {one.key: one.word for one in LOOKS}
    marks = page(ONE).xpath("//mark")
    assert len(marks) == 4
    for mark in marks:
        key = mark.get("class").split()[0]
        assert mark.xpath(".//span[@class='word']/text()") == [looks[key]]
        assert mark.xpath(".//*[local-name()='use']/@href") == [f"#i-{key}"]


def test_coverage_stands_first():
    body = page(REPORT).xpath("//body/*[not(local-name()='svg')]")
    assert body[0].tag == "header"
    assert words(body[0].find("h1")) == "Checked 3 of 5 numbers"
    assert [words(one) for one in body[0].iter("li")] == [
        "1 contradicted",
        "0 to review",
        "2 supported",
        "1 not verified",
        "1 no statement of fact",
    ]
    assert body[0].xpath(".//*[@role='img']/@aria-label") == [
        "1 contradicted, 2 supported, 1 not verified, 1 no statement of fact"
    ]


def test_counts_by_verdict_and_cause():
    rows = page(REPORT).xpath("//table[@class='codes']/tbody/tr")
    assert [[words(cell) for cell in row][1:] for row in rows] == [
        ["contradicted", "wrong entity", "The value of another entity FC212", "1"],
        ["supported", "", "The reference says so FC000", "2"],
        ["not verified", "no reference", "Nothing in the reference covers it FC110", "1"],
        ["no statement of fact", "forecast", "A forecast FC121", "1"],
    ]


def test_a_card_whole():
    (card,) = page(ONE).xpath("//article[starts-with(@class, 'card')]")
    assert words(card) == (
        "contradicted: wrong entity FC212 9.1% 9.1% is Peru's share, not Chile's "
        "Reference 3.4% Share of the maize harvest, Chile, 2024 "
        "Source Andean Crop Survey 2025, published 13 April 2025 Peru: 9.1% in 2024"
    )
    assert card.xpath(".//dd/a/@href") == ["https://example.org/crops"]


def test_what_was_not_checked_says_why():
    table = page(ONE).xpath("//h3[contains(., 'Not checked')]/following-sibling::table[1]")[0]
    assert [words(row) for row in table.xpath("tbody/tr")] == [
        "3% not verified: no reference FC110 Nothing covers Bolivia",
        "4 million tonnes no statement of fact: forecast FC121 A forecast",
    ]


@pytest.mark.parametrize(
    ("relation", "options", "pairs", "more"),
    [
        (Relation.CONFLICT, Options(), 1, 0),
        (Relation.DIFFERENT_ENTITY, Options(), 0, 1),
        (Relation.DIFFERENT_ENTITY, Options(verbosity=1), 1, 0),
    ],
)
def test_pairs_that_differ(relation, options, pairs, more):
    told = page(replace(REPORT, conflicts=(conflict(relation),)), options)
    assert len(told.xpath("//article[starts-with(@class, 'pair')]")) == pairs
    assert len(told.xpath("//p[contains(., 'with a plain reason')]")) == more


def test_an_inconsistency_is_a_card():
    (card,) = page(Report((ARTICLE,), (PACK,))).xpath("//article[contains(., 'FC301')]")
    assert words(card) == "numbers that disagree FC301 9.1% twice is more than half"


def test_what_is_ignored_says_why_and_has_a_filter_of_its_own():
    ignored = replace(
        CONTRADICTED,
        id="ignored",
        suppressed=Suppression(SuppressionKind.IN_SOURCE, "the <desk> knows"),
    )
    told = page(Report((ArticleReport(document(), (ignored, CONTRADICTED)),), (PACK,)))
    table = told.xpath("//h3[contains(., 'Ignored')]/following-sibling::table[1]")[0]
    assert [words(row) for row in table.xpath("tbody/tr")] == [
        "9.1% ignored: wrong entity FC212 in the article: the <desk> knows "
        "9.1% is Peru's share, not Chile's"
    ]
    assert told.xpath("//input/@id") == ["show-wrong-FC212", "show-ignored-FC212"]
    assert words(told.xpath("//ul[@class='counts']/li")[2]) == "1 ignored"


def test_an_ignore_without_effect_is_told():
    notice = Notice("FC501", "a.md", 5, 57, "<!-- it ignores nothing -->")
    (told,) = page(replace(ONE, notices=(notice,))).xpath("//section[@class='notices']//li")
    assert words(told) == "a.md:5:57: <!-- it ignores nothing --> FC501"


def test_same_report_same_page():
    assert render(REPORT, "html") == render(REPORT, "html")


def seen(told, ask, tmp_path, *options):
    """What a script finds in the page in a real browser; it leaves it in the title.

    Only this copy of the page lets a script run.
    """
    told = re.sub(r"<meta http-equiv.*?>", "", told)
    path = tmp_path / "page.html"
    path.write_text(f"{told}<script>{ask}</script>", "utf-8")
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", *options]
    done = subprocess.run(
        [*command, "--virtual-time-budget=20000", "--dump-dom", path.as_uri()],
        capture_output=True,
        text=True,
        timeout=100,
        check=True,
    )
    return re.search("<title>(.*?)</title>", done.stdout)[1]


@in_a_browser
@pytest.mark.parametrize("shown", [True, False], ids=["ticked", "unticked"])
def test_a_filter_hides_its_findings(tmp_path, shown):
    code = f"wrong-{CONTRADICTED.verdict.code}"
    told = render(ONE, "html")
    if not shown:
        told = told.replace(f'id="show-{code}" checked', f'id="show-{code}"')
    ask = (
        "const style = q => getComputedStyle(document.querySelector(q));"
        f"document.title = style('.card.is-{code}').display + ' '"
        f" + style('mark.at-{code} .word').display + ' ' + style('mark.right').display"
    )
    assert seen(told, ask, tmp_path) == ("block inline inline" if shown else "none none inline")


@in_a_browser
@pytest.mark.parametrize(
    ("options", "paper"),
    [((), "253"), (("--blink-settings=preferredColorScheme=0",), "21")],
    ids=["light", "dark"],
)
def test_the_page_is_accessible(tmp_path, options, paper):
    """By the rules of axe-core; `paper`: how red the ground is, to know the scheme."""
    ask = (
        f"{AXE.read_text('utf-8')}; const told = getComputedStyle(document.body).backgroundColor;"
        "axe.run().then(found => document.title ="
        " told.match(/\\d+/)[0] + found.violations.map(one => ' ' + one.id).join(''))"
    )
    report = replace(REPORT, conflicts=(conflict(Relation.CONFLICT),))
    assert seen(render(report, "html"), ask, tmp_path, *options) == paper
