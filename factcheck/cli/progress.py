"""How far an audit is, on stderr: articles, rate, and the time that is left."""

from __future__ import annotations

import glob
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from factcheck.audit.run import Progress

EVERY = 0.5
"""Seconds between two lines."""


class Bar:
    """One line that is written over. Use as a context; call with each `Progress`."""

    def __init__(self, paths: Sequence[str], *, shown: bool) -> None:
        self.shown = shown
        self.total = sum(map(_size, paths)) if shown else 0
        self.start = self.last = time.monotonic()

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self.shown:
            click.echo("\r\033[K", err=True, nl=False)

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if not self.shown or (progress.stage == "articles" and now - self.last < EVERY):
            return
        self.last = now
        click.echo(f"\r\033[K{line(progress, now - self.start, self.total)}", err=True, nl=False)
        sys.stderr.flush()


def line(progress: Progress, seconds: float, total: int) -> str:
    """Say how far it is. `total`: bytes of the input, 0 where that is not known."""
    if progress.stage != "articles":
        return f"looking for {progress.stage} …"
    rate = progress.articles / seconds if seconds else 0.0
    parts = [f"{progress.articles:,} articles", f"{rate:,.0f} a second"]
    if known := progress.articles - progress.judged:
        parts.append(f"{known:,} known before")
    if progress.skipped:
        parts.append(f"{progress.skipped:,} skipped")
    if total and progress.size:
        left = seconds * max(total - progress.size, 0) / progress.size
        parts.append(f"{min(100 * progress.size // total, 100)}%, {_span(left)} left")
    return ", ".join(parts)


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def _size(path: str) -> int:
    """Bytes of the files below a path; hidden ones too, which hardly matters for an estimate."""
    if Path(path).is_dir():
        found: Iterator[str] = (
            os.path.join(folder, name) for folder, _, names in os.walk(path) for name in names
        )
    else:
        found = iter([path] if Path(path).exists() else glob.glob(path, recursive=True))
    return sum(os.path.getsize(name) for name in found if os.path.isfile(name))
