"""`factcheck init`: a configuration file with every setting in it, each commented out."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

from factcheck import settings

HEAD = """\
# Settings of factcheck. Flags beat FACTCHECK_* variables, which beat this file; the nearest file
# counts. What is commented out shows the default, or an example. `factcheck doctor` shows them all.

# Take what another file sets and this one does not.
# extend = "../factcheck.toml"
"""

EXAMPLES = {
    "reference": ["packs/ours"],
    "outlet": "The Desk",
    "select": ["FC2"],
    "ignore": ["FC101"],
    "baseline": "factcheck-baseline.json",
    "ignore-file": "factcheck-ignores.toml",
    "spacy-model": "en_core_web_sm",
}
"""What a key without a default may look like."""


@click.command(short_help="Write a factcheck.toml that shows every setting.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
def init(force: bool) -> None:
    """Write a factcheck.toml that shows every setting, into this folder."""
    from factcheck.cli.gate import write

    path = Path(settings.FILE)
    if path.exists() and not force:
        raise click.UsageError(f"{path} is there already; --force replaces it.")
    write(path, HEAD + "".join(_entries()))
    click.echo(f"Wrote {path}. Every setting is commented out: take away the # of what you want.")


def _entries() -> Iterator[str]:
    """Help and value of each key, from the options of `factcheck check`: they cannot differ."""
    from factcheck.cli.check import check

    by_name = {option.name: option for option in check.params if isinstance(option, click.Option)}
    for key, kind in settings.KEYS.items():
        option = by_name[key.replace("-", "_")]
        words = option.help or ""
        if isinstance(kind, tuple):
            words += f" One of {', '.join(kind)}."
        default = option.default if isinstance(option.default, str | int) else False
        value = EXAMPLES.get(key, default)
        comment = textwrap.wrap(words, 98, initial_indent="# ", subsequent_indent="# ")
        yield "\n".join(["", *comment, f"# {key} = {json.dumps(value)}", ""])
