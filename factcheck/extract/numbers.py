"""Find all that looks like a number: figures, number words, fractions, ordinals, multiples."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from factcheck.measure.numerals import (
    CARDINAL,
    DIGITS,
    ORDINALS,
    PARTS,
    SCALES,
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
    link: str = ""
    """Of a proportion: the words between, lower case ("in", "out of", "of the top")."""


_SCALE = "|".join(SCALES)
_SMALL = rf"(?:{WORDS}|an?)"
_PART = "|".join(sorted(PARTS, key=len, reverse=True))
_ORDINAL = "|".join(
    (*ORDINALS, *(w[:-1] + "ieth" for w in ["twenty", "thirty", "forty", "fifty", "sixty"]))
)
_COUNTING = rf"(?:{DIGITS}|{WORDS})"

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
        rf"(?P<part>{_COUNTING})\s+(?P<link>in\s+every|in(?=\s+(?:[a-z]|\d{{1,3}}\b(?!,)|10?,000"
        rf"|100,000))|out\s+of\s+every|out\s+of|of\s+(?:the\s+|its\s+)?top"
        rf"|of\s+every)\s+(?P<whole>{_COUNTING})(?![\d%]|[.,:]\d)\b",
    ),
    (
        "compound",
        rf"(?:(?P<half>half)\s+an?|an?\s+(?P<quarter>quarter)\s+of\s+an?|(?P<mixed>{WORDS}|an?"
        rf"|\d+)\s+and\s+an?"
        rf"\s+(?P<rest>half|quarter))[\s-](?P<scale>{_SCALE})\b",
    ),
    ("mixed", rf"(?P<mixed>{WORDS})\s+and\s+a\s+(?P<rest>half|quarter)\b"),
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
    ("power", rf"(?P<base>{DIGITS})\s?[×x]\s?10(?P<exp>[\^]?[-−]?\d+|[⁻]?[⁰¹²³⁴-⁹]+)\b"),
    ("digits", rf"(?P<digits>{DIGITS})"),
    ("words", rf"(?P<words>{WORDS})(?:\b|(?=fold\b))"),
]  # fmt: skip


def _own_groups(name: str, shape: str) -> str:
    return re.sub(r"\(\?P<(\w+)>", rf"(?P<{name}__\1>", shape)


_SCAN = re.compile(
    r"(?:(?<![A-Za-z0-9])(?=[a-uA-U])|(?<!\d)(?<!\d[.,])(?=[0-9½⅓⅔¼¾.\u2155-\u215e]))(?:"
    + "|".join(f"(?P<{name}__>{_own_groups(name, shape)})" for name, shape in _SHAPES)
    + ")",
    re.IGNORECASE,
)

_LEVELS = {"low": (1, 10), "mid": (4, 7), "high": (6, 10), None: (1, 10)}
"""Times the scale word: "low millions" may be anything below ten of them."""
_MULTIPLES = {
    "doub": 2, "trip": 3, "treb": 3, "quad": 4, "quin": 5, "twic": 2, "thri": 3,
}  # fmt: skip
_LOOSE = Decimal("0.02")
"""Width of a fraction in words: "a third" is taken for 32.3 to 34.3 percent."""


def scan(text: str) -> Iterator[Number]:
    """Yield every number of `text` in order, without overlap."""
    for match in _SCAN.finditer(text):
        name = match.lastgroup and match.lastgroup.partition("__")[0]
        shape = name if name else next(n for n, _ in _SHAPES if match[f"{n}__"])
        groups = {
            key.partition("__")[2]: value
            for key, value in match.groupdict().items()
            if value is not None and key.startswith(f"{shape}__")
        }
        number = _READERS[shape](match, groups)
        if number:
            yield number


def counting(text: str) -> tuple[Decimal, Decimal]:
    """Value and step of a plain figure or cardinal in words."""
    numeral = read_digits(text) if not text[0].isalpha() else read_words(text)
    return numeral.value, numeral.step


Groups = dict[str, str]


def _vague(match: re.Match[str], groups: Groups) -> Number:
    def scale(word: str) -> Decimal:
        return Decimal(10) if word.lower() == "tens" else SCALES[word.lower().removesuffix("s")]

    size = scale(groups["many"]) * (scale(groups["few"]) if "few" in groups else 1)
    low, high = _LEVELS[groups["level"].lower() if "level" in groups else None]
    return Number(*match.span(), "vague", None, low=size * low, high=size * high)


def _digit_count(match: re.Match[str], groups: Groups) -> Number | None:
    size = {"single": 1, "double": 10, "triple": 100}[groups["size"].lower()]
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
        link=" ".join(groups["link"].lower().split()),
    )


def _compound(match: re.Match[str], groups: Groups) -> Number:
    scale = SCALES[groups["scale"].lower()]
    part = Decimal("0.5") if "half" in groups else Decimal("0.25")
    if "mixed" in groups:
        whole = groups["mixed"]
        part = (Decimal(1) if whole.lower() in ("a", "an") else counting(whole)[0]) + _rest(groups)
    return Number(*match.span(), "words", part * scale, scale / 10)


def _rest(groups: Groups) -> Decimal:
    return Decimal("0.5") if groups["rest"].lower() == "half" else Decimal("0.25")


def _mixed(match: re.Match[str], groups: Groups) -> Number:
    value = counting(groups["mixed"])[0] + _rest(groups)
    return Number(*match.span(), "words", value, Decimal("0.1"))


def _a_scale(match: re.Match[str], groups: Groups) -> Number:
    scale = SCALES[groups["scale"].lower()]
    return Number(*match.span(), "words", scale, scale / 10)


def _fraction(match: re.Match[str], groups: Groups) -> Number | None:
    if "alone" in groups:
        return Number(*match.span(), "fraction", Decimal("0.5"), _LOOSE)
    if "slash" in groups:
        top, bottom = map(Decimal, re.split("[/⁄]", groups["slash"]))
        return (
            Number(*match.span(), "fraction", (top / bottom).quantize(Decimal("1e-9")), Decimal(0))
            if bottom
            else None
        )
    word = groups["bottom"].lower()
    top = Decimal(1) if groups["top"].lower() in ("a", "an") else counting(groups["top"])[0]
    return Number(*match.span(), "fraction", _share(top, Decimal(PARTS[word])), _LOOSE)


def _share(part: Decimal, whole: Decimal) -> Decimal:
    return (part / whole).quantize(Decimal("0.0001")).normalize()


def _multiple(match: re.Match[str], groups: Groups) -> Number:
    word = groups["word"].lower()
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
    value, step = counting(groups["digits"])
    return Number(*match.span(), "digits", value, step)


def _words(match: re.Match[str], groups: Groups) -> Number:
    value, step = counting(groups["words"])
    return Number(*match.span(), "words", value, step)


_READERS: dict[str, Callable[[re.Match[str], Groups], Number | None]] = {
    "vague": _vague,
    "digit_count": _digit_count,
    "proportion": _proportion,
    "compound": _compound,
    "mixed": _mixed,
    "a_scale": _a_scale,
    "fraction": _fraction,
    "multiple": _multiple,
    "ordinal": _ordinal,
    "power": _power,
    "digits": _digits,
    "words": _words,
}
