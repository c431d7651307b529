"""What the figures of a pair say and of whom: hits and tries, wins and losses, the two sides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from factcheck.extract import parts
from factcheck.extract.entities import Mention
from factcheck.extract.tallies import CONTEST, PAIR, pair_form
from factcheck.extract.view import View
from factcheck.model import Kind, Quantity, Slot

SAYS = {"tries": ("made", "tried"), "record": ("won", "lost"), "result": ("scored", "scored")}
"""Form of a pair -> what its first and its second figure count."""
LOSING = re.compile(r"\b(?:lost|los(?:es|ing|s)|fell|falls|falling|defeated\s+by|beaten)\b")
"""Between a side and a result that names the winner's figure first."""
CONTEST_WORD = re.compile(rf"(?:{CONTEST.pattern})\w*", re.IGNORECASE)
BESIDE = 0.7
"""Weight of words that no other number separates from the pair."""
HOLD = r"\b(?:limit|held|hold|restrict|forc|kept|keep|confin)\w*\s+"
HELD = re.compile(HOLD + r"(?:them|their\s+opponents|the\s+opposition)\s+(?:in)?to\b[^,;.]*$")
"""Before a number of those whom the subject keeps to it: "while limiting them to 21 percent"."""
WHOM = re.compile(HOLD + r"(?:the\s+)?$")
"""Before the name of such a side."""
WIDEST = 12
"""Characters of the longest pair."""


@dataclass(frozen=True, slots=True)
class Pair:
    """The pair that a quantity is one of. Offsets: code points of the article, half-open."""

    start: int
    end: int
    form: str
    """tries, record or result."""
    second: bool
    falls: bool
    """The first figure is the larger one."""

    @property
    def says(self) -> str:
        """made, tried, won, lost or scored."""
        return SAYS[self.form][self.second]


def pair_of(view: View, quantity: Quantity) -> Pair | None:
    """The pair that the quantity stands in, if any."""
    plain = quantity.kind is Kind.COUNT and quantity.unit is None and quantity.quote.isdecimal()
    if not plain:
        return None
    start = max(quantity.start - WIDEST, 0)
    for match in PAIR.finditer(view.text, start, quantity.end + WIDEST):
        if quantity.start in (match.start("one"), match.start("two")):
            form = pair_form(view.text, match)
            falls = int(match["one"]) > int(match["two"])
            second = quantity.start == match.start("two")
            return Pair(match.start(), match.end(), form, second, falls) if form else None
    return None


def whole(quantity: Quantity, pair: Pair | None) -> Quantity:
    """The quantity with the place of its pair: what is around the pair is around both figures."""
    return replace(quantity, start=pair.start, end=pair.end) if pair else quantity


def telling(pieces: Sequence[tuple[str, float]], pair: Pair | None) -> Sequence[tuple[str, float]]:
    """The words that say what a pair counts: of tries those beside it, not beside another number;
    of a result all but those that only say that it is one."""
    if pair is None or pair.form == "record":
        return pieces
    if pair.form == "tries":
        return [(text, weight) for text, weight in pieces if weight >= BESIDE]
    return [(CONTEST_WORD.sub(" ", text), weight) for text, weight in pieces]


def sides(view: View, pair: Pair, rivals: Sequence[str]) -> list[Slot]:
    """Whose figure it is in the result of a contest. `rivals`: the two sides of the article."""
    before = [m for m in view.mentions if m.end <= pair.start]
    compared = next((m for m in reversed(before) if parts.is_compared(view, m)), None)
    subject = next((m for m in reversed(before) if _acts(view, m)), None)
    one = subject.entity if subject else _other(rivals, compared.entity if compared else None)
    two = compared.entity if compared and compared.entity != one else _other(rivals, one)
    told = view.between(subject.end if subject else view.sentence.start, pair.start)
    if pair.falls and LOSING.search(told):
        one, two = two, one
    name = two if pair.second else one
    return [Slot(name, "clause")] if name else []


def held(view: View, quantity: Quantity, rivals: Sequence[str]) -> list[Slot]:
    """The side that the other one held to the number ("limiting them to 21 percent")."""
    cue = HELD.search(view.before(quantity.start))
    if cue is None:
        return []
    before = [m for m in view.mentions if m.end <= view.sentence.start + cue.start()]
    whom = [
        m.entity for m in before if parts.is_compared(view, m) or WHOM.search(view.before(m.start))
    ]
    others = [m.entity for m in before if m.entity != before[0].entity]
    rival = _other(rivals, before[0].entity if before else None)
    named = whom or others or ([rival] if rival else [])
    return [Slot(name, "clause") for name in named[-1:]]


def _acts(view: View, mention: Mention) -> bool:
    return not (
        parts.is_compared(view, mention)
        or parts.is_complement(view, mention)
        or parts.is_goal(view, mention)
        or parts.is_source(view, mention)
    )


def _other(rivals: Sequence[str], name: str | None) -> str | None:
    rest = [rival for rival in rivals if rival != name]
    return rest[0] if name in rivals and len(rest) == 1 else None


def rivals(views: Iterable[View]) -> list[str]:
    """The two sides of an article that tells of one contest: the two whose record or result it
    gives most often; empty where it gives that of one side only."""
    found: Counter[str] = Counter()
    for view in views:
        for pair in PAIR.finditer(view.text, view.sentence.start, view.sentence.end):
            form = pair_form(view.text, pair)
            before = [m for m in view.mentions if m.end <= pair.start()]
            if form == "record":
                found.update(m.entity for m in before[-1:])
            elif form == "result":
                found.update(m.entity for m in before if parts.is_compared(view, m))
    ranked = sorted(found, key=lambda name: (-found[name], name))
    return ranked[:2] if len(ranked) > 1 else []
