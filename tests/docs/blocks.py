"""The fenced blocks of the documentation, and commands run as they are printed there."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]

_FENCE = re.compile(r"^```(?P<info>[^\n`]+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*)\n", re.MULTILINE)


class Block(NamedTuple):
    kind: str
    """The language, and what follows it: "python run", "text file=story.txt"."""
    body: str


def blocks(text):
    """Every fenced block of a text, in order."""
    return [Block(found["info"].strip(), found["body"]) for found in _FENCE.finditer(text)]


def section(path, title):
    """The text under a heading, to the next one of its level or above."""
    text = path.read_text("utf-8")
    found = re.search(rf"^(#+) {re.escape(title)}\n(.*?)(?=^#{{1,6}} |\Z)", text, re.M | re.S)
    assert found, f"{path.name} has no section {title!r}"
    level = len(found[1])
    start = found.start(2)
    end = re.compile(rf"^#{{1,{level}}} ", re.M).search(text, start)
    return text[start : end.start() if end else None]


def commands(body):
    """(command, what it prints) for each line of a console block that starts with "$ "."""
    parts = _COMMAND.split(body)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def run(command, folder, *, path=()):
    """What a command of ours prints, standard error first, in a folder. `path`: more packages."""
    program, *arguments = shlex.split(command)
    assert program == "factcheck"
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=folder,
        env=os.environ
        | {
            "PYTHONPATH": os.pathsep.join([*map(str, path), os.environ["PYTHONPATH"]]),
            "COLUMNS": "80",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stderr + done.stdout


def agrees(printed, shown):
    """Whether what is shown is what is printed, "…" standing for anything left out.

    Spaces after it do not count: they keep the columns of a table in line.
    """
    wild = ".*?".join(re.escape(part) for part in re.split("… *", shown.strip()))
    return re.fullmatch(wild, printed.strip(), re.DOTALL) is not None
