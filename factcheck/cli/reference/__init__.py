"""`factcheck reference`: which figures there are to check against. One file per subcommand."""

from __future__ import annotations

from importlib import import_module

import click

from factcheck.cli.group import GuessingGroup

COMMANDS = {
    "list": "list_packs",
    "show": "show",
    "validate": "validate",
    "import": "import_figures",
    "diff": "diff",
    "lock": "lock",
    "export": "export",
    "suggest": "suggest",
    "build": "build",
}
"""Subcommand, in the order of the help -> module of this package, and the name it exports."""


class Subcommands(GuessingGroup):
    """Loads a subcommand when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = import_module(f"{__name__}.{COMMANDS[name]}")
        command: click.Command = getattr(module, COMMANDS[name])
        return command


@click.group(cls=Subcommands)
def reference() -> None:
    """Make, show and validate reference packs."""
