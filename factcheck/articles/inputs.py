"""What the user named: files, folders, globs and standard input, in a stable order."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from factcheck.errors import UnreadableArticle
from factcheck.limits import MIB, USUAL

STDIN = "-"


def named_files(
    paths: Iterable[str | Path], suffixes: Sequence[str]
) -> Iterator[str | UnreadableArticle]:
    """Yield every file once, in the order named, folders and globs sorted; or why there is none.

    `suffixes`: which files of a folder are read. A file that is named itself may have any.
    """
    seen: set[str] = set()
    for path in paths:
        for name in _expanded(str(path), suffixes):
            if isinstance(name, UnreadableArticle):
                yield name
                continue
            key = name if name == STDIN else os.path.realpath(name)  # also of a link to itself
            if key not in seen:
                seen.add(key)
                yield name


def _expanded(name: str, suffixes: Sequence[str]) -> Iterator[str | UnreadableArticle]:
    path = Path(name)
    if name == STDIN or path.is_file():
        yield name
    elif path.is_dir():
        yield from _of_folder(path, suffixes)
    elif glob.has_magic(name):
        yield from _of_glob(name)
    else:
        found = "no such file or folder" if not path.exists() else "neither a file nor a folder"
        yield UnreadableArticle(name, found, "an article")


def _of_folder(folder: Path, suffixes: Sequence[str]) -> Iterator[str | UnreadableArticle]:
    empty = True
    for name in _walk(str(folder)):
        if isinstance(name, UnreadableArticle) or name.lower().endswith(tuple(suffixes)):
            empty = False
            yield name
    if empty:
        wanted = f"files ending in one of {' '.join(suffixes)}"
        yield UnreadableArticle(folder, "a folder without articles", wanted)


def _walk(folder: str) -> Iterator[str | UnreadableArticle]:
    """Files below a folder, sorted by each part of their path; what is hidden is passed over."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        reason = (error.strerror or "no folder").lower()
        yield UnreadableArticle(Path(folder), reason, "a folder that can be read")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        elif _is_file(entry) or not os.path.exists(entry.path):  # a link that leads nowhere
            yield str(Path(entry.path))


def _is_file(entry: os.DirEntry[str]) -> bool:
    """False for a link that leads nowhere or to itself."""
    try:
        return entry.is_file()
    except OSError:
        return False


def _of_glob(pattern: str) -> Iterator[str | UnreadableArticle]:
    files = [name for name in sorted(glob.glob(pattern, recursive=True)) if Path(name).is_file()]
    if not files:
        yield UnreadableArticle(pattern, "no file fits this pattern", "at least one article")
    yield from files


def read_bytes(name: str, stdin: BinaryIO | None = None, most: int = USUAL.file_size) -> bytes:
    """Return what the file or standard input holds. Raises `UnreadableArticle`.

    `most`: MiB of the largest one.
    """
    try:
        if name == STDIN:
            content = (stdin or sys.stdin.buffer).read(most * MIB + 1)
        else:
            with open(name, "rb") as file:
                content = file.read(most * MIB + 1)
    except OSError as error:
        reason = error.strerror or "an input that cannot be read"
        raise UnreadableArticle(name, reason.lower(), "a file that can be read") from None
    if len(content) > most * MIB:
        wanted = f"at most {most} (--max-file-size allows more)"
        raise UnreadableArticle(name, f"a file of more than {most} MiB", wanted)
    return content
