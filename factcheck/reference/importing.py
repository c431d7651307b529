"""Import a publisher's file as a new pack, or as the next edition of one."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import BadReference
from factcheck.model import Source
from factcheck.reference.cells import COLUMNS, DURATION, is_date
from factcheck.reference.database import workshop
from factcheck.reference.export import export_pack
from factcheck.reference.importers import Importer, find_importer
from factcheck.reference.importers.append import Appended, append
from factcheck.reference.importers.assemble import Draft, Edition, assemble
from factcheck.reference.importers.describe import slugged
from factcheck.reference.importers.interface import Intake, Options, Origin, named
from factcheck.reference.large.files import CSV, PARQUET
from factcheck.reference.pack import DESCRIPTOR, read_pack
from factcheck.reference.write import (
    LARGE,
    ROWS,
    Contents,
    load_old,
    put_in_place,
    write_contents,
    write_rows,
)

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CHUNK, QUICK = 1 << 20, 1 << 24
"""Bytes: read at a time; of tables small enough to look on for what else is wrong."""
SOURCE_SLUG = 40
"""Characters of a title that go into the identifier of a source."""


@dataclass(frozen=True, slots=True)
class Request:
    """One import. Empty texts: as the file says."""

    path: Path
    folder: Path
    """The pack: made where it does not exist, else the edition is appended to it."""
    options: Options = field(default_factory=Options)
    format: str | None = None
    title: str = ""
    edition: str = ""
    quality: str = "primary"
    origin: Origin = field(default_factory=Origin)
    """What is said of the source on the command line; it beats what the file says."""
    today: str = ""
    """ISO day of the import: the file was retrieved then, where nothing else is said."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    format: str
    rows: int
    indicators: int
    entities: int
    empty: int
    shown: tuple[str, ...]
    left_out: tuple[str, ...]
    appended: Appended | None
    lacking: tuple[str, ...]
    """What nobody said of the source: url, licence …"""


def import_file(request: Request) -> Imported:
    """A reference pack is taken over as it is, in canonical form.

    Raises BadReference, with every problem at once, before anything is written.
    """
    if request.folder.exists() and not request.folder.is_dir():
        raise BadReference([f"{request.folder}: a file; expected a folder for the pack."])
    if is_pack(request.path):
        return _take_over(request.path, request.folder)
    importer = find_importer(request.path, request.format)
    beside = request.folder.parent
    beside.mkdir(parents=True, exist_ok=True)
    with workshop(beside) as (con, work):
        intake = _read(importer, request, work)
        intake.origin = _origin(request, intake)
        edition = _edition(request, intake.origin)
        draft = _assembled(con, work, intake, request, edition)
        if (request.folder / DESCRIPTOR).exists():
            added = _append(con, work, request.folder, draft, edition)
        else:
            added = None
            _make(con, request, intake, draft)
    return _told(importer.NAME, intake, draft, added)


def _read(importer: Importer, request: Request, work: Path) -> Intake:
    try:
        return importer.read(request.path, request.options, work)
    except BadReference as error:
        undated = getattr(importer, "UNDATED", False)
        unsaid = _unsaid(request, request.origin) if undated else []
        raise BadReference([*error.problems, *unsaid]) from None


def _assembled(
    con: DuckDBPyConnection, work: Path, intake: Intake, request: Request, edition: Edition
) -> Draft:
    """Raises BadReference with what is wrong with the file and what was not said of it."""
    unsaid = _unsaid(request, intake.origin)
    size = sum(table.grid.copy.stat().st_size for table in intake.tables)
    if intake.problems or (unsaid and size > QUICK):
        raise BadReference([*intake.problems, *unsaid])
    try:
        draft = assemble(con, work, intake, request.options, edition)
    except BadReference as error:
        raise BadReference([*unsaid, *error.problems]) from None
    if unsaid:
        raise BadReference(unsaid)
    return draft


def is_pack(path: Path) -> bool:
    """Whether a folder is a reference pack, by the files that its descriptor lists."""
    try:
        resources = json.loads((path / DESCRIPTOR).read_text("utf-8-sig"))["resources"]
        files = {str(one["path"]).replace(PARQUET, CSV) for one in resources}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return False
    return files == set(COLUMNS)


def _take_over(path: Path, folder: Path) -> Imported:
    rows = export_pack(path, folder, as_parquet=True)
    pack = read_pack(path)
    sizes = rows, len(pack.indicators), len(pack.entities), 0
    return Imported("reference pack", *sizes, (), (), None, ())


def _told(name: str, intake: Intake, draft: Draft, added: Appended | None) -> Imported:
    source = draft.source
    said = {"--publisher": source.publisher, "--url": source.url, "--licence": source.licence}
    return Imported(
        name,
        draft.rows,
        len(draft.indicators),
        len(draft.entities),
        draft.empty,
        tuple(intake.shown),
        draft.left_out,
        added,
        tuple(option for option, value in said.items() if not value),
    )


def _origin(request: Request, intake: Intake) -> Origin:
    said, found = request.origin, intake.origin
    fields = Origin.__dataclass_fields__
    merged = {name: getattr(said, name) or getattr(found, name) for name in fields}
    merged["retrieved"] = merged["retrieved"] or request.today
    merged["title"] = said.title or found.title or named(request.path)
    return Origin(**merged)


def _unsaid(request: Request, origin: Origin) -> list[str]:
    problems = []
    if not is_date(origin.published):
        problems.append(
            f"{request.path}: no day on which these figures were published;"
            " expected --published, such as 2026-03-01."
        )
    if not DURATION.fullmatch(origin.expected):
        problems.append(
            f"--expected holds {origin.expected!r}; expected an ISO 8601 duration such as P1Y."
        )
    return problems


def _edition(request: Request, origin: Origin) -> Edition:
    slug = slugged(origin.title)[:SOURCE_SLUG].strip("_")
    source = Source(
        id=f"{slug}_{origin.published.replace('-', '_')}",
        title=origin.title,
        publisher=origin.publisher,
        url=origin.url,
        quality=request.quality,
        retrieved=origin.retrieved,
        licence=origin.licence,
        sha256=file_digest(request.path),
        expected=origin.expected,
    )
    return Edition(request.edition or origin.published[:4], origin.published, source)


def file_digest(path: Path) -> str:
    """SHA-256 of a file; of a folder, over names and contents in name order."""
    total = hashlib.sha256()
    files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    for one in files:
        if path.is_dir():
            total.update(f"{one.relative_to(path).as_posix()}\0".encode())
        with one.open("rb") as content:
            while chunk := content.read(CHUNK):
                total.update(chunk)
    return total.hexdigest()


def _make(con: DuckDBPyConnection, request: Request, intake: Intake, draft: Draft) -> None:
    title = request.title or intake.origin.title
    head = {
        "name": slugged(request.folder.name).replace("_", "-"),
        "version": intake.origin.published,
        "title": title,
    }
    contents = Contents(head, draft.indicators, draft.entities, [draft.source])
    observations = PARQUET if draft.rows > LARGE else CSV

    def fill(folder: Path) -> None:
        write_contents(folder, contents, observations)
        write_rows(con, "observations", folder / observations)
        _check(folder)

    put_in_place(request.folder, fill)


def _append(
    con: DuckDBPyConnection, work: Path, folder: Path, draft: Draft, edition: Edition
) -> Appended:
    old = read_contents(folder)
    load_old(con, folder)
    columns = ", ".join(f"coalesce({one}::VARCHAR, '') AS {one}" for one in ROWS)
    con.execute(
        f"CREATE TABLE edition AS SELECT {columns} FROM observations;"
        " DROP VIEW observations; ALTER TABLE edition RENAME TO observations"
    )
    contents, added = append(con, work, folder, old, draft, edition.published)
    if not (added.new or added.revised):
        return added
    observations = PARQUET if (folder / PARQUET).exists() else CSV

    def fill(made: Path) -> None:
        write_contents(made, contents, observations)
        if observations == CSV:
            write_rows(con, "observations", made / CSV)
            lines = (made / CSV).read_bytes().split(b"\n", 1)[1]
            before = (folder / CSV).read_bytes()
            (made / CSV).write_bytes(before + (b"" if before.endswith(b"\n") else b"\n") + lines)
        else:
            both = "(FROM old_rows UNION ALL BY NAME FROM observations)"
            write_rows(con, both, made / PARQUET)
        _check(made)

    put_in_place(folder, fill)
    return added


def read_contents(folder: Path) -> Contents:
    """The small tables of a pack and the head of its descriptor. Raises BadReference."""
    pack = read_pack(folder)
    head = json.loads((folder / DESCRIPTOR).read_text("utf-8-sig"))
    head.pop("resources", None)
    return Contents(head, pack.indicators, pack.entities, pack.sources)


def _check(folder: Path) -> None:
    """What was made must read as any other pack; anything else is our fault, and not kept."""
    read_pack(folder)
