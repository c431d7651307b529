"""Rendering reports: one module per format, each with `render(report, options) -> str`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.metadata import entry_points

from factcheck.model import Report
from factcheck.report.options import PLAIN, Options

__all__ = ["FORMATS", "PLAIN", "Options", "added_formats", "render", "renderer"]

Renderer = Callable[[Report, Options], str]

FORMATS = ("text", "concise", "json", "jsonl", "sarif", "github", "junit", "csv", "html")
"""Formats of this package; the group `factcheck.renderers` of entry points adds more."""


def added_formats() -> set[str]:
    """Return the names of the formats that other installed packages add."""
    return entry_points(group="factcheck.renderers").names


def renderer(name: str) -> Renderer:
    """Return the render function of a format. Raises `KeyError` where there is none."""
    if name in FORMATS:
        own: Renderer = import_module(f"factcheck.report.{name}").render
        return own
    for entry in entry_points(group="factcheck.renderers", name=name):
        added: Renderer = entry.load()
        return added
    raise KeyError(name)


def render(report: Report, name: str = "text", options: Options = PLAIN) -> str:
    """Return the report in the named format."""
    return renderer(name)(report, options)
