"""The configuration file: which keys there are, where it is looked for, what it may hold.

The nearest file counts, and nothing is merged with those above it, unless it says so itself:
`extend = "../factcheck.toml"` takes what another file sets and this one does not.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.errors import BadSetting

FILE = "factcheck.toml"
PYPROJECT = "pyproject.toml"

FORMATS = ("text", "concise", "json", "jsonl", "sarif", "github", "junit", "csv", "html")
FAIL_ON = ("contradicted", "review", "never")
SEMANTIC = ("auto", "always", "never")
COLOR = ("auto", "always", "never")

KEYS: dict[str, type | tuple[str, ...]] = {
    "reference": list,
    "output-format": FORMATS,
    "outlet": str,
    "select": list,
    "ignore": list,
    "fail-on": FAIL_ON,
    "exit-zero": bool,
    "baseline": str,
    "ignore-file": str,
    "semantic": SEMANTIC,
    "spacy-model": str,
    "color": COLOR,
    "max-file-size": int,
    "max-text-length": int,
    "max-numbers": int,
}
"""Keys of the file, named as the options; a tuple lists the values a key may have."""

EXTEND = "extend"
"""Key that names another file, relative to the folder of this one."""

PATHS = ("reference", "baseline", "ignore-file", EXTEND)
"""Keys whose values are paths, relative to the folder of the file."""

_PLACED = re.compile(r"(.*) \(at line (\d+), column \d+\)", re.DOTALL)
"""What tomllib says of a mistake, and where."""

_WANTED: dict[Any, str] = {list: "a list of strings", str: "a string", bool: "true or false"}
_WANTED[int] = "a whole number above 0"


def find_settings(folder: Path) -> Path | None:
    """Return the nearest configuration file in `folder` or above it, else None.

    A `pyproject.toml` without a `[tool.factcheck]` table is passed over. Raises `BadSetting` where
    one cannot be parsed.
    """
    for place in (folder.resolve(), *folder.resolve().parents):
        if (place / FILE).is_file():
            return place / FILE
        pyproject = place / PYPROJECT
        if pyproject.is_file() and _own_table(pyproject) is not None:
            return pyproject
    return None


def _own_table(pyproject: Path) -> Any:
    """What stands under `[tool.factcheck]`; None where there is no such table."""
    tools = _parse(pyproject).get("tool")
    return tools.get("factcheck") if isinstance(tools, dict) else None


@dataclass(frozen=True, slots=True)
class Setting:
    """What a key is set to, and where."""

    value: Any
    path: Path
    line: int
    """1-based; 1 where the key cannot be seen."""


def load_settings(path: Path, extending: tuple[Path, ...] = ()) -> dict[str, Setting]:
    """Return the settings of a file and of those it extends, checked.

    Paths are made relative to the folder of the file that sets them. `extending`: the files that
    led here. Raises `BadSetting` naming file, line, what stands there and what was expected.
    """
    table = (_own_table(path) or {}) if path.name == PYPROJECT else _parse(path)
    if not isinstance(table, dict):
        what = f"tool.factcheck is {_shown(table)}"
        raise BadSetting(f"{path}: {what}; expected a table of settings. [bad-setting]")
    found = {
        key: Setting(_checked(path, key, value), path, _line_of(path, key))
        for key, value in table.items()
    }
    base = found.pop(EXTEND, None)
    if base is None:
        return found
    chain = (*extending, path.resolve())
    if Path(base.value).resolve() in chain:
        raise BadSetting(
            f"{path}:{base.line}: 'extend' leads back to {base.value};"
            " expected a file that does not extend this one. [bad-setting]"
        )
    return load_settings(Path(base.value), chain) | found


def _parse(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise BadSetting(f"{path}: {reason}; expected a TOML file. [bad-setting]") from None
    except RecursionError:
        what = "nested too deeply"
        raise BadSetting(f"{path}: {what}; expected a TOML file. [bad-setting]") from None
    except ValueError as error:
        found = _PLACED.fullmatch(str(error))
        what, line = (found[1], f":{found[2]}") if found else (str(error), "")
        raise BadSetting(f"{path}{line}: {what}; expected a TOML file. [bad-setting]") from None


def _checked(path: Path, key: str, value: Any) -> Any:
    where = f"{path}:{_line_of(path, key)}"
    kinds = {**KEYS, EXTEND: str}
    if key not in kinds:
        near = difflib.get_close_matches(key.replace("_", "-"), kinds, n=3, cutoff=0.5)
        wanted = f"nearest known keys: {', '.join(near)}" if near else _one_of(tuple(KEYS))
        raise BadSetting(f"{where}: unknown key {key!r}; {wanted}. [bad-setting]")
    kind = kinds[key]
    wanted = _one_of(kind) if isinstance(kind, tuple) else f"expected {_WANTED[kind]}"
    fits = value in kind if isinstance(kind, tuple) else isinstance(value, kind)
    if kind is int:
        fits = type(value) is int and value > 0
    if kind is list and fits:
        fits = all(isinstance(one, str) for one in value)
    if not fits or (key in PATHS and "\0" in "".join(value)):
        raise BadSetting(f"{where}: {key!r} is {_shown(value)}; {wanted}. [bad-setting]")
    return _placed(path, value) if key in PATHS else value


def _placed(path: Path, value: str | list[str]) -> str | list[str]:
    if isinstance(value, list):
        return [str(path.parent / one) for one in value]
    return str(path.parent / value)


def _line_of(path: Path, key: str) -> int:
    """Line of the file on which a key is set, counted from 1; 1 where it cannot be seen."""
    lines = path.read_text("utf-8").splitlines()
    start = next((n for n, line in enumerate(lines) if "[tool.factcheck" in line), 0)
    spelled = re.compile(rf"\s*(?:\[.*\b)?[\"']?{re.escape(key)}[\"']?\s*[=\].]")
    return next((n + 1 for n, line in enumerate(lines) if n >= start and spelled.match(line)), 1)


def _one_of(values: tuple[str, ...]) -> str:
    return f"expected one of {', '.join(values)}"


def _shown(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else repr(value)
