"""Shell completion as a shell asks for it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def asked(words, shell="bash"):
    """What factcheck answers when the last of `words` is to be completed."""
    environment = {
        **os.environ,
        "_FACTCHECK_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split(" ")) - 1),
    }
    code = "from factcheck.cli import main; main(prog_name='factcheck')"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return [line.partition(",")[2] for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("factcheck ch", ["check"]),
        ("factcheck check --out", ["--outlet", "--output-format", "--output"]),
        ("factcheck check --fail-on r", ["review"]),
        ("factcheck check --select FC30", ["FC301"]),
        ("factcheck explain FC30", ["FC301"]),
    ],
)
def test_answers(words, expected):
    assert sorted(asked(words)) == sorted(expected)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_each_shell(shell):
    if shell == "bash" and not shutil.which("bash"):
        pytest.skip("click asks bash for its version")
    done = subprocess.run(
        [sys.executable, "-c", "from factcheck.cli import main; main(prog_name='factcheck')"],
        env={**os.environ, "_FACTCHECK_COMPLETE": f"{shell}_source"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"_FACTCHECK_COMPLETE={shell}_complete" in done.stdout
