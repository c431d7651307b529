"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file beside its place, durably, then put it there. Raises OSError; the old one stays
    then.

    A pipe or device takes it as it comes, and so does a file in a folder that takes no new ones.
    """
    if path.exists() and not (path.is_file() and os.access(path.resolve().parent, os.W_OK)):
        path.write_bytes(content)
        return
    place = path.resolve()  # a link stays one
    aside = place.with_name(f".{os.getpid()}.unfinished")
    try:
        with aside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if place.exists():
            shutil.copymode(place, aside)
        aside.replace(place)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
