"""Fuzz targets of extract -> match -> verdict -> report: what holds of every text."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from factcheck.articles import read_article
from factcheck.articles.directives import without_comments
from factcheck.checker import Checker
from factcheck.extract.pipeline import Extractor
from factcheck.model import ArticleReport, Claim, Document, Report, Status
from factcheck.reference.store import load_packs
from factcheck.report import Options, render
from factcheck.report.codes import code_for
from factcheck.report.json import article_dict
from factcheck.review.saved import read_report
from tests.fuzz.target import Target
from tests.fuzz.texts import ARTICLES, bytes_of, story_bytes, story_of, text_of

PACK = Path(__file__).parents[1] / "packs" / "hospital"
FORMATS = ("text", "concise", "jsonl", "sarif", "github", "junit", "csv", "html")
JUDGED = (Status.SUPPORTED, Status.CONTRADICTED)

STORIES = (
    "Northmere , March 2026 , 73.2 % of emergency patients seen within four hours , up from"
    " 66.1 % in March 2025 .",
    "waiting list in Northmere rose by 12 % to 47,615 people ( nearly 50 thousand ) .",
    "one in ten patients said by March 2026 ; $5m or \u00a35.4bn , more than 2.7 million .",
    "| |  one | 2024 | 2025 |  |---|---|  | Northmere | 61 | 73.2 |",
)
SEEDS = [bytes_of(story) for story in STORIES]


@cache
def checker() -> Checker:
    """Judges with one small pack, by words alone."""
    return Checker(load_packs([PACK]), semantic="never")


@cache
def shipped() -> Checker:
    """Judges with every pack that ships, by words alone."""
    return Checker(load_packs(), semantic="never")


@cache
def extractor() -> Extractor:
    return Extractor(checker().reference.lexicon)


def document_of(text: str) -> Document:
    """The document of a text, as Markdown."""
    return read_article("a.md", text.encode())


def check_claims(text: str, claims: list[Claim], numbers: int) -> None:
    """Offsets cut the quotes, in order and without overlap; nothing is counted twice."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for claim in claims:
        quantity = claim.quantity
        assert 0 <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.quote
        assert 0 <= claim.sentence_start <= quantity.start
        assert 1 <= claim.line <= len(lines)
        assert claim.column >= 1
        low, high = quantity.low, quantity.high
        assert low is None or high is None or low <= high, quantity
    spans = [(claim.quantity.start, claim.quantity.end) for claim in claims]
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert numbers >= len(claims)


def check_report(report: ArticleReport, claims: list[Claim]) -> None:
    """Every claim is one finding with one verdict, and what was not checked says why."""
    assert [one.claim.quantity for one in report.findings] == [one.quantity for one in claims]
    assert len({one.id for one in report.findings}) == len(report.findings)
    for one in report.findings:
        verdict = one.verdict
        assert verdict.code == code_for(verdict.status, verdict.cause)
        assert verdict.cause is not None or verdict.status is Status.SUPPORTED
        assert (one.match is not None) is (verdict.status in JUDGED)
    told = article_dict(report)["coverage"]
    assert told["checked"] + sum(told["not_checked"].values()) == told["claims"] <= told["numbers"]


def extract(data: bytes) -> None:
    """Extract from a text made of telling pieces."""
    document = document_of(text_of(data))
    check_claims(document.text, *extractor()(document))


def extract_raw(data: bytes) -> None:
    """Extract from any text at all."""
    document = document_of(data.decode("utf-8", "ignore"))
    check_claims(document.text, *extractor()(document))


def check(data: bytes) -> None:
    """Check a text, and write the report in every form."""
    judge(checker(), document_of(text_of(data)))


def stories(data: bytes) -> None:
    """Check clauses of many articles in one, by every pack that ships."""
    judge(shipped(), document_of(story_of(data)))


def judge(checker: Checker, document: Document) -> None:
    """Check a document and assert what holds of its claims, its findings and every report."""
    article = replace(document, text=without_comments(document.text))
    claims, numbers = checker.extract(article)
    check_claims(article.text, claims, numbers)
    check_report(checker.article(document), claims)
    report = checker([document])
    assert read_report("saved", render(report, "json")).articles[0].id == document.id
    for name in FORMATS:
        check_rendered(name, report)


def check_rendered(name: str, report: Report) -> None:
    """A report is text that can be written, and in a terminal does nothing but stand there."""
    text = render(report, name, Options(verbosity=1))
    text.encode()
    if name in ("text", "concise", "github"):
        assert "\x1b" not in text, f"an escape sequence in {name}"
    if name == "junit":
        from xml.etree import ElementTree

        ElementTree.fromstring(text)


TARGETS = [
    Target("extract", extract, SEEDS),
    Target("extract-raw", extract_raw, [story.encode() for story in STORIES]),
    Target("check", check, SEEDS),
    Target(
        "stories",
        stories,
        [story_bytes(path.read_text("utf-8")) for path in sorted(ARTICLES.iterdir())],
    ),
]
