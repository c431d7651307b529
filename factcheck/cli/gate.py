"""Which findings are reported, and which of them fail the run."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.errors import BadSetting
from factcheck.model import ArticleReport, Conflict, Inconsistency, Report
from factcheck.report.codes import CODES
from factcheck.report.levels import RELATION_CODES, Level, level


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes to report, by prefix: all, or `select` only, without `ignore`."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def __contains__(self, code: str) -> bool:
        chosen = not self.select or code.startswith(self.select)
        return chosen and not (self.ignore and code.startswith(self.ignore))


def selection(select: Sequence[str], ignore: Sequence[str]) -> Selection:
    """Return the codes chosen. Raises `BadSetting` for a prefix that no code has."""
    for option, prefixes in (("--select", select), ("--ignore", ignore)):
        for prefix in prefixes:
            if not any(code.startswith(prefix) for code in CODES):
                raise BadSetting(
                    f"{option}: no finding code starts with {prefix!r}; "
                    "`factcheck explain` lists them. [bad-setting]"
                )
    return Selection(tuple(select), tuple(ignore))


def selected(report: Report, codes: Selection) -> Report:
    """Return the report with only the codes chosen.

    A finding that is part of a conflict or inconsistency which is kept stays with it.
    """
    conflicts = tuple(one for one in report.conflicts if RELATION_CODES[one.relation] in codes)
    sides = {(side.article, side.finding) for one in conflicts for side in one.claims}
    articles = tuple(_selected_article(one, codes, sides) for one in report.articles)
    return replace(report, articles=articles, conflicts=conflicts)


def _selected_article(
    article: ArticleReport, codes: Selection, sides: set[tuple[str, str]]
) -> ArticleReport:
    kept = tuple(one for one in article.inconsistencies if one.code in codes)
    needed = {id for one in kept for id in one.findings}
    needed |= {finding for place, finding in sides if place == article.document.id}
    findings = tuple(f for f in article.findings if f.verdict.code in codes or f.id in needed)
    return replace(article, findings=findings, inconsistencies=kept)


def failures(report: Report, codes: Selection, fail_on: str) -> list[str]:
    """Return the ids of what fails the run: errors, and with "review" warnings too; sorted."""
    grave = {
        "contradicted": {Level.ERROR},
        "review": {Level.ERROR, Level.WARNING},
        "never": set(),
    }[fail_on]
    ids = {
        finding.id
        for article in report.articles
        for finding in article.findings
        if finding.verdict.code in codes and level(finding) in grave
    }
    if Level.WARNING in grave:
        ids |= set(_pairs(report))
    return sorted(ids)


def _pairs(report: Report) -> Iterator[str]:
    for article in report.articles:
        yield from map(inconsistency_id, article.inconsistencies)
    yield from (one.id for one in report.conflicts if is_conflict(one))


def inconsistency_id(one: Inconsistency) -> str:
    """Return what a baseline calls an inconsistency: its code and findings."""
    return "+".join([one.code, *one.findings])


def is_conflict(one: Conflict) -> bool:
    """Whether the two cannot both be true; every other relation explains why they differ."""
    return one.relation == "conflict"


def read_baseline(path: Path) -> list[str]:
    """Return the ids of a baseline. Raises `BadSetting` where it is none."""
    wanted = "a file that --write-baseline wrote"
    try:
        ids = json.loads(path.read_text("utf-8"))
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise BadSetting(f"{path}: {reason}; expected {wanted}. [bad-setting]") from None
    except ValueError:
        raise BadSetting(f"{path}: not JSON; expected {wanted}. [bad-setting]") from None
    if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
        raise BadSetting(f"{path}: not a list of ids; expected {wanted}. [bad-setting]")
    return ids


def write_baseline(path: Path, ids: Sequence[str]) -> None:
    """Write ids as a JSON list, one a line, so that it can be compared. Raises `BadSetting`."""
    write(path, json.dumps(sorted(ids), indent=2) + "\n")


def write(path: Path, text: str) -> None:
    """Write a file as UTF-8 with the line ends of `text`. Raises `BadSetting` where it cannot."""
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        reason = (error.strerror or "unwritable").lower()
        raise BadSetting(
            f"{path}: {reason}; expected a file that can be written. [bad-setting]"
        ) from None
