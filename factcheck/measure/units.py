"""The unit table: ids, kinds, spellings in the press, and factors within one dimension."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.measure.currencies import CURRENCIES
from factcheck.measure.unit_table import CODES, TABLE
from factcheck.model import Kind


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that figures are stated in."""

    id: str
    kind: Kind
    dimension: str
    """Units of one dimension convert into each other; the id itself where nothing else does."""
    factor: Decimal = Decimal(1)
    """Worth of one unit in the base unit of its dimension (the row with factor 1)."""
    forms: tuple[str, ...] = ()
    """Spellings after a number. Plural s is understood; case counts only in forms with capitals."""


def _rows(table: str) -> Iterator[Unit]:
    kind, dimension = Kind.COUNT, ""
    for line in re.sub(r"\n +", " | ", table).strip().splitlines():
        if line.startswith("["):
            word, dimension = line.strip("[]").split()
            kind = Kind(word)
            continue
        unit, factor, *rest = line.split(None, 2)
        forms = (form.strip() for form in "".join(rest).split("|"))
        yield Unit(unit, kind, dimension, Decimal(factor), tuple(filter(None, forms)))


UNITS: dict[str, Unit] = {unit.id: unit for unit in _rows(TABLE)} | {
    code: Unit(code, Kind.MONEY, code, forms=names) for code, names in CURRENCIES.items()
}
"""Every unit by id; currencies by their ISO 4217 code, each a dimension of its own."""


def _coded(table: str) -> Iterator[Unit]:
    for pair in re.split(r"[|\n]", table.strip()):
        code, unit = pair.split()
        yield replace(UNITS[unit], id=code, forms=())


UNITS |= {unit.id: unit for unit in _coded(CODES)}

MINOR = {"cents": "USD", "cent": "EUR", "pence": "GBP", "penny": "GBP", "p": "GBP", "sen": "MYR"}
"""Hundredths of a currency. "41 cent" without an s is the official plural of the euro's."""


def _variants() -> dict[str, str]:
    forms: dict[str, str] = {}
    for unit in UNITS.values():
        for form in unit.forms:
            forms.setdefault(form, unit.id)
            if len(form) > 2 and form.split()[-1].islower() and form[-1] not in "s.%²³0":
                forms.setdefault(form + "s", unit.id)
    return forms


FORMS = _variants()
"""Spelling (plurals included) to unit id."""


def _alternatives() -> str:
    """Longest first; signs of one or two letters and forms with capitals keep their case.

    Grouped by first letter: the engine then leaves out at once what cannot match.
    """
    groups: dict[str, list[str]] = {}
    for form in sorted(FORMS, key=lambda form: (-len(form), form)):
        rest = re.escape(form[1:]).replace(r"\ ", r"\s+").replace(r"\-", "[-‑]")
        if len(form) <= 2 or not form.islower():
            groups.setdefault(form[0], []).append(rest)
        else:
            for letter in sorted({form[0], form[0].upper()}):
                groups.setdefault(letter, []).append(f"(?i:{rest})")
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in groups.items())


AFTER = re.compile(rf"[\s-]?[\s]?(?P<form>{_alternatives()})(?![A-Za-z0-9²³])")
"""A unit right after a number. `unit_id` of the group "form" names it."""


def unit_id(form: str) -> str:
    """Unit id of a spelling that AFTER matched. Raises KeyError on any other."""
    words = re.sub(r"\s+", " ", form).replace("‑", "-")
    return FORMS.get(words) or FORMS[words.lower()]


def same_dimension(one: str, other: str) -> bool:
    """Whether two unit ids convert into each other; unknown ids only into themselves."""
    if one in UNITS and other in UNITS:
        return UNITS[one].dimension == UNITS[other].dimension
    return one == other


def convert(value: Decimal, source: str, target: str) -> Decimal:
    """`value` in unit `source`, told in `target`. Raises ValueError across dimensions."""
    if source == target:
        return value
    if not same_dimension(source, target):
        raise ValueError(f"{source} does not convert into {target}")
    return value * UNITS[source].factor / UNITS[target].factor


ALIKE = (
    {"mass", "CO2", "CO2e"},
    {"mass_per_person", "mass"},
    {"mass_per_energy", "mass"},
    {"mass_per_energy", "CO2"},
    {"mass", "yield"},
)
"""Dimensions that the press writes with one word: "tonnes" may be of CO2, "kilograms" per head,
"grams" per kilowatt-hour."""


def comparable(one: str, other: str) -> bool:
    """Whether figures in the two units may be held against each other."""
    if one not in UNITS or other not in UNITS:
        return one == other
    dimensions = {UNITS[one].dimension, UNITS[other].dimension}
    return len(dimensions) == 1 or any(dimensions <= alike for alike in ALIKE)


def same_unit(one: str, other: str) -> bool:
    """Whether two names stand for one unit ("tonnes" and "t")."""
    return one == other or (comparable(one, other) and told_in(Decimal(1), one, other) == 1)


def told_in(value: Decimal, source: str, target: str) -> Decimal:
    """`value` in unit `source`, told in a `comparable` one. Multiplied first: no rounded factor."""
    if source == target:
        return value
    return value * UNITS[source].factor / UNITS[target].factor
