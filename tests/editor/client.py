"""A real client: pygls' own, talking over stdio to `factcheck lsp` in a process of its own."""

import asyncio
import sys
from contextlib import asynccontextmanager

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

TIMEOUT = 60
"""Seconds after which a server that says nothing is taken for dead."""


class Editor(LanguageClient):
    """An editor with some open texts."""

    def __init__(self):
        super().__init__("editor", "1")
        self.told = asyncio.Queue()
        self.shown = []

        @self.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def tell(said):
            self.told.put_nowait(said)

        @self.feature(lsp.WINDOW_SHOW_MESSAGE)
        def show(said):
            self.shown.append(said.message)

        self.version = 0

    def open(self, uri, text, language="plaintext"):
        self.version += 1
        item = lsp.TextDocumentItem(uri, language, self.version, text)
        self.text_document_did_open(lsp.DidOpenTextDocumentParams(item))

    def change(self, uri, text):
        self.version += 1
        self.text_document_did_change(
            lsp.DidChangeTextDocumentParams(
                lsp.VersionedTextDocumentIdentifier(uri=uri, version=self.version),
                [lsp.TextDocumentContentChangeWholeDocument(text)],
            )
        )

    def close(self, uri):
        self.text_document_did_close(
            lsp.DidCloseTextDocumentParams(lsp.TextDocumentIdentifier(uri))
        )

    async def diagnostics(self):
        """What the server says next of a text."""
        return await asyncio.wait_for(self.told.get(), TIMEOUT)

    async def hover(self, uri, line, character):
        return await self.text_document_hover_async(
            lsp.HoverParams(lsp.TextDocumentIdentifier(uri), lsp.Position(line, character))
        )

    async def fixes(self, uri, diagnostic):
        return await self.text_document_code_action_async(
            lsp.CodeActionParams(
                lsp.TextDocumentIdentifier(uri),
                diagnostic.range,
                lsp.CodeActionContext(diagnostics=[diagnostic]),
            )
        )


@asynccontextmanager
async def editor(*options, encodings=None):
    """An editor whose server runs with some options."""
    one = Editor()
    await one.start_io(sys.executable, "-m", "factcheck", "lsp", *options)
    general = lsp.GeneralClientCapabilities(position_encodings=encodings)
    one.server = await one.initialize_async(
        lsp.InitializeParams(capabilities=lsp.ClientCapabilities(general=general))
    )
    one.initialized(lsp.InitializedParams())
    try:
        yield one
    finally:
        await asyncio.wait_for(one.shutdown_async(None), TIMEOUT)
        one.exit(None)
        await one.stop()
