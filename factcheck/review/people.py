"""Who may decide: names, roles and tokens. Only the SHA-256 of a token is kept."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from hashlib import sha256

from factcheck.errors import FactcheckError
from factcheck.review.decisions import Log

ROLES = {
    "reviewer": "decides first",
    "second": "decides again, without seeing the first decision",
    "lead": "sees both, settles disagreements, exports",
}


class BadPerson(FactcheckError):
    """A name or role that cannot be used. Exit 2."""

    code = "bad-reviewer"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who reviews."""

    name: str
    role: str
    """One of `ROLES`."""
    mark: str = ""
    """Tells their token from an earlier one, and gives nothing of it away."""


def add_person(log: Log, name: str, role: str) -> str:
    """Register somebody, or give them a new role and token, and return the token.

    It has 256 bits, so that its plain hash can be kept. Raises `BadPerson`.
    """
    name = " ".join(name.split())
    if not name or len(name) > 60 or not name.isprintable():
        raise BadPerson(f"{name!r} is no name; expected 1 to 60 characters. [bad-reviewer]")
    if role not in ROLES:
        raise BadPerson(f"unknown role {role!r}; expected {', '.join(ROLES)}. [bad-reviewer]")
    token = secrets.token_urlsafe(32)
    log.query("INSERT OR REPLACE INTO person VALUES (?, ?, ?)", name, role, _hash(token))
    return token


def remove_person(log: Log, name: str) -> None:
    """Take away somebody's access; their decisions stay. Raises `BadPerson` for an unknown name."""
    if not log.query("DELETE FROM person WHERE name = ? RETURNING name", name):
        raise BadPerson(f"no reviewer is called {name!r}. [bad-reviewer]")


def people(log: Log) -> dict[str, Person]:
    """Return everybody who may sign in, by name."""
    rows = log.query("SELECT name, role, token FROM person ORDER BY name")
    return {name: Person(name, role, token[:16]) for name, role, token in rows}


def sign_in(log: Log, name: str, token: str) -> Person | None:
    """Return the person whose name and token these are."""
    rows = log.query("SELECT role, token FROM person WHERE name = ?", name)
    role, kept = rows[0] if rows else ("", "")
    return Person(name, role, kept[:16]) if hmac.compare_digest(_hash(token), kept) else None


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()
