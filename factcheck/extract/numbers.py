"""Find all that looks like a number: figures, number words, fractions, ordinals, multiples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from factcheck.extract.folding import folded
from factcheck.extract.nouns import is_plural
from factcheck.measure.numerals import (
    CARDINAL,
    DIGITS,
    GROUP,
    MOST_DIGITS,
    ORDINALS,
    PARTS,
    SCALES,
    SMALL,
    TENS,
    VULGAR,
    WORDS,
    read_digits,
    read_ordinal,
    read_words,
)


@dataclass(slots=True)
class Number:
    """A number as it stands in the text, before anything around it was looked at."""

    start: int
    end: int
    form: str
    """digits, words, fraction, proportion, ordinal, multiple or vague."""
    value: Decimal | None
    """None where only `low` and `high` are meant ("hundreds of thousands")."""
    step: Decimal = Decimal(0)
    """Worth of the last printed digit; zero is exact."""
    low: Decimal | None = None
    high: Decimal | None = None
    whole: Number | None = None
    """Of a proportion: the number it is out of."""
    part_end: int = 0
    """Of a proportion: where its first number ends."""
    scale: Decimal = Decimal(1)
    """Of "half a trillion": the scale word, already applied."""
    link: str = ""
    """Of a proportion: the words between, lower case ("in", "out of", "of the top")."""


_SCALE = "|".join(SCALES)
_SMALL = rf"(?:{WORDS}|an?)"
_PART = "|".join(sorted(PARTS, key=len, reverse=True))
_ORDINAL = "|".join(
    (*ORDINALS, *(w[:-1] + "ieth" for w in ["twenty", "thirty", "forty", "fifty", "sixty"]))
)
_COUNTING = rf"(?:{DIGITS}|{WORDS})"

_BELOW = "one|two|three|four|five|six|seven|eight|nine"

_SHAPES: list[tuple[str, str]] = [
    (
        "vague",
        r"(?:(?P<level>low|mid|high)[\s-]+)?(?:(?P<few>tens|dozens|hundreds|thousands)\s+of\s+)?"
        r"(?P<many>dozens|hundreds|thousands|millions|billions|trillions|tens(?=\s+of))\b",
    ),
    ("digit_count", r"(?P<size>single|double|triple)[\s-](?:digits"
    r"|digit(?=\s+(?:\w+\s+)?(?:growth|percent\w*|per\s?cent|inflation"
        r"|ris\w+|falls?|gains?|drops?|increases?|declines?|rates?|gaps?|leads?|returns?|loss\w*"
        r"|swings?|jumps?|hikes?)))\b",
    ),
    (
        "proportion",
        rf"(?P<part>{_COUNTING})\s+(?P<link>(?:in|of|out\s+of)\s+(?:every|each)|in(?=\s+(?:[a-z]|\d{{1,3}}\b(?!,)|10?,000"
        rf"|100,000))|out\s+of|of\s+(?:the\s+|its\s+)?top"
        rf"|of\s+(?:the|its|their|all)(?=\s+(?!(?:19|20)\d\d\b)\w+(?![\w-])))\s+(?P<whole>{_COUNTING})(?![\d%]|[.,:]\d)\b",
    ),
    (
        "split",
        rf"(?P<part>{_BELOW})\s+(?P<noun>[a-z]+)\s+in\s+(?P<whole>{WORDS}|\d{{1,3}})"
        r"(?=\s*[.;)]|\s+(?:is|are|was|were|has|have|had|do|does|did|will|now|say|said|\w+ed)\b)",
    ),
    (
        "compound",
        rf"(?:(?:an?\s+)?(?P<half>half)(?:\s+an?|(?=[\s-](?:m|b|tr)illion))"
        rf"|(?:an?\s+)?(?P<quarter>quarter)(?:\s+of\s+an?|(?=[\s-](?:m|b|tr)illion))"
        rf"|(?P<parts>three)[\s-]quarters?\s+of\s+an?|(?P<mixed>{WORDS}|an?"
        rf"|\d+)\s+and\s+an?"
        rf"\s+(?P<rest>half|quarter))[\s-](?P<scale>{_SCALE})\b",
    ),
    ("mixed", rf"(?P<mixed>{WORDS})\s+and\s+a\s+(?P<rest>half|quarter)\b"),
    ("a_point", r"an?(?:\s+(?:full|whole))?(?=\s+percentage\s+point\b)"),
    ("a_scale", rf"an?\s+(?P<scale>{WORDS[:0]}{_SCALE})\b"),
    (
        "fraction",
        rf"(?:(?P<slash>\d{{1,2}}[/⁄]\d{{1,3}})(?![\d/])|(?P<top>{CARDINAL}"
        rf"|an?)[\s-](?P<bottom>{_PART})s?\b"
        rf"|(?P<alone>half|halves))\b",
    ),
    (
        "multiple",
        r"(?P<word>doubl(?:ed|es|ing|e)|tripl(?:ed|es|ing|e)|trebl(?:ed|es|ing|e)|quadrupl(?:ed"
        r"|es|ing|e)"
        r"|quintupl(?:ed|es|ing|e)|halv(?:ed|es|ing)|twice|thrice)\b",
    ),
    ("ordinal", rf"(?P<ordinal>\d+(?:st|nd|rd|th)|(?:twenty|thirty|forty|fifty)-(?:{_ORDINAL})"
    rf"|{_ORDINAL})\b"),
    ("power", rf"(?P<base>{DIGITS})\s?[×x]\s?10"
    rf"(?P<exp>[\^]?[-−]?\d{{1,2}}|[⁻]?[⁰¹²³⁴-⁹]{{1,2}})\b"),
    ("digits", rf"(?P<digits>{DIGITS})"),
    ("words", rf"(?P<words>{WORDS})(?:\b|(?=fold\b))"),
]  # fmt: skip


def _own_groups(name: str, shape: str) -> str:
    return re.sub(r"\(\?P<(\w+)>", rf"(?P<{name}__\1>", shape)


def _any_of(*names: str) -> re.Pattern[str]:
    """One pattern that tries the named shapes, in the order of the table."""
    shapes = [(name, shape) for name, shape in _SHAPES if name in names]
    return re.compile("|".join(f"(?P<{name}__>{_own_groups(name, s)})" for name, s in shapes))


_GROUPS = {
    name: [(group, f"{name}__{group}") for group in re.findall(r"\(\?P<(\w+)>", shape)]
    for name, shape in _SHAPES
}
_OPENERS = [
    *sorted({w.rstrip("y") for w in (*SMALL, *TENS, *SCALES, *ORDINALS, "half", "halv")}),
    *("single", "doub", "trip", "treb", "quadrup", "quintup", "twice", "thrice"),
    *("tens", "low", "mid", "high"),
    rf"an?(?=(?:-|\s+)(?:{_SCALE}|{_PART}))",
    r"an?(?=\s+(?:full\s+|whole\s+)?percentage\s+point\b)",
    r"quarter(?=[\s-](?:m|b|tr)illion)",
]
_START = re.compile(
    "|".join((*_OPENERS, *(rf"{d}(?:[.,]?\d)*" for d in "0123456789"), r"\.\d", *VULGAR))
)
"""Where a number may start. Each alternative begins with a plain letter or figure: then the engine
skips from one such sign to the next, ten times faster than a try at every word."""
_IN_WORDS = _any_of(*(name for name, _ in _SHAPES if name not in ("power", "digits")))
_IN_FIGURES = _any_of("proportion", "compound", "fraction", "ordinal", "power", "digits")
_PLAIN = re.compile(rf"(?>{DIGITS})(?!\s+(?:in|o[fu]|and)|[/⁄snrt]|\s?[×x])")
"""A figure of which nothing that follows makes another shape: nearly all of them."""

_SERIAL = re.compile(rf"\d(?:{GROUP}?\.?\d){{{MOST_DIGITS}}}")
"""A figure of more digits than any number that is stated: a serial number."""

_LEVELS = {"low": (1, 10), "mid": (4, 7), "high": (6, 10), None: (1, 10)}
"""Times the scale word: "low millions" may be anything below ten of them."""
_MULTIPLES = {
    "doub": 2, "trip": 3, "treb": 3, "quad": 4, "quin": 5, "twic": 2, "thri": 3,
}  # fmt: skip
LOOSE = Decimal("0.02")
"""Width of a fraction in words: "a third" is taken for 32.3 to 34.3 percent."""


def scan(text: str) -> Iterator[Number]:
    """Yield every number of `text` in order, without overlap."""
    low, reached = folded(text), 0
    for place in _START.finditer(low):
        at = place.start()
        if at < reached or not _may_start(low, at):
            continue
        in_words = low[at].isalpha()
        if not in_words and (plain := _PLAIN.match(low, at)):
            reached = plain.end()
            if not _SERIAL.search(plain[0]):
                yield _digits(plain, {"digits": plain[0]})
            continue
        match = (_IN_WORDS if in_words else _IN_FIGURES).match(low, at)
        if not match or not match.lastgroup:
            continue
        reached, shape = match.end(), match.lastgroup.removesuffix("__")
        if _SERIAL.search(match[0]):
            continue
        parts = ((short, match[group]) for short, group in _GROUPS[shape])
        number = _READERS[shape](match, {name: part for name, part in parts if part is not None})
        if number:
            reached = number.end
            yield number


def _may_start(low: str, at: int) -> bool:
    """Not inside a word, nor after the point or comma of another figure."""
    before = low[at - 1] if at else " "
    if low[at].isalpha():
        return not (before.isascii() and before.isalnum())
    return not (before.isdigit() or (before in ".," and low[at - 2 : at - 1].isdigit()))


def counting(text: str) -> tuple[Decimal, Decimal]:
    """Value and step of a plain figure or cardinal in words."""
    numeral = read_digits(text) if not text[0].isalpha() else read_words(text)
    return numeral.value, numeral.step


Groups = dict[str, str]


def _vague(match: re.Match[str], groups: Groups) -> Number:
    def scale(word: str) -> Decimal:
        return Decimal(10) if word == "tens" else SCALES[word.removesuffix("s")]

    size = scale(groups["many"]) * (scale(groups["few"]) if "few" in groups else 1)
    low, high = _LEVELS[groups.get("level")]
    return Number(*match.span(), "vague", None, low=size * low, high=size * high)


def _digit_count(match: re.Match[str], groups: Groups) -> Number | None:
    size = {"single": 1, "double": 10, "triple": 100}[groups["size"]]
    return Number(*match.span(), "digit_count", Decimal(size)) if size > 1 else None


def _proportion(match: re.Match[str], groups: Groups) -> Number:
    part, step = counting(groups["part"])
    whole = Number(*match.span("proportion__whole"), "digits", *counting(groups["whole"]))
    return Number(
        *match.span(),
        "proportion",
        part,
        step,
        whole=whole,
        part_end=match.end("proportion__part"),
        link=" ".join(groups["link"].split()),
    )


def _split(match: re.Match[str], groups: Groups) -> Number | None:
    """ "three farms in ten": the same share as "three in ten farms"."""
    part, whole = counting(groups["part"])[0], counting(groups["whole"])[0]
    plain = Number(*match.span("split__part"), "words", part, Decimal(1))
    if part >= whole or (part == 1) is is_plural(groups["noun"]):
        return plain
    return Number(*match.span(), "fraction", _share(part, whole), LOOSE)


def _compound(match: re.Match[str], groups: Groups) -> Number:
    scale = SCALES[groups["scale"]]
    part = Decimal("0.75" if "parts" in groups else "0.5" if "half" in groups else "0.25")
    if "mixed" in groups:
        whole = groups["mixed"]
        part = (Decimal(1) if whole in ("a", "an") else counting(whole)[0]) + _rest(groups)
    return _scaled(match, part * scale, scale)


def _scaled(match: re.Match[str], value: Decimal, scale: Decimal) -> Number:
    """A figure in so many millions stands beside others in millions; a hundred beside anything."""
    counted_in = scale if scale >= SCALES["million"] else Decimal(1)
    return Number(*match.span(), "words", value, scale / 10, scale=counted_in)


def _rest(groups: Groups) -> Decimal:
    return Decimal("0.5") if groups["rest"] == "half" else Decimal("0.25")


def _mixed(match: re.Match[str], groups: Groups) -> Number:
    value = counting(groups["mixed"])[0] + _rest(groups)
    return Number(*match.span(), "words", value, Decimal("0.1"))


def _a_scale(match: re.Match[str], groups: Groups) -> Number:
    scale = SCALES[groups["scale"]]
    return _scaled(match, scale, scale)


def _a_point(match: re.Match[str], groups: Groups) -> Number:
    return Number(*match.span(), "words", Decimal(1), Decimal(1))


def _fraction(match: re.Match[str], groups: Groups) -> Number | None:
    if "alone" in groups:
        return Number(*match.span(), "fraction", Decimal("0.5"), LOOSE)
    if "slash" in groups:
        top, bottom = map(Decimal, re.split("[/⁄]", groups["slash"]))
        return (
            Number(*match.span(), "fraction", (top / bottom).quantize(Decimal("1e-9")), Decimal(0))
            if bottom
            else None
        )
    word = groups["bottom"]
    top = Decimal(1) if groups["top"] in ("a", "an") else counting(groups["top"])[0]
    return Number(*match.span(), "fraction", _share(top, Decimal(PARTS[word])), LOOSE)


def _share(part: Decimal, whole: Decimal) -> Decimal:
    return (part / whole).quantize(Decimal("0.0001")).normalize()


def _multiple(match: re.Match[str], groups: Groups) -> Number:
    word = groups["word"]
    value = Decimal("0.5") if word.startswith("halv") else Decimal(_MULTIPLES[word[:4]])
    return Number(*match.span(), "multiple", value, value / 10)


def _ordinal(match: re.Match[str], groups: Groups) -> Number | None:
    rank = read_ordinal(groups["ordinal"])
    return Number(*match.span(), "ordinal", Decimal(rank)) if rank else None


_SUPER = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−", "-0123456789-")


def _power(match: re.Match[str], groups: Groups) -> Number:
    value, step = counting(groups["base"])
    exponent = int(groups["exp"].lstrip("^").translate(_SUPER))
    return Number(*match.span(), "digits", value.scaleb(exponent), step.scaleb(exponent))


def _digits(match: re.Match[str], groups: Groups) -> Number:
    numeral = read_digits(groups["digits"])
    return Number(*match.span(), "digits", numeral.value, numeral.step)


def _words(match: re.Match[str], groups: Groups) -> Number:
    value, step = counting(groups["words"])
    return Number(*match.span(), "words", value, step)


_READERS: dict[str, Callable[[re.Match[str], Groups], Number | None]] = {
    "vague": _vague,
    "digit_count": _digit_count,
    "proportion": _proportion,
    "split": _split,
    "compound": _compound,
    "mixed": _mixed,
    "a_scale": _a_scale,
    "a_point": _a_point,
    "fraction": _fraction,
    "multiple": _multiple,
    "ordinal": _ordinal,
    "power": _power,
    "digits": _digits,
    "words": _words,
}
