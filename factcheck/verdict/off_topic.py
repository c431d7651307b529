"""Take back what is held against an article that is about something else.

A pack that fits an article covers much of it and bears most of its numbers out, as most numbers in
print are right. One that covers little, and whose figures are contradicted as often as borne out,
was met by chance: in an article on robots the "growth" of one thing looks like that of another. So
was one that bears nothing out where the text says neither who nor when.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from factcheck.model import Claim, Status
from factcheck.verdict.accuse import ACCUSE
from factcheck.verdict.judgement import Judgement, abstained

PLAIN = 0.8
"""Score (0 to 1) from which a reading says itself what it is about. Chosen on articles that were
checked with the packs of other subjects, and so that no error of the labelled ones was lost."""

LITTLE = 0.25
"""Share of the claims of an article up to which a pack covers little of it. Chosen likewise."""


def withdraw_off_topic(claims: Sequence[Claim], judged: Sequence[Judgement]) -> list[Judgement]:
    """Abstain from doubtful accusations by a pack that is hardly about the article."""
    votes = Counter(
        (one.reading.indicator.pack, one.verdict.status)
        for one in judged
        if one.reading and one.reading.score >= ACCUSE  # a faint one speaks for no pack
    )

    def strays(claim: Claim, one: Judgement) -> bool:
        if one.reading is None or one.verdict.status is not Status.CONTRADICTED:
            return False
        if one.reading.score >= PLAIN or one.reading.outright:
            return False
        pack = one.reading.indicator.pack
        borne_out, accused = votes[pack, Status.SUPPORTED], votes[pack, Status.CONTRADICTED]
        little = borne_out + accused <= LITTLE * len(judged)
        nowhere = not (borne_out or claim.entities or claim.periods)
        return nowhere or (little and accused >= borne_out)

    return [
        abstained(claim, one.reading) if one.reading and strays(claim, one) else one
        for claim, one in zip(claims, judged, strict=True)
    ]
