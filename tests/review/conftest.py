"""A report checked once, logs, the page without a server, and a browser with one."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from newsroom import ARTICLES, PACK

ROOT = Path(__file__).parents[2]
REQUIRED = "FACTCHECK_BROWSER_REQUIRED"
"""Set where a missing browser is a failure: in CI."""


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory):
    """A folder with articles and the report on them."""
    from factcheck.articles import read_articles
    from factcheck.checker import Checker
    from factcheck.reference.store import load_packs
    from factcheck.report import render

    folder = tmp_path_factory.mktemp("newsroom")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        documents, _ = read_articles(sorted(ARTICLES))
        report = Checker(load_packs([PACK]), semantic="never")(documents)
    (folder / "report.json").write_text(render(report, "json"), "utf-8")
    return folder


@pytest.fixture(scope="session")
def report(newsroom):
    """The report as plain objects."""
    return json.loads((newsroom / "report.json").read_text("utf-8"))


@pytest.fixture
def log(tmp_path):
    from factcheck.review.decisions import Log

    book = Log(tmp_path / "log.sqlite")
    yield book
    book.close()


@pytest.fixture
def desk(newsroom):
    from factcheck.cli.desk import lay_out, read_reports

    return lay_out(read_reports([str(newsroom / "report.json")]))


@pytest.fixture(scope="session")
def crops():
    """The pack that the articles are checked with."""
    from factcheck.reference.store import load_packs

    return load_packs([PACK])


@pytest.fixture
def find(desk):
    """Return the item on the desk with a quote that begins so, of an article."""

    def find(quote, path="harvest.md"):
        return next(
            item
            for item in desk.items
            if item.finding.claim.quote.startswith(quote) and item.article.path == path
        )

    return find


class Server:
    """`factcheck review` in a process of its own."""

    def __init__(self, folder: Path, log: Path) -> None:
        self.folder, self.log = folder, log
        self.port = "0"

    def start(self) -> str:
        """Start it, and return the address that it prints."""
        command = [sys.executable, "-m", "factcheck", "review", "report.json", "--no-browser"]
        options = ["--log", self.log, "--port", self.port, "--reference", PACK]
        self.process = subprocess.Popen(
            [*command, *map(str, options), "--semantic", "never"],
            cwd=self.folder,
            stdout=subprocess.PIPE,
            text=True,
        )
        said = [self.process.stdout.readline() for _ in range(3)]
        address = said[1].split()[-1]
        self.port = address.split(":")[2].split("/")[0]
        self.home = f"http://127.0.0.1:{self.port}/"
        return address

    def kill(self) -> None:
        """As a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()


@pytest.fixture
def server(newsroom, tmp_path):
    """Not started yet, so that people can be registered first."""
    one = Server(newsroom, tmp_path / "log.sqlite")
    yield one
    if hasattr(one, "process"):
        one.kill()


@pytest.fixture(scope="session")
def chromium():
    """A real browser: the one of the system, never one that is downloaded."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        told = "no chromium on this machine; `apt-get install chromium` brings it"
        if os.environ.get(REQUIRED):
            pytest.fail(told)
        pytest.skip(told)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def window(chromium):
    """Open a window of its own, as another person on another machine; fails on script errors."""
    opened, errors = [], []

    def window(**options):
        context = chromium.new_context(**{"viewport": {"width": 1360, "height": 860}} | options)
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(8000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("request", lambda asked: _local(asked.url, errors))
        return page

    yield window
    for context in opened:
        context.close()
    assert not errors


def _local(url: str, errors: list[str]) -> None:
    if not url.startswith(("http://127.0.0.1", "blob:", "data:")):
        errors.append(f"a request to {url}")
