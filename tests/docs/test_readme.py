"""What the README and the pages behind it show is what comes out."""

import contextlib
import io
from functools import cache

import pytest
from blocks import ROOT, agrees, blocks, commands, run, section

README = ROOT / "README.md"
DOCS = ROOT / "docs"

HERE = (
    (README, "Several articles"),
    (README, "Reference packs"),
    (README, "How well"),
    (DOCS / "checking.md", "Several articles"),
    (DOCS / "packs.md", "The packs that ship"),
    (DOCS / "accuracy.md", "How well"),
)
"""Sections whose commands are run in the repository; an "…" stands for anything left out."""

ELSEWHERE = (
    (README, "One article"),
    (DOCS / "adopting.md", "On old copy"),
    (DOCS / "adopting.md", "Settings"),
)
"""Sections whose commands are run in a folder of their own, with the files that they show."""

PYTHON = ((README, "In an editor, for agents, from Python"), (DOCS / "editors.md", "From Python"))

SHOWN = list(
    dict.fromkeys(
        (command, shown)
        for page, title in HERE
        for block in blocks(section(page, title))
        if block.kind == "console"
        for command, shown in commands(block.body)
        if shown.strip()
    )
)


def titled(place):
    page, title = place
    return f"{page.name}: {title}"


def story(page, title):
    """The article that a section shows."""
    (found,) = (b.body for b in blocks(section(page, title)) if b.kind == "text file=story.md")
    return found


@cache
def printed_here(command):
    return run(command, ROOT)


@pytest.mark.parametrize(("command", "shown"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_command_prints_what_is_shown(command, shown):
    printed = printed_here(command)
    assert agrees(printed, shown), printed


@pytest.mark.parametrize("place", ELSEWHERE, ids=titled)
def test_the_commands_of_a_section_print_what_is_shown(place, tmp_path):
    ran = 0
    for block in blocks(section(*place)):
        if block.kind.startswith("text file="):
            (tmp_path / block.kind.partition("=")[2]).write_text(block.body, "utf-8")
        elif block.kind == "console":
            for command, shown in commands(block.body):
                printed = run(command, tmp_path)
                assert agrees(printed, shown), printed
                ran += 1
    assert ran


@pytest.mark.parametrize("place", PYTHON, ids=titled)
def test_the_python_runs_on_the_article_of_the_tour(place, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "story.md").write_text(story(README, "One article"), "utf-8")
    found = {block.kind: block.body for block in blocks(section(*place))}
    with contextlib.redirect_stdout(io.StringIO()) as said:
        exec(found["python"], {})
    assert agrees(said.getvalue(), found["text"])


def test_what_is_left_out_is_all_that_may_differ():
    assert agrees("a\nb\nc\n", "a\n…\nc\n")
    assert not agrees("a\nb\nc\n", "a\nc\n")
    assert not agrees("a\nb\nc\n", "a\n…\nd\n")
