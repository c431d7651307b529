"""The tools as a server of the Model Context Protocol, by its official SDK."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from mcp.server import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations

from factcheck import __version__
from factcheck.agents.tools import Tools
from factcheck.errors import FactcheckError

INSTRUCTIONS = (
    "Checks the numbers of news articles against official reference figures, offline. Give an "
    "article whole and unchanged: period, entity and edition are read from the text around a "
    "number. Never read a number that was not checked as correct."
)

READS_ONLY = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
"""Every tool: nothing is changed, nothing is fetched, and the same question has the same answer."""


def make_server(tools: Tools) -> MCPServer:
    """Return the server, ready to be run on stdio."""
    server = MCPServer(
        "factcheck", version=__version__, instructions=INSTRUCTIONS, log_level="WARNING"
    )
    for tool in (
        tools.check_text,
        tools.explain_finding,
        tools.look_up_indicator,
        tools.compare_articles,
    ):
        server.add_tool(_told(tool), annotations=READS_ONLY)
    return server


def _told(tool: Callable[..., Any]) -> Callable[..., Any]:
    """What the asker did wrong is told to the asker; of anything else only that it went wrong."""

    @wraps(tool)
    def call(*args: Any, **named: Any) -> Any:
        try:
            return tool(*args, **named)
        except FactcheckError as error:
            raise ToolError(str(error)) from error

    return call
