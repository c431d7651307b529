"""The log: what is written stays written, in order, by several at once; a change is found."""
# ruff: noqa: E501

import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from threading import Thread
from time import sleep

import pytest

from factcheck.review import decisions
from factcheck.review.decisions import START, BadLog, Entry, Log, Overtaken
from factcheck.review.people import BadPerson, add_person, people, remove_person, sign_in
from factcheck.review.verify import open_whole, verify

SHOWN = {"finding": {"id": "f1"}}


def entry(who="Ada", finding="f1", action="accept", **fields):
    return Entry(who, fields.pop("role", "reviewer"), action, "a.txt", finding, **fields)


def filled(log, n=5):
    return [log.append(entry(finding=f"f{i}"), {"finding": i % 2}) for i in range(n)]


def tampered(log, *statements):
    """Change the file behind the log's back, as somebody who owns it can."""
    log.close()
    db = sqlite3.connect(log.path)
    for name in [
        row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
    ]:
        db.execute(f"DROP TRIGGER {name}")
    db.execute("PRAGMA foreign_keys = OFF")
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()
    return Log(log.path)


def test_entries_are_numbered_and_chained(log):
    first, second = filled(log, 2)
    assert (first.seq, first.previous) == (1, START)
    assert (second.seq, second.previous) == (2, first.hash)
    assert log.entries() == [first, second]
    assert log.entries(after=1) == [second]


def test_a_whole_log_is_proved(log):
    last = filled(log)[-1]
    proof = verify(log)
    assert (proof.entries, proof.head, proof.broken) == (5, last.hash, None)


def test_an_empty_log_is_whole(log):
    assert verify(log).broken is None


@pytest.mark.parametrize(
    ("statement", "broken"),
    [
        ("UPDATE decision SET note = 'x' WHERE seq = 3", "entry 3: its content does not fit its hash"),
        ("UPDATE decision SET time = '2020' WHERE seq = 1", "entry 1: its content does not fit its hash"),
        ("DELETE FROM decision WHERE seq = 2", "entry 2: missing; the next one in the file is number 3"),
        ("UPDATE decision SET previous = 'x' WHERE seq = 4", "entry 4: not chained to the entry before it"),
        ("UPDATE seen SET content = '{}' WHERE content LIKE '%1%'", "entry 2: what it was shown is missing or changed"),
        ("DELETE FROM seen WHERE content LIKE '%1%'", "entry 2: what it was shown is missing or changed"),
    ],
)  # fmt: skip
def test_the_first_broken_link_is_named(log, statement, broken):
    filled(log)
    assert verify(tampered(log, statement)).broken == broken


def test_an_end_cut_off_is_found_with_a_head_noted_before(log):
    head = filled(log)[-1].hash
    shorter = tampered(log, "DELETE FROM decision WHERE seq = 5")
    assert verify(shorter).broken is None
    assert verify(shorter, head).broken == f"after entry 4: no link has the hash {head}"


def test_a_head_noted_before_may_be_anywhere_in_the_chain(log):
    assert verify(log, filled(log)[2].hash).broken is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE decision SET note = 'x'",
        "DELETE FROM decision",
        "UPDATE seen SET content = 'x'",
        "DELETE FROM seen",
        "INSERT OR REPLACE INTO decision SELECT * FROM decision WHERE seq = 1",
        "INSERT OR REPLACE INTO seen SELECT * FROM seen",
    ],
)
def test_the_file_refuses_changes(log, statement):
    before = filled(log)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        log.query(statement)
    assert log.entries() == before


def test_a_log_whose_order_is_damaged_takes_nothing_more(log):
    before = filled(log)
    log.db.execute("DROP TRIGGER decision_in_order")
    log.db.execute(
        "CREATE TRIGGER decision_in_order BEFORE INSERT ON decision WHEN NEW.seq > 1"
        " BEGIN SELECT RAISE(ABORT, 'the review log is append-only'); END"
    )
    with pytest.raises(BadLog) as error:
        log.append(entry("Ada"), SHOWN)
    assert str(error.value) == (
        f"{log.path}: entries that do not follow on one another; expected a review log that is"
        " whole. [bad-review-log]"
    )
    assert log.entries() == before


def test_another_reader_of_the_same_role_is_not_overwritten_unseen(log):
    log.append(entry("Ada"), SHOWN, known=0)
    with pytest.raises(Overtaken) as raised:
        log.append(entry("Ben"), SHOWN, known=0)
    assert raised.value.by.reviewer == "Ada"
    log.append(entry("Ben"), SHOWN, known=1)
    log.append(entry("Bea", role="second"), SHOWN, known=0)
    assert len(log.entries()) == 3


def test_one_person_may_decide_again(log):
    log.append(entry("Ada"), SHOWN, known=0)
    log.append(entry("Ada", action="unsure"), SHOWN, known=0)
    assert len(log.entries()) == 2


def test_who_waits_for_the_disk_is_served_by_one_commit_and_errors_stay_with_their_own(log):
    done, failed, commits = [], [], []

    def work(n):
        try:
            done.append(
                log.append(entry("Ada", f"{n}", action="accept" if n else "no such"), SHOWN)
            )
        except sqlite3.IntegrityError:
            failed.append(n)

    def at_once(numbers):
        threads = [Thread(target=work, args=(n,)) for n in numbers]
        with log._lock:
            for thread in threads:
                thread.start()
            while len(log._waiting) < len(threads):
                sleep(0.001)
        for thread in threads:
            thread.join()

    log.db.set_trace_callback(lambda sql: commits.append(sql) if sql == "COMMIT" else None)
    at_once(range(1, 9))
    assert len(commits) == 1
    at_once(range(0, 4))
    assert failed == [0]
    assert sorted(one.finding for one in done) == sorted([*"12345678", *"123"])
    assert log.entries() == sorted(done, key=lambda one: one.seq)
    assert verify(log).broken is None


def test_several_threads_and_processes_lose_nothing(log, tmp_path):
    script = (
        "import sys; from factcheck.review.decisions import Entry, Log\n"
        "log = Log(sys.argv[1])\n"
        "for n in range(40): print(log.append(Entry(sys.argv[2], 'reviewer', 'accept', 'a', str(n)),"
        " {'n': n}).hash)"
    )
    others = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(log.path), name], stdout=subprocess.PIPE, text=True
        )
        for name in ("Ben", "Bea")
    ]
    mine = []

    def work(name):
        mine.extend(log.append(entry(name, f"{name}{n}"), SHOWN).hash for n in range(40))

    threads = [Thread(target=work, args=(name,)) for name in ("Ada", "Leo")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    acknowledged = mine + [line for one in others for line in one.communicate()[0].split()]
    assert len(acknowledged) == 160
    assert {e.hash for e in log.entries()} == set(acknowledged)
    assert verify(log).broken is None


def test_what_was_acknowledged_survives_a_kill(log):
    """The writer is killed in the middle of its work, again and again, at no particular moment."""
    script = (
        "import sys; from factcheck.review.decisions import Entry, Log\n"
        "log = Log(sys.argv[1])\n"
        "while True: print(log.append(Entry('Ada', 'lead', 'accept', 'a', 'f'), {}).hash, flush=True)"
    )
    acknowledged = []
    for count in (1, 7, 30):
        writer = subprocess.Popen(
            [sys.executable, "-c", script, str(log.path)], stdout=subprocess.PIPE, text=True
        )
        acknowledged += [writer.stdout.readline().strip() for _ in range(count)]
        writer.kill()
        acknowledged += [line for line in writer.communicate()[0].split() if len(line) == 64]
    assert len(acknowledged) >= 38
    assert set(acknowledged) <= {e.hash for e in log.entries()}
    assert verify(log).broken is None


def test_the_log_is_readable_by_its_owner_alone(log):
    assert log.path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("content", "found"),
    [(b"just words" * 50, "not an SQLite file"), (None, "another kind of SQLite file")],
)
def test_another_file_is_no_log(tmp_path, content, found):
    path = tmp_path / "x.sqlite"
    if content is None:
        db = sqlite3.connect(path)
        db.execute("CREATE TABLE other (a)")
        db.commit()
    else:
        path.write_bytes(content)
    with pytest.raises(BadLog) as raised:
        Log(path)
    expected = "expected a review log, or a place for one. [bad-review-log]"
    assert str(raised.value).lower() == f"{path}: {found}; {expected}".lower()


def test_only_the_hash_of_a_token_is_kept(log):
    token = add_person(log, "Ada", "reviewer")
    assert sign_in(log, "Ada", token).role == "reviewer"
    assert sign_in(log, "Ada", token + "x") is None
    assert sign_in(log, "Ben", token) is None
    assert sign_in(log, "Ben", "") is None
    assert token.encode() not in log.path.read_bytes()


def test_a_new_token_ends_the_old_one(log):
    old = add_person(log, "Ada", "reviewer")
    add_person(log, "Ada", "lead")
    assert sign_in(log, "Ada", old) is None
    assert people(log)["Ada"].role == "lead"
    remove_person(log, "Ada")
    assert people(log) == {}


@pytest.mark.parametrize(
    ("name", "role", "told"),
    [
        ("  ", "lead", "'' is no name; expected 1 to 60 characters. [bad-reviewer]"),
        ("A\x07", "lead", "'A\\x07' is no name; expected 1 to 60 characters. [bad-reviewer]"),
        ("Ada", "boss", "unknown role 'boss'; expected reviewer, second, lead. [bad-reviewer]"),
    ],
)
def test_bad_people(log, name, role, told):
    with pytest.raises(BadPerson) as raised:
        add_person(log, name, role)
    assert str(raised.value) == told


def test_the_hash_covers_every_field():
    first = entry(status="supported", seen="s", time="t", seq=1, previous=START)
    for name, value in (("note", "n"), ("seq", 2), ("undoes", 1), ("role", "lead"), ("seen", "z")):
        assert replace(first, **{name: value}).digest() != first.digest()


def test_a_whole_log_is_gone_on_with(log):
    filled(log, 2)
    assert len(open_whole(log.path).entries()) == 2


def test_a_log_with_a_broken_link_is_not_gone_on_with(log):
    filled(log, 3)
    tampered(log, "UPDATE decision SET note = 'x' WHERE seq = 2").close()
    with pytest.raises(BadLog) as raised:
        open_whole(log.path)
    assert str(raised.value) == (
        f"{log.path}: broken at entry 2: its content does not fit its hash; expected a log that is"
        " whole: keep this one as it is, and begin another with --log. [bad-review-log]"
    )


def test_a_damaged_page_is_named(log):
    filled(log, 40)
    log.close()
    content = bytearray(log.path.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    for start in range(3 * size, len(content), size):
        content[start : start + 200] = b"\xff" * 200
    log.path.write_bytes(content)
    with pytest.raises(BadLog, match=r"expected a (log that is whole|review log)"):
        open_whole(log.path)


def test_a_clock_that_jumps_back_changes_no_order(log, monkeypatch):
    class Clock(datetime):
        times = iter(("2030-01-01", "1999-12-31", "2025-06-01"))

        @classmethod
        def now(cls, zone=None):
            return cls.fromisoformat(next(cls.times)).replace(tzinfo=zone)

    monkeypatch.setattr(decisions, "datetime", Clock)
    filled(log, 3)
    assert [one.time[:4] for one in log.entries()] == ["2030", "1999", "2025"]
    assert [one.seq for one in log.entries()] == [1, 2, 3]
    assert [one.seq for one in log.newest(3, None, None, "Ada")] == [3, 2, 1]
    assert verify(log).broken is None
