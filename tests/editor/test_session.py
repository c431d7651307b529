"""An editing session: nobody is told that a number is wrong before all was looked at."""

import pytest

from factcheck.checker import Checker
from factcheck.editor.diagnostics import diagnostics
from factcheck.editor.session import Session

WRONG = "China had 30 notable models in 2024.\n\nThat year it had 17 of those things as well.\n"


class Everything:
    """All codes."""

    def __contains__(self, code):
        return True


class NoMeaning:
    """Stands for the model: nothing is near anything."""

    def nearness(self, claims):
        return [{} for _ in claims]


@pytest.fixture
def session(packs):
    checker = Checker(packs, semantic="never")
    checker.match.meaning = NoMeaning()
    checker.match.always = True
    return Session(checker, Everything())


def told(session, text=WRONG):
    checked = session.check("story.txt", text, "utf-16")
    return [one.code for one in diagnostics(checked, "file:///story.txt", session.codes)]


def test_what_waits_for_its_meaning_is_told_when_that_is_known(session):
    assert told(session) == []
    session.learn()
    assert "FC203" in told(session)


def test_of_two_texts_neither_waits_for_ever(session):
    other = "The harbour has 12 cranes.\n"
    first = session.check("one.txt", WRONG, "utf-16")
    second = session.check("two.txt", other, "utf-16")
    assert first.open
    assert second.open
    session.learn()
    assert not session.check("one.txt", WRONG, "utf-16").open
    assert not session.check("two.txt", other, "utf-16").open


def test_what_stays_as_it_was_need_not_wait_again(session):
    told(session)
    session.learn()
    assert "FC203" in told(session, WRONG + "\nThe harbour has 12 cranes.\n")


def test_without_meaning_nothing_waits(packs):
    session = Session(Checker(packs, semantic="never"), Everything())
    assert "FC203" in told(session)
