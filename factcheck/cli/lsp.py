"""`factcheck lsp`: the language server, on standard input and output."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli import options

if TYPE_CHECKING:
    from factcheck.checker import Semantic
    from factcheck.editor.session import Session

INSTALL = "the language server needs the extra lsp: pip install 'factcheck-news[lsp]'."


@click.command(short_help="Serve an editor (Language Server Protocol).")
@options.CONFIG
@options.REFERENCE
@options.MATCHING
@options.CODES
def lsp(
    reference: Sequence[Path],
    semantic: Semantic,
    spacy_model: str | None,
    select: Sequence[str],
    ignore: Sequence[str],
    **_: Any,
) -> None:
    """Serve an editor: findings while an article is written (Language Server Protocol, stdio).

    Diagnostics with the cause, the evidence when you point at a number, and quick fixes. Settings
    are read from the folder the editor starts the server in.
    """
    # Sentences come one by one here: a second thread gains nothing, and where other programs are
    # busy too it waits twenty times as long as it computes.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        from factcheck.editor.server import make_server
    except ImportError as error:
        if (error.name or "").split(".")[0] in {"pygls", "lsprotocol"}:
            raise click.UsageError(INSTALL) from None
        raise
    from factcheck.cli.check import cache
    from factcheck.cli.gate import selection

    codes = selection(select, ignore)

    def start() -> Session:
        from factcheck.checker import Checker
        from factcheck.editor.session import Session
        from factcheck.reference.store import load_packs

        packs = load_packs(reference or None)
        checker = Checker(packs, semantic=semantic, cache=cache(), spacy_model=spacy_model)
        return Session(checker, codes)

    make_server(start).start_io()
