"""What a person does to a finding, as an entry of the log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.model import Status
from factcheck.report.schema import Finding
from factcheck.review.decisions import Entry
from factcheck.review.people import Person
from factcheck.review.saved import Item
from factcheck.review.site import Site
from factcheck.review.slots import EDITABLE
from factcheck.review.words import BY_VALUE

LONGEST = 2000
"""Characters of a note or of a right figure that are kept."""

Form = Mapping[str, str]


class Unusable(Exception):
    """A form that says nothing that can be recorded; the page tells why."""


def decide(site: Site, person: Person, item: Item, form: Form) -> Entry:
    """Record what a form says and return the entry, which is on disk then.

    Raises `Unusable`, and `Overtaken` where somebody of the same role was quicker.
    """
    action, _, verdict = form.get("action", "").partition(":")
    if action not in ("accept", "override", "unsure", "skip"):
        raise Unusable("Not recorded: the form names no action.")
    slot, value = form.get("slot", ""), form.get("slot_value", "").strip()
    changed = bool(slot and value) and action in ("accept", "override")
    finding = _again(site, item, slot, value) if changed else item.finding
    shown = item.shown | ({"again": finding.model_dump(mode="json")} if changed else {})
    status, cause, expected = _verdict(finding, action, verdict)
    if action == "override" and status == Status.CONTRADICTED:
        expected = form.get("expected", "").strip()[:LONGEST] or None
    entry = Entry(
        reviewer=person.name,
        role=person.role,
        action=action,
        path=item.article.path,
        finding=item.finding.id,
        status=status,
        cause=cause,
        expected=expected,
        note=form.get("note", "").strip()[:LONGEST],
        slot=slot if changed else None,
        slot_value=value if changed else None,
    )
    known = form.get("known", "")
    seq = int(known) if known.isdecimal() and len(known) < 16 else None
    return site.log.append(entry, shown, seq)


def undo(site: Site, person: Person) -> Entry | None:
    """Take back the person's newest decision on this desk; None where none is left to take back."""
    last = site.standings.last_of(person.name, site.desk.places)
    if last is None:
        return None
    entry = Entry(person.name, person.role, "undo", last.path, last.finding, undoes=last.seq)
    rows = site.log.query("SELECT content FROM seen WHERE digest = ?", last.seen)
    return site.log.append_shown(entry, rows[0][0])


def judge_again(site: Site, item: Item, form: Form) -> dict[str, Any]:
    """Judge with one slot changed: the slot, its value and the finding, or why it cannot be."""
    slot, value = form.get("slot", ""), form.get("slot_value", "").strip()[:200]
    told: dict[str, Any] = {"slot": slot, "value": value, "finding": None, "problem": ""}
    try:
        told["finding"] = _again(site, item, slot, value)
    except Unusable as error:
        told["problem"] = str(error)
    return told


def _again(site: Site, item: Item, slot: str, value: str) -> Finding:
    if site.judge is None or slot not in EDITABLE or not value:
        raise Unusable("Nothing to judge: choose a year, an entity or an indicator.")
    try:
        return site.judge(item.article, item.finding.id, slot, value)
    except FactcheckError as error:
        raise Unusable(f"Cannot be judged again: {error}") from None


def _verdict(
    finding: Finding, action: str, verdict: str
) -> tuple[str | None, str | None, str | None]:
    """Status, cause and right figure that somebody decides for; `verdict`: "status/cause"."""
    if action == "accept":
        told = finding.verdict
        return told.status, told.cause, told.expected
    if action != "override":
        return None, None, None
    choice = BY_VALUE.get(verdict)
    if choice is None:
        raise Unusable("Not recorded: choose a verdict to override with.")
    return choice.status, choice.cause, None
