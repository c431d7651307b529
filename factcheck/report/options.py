"""How a report is to look. Renderers for machines ignore all of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Choices of the reader of a report."""

    color: bool = False
    """Whether to add ANSI colours; words say the same without them."""
    verbosity: int = 0
    """-1 the summary only, 0 what needs an editor, 1 every finding."""


PLAIN = Options()
