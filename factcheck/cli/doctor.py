"""`factcheck doctor`: what a run here would use, where each setting comes from, what is amiss."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from factcheck import __version__, settings
from factcheck.cli import options
from factcheck.errors import FactcheckError

PACKAGES = ("spacy", "rapidfuzz", "numpy", "tokenizers", "trafilatura", "pypdfium2", "python-docx")
"""Those whose version can change a result or decides what can be read."""

Rows = Iterator[tuple[str, str]]


@click.command(short_help="Show settings, packs, model and versions, and what is amiss.")
@options.CONFIG
@options.REFERENCE
@options.ARTICLE
@options.MATCHING
@options.OUTPUT
@options.LIMITS
@options.GATE
@click.pass_context
def doctor(ctx: click.Context, /, **chosen: Any) -> int:
    """Show every setting and where it comes from, the packs, the model and the versions.

    Takes the options of `factcheck check`, to show what they would do. Exit: 0 all is well, 2
    something is missing or cannot be used.
    """
    problems: list[str] = []
    click.echo(f"factcheck {__version__}, Python {platform.python_version()}, {platform.system()}")
    _section("Settings", _settings(ctx, chosen))
    _section("Reference packs", _packs(chosen, problems))
    _section("Model", _model(problems))
    _section("Reads", _formats())
    _section("Versions", _versions(problems))
    for problem in problems:
        click.echo(f"error: {problem}", err=True)
    return 2 if problems else 0


def _section(title: str, rows: Rows) -> None:
    found = list(rows)
    width = max((len(name) for name, _ in found), default=0)
    click.echo(f"\n{title}")
    for name, words in found:
        click.echo(f"  {name:{width}}  {words}")


def _settings(ctx: click.Context, chosen: dict[str, Any]) -> Rows:
    """Value and origin of every setting that a file may hold."""
    in_file: dict[str, settings.Setting] = ctx.meta.get(options.SETTINGS, {})
    for key in settings.KEYS:
        name = key.replace("-", "_")
        source = ctx.get_parameter_source(name)
        if source is ParameterSource.COMMANDLINE:
            origin = f"--{key}"
        elif source is ParameterSource.ENVIRONMENT:
            origin = "FACTCHECK_" + name.upper()
        elif key in in_file:
            origin = f"{in_file[key].path}:{in_file[key].line}"
        else:
            origin = "default"
        yield key, f"{_shown(chosen[name])}  ({origin})"


def _shown(value: Any) -> str:
    if value is None or value == ():
        return "-"
    if isinstance(value, bool):
        return str(value).lower()
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _packs(chosen: dict[str, Any], problems: list[str]) -> Rows:
    from factcheck.errors import BadReference
    from factcheck.reference.store import load_packs

    try:
        packs = load_packs(chosen["reference"] or None).packs
    except BadReference as error:
        problems += error.problems
        return
    for pack in packs:
        counted = f"{len(pack.indicators)} indicators, {len(pack.observations)} observations"
        yield f"{pack.name} {pack.version}", f"{counted}, sha256 {pack.sha256[:12]}"


def _model(problems: list[str]) -> Rows:
    from factcheck.cli.check import cache
    from factcheck.match.model_files import MODEL_SHA256, model_folder

    try:
        yield "all-MiniLM-L6-v2", f"{model_folder()}, sha256 {MODEL_SHA256[:12]}"
    except FactcheckError as error:
        problems.append(str(error))
    yield "vectors kept in", str(cache() or "nowhere")


def _formats() -> Rows:
    from factcheck.articles.registry import MANY, SUFFIXES, known_suffixes

    yield "articles", " ".join(SUFFIXES)
    yield "many articles", " ".join(MANY)
    yield "added by packages", " ".join(s for s in known_suffixes() if s not in SUFFIXES) or "-"


def _versions(problems: list[str]) -> Rows:
    for package in PACKAGES:
        try:
            yield package, version(package)
        except PackageNotFoundError:
            problems.append(f"{package} is not installed. Reinstall factcheck-news.")
    yield "factcheck", str(Path(__file__).parents[1])
