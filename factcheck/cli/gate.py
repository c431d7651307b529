"""Which findings are reported, and which of them fail the run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from factcheck.errors import BadSetting
from factcheck.files import write_whole
from factcheck.model import ArticleReport, Conflict, Finding, Inconsistency, Report
from factcheck.report.codes import CODES
from factcheck.report.levels import RELATION_CODES, Level, level
from factcheck.suppress.baseline import Known, baseline, honour_baseline, read_baseline
from factcheck.suppress.changed import honour_changes
from factcheck.suppress.ignore_file import (
    Entry,
    entries,
    honour_ignore_file,
    read_ignore_file,
)
from factcheck.suppress.marking import Spot, spots


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes to report, by prefix: all, or `select` only, without `ignore`."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def __contains__(self, code: object) -> bool:
        code = str(code)
        chosen = not self.select or code.startswith(self.select)
        return chosen and not (self.ignore and code.startswith(self.ignore))


def selection(select: Sequence[str], ignore: Sequence[str]) -> Selection:
    """Return the codes chosen, in any case. Raises `BadSetting` for a prefix that no code has."""
    for option, prefixes in (("--select", select), ("--ignore", ignore)):
        for prefix in prefixes:
            if not any(code.startswith(prefix.upper()) for code in CODES):
                raise BadSetting(
                    f"{option}: no finding code starts with {prefix!r}; "
                    "`factcheck explain` lists them. [bad-setting]"
                )
    return Selection(tuple(map(str.upper, select)), tuple(map(str.upper, ignore)))


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
    """Write a file as UTF-8 with the line ends of `text`, whole or not at all.

    Raises `BadSetting` where it cannot; what was there before is there still.
    """
    try:
        write_whole(path, text.encode("utf-8"))
    except OSError as error:
        reason = (error.strerror or "unwritable").lower()
        raise BadSetting(
            f"{path}: {reason}; expected a file that can be written. [bad-setting]"
        ) from None


@dataclass(frozen=True, slots=True)
class Ignores:
    """What the options say is not to fail the run: read first, so that a mistake stops it."""

    known: Sequence[Known] = ()
    entries: Sequence[Entry] = ()
    ignore_file: Path | None = None
    diff_base: str | None = None
    write_baseline: Path | None = None
    add_ignore: str | None = None

    @classmethod
    def read(
        cls,
        *,
        baseline: Path | None,
        write_baseline: Path | None,
        ignore_file: Path | None,
        add_ignore: str | None,
        diff_base: str | None,
        **_: object,
    ) -> Ignores:
        """Read baseline and ignore file. Raises `BadSetting`, and `UsageError` without a file."""
        if add_ignore is not None and ignore_file is None:
            raise click.UsageError("--add-ignore needs an --ignore-file to add to.")
        known = read_baseline(baseline) if baseline and not write_baseline else []
        entries = read_ignore_file(ignore_file) if ignore_file else []
        return cls(known, entries, ignore_file, diff_base, write_baseline, add_ignore)

    def honoured(self, report: Report) -> Report:
        """Mark what is ignored. The first that ignores it stays: file, baseline, no change."""
        if self.ignore_file:
            report = honour_ignore_file(report, self.ignore_file, self.entries)
        report = honour_baseline(report, self.known)
        if self.diff_base is None:
            return report
        from factcheck.cli.changes import changed_lines

        paths = [article.document.path for article in report.articles]
        return honour_changes(report, changed_lines(self.diff_base, paths))

    def write(self, failed: Sequence[Spot]) -> bool:
        """Write what fails into baseline or ignore file, as was asked; return whether it was."""
        if self.write_baseline:
            write(self.write_baseline, baseline(failed))
        if self.add_ignore is not None and self.ignore_file:
            old = self.ignore_file.read_text("utf-8") if self.ignore_file.exists() else ""
            added = entries(failed, self.add_ignore)
            write(self.ignore_file, old + added if old else added.lstrip("\n"))
        return bool(self.write_baseline) or self.add_ignore is not None
