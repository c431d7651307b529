"""What was right last time, claim by claim, so that a change shows its gains and losses."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck import json_text
from factcheck.evaluation.gold import BadGold
from factcheck.evaluation.scoring import Evaluation, Outcome

ASPECTS = ("extracted", "kind", "indicator", "verdict", "cause")
"""What can be right about a claim. Indicator and cause only where the label has one."""

Baseline = dict[str, dict[str, Any]]
"""Article -> {"claims": {"quote#nth": what is right}, "not_in_gold": [quotes]}."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a report does better and worse than a baseline, one line each."""

    gains: tuple[str, ...]
    losses: tuple[str, ...]


def make_baseline(evaluation: Evaluation) -> Baseline:
    """What is right now, in the form of the baseline file."""
    baseline: Baseline = {}
    unreported = [
        (article.id, claim) for article in evaluation.unreported for claim in article.claims
    ]
    missed = [Outcome(article, claim, None) for article, claim in unreported]
    for outcome in (*evaluation.outcomes, *missed):
        claims = _entry(baseline, outcome.article)["claims"]
        claims[f"{outcome.gold.quote}#{outcome.gold.nth}"] = " ".join(_right(outcome))
    for false in evaluation.spurious:
        _entry(baseline, false.article)["not_in_gold"].append(false.quote)
    return baseline


def write_baseline(evaluation: Evaluation, path: Path) -> None:
    """Accept what is right now as the level to hold; sorted, one claim a line, to diff well."""
    text = json.dumps(make_baseline(evaluation), indent=1, sort_keys=True, ensure_ascii=False)
    path.write_text(text + "\n", "utf-8")


def read_baseline(path: Path) -> Baseline:
    """Read a baseline file.

    Raises:
        BadGold: the file is absent or no baseline.
    """
    try:
        baseline = json_text.parse(path.read_text("utf-8"))
    except FileNotFoundError:
        raise BadGold(str(path), "no such file", "a file of --write-baseline") from None
    except json_text.NoJson as error:
        place = f"{path}:{error.line}" if error.line else str(path)
        raise BadGold(place, "broken JSON", "a baseline") from None
    if not isinstance(baseline, dict) or not all("claims" in v for v in baseline.values()):
        raise BadGold(str(path), "no claims by article", "a file of --write-baseline")
    return baseline


def compare_baseline(before: Baseline, evaluation: Evaluation) -> Change:
    """Gains and losses against `before`; claims that only one side knows are neither."""
    now = make_baseline(evaluation)
    gains: list[str] = []
    losses: list[str] = []
    for article in sorted(before.keys() & now.keys()):
        old, new = before[article], now[article]
        for claim in sorted(old["claims"].keys() & new["claims"].keys()):
            was, is_ = set(old["claims"][claim].split()), set(new["claims"][claim].split())
            gains += [f"{article} {claim}: {name} is right now" for name in _new(is_, was)]
            losses += [f"{article} {claim}: {name} was right before" for name in _new(was, is_)]
        said: Counter[str] = Counter(old["not_in_gold"])
        says: Counter[str] = Counter(new["not_in_gold"])
        gains += [f"{article} {quote!r}: no longer reported" for quote in sorted(said - says)]
        losses += [f"{article} {quote!r}: reported, not in gold" for quote in sorted(says - said)]
    return Change(tuple(gains), tuple(losses))


def _entry(baseline: Baseline, article: str) -> dict[str, Any]:
    return baseline.setdefault(article, {"claims": {}, "not_in_gold": []})


def _right(outcome: Outcome) -> list[str]:
    flags = (
        outcome.finding is not None,
        outcome.kind_right,
        outcome.indicator_right,
        outcome.verdict_right,
        outcome.cause_right,
    )
    return [name for name, flag in zip(ASPECTS, flags, strict=True) if flag]


def _new(one: set[str], other: set[str]) -> list[str]:
    return [name for name in ASPECTS if name in one - other]
