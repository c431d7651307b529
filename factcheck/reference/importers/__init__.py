"""Importers, one file per format: from a publisher's file to the tables of a pack.

Each is a module (or object) with NAME, `recognises(path) -> bool` and
`read(path, options, work) -> Intake`. Others can be added by a package with an entry point of the
group `factcheck.importers`; those are asked first.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Protocol

from factcheck.errors import BadReference
from factcheck.reference.importers.interface import Intake, Options

BUILT_IN = ("sdmx", "worldbank", "owid", "ddf", "tabular", "sheet")
"""In the order in which they are asked: any of them may look like a plain table."""


class Importer(Protocol):
    """What an importer has."""

    NAME: str
    """What the format is called; `UNDATED = True` where its files never say when they appeared."""

    def recognises(self, path: Path) -> bool: ...

    def read(self, path: Path, options: Options, work: Path) -> Intake: ...


def importers() -> dict[str, Importer]:
    """Importers by the name that `--format` gives them, in the order in which they are asked."""
    added = {point.name: point.load() for point in entry_points(group="factcheck.importers")}
    own = {name: import_module(f"{__name__}.{name}") for name in BUILT_IN}
    return {**added, **own}


def find_importer(path: Path, name: str | None = None) -> Importer:
    """The importer called `name`, else the first that recognises the file.

    Raises BadReference where there is none.
    """
    known = importers()
    if name is not None:
        if name not in known:
            raise BadReference([f"no importer {name!r}; expected one of {', '.join(known)}."])
        return known[name]
    if not path.exists():
        raise BadReference([f"{path}: no such file; expected figures to import."])
    for one in known.values():
        if one.recognises(path):
            return one
    names = "; ".join(one.NAME for one in known.values())
    raise BadReference([f"{path}: a format that no importer knows; expected {names}."])
