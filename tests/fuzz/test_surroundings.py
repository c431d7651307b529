"""Files and folders that loop, block, vanish or cannot be written; no home; one cache for two."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from factcheck.articles import read_articles
from factcheck.articles.inputs import read_bytes
from factcheck.cli import main
from factcheck.cli.gate import write
from factcheck.errors import BadSetting, UnreadableArticle
from factcheck.match.semantic import cached_vectors, load_encoder

STORY = "In May 2024, 5 percent of people came.\n"


@pytest.fixture
def desk(tmp_path):
    (tmp_path / "a.txt").write_text(STORY)
    return tmp_path


def read(*paths, **options):
    documents, skipped = read_articles(paths, **options)
    return [Path(one.path).name for one in documents], [one.message for one in skipped]


def test_links_that_lead_back_are_followed_once(desk):
    (desk / "again").symlink_to(desk, target_is_directory=True)
    (desk / "self.txt").symlink_to(desk / "self.txt")
    (desk / "b.txt").symlink_to(desk / "a.txt")
    told = (
        f"{desk}/self.txt: too many levels of symbolic links; expected a file that can be read."
        " [unreadable-article]"
    )
    assert read(desk) == (["a.txt"], [told])
    assert read(desk / "self.txt")[1] == [
        f"{desk}/self.txt: no such file or folder; expected an article. [unreadable-article]"
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_not_waited_for(desk):
    os.mkfifo(desk / "pipe.txt")
    assert read(desk) == (["a.txt"], [])
    assert read(desk / "pipe.txt")[1] == [
        f"{desk}/pipe.txt: neither a file nor a folder; expected an article. [unreadable-article]"
    ]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
def test_a_device_without_end_is_no_article():
    assert read("/dev/zero")[1] == [
        "/dev/zero: neither a file nor a folder; expected an article. [unreadable-article]"
    ]
    with open("/dev/zero", "rb") as endless, pytest.raises(UnreadableArticle) as error:
        read_bytes("-", endless, most=1)
    assert str(error.value) == (
        "-: a file of more than 1 MiB; expected at most 1 (--max-file-size allows more)."
        " [unreadable-article]"
    )


def test_a_file_that_vanishes_stops_nothing(desk, monkeypatch):
    (desk / "gone.txt").write_text(STORY)
    real = open

    def vanishing(name, *rest, **options):
        Path(desk, "gone.txt").unlink(missing_ok=True)
        return real(name, *rest, **options)

    monkeypatch.setattr("builtins.open", vanishing)
    assert read(desk) == (
        ["a.txt"],
        [
            f"{desk}/gone.txt: no such file or directory; expected a file that can be read."
            " [unreadable-article]"
        ],
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told(desk):
    done = CliRunner().invoke(main, ["check", str(desk / "a.txt"), "-o", "/dev/full"])
    assert done.exit_code == 2
    assert done.stderr == (
        "error: /dev/full: no space left on device; expected a file that can be written."
        " [bad-setting]\n"
    )


def test_what_does_not_fit_leaves_the_old_file_alone(tmp_path):
    known = tmp_path / "known.json"
    known.write_text("[]")
    known.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(known)
    most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, most[1]))
    try:
        with pytest.raises(BadSetting) as error:
            write(link, "a" * 2000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, most)
    assert str(error.value) == (
        f"{link}: file too large; expected a file that can be written. [bad-setting]"
    )
    assert known.read_text() == "[]"
    write(link, "[1]")
    assert (known.read_text(), known.stat().st_mode & 0o777) == ("[1]", 0o640)
    assert sorted(tmp_path.iterdir()) == [known, link]
    assert link.is_symlink()


def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path):
    (tmp_path / "file").write_text("in the way")
    encoder = load_encoder()
    alone = cached_vectors(encoder, ["a rate"], "key", None)
    assert (cached_vectors(encoder, ["a rate"], "key", tmp_path / "file" / "x") == alone).all()


def run(desk, **environment):
    command = [sys.executable, "-m", "factcheck", "check", "a.txt", "--semantic", "always", "-v"]
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    return subprocess.Popen(
        [*command, "--exit-zero"], cwd=desk, env=kept | environment,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip


def test_two_runs_share_a_cache_and_one_has_no_home(desk):
    pair = [run(desk, XDG_CACHE_HOME=str(desk / "cache")) for _ in range(2)]
    homeless = run(desk, HOME="/nowhere/at/all")
    said = [one.communicate() for one in (*pair, homeless)]
    assert [one.returncode for one in (*pair, homeless)] == [0, 0, 0], said
    assert said[0] == said[1] == said[2]
    assert said[0][1] == b""
    assert len(list((desk / "cache" / "factcheck").iterdir())) == 1
