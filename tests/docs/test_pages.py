"""The generated pages are those that the code gives now: `python docs/build.py` writes them."""

import re
import runpy

import pytest
from blocks import ROOT

DOCS = ROOT / "docs"
BUILD = runpy.run_path(str(DOCS / "build.py"))
PAGES = BUILD["pages"]()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_current(name):
    assert (DOCS / name).read_text("utf-8") == PAGES[name], "run: python docs/build.py"


def test_no_page_is_left_of_a_code_that_is_gone():
    found = {path.relative_to(DOCS).as_posix() for path in DOCS.glob("codes/*.md")}
    assert found == {name for name in PAGES if name.startswith("codes/")}


@pytest.mark.parametrize(
    "path",
    [*ROOT.glob("*.md"), *sorted(DOCS.glob("*.md"))],
    ids=lambda path: path.relative_to(ROOT).as_posix(),
)
def test_links_between_files_lead_somewhere(path):
    text = re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.S)
    for link in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", text):
        assert (path.parent / link).exists(), link


def test_contributing_takes_under_30_lines_each():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    recipes = re.split(r"^## ", text, flags=re.M)[1:]
    wanted = {"a unit", "a cause", "a pack", "a reader"}
    found = {recipe.splitlines()[0].removeprefix("Add "): recipe for recipe in recipes}
    assert wanted <= set(found)
    for name in wanted:
        assert len(found[name].splitlines()) < 30, name
