"""The language server, by a real client over stdio: what is told, shown, and put right."""

import asyncio
import sys

import pytest
from click.testing import CliRunner
from client import editor
from lsprotocol.types import DiagnosticSeverity, Position, PositionEncodingKind

from factcheck.cli import main

URI = "file:///desk/story%201.txt"
GOOD = "China had 30 notable models in 2025, the AI Index said.\n"
SOURCE = "Stanford HAI, Artificial Intelligence Index Report 2025 (8th ed.)"
BAD = "\U0001f600 China had 30 notable models in 2024, the AI Index said.\n\nWe met 12 people.\n"


def words(diagnostic, text):
    """What a diagnostic underlines (all within one line)."""
    start, end = diagnostic.range.start, diagnostic.range.end
    line = text.splitlines()[start.line].encode("utf-16-le")
    return line[2 * start.character : 2 * end.character].decode("utf-16-le")


def test_a_session():
    async def session():
        async with editor("--semantic", "never") as one:
            assert one.server.server_info.name == "factcheck"

            one.open(URI, BAD)
            told = await one.diagnostics()
            assert told.uri == URI
            wrong, unknown = told.diagnostics
            assert words(wrong, BAD) == "30"
            assert (wrong.severity, wrong.code, wrong.source) == (
                DiagnosticSeverity.Error,
                "FC203",
                "factcheck",
            )
            assert wrong.message == (
                "wrong period: 30 does not match Notable AI models by country of the developer, "
                "China, 2024: 15; it is the figure for 2025"
            )
            assert (unknown.severity, unknown.code) == (DiagnosticSeverity.Hint, "FC110")

            hover = await one.hover(URI, 0, wrong.range.start.character + 1)
            assert hover.range == wrong.range
            assert "**contradicted: wrong period** · FC203" in hover.contents.value
            assert f"2024: 15 ({SOURCE}" in hover.contents.value
            assert "Expected: `15`" in hover.contents.value
            assert await one.hover(URI, 0, 0) is None

            fix, ignore = await one.fixes(URI, wrong)
            assert (fix.title, fix.is_preferred) == ("Change “30” to “15”", True)
            (edit,) = fix.edit.changes[URI]
            assert (edit.range, edit.new_text) == (wrong.range, "15")
            assert ignore.title == "Mark as meant: [sic]"
            (edit,) = ignore.edit.changes[URI]
            assert (edit.range.start, edit.new_text) == (wrong.range.end, " [sic]")

            one.change(URI, BAD.replace("30", "15"))
            told = await one.diagnostics()
            assert [found.code for found in told.diagnostics] == ["FC110"]
            assert told.version == one.version

            one.change(URI, "Nothing here.")
            assert not (await one.diagnostics()).diagnostics
            one.close(URI)
            assert not (await one.diagnostics()).diagnostics
            assert one.shown == []

    asyncio.run(session())


def test_markdown_with_columns_in_bytes_and_odd_line_ends():
    text = f"# Café\n\n| a\u2028b | **é** {GOOD.replace('2025', '2024').strip()} |\n"
    uri = "file:///desk/story.md"

    async def session():
        wanted = [PositionEncodingKind.Utf8]
        async with editor("--semantic", "never", "--ignore", "FC1", encodings=wanted) as one:
            one.open(uri, text, "markdown")
            (wrong,) = (await one.diagnostics()).diagnostics
            line = text.split("\n")[2].encode()
            start, end = wrong.range.start, wrong.range.end
            assert (start.line, line[start.character : end.character]) == (2, b"30")
            _, ignore = await one.fixes(uri, wrong)
            assert ignore.title == "Ignore FC203 on this line"
            (edit,) = ignore.edit.changes[uri]
            assert edit.new_text == " <!-- factcheck: ignore[FC203] -->"
            assert edit.range.start == edit.range.end == Position(2, len(line))

    asyncio.run(session())


def test_what_a_comment_ignores_is_not_told_and_an_idle_comment_is():
    wrong, right = "China had 30 notable models in 2024.", "China had 15 notable models in 2024."
    text = (
        f"{wrong} <!-- factcheck: ignore[FC203] -->\n\n{right} <!-- factcheck: ignore[FC208] -->\n"
    )
    uri = "file:///desk/story.md"

    async def session():
        async with editor("--semantic", "never", "--select", "FC2", "--select", "FC5") as one:
            one.open(uri, text, "markdown")
            (idle,) = (await one.diagnostics()).diagnostics
            assert (idle.code, words(idle, text)) == ("FC501", "<!-- factcheck: ignore[FC208] -->")

    asyncio.run(session())


def test_a_page_is_marked_in_its_source():
    start = "<html><head><title>A day</title></head><body><nav>5% off</nav><article>\n"
    text = f"{start}<p>The AI Index says that <b>China</b> had <em>30</em> notable models in 2024,"
    text += " which is a sentence long enough for a body.</p></article></body></html>\n"
    uri = "file:///desk/story.html"

    async def session():
        async with editor("--semantic", "never", "--select", "FC2") as one:
            one.open(uri, text, "html")
            (wrong,) = (await one.diagnostics()).diagnostics
            assert words(wrong, text) == "30"
            fix, _ = await one.fixes(uri, wrong)
            (edit,) = fix.edit.changes[uri]
            assert (edit.range, edit.new_text) == (wrong.range, "15")

    asyncio.run(session())


def test_two_figures_of_one_text_that_disagree():
    text = "China had 30 notable models in 2025.\n\nIn 2025, China had 33 notable models.\n"

    async def session():
        async with editor("--semantic", "never", "--select", "FC4") as one:
            one.open(URI, text)
            (pair,) = (await one.diagnostics()).diagnostics
            assert (pair.code, pair.severity) == ("FC401", DiagnosticSeverity.Warning)
            (other,) = pair.related_information
            assert {words(pair, text), words(other.location, text)} == {"30", "33"}

    asyncio.run(session())


def test_a_bad_pack_is_told_to_the_editor(tmp_path):
    async def session():
        async with editor("--reference", str(tmp_path)) as one:
            one.open(URI, GOOD)
            while not one.shown:
                await asyncio.sleep(0.05)
            assert one.shown[0].startswith(f"{tmp_path}")
            assert one.told.empty()

    asyncio.run(session())


def test_what_cannot_be_read_is_told_once():
    async def session():
        async with editor("--semantic", "never") as one:
            for _ in range(2):
                one.open("file:///desk/story.docx", GOOD)
                one.open(URI, GOOD)
                await one.diagnostics()
            assert [words.split(":")[0] for words in one.shown] == ["story.docx"]

    asyncio.run(session())


@pytest.mark.parametrize("missing", ["pygls", "lsprotocol"])
def test_without_the_extra_the_way_to_get_it_is_told(monkeypatch, missing):
    for name in [name for name in sys.modules if name.startswith("factcheck.editor")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    monkeypatch.setitem(sys.modules, f"{missing}.lsp.server", None)
    result = CliRunner().invoke(main, ["lsp"])
    assert (result.exit_code, result.stderr) == (
        2,
        "error: the language server needs the extra lsp: pip install 'factcheck-news[lsp]'.\n",
    )
