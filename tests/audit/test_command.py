"""`factcheck audit` as it is typed: exit codes, summaries, queries, conditions."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from stories import Inline, story

from factcheck.audit.text import percent
from factcheck.cli import main
from factcheck.cli.progress import Bar, line


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("factcheck.cli.audit._engine", lambda judging, *_: Inline(judging))


def factcheck(*args):
    result = CliRunner().invoke(main, ["audit", *args], prog_name="factcheck")
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def corpus(write_corpus):
    """Forty right figures and two wrong ones of the Post, three wrong ones of a small outlet."""
    right = [story(n, "44.3%") for n in range(40)]
    wrong = [story(40 + n, "34.4%") for n in range(2)]
    small = [story(50 + n, "34.4%", outlet="<b>Sun</b>") for n in range(3)]
    path = Path(write_corpus(*right, *wrong, *small, "{broken"))
    return path.name


def test_summary(corpus):
    code, out, err = factcheck(corpus, "--out", "out")
    assert (code, err) == (0, "")
    told = json.loads(Path("out/summary.json").read_text())
    assert out == Path("out/summary.txt").read_text()
    assert told["counts"]["articles"] == 45
    assert told["counts"]["skipped"] == 1
    assert told["counts"]["contradicted"] == 5
    assert "confirmed" not in Path("out/summary.html").read_text()
    post, small = told["outlets"]
    assert (post["name"], post["checkable"], post["contradicted"]) == ("Post", 42, 2)
    assert post["contradicted_rate"] == pytest.approx(2 / 42)
    assert (small["contradicted"], small["contradicted_rate"]) == (3, None)
    assert told["repeated"][0]["articles"] == 5
    assert told["repeated"][0]["outlets"] == ["<b>Sun</b>", "Post"]
    assert [one["articles"] for one in told["conflicts"]] == [45]
    assert out.splitlines()[:2] == [
        "45 articles (0 copies, counted once), 1 skipped, 45 claims",
        f"45 checkable claims: 5 contradicted ({percent(5 / 45)}); 0 not covered, 0 ambiguous,"
        " 0 no statement of fact",
    ]


def test_one_is_told_as_one(write_corpus):
    _, out, _ = factcheck(write_corpus(story(1, "34.4%"), story(1, "34.4%")), "--out", "out")
    assert out.startswith("2 articles (1 copy, counted once), 0 skipped, 1 claims\n")
    assert "; in 1 article and 1 copy\n" in out
    assert "in 1 article and\n1 copy" in Path("out/summary.html").read_text()


def test_the_page_is_alone_and_escapes(corpus):
    factcheck(corpus, "--out", "out", "-q")
    page = Path("out/summary.html").read_text()
    assert "<b>Sun" not in page
    assert "&lt;b&gt;Sun&lt;/b&gt;" in page
    assert page.count("<svg") == 3
    assert "<script" not in page
    assert not re.findall(r"""(?:src|href)\s*=\s*["'](?!http)""", page)
    assert "fewer than 30 claims" in page


def test_what_people_decided(write_corpus):
    path = write_corpus(*[story(n) for n in range(40)], story(40, "34.4%"), story(41, "43.4%"))
    factcheck(path, "--out", "out", "-q")
    sql = "select finding from findings where status = 'contradicted' order by ordinal"
    _, rows, _ = factcheck("query", sql, "--out", "out", "--output-format", "json")
    ids = [json.loads(row)["finding"] for row in rows.splitlines()]
    Path("signed.csv").write_text(
        "finding,decision,cause,reviewer,status\n"
        f"{ids[0]},confirmed,,Ann,\n{ids[1]},overridden,,Ann,supported\n"
    )
    code, _, _ = factcheck("summary", "--out", "out", "--review", "signed.csv")
    told = json.loads(Path("out/summary.json").read_text())
    assert code == 0
    assert (told["counts"]["confirmed"], told["counts"]["rejected"]) == (1, 1)
    assert told["outlets"][0]["confirmed_rate"] == pytest.approx(1 / 42)
    assert "<th>confirmed</th>" in Path("out/summary.html").read_text()


def test_the_log_of_a_review_needs_no_export(write_corpus):
    from factcheck.cli.desk import lay_out, read_reports
    from factcheck.review.decisions import Entry, Log

    factcheck(write_corpus(*[story(n) for n in range(40)], story(40, "34.4%")), "--out", "out")
    items = lay_out(read_reports(["out"])).items
    item = next(i for i in items if i.shown["finding"]["verdict"]["status"] == "contradicted")
    log = Log(Path("log.sqlite"))
    log.append(Entry("Ann", "reviewer", "override", *item.key, status="supported"), item.shown)
    log.close()
    code, _, err = factcheck("summary", "--out", "out", "--review", "log.sqlite")
    told = json.loads(Path("out/summary.json").read_text())["counts"]
    assert (code, err, told["confirmed"], told["rejected"]) == (0, "", 0, 1)


def test_an_article_whose_date_cannot_be_read_is_not_skipped(write_corpus):
    path = write_corpus(story(1, published="soon"), "{broken")
    factcheck(path, "--out", "out", "-q")
    told = json.loads(Path("out/summary.json").read_text())
    assert (told["counts"]["articles"], told["counts"]["skipped"]) == (1, 1)
    assert {row["code"]: row["n"] for row in told["skipped"]["by_code"]} == {
        "unreadable-article": 1, "unreadable-date": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("conditions", "code", "said"),
    [
        (["--error-if", "contradicted > 5"], 0, ""),
        (["--error-if", "The Post: contradicted > 0"], 0,
         "warning: no outlet is called 'The Post' (The Post: contradicted > 0)\n"),
        (["--warn-if", "contradicted > 4"], 0, "warning: contradicted is 5 (contradicted > 4)\n"),
        (["--error-if", "Post: contradicted_rate > 4%"], 1,
         "error: Post: contradicted_rate is 4.76% (Post: contradicted_rate > 4%)\n"),
    ],
)  # fmt: skip
def test_conditions(corpus, conditions, code, said):
    assert factcheck(corpus, "--out", "out", "-q", *conditions) == (code, "", said)


def test_what_is_named_and_cannot_be_read(corpus):
    code, _, err = factcheck(corpus, "gone.txt", "--out", "out")
    assert code == 3
    assert (
        err
        == "error: gone.txt: no such file or folder; expected an article. [unreadable-article]\n"
    )
    assert json.loads(Path("out/summary.json").read_text())["counts"]["articles"] == 45


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["x.jsonl", "--out", "out", "--error-if", "bad"], "error: threshold 'bad': no condition;"),
        (["x.jsonl"], "error: Missing option '--out'."),
        (["summary", "--out", "."], "error: .: no finished audit; expected the --out folder"),
        (["query", "select 1", "--out", "."], "error: .: no finished audit;"),
    ],
)  # fmt: skip
def test_wrong_usage(args, said):
    code, _, err = factcheck(*args)
    assert code == 2
    assert err.startswith(said)


def test_query(corpus):
    factcheck(corpus, "--out", "out", "-q")
    sql = "select outlet, count(*) as n from articles group by outlet order by n desc"
    assert factcheck("query", sql, "--out", "out", "--output-format", "csv")[1] == (
        "outlet,n\nPost,42\n<b>Sun</b>,3\n"
    )
    assert "Post" in factcheck("query", sql, "--out", "out")[1]
    code, _, err = factcheck("query", "select nothing from articles", "--out", "out")
    assert code == 2
    assert err.startswith("error: Binder Error")


def test_schema_lists_every_table():
    _, out, _ = factcheck("schema")
    assert [row for row in out.splitlines() if row and not row.startswith((" ", "schema"))] == [
        "articles", "claims", "findings", "conflicts", "skipped",
    ]  # fmt: skip


def test_progress(tmp_path):
    from factcheck.audit.run import Progress

    told = Progress("articles", articles=1500, judged=1000, skipped=2, size=250)
    assert line(told, 10.0, 1000) == (
        "1,500 articles, 150 a second, 500 known before, 2 skipped, 25%, 0:30 left"
    )
    assert line(Progress("conflicts"), 10.0, 1000) == "looking for conflicts …"
    (tmp_path / "a.txt").write_text("12345")
    assert Bar([str(tmp_path)], shown=True).total == 5
