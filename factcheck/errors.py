"""Every error that a user can cause: where, what was found, what was expected, what to do."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LONGEST_LINE = 1_000
"""Characters of a line of a message, inclusive; of a longer one the middle is left out."""

_UNPRINTABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def printable(message: str) -> str:
    """Return a message as it can be shown: what a file holds is quoted, and does nothing there."""
    message = _UNPRINTABLE.sub(lambda sign: repr(sign.group())[1:-1], message)
    return "\n".join(map(_shortened, message.split("\n")))


def _shortened(line: str) -> str:
    half = LONGEST_LINE // 2
    return line if len(line) <= LONGEST_LINE else f"{line[:half]} … {line[-half:]}"


class FactcheckError(Exception):
    """Root of all errors that are the input's fault, not ours."""

    code = "error"

    def __init__(self, message: str) -> None:
        super().__init__(printable(message))


@contextmanager
def placed(path: Path) -> Iterator[None]:
    """Errors of the disk say where: what fails while it writes names no file.

    DuckDB has errors of its own for a full disk.
    """
    try:
        yield
    except OSError as error:
        if error.errno and error.filename is None:
            error.filename = str(path)
        raise
    except Exception as error:
        full = os.strerror(errno.ENOSPC)
        if full in str(error):
            raise OSError(errno.ENOSPC, full, str(path)) from None
        raise


class UnreadableArticle(FactcheckError):
    """One article could not be read; the others are still reported. Exit 3."""

    code = "unreadable-article"

    def __init__(self, path: str | Path, found: str, expected: str) -> None:
        self.path = str(path)
        super().__init__(f"{path}: {found}; expected {expected}. [{self.code}]")


class BadReference(FactcheckError):
    """A reference pack cannot be used. Exit 2, before anything is judged."""

    code = "bad-reference"

    def __init__(self, problems: list[str]) -> None:
        self.problems = [printable(problem) for problem in problems]
        super().__init__("\n".join(self.problems))


class BadSetting(FactcheckError):
    """A configuration key or option value is unknown or of the wrong form. Exit 2."""

    code = "bad-setting"
