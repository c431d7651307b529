"""Every fuzz target by its name."""

from __future__ import annotations

from tests.fuzz import articles, files, messages, pipeline, records
from tests.fuzz.target import Target


def targets() -> dict[str, Target]:
    """Return the targets, in the order of the product path."""
    rooms = (articles, records, files, pipeline, messages)
    return {one.name: one for room in rooms for one in room.TARGETS}
