"""The page of a finding code: for a terminal, and as Markdown for the docs and for SARIF."""

from __future__ import annotations

import textwrap

from factcheck.report.codes import Code

WIDTH = 88
"""Columns of a page at a terminal."""


def page_text(entry: Code) -> str:
    """Return the page for a terminal, with a final newline."""
    lines = [f"{entry.code} {entry.name}: {entry.title}", f"Level: {level_words(entry)}"]
    for title, words in _sections(entry):
        lines += ["", title]
        for line in words.splitlines():
            lines += textwrap.wrap(line, WIDTH, initial_indent="  ", subsequent_indent="  ")
    return "\n".join(lines) + "\n"


def page_markdown(entry: Code) -> str:
    """Return the page as Markdown, with a final newline."""
    parts = [f"# {entry.code} {entry.name}", f"**{entry.title}.** Level: {level_words(entry)}."]
    for title, words in _sections(entry):
        quoted = title in EXAMPLES
        parts += [f"## {title}", _quoted(words) if quoted else words]
    return "\n\n".join(parts) + "\n"


EXAMPLES = ("Example", "Not an example")


def level_words(entry: Code) -> str:
    """Return the level of a code in words; inside quotation marks an error is a warning."""
    return f"{entry.level}" + (", inside quotation marks warning" if entry.level == "error" else "")


def _sections(entry: Code) -> tuple[tuple[str, str], ...]:
    return (
        ("What it checks", entry.checks),
        ("Why", entry.why),
        ("Example", _example(entry.fires)),
        ("Not an example", _example(entry.silent)),
        ("How to fix", entry.fix),
    )


def _example(words: str) -> str:
    """The sentence, and under it in brackets what it is held against."""
    sentence, _, held_against = words.partition(" | ")
    return f"{sentence}\n({held_against})" if held_against else sentence


def _quoted(words: str) -> str:
    return "\n>\n".join(f"> {line}" for line in words.splitlines())
