"""What a whole article says about itself: its packs, editions, topics, and when it appeared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.match.interface import Figures
from factcheck.measure.periods import bounds
from factcheck.model import Claim, Document, Kind, Reading


@dataclass(frozen=True, slots=True)
class Article:
    """The document prior: it speaks for every claim that does not speak for itself."""

    editions: Mapping[str, Sequence[str]]
    """Pack -> the editions of it that the article may be about, likeliest first."""
    until: date | None
    """Publication date of the article: nothing that appeared later was known to it."""
    weights: Mapping[str, float]
    """Pack -> share of the article's claims that it explains."""
    named: frozenset[str]
    """Entities that its claims may be about."""
    topics: Mapping[tuple[Kind, str], float]
    """Kind of number and indicator -> share of the votes of that kind."""


def article_prior(
    reference: Figures,
    document: Document,
    claims: Sequence[Claim],
    votes: Sequence[Reading | None],
) -> Article:
    """Count the best reading of each claim (None: no vote) as one vote, weighed by its score."""
    packs: dict[str, float] = defaultdict(float)
    topics: dict[tuple[Kind, str], float] = defaultdict(float)
    kinds: dict[Kind, float] = defaultdict(float)
    for claim, reading in zip(claims, votes, strict=True):
        if reading is not None:
            packs[reading.indicator.pack] += reading.score
            topics[claim.quantity.kind, reading.indicator.id] += reading.score
            kinds[claim.quantity.kind] += reading.score
    named = Counter(c.edition.value for c in claims if c.edition)
    newest = _newest_day(claims, document.published)
    total = sum(packs.values())
    return Article(
        {
            pack: _editions(editions, named, newest, document.published)
            for pack, editions in sorted(reference.editions.items())
        },
        document.published,
        {pack: votes / total for pack, votes in packs.items()},
        frozenset(slot.value for c in claims for slot in c.entities),
        {(kind, i): votes / kinds[kind] for (kind, i), votes in topics.items()},
    )


def _editions(
    editions: Mapping[str, tuple[date, date]],
    named: Counter[str],
    newest: date | None,
    published: date | None,
) -> list[str]:
    """The editions that claims name and that can know what the article tells; else the first
    that can, if it had appeared by then; else the newest that had appeared."""
    labels = sorted((e for e in named if e in editions), key=lambda e: (-named[e], e))
    able = [e for e in labels if newest is None or newest <= editions[e][1]]
    if able and len(able) == len(labels):
        return able
    by_day = sorted(editions, key=lambda e: (editions[e][0], e))
    appeared = [e for e in by_day if published is None or editions[e][0] <= published]
    if published is not None and appeared and not labels:
        return appeared[-1:]
    covering = [e for e in appeared if newest and newest <= editions[e][1]]
    return list(dict.fromkeys([*covering[:1], *labels]))


def _newest_day(claims: Sequence[Claim], published: date | None) -> date | None:
    """First day of the latest period that a statement of fact in the article is about."""
    firm = (c.period for c in claims if c.checkability is None and c.quantity.kind is not Kind.DATE)
    days = [b[0] for slot in firm if slot and slot.firm and (b := bounds(slot.value))]
    return max((d for d in days if published is None or d <= published), default=None)
