"""What `factcheck.check` returns: for the prompt, for a notebook, and as a table."""

import subprocess
import sys
from pathlib import Path

import pandas
import pytest
from lxml import html

import factcheck
from factcheck.model import Report

sys.path.insert(0, str(Path(__file__).parent / "report"))

from samples import EMPTY, REPORT

from factcheck.report import FORMATS, render
from factcheck.report.csv import COLUMNS
from factcheck.results import Result

RESULT = Result.of(REPORT)


@pytest.fixture(scope="module")
def checked():
    text = "China had 30 notable models in 2024.\n\nThe report appeared on 13 April 2026.\n"
    return factcheck.check(text, semantic="never")


def test_check_returns_a_report_that_is_a_result(checked):
    assert isinstance(checked, Result)
    assert isinstance(checked, Report)
    assert [found.claim.quantity.quote for found in checked.findings] == ["30", "13 April 2026"]


def test_at_the_prompt_it_is_one_line(checked):
    assert repr(checked).startswith("<factcheck Checked ")
    assert repr(Result.of(EMPTY)) == "<factcheck Checked 0 of 0 numbers in 0 articles.>"


@pytest.mark.parametrize("name", FORMATS)
def test_it_renders_as_the_report_it_is(name):
    assert RESULT.render(name) == render(REPORT, name)


def test_options_of_a_rendering():
    assert RESULT.render("concise", verbosity=-1) == RESULT.render("concise").splitlines(True)[-1]


def test_a_notebook_shows_a_row_for_each_number():
    told = html.fromstring(RESULT._repr_html_())
    rows = [" ".join(row.text_content().split()) for row in told.xpath(".//tbody/tr")]
    assert rows == [
        "Maize in the Andes",
        "3 9.1% ✓ supported The reference has the same. Andean Crop Survey 2025",
        "3 9.1% ✗ contradicted: wrong entity 9.1% is Peru's share, not Chile's "
        "Andean Crop Survey 2025",
        "3 3% ? not verified: no reference Nothing covers Bolivia",
        "5 4 million tonnes – no statement of fact: forecast A forecast",
        "other.txt",
        "1 8.4% ✓ supported The reference has the same. Andean Crop Survey 2025",
    ]
    assert not told.xpath("//script | //style")


def test_the_table_has_a_row_for_each_finding_and_the_columns_of_the_csv():
    table = RESULT.to_pandas()
    assert list(table.columns) == list(COLUMNS)
    assert len(table) == 5
    row = table.iloc[1]
    assert (row["value"], row["reference_value"], row["expected"]) == (9.1, 3.4, 3.4)
    assert (row["quote"], row["status"], row["code"]) == ("9.1%", "contradicted", "FC212")
    assert row["reference_published"] == pandas.Timestamp(2025, 4, 13)
    assert pandas.isna(table.iloc[2]["reference_value"])


def test_a_date_is_no_number_in_the_table(checked):
    table = checked.to_pandas()
    assert table["value"].isna().tolist() == [False, True]
    assert table["quote"].tolist() == ["30", "13 April 2026"]


def test_an_empty_table_has_its_columns():
    assert list(Result.of(EMPTY).to_pandas().columns) == list(COLUMNS)


def test_pandas_is_loaded_only_when_asked_for():
    code = (
        "import sys, factcheck; loaded = set(sys.modules)\n"
        "heavy = {'spacy', 'torch', 'numpy', 'pandas', 'click', 'jinja2', 'pydantic'}\n"
        "print(sorted(heavy & loaded))\n"
        "factcheck.check('Nothing here.', semantic='never')\n"
        "print('pandas' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["[]", "False"]
