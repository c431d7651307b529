"""Write a pack in its one canonical form: CSV files in the order of their keys."""

from __future__ import annotations

import json
from pathlib import Path

from factcheck.errors import BadReference
from factcheck.reference.database import workshop
from factcheck.reference.large.files import CSV
from factcheck.reference.pack import DESCRIPTOR, read_pack
from factcheck.reference.write import (
    Contents,
    load_old,
    put_in_place,
    write_contents,
    write_rows,
)


def export_pack(folder: Path, output: Path) -> int:
    """Returns the number of observations. Raises BadReference for a bad pack, or where `output`
    exists."""
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

        def fill(made: Path) -> None:
            write_contents(made, contents, CSV)
            write_rows(con, "old_rows", made / CSV)

        put_in_place(output, fill)
        row = con.execute("SELECT count(*) FROM old_rows").fetchone()
    return int(row[0]) if row else 0
