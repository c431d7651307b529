"""Ignores beside the articles, keyed by fingerprint: for copy that cannot hold a comment.

A TOML file that people may edit:

    [[ignore]]
    finding = "3fa9c0de12345678"
    code = "FC203"
    reason = "agreed with the office"
    path = "story.docx"
    quote = "2.7%"

Only `finding` must be there. With `code` a graver finding about the same number is told again; with
`path` an entry that meets nothing when that article is checked is told as stale (FC501).
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from factcheck.errors import BadSetting
from factcheck.model import Notice, Report, Suppression, SuppressionKind
from factcheck.report.codes import UNUSED_IGNORE
from factcheck.suppress.marking import Spot, marked

KEYS = ("finding", "code", "reason", "path", "quote")

_ENTRY = re.compile(r"\s*\[\[\s*ignore\s*\]\]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One ignored finding, and the line of the file on which its entry begins."""

    finding: str
    line: int
    code: str | None = None
    reason: str | None = None
    path: str | None = None

    def means(self, spot: Spot) -> bool:
        return self.finding == spot.id and (self.code is None or spot.code.startswith(self.code))


def read_ignore_file(path: Path) -> list[Entry]:
    """Return the entries of an ignore file, none where there is no file yet.

    Raises `BadSetting` naming file, line, what stands there and what was expected.
    """
    try:
        text = path.read_text("utf-8")
        table = tomllib.loads(text)
    except FileNotFoundError:
        return []
    except (OSError, ValueError, RecursionError) as error:
        nested = isinstance(error, RecursionError)
        reason = "nested too deeply" if nested else str(getattr(error, "strerror", None) or error)
        raise BadSetting(f"{path}: {reason}; expected an ignore file. [bad-setting]") from None
    entries = table.get("ignore", [])
    if set(table) - {"ignore"} or not isinstance(entries, list):
        raise BadSetting(f"{path}: expected only [[ignore]] entries. [bad-setting]")
    lines = [n for n, line in enumerate(text.splitlines(), 1) if _ENTRY.match(line)]
    lines += [1] * (len(entries) - len(lines))
    return [_entry(path, line, one) for line, one in zip(lines, entries, strict=False)]


def _entry(path: Path, line: int, table: Any) -> Entry:
    wanted = f"expected strings named {', '.join(KEYS)}, of them finding at least"
    if not isinstance(table, dict) or not isinstance(table.get("finding"), str):
        raise BadSetting(f"{path}:{line}: an entry without finding; {wanted}. [bad-setting]")
    for key, value in table.items():
        if key not in KEYS or not isinstance(value, str):
            raise BadSetting(f"{path}:{line}: {key!r} is {value!r}; {wanted}. [bad-setting]")
    return Entry(line=line, **{key: value for key, value in table.items() if key != "quote"})


def entries(spots: Iterable[Spot], reason: str) -> str:
    """Return entries for `spots` as TOML, to be put at the end of an ignore file."""
    parts = []
    for spot in spots:
        first = spot.places[0] if spot.places else None
        fields = {
            "finding": spot.id,
            "code": spot.code,
            "reason": reason,
            "path": first[0].path if first else None,
            "quote": first[1].claim.quantity.quote if first else None,
        }
        lines = [f"{key} = {_quoted(value)}" for key, value in fields.items() if value is not None]
        parts.append("\n".join(["", "[[ignore]]", *lines, ""]))
    return "".join(parts)


def _quoted(value: str) -> str:
    """A string of TOML. JSON escapes all that TOML wants escaped, but for DEL."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def honour_ignore_file(report: Report, path: Path, known: Sequence[Entry]) -> Report:
    """Mark what the entries ignore, and tell those that meet nothing in an article they name."""
    used: set[Entry] = set()

    def decide(spot: Spot) -> Suppression | None:
        found = next((one for one in known if one.means(spot)), None)
        if found is None:
            return None
        used.add(found)
        return Suppression(SuppressionKind.IGNORE_FILE, found.reason)

    report = marked(report, decide)
    checked = {article.document.path for article in report.articles}
    stale = [one for one in known if one.path in checked and one not in used]
    notices = tuple(_notice(path, one) for one in stale)
    return replace(report, notices=(*report.notices, *notices))


def _notice(path: Path, one: Entry) -> Notice:
    message = f"the entry for {one.finding} meets nothing in {one.path}; take it out"
    return Notice(UNUSED_IGNORE, str(path), one.line, 1, message)
