"""Whole sentences that were once judged wrongly, each with the code they must get."""

import pytest

from factcheck import check

# (sentence, quote, code): each names the slip in reading that it guards against.
SENTENCES = [
    pytest.param(
        "Federal AI regulations in the US, from 2023 to 2025: 25, 59, 58.",
        "59",
        "FC000",
        id="a run of figures after its years",
    ),
    pytest.param(
        "Electricity in Germany caused 364 grams of CO2 per kilowatt-hour"
        " in 2021, and in Poland 657; France managed 68 grams.",
        "68 grams",
        "FC001",
        id="grams that are per kilowatt-hour",
    ),
    pytest.param(
        "On Arena, the top US model led the top Chinese model by 1.7% in February"
        " 2025, and in March 2026 the gap had shrunk again, to 2.7%.",
        "2.7%",
        "FC209",
        id="shrunk to more than before",
    ),
    pytest.param(
        "In 2024 the US share of AI patents granted in the world edged up, to 12.1% from 14.2%.",
        "12.1%",
        "FC209",
        id="edged up, from more",
    ),
    pytest.param(
        "Europe had private AI investment growth of 60% in 2024, while China gave up 1.9%.",
        "1.9%",
        "FC000",
        id="gave up is a fall",
    ),
    pytest.param(
        "According to Stanford's AI Index, US private AI investment was $109.1 billion"
        " in 2024. Shares in a chip designer closed 4.2% higher, and the US is happy.",
        "4.2%",
        "FC110",
        id="a figure about something else is not held against the nearest one",
    ),
    pytest.param(
        "In March 2026 Anthropic stood at 1,503 points on Arena;"
        " the best Chinese model had 1,464, or 39% fewer.",
        "1,503 points",
        "FC000",
        id="two published scores are not made up",
    ),
    pytest.param(
        "Inflation in the euro area fell from 8.5 percent in 2022 to 5.8 percent in 2023,"
        " a decline of 2.7 percent.",
        "2.7 percent",
        "FC207",
        id="a fall of a rate told in percent",
    ),
    pytest.param(
        "The United States, which sells much to Mexico, had a GDP 15 times as large in 2023.",
        "15 times",
        "FC001",
        id="a multiple of the entity beside",
    ),
    pytest.param(
        "In 2021 the European Union's renewables share was 37.4 percent,"
        " a little more than in 2020.",
        "37.4 percent",
        "FC209",
        id="a little more, where it was less",
    ),
    pytest.param(
        "In 2024 India and China had 2.86 billion people between them.",
        "2.86 billion",
        "FC001",
        id="two of a list added up",
    ),
    pytest.param(
        "India and China together had 2.96 billion people in 2024.",
        "2.96 billion",
        "FC213",
        id="two of a list added up wrongly",
    ),
    pytest.param(
        "India had 1.45 billion people in 2024 and is growing. Together they grow corn.",
        "1.45 billion",
        "FC001",
        id="together, of something else",
    ),
    pytest.param(
        "In 2023 the American economy was worth $27.4 trillion, the Chinese one $17.8 trillion."
        " So America is 1.5 times as big.",
        "1.5 times",
        "FC001",
        id="as big as the one of the sentence before",
    ),
    pytest.param(
        "In 2025 firms in generative AI received $163.6 billion in China.",
        "$163.6 billion",
        "FC212",
        id="a year for which only somebody else has a figure",
    ),
    pytest.param(
        "Nigeria's GDP fell from $473 billion in 2022 to $363 billion in 2023,"
        " a drop of 33 percent.",
        "33 percent",
        "FC213",
        id="the size of a change belongs to its two ends",
    ),
    pytest.param(
        "Pakistan had 251 million people in 2024, up from 154.9 million in 2000,"
        " an increase of 62%.",
        "62%",
        "FC001",
        id="a change is measured from its own start",
    ),
    pytest.param(
        "In 2025, 40 notable AI models were American ones and 30 were Chinese.",
        "40",
        "FC203",
        id="ones are no noun of their own",
    ),
    pytest.param(
        "Mexico's GDP ranked 13th in the world in 2023.",
        "13th",
        "FC110",
        id="a rank beyond what packs list",
    ),
    pytest.param(
        "CO2 emissions in the EU were 5 billion tonnes in 2017.",
        "5 billion tonnes",
        "FC110",
        id="a group without figures is not the world",
    ),
    pytest.param(
        "The population of Ghana was studied. The canteen sold 312 pies in 2024.",
        "312",
        "FC110",
        id="a noun that no figure counts",
    ),
    pytest.param(
        "Inflation in Ireland was 2.1 percent in 2024, down from 6.3 percent a year earlier.",
        "6.3 percent",
        "FC001",
        id="a year earlier than the year before it",
    ),
]


@pytest.mark.parametrize(("sentence", "quote", "code"), SENTENCES)
def test_once_judged_wrongly(packs, sentence, quote, code):
    report = check(f"World Bank figures\n\n{sentence}\n", reference=packs, semantic="never")
    codes = {f.claim.quantity.quote: f.verdict.code for f in report.articles[0].findings}
    assert codes[quote] == code
