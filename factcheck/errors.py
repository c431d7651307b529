"""Every error that a user can cause: where, what was found, what was expected, what to do."""

from __future__ import annotations

from pathlib import Path


class FactcheckError(Exception):
    """Root of all errors that are the input's fault, not ours."""

    code = "error"


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
        self.problems = problems
        super().__init__("\n".join(problems))


class BadSetting(FactcheckError):
    """A configuration key or option value is unknown or of the wrong form. Exit 2."""

    code = "bad-setting"
