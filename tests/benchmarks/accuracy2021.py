"""Find the wrong numbers in reports of games that people have marked, beside their box scores.

    python -m tests.benchmarks.accuracy2021 DATA_FOLDER [--games 41-60] [--wordings] [--errors]

DATA_FOLDER holds `claims.jsonl` and `reference.csv` of the Accuracy Shared Task at INLG 2021
(Thomson and Reiter, CC0). Every game becomes an article, printed as a newspaper would, and a
reference pack of its own: entities, indicators and their wordings are made from `reference.csv`
alone. A marked NUMBER mistake is found where a contradicted finding overlaps it; precision is the
share of contradicted findings that overlap one (beside it: that overlap a mistake of any type).
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from factcheck.articles import read_article
from factcheck.checker import Checker
from factcheck.model import ArticleReport, Document, Finding, Status
from factcheck.reference.store import load_packs
from tests.benchmarks.accuracy2021_pack import make_pack
from tests.benchmarks.packs import Row

NUMBER = "NUMBER"
WORDINGS = Path(__file__).with_name("accuracy2021_wordings.csv")
"""What sports pages call the columns, added by hand: only with --wordings."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mistake that people marked. Offsets are code points of the article, half-open."""

    start: int
    end: int
    type: str
    words: str
    correction: str


# -- the article ---------------------------------------------------------------------------------

CLOSING = re.compile(r"['’](?:s|re|ve|ll|d|m)?|n['’]t|[,.;:!?)%]")
"""Tokens that a newspaper prints against the word before them."""
JOINT = ("-", "–")
"""Tokens that it prints without spaces on either side, where they join words or figures."""


def article(sentences: Sequence[Mapping], published: str) -> tuple[Document, list[Mark]]:
    """The sentences as running text, and where the marked tokens stand in it."""
    text, places = _printed([token for s in sentences for token in s["text"].split()])
    document = read_article("game.txt", text.encode())
    marks = [
        Mark(
            places[error["start"] - 1][0], places[error["end"] - 1][1], error["type"],
            error["tokens"], error["correction"] or error["comment"],
        )
        for sentence in sentences
        for error in sentence["errors"]
    ]  # fmt: skip
    return replace(document, published=date.fromisoformat(published)), marks


def _printed(tokens: Sequence[str]) -> tuple[str, list[tuple[int, int]]]:
    """Text without the spaces that splitting put in, and start and end of every token in it."""
    text, places, glued = "", [], True
    for token in tokens:
        if text and not glued and token not in JOINT and not CLOSING.fullmatch(token):
            text += " "
        places.append((len(text), len(text) + len(token)))
        text += token
        glued = token in (*JOINT, "(", "$")
    return text + "\n", places


# -- the figures ---------------------------------------------------------------------------------


def read_games(folder: Path) -> Iterator[tuple[str, list[Mapping], list[Row]]]:
    """(game, its sentences, its rows), in the order of the data."""
    sentences, rows = defaultdict(list), defaultdict(list)
    for line in (folder / "claims.jsonl").read_text("utf-8").splitlines():
        sentence = json.loads(line)
        sentences[sentence["doc_id"]].append(sentence)
    with (folder / "reference.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            rows[row["doc_id"]].append(row)
    return ((game, sentences[game], rows[game]) for game in sentences)


def check_game(
    sentences: Sequence[Mapping], rows: Sequence[Row], press: Mapping[str, str]
) -> tuple[ArticleReport, list[Mark]]:
    """Check the article of a game against its box score."""
    document, marks = article(sentences, sentences[0]["gold_period"])
    with tempfile.TemporaryDirectory() as home:
        make_pack(Path(home) / "game", rows, press)
        checker = Checker(load_packs([Path(home) / "game"]), semantic="never")
    return checker.article(document), marks


def overlapping(finding: Finding, marks: Sequence[Mark]) -> list[Mark]:
    """The marks that a finding touches."""
    quantity = finding.claim.quantity
    return [m for m in marks if m.start < quantity.end and quantity.start < m.end]


def main(folder: Path, first: int, last: int, *, press: bool, errors: bool) -> None:
    """Print recall and precision over the games from `first` to `last`, counted from 1."""
    counts: Counter[str] = Counter()
    wordings = _read_wordings() if press else {}
    for _, sentences, rows in list(read_games(folder))[first - 1 : last]:
        report, marks = check_game(sentences, rows, wordings)
        accused = [f for f in report.findings if f.verdict.status is Status.CONTRADICTED]
        touched = {id(m) for f in accused for m in overlapping(f, marks)}
        wanted = [m for m in marks if m.type == NUMBER]
        counts["wanted"] += len(wanted)
        counts["found"] += sum(id(m) in touched for m in wanted)
        counts["accused"] += len(accused)
        counts["right"] += sum(_is_wrong(f, marks) for f in accused)
        counts["any"] += sum(bool(overlapping(f, marks)) for f in accused)
        counts.update(f"verdict {f.verdict.status}" for f in report.findings)
        if errors:
            _print_errors(report, accused, [m for m in wanted if id(m) not in touched], marks)
    _print_figures(f"games {first}-{last}", counts)


def _read_wordings() -> dict[str, str]:
    with WORDINGS.open(encoding="utf-8", newline="") as file:
        return {row["column"]: row["wordings"] for row in csv.DictReader(file)}


def _is_wrong(finding: Finding, marks: Sequence[Mark]) -> bool:
    return any(mark.type == NUMBER for mark in overlapping(finding, marks))


def _print_figures(name: str, counts: Counter[str]) -> None:
    wanted, accused = counts["wanted"], counts["accused"] or 1
    print(f"{name}: {wanted} wrong numbers, {counts['accused']} called wrong")
    print(f"recall     {counts['found'] / wanted:.3f}")
    right, touched = counts["right"] / accused, counts["any"] / accused
    print(f"precision  {right:.3f}  (overlapping a mistake of any type: {touched:.3f})")
    print(", ".join(f"{k[8:]} {n}" for k, n in sorted(counts.items()) if k.startswith("verdict ")))


def _print_errors(
    report: ArticleReport,
    accused: Sequence[Finding],
    missed: Sequence[Mark],
    marks: Sequence[Mark],
) -> None:
    text = report.document.text
    for mark in missed:
        at = [f.verdict for f in report.findings if overlapping(f, [mark])]
        said = "; ".join(f"{v.status} {v.cause} {v.message}" for v in at) or "no claim"
        print("MISS", _excerpt(text, mark.start, mark.end), "->", mark.correction, "|", said)
    for finding in accused:
        if not _is_wrong(finding, marks):
            quantity = finding.claim.quantity
            place = _excerpt(text, quantity.start, quantity.end)
            print("FALSE", place, "|", finding.verdict.message)


def _excerpt(text: str, start: int, end: int) -> str:
    before, after = text[max(0, start - 100) : start], text[end : end + 50]
    return f"{before}[{text[start:end]}]{after}".replace("\n", " ")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--games", default="41-60", help="first and last, counted from 1")
    parser.add_argument("--wordings", action="store_true", help="add wordings of the press")
    parser.add_argument("--errors", action="store_true", help="print every miss and false alarm")
    given = parser.parse_args()
    first, last = map(int, given.games.split("-"))
    main(given.folder, first, last, press=given.wordings, errors=given.errors)
