"""The command line: `main` is the console script."""

from factcheck.cli.group import main

__all__ = ["main"]
