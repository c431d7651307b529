"""`factcheck check`: every exit code, every error whole, no input silenced by another."""

import json
import re
import sys
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

pytestmark = pytest.mark.usefixtures("seen", "desk")

GONE = "error: gone.txt: no such file or folder; expected an article. [unreadable-article]\n"


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["right.txt"], 0),
        (["unknown.txt", "opinion.txt", "unclear.txt"], 0),
        (["wrong.txt"], 1),
        (["right.txt", "wrong.txt"], 1),
        (["wrong.txt", "--fail-on", "never"], 0),
        (["wrong.txt", "--fail-on", "review"], 1),
        (["unclear.txt", "--fail-on", "review"], 1),
        (["unknown.txt", "--fail-on", "review"], 0),
        (["wrong.txt", "--exit-zero"], 0),
        (["wrong.txt", "--ignore", "FC2"], 0),
        (["wrong.txt", "--select", "FC201"], 1),
        (["wrong.txt", "--select", "fc2", "--ignore", "fc201"], 0),
        (["wrong.txt", "--select", "FC1", "--select", "FC4"], 0),
        (["right.txt", "gone.txt"], 3),
        (["wrong.txt", "gone.txt"], 3),
        (["gone.txt", "--exit-zero"], 3),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_exit_code(run, args, code):
    assert run("check", *args).exit_code == code


def test_a_bad_path_never_silences_its_neighbours(run):
    result = run("check", "gone.txt", "wrong.txt", "--output-format", "concise")
    assert result.stderr == GONE
    assert result.stdout == (
        "wrong.txt:1:16: FC201 It is wrong.\nChecked 1 of 1 number in 1 article: 1 contradicted.\n"
    )


def test_a_clean_run_says_nothing_on_stderr(run):
    result = run("check", "right.txt")
    assert (result.stdout, result.stderr) == (
        "Checked 1 of 1 number in 1 article: 1 supported.\n",
        "",
    )


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ["--output-format", "xml"],
            "error: Invalid value for '--output-format': 'xml' is not one of 'text', 'concise',"
            " 'json', 'jsonl', 'sarif', 'github', 'junit', 'csv', 'html'.\n",
        ),
        (
            ["--semantic", "perhaps"],
            "error: Invalid value for '--semantic': 'perhaps' is not one of"
            " 'auto', 'always', 'never'.\n",
        ),
        (
            ["--fail-on", "error"],
            "error: Invalid value for '--fail-on': 'error' is not one of"
            " 'contradicted', 'review', 'never'.\n",
        ),
        (
            ["--published", "3/7/2025"],
            "error: Invalid value for '--published': '3/7/2025' is no date;"
            " expected one such as 2026-04-14.\n",
        ),
        (
            ["--select", "FC9"],
            "error: --select: no finding code starts with 'FC9';"
            " `factcheck explain` lists them. [bad-setting]\n",
        ),
        (["--zzz"], "error: No such option '--zzz'.\n"),
        (
            ["--baseline", "none.json"],
            "error: none.json: no such file or directory;"
            " expected a file that --write-baseline wrote. [bad-setting]\n",
        ),
        (
            ["--baseline", "right.txt"],
            "error: right.txt: not JSON;"
            " expected a file that --write-baseline wrote. [bad-setting]\n",
        ),
        (
            ["--baseline", "pack.json"],
            "error: pack.json: no baseline;"
            " expected a file that --write-baseline wrote. [bad-setting]\n",
        ),
        (
            ["-o", "none/report.txt"],
            "error: none/report.txt: no such file or directory;"
            " expected a file that can be written. [bad-setting]\n",
        ),
        (
            ["--config", "none.toml"],
            "error: none.toml: no such file or directory; expected a TOML file. [bad-setting]\n",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_one_line_and_exit_2(run, desk, args, message):
    (desk / "pack.json").write_text('{"id": 1}')
    result = run("check", "right.txt", *args)
    assert (result.exit_code, result.stderr, result.stdout) == (2, message, "")


def test_a_fault_of_our_own_is_short_and_exit_2(run, monkeypatch):
    def broken(*args, **options):
        raise RuntimeError("the sky fell")

    monkeypatch.setattr(sys.modules["factcheck.checker"], "check_documents", broken)
    result = run("check", "right.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "error: internal error: RuntimeError: the sky fell. Please report it.\n"
    )


def test_standard_input(run, seen):
    result = run("check", "-", "--stdin-filename", "desk/wire.md", input="This is wrong.\n")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[1] == " --> desk/wire.md:1:9"


def test_this_folder_is_the_default(run, seen):
    run("check")
    assert [document.path for document in seen.documents] == [
        "opinion.txt",
        "right.txt",
        "unclear.txt",
        "unknown.txt",
        "wrong.txt",
    ]


def test_options_reach_the_pipeline(run, seen):
    run(
        *("check", "right.txt", "--published", "2025-07-03", "--outlet", "The Desk"),
        *("--semantic", "never", "--reference", "a", "--reference", "b"),
        *("--spacy-model", "en_x"),
    )
    assert seen.spacy_model == "en_x"
    assert seen.documents[0].published == date(2025, 7, 3)
    assert seen.documents[0].outlet == "The Desk"
    assert seen.semantic == "never"
    assert seen.reference == (Path("a"), Path("b"))


def test_selection_holds_for_the_report_too(run):
    args = ("check", "wrong.txt", "unknown.txt", "--output-format", "json")
    told = json.loads(run(*args, "--ignore", "FC11").stdout)
    assert [len(article["findings"]) for article in told["articles"]] == [1, 0]


def test_a_report_in_a_file(run, desk):
    shown = run("check", "wrong.txt", "--output-format", "json").stdout
    result = run("check", "wrong.txt", "--output-format", "json", "-o", "report.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (desk / "report.json").read_bytes() == shown.encode()


def test_quiet_and_verbose(run):
    assert run("check", "wrong.txt", "-q").stdout.startswith("Checked 1 of 1 number")
    assert run("check", "wrong.txt", "-qq").stdout == ""
    assert run("check", "wrong.txt", "-qq").exit_code == 1
    assert run("check", "right.txt", "-v").stdout.startswith("FC000 supported: It is right.\n")


def test_colours_only_where_asked_for(run, monkeypatch):
    assert "\033[" not in run("check", "wrong.txt").stdout
    assert "\033[1;31mFC201" in run("check", "wrong.txt", "--color", "always").stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\033[" not in run("check", "wrong.txt", "--color", "auto").stdout


def test_a_baseline_lets_known_findings_pass(run, desk):
    assert run("check", "wrong.txt", "--write-baseline", "known.json").exit_code == 0
    assert json.loads((desk / "known.json").read_text()) == [
        {"id": "wrong-id", "code": "FC201", "count": 1, "path": "wrong.txt", "quote": "wrong"}
    ]
    known = run("check", "wrong.txt", "--baseline", "known.json")
    assert (known.exit_code, known.stdout) == (
        0,
        "Checked 1 of 1 number in 1 article: 1 contradicted. Ignored: 1 in the baseline.\n",
    )
    assert run("check", "wrong.txt").exit_code == 1
    args = ("check", "wrong.txt", "unclear.txt", "--baseline", "known.json")
    assert run(*args, "--fail-on", "review").exit_code == 1


def test_a_baseline_knows_so_many_and_no_more(run, desk):
    run("check", "wrong.txt", "--write-baseline", "known.json")
    (desk / "again.txt").write_text("This figure is wrong.\n")
    result = run("check", "wrong.txt", "again.txt", "--baseline", "known.json")
    assert result.exit_code == 1
    assert " --> again.txt:1:16" in result.stdout
    assert " --> wrong.txt" not in result.stdout


def test_a_baseline_of_bare_ids_is_read(run, desk):
    (desk / "known.json").write_text('["wrong-id"]')
    assert run("check", "wrong.txt", "--baseline", "known.json").exit_code == 0


def test_a_graver_finding_is_not_known(run, desk):
    (desk / "known.json").write_text('[{"id": "wrong-id", "code": "FC101"}]')
    assert run("check", "wrong.txt", "--baseline", "known.json").exit_code == 1


def test_help_names_every_exit_code(run):
    told = re.sub(r"\s+", " ", run("check", "--help").stdout)
    assert (
        "Exit: 0 nothing at or above --fail-on, 1 findings at or above it, 2 wrong usage,"
        " configuration or reference data, 3 some input could not be read"
    ) in told


def test_several_outputs_in_one_run(run, desk):
    files = {name: desk / f"out.{name}" for name in ("json", "sarif", "junit", "csv", "html")}
    chosen = [part for name, path in files.items() for part in (f"--{name}-output", path)]
    result = run("check", "wrong.txt", "-q", *chosen)
    assert result.exit_code == 1
    assert result.stdout == "Checked 1 of 1 number in 1 article: 1 contradicted.\n"
    for name, path in files.items():
        alone = run("check", "wrong.txt", "--output-format", name)
        assert path.read_text("utf-8") == alone.stdout
        assert "wrong.txt" in alone.stdout


def test_a_file_that_cannot_be_written_is_named(run):
    result = run("check", "right.txt", "--json-output", "none/report.json")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: none/report.json: no such file or directory;"
        " expected a file that can be written. [bad-setting]\n",
    )


def test_a_format_that_an_installed_package_adds(run, monkeypatch):
    def shout(report, options):
        return f"{len(report.articles)} ARTICLE!\n"

    entry = SimpleNamespace(load=lambda: shout)

    class Found(list):
        names = frozenset({"shout"})

    def entry_points(group, name="shout"):
        assert group == "factcheck.renderers"
        return Found([entry] if name == "shout" else [])

    monkeypatch.setattr("factcheck.report.entry_points", entry_points)
    assert run("check", "right.txt", "--output-format", "shout").stdout == "1 ARTICLE!\n"
