"""Quick fixes: put the expected value in, or say that the number is meant as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import PurePath

from lsprotocol.types import CodeAction, CodeActionKind, Diagnostic, Range, TextEdit, WorkspaceEdit

from factcheck.editor.session import Checked
from factcheck.model import Finding
from factcheck.report.fixes import replacement

WITH_COMMENTS = (".md", ".markdown", ".html", ".htm")
"""Files whose readers never see a comment."""


MOST = 3
"""Numbers of one request for which a correction is tried; each costs a check of the whole text."""


def actions(
    checked: Checked,
    uri: str,
    where: Range,
    told: list[Diagnostic],
    mends: Callable[[Finding, str], bool],
) -> Iterator[CodeAction]:
    """Yield the fixes for the numbers that a range touches.

    `told`: their diagnostics there. `mends`: whether a correction would be supported; one that
    would not is not offered.
    """
    start, end = checked.lines.offset(where.start), checked.lines.offset(where.end)
    for number, finding in enumerate(checked.between(start, end)):
        mine = [one for one in told if one.data == {"finding": finding.id}]
        new = replacement(finding) if number < MOST else None
        if new and mends(finding, new):
            edit = TextEdit(checked.lines.range(*checked.spans[finding.id]), new)
            quote = finding.claim.quantity.quote
            yield _fix(f"Change “{quote}” to “{new}”", uri, edit, mine, preferred=True)
        if mine:
            yield _ignore(checked, uri, finding, mine)


def _ignore(checked: Checked, uri: str, finding: Finding, mine: list[Diagnostic]) -> CodeAction:
    """A comment at the end of the line; [sic] behind the number where copy holds no comments."""
    code, (_, end) = finding.verdict.code, checked.spans[finding.id]
    if PurePath(uri).suffix.lower() in WITH_COMMENTS:
        at = checked.lines.end(checked.lines.position(end).line)
        words, title = f" <!-- factcheck: ignore[{code}] -->", f"Ignore {code} on this line"
    else:
        at, words, title = end, " [sic]", "Mark as meant: [sic]"
    return _fix(title, uri, TextEdit(checked.lines.range(at, at), words), mine)


def _fix(
    title: str, uri: str, edit: TextEdit, mine: list[Diagnostic], *, preferred: bool = False
) -> CodeAction:
    return CodeAction(
        title=title,
        kind=CodeActionKind.QuickFix,
        diagnostics=mine,
        is_preferred=preferred,
        edit=WorkspaceEdit(changes={uri: [edit]}),
    )
