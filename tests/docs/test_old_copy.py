"""What the README shows of ignoring and of settings is what comes out, in a folder of its own."""

import pytest
from blocks import ROOT, agrees, blocks, commands, run, section


@pytest.mark.parametrize("title", ["On old copy", "Settings"])
def test_the_commands_print_what_is_shown(tmp_path, title):
    ran = 0
    for block in blocks(section(ROOT / "README.md", title)):
        if block.kind.startswith("text file="):
            (tmp_path / block.kind.partition("=")[2]).write_text(block.body, "utf-8")
        elif block.kind == "console":
            for command, shown in commands(block.body):
                printed = run(command, tmp_path)
                assert agrees(printed, shown), printed
                ran += 1
    assert ran > 1
