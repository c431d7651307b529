"""Write the pages that follow from the code: one a finding code, and the help of each command.

    python docs/build.py

A test compares them with what is here, so run this after a change to a code or to an option.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from factcheck.cli import main
from factcheck.report.codes import CODES, Code
from factcheck.report.explained import level_words, page_markdown

DOCS = Path(__file__).parent
WIDTH = 80
"""Columns of a help text."""


def pages() -> dict[str, str]:
    """Every generated page by its path under `docs/`."""
    codes = {f"codes/{entry.code}.md": _code(entry) for entry in CODES.values()}
    return {"commands.md": _commands(), "codes/README.md": _index(), **codes}


def _code(entry: Code) -> str:
    return page_markdown(entry) + (
        "\n## How to ignore\n\n"
        f"`<!-- factcheck: ignore[{entry.code}] reason -->` at the end of the line, or\n"
        f"`--ignore {entry.code}` for a run.\n\n"
        "[All codes](README.md)\n"
    )


def _index() -> str:
    lines = [
        "# Finding codes",
        "",
        "Every number of an article ends as one of these. FC0: supported. FC1: not settled, and "
        "why. FC2: contradicted, with the likely cause. FC3: within one article. FC4: between "
        "places. FC5: around the articles. A code keeps its meaning for ever.",
        "",
        "| code | name | meaning | level |",
        "|---|---|---|---|",
    ]
    for entry in CODES.values():
        link = f"[{entry.code}]({entry.code}.md)"
        lines.append(f"| {link} | {entry.name} | {entry.title} | {level_words(entry)} |")
    return "\n".join(lines) + "\n"


def _commands() -> str:
    parts = ["# Commands", "What `--help` prints, of each command."]
    for name, words in _helps(main, "factcheck"):
        parts.append(f"## {name}\n\n```text\n{words}\n```")
    return "\n\n".join(parts) + "\n"


def _helps(
    command: click.Command, name: str, above: click.Context | None = None
) -> Iterator[tuple[str, str]]:
    """(name, help) of a command and of everything under it."""
    context = click.Context(
        command, info_name=name, parent=above, terminal_width=WIDTH, **command.context_settings
    )
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for part in command.list_commands(context):
            below = command.get_command(context, part)
            if below and not below.hidden:
                yield from _helps(below, part, context)


def build() -> None:
    """Write every page, and remove those of codes that are gone."""
    wanted = pages()
    for path in DOCS.glob("codes/*.md"):
        if path.relative_to(DOCS).as_posix() not in wanted:
            path.unlink()
    for name, text in wanted.items():
        path = DOCS / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    build()
