"""`factcheck check --watch`: check again whenever an article changes, until interrupted."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import click

from factcheck.errors import FactcheckError

TURN = 200
"""Milliseconds after which an unchanged folder is looked at again."""


def watch(paths: Sequence[str], check: Callable[[], int]) -> int:
    """Call `check` now and after each change, until interrupted; return 0.

    A file is watched by its folder: many editors save by putting a new file in its place. A
    mistake in a pack or setting is told, and the next change tries again.
    """
    from watchfiles import watch as changes

    logging.getLogger("watchfiles").setLevel(logging.ERROR)  # else it tells of every Ctrl+C
    folders, files = _named(paths)
    places = sorted(folders | {file.parent for file in files})
    seen = changes(
        *places,
        watch_filter=_filter(folders, files),
        raise_interrupt=False,
        yield_on_timeout=True,
        rust_timeout=TURN,
    )
    next(seen)  # from here on it is watched: what changes during the first check is not missed
    with suppress(KeyboardInterrupt):
        _told(check)
        click.echo(f"Watching {', '.join(map(str, paths))}; Ctrl+C ends.", err=True)
        for changed in filter(None, seen):
            if sys.stdout.isatty():
                click.clear()
            names = ", ".join(sorted({Path(path).name for _, path in changed}))
            click.echo(f"Changed: {names}", err=True)
            _told(check)
    return 0


def _told(check: Callable[[], int]) -> None:
    try:
        check()
    except (FactcheckError, click.ClickException) as error:
        click.echo(f"error: {error}", err=True)


def _named(paths: Sequence[str]) -> tuple[set[Path], set[Path]]:
    """Folders and files."""
    for path in paths:
        if not Path(path).exists():
            raise click.UsageError(f"--watch: {path}: expected files or folders.")
    places = {Path(path).resolve() for path in paths}
    folders = {place for place in places if place.is_dir()}
    return folders, places - folders


def _filter(folders: set[Path], files: set[Path]) -> Callable[[object, str], bool]:
    """Whether a change is one of an article."""
    from factcheck.articles.registry import known_suffixes

    suffixes = known_suffixes()

    def is_article(change: object, path: str) -> bool:
        place = Path(path)
        below = any(place.is_relative_to(folder) for folder in folders)
        return place in files or (below and place.suffix.lower() in suffixes)

    return is_article
