"""`--watch`: a real process that sees real changes."""

import os
import queue
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HOSPITAL = ROOT / "tests" / "packs" / "hospital"
SENTENCE = "The waiting list in Northmere stood at {} people in March 2026.\n"
WAIT = 60
"""Seconds until a line must have come; it comes in two, unless the machine is busy."""


@pytest.fixture
def watching(tmp_path):
    """Start a watch in an empty folder; `said(words)` waits for a line that holds them."""
    processes = []

    def start(*paths):
        command = [sys.executable, "-m", "factcheck", "check", *paths, "--watch", "-q"]
        command += ["--reference", str(HOSPITAL), "--semantic", "never"]
        process = subprocess.Popen(
            command, cwd=tmp_path, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        processes.append(process)
        lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=lambda: [*map(lines.put, process.stdout)], daemon=True).start()

        def said(words):
            while words not in (line := lines.get(timeout=WAIT)):
                pass
            return line

        return process, said

    yield start
    for process in processes:
        process.kill()
        process.wait()


def test_a_change_is_checked_again_until_the_end(watching, tmp_path):
    story = tmp_path / "story.txt"
    story.write_text(SENTENCE.format("46,715"))
    process, said = watching(".")
    assert "1 contradicted" in said("Checked")
    said("Watching .; Ctrl+C ends.")
    (tmp_path / "notes.csv").write_text("not an article")
    story.write_text(SENTENCE.format("47,615"))
    assert said("Changed") == "Changed: story.txt\n"
    assert "1 supported" in said("Checked")
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=WAIT) == 0


def test_a_file_that_is_put_in_the_place_of_the_old_one(watching, tmp_path):
    story, new = tmp_path / "story.txt", tmp_path / "new.txt"
    story.write_text(SENTENCE.format("47,615"))
    _, said = watching("story.txt")
    said("Watching story.txt")
    new.write_text(SENTENCE.format("46,715"))
    new.replace(story)
    assert said("Changed") == "Changed: story.txt\n"
    assert "1 contradicted" in said("Checked")


@pytest.mark.usefixtures("seen", "desk")
@pytest.mark.parametrize("path", ["-", "gone.txt"])
def test_what_cannot_be_watched(run, path):
    result = run("check", path, "--watch")
    assert (result.exit_code, result.stderr) == (
        2,
        f"error: --watch: {path}: expected files or folders.\n",
    )
