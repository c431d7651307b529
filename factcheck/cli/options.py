"""Options that several commands share. Flags beat FACTCHECK_* variables, which beat the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from factcheck import settings
from factcheck.limits import USUAL, Limits

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class Day(click.ParamType[date]):
    """A day as ISO 8601."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date; expected one such as 2026-04-14.", param, ctx)


class Format(click.Choice[str]):
    """A format of this package, or one that an installed package adds (`factcheck.renderers`)."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from factcheck.report import added_formats

        if value not in self.choices and value in added_formats():
            return str(value)
        return super().convert(value, param, ctx)


SETTINGS = "factcheck.settings"
"""Key of `ctx.meta` under which a command finds the settings of the file, with their places."""


def _configure(ctx: click.Context, param: click.Parameter, value: Path | None) -> Path | None:
    """Make the settings of the file the defaults of the command's options."""
    path = value or settings.find_settings(Path.cwd())
    if path is not None:
        found = settings.load_settings(path)
        ctx.default_map = {key.replace("-", "_"): one.value for key, one in found.items()}
        ctx.meta[SETTINGS] = found
    return path


def _variable(option: str) -> str:
    return "FACTCHECK_" + option.strip("-").replace("-", "_").upper()


def _option(*names: str, **attrs: Any) -> Decorator:
    """An option that can also be set in the environment."""
    long = next(name for name in names if name.startswith("--")).split("/")[0]
    return click.option(*names, envvar=_variable(long), **attrs)


def _all(*decorators: Decorator) -> Decorator:
    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return decorate


FILE_FORMATS = ("text", "json", "jsonl", "sarif", "junit", "csv", "html")
"""Formats that have an option to write them beside the report itself."""

_FOLDER = click.Path(path_type=Path)


def complete_codes(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Finding codes that begin so, for the completion of a shell."""
    from factcheck.report.codes import CODES

    return [
        CompletionItem(code, help=entry.title)
        for code, entry in CODES.items()
        if code.startswith(incomplete.upper())
    ]


CONFIG = _option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    is_eager=True,
    callback=_configure,
    expose_value=False,
    help="Configuration file; default: the nearest factcheck.toml, or [tool.factcheck] of a "
    "pyproject.toml, from here upwards.",
)

REFERENCE = _option(
    "--reference",
    type=_FOLDER,
    multiple=True,
    metavar="DIR",
    help="Reference pack; repeatable. Default: every pack that factcheck ships.",
)

AS_OF = _option(
    "--as-of",
    type=Day(),
    metavar="DATE",
    help="Only with figures published by this day; default: all there are.",
)

ARTICLE = _all(
    _option("--published", type=Day(), help="Day of publication, instead of what the file says."),
    _option("--outlet", metavar="NAME", help="Outlet, instead of what the file says."),
    _option("--stdin-filename", metavar="NAME", help="What to call standard input."),
)

SEMANTIC = _option(
    "--semantic",
    type=click.Choice(settings.SEMANTIC),
    default="auto",
    show_default=True,
    help="When to compare wordings by sentence embeddings.",
)

MATCHING = _all(
    SEMANTIC,
    _option(
        "--spacy-model",
        metavar="NAME",
        help="Trained spaCy pipeline, installed or in a folder, for names that no pack lists: a "
        "number about one of them is left unverified.",
    ),
)

OUTPUT = _all(
    _option(
        "--output-format",
        type=Format(settings.FORMATS),
        default="text",
        show_default=True,
        help="Form of the report.",
    ),
    _option("-o", "--output", type=_FOLDER, metavar="FILE", help="Write the report to a file."),
    *(
        _option(
            f"--{name}-output",
            type=_FOLDER,
            metavar="FILE",
            help=f"Also write the report as {name} to a file.",
        )
        for name in FILE_FORMATS
    ),
    _option(
        "--color",
        type=click.Choice(settings.COLOR),
        default="auto",
        show_default=True,
        help="Colours in the text report; NO_COLOR is honoured.",
    ),
    click.option("-q", "--quiet", count=True, help="Only the summary; twice: nothing."),
    click.option("-v", "--verbose", count=True, help="Every finding, not only what needs a look."),
)

CODES = _all(
    _option(
        "--select",
        multiple=True,
        metavar="CODE",
        shell_complete=complete_codes,
        help="Only these codes; FC2 is all FC2xx.",
    ),
    _option(
        "--ignore",
        multiple=True,
        metavar="CODE",
        shell_complete=complete_codes,
        help="All codes but these.",
    ),
)

GATE = _all(
    CODES,
    _option(
        "--fail-on",
        type=click.Choice(settings.FAIL_ON),
        default="contradicted",
        show_default=True,
        help="What makes the exit code 1.",
    ),
    _option("--exit-zero", is_flag=True, help="Exit 0 whatever was found."),
    _option("--baseline", type=_FOLDER, metavar="FILE", help="Findings that do not fail the run."),
    _option(
        "--write-baseline",
        type=_FOLDER,
        metavar="FILE",
        help="Write what fails the run now to a baseline, and exit 0.",
    ),
    _option(
        "--ignore-file",
        type=_FOLDER,
        metavar="FILE",
        help="Ignored findings by fingerprint, for copy that cannot hold comments.",
    ),
    _option(
        "--add-ignore",
        metavar="REASON",
        help="Add what fails the run now to the ignore file, and exit 0.",
    ),
    _option(
        "--diff-base",
        metavar="REV",
        help="Only what stands on lines changed since this git revision.",
    ),
)

LIMITS = _all(
    *(
        _option(
            f"--max-{name.replace('_', '-')}",
            type=click.IntRange(1),
            default=getattr(USUAL, name),
            show_default=True,
            metavar="N",
            help=words,
        )
        for name, words in {
            "file_size": "MiB of the largest file that is read as one article.",
            "text_length": "Characters of the longest article that is checked.",
            "numbers": "Most numbers in an article that is checked.",
        }.items()
    )
)


def limits(chosen: dict[str, Any]) -> Limits:
    """Return the limits among the values of a command's options."""
    return Limits(**{one.name: chosen[f"max_{one.name}"] for one in fields(Limits)})


FROM_NETWORK = click.option(
    "--url",
    multiple=True,
    metavar="URL",
    help="Also fetch and check this page; the only thing that uses the network. Repeatable.",
)

WATCH = click.option("--watch", is_flag=True, help="Check again whenever an article changes.")
