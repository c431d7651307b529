"""`factcheck init` writes every setting, `factcheck doctor` shows every setting and its origin."""

import re
import tomllib

import pytest

from factcheck import settings

MODEL = "factcheck.match.model_files"


@pytest.mark.usefixtures("seen", "desk")
def test_a_new_file_changes_nothing(run, desk):
    before = run("check", "wrong.txt").stdout
    assert run("init").stdout == (
        "Wrote factcheck.toml. Every setting is commented out: take away the # of what you want.\n"
    )
    assert run("check", "wrong.txt").stdout == before


def test_every_setting_is_in_it_and_can_be_turned_on(run, desk):
    run("init")
    text = (desk / "factcheck.toml").read_text()
    live = re.sub(r"^# ([\w-]+ = )", r"\1", text, flags=re.MULTILINE)
    live = live.replace("extend =", "# extend =")
    assert list(tomllib.loads(live)) == list(settings.KEYS)
    (desk / "factcheck.toml").write_text(live)
    assert set(settings.load_settings(desk / "factcheck.toml")) == set(settings.KEYS)


def test_a_file_that_is_there_stays(run, desk):
    (desk / "factcheck.toml").write_text("# mine\n")
    result = run("init")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: factcheck.toml is there already; --force replaces it.\n",
    )
    assert (desk / "factcheck.toml").read_text() == "# mine\n"
    assert run("init", "--force").exit_code == 0


def rows(result):
    found = re.findall(r"^  ([\w-]+) +(.*?)  \((.*)\)$", result.stdout, flags=re.MULTILINE)
    return {name: (value, origin) for name, value, origin in found}


def test_each_setting_says_where_it_comes_from(run, desk, monkeypatch):
    (desk / "house.toml").write_text('\noutlet = "The Desk"\ncolor = "never"\n')
    (desk / "factcheck.toml").write_text('extend = "house.toml"\ncolor = "always"\n')
    monkeypatch.setenv("FACTCHECK_FAIL_ON", "review")
    shown = rows(run("doctor", "--select", "FC2", "--select", "FC3"))
    assert list(shown) == list(settings.KEYS)
    assert shown["outlet"] == ("The Desk", f"{desk}/house.toml:2")
    assert shown["color"] == ("always", f"{desk}/factcheck.toml:2")
    assert shown["fail-on"] == ("review", "FACTCHECK_FAIL_ON")
    assert shown["select"] == ("FC2, FC3", "--select")
    assert shown["semantic"] == ("auto", "default")
    assert shown["exit-zero"] == ("false", "default")


def test_packs_model_formats_and_versions(run, desk):
    told = run("doctor")
    assert told.exit_code == 0
    assert re.search(
        r"^  economy \S+ +\d+ indicators, \d+ observations, sha256 \w{12}$",
        told.stdout,
        flags=re.MULTILINE,
    )
    assert re.search(r"^  all-MiniLM-L6-v2 +/.*, sha256 53aa51172d14$", told.stdout, re.MULTILINE)
    assert " .pdf .docx .rtf .epub .eml\n" in told.stdout
    assert re.search(r"^  spacy +\d", told.stdout, flags=re.MULTILINE)


def test_what_is_amiss_is_told_together(run, desk, monkeypatch):
    monkeypatch.setattr(f"{MODEL}.PACKAGE", "no_such_package")
    told = run("doctor", "--reference", "nowhere")
    assert told.exit_code == 2
    [pack, model] = told.stderr.splitlines()
    assert pack == (
        "error: nowhere: no such folder; expected a reference pack with datapackage.json."
    )
    assert model.startswith("error: no_such_package: no such package is installed; expected the")
    assert "  semantic         auto  (default)\n" in told.stdout
