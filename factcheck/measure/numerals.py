"""Read numerals, in digits or in English words, as Decimals with their printed step."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

_ONES = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
_TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = """
zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
SMALL = {word: Decimal(n) for n, word in enumerate(_ONES.split())}
TENS = {word: Decimal(10 * n) for n, word in enumerate(_TENS.split(), 1) if n > 1}
SCALES = {
    "dozen": Decimal(12),
    "hundred": Decimal(100),
    "thousand": Decimal(10**3),
    "lakh": Decimal(10**5),
    "million": Decimal(10**6),
    "crore": Decimal(10**7),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "quadrillion": Decimal(10**15),
}
"""Short scale, as in every English newsroom since 1974; lakh and crore are Indian."""

SCALE_SIGNS = {
    "k": Decimal(10**3),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "mln": Decimal(10**6),
    "mio": Decimal(10**6),
    "b": Decimal(10**9),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "t": Decimal(10**12),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
    "tln": Decimal(10**12),
    "cr": Decimal(10**7),
}
"""Signs after a figure ("£640m", "$4.7bn"), lower case."""

ORDINALS = {word: n for n, word in enumerate(_ORDINALS.split()) if n}
PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4} | {
    word: n for word, n in ORDINALS.items() if n > 4
}
"""Denominators of fractions in words, singular; the plural adds an s (but halves)."""

VULGAR = {
    "½": "0.5", "⅓": "0.3333", "⅔": "0.6667", "¼": "0.25", "¾": "0.75", "⅕": "0.2", "⅖": "0.4",
    "⅗": "0.6", "⅘": "0.8", "⅙": "0.1667", "⅚": "0.8333", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625",
    "⅞": "0.875",
}  # fmt: skip

GROUP = r"[,'’ \u00a0\u202f\u2009]"
_GROUPS = "|".join(rf"(?:{sign}\d{{3}})+" for sign in (",", "[\u00a0\u202f\u2009]", "['’]", " "))
DIGITS = (
    rf"\d{{1,3}}(?:{_GROUPS})(?!\d)(?:\.\d+)?|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?!\d)(?:\.\d+)?"
    r"|\d+(?:\.\d+)?[½⅓⅔¼¾⅛⅜⅝⅞]?|\.\d+|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]"
)
"""A figure as printed: 1,953 · 12,34,567 · 109.1 · .001 · 2½ (no sign, no scale)."""

MOST_DIGITS = 24
"""Digits of the longest figure that is read, inclusive. Arithmetic keeps 28 (`decimal`'s default),
and a hedge of a twentieth takes two more."""

CARDINAL = "|".join((*SMALL, *TENS))
_BELOW_TEN = "|".join(list(SMALL)[1:10])
_LARGE = "hundred|thousand|million|billion"
_BELOW_HUNDRED = (
    rf"(?:(?:{'|'.join(TENS)})(?:-(?:{_BELOW_TEN})|\s(?:{_BELOW_TEN})(?=\s(?:{_LARGE})))"
    rf"|{CARDINAL})"
)
WORDS = rf"{_BELOW_HUNDRED}(?:[ -](?:{'|'.join(SCALES)})(?:(?:\sand\s|[ -]){_BELOW_HUNDRED})?)*"
"""A cardinal in words: four · twenty-five · two hundred and fifty thousand."""


_STEPS = tuple(Decimal(1).scaleb(-places) for places in range(5))
"""Worth of the last digit by number of decimal places."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as printed."""

    value: Decimal
    step: Decimal
    """Worth of the last printed digit: 0.1 for "3.2", 1 for "15". Zero is exact."""


def read_digits(text: str) -> Numeral:
    """Read a figure that matches DIGITS. Raises decimal.InvalidOperation on anything else."""
    if text.isdecimal():
        return Numeral(Decimal(text), _STEPS[0])
    if part := VULGAR.get(text[-1]):
        return Numeral(Decimal(re.sub(GROUP, "", text[:-1]) or 0) + Decimal(part), _STEPS[2])
    places = len(text.partition(".")[2])
    step = _STEPS[places] if places < len(_STEPS) else Decimal(1).scaleb(-places)
    return Numeral(Decimal(re.sub(GROUP, "", text)), step)


def read_words(text: str) -> Numeral:
    """Read a cardinal that matches WORDS, any case. Raises KeyError on another word."""
    total = part = Decimal(0)
    for word in re.split(r"[\s-]+", text.lower()):
        if word == "and":
            continue
        if word in ("a", "an"):
            part = Decimal(1)
        elif word in {"hundred", "dozen"}:
            part = (part or 1) * SCALES[word]
        elif word in SCALES:
            total, part = total + (part or 1) * SCALES[word], Decimal(0)
        else:
            part += SMALL[word] if word in SMALL else TENS[word]
    return Numeral(total + part, Decimal(1))


def tidy(value: Decimal) -> Decimal:
    """The same number without trailing zeros and without an exponent."""
    if value == value.to_integral_value():
        return Decimal(int(value))
    return value.normalize()


def read_ordinal(text: str) -> int | None:
    """ "ninth", "21st", "twenty-first" as an int; None where the text is no ordinal."""
    word = text.lower()
    if digits := re.fullmatch(rf"(\d{{1,{MOST_DIGITS}}})(?:st|nd|rd|th)", word):
        return int(digits[1])
    tens, _, ones = word.rpartition("-")
    if tens in TENS and ORDINALS.get(ones, 10) < 10:
        return int(TENS[tens]) + ORDINALS[ones]
    if word.endswith("ieth") and word[:-4] + "y" in TENS:
        return int(TENS[word[:-4] + "y"])
    return ORDINALS.get(word)
