"""Numbers that state nothing stay silent, each for the reason given."""

from __future__ import annotations

import pytest

from factcheck.extract.quantities import find_numbers, find_quantities
from factcheck.model import Document

SPEAKS = [
    ("He lives in Kent. 12 boats sank.", "12"),
    ("He lives in the U.S. 12 boats sank.", "12"),
    ("Season tickets cost £713.", "£713"),
    ("The cheapest ticket costs £30.", "£30"),
    ("A pint costs £5 in the shops.", "£5"),
    ("Our own basket came to £41.", "£41"),
    ("Waiting time was cut to 14 minutes.", "14 minutes"),
    ("The desk holds 300 pens.", "300"),
    ("A loss in some years (12) was told.", "12"),
    ("It was sent to 12,870 homes.", "12,870"),
    ("Kent said the Danes, 32, were many.", "32"),
]
SILENT = [
    ("Call 0845 555 0142 or +44 20 7946 0777.", "phone number"),
    ("Offices: 12 Quay Street.", "address"),
    ("Doors open at 18:30.", "time of day"),
    ("He left at 5 p.m.", "time of day"),
    ("Released as v1.12.", "identifier"),
    ("Models such as GPT-4, R1 and GSM8K.", "identifier"),
    ("Bus 46A stops here.", "identifier"),
    ("They tested Claude 3.5 again.", "name"),
    ("A new iPhone 15 came.", "name"),
    ("A flight on a 787 Dreamliner.", "name"),
    ("See Figure 3, Table 2.1 and page 12.", "label"),
    ("It moved to Suite 9B.", "label"),
    ("Ticket #4471 is closed.", "label"),
    ("It ended 2-1.", "result"),
    ("They voted 52-48.", "result"),
    ("Maddon, 66, has retired.", "age"),
    ("A 45-year-old driver.", "age"),
    ("The bakery turned 30.", "age"),
    ("My niece is 23, or so she says.", "age"),
    ("Reading time: four minutes.", "counter"),
    ("You hear Radio Kent on 98.4 FM.", "wavelength"),
    ("Text us on 80411 now.", "short code"),
    ("She sells cloth at stall 114.", "label"),
    ("Compiled by desk 6 here.", "label"),
    ("It may be so before I turn 60.", "age"),
    ("He drives a 7R 310.", "name"),
    ("Recorded in the shed, cut to 14 minutes.", "counter"),
    ("Notes: (1) Mills are left out.", "list number"),
    ("Tickets for our show cost £12.", "price tag"),
    ("Doors open at 7.30pm, and tickets are £12.", "price tag"),
    ("A pie at our local costs £4.", "price tag"),
    ("Butter was £2 at a shop that stays open.", "price tag"),
    ("Get it all with the annual plan: $48.", "price tag"),
    ("This letter is sent to 12,870 readers.", "counter"),
    ("*Tags: mills, wheat, 404*", "imprint"),
    ("It is one in a million.", "idiom"),
    ("They gave 110 per cent.", "idiom"),
    ("Get 3 months for £1.", "imprint"),
    ("Save 30% today and read on.", "imprint"),
    ("It is so, says Ann Lee (48).", "age"),
    ("Every third Thursday is dry.", "ordinal"),
    ("Every third week is dry.", "ordinal"),
    ("The mill of Smith & Co. 12 burnt down.", "name"),
    ("Some 18- to 24-year-olds agree.", "age"),
    ("A third followed in May.", "ordinal"),
    ("No 2 pencils are here.", "label"),
    ("Around the world in eight mills", "idiom"),
    ("The index has a base of 2015 = 100.", "index base"),
    ("It is twenty to seven.", "time of day"),
    ("Training Lotus 3.1 405B took weeks.", "name"),
    ("The two nations agreed.", "small number"),
    ("It is one of the best.", "idiom"),
    ("It is second to none.", "idiom"),
    ("Open 24/7.", "idiom"),
    ("Half time came.", "half"),
    ("The first is cheap.", "ordinal"),
    ("It rose for the third time.", "ordinal"),
    ("A third party sued.", "ordinal"),
    ("They meet twice a week.", "frequency"),
    ("It aired three times a day.", "frequency"),
    ("A double room.", "adjective"),
    ("A five-year plan.", "modifier"),
    ("A 5,000-seat arena.", "modifier"),
    ("He was banned for three years.", "window"),
    ("All four regions agreed.", "known set"),
    ("Dozens were hurt.", "vague"),
    ("An analyst with 30 years in the trade.", "career"),
    ("Poll: 1 = boom.", "option"),
    ("I paid $14.", "purchase"),
    ("© 2025 The Paper Ltd, 222 copies", "imprint"),
    ("Posted by ~mgr at 23:47; 112 replies", "imprint"),
    ("Edition of Thursday | 31,402 subscribers", "imprint"),
]


@pytest.mark.parametrize(("text", "reason"), SILENT, ids=[text for text, _ in SILENT])
def test_silent(text, reason):
    document = Document("id", "story.txt", text, "")
    assert find_quantities(document) == []
    assert {draft.silent for draft in find_numbers(document)} <= {
        reason,
        "identifier",
        "time of day",
    }
    assert reason in {draft.silent for draft in find_numbers(document)}


@pytest.mark.parametrize(("text", "quote"), SPEAKS)
def test_speaks(text, quote):
    assert [q.quote for q in find_quantities(Document("id", "story.txt", text, ""))] == [quote]


@pytest.mark.parametrize(
    "text",
    ["It shut in 2019.", "On 13 April 2026 it rained.", "In Q1 2024, as last year.", "The 1990s."],
)
def test_numbers_of_dates_are_no_quantities(text):
    assert find_numbers(Document("id", "story.txt", text, "")) == []


def test_a_headline_counts_its_own_items():
    text = "Seven charts that explain wheat\n\nSeven farms closed."
    found = find_quantities(Document("id", "story.txt", text, ""))
    assert [(q.start, q.quote) for q in found] == [(33, "Seven")]


@pytest.mark.parametrize(
    "text",
    [
        "Recorded crime fell to 4,512 cases in Hull.",
        "Updated figures show 4,512 cases in Hull.",
        "Published research counts 4,512 cases in Hull.",
    ],
)
def test_prose_is_no_imprint(text):
    assert [q.quote for q in find_quantities(Document("id", "story.txt", text, ""))] == ["4,512"]
