"""The command group, `explain` and `schema`."""

import json
import subprocess
import sys

import jsonschema
import pytest

from factcheck import __version__
from factcheck.report.codes import CODES


def test_version(run):
    assert run("--version").stdout == f"factcheck {__version__}\n"


def test_help_lists_the_commands(run):
    told = run("--help").stdout
    assert [word for word in ("check", "explain", "schema") if f"\n  {word} " in told] == [
        "check",
        "explain",
        "schema",
    ]


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["frobnicate"], "error: No such command 'frobnicate'.\n"),
        (["chekc"], "error: No such command 'chekc'. Did you mean 'check'?\n"),
        (["reference", "lst"], "error: No such command 'lst'. Did you mean 'list'?\n"),
    ],
)
def test_an_unknown_command(run, command, told):
    result = run(*command)
    assert (result.exit_code, result.stderr) == (2, told)


@pytest.mark.parametrize("command", [[], ["reference"]])
def test_without_a_command_the_help_is_shown(run, command):
    result = run(*command)
    assert (result.exit_code, result.stderr) == (2, run(*command, "--help").stdout)


def test_help_loads_nothing_heavy():
    code = (
        "import sys\n"
        "from factcheck.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "print([m for m in ('spacy', 'torch', 'numpy', 'trafilatura') if m in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_page(run, code):
    result = run("explain", code)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{code} {CODES[code].name}: {CODES[code].title}\n")


def test_a_page_whole(run):
    assert run("explain", "fc204").stdout == (
        "FC204 swapped: Two values exchanged\n"
        "Level: error, inside quotation marks warning\n"
        "\n"
        "What it checks\n"
        "  Two figures of one sentence are each right for the other's place.\n"
        "\n"
        "Why\n"
        "  Both are in the source, so a look at the source does not catch it.\n"
        "\n"
        "Example\n"
        "  The north got 40 beds and the south 25.\n"
        "  (reference: north 25, south 40)\n"
        "\n"
        "Not an example\n"
        "  The north got 25 beds and the south 40.\n"
        "  (reference: north 25, south 40)\n"
        "\n"
        "How to fix\n"
        "  Exchange the two values.\n"
    )


def test_a_page_by_the_name_of_its_cause(run):
    assert run("explain", "swapped").stdout == run("explain", "FC204").stdout


def test_without_a_code_all_are_listed(run):
    lines = run("explain").stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(CODES)


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("FC214", "nearest: FC213, FC212, FC211."),
        ("swaped", "nearest: swapped."),
        ("zzzzzz", "see the list with `factcheck explain`."),
    ],
)
def test_an_unknown_code(run, code, hint):
    result = run("explain", code)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: unknown finding code {code!r}; ")
    assert result.stderr == f"error: unknown finding code {code!r}; {hint}\n"


def test_schema_is_a_json_schema(run):
    schema = json.loads(run("schema").stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert set(schema["required"]) == {
        "schema_version",
        "tool",
        "reference",
        "articles",
        "conflicts",
        "summary",
    }
