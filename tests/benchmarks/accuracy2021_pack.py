"""The box scores of a game as a reference pack: what they hold, and what follows from it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.benchmarks.accuracy2021_sums import derived
from tests.benchmarks.packs import Row, write_pack

SOURCE = "box_score"
INSIDE = re.compile(r"(?P<what>.+) in (?P<part>\w+ \w+)")
"""A column such as "points in first quarter": an indicator and a dimension of it."""
HEADS = {"field goal": "FG", "free throw": "FT", "three-point": "3Pt"}
"""Words of a column name -> how the head of a box score prints them."""
JUNIOR = ("Jr.", "Sr.", "II", "III", "IV")
ASIDE = re.compile(r"\s*\([^)]*\)")
UNITS = {
    "%": "percent", "points": "points", "winning": "points", "minutes": "minutes",
    "rank": "ordinal",
}  # fmt: skip
"""Sign of the column, or first word of its name -> unit; all else is counted."""


def make_pack(folder: Path, rows: Sequence[Row], press: Mapping[str, str] | None = None) -> None:
    """Write the rows of one game as a reference pack. `press`: column name -> its wordings."""
    rows = [*rows, *derived(rows)]
    indicators = {row["indicator"] for row in rows}
    table = [_observation(row, indicators) for row in rows]
    columns = sorted({row["indicator"] for row in table})
    source = {"source": SOURCE, "title": rows[0]["source"], "publisher": "RotoWire",
              "url": "https://www.rotowire.com", "quality": "primary"}  # fmt: skip
    write_pack(
        folder,
        "Box score of one game",
        table,
        [_indicator(name, rows, press or {}) for name in columns],
        [*_entities(rows), *_dimensions(table, press or {})],
        source,
    )


def _observation(row: Row, indicators: set[str]) -> Row:
    what, part = row["indicator"], ""
    inside = INSIDE.fullmatch(what)
    if inside and inside["what"] in indicators:
        what, part = inside["what"], inside["part"]
    return {
        "indicator": _slug(what), "entity": row["entity"], "dimension": part,
        "period": row["period"], "value": row["value"], "unit": _unit(what, row["unit"]),
        "edition": row["period"][:4], "published": row["period"], "source": SOURCE,
        "note": row.get("note", ""),
    }  # fmt: skip


def _indicator(slug: str, rows: Sequence[Row], press: Mapping[str, str]) -> Row:
    name, unit = next((r["indicator"], r["unit"]) for r in rows if _slug(r["indicator"]) == slug)
    wordings = [*_wordings(name), *filter(None, press.get(name, "").split("|"))]
    return {
        "indicator": slug, "name": ASIDE.sub("", name), "definition": name,
        "unit": _unit(name, unit), "topic": "box score", "aliases": "|".join(wordings),
    }  # fmt: skip


def _wordings(name: str) -> list[str]:
    """A column name written out and as short as a box score has it: "FG made"."""
    short = [re.sub(rf"\b{words}(?:er)?s?\b", head, name) for words, head in HEADS.items()]
    return list(dict.fromkeys(ASIDE.sub("", text) for text in (name, *short)))


def _unit(name: str, sign: str) -> str:
    return UNITS.get(sign) or UNITS.get(name.split(maxsplit=1)[0], "count")


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")


def _entities(rows: Sequence[Row]) -> list[Row]:
    """Sides (they have a season record) and people, with those parts of a name that are only
    theirs: where a side is from and what it is called, the family name of a person."""
    names = list(dict.fromkeys(row["entity"] for row in rows))
    sides = {row["entity"] for row in rows if "record" in row["indicator"]}
    parts = {name: _parts(name, both=name in sides) for name in names}
    owners = Counter(part for some in parts.values() for part in some)
    return [
        {
            "entity": name,
            "type": "organisation" if name in sides else "model",
            "aliases": "|".join(p for p in parts[name] if owners[p] == 1 and p not in names),
        }
        for name in names
    ]


def _dimensions(table: Sequence[Row], press: Mapping[str, str]) -> list[Row]:
    """Parts of a game that the press has other words for."""
    used = sorted({row["dimension"] for row in table} & set(press))
    return [{"entity": name, "type": "group", "aliases": press[name]} for name in used]


def _parts(name: str, *, both: bool) -> list[str]:
    words = name.split()
    called = words[:-1] if words[-1] in JUNIOR else words
    cuts = range(1, len(called))
    endings = [" ".join(called[i:]) for i in cuts] + [" ".join(called)]
    return endings + [" ".join(called[:i]) for i in cuts if both]
