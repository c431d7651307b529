"""Lower case that keeps every character in its place, so that offsets stay those of the text."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=4)
def folded(text: str) -> str:
    """`text` in lower case, of the same length; "İ" and its like stay as they are."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
