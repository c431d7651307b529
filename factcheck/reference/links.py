"""Check what one cell of a pack says against others: keys, values and units, names borne twice."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.reference.cells import is_value, split_aliases
from factcheck.reference.tables import Reader, Row, Table

ROWS, ENTITIES = "observations.csv", "entities.csv"

FOREIGN_KEYS = {"indicator": "indicators.csv", "entity": ENTITIES, "source": "sources.csv"}
"""Column of an observation -> the file that lists what may stand there."""


def check_links(reader: Reader, tables: Mapping[str, Table | None]) -> None:
    """Note every cell that does not agree with the rest of the pack.

    `tables` holds None for a file that could not be read; what depends on it is left unchecked.
    """
    known = {
        column: {row[column] for _, row in table}
        for column, file in FOREIGN_KEYS.items()
        if (table := tables[file]) is not None
    }
    for line, row in tables[ROWS] or []:
        for column, names in known.items():
            if row[column] not in names:
                wanted = f"one that {FOREIGN_KEYS[column]} lists"
                reader.wrong_cell(ROWS, line, column, row[column], wanted)
        _check_value(reader, line, row)
    _check_names(reader, tables[ENTITIES] or [])


def _check_value(reader: Reader, line: int, row: Row) -> None:
    """An empty cell is in order: the publisher gives no value."""
    value, unit = row["value"], row["unit"]
    if value and not is_value(value, unit):
        wanted = "a day such as 2026-04-13" if unit == "date" else f"a number in {unit}"
        reader.wrong_cell(ROWS, line, "value", value, wanted)


def _check_names(reader: Reader, entities: Table) -> None:
    """A name or alias that two entities bear would settle who a figure is about by chance."""
    bearers = {row["entity"]: line for line, row in entities}
    for line, row in entities:
        for alias in split_aliases(row["aliases"]):
            first = bearers.setdefault(alias, line)
            if first != line:
                wanted = f"names that line {first} does not bear"
                reader.wrong_cell(ENTITIES, line, "aliases", alias, wanted)
