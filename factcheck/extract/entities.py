"""Find the things figures are about: countries, organisations, models, reports, groups.

A gazetteer, not a statistical model: the names and aliases of the reference packs come in as a
lexicon, a table of the world's countries and their demonyms is always there, so that a country no
pack covers is still recognised as somebody else.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

WORD = re.compile(r"[^\W_]+(?:[.&'’-][^\W_]+)*\.?", re.UNICODE)
POSSESSIVE = re.compile(r"['’]s?$")
PART = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
NEGATING = ("non", "anti", "pro", "ex")
PART_OF_NAME = re.compile(r"\s[A-Z][a-z]+")
MAX_WORDS = 8
"""Longest alias tried, in words."""
SHORT = 4
"""Aliases in capitals up to this many letters ("US", "UAE") must match letter for letter."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an entity is named. Offsets are code points, without a possessive."""

    start: int
    end: int
    entity: str
    possessive: bool


@cache
def countries() -> Mapping[str, str]:
    """Alias -> country name: ISO 3166-1 (short English names), demonyms and press short forms."""
    table: dict[str, str] = {}
    text = (files("factcheck.extract") / "countries.csv").read_text("utf-8")
    for row in csv.DictReader(text.splitlines()):
        table[row["name"]] = row["name"]
        for alias in filter(None, row["aliases"].split("|")):
            table[alias] = row["name"]
    return table


class Gazetteer:
    """Longest-match look-up of aliases; linear in the number of words of the text."""

    def __init__(self, lexicon: Mapping[str, str] | None = None) -> None:
        """`lexicon` maps an alias to an entity name and beats the built-in table of countries."""
        aliases = dict(countries())
        lexicon = lexicon or {}
        renamed = {aliases[a]: name for a, name in lexicon.items() if a in aliases}
        aliases = {alias: renamed.get(name, name) for alias, name in aliases.items()}
        aliases.update(lexicon)
        self._names: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        for alias, name in sorted(aliases.items()):
            key = tuple(_key(word) for word in _words(alias))
            if key and len(key) <= MAX_WORDS:
                self._names.setdefault(key, []).append((alias, name))
        common = {name for alias, name in aliases.items() if alias.islower()}
        self._common = {name for name in common if " " not in name}
        """Names that are also ordinary words ("World"): inside a longer name they are not meant."""
        self._longest: dict[str, int] = {}
        for key in self._names:
            self._longest[key[0]] = max(len(key), self._longest.get(key[0], 0))

    def mentions(self, text: str) -> list[Mention]:
        """Every mention in text order, none overlapping."""
        tokens = list(WORD.finditer(text))
        keys = [_key(token.group()) for token in tokens]
        found: list[Mention] = []
        at = 0
        while at < len(tokens):
            possible = keys[at] in self._longest
            length, alias, name = (
                self._longest_at(text, tokens, keys, at) if possible else (0, "", None)
            )
            if name is None:
                found += self._compound(text, tokens[at]) if "-" in keys[at] else ()
                at += 1
                continue
            first, last = tokens[at], tokens[at + length - 1]
            if (
                name in self._common
                and PART_OF_NAME.match(text, last.end())
                and text[first.start()].isupper()
            ):
                at += length
                continue
            stem = last.group() if POSSESSIVE.search(alias) else POSSESSIVE.sub("", last.group())
            end = last.start() + len(stem)
            possessive = end != last.end() or text[end : end + 1] in ("'", "’")
            if stem.endswith(".") and not re.search(r"\.\w*\.$", stem):
                end -= 1
            found.append(Mention(first.start(), end, name, possessive))
            at += length
        return found

    def _compound(self, text: str, token: re.Match[str]) -> list[Mention]:
        """Names joined by a hyphen: both of "US-China", the first of "Kent-based"."""
        found = []
        for part in PART.finditer(text, token.start(), token.end()):
            known = self._names.get((_key(part.group()),), ())
            name = next((n for alias, n in known if _case_agrees(alias, part.group())), None)
            if name is None and part.group().lower() in NEGATING:
                return []
            if name is not None and part.group()[0].isupper():
                found.append(Mention(part.start(), part.end(), name, False))
        return found

    def _longest_at(
        self, text: str, tokens: list[re.Match[str]], keys: list[str], at: int
    ) -> tuple[int, str, str | None]:
        """(tokens, alias, entity) of the longest name that begins there, else (0, "", None)."""
        for length in range(min(self._longest[keys[at]], len(tokens) - at), 0, -1):
            candidates = self._names.get(tuple(keys[at : at + length]))
            if not candidates:
                continue
            surface = text[tokens[at].start() : tokens[at + length - 1].end()]
            if re.search(r"[^\w\s'’.&/-]", surface) and length > 1:
                continue
            for alias, name in candidates:
                if _case_agrees(alias, surface):
                    return length, alias, name
        return 0, "", None


def _words(text: str) -> list[str]:
    return [match.group() for match in WORD.finditer(text)]


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    return POSSESSIVE.sub("", word.rstrip(".")).replace(".", "").replace("’", "'").casefold()


def _case_agrees(alias: str, surface: str) -> bool:
    """Names keep their capitals ("US" is not "us", "Turkey" not "turkey"); words need none."""
    letters = re.sub(r"[\W_]", "", alias)
    if letters.isupper() and len(letters) <= SHORT:
        return re.sub(r"[\W_]", "", POSSESSIVE.sub("", surface)) == letters
    several = " " in alias
    return surface[:1].isupper() or several or not alias[:1].isupper()
