"""Configuration: flags beat variables, variables beat the nearest file, mistakes are named."""

import json

import pytest

pytestmark = pytest.mark.usefixtures("seen", "desk")


def write(path, text):
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)


def is_json(result):
    try:
        return json.loads(result.stdout)["schema_version"] == "1.0"
    except ValueError:
        return False


def test_flags_beat_variables_beat_the_file(run, desk, monkeypatch):
    assert not is_json(run("check", "right.txt"))
    write(desk / "factcheck.toml", 'output-format = "json"\n')
    assert is_json(run("check", "right.txt"))
    monkeypatch.setenv("FACTCHECK_OUTPUT_FORMAT", "concise")
    assert not is_json(run("check", "right.txt"))
    assert is_json(run("check", "right.txt", "--output-format", "json"))


def test_the_nearest_file_counts_and_nothing_is_merged(run, desk, monkeypatch, seen):
    write(desk / "factcheck.toml", 'semantic = "always"\noutput-format = "json"\n')
    write(desk / "sub" / "pyproject.toml", '[tool.factcheck]\nsemantic = "never"\n')
    write(desk / "sub" / "story.txt", "This is right.\n")
    monkeypatch.chdir(desk / "sub")
    assert not is_json(run("check", "story.txt"))
    assert seen.semantic == "never"


def test_a_pyproject_without_our_table_is_passed_over(run, desk, monkeypatch):
    write(desk / "factcheck.toml", 'output-format = "json"\n')
    write(desk / "sub" / "pyproject.toml", "[project]\nname = 'x'\n")
    write(desk / "sub" / "story.txt", "This is right.\n")
    monkeypatch.chdir(desk / "sub")
    assert is_json(run("check", "story.txt"))


def test_a_file_that_is_named(run, desk, monkeypatch):
    write(desk / "other.toml", "exit-zero = true\n")
    assert run("check", "wrong.txt").exit_code == 1
    assert run("check", "wrong.txt", "--config", "other.toml").exit_code == 0
    monkeypatch.setenv("FACTCHECK_CONFIG", "other.toml")
    assert run("check", "wrong.txt").exit_code == 0


def test_paths_are_relative_to_the_file(run, desk, seen):
    write(desk / "conf" / "factcheck.toml", 'reference = ["packs/a"]\nignore = ["FC0"]\n')
    run("check", "right.txt", "--config", "conf/factcheck.toml")
    assert [path.as_posix() for path in seen.reference] == ["conf/packs/a"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            'select = ["FC2"]\nsemantics = "auto"\n',
            "2: unknown key 'semantics'; nearest known keys: semantic",
            id="misspelt key",
        ),
        pytest.param(
            "output_format = 'json'\n",
            "1: unknown key 'output_format'; nearest known keys: output-format",
            id="underscore",
        ),
        pytest.param(
            "\n[zzz]\nx = 1\n",
            "2: unknown key 'zzz'; expected one of reference, output-format, outlet, select,"
            " ignore, fail-on, exit-zero, baseline, ignore-file, semantic, spacy-model, color,"
            " max-file-size, max-text-length, max-numbers",
            id="unknown table",
        ),
        pytest.param(
            "# ours\nfail-on = 'error'\n",
            "2: 'fail-on' is 'error'; expected one of contradicted, review, never",
            id="unknown value",
        ),
        pytest.param(
            "exit-zero = 'yes'\n",
            "1: 'exit-zero' is 'yes'; expected true or false",
            id="no boolean",
        ),
        pytest.param("outlet = true\n", "1: 'outlet' is true; expected a string", id="no string"),
        pytest.param(
            "select = 'FC2'\n", "1: 'select' is 'FC2'; expected a list of strings", id="no list"
        ),
        pytest.param(
            "select = [2]\n", "1: 'select' is [2]; expected a list of strings", id="list of numbers"
        ),
    ],
)
def test_a_mistake_names_file_line_found_and_expected(run, desk, text, message):
    write(desk / "factcheck.toml", text)
    result = run("check", "right.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"error: {desk / 'factcheck.toml'}:{message}. [bad-setting]\n"


def test_a_mistake_in_pyproject_counts_lines_of_the_whole_file(run, desk):
    write(desk / "pyproject.toml", "[tool.ruff]\nselect = []\n[tool.factcheck]\nselect = 1\n")
    assert run("check", "right.txt").stderr == (
        f"error: {desk / 'pyproject.toml'}:4: 'select' is 1; expected a list of strings."
        " [bad-setting]\n"
    )


def test_no_toml(run, desk):
    write(desk / "factcheck.toml", "select = \n")
    assert run("check", "right.txt").stderr == (
        f"error: {desk / 'factcheck.toml'}:1: Invalid value; expected a TOML file. [bad-setting]\n"
    )


def test_a_file_takes_from_the_one_it_extends_what_it_does_not_set(run, desk, monkeypatch, seen):
    write(desk / "house.toml", 'semantic = "always"\noutput-format = "json"\nreference = ["a"]\n')
    write(desk / "sub" / "factcheck.toml", 'extend = "../house.toml"\nsemantic = "never"\n')
    write(desk / "sub" / "story.txt", "This is right.\n")
    monkeypatch.chdir(desk / "sub")
    assert is_json(run("check", "story.txt"))
    assert seen.semantic == "never"
    assert [path.resolve() for path in seen.reference] == [desk / "a"]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {"factcheck.toml": 'extend = "b.toml"\n', "b.toml": '\nextend = "factcheck.toml"\n'},
            "{desk}/b.toml:2: 'extend' leads back to {desk}/factcheck.toml;"
            " expected a file that does not extend this one",
        ),
        (
            {"factcheck.toml": 'extend = "b.toml"\n'},
            "{desk}/b.toml: no such file or directory; expected a TOML file",
        ),
        (
            {"factcheck.toml": 'extend = "b.toml"\n', "b.toml": "x = 1\nzebra = 2\n"},
            "{desk}/b.toml:1: unknown key 'x'; expected one of reference, output-format, outlet,"
            " select, ignore, fail-on, exit-zero, baseline, ignore-file, semantic, spacy-model,"
            " color, max-file-size, max-text-length, max-numbers",
        ),
        (
            {"factcheck.toml": "extend = 3\n"},
            "{desk}/factcheck.toml:1: 'extend' is 3; expected a string",
        ),
    ],
    ids=["circle", "gone", "unknown key", "no string"],
)
def test_a_mistake_in_a_chain_of_files(run, desk, files, message):
    for name, text in files.items():
        write(desk / name, text)
    result = run("check", "right.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"error: {message.format(desk=desk)}. [bad-setting]\n"
