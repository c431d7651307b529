"""Whether a regular expression can match one text in ever more ways: proof, not measurement.

What backtracks takes as long as there are ways to match a beginning of the text. After Weber and
Seidl (1991), in the automaton of an expression whose states are the places that take a character:
exponentially many, where one word leads from a state back to it on two paths; a power of the
length, where one word leads from p to p, from p to q and from q to q. Where neither is, a try from
one place of the text is linear. Repeats with a bound count as bounded; what looks around is proved
by itself, and taken for true where it stands, so that an expression may be called ambiguous that is
not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from itertools import combinations
from operator import and_, or_
from re import _constants as ops  # type: ignore[attr-defined]
from typing import Any, NamedTuple

from tests.fuzz.expressions import REPEATS, characters, tree

LOOKING = (ops.AT, ops.ASSERT, ops.ASSERT_NOT)
Tuple = tuple[int, ...]
Chars = int
"""A set of characters: a bit for each of those that the expressions tell apart."""
NONE: Chars = 0


class Part(NamedTuple):
    """What a part of an expression can begin and end with."""

    first: dict[int, Chars]
    """State -> characters with which it may be entered."""
    last: dict[int, Chars]
    """State -> characters that may not follow: they would have been taken."""
    empty: Chars | None
    """Where the part may take nothing: characters that may not follow. Else None."""


@dataclass
class Automaton:
    """States are numbers; an edge has the characters that it takes."""

    ignore_case: bool
    ahead: bool = False
    """Whether what looks ahead is a way too, one that leads nowhere."""
    edges: list[dict[int, Chars]] = field(default_factory=list)
    twice: set[tuple[int, int]] = field(default_factory=set)
    """Edges that stand for more than one way."""
    asides: list[Any] = field(default_factory=list)
    """Expressions that look around, or give nothing back."""
    groups: dict[int | None, Any] = field(default_factory=dict)

    def anew(self) -> Automaton:
        """For a part that is proved by itself."""
        return Automaton(self.ignore_case, groups=self.groups)

    def state(self, chars: str) -> Part:
        taken = NONE
        for char in chars + chars.swapcase() if self.ignore_case else chars:
            taken |= 1 << ord(char)
        self.edges.append({})
        number = len(self.edges) - 1
        return Part({number: taken}, {number: NONE}, None)

    def join(self, last: dict[int, Chars], first: dict[int, Chars]) -> None:
        for a, refused in last.items():
            for b, taken in first.items():
                if free := taken & ~refused:
                    if self.edges[a].get(b, NONE) & free:
                        self.twice.add((a, b))
                    self.edges[a][b] = self.edges[a].get(b, NONE) | free

    def sequence(self, nodes: Iterable[Any]) -> Part:
        return reduce(self._then, map(self.part, nodes), Part({}, {}, NONE))

    def _then(self, one: Part, two: Part) -> Part:
        self.join(one.last, two.first)
        first, last = dict(one.first), dict(two.last)
        if one.empty is not None:
            first |= {b: taken & ~one.empty for b, taken in two.first.items()}
        if two.empty is not None:
            last |= {a: refused | two.empty for a, refused in one.last.items()}
        both = one.empty is not None and two.empty is not None
        return Part(first, last, one.empty | two.empty if both else None)

    def part(self, node: Any) -> Part:
        op, value = node
        if op in (ops.LITERAL, ops.NOT_LITERAL, ops.ANY, ops.IN):
            return self.state(characters(node))
        if op is ops.SUBPATTERN:
            self.groups[value[0]] = value[3]
            return self.sequence(value[3])
        if op is ops.GROUPREF:
            return self.sequence(self.groups[value])
        if op is ops.BRANCH:
            return self._branches([self.sequence(one) for one in value[1]])
        if op is ops.ATOMIC_GROUP:
            return self._held(self.sequence(value))
        if op in REPEATS:
            return self._repeat(op, *value)
        if op in (ops.ASSERT, ops.ASSERT_NOT):
            self.asides.append(value[1])
            if self.ahead and value[0] > 0:
                return Part(self.sequence(value[1]).first, {}, NONE)
        return Part({}, {}, NONE)

    def _branches(self, parts: list[Part]) -> Part:
        empty = [one.empty for one in parts if one.empty is not None]
        return Part(
            {b: taken for one in parts for b, taken in one.first.items()},
            {a: refused for one in parts for a, refused in one.last.items()},
            reduce(and_, empty) if empty else None,
        )

    def _repeat(self, op: Any, least: int, most: int, body: Any) -> Part:
        inside = len(self.edges)
        part = self.sequence(body)
        if op is ops.POSSESSIVE_REPEAT:
            part = self._possessive(part, body, inside)
        elif most is ops.MAXREPEAT:
            self.join(part.last, part.first)
        elif most > 1:  # two show what more would
            second = self.sequence(body)
            part = self._then(part, second._replace(empty=second.empty or NONE))
        if least == 0 and part.empty is None:
            every = reduce(or_, part.first.values(), NONE)
            part = part._replace(empty=every if op is ops.POSSESSIVE_REPEAT else NONE)
        return part

    def _possessive(self, part: Part, body: Any, since: int) -> Part:
        """One state for the whole, which it leaves only where it cannot go on."""
        self.asides.append(body)
        first = reduce(or_, part.first.values(), NONE)
        inside = reduce(or_, (taken for way in self.edges[since:] for taken in way.values()), first)
        self.edges.append({})
        number = len(self.edges) - 1
        self.edges[number][number] = inside
        return Part({number: first}, {number: first}, None if part.empty is None else first)

    def _held(self, part: Part) -> Part:
        """Of what gives nothing back: it goes on as long as it can."""
        last = {a: reduce(or_, self.edges[a].values(), refused) for a, refused in part.last.items()}
        every = reduce(or_, part.first.values(), NONE)
        return Part(part.first, last, None if part.empty is None else part.empty | every)

    def moves(self, states: Tuple) -> Iterator[Tuple]:
        """Where one and the same character leads from several states at once."""
        ends: list[tuple[Tuple, Chars | None]] = [((), None)]
        for state in states:
            ends = [
                ((*way, b), both)
                for way, chars in ends
                for b, taken in self.edges[state].items()
                if (both := taken if chars is None else taken & chars)
            ]
        return (way for way, _ in ends)

    def reached(self, start: Tuple, within: tuple[set[int], ...]) -> dict[Tuple, set[Tuple]]:
        """All that can be come to, each state within its own set, with what leads there."""
        from_where: dict[Tuple, set[Tuple]] = {}
        waiting = [start]
        while waiting:
            at = waiting.pop()
            for to in self.moves(at):
                if all(b in allowed for b, allowed in zip(to, within, strict=True)):
                    if to not in from_where:
                        waiting.append(to)
                    from_where.setdefault(to, set()).add(at)
        return from_where


def ambiguous(pattern: re.Pattern[str]) -> str:
    """ "exponential" or "polynomial", or "" where a try is proved to be linear."""
    return _ambiguous(tree(pattern), Automaton(bool(pattern.flags & re.IGNORECASE)))


def _ambiguous(nodes: Any, made: Automaton) -> str:
    made.sequence(nodes)
    loops, onward = _loops(made.edges)
    if any(b in loops.get(a, ()) for a, b in made.twice) or _is_doubled(made, loops):
        return "exponential"
    if _is_power(made, loops, onward):
        return "polynomial"
    return next(filter(None, (_ambiguous(one, made.anew()) for one in made.asides)), "")


def _loops(edges: list[dict[int, Chars]]) -> tuple[dict[int, set[int]], list[int]]:
    """For each state that comes back to itself those that do so with it; and for every state those
    that it leads to, a bit for each."""
    onward, back = _closed([list(to) for to in edges]), [[] for _ in edges]
    for a, to in enumerate(edges):
        for b in to:
            back[b].append(a)
    loop = [forth & to for forth, to in zip(onward, _closed(back), strict=True)]
    members = {
        bits: {q for q in range(bits.bit_length()) if bits >> q & 1} for bits in {*loop} - {0}
    }
    return {p: members[bits] for p, bits in enumerate(loop) if bits}, onward


def _closed(edges: list[list[int]]) -> list[int]:
    """For each state those that at least one character leads to, a bit for each."""
    found, before = [0] * len(edges), [-1]
    while found != before:
        before = list(found)
        for p in [*range(len(edges)), *reversed(range(len(edges)))]:
            for b in edges[p]:
                found[p] |= 1 << b | found[b]
    return found


def _is_doubled(made: Automaton, loops: dict[int, set[int]]) -> bool:
    """Two paths from p to p on one word. One p of each loop: it comes by all others."""
    for p in {min(loop) for loop in loops.values()}:
        from_where = made.reached((p, p), (loops[p], loops[p]))
        found: set[Tuple] = set()
        waiting: list[Tuple] = [(p, p)]
        while waiting:
            new = from_where.get(waiting.pop(), set()) - found
            found |= new
            waiting += new
        if any(a != b for a, b in found):
            return True
    return False


def _is_power(made: Automaton, loops: dict[int, set[int]], onward: list[int]) -> bool:
    """One word from p to p, from p to q, and from q to q. The first two part at once: else turn the
    word so that they do."""
    taken = {
        p: reduce(or_, (chars for b, chars in made.edges[p].items() if b in loop), NONE)
        for p, loop in loops.items()
    }
    for p, loop in loops.items():
        if any(a & b for a, b in combinations(made.edges[p].values(), 2)):
            between = {b for b in range(len(onward)) if onward[p] >> b & 1}
            for q in (between & {*loops}) - loop:
                within = (loop, between, loops[q])
                if taken[p] & taken[q] and (p, q, q) in made.reached((p, p, q), within):
                    return True
    return False


def restarts(pattern: re.Pattern[str]) -> bool:
    """Whether a search may begin anew at each place of a long text and run far from each.

    Then it takes the square of the length, although a try from one place is linear.
    """
    made = Automaton(bool(pattern.flags & re.IGNORECASE), ahead=True)
    nodes = list(tree(pattern))
    if nodes and nodes[0] in ((ops.AT, ops.AT_BEGINNING), (ops.AT, ops.AT_BEGINNING_STRING)):
        return False
    part = made.sequence(nodes)
    before = _anywhere(made, nodes, part.first)
    loops, onward = _loops(made.edges)
    sure = {} if _looks(nodes) else part.last
    for p in before:
        between = {b for b in range(len(onward)) if onward[p] >> b & 1}
        for q in (between & {*loops}) - {*before}:
            if loops[q] & {*sure}:  # it matches, and the search goes on behind it
                continue
            if (p, q, q) in made.reached((p, p, q), ({*before}, between, loops[q])):
                return True
    return False


def _looks(nodes: list[Any]) -> bool:
    """Whether an expression looks around anywhere but where it begins."""
    begun = next((n for n, (op, _) in enumerate(nodes) if op not in LOOKING), len(nodes))
    words = repr(nodes[begun:])
    return any(f"({op}, " in words for op in LOOKING)


def _anywhere(made: Automaton, nodes: list[Any], first: dict[int, Chars]) -> tuple[int, ...]:
    """States that take what stands before a match: characters of words, blanks, and others."""
    every = characters((ops.IN, [(ops.NEGATE, None)]))
    kinds = [_chars(filter(re.compile(kind).match, every)) for kind in (r"\w", r"\s", r"[^\w\s]")]
    places = tuple(range(len(made.edges), len(made.edges) + len(kinds)))
    for kind in kinds:
        free = _free(nodes, kind, kinds)
        begun = {b: chars & free for b, chars in first.items() if chars & free}
        made.edges.append(dict(zip(places, kinds, strict=True)) | begun)
    return places


def _chars(chars: Iterable[str]) -> Chars:
    return reduce(or_, (1 << ord(char) for char in chars), NONE)


def _free(nodes: list[Any], behind: Chars, kinds: list[Chars]) -> Chars:
    """With which characters a match may begin behind one of a kind."""
    word, *others = kinds
    free = reduce(or_, kinds)
    for op, value in nodes:
        if op is ops.AT and value is ops.AT_BOUNDARY:
            free &= reduce(or_, others) if behind == word else word
        elif op in (ops.ASSERT, ops.ASSERT_NOT) and value[0] < 0 and len(value[1]) == 1:
            told = _chars(characters(value[1][0]))
            refused = behind & ~told if op is ops.ASSERT_NOT else behind & told
            free &= free if refused else NONE
        elif op not in LOOKING:
            break
    return free
