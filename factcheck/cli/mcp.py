"""`factcheck mcp`: tools for agents, on standard input and output."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli import options

if TYPE_CHECKING:
    from factcheck.checker import Semantic

INSTALL = "the server for agents needs the extra mcp: pip install 'factcheck-news[mcp]'."


@click.command(short_help="Serve agents (Model Context Protocol).")
@options.CONFIG
@options.REFERENCE
@options.MATCHING
def mcp(reference: Sequence[Path], semantic: Semantic, spacy_model: str | None, **_: Any) -> None:
    """Serve agents (Model Context Protocol, stdio).

    Tools: check_text, explain_finding, look_up_indicator, compare_articles. All only read.
    """
    try:
        from factcheck.agents.server import make_server
    except ImportError as error:
        if (error.name or "").split(".")[0] == "mcp":
            raise click.UsageError(INSTALL) from None
        raise
    from factcheck.agents.tools import Tools
    from factcheck.checker import Checker
    from factcheck.cli.check import cache
    from factcheck.reference.store import load_packs

    packs = load_packs(reference or None)
    checker = Checker(packs, semantic=semantic, cache=cache(), spacy_model=spacy_model)
    make_server(Tools(checker)).run("stdio")
