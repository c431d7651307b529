"""Footnote marks and flags beside names and numbers.

Superscripts, asterisks and daggers; "1)"; "[note 2]" and "[r]" (UK Government Analysis Function,
"Releasing statistics in spreadsheets"); the flags of Eurostat, but for "b", which may be billion.
"""

from __future__ import annotations

import re

SIGNS = r"[⁰¹⁴⁵⁶⁷⁸⁹*†‡]+|(?<!m)[²³]+"
"""Not the square of m² and km²."""
NAMED = re.compile(rf"\s*(?:{SIGNS}|\[notes? [\d, ]+\]|(?<=\s)\d\))$")
LONGEST = 200
"""Code points at the end of a name in which its mark is looked for: a name may be all blanks."""
FLAGS = r"[cdefnprsuz]"
NUMBERED = re.compile(
    rf"(?P<number>.*\d%?)(?:\s*(?P<a>{SIGNS}|\[[a-z]+\d*\]|\[notes? [\d, ]+\]|\({FLAGS}\)|[er])"
    rf"|\s+(?P<b>{FLAGS}|\(?\d\)))"
)
"""A bare letter right behind a number may be a unit (45p, 3d), but for "e" and "r"."""


def without_marks(name: str) -> str:
    """A name without the footnote marks at its end."""
    while found := NAMED.search(name, max(len(name) - LONGEST, 0)):
        bare = name[: found.start()].rstrip() + name[found.end() :]
        if not bare:
            break
        name = bare
    return name


def parted(number: str) -> tuple[str, str]:
    """A number as printed, and the mark behind it: ("1,200", "r"); "" where there is none."""
    match = NUMBERED.fullmatch(number.strip())
    return (match["number"], (match["a"] or match["b"]).strip("()[]")) if match else (number, "")
