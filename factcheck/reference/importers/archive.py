"""The files of a download: a zip archive, a folder, or a file with what lies beside it."""

from __future__ import annotations

import csv
import io
import zipfile
import zlib
from pathlib import Path

from factcheck.errors import BadReference
from factcheck.limits import overpacked

DAMAGED = (OSError, EOFError, zipfile.BadZipFile, zlib.error, RuntimeError, ValueError)
"""What `zipfile` raises on what is no archive, or a damaged or locked one."""


def is_archive(path: Path) -> bool:
    """Whether a path is a folder or a zip file, by its name."""
    return path.is_dir() or path.suffix.lower() == ".zip"


def names(path: Path) -> list[str]:
    """Names of the files, without folders above them; () for a zip that cannot be read."""
    if path.is_dir():
        return sorted(one.name for one in path.iterdir() if one.is_file())
    if path.suffix.lower() != ".zip":
        return [path.name]
    try:
        with zipfile.ZipFile(path) as archive:
            return sorted(Path(name).name for name in archive.namelist() if name[-1:] != "/")
    except DAMAGED:
        return []


def unpacked(path: Path, work: Path) -> dict[str, Path]:
    """Name -> file that can be read. Raises BadReference where a zip is damaged."""
    if path.is_dir():
        return {one.name: one for one in sorted(path.iterdir()) if one.is_file()}
    if path.suffix.lower() != ".zip":
        return {path.name: path}
    try:
        with zipfile.ZipFile(path) as archive:
            if found := overpacked(archive.infolist()):
                raise BadReference([f"{path}: {found}; expected a download of figures."])
            members = [name for name in archive.namelist() if name[-1:] != "/"]
            return {Path(n).name: Path(archive.extract(n, work / "zip")) for n in sorted(members)}
    except DAMAGED as error:
        raise BadReference([f"{path}: {error}; expected a zip archive."]) from None


def head(path: Path, name: str, size: int = 4096) -> str:
    """The start of a file of the download, as text; "" where it cannot be had."""
    try:
        if path.suffix.lower() == ".zip":
            with zipfile.ZipFile(path) as archive:
                full = next(n for n in archive.namelist() if Path(n).name == name)
                with archive.open(full) as content:
                    return content.read(size).decode("utf-8-sig", "replace")
        file = path / name if path.is_dir() else path
        with file.open("rb") as content:
            return content.read(size).decode("utf-8-sig", "replace")
    except (StopIteration, *DAMAGED):
        return ""


def records(path: Path | None) -> list[dict[str, str]]:
    """A small CSV file as dictionaries; none where there is no such file."""
    if path is None:
        return []
    text = path.read_bytes().decode("utf-8-sig", "replace")
    return [
        {(key or "").strip(): (value or "").strip() for key, value in row.items() if key}
        for row in csv.DictReader(io.StringIO(text, newline=""))
    ]
