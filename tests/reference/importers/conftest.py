"""Import a text as a file and see the pack that comes of it."""

from pathlib import Path

import pytest

from factcheck.reference.importers.interface import Options, Origin
from factcheck.reference.importing import Request, import_file

DAY = "2026-03-01"


@pytest.fixture
def bring(tmp_path):
    """`bring(content or path, published=…, **options)`: import it; (what was done, the pack)."""

    def bring(content, name="figures.csv", published=DAY, pack="pack", **options):
        path = content if isinstance(content, Path) else tmp_path / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif isinstance(content, str):
            path.write_text(content, "utf-8")
        origin = Origin(published=published, retrieved="2026-03-02")
        folder = tmp_path / pack
        return import_file(Request(path, folder, Options(**options), origin=origin)), folder

    return bring
