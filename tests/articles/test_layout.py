"""Layout: a small notation, one line per block, keeps the tables readable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.articles.layout import blocks
from factcheck.model import BlockKind


def drawn(text: str) -> list[str]:
    return [f"{block.kind}: {text[block.start : block.end]}" for block in blocks(text)]


LONG = "The council met on Monday and talked for hours about the price of water."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param(
            "Rents rose 4% in May", ["paragraph: Rents rose 4% in May"], id="one line is no title"
        ),
        pytest.param(
            f"{LONG}\n{LONG}",
            [f"paragraph: {LONG}", f"paragraph: {LONG}"],
            id="a first sentence is no title",
        ),
        pytest.param(
            f"{LONG}\n12%\n{LONG}",
            [f"paragraph: {LONG}", "paragraph: 12%", f"paragraph: {LONG}"],
            id="a figure is no heading",
        ),
        pytest.param(
            f"{LONG}\nBy Ana Diaz | 3 May 2025\n{LONG}",
            [f"paragraph: {LONG}", "paragraph: By Ana Diaz | 3 May 2025", f"paragraph: {LONG}"],
            id="a byline is no heading",
        ),
        pytest.param(
            f"{LONG}\nNorth 12\nSouth 14\nWest 9\n{LONG}",
            [
                f"paragraph: {LONG}",
                "paragraph: North 12",
                "paragraph: South 14",
                "paragraph: West 9",
                f"paragraph: {LONG}",
            ],
            id="many short lines are a list without marks",
        ),
        pytest.param(
            f"{LONG}\nThanks for reading",
            [f"paragraph: {LONG}", "paragraph: Thanks for reading"],
            id="a last line heads nothing",
        ),
        pytest.param(
            f"{LONG}\n2024 was dry | 12 mm of rain\n{LONG}",
            [f"paragraph: {LONG}", "paragraph: 2024 was dry | 12 mm of rain", f"paragraph: {LONG}"],
            id="one line with a pipe is no table",
        ),
        pytest.param(
            f"{LONG}\n---\n{LONG}",
            [f"paragraph: {LONG}", "paragraph: ---", f"paragraph: {LONG}"],
            id="a ruling under a sentence makes it no heading",
        ),
        pytest.param(
            f"{LONG}\n-4.3% was the low.\n5 of them left.",
            [f"paragraph: {LONG}", "paragraph: -4.3% was the low.", "paragraph: 5 of them left."],
            id="a minus and a figure are no list marks",
        ),
    ],
)
def test_stays_plain(text, expected):
    assert drawn(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            f"Water costs more\n{LONG}\nWho pays\n{LONG}",
            [
                "title: Water costs more",
                f"paragraph: {LONG}",
                "heading: Who pays",
                f"paragraph: {LONG}",
            ],
            id="lines without blanks between them",
        ),
        pytest.param(
            f"# Water\n\n{LONG}\n\n## Who pays\n\n**And who does not?**\n{LONG}",
            [
                "title: # Water",
                f"paragraph: {LONG}",
                "heading: ## Who pays",
                "heading: **And who does not?**",
                f"paragraph: {LONG}",
            ],
            id="Markdown headings and bold lines",
        ),
        pytest.param(
            f"Water\n=====\n{LONG}\n\nRain\n----\n{LONG}",
            [
                "title: Water\n=====",
                f"paragraph: {LONG}",
                "heading: Rain\n----",
                f"paragraph: {LONG}",
            ],
            id="underlined headings",
        ),
        pytest.param(
            "Key figures:\n- 12 wells\n  - 3 dry\n• 4 new\n1) one\n(b) two\n2. three",
            [
                "paragraph: Key figures:",
                "item: - 12 wells",
                "item: - 3 dry",
                "item: • 4 new",
                "item: 1) one",
                "item: (b) two",
                "item: 2. three",
            ],
            id="every list mark",
        ),
        pytest.param(
            "The wells in the north were dug when the river still ran all\n"
            "year, which it has not done since 1998, and no one alive has\n"
            "seen it full.\n\nNext.",
            [
                "paragraph: The wells in the north were dug when the river still ran all\n"
                "year, which it has not done since 1998, and no one alive has\n"
                "seen it full.",
                "paragraph: Next.",
            ],
            id="lines wrapped at a margin are one paragraph",
        ),
        pytest.param(
            "City\tWells\tDepth\r\nLima\t12\t30 m\r\nQuito\t9\t41 m\r\n",
            [
                "table_header: City",
                "table_header: Wells",
                "table_header: Depth",
                "table_header: Lima",
                "cell: 12",
                "cell: 30 m",
                "table_header: Quito",
                "cell: 9",
                "cell: 41 m",
            ],
            id="a table drawn with tabs",
        ),
    ],
)
def test_structure_is_seen(text, expected):
    assert drawn(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("|Crop|2022|\n|:--|--:|\n|Rice|4.1|\n|Oats||\n", id="ruled, no blanks"),
        pytest.param("Crop | 2022\n--- | ---\nRice | 4.1\nOats |\n", id="ruled, not fenced"),
        pytest.param(
            "| Crop | 2022 | 2023 |\n| Rice | 4.1 | |\n| Oats | | |\n", id="fenced, not ruled"
        ),
    ],
)
def test_a_cell_knows_the_headers_of_its_row_and_column(text):
    cells = [block for block in blocks(text) if block.kind is BlockKind.CELL]
    assert [
        (text[b.start : b.end], text[slice(*b.row)], text[slice(*b.column)], b.table) for b in cells
    ] == [("4.1", "Rice", "2022", 0)]


def test_tables_are_counted_from_zero():
    table = "| a | b |\n|---|---|\n| c | 1 |\n"
    numbers = [block.table for block in blocks(table + "\nText between them.\n\n" + table)]
    assert numbers == [0, 0, 0, 0, None, 1, 1, 1, 1]


def test_levels():
    text = "# A\n\ntext.\n\n### C\n\n- one\n    - two\n"
    levels = [(str(block.kind), block.level) for block in blocks(text)]
    assert levels == [("title", 0), ("paragraph", 0), ("heading", 3), ("item", 0), ("item", 2)]


LINES = st.one_of(
    st.text(st.characters(codec="utf-8"), max_size=40),
    st.sampled_from(
        ["", "# Head", "- item", "| a | b |", "|---|---|", "a\tb", "**Bold**", "====", "---"]
    ),
)


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_every_character_that_is_no_ruling_is_in_exactly_one_block(text):
    owners = [0] * len(text)
    end = 0
    for block in blocks(text):
        assert end <= block.start < block.end
        end = block.end
        for at in range(block.start, block.end):
            owners[at] += 1
    for sign, count in zip(text, owners, strict=True):
        assert count == 1 or sign.isspace() or (count == 0 and sign in "|-:\x1c\x1d\x1e\x1f\x85")


def test_blocks_start_where_they_are_told():
    text = "---\ntitle: x\n---\nText."
    assert [text[b.start : b.end] for b in blocks(text, start=17)] == ["Text."]
