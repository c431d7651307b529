"""Scores a JSON report against labelled articles. Knows the report's schema, not the engine."""

from factcheck.evaluation.baseline import Change, compare_baseline, read_baseline, write_baseline
from factcheck.evaluation.figures import compute_figures, list_errors, summary_line
from factcheck.evaluation.gold import BadGold, GoldSet, read_gold
from factcheck.evaluation.scoring import Evaluation, evaluate

__all__ = [
    "BadGold",
    "Change",
    "Evaluation",
    "GoldSet",
    "compare_baseline",
    "compute_figures",
    "evaluate",
    "list_errors",
    "read_baseline",
    "read_gold",
    "summary_line",
    "write_baseline",
]
