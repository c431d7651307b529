"""Say figures of older editions, and figures of no edition, and see what they are called.

    python -m tests.benchmarks.vintages CSV [SENTENCES] [SEED]

CSV holds indicator, entity, period, value, unit, source and edition (the day it appeared) of the
World Bank's GDP, population and inflation files, one row per edition. A sentence says a figure
as a newspaper would, rounded to four digits, in an article of the day on which that edition
appeared or of no date. Figures that the newest edition no longer prints must be called supported
(superseded), never wrong; figures off by 4 to 27 percent that no edition prints must never be
called supported.
"""

from __future__ import annotations

import csv
import random
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from factcheck.articles import read_article
from factcheck.checker import Checker
from factcheck.reference.store import load_packs
from factcheck.report.figures import figure
from tests.benchmarks.packs import Row, write_pack

UNITS = {"US$": "USD", "people": "count", "%": "percent"}
DIGITS = 4
FORMS = (
    "In {period}, {what} in {who} stood at {figure}.",
    "{who}'s {what} came to {figure} in {period}, the data show.",
)
BENT = ("1.27", "1.13", "1.04", "0.96", "0.87", "0.81")
ASIDE = re.compile(r"\s*\([^)]*\)|,.*")
Slot = tuple[str, str, str]


def make_pack(folder: Path, rows: Sequence[Row]) -> None:
    """Every edition as its own vintage; names from the data, less what brackets and commas add."""
    indicators = {r["indicator"]: UNITS[r["unit"]] for r in rows}
    entities = dict.fromkeys(r["entity"] for r in rows)
    write_pack(
        folder,
        "Editions of the World Bank's files",
        [_observation(row) for row in rows],
        [
            {"indicator": _slug(name), "name": name, "definition": name, "unit": unit,
             "topic": "world", "aliases": _short(name)}
            for name, unit in indicators.items()
        ],
        [{"entity": name, "type": "country", "aliases": _alias(name)} for name in entities],
        {"source": "editions", "title": "World Bank files in their editions", "publisher":
         "World Bank", "url": "https://data.worldbank.org", "quality": "primary"},
    )  # fmt: skip


def _observation(row: Row) -> Row:
    return {
        "indicator": _slug(row["indicator"]), "entity": row["entity"], "period": row["period"],
        "value": f"{Decimal(row['value']):f}", "unit": UNITS[row["unit"]],
        "edition": row["edition"], "published": row["edition"], "source": "editions",
    }  # fmt: skip


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


def _short(name: str) -> str:
    """ "Inflation, consumer prices (annual %)" is called inflation."""
    return ASIDE.sub("", name)


def _alias(name: str) -> str:
    """Of "Egypt, Arab Rep." what stands before the comma."""
    return _short(name) if _short(name) != name else ""


def rounded(value: Decimal) -> Decimal:
    """To as many digits as a newspaper prints."""
    step = max(value.adjusted() - DIGITS + 1, -2)
    return value.quantize(Decimal(1).scaleb(step)) if value else value


def verdict(checker: Checker, slot: Slot, value: Decimal, unit: str, day: str | None, form: str):
    """(status, cause) of the figure in a one-sentence article; None where it is not extracted."""
    words = figure(rounded(value), unit)
    what, who = _short(slot[0]), _short(slot[1])
    what = what if what[1:2].isupper() else what.lower()
    text = form.format(period=slot[2], what=what, who=who, figure=words)
    document = read_article("edition.txt", f"{text}\n".encode())
    document = replace(document, published=date.fromisoformat(day) if day else None)
    for finding in checker.article(document).findings:
        if finding.claim.quantity.quote in words:
            return finding.verdict.status, finding.verdict.cause
    return None


def main(path: str, sentences: int = 600, seed: int = 1) -> None:
    rng = random.Random(seed)
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    slots: dict[Slot, list[tuple[str, Decimal]]] = defaultdict(list)
    for r in rows:
        slots[r["indicator"], r["entity"], r["period"]].append((r["edition"], Decimal(r["value"])))
    units = {r["indicator"]: UNITS[r["unit"]] for r in rows}
    with tempfile.TemporaryDirectory() as home:
        make_pack(Path(home) / "editions", rows)
        checker = Checker(load_packs([Path(home) / "editions"]), semantic="never")
    older = [(s, *stale) for s in sorted(slots) for stale in _stale(slots[s])]
    told: dict[str, Counter[str]] = {"older edition": Counter(), "no edition": Counter()}
    for slot, day, value in rng.sample(older, min(sentences, len(older))):
        form, when = rng.choice(FORMS), rng.choice((day, None))
        found = verdict(checker, slot, value, units[slot[0]], when, form)
        told["older edition"][_name(found)] += 1
        if (other := _bent(value, slots[slot], rng)) is not None:
            found = verdict(checker, slot, other, units[slot[0]], when, form)
            told["no edition"][_name(found)] += 1
    _print(told)


def _stale(editions: Sequence[tuple[str, Decimal]]) -> list[tuple[str, Decimal]]:
    """Editions whose figure, as a newspaper prints it, the newest one no longer gives."""
    newest = rounded(max(editions)[1])
    return [(day, value) for day, value in sorted(editions) if rounded(value) != newest]


def _bent(
    value: Decimal, editions: Sequence[tuple[str, Decimal]], rng: random.Random
) -> Decimal | None:
    """A figure that no edition prints, nor comes within two percent of."""
    other = rounded(value * Decimal(rng.choice(BENT)))
    near = any(abs(other - known) <= abs(known) / 50 for _, known in editions)
    return None if near else other


def _name(found: tuple[str, str | None] | None) -> str:
    return "not extracted" if found is None else " ".join(filter(None, map(str, found)))


def _print(told: dict[str, Counter[str]]) -> None:
    older, none = told.values()
    right = sum(n for name, n in older.items() if name.startswith("supported"))
    wrong = sum(n for name, n in none.items() if name.startswith("supported"))
    called = sum(n for name, n in none.items() if name.startswith("contradicted"))
    print(f"older edition: {older.total()} sentences")
    print(f"  called supported     {right / older.total():.3f} (at least 0.95)")
    print(f"  of these superseded  {older['supported superseded'] / (right or 1):.3f}")
    print(f"no edition: {none.total()} sentences")
    print(f"  called supported     {wrong / none.total():.3f} (at most 0.01)")
    print(f"  called wrong         {called / none.total():.3f}")
    for name, counts in told.items():
        print(f"{name}: " + ", ".join(f"{v} {n}" for v, n in counts.most_common()))


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
