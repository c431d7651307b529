"""What statuses, causes, roles and relations are called on the page, and the keys of the causes."""

from __future__ import annotations

from typing import NamedTuple

from factcheck.model import Cause, Relation, Status

CAUSES = {
    None: "",
    Cause.ROUNDING: "Right only once rounded as printed.",
    Cause.SUPERSEDED: "Right when published; a later edition or revision says otherwise.",
    Cause.CONFLICTING_REFERENCE: "Sources of the same standing disagree.",
    Cause.WRONG_PERIOD: "The figure belongs to another year or period.",
    Cause.WRONG_ENTITY: "The figure belongs to another country, organisation or product.",
    Cause.WRONG_MEASURE: "The figure is right about something else: another measure.",
    Cause.WRONG_EDITION: "The edition named is not the one the figures come from.",
    Cause.SWAPPED: "Two figures of the text stand at each other's place.",
    Cause.WRONG_UNIT: "The unit is wrong, such as percent for percentage points.",
    Cause.WRONG_SCALE: "The digits are right, the scale is not: million for billion.",
    Cause.WRONG_DIRECTION: "Rise and fall, or leader and follower, are exchanged.",
    Cause.ARITHMETIC: "The numbers of the text do not add up.",
    Cause.TRANSPOSED_DIGITS: "Two digits are exchanged.",
    Cause.WRONG_HEDGE: "“Nearly”, “more than” or the like does not fit the figure.",
    Cause.VALUE_MISMATCH: "The value is different, and no single slip explains it.",
    Cause.SEVERAL_CANDIDATES: "Several figures fit equally; somebody has to say which is meant.",
    Cause.NO_REFERENCE: "No figure of the reference covers it.",
    Cause.NO_PERIOD: "The text does not say when.",
    Cause.NO_UNIT: "The text does not say in what unit.",
    Cause.OPINION: "An opinion, not a statement of fact.",
    Cause.FORECAST: "A forecast, not a statement of fact.",
    Cause.HYPOTHETICAL: "A supposition, not a statement of fact.",
}
"""What a cause means, in one sentence."""

RELATIONS = {
    Relation.CONFLICT: "Cannot both be true",
    Relation.RESTATED: "Before and after a revision",
    Relation.DIFFERENT_PERIOD: "Different periods",
    Relation.DIFFERENT_EDITION: "Different editions",
    Relation.DIFFERENT_MEASURE: "Different measures",
    Relation.DIFFERENT_ENTITY: "About different things",
}
"""What explains that two figures differ, the gravest first."""

ROLES = {"reviewer": "Reviewer", "second": "Second reviewer", "lead": "Lead"}

VIEWS = {
    "todo": "To do",
    "open": "All open",
    "decided": "Decided",
    "unsure": "Unsure",
    "stale": "Stale",
    "disagreements": "Disagreements",
    "all": "All",
}


class Choice(NamedTuple):
    """A verdict that somebody may override with."""

    status: Status
    cause: Cause | None
    key: str
    """1 to 9, or nothing for the rarer ones."""

    @property
    def value(self) -> str:
        """As a form sends it."""
        return f"{self.status}/{self.cause or ''}"


_KEYS = {
    (Status.SUPPORTED, None): "1",
    (Status.CONTRADICTED, Cause.VALUE_MISMATCH): "2",
    (Status.CONTRADICTED, Cause.WRONG_PERIOD): "3",
    (Status.CONTRADICTED, Cause.WRONG_ENTITY): "4",
    (Status.CONTRADICTED, Cause.WRONG_MEASURE): "5",
    (Status.CONTRADICTED, Cause.WRONG_UNIT): "6",
    (Status.CONTRADICTED, Cause.WRONG_SCALE): "7",
    (Status.CONTRADICTED, Cause.WRONG_EDITION): "8",
    (Status.UNVERIFIABLE, Cause.NO_REFERENCE): "9",
}
_BY_STATUS: dict[Status, tuple[Cause | None, ...]] = {
    Status.SUPPORTED: (None, Cause.ROUNDING, Cause.SUPERSEDED, Cause.CONFLICTING_REFERENCE),
    Status.CONTRADICTED: (
        *(Cause.VALUE_MISMATCH, Cause.WRONG_PERIOD, Cause.WRONG_ENTITY, Cause.WRONG_MEASURE),
        *(Cause.WRONG_UNIT, Cause.WRONG_SCALE, Cause.WRONG_EDITION, Cause.WRONG_DIRECTION),
        *(Cause.SWAPPED, Cause.TRANSPOSED_DIGITS, Cause.WRONG_HEDGE, Cause.ARITHMETIC),
    ),
    Status.UNVERIFIABLE: (Cause.NO_REFERENCE, Cause.NO_PERIOD, Cause.NO_UNIT),
    Status.AMBIGUOUS: (Cause.SEVERAL_CANDIDATES,),
    Status.NOT_CHECKABLE: (Cause.OPINION, Cause.FORECAST, Cause.HYPOTHETICAL),
}
CHOICES = {
    status: [Choice(status, cause, _KEYS.get((status, cause), "")) for cause in causes]
    for status, causes in _BY_STATUS.items()
}
"""Every verdict there is, by status: the causes a status can have are those of the contract."""

BY_VALUE = {choice.value: choice for choices in CHOICES.values() for choice in choices}


def plain(name: str | None) -> str:
    """A code word as it is read: "wrong_period" is wrong period."""
    return (name or "").replace("_", " ")
