"""A difference between two claims in the words of a sub-editor: "these differ", and why.

Nobody is accused here: what each claim is about, and which of them the reference supports.
"""

from __future__ import annotations

from factcheck.model import Finding, Observation, Relation, Status
from factcheck.report.figures import figure, period_words
from factcheck.verdict.definitions import mistaken_for
from factcheck.verdict.relations import exchanged, one_slot, refuted, row_of, turned
from factcheck.verdict.wording import place


def message(a: Finding, b: Finding, relation: Relation) -> str:
    """What differs, and what explains it or which side the reference supports."""
    quotes = " and ".join(f"“{finding.claim.quantity.quote}”" for finding in (a, b))
    if relation is Relation.CONFLICT:
        return f"these differ: {_conflict(a, b, quotes)}"
    if a.claim.quantity.quote == b.claim.quantity.quote:
        quotes += ", one number for two things"
    names = list(dict.fromkeys(_name(finding) for finding in (a, b)))
    if relation is Relation.DIFFERENT_MEASURE and len(names) > 1:
        return f"these differ: {quotes}; {_each(a, b, f'about {_about(a)}', f'about {_about(b)}')}"
    parts = [_part(row_of(finding), relation) for finding in (a, b)]
    if parts[0] == parts[1]:
        parts = [_part(row_of(finding), Relation.RESTATED) for finding in (a, b)]
    return f"these differ: {quotes} ({' and '.join(names)}); {_each(a, b, *parts)}"


def _each(a: Finding, b: Finding, one: str, other: str) -> str:
    """What either claim is, and that the reference says otherwise."""
    first, second = (", which the reference contradicts," * refuted(side) for side in (a, b))
    return f"the first{first} is {one}, the second{second} {other}"


def _conflict(a: Finding, b: Finding, quotes: str) -> str:
    if exchanged(a, b):
        one, other = (f"“{side.claim.quantity.quote}” ({_about(side)})" for side in (a, b))
        return f"{one} and {other}; the reference has them the other way round"
    if turned(a.claim, b.claim):
        way = a.claim.direction or b.claim.direction
        told, found = ("rise", "fall") if way == "up" else ("fall", "rise")
        about = ", ".join((_name(a), place(row_of(a).entity)))
        return f"{quotes} ({about}); told as a {told}, they are a {found}{_known(a, b)}"
    if (derived := _derived(a)) is not _derived(b):
        of, by = ("first", "second") if derived else ("second", "first")
        level = b if derived else a
        why = f"the {of} does not follow from the {by}, which the reference supports"
        return f"{quotes} ({_about(level)}); {why}"
    if one_slot(a, b):
        return f"{quotes} ({_about(a)}); {_supported(a, b)}"
    one, other = (f"“{side.claim.quantity.quote}” ({_about(side)})" for side in (a, b))
    return f"{one} and {other}; {_supported(a, b)}"


def _derived(finding: Finding) -> bool:
    """Whether the claim is computed from levels of the reference."""
    return bool(finding.match and finding.match.operation)


def _known(a: Finding, b: Finding) -> str:
    """What the reference has for a claim that it contradicts."""
    wrong = [side for side in (a, b) if refuted(side)]
    told = [
        f"{figure(row_of(side).value, row_of(side).unit)} for {period_words(row_of(side).period)}"
        for side in wrong
    ]
    return f"; the reference has {' and '.join(told)}" if told else ""


def _supported(a: Finding, b: Finding) -> str:
    sides = (a, b)
    right = [side for side in sides if side.verdict.status is Status.SUPPORTED]
    meant = [phrase for side in sides if (phrase := mistaken_for(side.verdict))]
    if len(right) == 1:
        if meant:
            quote = right[0].claim.quantity.quote
            return f"the reference supports “{quote}”, which is not {meant[0]}"
        side = f"the reference supports {_called(right[0], a, b)}"
        if a.claim.quantity.value != b.claim.quantity.value or not one_slot(a, b):
            return side
        wrong = a if right[0] is b else b
        return f"{side}, and says of the other: {wrong.verdict.message}"
    if right:
        return "the reference has both, from one edition of its source"
    values = dict.fromkeys(figure(row_of(side).value, row_of(side).unit) for side in sides)
    return f"the reference supports neither, it has {' and '.join(values)}"


def _called(side: Finding, a: Finding, b: Finding) -> str:
    """A side by its number, or by its place where both print the same."""
    if a.claim.quantity.quote != b.claim.quantity.quote:
        return f"“{side.claim.quantity.quote}”"
    return "the first" if side is a else "the second"


def _name(finding: Finding) -> str:
    assert finding.match is not None, "only matched claims are compared"
    return finding.match.indicator_name


def _about(finding: Finding) -> str:
    row = row_of(finding)
    parts = (_name(finding), row.dimension, place(row.entity), period_words(row.period))
    return ", ".join(part for part in parts if part)


def _part(row: Observation, relation: Relation) -> str:
    """The one thing that tells two claims apart, of one of them."""
    if relation is Relation.DIFFERENT_PERIOD:
        return f"about {period_words(row.period)}"
    if relation is Relation.DIFFERENT_ENTITY:
        return f"about {place(row.entity)}"
    if relation is Relation.DIFFERENT_MEASURE:
        return f"about {row.dimension or 'the whole'}"
    if relation is Relation.DIFFERENT_EDITION:
        return f"of the edition {row.edition}"
    return f"as published on {period_words(row.published.isoformat())}"
