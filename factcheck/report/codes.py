"""Every finding code: what it means, why it matters, an example and how to fix it.

FC0 supported, FC1 not settled, FC2 contradicted, FC3 within one article, FC4 between articles,
FC5 about the ignores themselves.
A code keeps its meaning for ever; new meanings get new numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.model import Cause, Relation, Status
from factcheck.report.levels import RELATION_CODES, Level
from factcheck.report.pages import PAGES


@dataclass(frozen=True, slots=True)
class Code:
    """One finding code and its page."""

    code: str
    status: Status | None
    """None for codes about more or less than one claim: FC3, FC4 and FC5."""
    cause: Cause | Relation | None
    level: Level
    """The gravest it can be; inside quotation marks an error is a warning."""
    title: str
    checks: str
    why: str
    fires: str
    """An example that gets this code, with the reference figure it is held against."""
    silent: str
    """A close relative of the example that does not get it."""
    fix: str

    @property
    def name(self) -> str:
        """The short name printed after the code: the cause, else the status."""
        return str(self.cause or self.status or _NAMES[self.code])


INCONSISTENCY = "FC301"
UNUSED_IGNORE = "FC501"

_NAMES = {INCONSISTENCY: "inconsistency", UNUSED_IGNORE: "unused_ignore"}

_STATUSES: dict[Status, tuple[Level, dict[Cause | None, str]]] = {
    Status.SUPPORTED: (
        Level.NONE,
        {
            None: "FC000",
            Cause.ROUNDING: "FC001",
            Cause.SUPERSEDED: "FC002",
            Cause.CONFLICTING_REFERENCE: "FC003",
        },
    ),
    Status.AMBIGUOUS: (Level.WARNING, {Cause.SEVERAL_CANDIDATES: "FC101"}),
    Status.UNVERIFIABLE: (
        Level.NOTE,
        {Cause.NO_REFERENCE: "FC110", Cause.NO_PERIOD: "FC111", Cause.NO_UNIT: "FC112"},
    ),
    Status.NOT_CHECKABLE: (
        Level.NONE,
        {Cause.OPINION: "FC120", Cause.FORECAST: "FC121", Cause.HYPOTHETICAL: "FC122"},
    ),
    Status.CONTRADICTED: (
        Level.ERROR,
        {
            Cause.VALUE_MISMATCH: "FC201",
            Cause.WRONG_PERIOD: "FC203",
            Cause.SWAPPED: "FC204",
            Cause.WRONG_MEASURE: "FC205",
            Cause.WRONG_EDITION: "FC206",
            Cause.WRONG_UNIT: "FC207",
            Cause.WRONG_SCALE: "FC208",
            Cause.WRONG_DIRECTION: "FC209",
            Cause.TRANSPOSED_DIGITS: "FC210",
            Cause.WRONG_HEDGE: "FC211",
            Cause.WRONG_ENTITY: "FC212",
            Cause.ARITHMETIC: "FC213",
        },
    ),
}

_REVIEWED = ("FC002", "FC003")
"""Supported, yet an editor should see them."""


def code_for(status: Status, cause: Cause | None) -> str:
    """Return the code of a verdict. Raises `KeyError` for a cause that its status cannot have."""
    return _STATUSES[status][1][cause]


def _entry(code: str, status: Status | None, cause: Cause | Relation | None, level: Level) -> Code:
    return Code(code, status, cause, level, **PAGES[code])


def _table() -> dict[str, Code]:
    entries = [
        _entry(code, status, cause, Level.WARNING if code in _REVIEWED else level)
        for status, (level, causes) in _STATUSES.items()
        for cause, code in causes.items()
    ]
    entries += [_entry(code, None, None, Level.WARNING) for code in _NAMES]
    for relation, code in RELATION_CODES.items():
        level = Level.WARNING if relation is Relation.CONFLICT else Level.NOTE
        entries.append(_entry(code, None, relation, level))
    return {entry.code: entry for entry in sorted(entries, key=lambda entry: entry.code)}


CODES: dict[str, Code] = _table()
"""All codes in order."""
