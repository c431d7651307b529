"""From a saved report to what the page tells: texts, evidence, charts, corrections, staleness."""
# ruff: noqa: E501

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from newsroom import PACK

from factcheck.cli.desk import BadSlot, Rejudge, lay_out, read_reports, read_sources
from factcheck.errors import UnreadableArticle
from factcheck.review import article
from factcheck.review.chart import chart
from factcheck.review.evidence import evidence
from factcheck.review.saved import BadReport, Text, read_report
from factcheck.review.slots import slots
from factcheck.review.stale import changes


def test_texts_are_read_from_beside_the_report(desk, newsroom):
    text = (newsroom / "harvest.md").read_text("utf-8")
    assert next(i for i in desk.items if i.article.path == "harvest.md").text == Text(text)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ("gone", "The text is not at hand: {path}: no such file or directory; expected the article that was checked. [unreadable-article]"),
        ("edited", "{name} has changed since it was checked; check it again."),
    ],
)  # fmt: skip
def test_a_text_that_is_not_what_was_checked_is_not_shown(newsroom, tmp_path, change, problem):
    name = "rival.md"
    (tmp_path / "report.json").write_bytes((newsroom / "report.json").read_bytes())
    if change == "edited":
        (tmp_path / name).write_text("Something else.")
    desk = lay_out(read_reports([str(tmp_path / "report.json")]))
    item = next(i for i in desk.items if i.article.path == name)
    assert item.text == Text(None, problem.format(path=name, name=name))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "r.json: the file: invalid json: eof while parsing an object at line 1 column 1"),
        ("[]", "r.json: the file: input should be an object"),
        ('{"schema_version": "9"}', "r.json: schema_version: input should be '1.0' (5 more)"),
    ],
)
def test_what_is_no_report(content, told):
    with pytest.raises(BadReport) as raised:
        read_report("r.json", content)
    wanted = "expected a report that `factcheck check --output-format json` wrote. [bad-report]"
    assert str(raised.value) == f"{told}; {wanted}"


def test_a_missing_report_is_named(tmp_path):
    with pytest.raises(UnreadableArticle) as raised:
        read_sources([str(tmp_path / "no.json")], check=None)
    assert str(raised.value) == (
        f"{tmp_path / 'no.json'}: no such file or directory; expected a report or articles."
        " [unreadable-article]"
    )


def test_a_folder_may_hold_reports_and_articles_are_checked_first(newsroom, report):
    from factcheck.model import Report

    checked = []

    def check(paths):
        checked.extend(paths)
        return Report((), ())

    assert len(read_sources([str(newsroom)], check)) == 1
    read_sources([str(newsroom / "rival.md")], check)
    assert checked == [str(newsroom / "rival.md")]


def test_evidence_of_a_finding(find, crops):
    known = evidence(find("5.81"), crops)
    assert [row.value for row in known.vintages] == [Decimal("5.18")]
    assert [row.period for row in known.series] == ["2023", "2024", "2025"]
    nearest = [(row.entity, row.period, fits) for row, fits in known.nearest]
    assert nearest[0] == ("Tarvia", "2023", False)
    assert "Kerrin Plain" in known.entities
    assert known.source.title.startswith("Tarvian harvest")


def test_what_fits_the_claim_comes_first(find, crops):
    nearest = evidence(find("5.18", "harvest.md"), crops).nearest
    assert next((row.period, fits) for row, fits in nearest) == ("2024", True)


def test_without_the_pack_there_is_no_evidence(find):
    assert evidence(find("5.81"), None).vintages == ()


def test_the_claimed_value_stands_in_the_chart(find, crops):
    item = find("9.99", "hostile.md")
    drawn = chart(item.finding.claim, item.finding.match, evidence(item, crops).series)
    assert drawn.beyond == ""
    assert drawn.claimed.y < min(point.y for point in drawn.points)
    assert drawn.claimed.x == drawn.held.x


def test_a_claim_far_off_is_drawn_at_the_edge(find, crops):
    item = find("9.99", "hostile.md")
    claim = item.finding.claim.model_copy(update={"value": "9990"})
    drawn = chart(claim, item.finding.match, evidence(item, crops).series)
    assert drawn.beyond == "up"
    assert drawn.claimed.y == min(point.y for point in drawn.points)


def test_one_value_is_no_chart(find, crops):
    item = find("9.99", "hostile.md")
    assert chart(item.finding.claim, item.finding.match, evidence(item, crops).series[:1]) is None


def test_the_pieces_of_an_article_are_the_article(find, desk):
    item = find("5.81")
    shown = article.marked(item.text.text, desk.by_article[item.article.id], item)
    assert "".join(piece.text for piece in shown.pieces) == item.text.text
    assert next(p.text for p in shown.pieces if p.item) == "5.81 tonnes per hectare"
    assert not shown.cut_before
    assert not shown.cut_after


def test_a_long_article_is_cut_around_the_claim(find, desk):
    item = find("5.18", "harvest.md")
    shown = article.marked(item.text.text, desk.by_article[item.article.id], item, 120)
    assert shown.cut_before
    assert item in [piece.item for piece in shown.pieces]


@pytest.mark.parametrize("nth", [0, 150, 399])
def test_an_article_full_of_numbers_is_cut_sooner(find, nth):
    text = "It was 100 there. " * 400
    items = []
    for start in range(7, len(text), 18):
        item = find("5.81")
        claim = item.finding.claim.model_copy(update={"start": start, "end": start + 3})
        items.append(replace(item, finding=item.finding.model_copy(update={"claim": claim})))
    shown = article.marked(text, items, items[nth], 10_000)
    marks = [piece.item for piece in shown.pieces if piece.item]
    sent = sum(len(piece.text) for piece in shown.pieces) + article.MARK * len(marks)
    assert 9_000 < sent <= 10_500
    assert items[nth] in marks
    assert (shown.cut_before, shown.cut_after) == (nth > 0, nth < 399)


def test_the_correction_is_worded_as_copy_prints_it(find):
    assert article.correction(find("5.81")) == "5.18 tonnes per hectare"
    assert article.correction(find("5.62")) is None


def test_the_turn_of_equal_quotes_in_one_sentence(find):
    item = find("5.81")
    claim = item.finding.claim.model_copy(update={"sentence": "3 and 3 again", "quote": "3"})
    item = replace(item, finding=item.finding.model_copy(update={"claim": claim}), nth=1)
    assert article.sentence(item) == ("3 and ", "3", " again")


def test_the_paragraph_of_a_claim(find):
    before, quote, after = article.paragraph(find("5.62"))
    assert before.startswith("Wheat yields in Tarvia rose to 5.81")
    assert (quote, after) == ("5.62 tonnes per hectare", ".")


def test_slots_say_where_they_come_from(find):
    told = {slot.label: slot for slot in slots(find("5.81").finding)}
    assert told["When"].origin == "said in the same clause"
    assert told["What"].held == "Wheat yield"
    assert told["Figure"].detail == "count, from 5.805 to below 5.815"
    assert [slot.edit for slot in told.values() if slot.edit] == ["indicator", "entity", "period"]


@pytest.mark.parametrize(
    ("place", "value", "told"),
    [
        (("reference", "other-pack"), "x", ""),
        (("article", "title"), "Another title", ""),
        (("article", "sha256"), "0" * 64, ""),
        (("finding", "claim", "start"), 1, ""),
        (("article", "published"), "1999-12-31", "the article's date has changed"),
        (("finding", "claim", "sentence"), "Another.", "the sentence has changed"),
        (("finding", "claim", "period"), "1999", "the sentence is read in another way"),
        (("finding", "match", "value"), "5.2", "the reference row has changed"),
        (("finding", "match", "score"), 0.1, ""),
        (("finding", "verdict", "cause"), "wrong_period", "the verdict was transposed digits and is wrong period"),
        (("finding", "verdict", "message"), "in other words", ""),
    ],
)  # fmt: skip
def test_what_makes_a_decision_stale(find, place, value, told):
    before = find("5.81").shown
    now = json.loads(json.dumps(before))
    inner = now
    for name in place[:-1]:
        inner = inner[name]
    inner[place[-1]] = value
    assert changes(before, now) == told


@pytest.fixture(scope="module")
def judge(crops, newsroom):
    from factcheck.checker import Checker

    return Rejudge(crops, {}, lambda packs: Checker(packs, semantic="never"))


@pytest.mark.parametrize(
    ("slot", "value", "status", "period"),
    [
        ("period", "2024", "supported", "2024"),
        ("period", "2025", "contradicted", "2025"),
        ("indicator", "barley yield", "unverifiable", None),
        ("entity", "the Kerrin", "contradicted", "2023"),
    ],
)
def test_one_slot_changed_and_judged_again(
    find, judge, newsroom, monkeypatch, slot, value, status, period
):
    monkeypatch.chdir(newsroom)
    item = find("5.18", "harvest.md")
    found = judge(item.article, item.finding.id, slot, value)
    assert found.id == item.finding.id
    assert found.verdict.status == status
    assert (found.match.period if found.match else None) == period


@pytest.mark.parametrize(
    ("slot", "value", "told"),
    [
        ("period", "last year", "'last year' is no period; expected one such as 2024 or 2025-03."),
        ("entity", "Atlantis", "the reference has no entity 'Atlantis'."),
        ("indicator", "wheat yeld", "the reference has no indicator 'wheat yeld'. Nearest: wheat_yield, wheat_area."),
    ],
)  # fmt: skip
def test_a_slot_that_cannot_be(find, judge, slot, value, told):
    with pytest.raises(BadSlot) as raised:
        judge(find("5.81").article, "any", slot, value)
    assert str(raised.value) == told


def test_an_audit_is_put_on_the_desk_with_the_texts_of_its_records(newsroom, tmp_path, monkeypatch):
    from click.testing import CliRunner

    from factcheck.cli import main

    lines = [
        json.dumps(
            {"id": name, "text": (newsroom / name).read_text("utf-8"), "published": "2025-12-10"}
        )
        for name in ("harvest.md", "rival.md", "hostile.md")
    ]
    quiet = json.dumps({"id": "quiet", "text": "Nothing was counted here."})
    (tmp_path / "year.jsonl").write_text("\n".join([*lines, quiet]), "utf-8")
    monkeypatch.chdir(tmp_path)
    options = ["--reference", str(PACK), "--semantic", "never", "--jobs", "1"]
    done = CliRunner().invoke(main, ["audit", "year.jsonl", "--out", "out", *options])
    assert done.exit_code == 0, done.output
    desk = lay_out(read_sources(["out"], check=None))
    assert [item.article.path for item in desk.items[:1]] == ["year.jsonl:1"]
    assert "year.jsonl:4" not in {item.article.path for item in desk.items}
    first = desk.items[0]
    claim = first.finding.claim
    assert first.text.text[claim.start : claim.end] == claim.quote
    assert desk.clashes
