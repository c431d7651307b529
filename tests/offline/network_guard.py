"""Refuses every use of the network except loopback, in this process, and writes down who tried.

It is an audit hook of the interpreter (PEP 578): it sees what compiled code asks of `socket`, and
nothing can take it off again. Processes that tests start find it by PYTHONPATH (`sitecustomize`).
What was tried is a line in the file that FACTCHECK_NETWORK_LOG names, so that an attempt that is
caught somewhere is known at the end of the session all the same.
"""

from __future__ import annotations

import os
import socket
import sys
import traceback
from ipaddress import ip_address

LOG = "FACTCHECK_NETWORK_LOG"
NAMES = {None, "", "localhost", socket.gethostname()}
"""Hosts that are this machine, or no host at all."""

CONNECTIONS = {"socket.connect", "socket.sendto", "socket.sendmsg"}
LOOKUPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}


def is_here(host: object) -> bool:
    """Whether a host is this machine."""
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host in NAMES:
        return True
    try:
        return ip_address(str(host)).is_loopback or ip_address(str(host)).is_unspecified
    except ValueError:
        return False


def _asked(event: str, arguments: tuple[object, ...]) -> object:
    """The host that an event is about; None where it is about none."""
    if event in LOOKUPS:
        return arguments[0]
    if event in CONNECTIONS and isinstance(arguments[1], tuple):
        return arguments[1][0]
    return None


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if event[:7] != "socket." or is_here(host := _asked(event, arguments)):
        return
    caller = traceback.extract_stack(limit=2)[0]
    told = f"{event} {host!r} at {caller.filename}:{caller.lineno}"
    if path := os.environ.get(LOG):
        with open(path, "a", encoding="utf-8") as file:
            file.write(told + "\n")
    raise RuntimeError(f"tests may not use the network: {told}")


def install() -> None:
    """Guard this process."""
    sys.addaudithook(_hook)
