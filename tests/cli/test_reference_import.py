"""`factcheck reference import`, as a person at a desk uses it."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.cli import main

EXAMPLES = Path(__file__).parents[2] / "examples"
PAGE = Path(__file__).parents[2] / "docs" / "packs.md"
TABLE = "Year,Branch,Loans (number)\n2024,Quay,{}\n2023,Quay,5\n"


def run(*arguments):
    return CliRunner().invoke(main, list(map(str, arguments)))


def bring(path, folder, *options):
    return run("reference", "import", path, "-o", folder, "--published", "2025-02-01", *options)


@pytest.fixture
def table(tmp_path):
    def write(text):
        path = tmp_path / "loans.csv"
        path.write_text(text)
        return path

    return write


def test_all_of_it(table, tmp_path):
    told = ("--publisher", "Us", "--url", "https://example.org", "--licence", "CC0-1.0")
    result = bring(table(TABLE.format(4)), tmp_path / "pack", *told)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == (
        "read as: table (CSV, Excel)\n"
        "entity: column 'Branch' (by its name)\n"
        "period: column 'Year' (by its name)\n"
        "value: columns 'Loans (number)' (one for each indicator)\n"
        "entities taken as organisation: 'Quay' (--entity-type for another type)\n"
        "unit of 'Loans': count, from its name\n"
        f"{tmp_path}/pack: 2 figures of 1 indicators and 1 entities, 0 cells without a value\n"
    )


def test_a_row_that_stays_out(table, tmp_path):
    path = table(TABLE.format("many"))
    result = bring(path, tmp_path / "pack")
    assert result.exit_code == 3
    assert result.stderr == (
        f"left out: {path}:2: column 'Loans (number)' holds 'many'; expected a number.\n"
    )
    assert "not said of the source: --publisher, --url, --licence\n" in result.stdout


def test_many_rows_that_stay_out_are_in_a_file(table, tmp_path):
    lines = [f"{year},Quay,5\n" for year in range(1900, 2025)]
    lines += [f"{year},Hill,many\n" for year in range(1900, 1960)]
    result = bring(table("Year,Branch,Loans (number)\n" + "".join(lines)), tmp_path / "pack")
    listed = tmp_path / "pack.left-out.txt"
    assert len(result.stderr.splitlines()) == 51
    assert result.stderr.splitlines()[-1] == f"left out: all 60 lines are in {listed}"
    assert len(listed.read_text().splitlines()) == 60


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--map", "value"], "error: Invalid value for '--map': 'value' is no pair;"
         " expected NAME=TEXT.\n"),
        (["--format", "stata"], "error: no importer 'stata'; expected one of sdmx, worldbank,"
         " owid, ddf, tabular, sheet.\n"),
        (["--expected", "yearly"], "error: --expected holds 'yearly'; expected an ISO 8601"
         " duration such as P1Y.\n"),
        (["--map", "who=Branch"], "error: {path}: --map names 'who'; expected one of indicator,"
         " entity, code, dimension, period, value, unit, note.\n"),
    ],
)  # fmt: skip
def test_wrong_usage(table, tmp_path, options, message):
    path = table(TABLE.format(4))
    result = bring(path, tmp_path / "pack", *options)
    assert (result.exit_code, result.stderr) == (2, message.format(path=path))
    assert not (tmp_path / "pack").exists()


def test_the_next_edition(table, tmp_path):
    bring(table(TABLE.format(4)), tmp_path / "pack")
    path = table(TABLE.format(6))
    result = run("reference", "import", path, "-o", tmp_path / "pack", "--published", "2026-02-01")
    assert result.stdout.splitlines()[-1] == (
        f"{tmp_path}/pack: 0 new figures, 1 revised, 1 unchanged"
    )


def test_export_import_export(tmp_path):
    shipped = Path(__file__).parents[2] / "reference_data" / "ai-index"
    first, second, third = (tmp_path / name for name in ("first", "second", "third"))
    run("reference", "export", shipped, "-o", first)
    assert run("reference", "import", first, "-o", second).exit_code == 0
    run("reference", "export", second, "-o", third)
    for path in sorted(first.iterdir()):
        assert path.read_bytes() == (third / path.name).read_bytes()


def test_the_example_of_the_page_on_packs(tmp_path, monkeypatch):
    for name in ("libraries.xlsx", "story.md"):
        shutil.copy(EXAMPLES / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    told = ["--publisher", "City Libraries", "--url", "https://example.org/libraries",
            "--licence", "CC0-1.0", "--unit", "Opening hours a week=hours"]  # fmt: skip
    brought = bring("libraries.xlsx", "libraries", *told)
    assert brought.exit_code == 3
    for line in (brought.stderr + brought.stdout).splitlines():
        if line.startswith(("left out", "libraries:", "entity:", "period:")):
            assert line in PAGE.read_text()
    assert run("reference", "validate", "libraries").exit_code == 0
    assert run("reference", "show", "visits", "--reference", "libraries").exit_code == 0
    checked = run("check", "story.md", "--reference", "libraries", "--semantic", "never")
    assert checked.exit_code == 1
    assert "69,620 does not match Loans, Quay, 2024: 66,920" in checked.stdout
    assert "4 supported, 1 contradicted" in checked.stdout
