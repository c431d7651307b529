"""`--url`: pages from a real server, and nothing from the network unless asked."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

pytestmark = pytest.mark.usefixtures("seen", "desk")

PAGE = "<html><body><h1>Rain</h1><p>This figure is wrong.</p></body></html>"
ANSWERS = {
    "/story": (200, {"Content-Type": "text/html"}, PAGE.encode()),
    "/moved": (302, {"Location": "/story"}, b""),
    "/gone": (404, {}, b"not here"),
    "/empty": (200, {}, b"<html><body><nav>Home</nav></body></html>"),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        status, headers, content = ANSWERS[self.path]
        self.server.asked.append((self.path, self.headers["User-Agent"]))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *args):
        pass


@pytest.fixture
def server(monkeypatch):
    for name in ("http_proxy", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.asked = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def url(server):
    return f"http://127.0.0.1:{server.server_port}"


@pytest.mark.parametrize("path", ["/story", "/moved"])
def test_a_page_is_fetched_and_checked_alone(run, server, url, path):
    result = run("check", "--url", url + path, "--output-format", "json", "--outlet", "The Desk")
    assert result.exit_code == 1
    [article] = json.loads(result.stdout)["articles"]
    assert (article["path"], article["outlet"]) == (url + path, "The Desk")
    assert article["text"] == "# Rain\n\nThis figure is wrong.\n"
    assert server.asked[0][1].startswith("factcheck/")


def test_a_page_beside_files(run, url):
    result = run("check", "right.txt", "--url", url + "/story", "--url", url + "/story", "-q")
    assert result.stdout.startswith("Checked 2 of 2 numbers in 2 articles")


def test_without_it_nothing_is_asked_for(run, server):
    run("check", "right.txt")
    assert server.asked == []


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/gone", "HTTP 404 Not Found; expected a page that can be fetched"),
        (
            "/empty",
            "a page without article text; expected plain text, Markdown, HTML, PDF, DOCX, RTF, EPUB"
            " or an e-mail",
        ),
    ],
)
def test_what_cannot_be_had_is_told_and_the_rest_is_checked(run, url, path, message):
    result = run("check", "wrong.txt", "--url", url + path)
    assert result.exit_code == 3
    assert result.stderr == f"error: {url}{path}: {message}. [unreadable-article]\n"
    assert " --> wrong.txt:1:16" in result.stdout


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("file:///etc/passwd", "no address of a page; expected http:// or https://"),
        (
            "http://127.0.0.1:9/",
            "no answer (NewConnectionError); expected a page that can be fetched",
        ),
    ],
)
def test_an_address_that_is_none(run, monkeypatch, address, message):
    monkeypatch.delenv("http_proxy", raising=False)
    result = run("check", "--url", address)
    assert result.exit_code == 3
    assert result.stderr == f"error: {address}: {message}. [unreadable-article]\n"
