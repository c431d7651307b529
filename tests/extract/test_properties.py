"""What holds for any number and any text: read back equal, exact offsets, no reach across texts."""

from __future__ import annotations

import csv
import itertools
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.extract.dates import find_dates_in
from factcheck.extract.quantities import find_quantities
from factcheck.model import Document

amounts = st.decimals(min_value=Decimal("0.01"), max_value=10**9, places=2)
wholes = st.integers(11, 10**9 - 1)
SIGNS = ["$", "US$", "£", "€", "¥", "₹", "A$", "C$", "USD ", "EUR ", "CHF "]
SCALES = {
    " thousand": 3, " million": 6, " billion": 9, " trillion": 12, "k": 3, "m": 6, "mn": 6,
    "bn": 9, " bn": 9, " bln": 9, "tn": 12, "B": 9, " crore": 7, " lakh": 5,
}  # fmt: skip
ONES_LIST = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen
"""
ONES = ONES_LIST.split()
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ROWS = list(csv.DictReader((Path(__file__).parent / "surface_forms.csv").open(encoding="utf-8")))
PIECES = [f"They told us of {row['text']} then." for row in ROWS]
alphabet = st.sampled_from(
    ["1", "23", "4.5", "1,953", "2024", " ", "%", " percent", "$", "m", "-", "–", " to ", " of ",
     "half", "two", " hundred", " million", "third", ".", ", ", "\n", "(", ")", "May", " in ", "½",
     "İ", "ß", "one", " out of ", "×10^5", "/", ":", "people", " and a ", "from ", "between "]
)  # fmt: skip
texts = st.lists(alphabet, max_size=25).map("".join)


def read(text):
    return find_quantities(Document("", "", text, ""))


def in_words(value):
    """British spelling of a cardinal below a million."""
    if value < 20:
        return ONES[value]
    if value < 100:
        tens, ones = divmod(value, 10)
        return TENS[tens] + (f"-{ONES[ones]}" if ones else "")
    if value < 1000:
        hundreds, rest = divmod(value, 100)
        return f"{ONES[hundreds]} hundred" + (f" and {in_words(rest)}" if rest else "")
    thousands, rest = divmod(value, 1000)
    link = " and " if rest < 100 else " "
    return f"{in_words(thousands)} thousand" + (link + in_words(rest) if rest else "")


@given(amounts, st.sampled_from(SIGNS), st.sampled_from(sorted(SCALES)))
def test_any_sum_of_money_is_read_back(value, sign, scale):
    (found,) = read(f"It cost {sign}{value:,}{scale} then.")
    assert found.value == value.scaleb(SCALES[scale])


@given(amounts, st.sampled_from(["{:,}", "{}"]), st.sampled_from(["%", " %", "pc", " per cent"]))
def test_any_percentage_is_read_back(value, style, unit):
    (found,) = read(f"It was {style.format(value)}{unit} then.")
    assert (found.value, found.unit) == (value, "percent")
    assert found.low <= value < found.high


@given(wholes, st.sampled_from([",", "\u00a0", "\u202f", "’"]))
def test_any_grouped_count_is_read_back(value, separator):
    (found,) = read(f"They counted {f'{value:,}'.replace(',', separator)} seals there.")
    assert (found.value, found.unit) == (value, "seals")


@given(st.integers(13, 999_999))
def test_any_cardinal_in_words_is_read_back(value):
    (found,) = read(f"They counted {in_words(value)} seals there.")
    assert (found.value, found.unit) == (value, "seals")


@given(amounts, amounts, st.sampled_from(["{}-{}%", "{}–{}%", "between {} and {} percent"]))
def test_any_range_keeps_its_ends(one, other, style):
    low, high = sorted((one, other))
    if low < high:
        (found,) = read(f"It was {style.format(low, high)} then.")
        assert (found.value, found.low, found.high) == (None, low, high)


@settings(max_examples=300)
@given(texts)
def test_offsets_cut_the_quotes_in_order_and_without_overlap(text):
    for found in (read(text), find_dates_in(text)):
        assert [text[each.start : each.end] for each in found] == [each.quote for each in found]
        assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(st.sampled_from(PIECES), st.sampled_from(PIECES))
def test_a_text_behind_another_says_what_it_says_alone(first, second):
    before, after = f"News.\n\n{first}", f"News.\n\n{second}"
    joined = f"{before}\n\n{second}"
    by = len(joined) - len(after)
    moved = [replace(q, start=q.start + by, end=q.end + by) for q in read(after)]
    assert read(joined) == read(before) + moved
