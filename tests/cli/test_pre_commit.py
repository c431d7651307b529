"""The pre-commit hook: pre-commit itself reads its definition and runs its command."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from pre_commit.clientlib import load_manifest

ROOT = Path(__file__).parents[2]
MANIFEST = ROOT / ".pre-commit-hooks.yaml"
CONFIG = """
repos:
  - repo: local
    hooks:
      - {hook}
"""


@pytest.fixture
def repository(tmp_path):
    """A repository whose hook is ours, in the environment that is installed already."""
    home = tmp_path / "repository"
    home.mkdir()
    [hook] = yaml.safe_load(MANIFEST.read_text())
    local = {**hook, "language": "system", "args": ["--semantic", "never", "-v"]}
    local["entry"] = f"{sys.executable} -m {hook['entry']}"
    (home / ".pre-commit-config.yaml").write_text(CONFIG.format(hook=local))
    subprocess.run(["git", "init", "-q"], cwd=home, check=True)
    return home


def run_hook(home):
    subprocess.run(["git", "add", "."], cwd=home, check=True)
    environment = {**os.environ, "PRE_COMMIT_HOME": str(home.parent / "cache")}
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "run"], cwd=home, env=environment,
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_definition_is_one():
    [hook] = load_manifest(str(MANIFEST))
    assert (hook["id"], hook["language"], hook["require_serial"]) == ("factcheck", "python", True)


def test_articles_are_checked_and_a_wrong_number_stops_the_commit(repository):
    wrong = "In 2024 the US attracted $119.1 billion in private AI investment.\n"
    (repository / "story.md").write_text(wrong)
    (repository / "code.py").write_text("x = 1  # $119.1 billion\n")
    done = run_hook(repository)
    assert done.returncode == 1
    assert "story.md:1:26" in done.stdout
    assert "in 1 article" in done.stdout
    (repository / "story.md").write_text(wrong.replace("119", "109"))
    done = run_hook(repository)
    assert (done.returncode, "Passed" in done.stdout) == (0, True)


def test_without_articles_it_is_passed_over(repository):
    (repository / "code.py").write_text("x = 1\n")
    assert "(no files to check)Skipped" in run_hook(repository).stdout
