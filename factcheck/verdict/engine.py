"""All verdicts of one article: each claim by itself, then what its neighbours change."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from factcheck.model import Alignment, Claim, Document, Finding, Inconsistency, Match, Source
from factcheck.report.figures import plain
from factcheck.verdict import diagnose
from factcheck.verdict.arithmetic import inconsistencies
from factcheck.verdict.definitions import mark_mistaken
from factcheck.verdict.directions import mark_directions
from factcheck.verdict.doubles import withdraw_doubles
from factcheck.verdict.editions import judge_labels
from factcheck.verdict.faint import with_faint
from factcheck.verdict.judge import judge
from factcheck.verdict.judgement import Judgement
from factcheck.verdict.off_topic import withdraw_off_topic
from factcheck.verdict.own_sums import mark_own_sums
from factcheck.verdict.series import mark_series
from factcheck.verdict.swaps import mark_swaps
from factcheck.verdict.told import mark_told_changes
from factcheck.verdict.totals import mark_totals
from factcheck.verdict.untold import withdraw_untold


class Figures(diagnose.Figures, Protocol):
    """What the engine asks of the reference."""

    @property
    def sources(self) -> Mapping[str, Source]: ...


def findings(
    document: Document, claims: Sequence[Claim], alignments: Sequence[Alignment], reference: Figures
) -> tuple[tuple[Finding, ...], tuple[Inconsistency, ...]]:
    """One finding per claim in text order, and the sums of the article that do not come out."""
    judged = [
        judge(c, a, reference, document.published) for c, a in zip(claims, alignments, strict=True)
    ]
    judged = withdraw_untold(claims, mark_swaps(claims, judged, alignments), reference)
    judged = mark_told_changes(claims, judged, alignments)
    judged = mark_totals(claims, with_faint(claims, judged, alignments))
    judged = mark_series(claims, judged, alignments, reference, document.published)
    judged = mark_own_sums(claims, judged)
    judged = mark_directions(claims, judged, reference)
    judged = mark_mistaken(claims, judge_labels(claims, judged, reference), reference)
    judged = withdraw_off_topic(claims, withdraw_doubles(claims, judged))
    seen: Counter[str] = Counter()
    found = tuple(
        Finding(
            _fingerprint(claim, judgement, seen),
            claim,
            _match(judgement, reference),
            judgement.verdict,
        )
        for claim, judgement in zip(claims, judged, strict=True)
    )
    return found, tuple(inconsistencies(document.text, found))


def _match(judgement: Judgement, reference: Figures) -> Match | None:
    reading, figure = judgement.reading, judgement.figure
    if reading is None or figure is None:
        return None
    return Match(
        observation=figure.row,
        indicator_name=reading.indicator.name,
        source=reference.sources[figure.row.source],
        score=Decimal(str(round(min(reading.score, 1.0), 2))),
        why=reading.why,
        operation=reading.operation,
        operands=tuple(rows[-1] for rows in reading.operands if rows),
        pack=reading.indicator.pack,
    )


def _fingerprint(claim: Claim, judgement: Judgement, seen: Counter[str]) -> str:
    """Stable over edits elsewhere: the sentence, the number and its turn among equals, no lines."""
    value = claim.quantity.value
    parts = (
        claim.quantity.kind,
        plain(value) if isinstance(value, Decimal) else str(value),
        claim.quantity.quote,
        " ".join(claim.sentence.split()),
    )
    digest = hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
    seen[digest] += 1
    return hashlib.sha256(f"{digest}{seen[digest]}".encode()).hexdigest()[:16]
