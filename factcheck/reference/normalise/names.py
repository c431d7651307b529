"""Countries by whatever name or code a publisher uses, under the names that the packs share."""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

CODES = {"WLD": "World", "OWID_WRL": "World", "W00": "World", "EMU": "Euro area", "EUU":
         "European Union", "EU27_2020": "European Union", "EA20": "Euro area", "EA": "Euro area",
         "EU27": "European Union", "EU-27": "European Union",
         "XKX": "Kosovo", "OWID_KOS": "Kosovo", "EL": "Greece", "UK": "United Kingdom"}  # fmt: skip
"""Codes outside ISO 3166-1: World Bank aggregates, Our World in Data, Eurostat (EL, UK, EU, EA)."""
GROUPS = ("World", "Euro area", "European Union")


@dataclass(frozen=True, slots=True)
class Named:
    """An entity as the pack will list it."""

    name: str
    type: str
    iso3: str = ""


def read_country(name: str, code: str = "") -> Named | None:
    """The country (or the world, the euro area, the EU) that a name or a code stands for.

    A code beats a name. None for anything else: a region, a city, a misspelling.
    """
    for text in filter(None, (code.strip(), name.strip())):
        known = CODES.get(text.upper())
        if known in GROUPS:
            return Named(known, "group")
        iso3 = _table().get(_folded(known or text)) or _coded(text)
        if iso3:
            return Named(_names().get(iso3) or _official(iso3), "country", iso3)
        if _folded(text) in map(_folded, GROUPS):
            return Named(next(g for g in GROUPS if _folded(g) == _folded(text)), "group")
    return None


def _coded(text: str) -> str | None:
    """ISO 3166-1 alpha-2, alpha-3 and numeric codes, official names: by pycountry."""
    import pycountry

    try:
        found = pycountry.countries.lookup(text)
    except LookupError:
        return None
    # A territory that the packs have no name for: by its alpha-3 code or its name. Two letters and
    # figures may be somebody's abbreviation ("GP" is a practice, and Guadeloupe).
    if found.alpha_3 not in _names() and text.upper() in (found.alpha_2, found.numeric):
        return None
    return str(found.alpha_3)


def _official(iso3: str) -> str:
    """The common name, else the short one, of ISO 3166-1."""
    import pycountry

    found = pycountry.countries.get(alpha_3=iso3)
    return str(getattr(found, "common_name", None) or getattr(found, "name", iso3))


def _folded(text: str) -> str:
    """Without accents, case, dots and the marks between words."""
    bare = unicodedata.normalize("NFKD", text)
    bare = "".join(c for c in bare if not unicodedata.combining(c)).casefold()
    return re.sub(r"[\W_]+", " ", bare.replace("&", " and ").replace(".", "")).strip()


@cache
def _names() -> dict[str, str]:
    """ISO 3166-1 alpha-3 -> the short English name that articles and packs use."""
    return {row["iso3"]: row["name"] for row in _rows("factcheck.extract", "countries.csv")}


@cache
def _table() -> dict[str, str]:
    """Folded name -> ISO 3166-1 alpha-3."""
    table = {}
    for row in _rows("factcheck.extract", "countries.csv"):
        for name in (row["name"], *row["aliases"].split("|")):
            table[_folded(name)] = row["iso3"]
    for row in _rows("factcheck.reference.normalise", "country_names.csv"):
        table[_folded(row["name"])] = row["iso3"]
    table.pop("", None)
    return table


def _rows(package: str, name: str) -> list[dict[str, str]]:
    text = (files(package) / name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))
