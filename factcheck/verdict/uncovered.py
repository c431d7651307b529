"""Claims that no reference covers, set against each other: equal words, unequal numbers."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from factcheck.model import ArticleReport, Cause, Claim, Conflict, ConflictSide, Finding, Relation
from factcheck.report.figures import period_words
from factcheck.verdict.relations import compatible, printed
from factcheck.verdict.words import content

WORDS = 3
"""Fewest content words of the clause that must be the same ones; two are shared by chance. One more
where no entity is known: then a word of the clause is its name."""
MOST = 60
"""Claims of one wording compared with one another, the first by article id and place."""

Place = tuple[str, Finding]


def uncovered(articles: Sequence[ArticleReport]) -> Iterator[Conflict]:
    """Pairs of claims from two articles, alike in every word and slot, that differ in the number.

    Nobody is right here: the message says that no reference covers them.
    """
    groups: dict[tuple[object, ...], list[Place]] = defaultdict(list)
    for article in articles:
        for finding in article.findings:
            if finding.match is None and finding.verdict.cause is Cause.NO_REFERENCE:
                key = slot(finding.claim)
                if key is not None:
                    groups[key].append((article.document.id, finding))
    for group in groups.values():
        for a, b in combinations(_first(group), 2):
            if a[0] != b[0] and (found := differ(a, b)):
                yield found


def slot(claim: Claim) -> tuple[object, ...] | None:
    """Who, what and in which unit; None where the text leaves one of them open."""
    words = frozenset(content(claim.measure or ""))
    who = claim.entity.value if claim.entity else None
    if claim.period is None or len(words) < WORDS + (who is None) or claim.rejected:
        return None
    kind, unit = claim.quantity.kind, claim.quantity.unit
    slots = claim.dimension, claim.operation, claim.role, claim.direction
    return who, words, kind, unit, *slots


def _first(group: list[Place]) -> list[Place]:
    if len(group) <= MOST:
        return group
    return sorted(group, key=lambda place: (place[0], place[1].claim.quantity.start))[:MOST]


def differ(a: Place, b: Place) -> Conflict | None:
    """How two claims of one slot differ, else None. Each is an article's id and a finding of it."""
    if compatible(a[1], b[1]):
        return None
    periods = [_period(place[1].claim) for place in (a, b)]
    same = periods[0] == periods[1]
    relation = Relation.CONFLICT if same else Relation.DIFFERENT_PERIOD
    one, other = (place[1].claim.quantity.quote for place in (a, b))
    text = f"these differ: “{one}” and “{other}”, worded alike; "
    if same:
        text += f"both are about {period_words(periods[0])}, no reference covers them"
    else:
        first, second = map(period_words, periods)
        text += f"the first is about {first}, the second about {second}"
    key = "|".join([relation, *sorted(article + finding.id for article, finding in (a, b))])
    name = hashlib.sha256(key.encode()).hexdigest()[:16]
    return Conflict(name, relation, None, text, (_side(a), _side(b)))


def _period(claim: Claim) -> str:
    assert claim.period is not None, "claims without a period are left out"
    return claim.period.value


def _side(place: Place) -> ConflictSide:
    article, finding = place
    quote = finding.claim.quantity.quote
    return ConflictSide(article, finding.id, quote, printed(finding), _period(finding.claim))
