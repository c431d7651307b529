"""A right number about the wrong thing: what an indicator is not, as its pack says it in words.

The `confusions` of an indicator may hold phrases such as "grants, not filings" or "not the total".
A sentence that calls the figure what it is not, and nowhere what it is, is wrong on the measure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from factcheck.model import Cause, Claim, Indicator, Reading, Status, Verdict
from factcheck.report.codes import code_for
from factcheck.verdict import wording
from factcheck.verdict.diagnose import Figures
from factcheck.verdict.judgement import Judgement
from factcheck.verdict.words import WORD, content, stem

NEAR = 6
"""Words between the number and what it is called, at most."""
DENIED = re.compile(r"\b(?:not|no|never|nor|without|unlike|than|instead)\b|n[’']t\b", re.I)
NOTE = "not what it measures: "
"""Begins the note of a verdict that rests on a definition; the phrase follows."""
DISTANCE = "the distance of two scores"

CLAUSE = re.compile(r"\s*(?:[.;](?:\s|$))\s*")
PHRASE = re.compile(r"(?:^|,\s*|\band\s+)not\s++(?P<phrase>[^,;(]+)", re.I)
ASIDE = re.compile(r"\s*\([^)]*\)")
BETWEEN = re.compile(r"\d|[;:()—]")
THIS = re.compile(r"\b(?:this|that)\s+[\"'“‘]?$", re.I)
VAGUE = frozenset(
    content(
        "count number figure total amount rate share level percent percentage point index report"
        " year month comparable actual"
    )
)
"""Words that tell no measure from another."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """One thing that an indicator is mistaken for."""

    right: str
    """What it is, in words of the pack; empty where only the opposite is said."""
    wrong: str
    own: frozenset[str]
    """Stems any of which shows that the sentence means the right thing."""
    strange: tuple[frozenset[str], ...]
    """Alternatives; a sentence that holds all stems of one means the wrong thing."""


@lru_cache(maxsize=4096)
def confusions(indicator: Indicator) -> tuple[Confusion, ...]:
    """What the pack says the indicator is not: "grants, not filings", "not employees or people"."""
    return tuple(_parsed(indicator))


def _parsed(indicator: Indicator) -> Iterator[Confusion]:
    name = frozenset(content(indicator.name))
    for clause in CLAUSE.split(indicator.confusions):
        found = list(PHRASE.finditer(clause))
        right = ASIDE.sub("", clause[: found[0].start()]).strip() if found else ""
        said = frozenset(content(clause[: found[0].start()])) - VAGUE if found else frozenset()
        for match in found:
            wrong = match["phrase"].strip()
            parts = (frozenset(content(part)) for part in re.split(r"\bor\b|/", wrong))
            strange = tuple(part - name for part in parts if part - name - VAGUE - said)
            if strange:
                yield Confusion(right if said else "", wrong, said or name, strange)


def warned(one: Indicator, other: Indicator) -> bool:
    """Whether the pack warns in words that `one` is not to be confused with `other`."""
    told = content(one.confusions)
    return any(_holds(told, name) for name in (other.name, *other.aliases))


def mistaken(claim: Claim, indicator: Indicator) -> Confusion | None:
    """What the claim's own sentence takes the figure for, if the pack says that it is not that."""
    told = content(claim.sentence)
    near = _near(claim)
    for confusion in confusions(indicator):
        if confusion.own.intersection(told) or any(
            _holds(told, alias) or near.issuperset(content(alias)) for alias in indicator.aliases
        ):
            continue
        if any(part <= set(told) and near.intersection(part) for part in confusion.strange):
            return confusion
    return None


def mistaken_for(verdict: Verdict) -> str | None:
    """The phrase of a verdict that rests on a definition."""
    return next((note.removeprefix(NOTE) for note in verdict.notes if note.startswith(NOTE)), None)


def mark_mistaken(
    claims: Sequence[Claim], judged: Sequence[Judgement], reference: Figures
) -> list[Judgement]:
    """Contradict supported claims whose sentence misdescribes them, and bare repetitions of those.

    A number alone, or "this 2.7%", takes the meaning that the article gave it before.
    """
    given: dict[tuple[object, ...], Confusion] = {}
    alone = Counter(claim.sentence_start for claim in claims)
    marked = []
    for claim, judgement in zip(claims, judged, strict=True):
        reading = judgement.reading
        if reading is None or judgement.verdict.status is not Status.SUPPORTED or reading.operation:
            marked.append(judgement)
            continue
        key = (
            claim.quantity.value,
            reading.indicator.id,
            reading.entity,
            reading.dimension,
            reading.period,
        )
        found = mistaken(claim, reading.indicator)
        if found:
            given[key] = found
        elif alone[claim.sentence_start] == 1 and _bare(claim, reading.indicator):
            found = given.get(key)
        marked.append(
            replace(judgement, verdict=_verdict(claim, reading, found)) if found else judgement
        )
    return _invented(claims, marked, reference)


def _near(claim: Claim) -> set[str]:
    """Stems close to the number: not beyond another number, not denied, no part of a name."""
    start = claim.quantity.start - claim.sentence_start
    end = start + claim.quantity.end - claim.quantity.start
    sentence = claim.sentence
    before = BETWEEN.split(sentence[:start])[-1]
    after = BETWEEN.split(sentence[end:])[0]
    if DENIED.search(before) or DENIED.search(after):
        return set()
    words = WORD.findall(before)[-NEAR:] + WORD.findall(after)[:NEAR]
    return {stem(word) for word in words if word.islower()}


def _holds(told: Sequence[str], alias: str) -> bool:
    """Whether the stems of an alias stand in the sentence in their order."""
    rest = iter(told)
    stems = content(alias)
    return len(stems) > 1 and all(word in rest for word in stems)


def _bare(claim: Claim, indicator: Indicator) -> bool:
    """A number alone or after "this", in a sentence without a measure."""
    measure = {word for text in (indicator.name, *indicator.aliases) for word in content(text)}
    told = {word for word in content(claim.sentence) if len(word) > 2}  # "for us" is no country
    before = claim.sentence[: claim.quantity.start - claim.sentence_start]
    return not told or bool(THIS.search(before) and not told.intersection(measure - VAGUE))


def _verdict(claim: Claim, reading: Reading, found: Confusion) -> Verdict:
    right = _inside(found.right or reading.indicator.name)
    text = f"{claim.quantity.quote} is {right}, not {found.wrong} ({wording.subject(reading)})"
    code = code_for(Status.CONTRADICTED, Cause.WRONG_MEASURE)
    return Verdict(
        Status.CONTRADICTED, Cause.WRONG_MEASURE, code, text, notes=(NOTE + found.wrong,)
    )


def _inside(words: str) -> str:
    """Words inside a sentence: "A rating" begins small, "GDP" does not."""
    return words[:1].lower() + words[1:] if words[1:2].islower() or words[1:2] == " " else words


def _invented(
    claims: Sequence[Claim], judged: Sequence[Judgement], reference: Figures
) -> list[Judgement]:
    """Two unknown numbers whose difference is a figure that is no difference: made up with it."""
    marked = list(judged)
    for at, claim in enumerate(claims):
        verdict, value = judged[at].verdict, claim.quantity.value
        if verdict.cause not in (Cause.WRONG_UNIT, Cause.WRONG_MEASURE) or not isinstance(
            value, Decimal
        ):
            continue
        if (
            at < 2
            or not value
            or not all(j.verdict.status is Status.UNVERIFIABLE for j in judged[at - 2 : at])
        ):
            continue
        one, other = (c.quantity.value for c in claims[at - 2 : at])
        if not isinstance(one, Decimal) or not isinstance(other, Decimal):
            continue
        reading = judged[at].reading
        if (
            abs(one - other) == value
            and reading
            and not _published(reading, {one, other}, reference)
        ):
            for place in (at - 2, at - 1):
                marked[place] = replace(
                    judged[at], verdict=_made_up(claims[place], claim, judged[at])
                )
    return marked


def _published(reading: Reading, values: set[Decimal], reference: Figures) -> bool:
    """Whether the numbers are figures of one indicator after all, if none that their words name."""
    return any(
        values <= {row.value for row in reference.rows(indicator.id)}
        for indicator in reference.indicators.values()
        if indicator.pack == reading.indicator.pack
    )


def _made_up(claim: Claim, gap: Claim, judgement: Judgement) -> Verdict:
    assert judgement.reading is not None, "contradicted claims have a reading"
    text = (
        f"{claim.quantity.quote} is no published figure: {gap.quantity.quote} is not"
        f" {DISTANCE} ({wording.subject(judgement.reading)})"
    )
    code = code_for(Status.CONTRADICTED, Cause.WRONG_MEASURE)
    return Verdict(
        Status.CONTRADICTED,
        Cause.WRONG_MEASURE,
        code,
        text,
        notes=(NOTE + DISTANCE,),
    )
