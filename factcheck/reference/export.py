"""Write a pack in its one canonical form: CSV files in the order of their keys."""

from __future__ import annotations

import json
from pathlib import Path

from factcheck.errors import BadReference
from factcheck.reference.database import workshop
from factcheck.reference.large.files import CSV, PARQUET
from factcheck.reference.pack import DESCRIPTOR, read_pack
from factcheck.reference.write import (
    LARGE,
    Contents,
    load_old,
    put_in_place,
    write_contents,
    write_rows,
)


def export_pack(folder: Path, output: Path, *, as_parquet: bool = False) -> int:
    """Returns the number of observations. `as_parquet`: keep those of a large pack in Parquet.

    Raises BadReference for a bad pack, or where `output` exists.
    """
    if output.exists():
        raise BadReference([f"{output}: exists; expected a new folder."])
    pack = read_pack(folder)
    head = json.loads((folder / DESCRIPTOR).read_text("utf-8-sig"))
    head.pop("resources", None)
    contents = Contents(
        head,
        sorted(pack.indicators, key=lambda one: one.id),
        sorted(pack.entities, key=lambda one: one.name),
        sorted(pack.sources, key=lambda one: one.id),
    )
    output.parent.mkdir(parents=True, exist_ok=True)
    with workshop(output.parent) as (con, _):
        load_old(con, folder)
        row = con.execute("SELECT count(*) FROM old_rows").fetchone()
        count = int(row[0]) if row else 0
        observations = PARQUET if as_parquet and count > LARGE else CSV

        def fill(made: Path) -> None:
            write_contents(made, contents, observations)
            write_rows(con, "old_rows", made / observations)

        put_in_place(output, fill)
    return count
