"""No test, and no process that a test starts, can reach anything but this machine."""

import os
import socket
import subprocess
import sys
import threading

import network_guard
import pytest

# An address that no machine has (RFC 5737), and a name that never resolves (RFC 6761).
NOWHERE, NOBODY = "192.0.2.1", "example.invalid"


@pytest.fixture
def log(tmp_path, monkeypatch):
    """The log for attempts that are meant."""
    path = tmp_path / "network.log"
    monkeypatch.setenv(network_guard.LOG, str(path))
    return path


@pytest.mark.parametrize(
    ("host", "here"),
    [
        (NOWHERE, False),
        (NOBODY, False),
        (b"example.invalid", False),
        ("2001:db8::1", False),
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("localhost", True),
        (b"localhost", True),
        (None, True),
    ],
)
def test_what_is_here(host, here):
    assert network_guard.is_here(host) is here


def connect():
    socket.create_connection((NOWHERE, 80), timeout=1)


def send():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.sendto(b"x", (NOWHERE, 53))


def look_up():
    socket.getaddrinfo(NOBODY, 80)


@pytest.mark.parametrize("attempt", [connect, send, look_up])
def test_an_attempt_is_refused_and_written_down(attempt, log):
    with pytest.raises(RuntimeError, match=r"^tests may not use the network: socket\."):
        attempt()
    assert len(log.read_text().splitlines()) == 1


def test_an_attempt_of_a_process_of_ours_is_too(log):
    code = f"import socket; socket.create_connection(('{NOWHERE}', 80), timeout=1)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 1
    assert b"tests may not use the network: socket.getaddrinfo '192.0.2.1'" in done.stderr
    assert len(log.read_text().splitlines()) == 1


def test_servers_on_this_machine_can_be_asked(log):
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=lambda: server.accept()[0].sendall(b"here"), daemon=True).start()
        with socket.create_connection(server.getsockname(), timeout=5) as client:
            assert client.recv(4) == b"here"
    assert not log.exists()


def test_the_session_keeps_a_log():
    assert os.environ[network_guard.LOG]
