"""The language server: who asks what, in which thread, and what is sent back.

Checks run one after another in a thread of their own, so that a hover never waits for one. A text
is checked when its keys have rested for PAUSE, and again when the meaning of new words is known.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any
from urllib.parse import unquote, urlsplit

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer

from factcheck import __version__
from factcheck.editor.actions import actions
from factcheck.editor.diagnostics import diagnostics, hover_text
from factcheck.editor.session import Checked, Session
from factcheck.errors import FactcheckError

PAUSE = 0.1
"""Seconds without a keystroke after which a text is checked."""


class FactcheckServer(LanguageServer):
    """Diagnostics, hovers and quick fixes for the articles that are open."""

    def __init__(self, start: Callable[[], Session]) -> None:
        """`start` builds the session; it is called in the checking thread, at once."""
        # Whole texts: pygls counts more signs as line ends than the protocol does, so that a change
        # told by line would go astray behind a U+2028.
        super().__init__(
            "factcheck", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full
        )
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="check")
        self._session = self._worker.submit(start)
        self._waiting: dict[str, asyncio.Task[None]] = {}
        self._complaints: set[str] = set()
        self.checked: dict[str, Checked] = {}
        """What was last said of each open text, by its URI."""

    def later(self, uri: str, pause: float) -> None:
        """Check a text after a pause, unless it changes again before."""
        self.forget(uri)
        self._waiting[uri] = asyncio.get_running_loop().create_task(self._check(uri, pause))

    def forget(self, uri: str) -> None:
        """Drop the check of a text that is waiting or under way."""
        if task := self._waiting.pop(uri, None):
            task.cancel()

    async def _check(self, uri: str, pause: float) -> None:
        await asyncio.sleep(pause)
        document = self.workspace.get_text_document(uri)
        path, text = _path(uri), document.source
        encoding = self.workspace.position_encoding or lsp.PositionEncodingKind.Utf16
        run = asyncio.get_running_loop().run_in_executor
        try:
            session = await asyncio.wrap_future(self._session)
            checked = await run(self._worker, session.check, path, text, encoding)
            self._publish(uri, document.version, checked, session)
            if checked.open:
                await run(self._worker, session.learn)
                checked = await run(self._worker, session.check, path, text, encoding)
                self._publish(uri, document.version, checked, session)
        except FactcheckError as error:
            self._complain(str(error))
        except Exception as error:
            name = type(error).__name__
            self._complain(f"internal error: {name}: {error}. Please report it.")

    def _complain(self, words: str) -> None:
        """Show what went wrong; once, as it may go wrong again with every keystroke."""
        if words not in self._complaints:
            self._complaints.add(words)
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, words))

    async def fixes(
        self, uri: str, checked: Checked, params: lsp.CodeActionParams
    ) -> list[lsp.CodeAction]:
        """Return the quick fixes for a range; every correction is checked before it is offered."""
        session = await asyncio.wrap_future(self._session)
        mends = partial(session.mends, _path(uri), checked)
        told = list(params.context.diagnostics)
        return await asyncio.get_running_loop().run_in_executor(
            self._worker, lambda: list(actions(checked, uri, params.range, told, mends))
        )

    def _publish(self, uri: str, version: int | None, checked: Checked, session: Session) -> None:
        self.checked[uri] = checked
        told = list(diagnostics(checked, uri, session.codes))
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, told, version))


def make_server(start: Callable[[], Session]) -> FactcheckServer:
    """Return the server, ready to be started on stdio."""
    server = FactcheckServer(start)
    server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)(_opened)
    server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)(_changed)
    server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)(_closed)
    server.feature(lsp.TEXT_DOCUMENT_HOVER)(_hover)
    options = lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix])
    server.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, options)(_actions)
    return server


async def _opened(ls: FactcheckServer, params: lsp.DidOpenTextDocumentParams) -> None:
    ls.later(params.text_document.uri, 0)


async def _changed(ls: FactcheckServer, params: lsp.DidChangeTextDocumentParams) -> None:
    ls.later(params.text_document.uri, PAUSE)


async def _closed(ls: FactcheckServer, params: lsp.DidCloseTextDocumentParams) -> None:
    uri = params.text_document.uri
    ls.forget(uri)
    ls.checked.pop(uri, None)
    ls.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))


async def _hover(ls: FactcheckServer, params: lsp.HoverParams) -> lsp.Hover | None:
    checked = _current(ls, params.text_document.uri)
    finding = checked and checked.at(checked.lines.offset(params.position))
    if not checked or not finding:
        return None
    words = lsp.MarkupContent(lsp.MarkupKind.Markdown, hover_text(finding))
    return lsp.Hover(words, checked.lines.range(*checked.spans[finding.id]))


async def _actions(ls: FactcheckServer, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    uri = params.text_document.uri
    checked = _current(ls, uri)
    return await ls.fixes(uri, checked, params) if checked else []


def _current(ls: FactcheckServer, uri: str) -> Checked | None:
    """What was said of a text, unless it has changed since: offsets would lead astray."""
    checked = ls.checked.get(uri)
    source: Any = ls.workspace.get_text_document(uri).source
    return checked if checked and checked.lines.text == source else None


def _path(uri: str) -> str:
    return unquote(urlsplit(uri).path)
