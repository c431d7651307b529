"""What the checker gets right in corpora/ must stay right."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.cli.evaluate import check_gold
from factcheck.evaluation import compare_baseline, evaluate, read_baseline, read_gold

ROOT = Path(__file__).parents[1]
BASELINE = ROOT / "tests" / "baseline.json"
ACCEPT = "factcheck evaluate corpora --write-baseline tests/baseline.json"


def test_nothing_that_was_right_is_wrong_now():
    gold = read_gold(ROOT / "corpora")
    change = compare_baseline(read_baseline(BASELINE), evaluate(gold, check_gold(gold)))
    for line in change.gains:
        print("gain:", line)
    for line in change.losses:
        print("loss:", line)
    if change.losses:
        pytest.fail(
            f"{len(change.losses)} losses and {len(change.gains)} gains against {BASELINE.name}, "
            f"listed above. If they are meant, accept them with\n  {ACCEPT}",
            pytrace=False,
        )
