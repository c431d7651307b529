"""The server for agents, by the SDK's own client over stdio."""

import asyncio
import os
import sys
from contextlib import asynccontextmanager

import pytest
from click.testing import CliRunner
from mcp import Client, StdioServerParameters

from factcheck import __version__
from factcheck.cli import main
from factcheck.report.codes import CODES

WRONG = "China had 30 notable models in 2024. We met 12 people.\n"
RIGHT = "China had 30 notable models in 2025.\n"


@asynccontextmanager
async def agent():
    command = StdioServerParameters(
        command=sys.executable,
        args=["-m", "factcheck", "mcp", "--semantic", "never"],
        env=dict(os.environ),
    )
    async with Client(command, read_timeout_seconds=60) as client:
        yield client


async def told(client, tool, **arguments):
    """What a tool answers; an error as its words."""
    result = await client.call_tool(tool, arguments)
    return result.content[0].text if result.is_error else result.structured_content


def test_the_tools_say_what_they_do_and_that_they_only_read():
    async def session():
        async with agent() as client:
            assert (client.server_info.name, client.server_info.version) == (
                "factcheck",
                __version__,
            )
            tools = {tool.name: tool for tool in (await client.list_tools()).tools}
            assert list(tools) == [
                "check_text",
                "explain_finding",
                "look_up_indicator",
                "compare_articles",
            ]
            for tool in tools.values():
                assert tool.annotations.read_only_hint
                assert not tool.annotations.open_world_hint
                assert tool.description
                for parameter in tool.input_schema["properties"].values():
                    assert parameter["description"]

    asyncio.run(session())


def test_a_text_is_checked():
    async def session():
        async with agent() as client:
            answer = await told(client, "check_text", text=WRONG)
            assert answer["coverage"] == (
                "Checked 1 of 2 numbers in 1 article: 1 contradicted. Not checked: 1 no reference."
            )
            (found,) = answer["findings"]
            assert found["verdict"]["cause"] == "wrong_period"
            assert found["match"]["value"] == found["replacement"] == "15"
            assert WRONG[found["claim"]["start"] : found["claim"]["end"]] == "30"

            everything = await told(client, "check_text", text=WRONG, everything=True)
            assert [one["claim"]["quote"] for one in everything["findings"]] == ["30", "12"]

            assert (await told(client, "check_text", text=WRONG.replace("30", "15")))[
                "findings"
            ] == []
            page = f"<html><body><article><p>{WRONG}</p></article></body></html>"
            (found,) = (await told(client, "check_text", text=page, format="html"))["findings"]
            assert found["claim"]["quote"] == "30"

            assert await told(client, "check_text", text=RIGHT, published="5/1") == (
                "Error executing tool check_text: "
                "published: '5/1' is no date; expected one such as 2026-04-14"
            )

    asyncio.run(session())


def test_articles_are_compared_and_figures_looked_up():
    async def session():
        async with agent() as client:
            other = {"text": "In 2025 China had 31 notable models.\n", "name": "b"}
            answer = await told(client, "compare_articles", articles=[{"text": RIGHT}, other])
            (pair,) = answer["conflicts"]
            assert pair["relation"] == "conflict"
            assert [(side["article"], side["quote"]) for side in pair["claims"]] == [
                ("1 article", "30"),
                ("2 b", "31"),
            ]
            alone = await told(client, "compare_articles", articles=[other])
            assert "at least 2 items" in alone

            answer = await told(
                client, "look_up_indicator", words="private investment", entity="US", limit=1
            )
            (found,) = answer["indicators"]
            assert found["indicator"] == "private_ai_investment"
            assert {row["entity"] for row in found["rows"]} == {"United States"}
            assert [row["period"] for row in found["rows"]] == sorted(
                row["period"] for row in found["rows"]
            )
            by_id = await told(
                client,
                "look_up_indicator",
                words="private_ai_investment",
                entity="China",
                period="2025",
                most_rows=1,
            )
            (row,) = by_id["indicators"][0]["rows"]
            assert (row["value"], row["unit"]) == ("12400000000", "USD")
            assert await told(client, "look_up_indicator", words="zzz") == {"indicators": []}

            page = await told(client, "explain_finding", code="wrong_period")
            assert page["result"].startswith("FC203 wrong_period: ")
            assert await told(client, "explain_finding", code="FC999") == (
                "Error executing tool explain_finding: code: 'FC999' is unknown; "
                f"expected one of {', '.join(CODES)}"
            )

    asyncio.run(session())


def test_a_bad_pack_stops_the_server_before_it_serves(tmp_path):
    result = CliRunner().invoke(main, ["mcp", "--reference", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: {tmp_path}")


def test_without_the_extra_the_way_to_get_it_is_told(monkeypatch):
    for name in [name for name in sys.modules if name.startswith("factcheck.agents")]:
        monkeypatch.delitem(sys.modules, name)
    for name in ("mcp", "mcp.server"):
        monkeypatch.setitem(sys.modules, name, None)
    result = CliRunner().invoke(main, ["mcp"])
    assert (result.exit_code, result.stderr) == (
        2,
        "error: the server for agents needs the extra mcp: pip install 'factcheck-news[mcp]'.\n",
    )


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("private investment", "private_ai_investment"),
        ("privat investmant", "private_ai_investment"),
        ("notable models", "notable_models_count"),
        ("gdp", "gdp_current_usd"),
    ],
)
def test_indicators_are_found_by_words(checker, words, first):
    from factcheck.match.lookup import lookup

    assert lookup(checker.match.catalogue, words, 3)[0].id == first
