"""Figures of merit and the list of misses, from an Evaluation."""

from __future__ import annotations

from collections.abc import Iterable
from math import nan

from factcheck.evaluation.scoring import Evaluation, Outcome

_VERDICTS = ("supported", "contradicted")


def compute_figures(evaluation: Evaluation) -> dict[str, float]:
    """Every figure by name, 0 to 1; NaN where nothing was there to count.

    Precision and recall of errors are about the verdict "contradicted": a flag on a number that
    is no claim counts as a false one.
    """
    return {
        **_extraction(evaluation),
        **_judgement(evaluation.outcomes),
        **_errors(evaluation),
        **_conflicts(evaluation),
    }


def summary_line(evaluation: Evaluation) -> str:
    """The counts behind the figures, on one line."""
    extracted = _extracted(evaluation)
    return (
        f"claims {_claims(evaluation)} predicted {extracted + len(evaluation.spurious)} "
        f"extracted {extracted} flagged {_flagged(evaluation)} "
        f"bare years {evaluation.bare_years} articles {evaluation.articles}"
    )


def list_errors(evaluation: Evaluation) -> list[str]:
    """One line for every miss: claims, findings without a label, pairs."""
    lines = [f"{article.id}: no report for this article" for article in evaluation.unreported]
    lines += [line for outcome in evaluation.outcomes if (line := _miss(outcome))]
    lines += [
        f"{false.article} {false.quote!r}@{false.start}: not in gold"
        f"{' (distractor)' if false.distractor else ''}, said {false.said}"
        for false in evaluation.spurious
    ]
    for pair in evaluation.pairs:
        if not pair.right:
            (doc_a, a, _), (doc_b, b, _) = pair.gold.a, pair.gold.b
            lines.append(
                f"pair {doc_a} {a!r} ~ {doc_b} {b!r}: gold {pair.gold.relation} said {pair.said}"
            )
    return lines


def _miss(outcome: Outcome) -> str | None:
    gold, match = outcome.gold, outcome.match
    label = f"{outcome.article} {gold.quote!r}#{gold.nth}"
    if outcome.finding is None:
        return f"{label}: not extracted (gold {gold.verdict})"
    wrong_cause = outcome.said == "contradicted" and outcome.said_cause != gold.cause
    if outcome.verdict_right and not wrong_cause:
        return None
    right = f"{gold.verdict}/{gold.cause} [{gold.indicator} = {gold.reference_value}]"
    row = f"{match.get('indicator')} = {match.get('value')}"
    return f"{label}: gold {right} said {outcome.said}/{outcome.said_cause} [{row}]"


def _extraction(evaluation: Evaluation) -> dict[str, float]:
    extracted = _extracted(evaluation)
    precision = _ratio(extracted, extracted + len(evaluation.spurious))
    recall = _ratio(extracted, _claims(evaluation))
    hits = _count(false.distractor for false in evaluation.spurious)
    return {
        "extraction_precision": precision,
        "extraction_recall": recall,
        "extraction_f1": _f1(precision, recall),
        "kind_accuracy": _ratio(_count(o.kind_right for o in evaluation.outcomes), extracted),
        "distractor_rate": _ratio(hits, evaluation.distractors),
    }


def _judgement(outcomes: tuple[Outcome, ...]) -> dict[str, float]:
    asked = [outcome for outcome in outcomes if outcome.gold.judged]
    right = _count(outcome.indicator_right for outcome in asked)
    return {
        "indicator_recall": _ratio(right, len(asked)),
        "indicator_precision": _ratio(right, _count(bool(o.match) for o in asked)),
    }


def _errors(evaluation: Evaluation) -> dict[str, float]:
    outcomes = evaluation.outcomes
    found = _said(outcomes, "contradicted", "contradicted")
    precision = _ratio(found, _flagged(evaluation))
    recall = _ratio(found, _gold(outcomes, "contradicted"))
    accused = _said(outcomes, "supported", "contradicted")
    checked = sum(_said(outcomes, gold, said) for gold in _VERDICTS for said in _VERDICTS)
    causes = _count(outcome.cause_right for outcome in outcomes)
    return {
        "verdict_accuracy": _ratio(
            _count(outcome.verdict_right for outcome in outcomes), _claims(evaluation)
        ),
        "error_precision": precision,
        "error_recall": recall,
        "error_f1": _f1(precision, recall),
        "false_accusation_rate": _ratio(accused, _gold(outcomes, "supported")),
        "cause_accuracy": _ratio(causes, _count(outcome.cause_asked for outcome in outcomes)),
        "checked_share": _ratio(checked, sum(_gold(outcomes, verdict) for verdict in _VERDICTS)),
    }


def _conflicts(evaluation: Evaluation) -> dict[str, float]:
    pairs = evaluation.pairs
    real = [pair for pair in pairs if pair.gold.relation == "conflict"]
    apparent = [pair for pair in pairs if pair.gold.relation != "conflict"]
    return {
        "conflict_pairs_reported": _ratio(_count(p.said is not None for p in pairs), len(pairs)),
        "conflict_relation_accuracy": _ratio(_count(pair.right for pair in pairs), len(pairs)),
        "true_conflict_recall": _ratio(_count(p.said == "conflict" for p in real), len(real)),
        "false_conflict_rate": _ratio(
            _count(p.said == "conflict" for p in apparent), len(apparent)
        ),
    }


def _claims(evaluation: Evaluation) -> int:
    unreported = sum(len(article.claims) for article in evaluation.unreported)
    return len(evaluation.outcomes) + unreported


def _extracted(evaluation: Evaluation) -> int:
    return _count(outcome.finding is not None for outcome in evaluation.outcomes)


def _flagged(evaluation: Evaluation) -> int:
    claims = _count(outcome.said == "contradicted" for outcome in evaluation.outcomes)
    return claims + _count(false.said == "contradicted" for false in evaluation.spurious)


def _gold(outcomes: Iterable[Outcome], verdict: str) -> int:
    return _count(outcome.gold.verdict == verdict for outcome in outcomes)


def _said(outcomes: Iterable[Outcome], gold: str, said: str) -> int:
    return _count(outcome.gold.verdict == gold and outcome.said == said for outcome in outcomes)


def _count(flags: Iterable[bool]) -> int:
    return sum(flags)


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else nan


def _f1(precision: float, recall: float) -> float:
    """Harmonic mean; 0 where either is 0 or not defined."""
    both = precision + recall
    return 2 * precision * recall / both if both > 0 else 0.0
