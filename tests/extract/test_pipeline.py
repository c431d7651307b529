"""From a Document to claims in text order."""

from hypothesis import given
from hypothesis import strategies as st
from scoped import DAY, LEXICON, claims

from factcheck.articles.layout import blocks
from factcheck.extract.pipeline import Extractor
from factcheck.model import Document

WORDS = [
    "Kent",
    "Essex's",
    "sold",
    "5",
    "12%",
    "£3m",
    "in",
    "2024",
    "from",
    "to",
    "than",
    "of",
    "a year earlier",
    "(",
    ")",
    ".",
    ",",
    "\n\n",
    "- ",
    "| ",
    "the 2025 report",
    "9th",
    "May",
]


def test_an_empty_text_has_no_claims():
    assert Extractor()(Document("id", "-", "", "")) == ([], 0)


def test_numbers_count_what_is_no_claim():
    document = Document("id", "-", "Call 020 7946 0123.", "", blocks=blocks("Call 020 7946 0123."))
    assert Extractor()(document) == ([], 3)


@given(st.lists(st.sampled_from(WORDS), max_size=25))
def test_any_order_of_words_gives_claims_in_order(words):
    text = " ".join(words)
    found = claims(text)
    assert [c.quantity.start for c in found] == sorted(c.quantity.start for c in found)
    assert all(text[c.quantity.start : c.quantity.end] == c.quantity.quote for c in found)
    assert all(sum(s.firm for s in c.entities) <= 1 for c in found)
    assert all(sum(s.firm for s in c.periods) <= 1 for c in found)
    again = Extractor(LEXICON)(
        Document("id", "t.txt", text, "", published=DAY, blocks=blocks(text))
    )
    assert again[0] == found
