"""What the README shows is what comes out."""

import contextlib
import io

import pytest
from blocks import ROOT, agrees, blocks, commands, run, section

README = ROOT / "README.md"
RUN = ("One article", "Several articles", "Reference packs")
"""Sections whose commands are run; an "…" there stands for anything left out."""

SHOWN = [
    (command, shown)
    for title in RUN
    for block in blocks(section(README, title))
    if block.kind == "console"
    for command, shown in commands(block.body)
    if shown.strip()
]


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_command_prints_what_is_shown(command, shown):
    printed = run(command, ROOT)
    assert agrees(printed, shown), printed


def test_the_python_of_the_readme_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.md").write_text("China had 30 notable models in 2024.\n", "utf-8")
    code, output = (block.body for block in blocks(section(README, "From Python")))
    with contextlib.redirect_stdout(io.StringIO()) as said:
        exec(code, {})
    assert agrees(said.getvalue(), output)


def test_what_is_left_out_is_all_that_may_differ():
    assert agrees("a\nb\nc\n", "a\n…\nc\n")
    assert not agrees("a\nb\nc\n", "a\nc\n")
    assert not agrees("a\nb\nc\n", "a\n…\nd\n")
