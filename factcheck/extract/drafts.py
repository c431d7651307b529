"""Read what belongs to one number: sign, currency, scale word, unit, counted noun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from factcheck.extract.hedges import Hedge
from factcheck.extract.nouns import Counted, counted_noun
from factcheck.extract.numbers import Number
from factcheck.measure.currencies import SIGNS
from factcheck.measure.numerals import SCALE_SIGNS, SCALES
from factcheck.measure.units import AFTER, MINOR, UNITS, unit_id
from factcheck.model import Kind, Modifier


@dataclass(slots=True)
class Draft:
    """A quantity in the making."""

    text: str
    """Of the whole article."""
    start: int
    end: int
    form: str
    """As in `numbers.Number`."""
    value: Decimal | None
    step: Decimal
    kind: Kind = Kind.COUNT
    unit: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    scale: Decimal = Decimal(1)
    """Printed scale word or sign, already applied to value and step."""
    counted: Counted | None = None
    """The noun that follows, where no unit does."""
    hyphen: bool = False
    """Joined to its unit or noun by a hyphen: "five-year", "15-point"."""
    in_cell: bool = False
    """In a table, where neighbours are other columns."""
    hedge: Hedge | None = None
    modifier: Modifier | None = None
    silent: str = ""
    """Why it is no quantity; empty where it is one."""

    @property
    def quote(self) -> str:
        return self.text[self.start : self.end]

    @property
    def measured(self) -> bool:
        """True with a unit whose integers are as rounded as its decimals ("61pc", "379 g/kWh")."""
        return (
            self.unit in UNITS and self.kind is Kind.COUNT and self.unit not in ("count", "pages")
        )

    @property
    def bare(self) -> bool:
        """No unit, currency or noun of its own."""
        return self.unit is None and self.kind is Kind.COUNT and self.counted is None


_SIGN_LIST = "|".join(re.escape(s) for s in sorted(SIGNS, key=lambda s: (-len(s), s)))
_CURRENCY = re.compile(rf"(?<![A-Za-z])(?P<sign>{_SIGN_LIST})\s?[-−]?$")
_SIGN_ENDS = frozenset(sign[-1] for sign in SIGNS)
_MINUS = re.compile(
    r"(?:(?<![\w)])(?:minus[\s-]|negative\s)|(?:^|(?<=[\s(:|$£€]))[-−])$", re.IGNORECASE
)
_SCALE = re.compile(rf"[\s-]?[\s]?(?P<word>{'|'.join(SCALES)})s?\b", re.IGNORECASE)
_SCALE_SIGN = re.compile(
    r"(?P<space>\s?)(?P<sign>bn|bln|mn|mln|mio|trn|tln|tn|cr|[kmbtKMBT])(?![A-Za-z0-9²³/])"
)
_OF = re.compile(r"\s+of(?:\s+(?:US|U\.S\.))?(?=\s)")
_EXTRA = re.compile(r"\+|[-‑](?:odd|plus|ish)\b|\s+or\s+(?:so|more|fewer)\b")
"""A hedge between a number and what it counts: "40-odd schools", "100 or so boats"."""
_AMONG = re.compile(
    r"\s+of\s+(?:the|its|their|his|her|our|my)\s+(?:last|past|first|next|previous|final|latest)"
    r"(?:\s+(?:\d+|[a-z]+)(?=\s+[a-z]))?"
)
"""Between a number and what it counts: "four of their last five games"."""
_OUT_OF = re.compile(r"\s+out\s+of\s+(?:a\s+possible\s+)?\d{1,4}(?![\d,.]\d|\d|%)")
"""After points: the most that can be had."""
_CENTS = re.compile(r"[\s-]?(?P<form>cents?|pence|penny|sen|p)(?![A-Za-z0-9]|\.m)")
_LARGE_SET = 1000
"""From here on the whole is a figure of its own: "3,000 of the 11,000 posts"."""
_POINT = re.compile(
    r"[\s-]+(?P<of>(?:of\s+)?an?\s+)?(?P<share>(?:percentage|per\s?cent|%)[\s-]+)?point\b",
    re.IGNORECASE,
)
_SHARE_NEAR = re.compile(r"[^\n]{0,30}?\d\s?(?:%|per\s?cent|percent|pc\b)")
_REGION = re.compile(r"\s?(?P<code>US|U\.S\.|USD|AUD|CAD|Australian|Canadian)(?![A-Za-z])")
_REGIONS = {"US": "USD", "U.S.": "USD", "Australian": "AUD", "Canadian": "CAD"}
_MEMORY = 5000
"""Code points before a "58 out of 311" in which the 311 may have been told."""
_RATED = 80
"""Code points before a "40 out of 100" in which something is rated."""
_RATING = re.compile(r"\b(?:index|rat(?:ed|es|ing|ings)|scor(?:e|es|ed|ing)|marks?)\b[^.!?\n]*$")
_METRES = re.compile(
    r"\s?(?:\(\d|tall|high|deep|long|wide|away|above|below|race|sprint|final|hurdles|freestyle"
    r"|from|off|away|in\s+(?:height|length)"
    r"|down|up|further|x\s?\d|thick|across|apart|record|relay|dash|pool|drop|wave|waves)",
)
_IN_MILLIONS = re.compile(
    r"(?:\d\s?m(?:illions?)?\s(?!tall|high|deep|long|wide|race|sprint)(?:[a-z]+\s){0,2}?[a-z]{3,}"
    r"|\bmillions?\b|\b(?:people|population|inhabitants|residents|households|voters|users"
    r"|customers|subscribers|members|viewers|readers|listeners|visitors|tourists|passengers"
    r"|workers|jobs|copies|downloads|barrels|tonnes|vehicles|cars|doses|sales|turnover|revenues?"
    r"|profits?)\b)(?:[^\w.!?\n][^.!?\n]*)?$",
    re.IGNORECASE,
)
"""In a sentence before "14m": what there are millions of, or another figure in millions."""
_SENTENCE = 160
"""Code points before a figure in which its sentence says so."""
_LOSS = re.compile(r"(?:^|[\s(])(?P<sign>[-−]|(?:minus|negative)\s)$", re.IGNORECASE)
_POUNDS = re.compile(r"\d[\d,]*(?:\.\d|,\d{3}|\s?(?:m|bn|k|million|billion)\b)")
_DOTTED = re.compile(r"\w[/.]")
_LETTER = re.compile(r"[A-Za-z_]")


def read(text: str, number: Number) -> Iterator[Draft]:
    """The one draft of a number; two for "97,206 out of 131,121 patents"."""
    if number.form == "proportion":
        yield from _proportion(text, number)
        return
    draft = Draft(text, number.start, number.end, number.form, number.value, number.step)
    draft.low, draft.high, draft.scale = number.low, number.high, number.scale
    if number.form == "fraction":
        draft.kind, draft.unit = Kind.RATIO, "ratio"
        _of_a_point(draft)
    elif number.form == "multiple":
        draft.kind, draft.unit = Kind.MULTIPLE, "multiple"
    elif number.form == "ordinal":
        draft.kind, draft.unit = Kind.RANK, "ordinal"
    elif number.form == "digit_count":
        draft.kind, draft.unit, draft.modifier = Kind.PERCENT, "percent", Modifier.AT_LEAST
    else:
        _amount(draft)
    yield draft


def _of_a_point(draft: Draft) -> None:
    """ "half a percentage point", "a quarter of a point", "a half-point"; not "a third point"."""
    match = _POINT.match(draft.text, draft.end)
    if match and (match["of"] or draft.quote.lower().endswith(("half", "quarter"))):
        share = match["share"] or _SHARE_NEAR.match(draft.text, match.end())
        draft.unit = "percentage_points" if share else "points"
        draft.kind = UNITS[draft.unit].kind
        draft.end, draft.form = match.end(), "words"


def _proportion(text: str, number: Number) -> Iterator[Draft]:
    whole, part = number.whole, number.value
    assert whole is not None
    assert whole.value is not None
    assert part is not None
    draft = Draft(text, number.start, number.end, "proportion", part, number.step)
    among = number.link.startswith("of") and not number.link.endswith(("every", "each"))
    if among and _is_set(text, number):
        yield draft
    elif number.link == "out of" and (part != part.to_integral_value() or _is_rated(text, number)):
        draft.kind, draft.unit, draft.form = Kind.SCORE, "points", "digits"
        yield draft
    elif part < whole.value and not among and _is_ratio(number.link, whole.value):
        draft.kind, draft.unit = Kind.RATIO, "ratio"
        draft.value = (part / whole.value).quantize(Decimal("0.0001")).normalize()
        draft.step = Decimal("0.02")
        yield draft
    elif number.link == "out of" and part <= whole.value and _is_known(text, whole):
        yield draft
    else:
        form = "words" if text[number.start].isalpha() else "digits"
        yield from read(text, Number(number.start, number.part_end, form, part, number.step))
        whole.form = "words" if text[whole.start].isalpha() else "digits"
        yield from read(text, whole)


def _is_set(text: str, number: Number) -> bool:
    """ "41 of the top 100", "80 of the 95": a part of a set, not "two of the 18 MW turbines"."""
    if number.link.endswith("top"):
        return True
    whole, part = number.whole, number.value
    assert whole is not None
    assert whole.value is not None
    assert part is not None
    if AFTER.match(text, whole.end) or _SCALE.match(text, whole.end):
        return False
    return 1 < part < whole.value < _LARGE_SET


def _is_rated(text: str, number: Number) -> bool:
    """ "a rating of 4 out of 5", "the index improved to 40 out of 100"."""
    before = text[max(0, number.start - _RATED) : number.start].lower()
    if not any(word in before for word in ("index", "rat", "score", "mark")):
        return False
    return bool(_RATING.search(before))


def _is_ratio(link: str, whole: Decimal) -> bool:
    return link != "out of" or whole <= 10 or whole in (12, 20, 100, 1000)


def _is_known(text: str, whole: Number) -> bool:
    """Whether the total was told before: "my test has 311 items ... 58 out of 311"."""
    figure = text[whole.start : whole.end]
    before = text[max(0, whole.start - _MEMORY) : whole.start]
    return bool(re.search(rf"(?<![\w.,]){re.escape(figure)}(?![\w%]|[.,]\d)", before))


def _amount(draft: Draft) -> None:
    """A figure or cardinal with all that is printed around it."""
    text, number_end = draft.text, draft.end
    currency = _currency_before(draft)
    if draft.form == "digits" and currency is None and _joined(draft):
        draft.silent = "identifier"
        return
    _scale(draft, currency)
    if currency:
        draft.kind, draft.unit = Kind.MONEY, currency
        if region := _REGION.match(text, draft.end):
            draft.unit = _REGIONS.get(region["code"], region["code"])
        return
    _unit(draft)
    draft.hyphen = text[number_end : number_end + 1] in ("-", "‑")
    if draft.unit is None and draft.end < len(text) and _LETTER.match(text, draft.end):
        draft.silent = "identifier"
    elif draft.unit is None:
        of = (_OF if draft.form == "vague" else _EXTRA).match(text, draft.end)
        between = of or _AMONG.match(text, draft.end)
        noun = counted_noun(text, between.end() if between else draft.end)
        draft.counted = noun if noun and _is_counted(draft, noun) else None


def _is_counted(draft: Draft, noun: Counted) -> bool:
    """A plural, one of something, or millions of a people ("124.5 million Japanese")."""
    return noun.plural or draft.value == 1 or (draft.scale > 1 and noun.head[0].isupper())


def _currency_before(draft: Draft) -> str | None:
    """Currency code printed before the number; widens the draft to take it in, and a minus."""
    text = draft.text
    if not _may_be_sign(text, draft.start):
        return None
    minus = _MINUS.search(text[max(0, draft.start - 10) : draft.start])
    if minus and draft.value is not None and draft.form in ("digits", "words"):
        draft.value = -draft.value
        draft.start -= minus.end() - minus.start()
    head = text[max(0, draft.start - 6) : draft.start]
    match = _CURRENCY.search(head)
    if not match:
        return None
    sign = match["sign"]
    if sign == "PS" and not _POUNDS.match(text, draft.start):
        return None
    draft.start -= len(head) - match.start()
    before = text[max(0, draft.start - 10) : draft.start]
    if draft.value is not None and (loss := _LOSS.search(before)):
        draft.start -= loss.end() - loss.start("sign")
        draft.value = -draft.value
    if sign.startswith("M") and len(sign) == 4 and sign != "MYR":
        _multiply(draft, Decimal(10**6))
    return SIGNS[sign]


def _may_be_sign(text: str, start: int) -> bool:
    """Whether the two characters before a number can end a currency or a minus."""
    last = text[start - 1 : start]
    if last.isspace():
        last = text[start - 2 : start - 1]
        return last in _SIGN_ENDS or last in "sSeE-−"
    return last in _SIGN_ENDS or last in "-−"


def _joined(draft: Draft) -> bool:
    """Whether the figure is part of a name such as R1, GPT-4 or v1.12."""
    text, start = draft.text, draft.start
    before = text[start - 1 : start]
    if before.isalnum() or before == "_":
        return True
    if (
        before in ("'", "’")
        and draft.end - start == 2
        and not text[start - 2 : start - 1].isalnum()
    ):
        return True
    if (before in ("-", "‑") and _LETTER.match(text, start - 2)) or _DOTTED.match(text, start - 2):
        word = re.search(r"([A-Za-z]+)[-‑]$", text[max(0, start - 14) : start])
        return not (word and word[1].lower() in ("sub", "minus", "plus"))
    return False


def _multiply(draft: Draft, scale: Decimal) -> None:
    draft.scale *= scale
    draft.step *= scale
    if draft.value is not None:
        draft.value *= scale


def _scale(draft: Draft, currency: str | None) -> None:
    text = draft.text
    if draft.form == "vague":
        return
    if match := _SCALE.match(text, draft.end):
        while match:
            _multiply(draft, SCALES[match["word"].lower()])
            draft.end = match.end()
            match = _SCALE.match(text, draft.end)
    elif (match := _SCALE_SIGN.match(text, draft.end)) and _is_scale(text, match, currency):
        _multiply(draft, SCALE_SIGNS[match["sign"].lower()])
        draft.end = match.end()


def _is_scale(text: str, match: re.Match[str], currency: str | None) -> bool:
    """Whether "m", "t", "b" is a scale here and not metres, tonnes, or a name of its own."""
    sign = match["sign"]
    if match["space"] and len(sign) == 1:
        return bool(currency) and sign in "mM"
    if currency or len(sign) > 1 or sign in "kKMB":
        return True
    if sign != "m" or _METRES.match(text, match.end()):
        return False
    following = counted_noun(text, match.end())
    if (following and following.plural) or "." in text[match.start() - 4 : match.start()]:
        return True
    return bool(_IN_MILLIONS.search(text, max(0, match.start() - _SENTENCE), match.start()))


def in_millions(draft: Draft) -> None:
    """What was read as metres ("12m") is so many millions."""
    draft.kind, draft.unit = Kind.COUNT, None
    _multiply(draft, SCALE_SIGNS["m"])


def _unit(draft: Draft) -> None:
    """The unit after the number, if any."""
    text = draft.text
    if cents := _CENTS.match(text, draft.end):
        _cents(draft, cents)
        return
    of = _OF.match(text, draft.end) if draft.form == "vague" or draft.scale > 1 else None
    match = AFTER.match(text, of.end() if of else draft.end)
    if not match or not _fits(draft, match):
        return
    draft.unit = unit_id(match["form"])
    draft.kind = UNITS[draft.unit].kind
    draft.end = match.end()
    if draft.unit == "points" and (best := _OUT_OF.match(text, draft.end)):
        draft.end = best.end()


def _cents(draft: Draft, match: re.Match[str]) -> None:
    draft.kind, draft.unit = Kind.MONEY, MINOR[match["form"].lower()]
    draft.end = match.end()
    draft.step /= 100
    draft.value = draft.value / 100 if draft.value is not None else None


def _fits(draft: Draft, match: re.Match[str]) -> bool:
    """Signs of one or two letters stand against digits; "won" and the like need a large number."""
    form = match["form"]
    apart = match.start("form") > draft.end
    if len(form) == 1 and form.isalpha() and draft.form != "digits":
        return False
    if form in ("x", "t", "g", "m", "V", "L", "W", "C", "F") and apart:
        return form in ("g", "t", "W", "V", "m") and draft.form == "digits"
    if form == "won":
        return draft.value is None or draft.value >= 1000
    return not (form in ("second", "stone") and draft.form == "words" and not draft.hyphen)
