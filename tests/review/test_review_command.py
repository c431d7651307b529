"""`factcheck review` and `factcheck export` as they are typed."""

import json
import signal
import sqlite3

import pytest
from click.testing import CliRunner

from factcheck.cli import main
from factcheck.review.decisions import Entry, Log


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def run(*args):
        return CliRunner().invoke(main, list(map(str, args)))

    return run


def test_people_are_added_listed_and_removed(run):
    added = run("review", "user", "add", "Ada", "--role", "lead")
    first, token = added.stdout.splitlines()
    assert first == "Ada signs in as lead with this token, which is shown only now:"
    assert len(token) == 43
    assert run("review", "user", "list").stdout == "lead      Ada\n"
    assert run("review", "user", "remove", "Ada").exit_code == 0
    again = run("review", "user", "remove", "Ada")
    assert (again.exit_code, again.stderr) == (
        2,
        "error: no reviewer is called 'Ada'. [bad-reviewer]\n",
    )


def test_a_log_that_is_not_there_is_named(run):
    for command in (("review", "verify"), ("export",)):
        failed = run(*command)
        assert (failed.exit_code, failed.stderr) == (
            2,
            "error: factcheck-review.sqlite: no such file; expected a review log; --log names"
            " another. [bad-review-log]\n",
        )


def test_verify_proves_or_names_the_first_broken_link(run, tmp_path):
    path = tmp_path / "factcheck-review.sqlite"
    log = Log(path)
    for n in range(3):
        last = log.append(Entry("Ada", "lead", "accept", "a", str(n)), {})
    log.close()
    whole = run("review", "verify", "--head", last.hash)
    assert (whole.exit_code, whole.stdout) == (
        0,
        f"factcheck-review.sqlite: whole, 3 entries, head {last.hash}\n",
    )
    db = sqlite3.connect(path)
    db.execute("DROP TRIGGER decision_no_update")
    db.execute("UPDATE decision SET note = 'x' WHERE seq = 2")
    db.commit()
    broken = run("review", "verify")
    assert (broken.exit_code, broken.stdout) == (
        1,
        "factcheck-review.sqlite: broken at entry 2: its content does not fit its hash;"
        " the 1 entries before it hold\n",
    )


@pytest.mark.parametrize("url", [None, "desk.example"])
def test_claim_review_asks_who_publishes(run, tmp_path, url):
    Log(tmp_path / "factcheck-review.sqlite").close()
    options = ["--url", url] if url else []
    failed = run("export", "--output-format", "claimreview", "--publisher", "The Desk", *options)
    assert (failed.exit_code, failed.stderr) == (
        2,
        "error: claimreview needs a publisher (--publisher) and the web address of the page on"
        " which the reviews stand (--url). [no-publisher]\n",
    )


def test_export_writes_every_form(run, tmp_path, newsroom):
    Log(tmp_path / "factcheck-review.sqlite").close()
    for form in ("csv", "json", "sqlite", "baseline", "suppressions", "claimreview"):
        options = ["--publisher", "The Desk", "--url", "https://desk.example"]
        done = run(
            "export", newsroom / "report.json", "--output-format", form, "-o", form, *options
        )
        assert (done.exit_code, done.output) == (0, ""), form
        assert (tmp_path / form).stat().st_size
    assert json.loads((tmp_path / "baseline").read_text()) == []


def test_export_never_writes_over_the_log(run, tmp_path):
    path = tmp_path / "factcheck-review.sqlite"
    Log(path).close()
    before = path.read_bytes()
    failed = run("export", "--output-format", "sqlite", "-o", path)
    told = f"error: {path} is the log itself; name another file with -o.\n"
    assert (failed.exit_code, failed.stderr) == (2, told)
    assert path.read_bytes() == before


def test_a_source_that_cannot_be_read_is_named(run):
    failed = run("review", "nothing.json")
    assert (failed.exit_code, failed.stderr) == (
        2,
        "error: nothing.json: no such file or directory; expected a report or articles."
        " [unreadable-article]\n",
    )


def test_ctrl_c_ends_it_as_it_says(server):
    server.start()
    server.process.send_signal(signal.SIGINT)
    assert server.process.wait(timeout=30) == 0


def test_help_lists_the_commands(run):
    told = run("review", "--help").output
    assert "SOURCE... | COMMAND" in told
    assert [line.split()[0] for line in told.split("Commands:\n")[1].splitlines()] == [
        "serve",
        "user",
        "verify",
    ]
