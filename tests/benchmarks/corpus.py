"""Make a corpus whose truth is known, from the shipped packs, as JSON Lines.

    python -m tests.benchmarks.corpus FOLDER [ARTICLES] [SEED]

Writes FOLDER/corpus.jsonl (articles of about 400 words from 40 outlets) and FOLDER/truth.jsonl (one
line for each article: its kind, the ordinal of its origin, and each planted figure with its cause).

Of 100 articles, 86 are written afresh with eight figures each, one in ten of them wrong by a known
cause, one in ten rounded; 4 are one form filled in with other figures, 2 are equal copies, 7 are
copies with another headline, byline and agency line and a cut end, and one record is broken.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from factcheck.model import Observation
from factcheck.reference.store import Reference, load_packs
from factcheck.report.figures import figure, period_words
from tests.benchmarks.planted import FORMS, PLANTED, SKIPPED

OUTLETS = [
    f"{place} {name}"
    for place in ("Harbour", "Valley", "Northern", "Lake", "Hill", "Eastern", "River", "Coast")
    for name in ("Post", "Courier", "Observer", "Gazette", "Wire")
]
FIGURES = 8
WORDS = 400
CAUSES = [cause for cause in PLANTED if cause != "none"]
WHO = "analysts officials readers traders editors lawmakers scientists teachers builders growers"
DID = "welcomed questioned debated repeated doubted praised studied noted ignored defended recalled"
HOW = "quietly openly again cautiously at once in private with reluctance for once as before"
WHAT = (
    "the report the numbers the trend the method the forecast the debate the plan the argument "
    "the committee the programme the proposal the memo the hearing the contract the budget"
)
WHERE = (
    "at the meeting|in a long statement|on the fringes of the conference|over coffee|in the lobby|"
    "before the vote|after the hearing|during the break|in a letter to colleagues|on the phone|"
    "at the harbour|in the old town hall|between two sessions|near the end of the evening"
)
THEN = "while|although|because|after|before|as|until|since then|even though|so that"


def filler(rng: random.Random) -> str:
    """A sentence without a number."""
    what = [f"the {word}" for word in WHAT.replace("the ", "").split()]
    one, other = (
        f"{rng.choice(WHO.split())} {rng.choice(DID.split())} {rng.choice(what)} "
        f"{rng.choice(WHERE.split('|'))}"
        for _ in range(2)
    )
    return f"{one.capitalize()}, {rng.choice(THEN.split('|'))} {other}."


def rounded(row: Observation, *_: Any) -> Decimal | None:
    """The figure with one digit less, as the press rounds: decimals and figures in millions.

    None for what would be printed as a whole number, which is taken at its word.
    """
    digits = len(row.value.normalize().as_tuple().digits)
    shorter = round(row.value.scaleb(-row.value.adjusted()), max(digits - 2, 0))
    value = shorter.scaleb(row.value.adjusted())
    return value if digits > 2 and (abs(value) >= 10**6 or value % 1) else None


def write_figure(
    row: Observation, value: Decimal, reference: Reference, rng: random.Random
) -> tuple[str, str]:
    """A sentence that says a value of a row, and the number as it stands there."""
    words = figure(value, row.unit)
    indicator = reference.indicators[row.indicator]
    sentence = rng.choice(FORMS).format(
        when=period_words(row.period), wording=rng.choice(indicator.aliases), who=row.entity,
        what=row.dimension, figure=words,
    )  # fmt: skip
    return sentence, words


def article(
    rows: list[Observation], reference: Reference, rng: random.Random
) -> tuple[list[str], list[dict[str, str]]]:
    """Paragraphs and the figures planted in them."""
    made, planted = [], []
    while len(planted) < FIGURES:
        row, draw = rng.choice(rows), rng.random()
        cause = rng.choice(CAUSES) if draw < 0.1 else "rounding" if draw < 0.2 else "none"
        plant: Callable[..., Decimal | None] = PLANTED.get(cause, rounded)
        value = plant(row, reference, rng)
        if value is None:
            continue
        sentence, words = write_figure(row, value, reference, rng)
        made.append(sentence)
        planted.append({"quote": words, "cause": cause, "indicator": row.indicator})
    while sum(len(one.split()) for one in made) < WORDS:
        made.insert(rng.randrange(len(made) + 1), filler(rng))
    return [" ".join(made[at : at + 4]) for at in range(0, len(made), 4)], planted


FORM = [
    "This is the regular bulletin of the office, put together without a person's hand.",
    *("All figures are preliminary and may be revised in a later bulletin.",) * 2,
    *(f"Section {name} lists what changed since the bulletin before." for name in "ABCDEFGHIJ"),
    "Questions go to the press desk, which answers on working days between nine and five.",
    "The office publishes the tables under an open licence and thanks those who sent figures in.",
]


def records(count: int, seed: int) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """Lines of the corpus with what is true of them."""
    rng = random.Random(seed)
    reference = load_packs()
    usable = [r for i in sorted(reference.indicators) for r in reference.rows(i) if _usable(r)]
    by_pack = {
        pack.name: [r for r in usable if reference.indicators[r.indicator].pack == pack.name]
        for pack in reference.packs
    }
    recent: list[tuple[int, dict[str, Any], list[str], list]] = []
    for ordinal in range(count):
        pack, draw = rng.choice(sorted(by_pack)), rng.random()
        kind, origin = "fresh", None
        day = date(2026, 5, 1) + timedelta(ordinal * 180 // count)
        told = {"id": f"a{ordinal}", "outlet": rng.choice(OUTLETS), "published": day.isoformat()}
        if draw < 0.01:
            yield (
                rng.choice((b'{"id": 1, "text"', b'{"id": "x"}', b'{"text": "\xff"}')),
                {"kind": "broken"},
            )
            continue
        if draw < 0.10 and recent:
            origin, source, parts, planted = rng.choice(recent)
            kind = "equal" if draw < 0.03 else "copy"
            told |= {"title": source["title"]}
            if kind == "copy":
                told["title"] = filler(rng).rstrip(".")
                parts = ["(Agency) - By our own staff", *parts[: len(parts) - rng.choice((0, 1))]]
        elif draw < 0.14:
            kind = "form"
            parts, planted = article(by_pack[pack], reference, rng)
            figures = [p for p in " ".join(parts).split(". ") if any(c.isdigit() for c in p)]
            parts = [*FORM[:7], ". ".join(figures[:3]) + ".", *FORM[7:]]
            told |= {"title": "Bulletin of the office"}
        else:
            parts, planted = article(by_pack[pack], reference, rng)
            told |= {"title": f"The {pack} figures: {filler(rng).rstrip('.')}"}
        told |= {"text": "\n\n".join(parts), "url": f"https://news.example/{ordinal}"}
        if kind == "fresh":
            recent = [*recent[-199:], (ordinal, told, parts, planted)]
        kept = [p for p in planted if p["quote"] in told["text"]]
        truth = {"kind": kind, "origin": origin, "id": told["id"], "planted": kept}
        yield json.dumps(told, ensure_ascii=False).encode(), truth


def _usable(row: Observation) -> bool:
    number = isinstance(row.value, Decimal) and row.unit not in SKIPPED
    return number and len(row.value.normalize().as_tuple().digits) >= 2


def main(folder: Path, count: int = 20_000, seed: int = 1) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "corpus.jsonl").open("wb") as corpus, (folder / "truth.jsonl").open("w") as true:
        for number, (line, truth) in enumerate(records(count, seed), 1):
            corpus.write(line + b"\n")
            true.write(json.dumps({"place": f"{number}"} | truth) + "\n")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
