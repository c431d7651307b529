"""What the user named: files, folders, globs and standard input, in a stable order."""

from __future__ import annotations

import glob
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from factcheck.errors import UnreadableArticle

STDIN = "-"
SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm")
"""What is read from a folder. A file that is named itself may have any suffix."""

_WANTED = "one of " + " ".join(SUFFIXES)


def named_files(paths: Iterable[str | Path]) -> Iterator[str | UnreadableArticle]:
    """Yield every file once, in the order named, folders and globs sorted; or why there is none."""
    seen: set[str] = set()
    for path in paths:
        for name in _expanded(str(path)):
            if isinstance(name, UnreadableArticle):
                yield name
                continue
            key = name if name == STDIN else str(Path(name).resolve())
            if key not in seen:
                seen.add(key)
                yield name


def _expanded(name: str) -> Iterator[str | UnreadableArticle]:
    path = Path(name)
    if name == STDIN or path.is_file():
        yield name
    elif path.is_dir():
        yield from _of_folder(path)
    elif glob.has_magic(name):
        yield from _of_glob(name)
    else:
        found = "no such file or folder" if not path.exists() else "neither a file nor a folder"
        yield UnreadableArticle(name, found, "an article")


def _of_folder(folder: Path) -> Iterator[str | UnreadableArticle]:
    files = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )
    if not files:
        yield UnreadableArticle(folder, "a folder without articles", f"files ending in {_WANTED}")
    yield from map(str, files)


def _of_glob(pattern: str) -> Iterator[str | UnreadableArticle]:
    files = [name for name in sorted(glob.glob(pattern, recursive=True)) if Path(name).is_file()]
    if not files:
        yield UnreadableArticle(pattern, "no file fits this pattern", "at least one article")
    yield from files


def read_bytes(name: str, stdin: BinaryIO | None = None) -> bytes:
    """Return what the file or standard input holds. Raises `UnreadableArticle`."""
    try:
        if name == STDIN:
            return (stdin or sys.stdin.buffer).read()
        return Path(name).read_bytes()
    except OSError as error:
        reason = error.strerror or "an input that cannot be read"
        raise UnreadableArticle(name, reason.lower(), "a file that can be read") from None
