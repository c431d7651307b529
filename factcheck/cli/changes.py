"""Which lines of the articles have changed since a git revision: asks git."""

from __future__ import annotations

import re
import subprocess
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import click

from factcheck.suppress.changed import Changes

_PATCH = ("--unified=0", "--no-color", "--no-ext-diff", "--src-prefix=a/", "--dst-prefix=b/")
"""Against whatever the user's configuration makes of a patch."""
_HUNK = re.compile(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@")


def changed_lines(revision: str, paths: Iterable[str]) -> Changes:
    """Return the changed lines of each path. Raises `click.UsageError` where git cannot say.

    Everything is changed in a file that git does not know, and in one of which it sees no lines.
    """
    homes: dict[Path, list[str]] = defaultdict(list)
    found: dict[str, list[range] | None] = {}
    for path in paths:
        if Path(path).is_file():
            homes[_toplevel(Path(path).resolve().parent)].append(path)
        else:
            found[path] = None
    for home, named in homes.items():
        changed = set(_git(home, "diff", "--name-only", "-z", revision, "--").split("\0"))
        known = set(_git(home, "ls-files", "-z").split("\0"))
        hunks = _hunks(_git(home, "diff", *_PATCH, revision, "--"))
        for path in named:
            name = Path(path).resolve().relative_to(home).as_posix()
            new = name not in known or (name in changed and name not in hunks)
            found[path] = None if new else hunks.get(name, [])
    return found


def _toplevel(folder: Path) -> Path:
    return Path(_git(folder, "rev-parse", "--show-toplevel").rstrip("\n")).resolve()


def _git(folder: Path, *command: str) -> str:
    command = ("git", "-c", "core.quotePath=off", *command)
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    except FileNotFoundError:
        raise click.UsageError("--diff-base: git is not installed.") from None
    except subprocess.CalledProcessError as error:
        said = error.stderr.strip().partition("\n")[0].removeprefix("fatal: ")
        raise click.UsageError(f"--diff-base: git says: {said}.") from None
    return done.stdout


def _hunks(patch: str) -> dict[str, list[range]]:
    """New side of each hunk by file. Lines that were only taken out change nothing that is left."""
    found: dict[str, list[range]] = {}
    name = ""
    for line in patch.splitlines():
        if line.startswith("+++ b/"):
            name = line.removeprefix("+++ b/").rstrip("\t")
            found[name] = []
        elif hunk := _HUNK.match(line):
            start, count = int(hunk[1]), int(hunk[2] or 1)
            found.setdefault(name, []).append(range(start, start + count))
    return found
