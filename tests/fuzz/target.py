"""What a fuzz target is: bytes in, nothing out; whatever it raises but our own errors is a bug."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.errors import FactcheckError

LONGEST_ERROR = 2_000
"""Characters of one line of an error message: what stands in a file is quoted, not repeated."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Target:
    """One way into factcheck."""

    name: str
    run: Callable[[bytes], None]
    """Feeds it and asserts what has to hold of what comes out."""
    seeds: Sequence[bytes]
    """Well-formed inputs to start from."""
    words: Sequence[bytes] = ()
    """What the format is spelt with, for a fuzzer to put in."""

    def __call__(self, data: bytes) -> bool:
        """Feed one input; False where it is refused, in words that a person can read."""
        try:
            self.run(data)
        except FactcheckError as error:
            check_message(str(error))
            return False
        return True


def check_message(message: str) -> None:
    """Assert that an error is short lines of text that do nothing to a terminal."""
    for line in message.split("\n"):
        assert len(line) <= LONGEST_ERROR, f"a message of {len(line)} characters: {line[:100]!r}"
        assert not _CONTROL.search(line), f"control characters in a message: {line[:200]!r}"
    assert message.strip()
