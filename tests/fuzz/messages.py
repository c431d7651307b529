"""Fuzz targets of the servers: messages to the language server and to the server for agents."""

from __future__ import annotations

import asyncio
import json
import logging
import threading
from functools import cache
from typing import Any

from lsprotocol import types as lsp
from mcp.server.mcpserver.exceptions import ToolError, UnexpectedToolError
from pygls.io_ import run_async

from factcheck.agents.server import make_server as make_agent_server
from factcheck.agents.tools import Tools
from factcheck.checker import Checker
from factcheck.editor import server as editor
from factcheck.editor.session import Session
from factcheck.reference.store import load_packs
from tests.fuzz.pipeline import PACK, checker
from tests.fuzz.target import Target, check_message

URI = "file:///desk/a.md"
TEXT = "In March 2026, 12 percent of emergency patients in Northmere were seen in four hours.\n"
PATIENCE = 20
"""Seconds after which a server that says nothing is taken for dead."""

INTERNAL = -32603
"""JSON-RPC code of an error that is the server's own."""


def _request(method: str, id: int | None = None, **params: Any) -> dict[str, Any]:
    message = {"jsonrpc": "2.0", "method": method, "params": params}
    return message if id is None else message | {"id": id}


def _framed(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def _opened(uri: str) -> dict[str, Any]:
    text = {"uri": uri, "languageId": "markdown", "version": 1, "text": TEXT}
    return _request("textDocument/didOpen", textDocument=text)


class _Screen:
    """Where the server writes: keeps the messages, and says when one text was looked at."""

    def __init__(self, awaited: str) -> None:
        self.messages: list[dict[str, Any]] = []
        self.awaited, self.told = awaited, asyncio.Event()

    def write(self, data: bytes) -> None:
        message = json.loads(data.partition(b"\r\n\r\n")[2])
        self.messages.append(message)
        if message.get("params", {}).get("uri") == self.awaited:
            self.told.set()

    def close(self) -> None:
        """Nothing is held open."""


@cache
def _session() -> Session:
    editor.PAUSE = 0
    logging.disable(logging.CRITICAL)
    return Session(Checker(load_packs([PACK]), semantic="never"), _All())


class _All:
    def __contains__(self, code: object) -> bool:
        return True


def language_server(data: bytes) -> None:
    """Send any message between a session's first and last: the server lives, and still answers."""
    asyncio.run(_talk(data))


async def _talk(data: bytes) -> None:
    session, last = _session(), "file:///desk/last.md"
    server, screen = editor.make_server(lambda: session), _Screen(last)
    reader = asyncio.StreamReader()
    server.protocol.set_writer(screen)
    first = [_request("initialize", 1, processId=None, rootUri=None, capabilities={}),
             _request("initialized"), _opened(URI)]  # fmt: skip
    for message in first:
        reader.feed_data(_framed(json.dumps(message).encode()))
    reader.feed_data(_framed(data) if data else b"")
    reader.feed_data(_framed(json.dumps(_opened(last)).encode()))
    listening = asyncio.ensure_future(run_async(threading.Event(), reader, server.protocol))
    try:
        if not _ends(data):
            await asyncio.wait_for(screen.told.wait(), PATIENCE)
    finally:
        reader.feed_eof()
        await asyncio.gather(listening, return_exceptions=True)
        server._worker.shutdown(wait=False, cancel_futures=True)
    _check_answers(screen.messages)


def _ends(data: bytes) -> bool:
    """Whether the message may rightly end the session."""
    return any(word in data for word in (b"exit", b"shutdown", b"last.md", b"\\u"))


def _check_answers(messages: list[dict[str, Any]]) -> None:
    for message in messages:
        if message.get("method") == "window/showMessage":
            check_message(message["params"]["message"])
            assert "internal error" not in message["params"]["message"], message


@cache
def _agents() -> Any:
    return make_agent_server(Tools(checker()))


def agent_server(data: bytes) -> None:
    """Call a tool by any name with any arguments: it answers or says what was wrong with them."""
    try:
        call = json.loads(data)
        name, arguments = call["name"], call["arguments"]
    except (ValueError, RecursionError, KeyError, TypeError):
        return
    if not isinstance(name, str) or not isinstance(arguments, dict):
        return
    try:
        asyncio.run(_agents().call_tool(name, arguments))
    except UnexpectedToolError as error:
        raise error.__cause__ or error from None
    except ToolError:
        return


_POSITION = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 16}}
_RANGE = {"start": {"line": 0, "character": 0}, "end": {"line": 9, "character": 0}}
_CHANGES = {
    "textDocument": {"uri": URI, "version": 2}, "contentChanges": [{"text": "Nothing 5%."}]
}  # fmt: skip
_ACTIONS = {"textDocument": {"uri": URI}, "range": _RANGE, "context": {"diagnostics": []}}
_SAID = [
    _request(lsp.TEXT_DOCUMENT_HOVER, 2, **_POSITION),
    _request(lsp.TEXT_DOCUMENT_CODE_ACTION, 3, **_ACTIONS),
    _request(lsp.TEXT_DOCUMENT_DID_CHANGE, **_CHANGES),
    _request(lsp.TEXT_DOCUMENT_DID_CLOSE, textDocument={"uri": URI}),
]
_ASKED = [
    {"name": "check_text", "arguments": {"text": TEXT, "published": "2026-04-01"}},
    {"name": "explain_finding", "arguments": {"code": "FC203"}},
    {"name": "look_up_indicator", "arguments": {"words": "waiting", "entity": "Northmere"}},
    {"name": "compare_articles", "arguments": {"articles": [{"text": TEXT}, {"text": TEXT}]}},
]

TARGETS = [
    Target("lsp", language_server, [json.dumps(one).encode() for one in _SAID]),
    Target("mcp", agent_server, [json.dumps(one).encode() for one in _ASKED]),
]
