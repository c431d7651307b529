"""Check a pack against the Data Package standard, with the schemas it brings itself.

Slower than reading the pack (it imports `frictionless`), hence never on the way to a verdict.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from factcheck.errors import BadReference
from factcheck.model import Pack
from factcheck.reference.cells import COLUMNS
from factcheck.reference.large.files import CSV, is_large, observations_file
from factcheck.reference.pack import DESCRIPTOR, read_pack


def read_package(folder: Path) -> Pack:
    """Read a pack as `read_pack` does, and hold it against its own schemas as well.

    The observations of a large pack are validated by SQL alone: frictionless reads 50,000 rows a
    second.

    Raises BadReference with one line per problem.
    """
    pack = read_pack(folder)
    problems = _problems(folder)
    if problems:
        raise BadReference(problems)
    return pack


def _problems(folder: Path) -> list[str]:
    descriptor = folder / DESCRIPTOR
    content = json.loads(descriptor.read_text("utf-8-sig"))
    resources = content.get("resources") or []
    rows = observations_file(folder)
    wanted = sorted(rows if name == CSV else name for name in COLUMNS)
    paths = sorted(str(resource.get("path")) for resource in resources)
    # Any other path could point outside the pack, or to an address that would be fetched.
    if paths != wanted:
        found = ", ".join(paths) or "nothing"
        return [f"{descriptor}: 'resources' lists {found}; expected {', '.join(wanted)}."]
    if is_large(folder):
        content["resources"] = [one for one in resources if one["path"] != rows]
    return _breaches(folder, content)


def _breaches(folder: Path, content: dict[str, Any]) -> list[str]:
    import frictionless

    package = frictionless.Package.from_descriptor(content, basepath=str(folder))
    report = package.validate()
    problems = [f"{folder / DESCRIPTOR}: {error.message}" for error in report.errors]
    for task in report.tasks:
        for error in task.errors:
            line = getattr(error, "row_number", None)
            file = Path(str(task.place)).name
            place = folder / file if file in COLUMNS else folder / DESCRIPTOR
            problems.append(
                f"{place}:{line}: {error.message}" if line else f"{place}: {error.message}"
            )
    return problems
