"""spaCy, imported without what it pulls in and nobody here uses.

Everything in `extract` says `from factcheck.extract._spacy import spacy`, and takes further names
from spaCy below that line. In fresh processes on 2 cores (spaCy 3.8.18, thinc 8.3.14, torch 2.13):

    ===================================  ==========  ======  =====================================
    `import spacy`                       seconds     memory  what is saved
    ===================================  ==========  ======  =====================================
    as it comes                          1.45        272 MB
    torch hidden                         0.48         91 MB  `thinc.compat` tries torch and cupy
    torch hidden, `spacy info` deferred  0.32         72 MB  `spacy.cli`: typer, rich, httpx, jinja2
    ===================================  ==========  ======  =====================================

thinc works without torch; only pipelines built on transformers need the two together. Whoever
loads one imports torch before this module, which then hides nothing. Whoever imported spaCy
already keeps it as it is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import ModuleType
from typing import Any


@contextmanager
def standing_in(modules: Mapping[str, ModuleType | None]) -> Iterator[None]:
    """Inside the block, the named modules are these; None makes an import of one fail.

    Modules that are imported already are left alone, and afterwards everything can be imported as
    if nothing had been. That None is an ImportError is Python's rule for `sys.modules`.
    """
    placed = {name: module for name, module in modules.items() if name not in sys.modules}
    sys.modules.update(placed)  # type: ignore[arg-type]
    try:
        yield
    finally:
        for name in placed:
            sys.modules.pop(name, None)


def _info(*args: Any, **kwargs: Any) -> Any:
    """`spacy.info`, fetched when it is called."""
    from spacy.cli.info import info

    return info(*args, **kwargs)


def _unused() -> dict[str, ModuleType | None]:
    """What spaCy's import is to do without; nothing if it is done, or under way, already."""
    if "spacy" in sys.modules:
        return {}
    command = ModuleType("spacy.cli.info")
    command.info = _info  # type: ignore[attr-defined]
    return {"torch": None, "cupy": None, "spacy.cli.info": command}


with standing_in(_unused()):
    import spacy

__all__ = ["spacy"]
