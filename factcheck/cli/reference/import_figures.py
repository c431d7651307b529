"""`factcheck reference import`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.options import Day
from factcheck.reference.cells import ENTITY_TYPES, QUALITIES

if TYPE_CHECKING:
    from factcheck.reference.importing import Imported, Request

INCOMPLETE = 3
"""Exit code where some rows could not be imported; the rest is a pack that can be used."""
LISTED = 50
"""Lines of what was left out that go to the screen."""


def _pairs(ctx: click.Context, param: click.Parameter, texts: Sequence[str]) -> dict[str, str]:
    """NAME=TEXT options as a mapping; the last "=" parts them where the text has none."""
    pairs = {}
    for text in texts:
        name, sign, value = text.rpartition("=") if param.name == "units" else text.partition("=")
        if not (sign and name and value):
            raise click.BadParameter(f"{text!r} is no pair; expected NAME=TEXT.", ctx, param)
        pairs[name.strip()] = value.strip()
    return pairs


def _several(*options: Callable[..., Any]) -> Callable[..., Any]:
    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


READING = _several(
    click.option("--format", "format_", metavar="NAME", help="Importer; default: by the file."),
    click.option("--map", "columns", multiple=True, callback=_pairs, metavar="ROLE=COLUMN",
                 help="Which column is what, where it is not guessed right: indicator, entity, "
                 "code, dimension, period, value, unit or note."),
    click.option("--set", "constants", multiple=True, callback=_pairs, metavar="ROLE=TEXT",
                 help="What holds for every row, such as period=2024 or entity=France."),
    click.option("--unit", "units", multiple=True, callback=_pairs, metavar="INDICATOR=UNIT",
                 help="Unit of an indicator: percent, count, USD, TWh …"),
    click.option("--sheet", metavar="NAME", help="Sheet of an Excel workbook."),
    click.option("--fiscal-start", type=click.IntRange(1, 12), metavar="MONTH",
                 help="Month in which a fiscal year (2023/24, FY2024) starts."),
    click.option("--decimal", type=click.Choice(["point", "comma"]), help="The decimal mark."),
    click.option("--entity-type", type=click.Choice(ENTITY_TYPES),
                 help="Type of entities that are no countries."),
)  # fmt: skip

SOURCE = _several(
    click.option("--published", type=Day(), help="Day on which these figures appeared."),
    click.option("--retrieved", type=Day(), help="Day it was fetched; default: today."),
    click.option("--edition", metavar="TEXT", help="Name of the edition; default: its year."),
    click.option("--source-title", metavar="TEXT", help="Title of the publication."),
    click.option("--publisher", metavar="NAME", help="Who publishes it."),
    click.option("--url", metavar="URL", help="Where it was fetched from."),
    click.option("--licence", metavar="NAME", help="Licence, such as CC-BY-4.0."),
    click.option("--quality", type=click.Choice(QUALITIES), default="primary", show_default=True),
    click.option("--expected", metavar="DURATION", help="A newer edition is due after: P1Y, P3M."),
)  # fmt: skip


@click.command("import", short_help="Import figures as a pack, or as its next edition.")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("-o", "--output", "folder", type=click.Path(path_type=Path), required=True,
              metavar="DIR", help="The pack: made, or appended to where it exists.")  # fmt: skip
@click.option("--title", default="", metavar="TEXT", help="Title of a new pack.")
@READING
@SOURCE
def import_figures(path: Path, folder: Path, **chosen: Any) -> int:
    """Import the figures in PATH as a pack, or as the next edition of one.

    PATH is a CSV file, an Excel workbook, a World Bank, Our World in Data, SDMX or Gapminder DDF
    download, or a tabular Data Package. What was concluded is printed. An edition is appended:
    only new and revised figures are added, no row is ever changed.

    Exit: 0 all of it is imported, 3 some rows or indicators could not be (each is listed), 2
    nothing was.
    """
    from factcheck.reference.importing import import_file

    done = import_file(_request(path, folder, **chosen))
    _tell(folder, done)
    return INCOMPLETE if done.left_out else 0


def _request(path: Path, folder: Path, *, title: str, **chosen: Any) -> Request:
    from factcheck.reference.importers.interface import Options, Origin
    from factcheck.reference.importing import Request

    decimal = {"point": ".", "comma": ",", None: None}[chosen["decimal"]]
    names = ("columns", "constants", "units", "sheet", "fiscal_start", "entity_type")
    options = Options(decimal=decimal, **{name: chosen[name] for name in names})
    origin = Origin(
        title=chosen["source_title"] or "",
        published=str(chosen["published"] or ""),
        retrieved=str(chosen["retrieved"] or ""),
        **{name: chosen[name] or "" for name in ("publisher", "url", "licence", "expected")},
    )
    return Request(
        path, folder, options, chosen["format_"], title, chosen["edition"] or "",
        chosen["quality"], origin, str(date.today()),
    )  # fmt: skip


def _tell(folder: Path, done: Imported) -> None:
    click.echo(f"read as: {done.format}")
    for line in done.shown:
        click.echo(line)
    for line in done.left_out[:LISTED]:
        click.echo(f"left out: {line}", err=True)
    if len(done.left_out) > LISTED:
        rest = folder.with_name(folder.name + ".left-out.txt")
        rest.write_text("".join(f"{line}\n" for line in done.left_out), "utf-8")
        click.echo(f"left out: all {len(done.left_out):,} lines are in {rest}", err=True)
    if done.lacking:
        click.echo(f"not said of the source: {', '.join(done.lacking)}")
    added = done.appended
    if added:
        click.echo(f"{folder}: {added.new:,} new figures, {added.revised:,} revised, "
                   f"{added.same:,} unchanged")  # fmt: skip
    else:
        click.echo(f"{folder}: {done.rows:,} figures of {done.indicators:,} indicators and "
                   f"{done.entities:,} entities, {done.empty:,} cells without a value")  # fmt: skip
