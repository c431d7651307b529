"""Plant known errors in sentences made from the shipped packs and count what is found.

    python -m tests.benchmarks.planted [SENTENCES] [SEED]

Every sentence says one published figure with a wording of the pack, right or with one slip of a
known cause. Prints, per cause, how many were found, found under that cause, called right, and left
open. The sentences are plain: this measures matching and diagnosis, not reading.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

from factcheck.articles import read_article
from factcheck.checker import Checker
from factcheck.model import Indicator, Observation
from factcheck.reference.store import Reference, load_packs
from factcheck.report.figures import figure, period_words

FORMS = (
    "In {when}, {wording} in {who} {what} stood at {figure}.",
    "{who}'s {wording} {what} came to {figure} in {when}, the data show.",
)
SKIPPED = ("ordinal", "date")
"""Units whose figures are no amounts."""


def scaled(row: Observation, _: Reference, __: random.Random) -> Decimal | None:
    """Million for billion."""
    return row.value * 1000 if abs(row.value) < 10**9 else row.value / 1000


def exchanged(row: Observation, _: Reference, rng: random.Random) -> Decimal | None:
    """Two neighbouring digits exchanged, neither of which then leads as a zero."""
    digits = list(str(abs(row.value).normalize() if abs(row.value) < 10**6 else int(row.value)))
    places = [i for i, char in enumerate(digits) if char.isdigit()]
    pairs = [(a, b) for a, b in pairwise(places) if digits[a] != digits[b] and digits[b] != "0"]
    if not pairs:
        return None
    a, b = pairs[0] if abs(row.value) > 1000 else rng.choice(pairs)
    digits[a], digits[b] = digits[b], digits[a]
    return Decimal("".join(digits))


def of_another(same: str, other: str) -> Callable[..., Decimal | None]:
    """The value of a row that shares one slot and differs in the other."""

    def pick(row: Observation, reference: Reference, rng: random.Random) -> Decimal | None:
        values = [
            r.value
            for r in reference.rows(row.indicator)
            if r.dimension == row.dimension
            and getattr(r, same) == getattr(row, same)
            and getattr(r, other) != getattr(row, other)
            and r.value != row.value
        ]
        return rng.choice(values) if values else None

    return pick


def bent(row: Observation, _: Reference, rng: random.Random) -> Decimal | None:
    """A value that nobody published, a little off."""
    step = Decimal(1).scaleb(row.value.adjusted() - 2)
    return (row.value * Decimal(rng.choice(("1.27", "0.81", "1.13")))).quantize(step)


PLANTED: dict[str, Callable[..., Decimal | None]] = {
    "none": lambda row, *_: row.value,
    "wrong_scale": scaled,
    "transposed_digits": exchanged,
    "wrong_period": of_another("entity", "period"),
    "wrong_entity": of_another("period", "entity"),
    "value_mismatch": bent,
}


def main(sentences: int = 600, seed: int = 1) -> None:
    rng = random.Random(seed)
    reference = load_packs()
    checker = Checker(reference, semantic="never")
    rows = [r for i in sorted(reference.indicators) for r in reference.rows(i) if _usable(r)]
    told: dict[str, Counter[str]] = {cause: Counter() for cause in PLANTED}
    for number in range(sentences):
        row, cause = rng.choice(rows), list(PLANTED)[number % len(PLANTED)]
        value = PLANTED[cause](row, reference, rng)
        if value is not None:
            told[cause][_verdict(checker, reference, row, value, rng)] += 1
    print(f"{'planted':18s} {'n':>4s} {'wrong':>6s} {'cause':>6s} {'right':>6s} {'open':>6s}")
    for cause, verdicts in told.items():
        n = sum(verdicts.values()) or 1
        wrong = sum(c for v, c in verdicts.items() if v.startswith("contradicted"))
        right, named = verdicts["supported"], verdicts[f"contradicted {cause}"]
        shares = (wrong / n, named / (wrong or 1), right / n, (n - wrong - right) / n)
        print(f"{cause:18s} {n:4d} " + " ".join(f"{share:6.3f}" for share in shares))


def _usable(row: Observation) -> bool:
    number = isinstance(row.value, Decimal) and row.unit not in SKIPPED
    return number and len(row.value.normalize().as_tuple().digits) >= 2


def _wordings(indicator: Indicator, row: Observation, reference: Reference) -> list[str]:
    """Wordings that name nobody else: "US firms attracted" is no sentence about Europe."""
    own = {row.entity, row.dimension}
    apart = sorted({r.dimension for r in reference.rows(indicator.id)} - {row.dimension, ""})
    names = {alias for alias, name in reference.lexicon.items() if name not in own} | set(apart)
    padded = {text: f" {text.replace('-', ' ').lower()} " for text in indicator.aliases}
    fit = [
        text
        for text, words in padded.items()
        if not any(f" {name.replace('-', ' ').lower()}" in words for name in names)
    ]
    return fit or [indicator.name]


def _verdict(
    checker: Checker, reference: Reference, row: Observation, value: Decimal, rng: random.Random
) -> str:
    indicator = reference.indicators[row.indicator]
    words = figure(value, row.unit)
    sentence = rng.choice(FORMS).format(
        when=period_words(row.period), wording=rng.choice(_wordings(indicator, row, reference)),
        who=row.entity,
        what=row.dimension, figure=words,
    )  # fmt: skip
    text = f"{indicator.pack} figures\n\n{sentence}\n"
    article = checker.article(read_article("planted.txt", text.encode()))
    for finding in article.findings:
        if finding.claim.quantity.quote in words:
            verdict = finding.verdict
            wrong = verdict.status == "contradicted"
            return f"{verdict.status} {verdict.cause}" if wrong else str(verdict.status)
    return "not extracted"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
