"""What a box score implies without printing it: who plays for which side, and what that comes to.

The points, rebounds, assists and turnovers of a side are the sums over its people, and half of all
minutes are theirs; its percentages are those of their tries. That leaves one way to divide the
people of a game in two, or a few: then the one in which the list, printed side by side, goes over
from one side to the other least often. Whom that leaves open, who hardly played, is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from tests.benchmarks.packs import Row

ADDED = ("points", "rebounds", "assists", "turnovers")
"""Columns that both sides and people have, whose sums tell the sides apart."""
MINUTES, SLACK = "minutes played", 4
"""Minutes are rounded for each person: so far may half of them be off."""
TRIES = {
    "field goal percentage": ("field goals made", "field goal attempts"),
    "three-point percentage": ("three-pointers made", "three-point attempts"),
    "free throw percentage": ("free throws made", "free throw attempts"),
}
DOUBLE = ("points", "rebounds", "assists", "steals", "blocks")
"""Columns of which two with ten or more make a double-double."""
Box = Mapping[str, Mapping[str, int]]
"""Name -> column -> figure."""


def derived(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows of figures that follow from those of a game, in the same columns."""
    box: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        box[row["entity"]][row["indicator"]] = int(float(row["value"]))
    sides = [name for name in box if any("record" in column for column in box[name])]
    for place, (name, column, value) in enumerate(_figures(box, sides)):
        yield {
            **rows[0], "entity": name, "indicator": column, "value": str(value), "unit": "",
            "note": f"derived {place}",
        }  # fmt: skip


def _figures(box: Box, sides: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """(who, what, how much)."""
    people = [name for name in box if name not in sides]
    for side, other in zip(sides, reversed(sides), strict=True):
        margin = box[side]["points"] - box[other]["points"]
        yield side, "winning margin (points)", abs(margin)
    teams, whole = _teams(box, sides, people)
    for side, team in teams.items():
        ranked = sorted((box[one]["points"] for one in team), reverse=True)
        if whole:
            yield side, "players in double figures", sum(value > 9 for value in ranked)
            for column in box[people[0]]:
                if column not in box[side] and column != MINUTES:
                    yield side, column, sum(box[one].get(column, 0) for one in team)
        for one in sorted(team):
            first = ranked.index(box[one]["points"]) + 1
            for rank in range(first, first + ranked.count(box[one]["points"])):
                yield one, "rank on the team by points", rank
    for one in people:
        tens = sum(box[one].get(column, 0) > 9 for column in DOUBLE)
        yield one, "double-doubles", int(tens > 1)


def _teams(
    box: Box, sides: Sequence[str], people: Sequence[str]
) -> tuple[dict[str, Collection[str]], bool]:
    """Side -> those who are surely its people, and whether that is everybody."""
    ways = [frozenset(people[i] for i in way) for way in _divisions(box, sides[0], people)]
    ways = [way for way in ways if _fits(box, sides, people, way)] or ways
    if not ways:
        return {}, False
    fewest = min(_runs(people, way) for way in ways)
    ways = [way for way in ways if _runs(people, way) == fewest]
    both = frozenset.intersection(*ways)
    neither = frozenset(people) - frozenset.union(*ways)
    return {sides[0]: both, sides[1]: neither}, len(ways) == 1


def _divisions(box: Box, side: str, people: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """Every choice of people whose figures add up to those of the side: by halves that meet."""
    figures = [tuple(box[one].get(column, 0) for column in ADDED) for one in people]
    middle = len(people) // 2
    wanted = [box[side][column] for column in ADDED]
    right: dict[tuple[int, ...], list[tuple[int, ...]]] = defaultdict(list)
    for total, chosen in _choices(figures, range(middle, len(people))):
        right[total].append(chosen)
    for total, chosen in _choices(figures, range(middle)):
        rest = tuple(all_ - own for all_, own in zip(wanted, total, strict=True))
        yield from (chosen + more for more in right.get(rest, ()))


def _choices(
    figures: Sequence[tuple[int, ...]], among: range
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """(sums, indices) of every choice."""
    found: list[tuple[tuple[int, ...], tuple[int, ...]]] = [((0,) * len(ADDED), ())]
    for index in among:
        found += [
            (tuple(a + b for a, b in zip(total, figures[index], strict=True)), (*chosen, index))
            for total, chosen in found
        ]
    return found


def _fits(box: Box, sides: Sequence[str], people: Sequence[str], way: Collection[str]) -> bool:
    """Whether minutes and percentages agree with that division."""
    minutes = sum(box[one].get(MINUTES, 0) for one in way)
    if abs(2 * minutes - sum(box[one].get(MINUTES, 0) for one in people)) > 2 * SLACK:
        return False
    teams = (way, [one for one in people if one not in way])
    for side, team in zip(sides, teams, strict=True):
        for percentage, columns in TRIES.items():
            made, tried = (sum(box[one].get(c, 0) for one in team) for c in columns)
            if tried and abs(100 * made / tried - box[side][percentage]) > 1:
                return False
    return True


def _runs(people: Sequence[str], way: Collection[str]) -> int:
    """How often the list of people goes over from one side to the other."""
    return sum((a in way) != (b in way) for a, b in pairwise(people))
