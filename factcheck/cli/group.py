"""The command group: finds commands when asked for, and turns every error into one line."""

from __future__ import annotations

import difflib
import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import click

from factcheck import __version__
from factcheck.errors import FactcheckError

COMMANDS = (
    *("check", "audit", "review", "export", "reference"),
    *("explain", "evaluate", "schema", "init", "doctor", "lsp", "mcp"),
)
"""In the order of the help. Each is a module of this package that exports a command of its name."""

FAILED = 2
"""Exit code of wrong usage, configuration or reference data, and of internal errors."""


class GuessingGroup(click.Group):
    """Names the command that was probably meant."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            if near := difflib.get_close_matches(args[0], self.list_commands(ctx), n=1):
                raise click.UsageError(f"{error.message} Did you mean {near[0]!r}?") from None
            raise


class CommandGroup(GuessingGroup):
    """Loads a command's module when it is asked for; prints errors as `error: …` on stderr."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in COMMANDS if find_spec(f"factcheck.cli.{name}")]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in self.list_commands(ctx):
            return None
        command: click.Command = getattr(import_module(f"factcheck.cli.{name}"), name)
        return command

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, *rest: Any, **extra: Any
    ) -> None:
        """Run a command and exit with its code."""
        extra["standalone_mode"] = False
        try:
            code = super().main(args, *rest, **extra)
        except FactcheckError as error:
            code = _fail(str(error))
        except click.exceptions.NoArgsIsHelpError as help_text:
            click.echo(help_text.format_message(), err=True)
            code = FAILED
        except click.ClickException as error:
            code = _fail(error.format_message())
        except (click.Abort, KeyboardInterrupt):
            code = _fail("interrupted")
        except BrokenPipeError:
            sys.stderr.close()  # else Python complains about the pipe once more on its way out
            code = 0
        except OSError as error:
            code = _fail(_trouble(error))
        except Exception as error:
            code = _fail(f"internal error: {type(error).__name__}: {error}. Please report it.")
        sys.exit(code if isinstance(code, int) else 0)


MACHINE = {
    *(errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO),
    *(errno.EMFILE, errno.ENFILE),
}
"""Errors that tell of the machine, not of us: a full or failing disk, too many open files."""


def _trouble(error: OSError) -> str:
    """What to say of an OSError that nobody expected."""
    if error.errno not in MACHINE:
        return f"internal error: {type(error).__name__}: {error}. Please report it."
    where = f"{error.filename}: " if error.filename else ""
    return f"{where}{os.strerror(error.errno).lower()}. What was finished is kept. [machine]"


def _fail(message: str) -> int:
    for line in message.splitlines():
        click.echo(line if line.startswith(" ") else f"error: {line}", err=True)
    return FAILED


@click.group(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="factcheck", message="%(prog)s %(version)s")
def main() -> None:
    """Check the numbers in news articles against reference figures.

    Works offline; the same input and the same reference always give the same report. Start with
    `factcheck check story.md`; `factcheck COMMAND --help` says more.
    """
