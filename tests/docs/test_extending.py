"""Every example of docs/extending.md, installed and run as it is printed."""

import contextlib
import io
import tomllib

import pytest
from blocks import ROOT, agrees, blocks, commands, run, section

PAGE = ROOT / "docs" / "extending.md"
EXAMPLES = ("A renderer", "An article reader", "An importer")


def installed(name, folder):
    """The files of an example in a folder, with the metadata that pip would write for it."""
    found = blocks(section(PAGE, name))
    for block in found:
        _, _, file = block.kind.partition(" file=")
        if file:
            (folder / file).write_text(block.body, "utf-8")
    project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]
    info = folder / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n"
    )
    lines = []
    for group, points in project["entry-points"].items():
        lines += [f"[{group}]", *(f"{name} = {target}" for name, target in points.items())]
    (info / "entry_points.txt").write_text("\n".join(lines))
    (folder / "pyproject.toml").unlink()
    return found


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_does_what_is_shown(name, tmp_path):
    for block in installed(name, tmp_path):
        for command, shown in commands(block.body) if block.kind == "console" else ():
            printed = run(command, tmp_path, path=[tmp_path])
            assert agrees(printed, shown), f"{command}\n{printed}"


def test_an_example_that_is_not_installed_is_not_found(tmp_path):
    (tmp_path / "story.txt").write_text("Nothing.")
    assert "'table' is not one of" in run(
        "factcheck check story.txt --output-format table", tmp_path
    )


def test_the_pipeline():
    code, output = (block.body for block in blocks(section(PAGE, "In your own spaCy pipeline")))
    with contextlib.redirect_stdout(io.StringIO()) as said:
        exec(code, {})
    assert said.getvalue() == output
