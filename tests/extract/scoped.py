"""Claims of short texts, their slots in a word: "Kent!" is firm, "Kent" is near, "-" is none."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from factcheck.articles.layout import blocks
from factcheck.extract.pipeline import Extractor
from factcheck.model import Claim, Document, Kind, Slot

LEXICON = {
    "Kent": "Kent",
    "Kentish": "Kent",
    "Essex": "Essex",
    "Surrey": "Surrey",
    "Weald": "Weald",
    "Ada Moss": "Ada Moss",
    "Harvest Report": "Harvest Report",
    "Crop Office": "Crop Office",
    "the world": "World",
    "world": "World",
    "global": "World",
    "worldwide": "World",
}
DAY = date(2026, 3, 12)
EXTRACT = Extractor(LEXICON)


def claims(text: str, published: date | None = DAY) -> list[Claim]:
    document = Document("id", "t.txt", text, "", published=published, blocks=blocks(text))
    return EXTRACT(document)[0]


def word(slots: Sequence[Slot]) -> str:
    return slots[0].value + "!" * slots[0].firm if slots else "-"


def who(text: str) -> str:
    return " ".join(word(c.entities).replace(" ", "_") for c in claims(text))


def when(text: str) -> str:
    return " ".join(word(c.periods) for c in claims(text) if c.quantity.kind is not Kind.DATE)
