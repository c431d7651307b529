"""The one contract that every engine runs: a table of records in, a table of results out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import astuple, dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from factcheck import __version__
from factcheck.articles.records import Record, read_record
from factcheck.audit.fingerprints import fingerprints
from factcheck.audit.pairs import rows_within
from factcheck.audit.rows import rows_of
from factcheck.audit.schema import RESULTS, SCHEMA_VERSION
from factcheck.checker import Checker, Semantic
from factcheck.errors import BadReference, FactcheckError, UnreadableArticle
from factcheck.limits import USUAL, Limits
from factcheck.reference.store import Reference, load_packs, shipped_packs

INTERNAL = "internal-error"
"""Code of an article on which the checker itself broke: our fault, and no reason to stop."""


class OtherSetup(FactcheckError):
    """A worker has other packs or another factcheck than where the audit was started. Exit 2."""

    code = "other-setup"


@dataclass(frozen=True, slots=True)
class Setup:
    """All that a result depends on besides the article. Travels to the workers."""

    packs: tuple[str, ...]
    """Folders of the reference packs; a worker elsewhere must have them under the same names."""
    hashes: tuple[tuple[str, str, str], ...]
    """Name, version and SHA-256 of each pack."""
    semantic: Semantic = "never"
    vectors: str | None = None
    """Folder that keeps the vectors of the reference; no part of `key`."""
    limits: Limits = USUAL
    version: str = __version__
    code: str = ""
    """SHA-256 of factcheck's own files: an edited checkout judges anew."""

    @property
    def key(self) -> str:
        """Equal where equal articles give equal results."""
        limits = astuple(self.limits)
        parts = (self.hashes, self.semantic, limits, self.version, self.code, SCHEMA_VERSION)
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()


def setup(
    packs: tuple[Path, ...] = (),
    semantic: Semantic = "never",
    vectors: Path | None = None,
    limits: Limits = USUAL,
) -> Setup:
    """Return the setup for some packs, by default those that ship. Raises `BadReference`."""
    folders = packs or shipped_packs()
    return Setup(
        tuple(str(folder.resolve()) for folder in folders),
        _hashes(load_packs(folders)),
        semantic,
        str(vectors) if vectors else None,
        limits,
        code=_code(),
    )


def audit(records: pa.Table, setup: Setup) -> pa.Table:
    """Check every record: one row of `RESULTS` for each of `RECORDS`, in the same order.

    The result depends on the arguments alone. Raises `OtherSetup` where packs or factcheck at hand
    are not those of the setup.
    """
    checker = _checker(setup)
    results = [_result(row, checker) for row in records.to_pylist()]
    checked = [(row, text) for row, text in results if text is not None]
    prints = fingerprints([text for _, text in checked])
    for (row, _), one in zip(checked, prints, strict=True):
        row |= {"shingles": one.shingles, "figures": one.figures, "bands": one.bands}
    return pa.Table.from_pylist([row for row, _ in results], RESULTS)


@lru_cache(maxsize=1)
def _checker(setup: Setup) -> Checker:
    """One checker a process."""
    try:
        reference = load_packs([Path(folder) for folder in setup.packs])
    except BadReference as error:
        raise OtherSetup(str(error)) from None
    found = [("factcheck", __version__, _code()), *_hashes(reference)]
    wanted = [("factcheck", setup.version, setup.code), *setup.hashes]
    differing = [pair for pair in zip(found, wanted, strict=True) if pair[0] != pair[1]]
    if differing:
        raise OtherSetup("\n".join(_differ(*pair) for pair in differing))
    vectors = Path(setup.vectors) if setup.vectors else None
    return Checker(reference, semantic=setup.semantic, cache=vectors, limits=setup.limits)


def _differ(found: tuple[str, str, str], wanted: tuple[str, str, str]) -> str:
    one, other = (f"{name} {version} ({sha[:12]}…)" for name, version, sha in (found, wanted))
    return (
        f"a worker has {one}; expected {other}, as where the audit was started. [{OtherSetup.code}]"
    )


def _result(row: Mapping[str, Any], checker: Checker) -> tuple[dict[str, Any], str | None]:
    """The result of one record but for its fingerprint, and the text; None where it has none."""
    record = Record(**{name: row[name] for name in Record.__slots__})
    told: dict[str, Any] = {"key": row["key"]}
    try:
        document = read_record(record)
        article = checker.article(document)
        claims, findings, inconsistencies = rows_of(article, checker.indicators)
        pairs = rows_within(article, checker.pairs(article))
    except UnreadableArticle as error:
        told |= {"error": str(error).partition(": ")[2], "error_code": error.code}
        return told, None
    except Exception as error:
        found = f"internal error: {type(error).__name__}: {error}. Please report it. [{INTERNAL}]"
        return told | {"error": found, "error_code": INTERNAL}, None
    told |= {
        "sha256": document.sha256,
        "title": document.title,
        "outlet": document.outlet,
        "published": document.published,
        "url": document.url,
        "numbers": article.numbers,
        "inconsistencies": inconsistencies,
        "claims": claims,
        "findings": findings,
        "pairs": pairs,
    }
    return told, document.text


def _hashes(reference: Reference) -> tuple[tuple[str, str, str], ...]:
    return tuple((pack.name, pack.version, pack.sha256) for pack in reference.packs)


def _code() -> str:
    """SHA-256 over the source and tables of factcheck, but for what only shows results."""
    package = Path(__file__).parents[1]
    shown = {package / name for name in ("cli", "review", "evaluation", "reference_data")}
    digest = hashlib.sha256()
    for path in sorted(package.rglob("*")):
        if path.suffix in {".py", ".csv", ".toml"} and not shown.intersection(path.parents):
            digest.update(path.relative_to(package).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()
