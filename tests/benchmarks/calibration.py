"""How every threshold of matching and judging was chosen, and the curves it was read from.

    python -m tests.benchmarks.calibration FOLDER… [--only NAME]…

Each FOLDER holds labelled articles as `factcheck evaluate` reads them. Every threshold of `SWEPT`
is moved through its values, the others left as they are, and each line says what all labelled
claims together then come to:

- `coverage`: share of the claims that the labels call supported or contradicted and that get one
  of these verdicts;
- `precision`: share of those verdicts that are right;
- `false`: claims called wrong that the labels do not call wrong;
- `loss`: claims with another verdict than their label, a false accusation counted ten times.

The value in use is marked with a star. Claims are extracted once and sentence vectors kept, so a
value takes seconds.
"""

from __future__ import annotations

import argparse
import importlib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType

from factcheck.articles import read_articles
from factcheck.articles.directives import without_comments
from factcheck.checker import Checker
from factcheck.evaluation import evaluate, read_gold
from factcheck.model import ArticleReport, Claim, Report
from factcheck.reference.store import load_packs, shipped_packs
from factcheck.report import render
from factcheck.verdict.engine import findings

FALSE = 10
"""What a false accusation costs, in misses."""
SWEPT = {
    "match.rank.ENOUGH": (0.2, 0.22, 0.24, 0.26, 0.28, 0.32, 0.36),
    "match.rank.RIVAL": (0.5, 0.6, 0.7, 0.8),
    "match.rank.PRIOR": (0.1, 0.25, 0.4),
    "match.rank.FOREIGN_NOUN": (0.6, 0.75, 0.9),
    "match.rank.UNRELATED": (0.3, 0.5, 0.7),
    "match.rank.NOT_A_CHANGE": (0.5, 0.7, 0.85),
    "match.rank.NAMED_DIMENSION": (0.4, 0.6, 0.75),
    "match.rank.MEANING": (0.25, 0.5, 0.75),
    "match.neighbours.CARRY": (0.2, 0.26, 0.32, 0.38, 0.44, 0.5),
    "match.neighbours.RELATIVE": (0.0, 0.25, 0.5),
    "match.neighbours.TOPIC": (0.25, 0.5, 0.75),
    "match.neighbours.OPEN": (0.4, 0.65, 0.8),
    "match.published.TOGETHER": (0.0, 0.15, 0.3, 0.45),
    "match.published.OWN": (0.0, 0.1, 0.2, 0.3),
    "match.published.TOUCHED": (0.0, 0.05, 0.1, 0.2),
    "match.lexical.HALF": (1.2, 1.7, 2.4),
    "verdict.judge.MARGIN": (0.0, 0.015, 0.03, 0.06),
    "verdict.accuse.ACCUSE": (0.28, 0.31, 0.34, 0.38, 0.42, 0.5),
    "verdict.accuse.ACCUSE_UNSETTLED": (0.3, 0.4, 0.5, 0.6),
    "verdict.accuse.UNEXPLAINED": (0.34, 0.42, 0.5, 0.58, 0.66, 0.74),
    "verdict.accuse.CLOSE": (0.7, 0.8, 0.9),
    "verdict.accuse.FAR": (2, 3, 5),
}
"""Threshold -> the values it is moved through, on the scale that its own docstring gives."""


class Labelled:
    """A folder of labelled articles with their claims, extracted once."""

    def __init__(self, folder: Path) -> None:
        self.gold = read_gold(folder)
        self.checker = Checker(load_packs((*shipped_packs(), *self.gold.packs)))
        if self.checker.match.meaning is not None:
            self.checker.match.meaning = Kept(self.checker.match.meaning)
        read, _ = read_articles([article.path for article in self.gold.articles])
        self.documents = [replace(one, text=without_comments(one.text)) for one in read]
        self.claims = [self.checker.extract(document) for document in self.documents]

    def outcomes(self) -> list[tuple[str | None, str]]:
        """(label, verdict) of every claim; no label where none answers a finding."""
        reports = []
        for document, (claims, numbers) in zip(self.documents, self.claims, strict=True):
            aligned = self.checker.match.align(document, claims)
            found, odd = findings(document, claims, aligned, self.checker.reference)
            reports.append(ArticleReport(document, found, odd, numbers))
        report = Report(tuple(reports), self.checker.reference.packs, (), ())
        result = evaluate(self.gold, json.loads(render(report, "json")))
        told: list[tuple[str | None, str]] = [
            (one.gold.verdict, one.said or "missed") for one in result.outcomes
        ]
        return told + [(None, one.said) for one in result.spurious]


class Kept:
    """Nearness in meaning, kept by the words that are compared."""

    def __init__(self, meaning) -> None:
        self._meaning = meaning
        self._known: dict[object, dict[str, float]] = {}

    def nearness(self, claims: Sequence[Claim]) -> list[dict[str, float]]:
        keys = [(claim.sentence, claim.context) for claim in claims]
        missing = {key: c for key, c in zip(keys, claims, strict=True) if key not in self._known}
        found = self._meaning.nearness(list(missing.values()))
        self._known.update(zip(missing, found, strict=True))
        return [self._known[key] for key in keys]


def measure(folders: Sequence[Labelled]) -> str:
    """One line of figures over all folders."""
    told = [pair for folder in folders for pair in folder.outcomes()]
    checkable = [(g, s) for g, s in told if g in ("supported", "contradicted")]
    decided = [(g, s) for g, s in told if s in ("supported", "contradicted")]
    covered = sum(s in ("supported", "contradicted") for _, s in checkable)
    right = sum(g == s for g, s in decided)
    false = sum(s == "contradicted" != g for g, s in decided)
    wrong = sum(g is not None and g != s for g, s in told)
    return (
        f"coverage {covered / len(checkable):.3f}  precision {right / len(decided):.3f}"
        f"  false {false:3d}  loss {wrong + (FALSE - 1) * false}"
    )


def sweep(name: str, folders: Sequence[Labelled]) -> None:
    """Print a line for each value of one threshold."""
    path, constant = name.rsplit(".", 1)
    module: ModuleType = importlib.import_module(f"factcheck.{path}")
    kept = getattr(module, constant)
    print(name)
    for value in SWEPT[name]:
        setattr(module, constant, type(kept)(value))
        star = "*" if float(value) == float(kept) else " "
        print(f" {star} {value!s:6} {measure(folders)}", flush=True)
    setattr(module, constant, kept)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--only", action="append", choices=SWEPT)
    arguments = parser.parse_args()
    folders = [Labelled(folder) for folder in arguments.folders]
    print("as it is  ", measure(folders))
    for name in arguments.only or SWEPT:
        sweep(name, folders)


if __name__ == "__main__":
    main()
