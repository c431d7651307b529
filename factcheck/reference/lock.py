"""Lock files: the hashes of packs as somebody approved them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from factcheck import json_text
from factcheck.errors import BadReference
from factcheck.model import Pack
from factcheck.reference.importing import file_digest
from factcheck.reference.large.files import files

VERSION = 1
"""Of the layout of the lock file."""


def locked(packs: Sequence[tuple[Path, Pack]]) -> str:
    """The lock file for packs as they are, as JSON text."""
    content = {
        pack.name: {
            "version": pack.version,
            "sha256": pack.sha256,
            "files": {name: file_digest(path) for name, path in files(folder)},
        }
        for folder, pack in packs
    }
    return json.dumps({"lock_version": VERSION, "packs": content}, indent=2, sort_keys=True) + "\n"


def read_lock(path: Path) -> dict[str, Any]:
    """Pack name -> what is locked. Raises BadReference where the file is none of ours."""
    try:
        content = json_text.parse(path.read_text("utf-8"))
    except FileNotFoundError:
        raise BadReference(
            [f"{path}: no such file; expected a lock file (factcheck reference lock)."]
        ) from None
    except json_text.NoJson as error:
        found = f"no JSON ({error})"
        raise BadReference([f"{path}: {found}; expected a lock file as JSON."]) from None
    except (OSError, ValueError) as error:
        raise BadReference([f"{path}: {error}; expected a lock file as JSON."]) from None
    if not isinstance(content, dict) or content.get("lock_version") != VERSION:
        raise BadReference([f"{path}: no lock_version {VERSION}; expected a lock file."])
    packs: dict[str, Any] = content["packs"]
    return packs


def drift(path: Path, packs: Sequence[tuple[Path, Pack]]) -> list[str]:
    """One line for each file that is not as the lock file `path` has it."""
    known = read_lock(path)
    problems = []
    for folder, pack in packs:
        if pack.name not in known:
            problems.append(f"{folder}: pack {pack.name!r} is not in {path}; expected it locked.")
            continue
        before = known[pack.name]["files"]
        now = {name: file_digest(file) for name, file in files(folder)}
        for name in sorted(before.keys() | now.keys()):
            if name not in now:
                problems.append(f"{folder / name}: no such file; expected one, it is locked.")
            elif name not in before:
                problems.append(f"{folder / name}: not in {path}; expected only what is locked.")
            elif before[name] != now[name]:
                problems.append(
                    f"{folder / name}: sha256 {now[name][:12]}…; expected {before[name][:12]}…"
                    f" as in {path}."
                )
    return problems
