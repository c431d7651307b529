"""Which findings are reported, and which of them fail the run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.errors import BadSetting
from factcheck.model import ArticleReport, Conflict, Finding, Inconsistency, Report
from factcheck.report.codes import CODES
from factcheck.report.levels import RELATION_CODES, Level, level
from factcheck.suppress.marking import Spot, spots


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
    notices = tuple(one for one in report.notices if one.code in codes)
    return replace(report, articles=articles, conflicts=conflicts, notices=notices)


def _selected_article(
    article: ArticleReport, codes: Selection, sides: set[tuple[str, str]]
) -> ArticleReport:
    kept = tuple(one for one in article.inconsistencies if one.code in codes)
    needed = {id for one in kept for id in one.findings}
    needed |= {finding for place, finding in sides if place == article.document.id}
    findings = tuple(f for f in article.findings if f.verdict.code in codes or f.id in needed)
    return replace(article, findings=findings, inconsistencies=kept)


def failures(report: Report, codes: Selection, fail_on: str) -> list[Spot]:
    """Return what fails the run: errors, and with "review" warnings too; not what is ignored."""
    grave = {
        "contradicted": {Level.ERROR},
        "review": {Level.ERROR, Level.WARNING},
        "never": set(),
    }[fail_on]
    return [
        spot
        for spot, found in spots(report)
        if found.suppressed is None and spot.code in codes and _level(found) in grave
    ]


def _level(found: Finding | Inconsistency | Conflict) -> Level:
    if isinstance(found, Finding):
        return level(found)
    explained = isinstance(found, Conflict) and found.relation != "conflict"
    return Level.NOTE if explained else Level.WARNING


def write(path: Path, text: str) -> None:
    """Write a file as UTF-8 with the line ends of `text`. Raises `BadSetting` where it cannot."""
    try:
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        reason = (error.strerror or "unwritable").lower()
        raise BadSetting(
            f"{path}: {reason}; expected a file that can be written. [bad-setting]"
        ) from None
