"""Check a pack against the Data Package standard, with the schemas it brings itself.

Slower than reading the pack (it imports `frictionless`), hence never on the way to a verdict.
"""

from __future__ import annotations

import json
from pathlib import Path

from factcheck.errors import BadReference
from factcheck.model import Pack
from factcheck.reference.cells import COLUMNS
from factcheck.reference.pack import DESCRIPTOR, read_pack


def read_package(folder: Path) -> Pack:
    """Read a pack as `read_pack` does, and hold it against its own schemas as well.

    Raises BadReference with one line per problem.
    """
    pack = read_pack(folder)
    problems = _problems(folder)
    if problems:
        raise BadReference(problems)
    return pack


def _problems(folder: Path) -> list[str]:
    descriptor = folder / DESCRIPTOR
    resources = json.loads(descriptor.read_text("utf-8-sig")).get("resources")
    wanted = sorted(COLUMNS)
    paths = sorted(str(resource.get("path")) for resource in resources or [])
    # Any other path could point outside the pack, or to an address that would be fetched.
    if paths != wanted:
        found = ", ".join(paths) or "nothing"
        return [f"{descriptor}: 'resources' lists {found}; expected {', '.join(wanted)}."]
    return _breaches(folder)


def _breaches(folder: Path) -> list[str]:
    import frictionless

    report = frictionless.validate(str(folder / DESCRIPTOR))
    problems = [f"{folder / DESCRIPTOR}: {error.message}" for error in report.errors]
    for task in report.tasks:
        for error in task.errors:
            line = getattr(error, "row_number", None)
            place = folder / str(task.place) if task.place in COLUMNS else folder / DESCRIPTOR
            problems.append(
                f"{place}:{line}: {error.message}" if line else f"{place}: {error.message}"
            )
    return problems
