"""As of a day, what changed, what is locked, what is overdue, what two sources say."""

import shutil
from datetime import date

import pytest
from click.testing import CliRunner

from factcheck.cli import main
from factcheck.errors import BadReference
from factcheck.reference.diff import diff
from factcheck.reference.lock import drift, locked, read_lock
from factcheck.reference.pack import read_pack
from factcheck.reference.store import load_packs
from factcheck.reference.trust import later, warnings

ROWS, SOURCES = "observations.csv", "sources.csv"
FIRST = "waiting_time,Ruritania,,2024,14.2,weeks,2025,2025-02-01,health_office,\n"
DAY = date(2026, 1, 31)


def values(packs, indicator="waiting_time", entity="Ruritania"):
    return [str(row.value) for row in packs.rows_of(indicator, entity) if not row.dimension]


def run(*arguments):
    return CliRunner().invoke(main, ["reference", *map(str, arguments)])


class TestAsOf:
    @pytest.mark.parametrize(
        ("day", "known"),
        [
            (date(2025, 1, 31), []),
            (date(2025, 2, 1), ["14.2"]),
            (date(2025, 5, 31), ["14.2"]),
            (date(2025, 6, 1), ["14.2", "14.6"]),
            (None, ["14.2", "14.6"]),
        ],
    )
    def test_only_what_was_published_by_then(self, write_pack, day, known):
        assert values(load_packs([write_pack()], as_of=day)) == known

    def test_show(self, write_pack):
        result = run("show", "waiting_time", "--entity", "Ruritania", "--as-of", "2025-03-01",
                     "--reference", write_pack())  # fmt: skip
        assert result.exit_code == 0
        assert "14.2" in result.stdout
        assert "14.6" not in result.stdout

    def test_check_judges_with_what_was_known_and_says_so(self, write_pack, tmp_path):
        story = tmp_path / "story.txt"
        story.write_text("The median wait in Ruritania was 14.6 weeks in 2024.\n")
        told = {}
        for day in ("2025-03-01", "2025-07-01"):
            result = CliRunner().invoke(
                main,
                ["check", str(story), "--reference", str(write_pack(f"p{day}")), "--as-of", day,
                 "--output-format", "json", "--semantic", "never", "--exit-zero"],
            )  # fmt: skip
            told[day] = result.stdout
        assert '"as_of": "2025-03-01"' in told["2025-03-01"]
        assert '"supported"' not in told["2025-03-01"].split('"summary"')[0]
        assert '"status": "supported"' in told["2025-07-01"]


class TestPrimaryBeatsSecondary:
    PRESS = "waiting_time,Ruritania,,2024,15,weeks,2025,{},press,\n"
    SOURCE = (",CC0-1.0,\n", ",CC0-1.0,\npress,A paper,Daily,,secondary,,,\n")

    @pytest.mark.parametrize(
        ("day", "counted"),
        [
            ("2025-02-01", ["14.2", "14.6"]),
            ("2025-03-01", ["14.2", "15", "14.6"]),
        ],
        ids=["of the same day it does not count", "of a day of its own it does"],
    )
    def test_rows_that_count(self, write_pack, day, counted):
        changes = {ROWS: (FIRST, FIRST + self.PRESS.format(day)), SOURCES: self.SOURCE}
        assert values(load_packs([write_pack(changes=changes)])) == counted

    def test_a_secondary_source_alone_counts(self, write_pack):
        folder = write_pack(changes={SOURCES: (",primary,", ",secondary,")})
        assert values(load_packs([folder])) == ["14.2", "14.6"]

    def test_that_they_differ_is_reported(self, write_pack):
        changes = {ROWS: (FIRST, FIRST + self.PRESS.format("2025-02-01")), SOURCES: self.SOURCE}
        lines = warnings(read_pack(write_pack(changes=changes)), DAY)
        assert lines[-1] == (
            "hospitals: waiting_time, Ruritania, 2024: sources differ:"
            " 14.6 (primary source 'health_office'), 15 (secondary source 'press')."
        )


class TestWarnings:
    def test_a_source_that_says_too_little(self, write_pack):
        assert warnings(read_pack(write_pack()), DAY) == [
            "source 'health_office' does not say sha256."
        ]

    @pytest.mark.parametrize(
        ("today", "overdue"), [(date(2026, 6, 1), False), (date(2026, 6, 2), True)]
    )
    def test_an_edition_is_overdue(self, write_pack, today, overdue):
        source = (
            "source,title,publisher,url,quality,retrieved,licence,sha256,expected\n"
            f"health_office,Waits,Office,x,primary,2026-01-31,CC0-1.0,{'a' * 64},P1Y\n"
        )
        lines = warnings(read_pack(write_pack(changes={SOURCES: source})), today)
        wanted = (
            "hospitals: source 'health_office' is of 2025-06-01, the next edition was expected by"
            " 2026-06-01 (every P1Y)."
        )
        assert lines == ([wanted] if overdue else [])

    @pytest.mark.parametrize(
        ("day", "duration", "due"),
        [
            (date(2024, 2, 29), "P1Y", date(2025, 2, 28)),
            (date(2025, 11, 30), "P3M", date(2026, 2, 28)),
            (date(2025, 1, 1), "P2W", date(2025, 1, 15)),
            (date(2025, 1, 1), "P1Y1M1D", date(2026, 2, 2)),
        ],
    )
    def test_durations(self, day, duration, due):
        assert later(day, duration) == due


class TestDiff:
    def test_nothing(self, write_pack):
        found = diff(write_pack("a"), write_pack("b"))
        assert (found.changes, found.indicators, found.same) == ((), (), 4)

    def test_digits_alone_are_no_change(self, write_pack):
        found = diff(write_pack("a"), write_pack("b", {ROWS: ("14.6", "14.60")}))
        assert found.changes == ()

    def test_between_two_packs(self, write_pack):
        new = {
            ROWS: (FIRST, "waiting_time,Ruritania,,2025,13,weeks,2026,2026-02-01,health_office,\n"),
            "indicators.csv": ("Median wait", "Median waiting time"),
        }
        old = write_pack("old", {ROWS: ("hips,2024", "knees,2024")})
        found = diff(old, write_pack("new", new))
        assert found.indicators == (
            "indicator waiting_time: name was 'Median wait', is 'Median waiting time'",
        )
        told = [(c.kind, c.dimension, c.period, c.before, c.after) for c in found.changes]
        assert told == [
            ("added", "", "2025", None, "13"),
            ("added", "hips", "2024", None, "20"),
            ("removed", "knees", "2024", "20", None),
        ]

    def test_between_two_days_of_one_pack(self, write_pack):
        result = run("diff", write_pack(), "--before", "2025-03-01")
        assert (result.exit_code, result.stdout) == (
            1,
            "         indicator     entity     dimension  period  before  after  %      day\n"
            "revised  waiting_time  Ruritania             2024    14.2    14.6   +2.82"
            "  2025-06-01\n"
            "0 added, 0 removed, 1 revised, 3 the same\n",
        )

    def test_one_pack_and_no_day(self, write_pack):
        result = run("diff", write_pack())
        message = "error: one pack only; expected NEW as well, or --before DATE.\n"
        assert (result.exit_code, result.stderr) == (2, message)


class TestLock:
    @pytest.fixture
    def pair(self, write_pack, tmp_path):
        folder, lock = write_pack(), tmp_path / "reference.lock"
        lock.write_text(locked([(folder, read_pack(folder))]))
        return folder, lock

    def test_nothing_changed(self, pair):
        folder, lock = pair
        assert drift(lock, [(folder, read_pack(folder))]) == []

    def test_every_file_that_changed_is_told(self, pair):
        folder, lock = pair
        before = read_lock(lock)["hospitals"]["files"]
        path = folder / ROWS
        path.write_text(path.read_text().replace("14.6", "14.7"))
        (folder / "README.md").write_text("New.")
        (folder / ".hidden").write_text("of an editor")
        first, second = drift(lock, [(folder, read_pack(folder))])
        assert first == f"{folder}/README.md: not in {lock}; expected only what is locked."
        assert second.startswith(f"{path}: sha256 ")
        assert second.endswith(f"…; expected {before[ROWS][:12]}… as in {lock}.")

    def test_a_pack_that_is_not_locked(self, pair, write_pack):
        folder = write_pack("another")
        assert drift(pair[1], [(folder, read_pack(folder))]) == [
            f"{folder}: pack 'another' is not in {pair[1]}; expected it locked."
        ]

    def test_no_lock_file(self, tmp_path):
        with pytest.raises(BadReference) as caught:
            read_lock(tmp_path / "none")
        assert str(caught.value) == (
            f"{tmp_path}/none: no such file; expected a lock file (factcheck reference lock)."
        )

    def test_on_the_command_line(self, tmp_path):
        source = load_packs().packs[1].name
        from factcheck.reference.store import shipped_packs

        folder = tmp_path / source
        shutil.copytree(shipped_packs()[1], folder)
        lock = tmp_path / "my.lock"
        assert run("lock", folder, "-o", lock).exit_code == 0
        assert run("validate", "--frozen", "--lock", lock, folder).exit_code == 0
        (folder / "README.md").write_text("changed")
        assert run("validate", "--frozen", "--lock", lock, folder).exit_code == 2


class TestExport:
    def test_twice_gives_the_same_bytes(self, write_pack, tmp_path):
        first, second = tmp_path / "first", tmp_path / "second"
        assert run("export", write_pack(), "-o", first).exit_code == 0
        assert run("export", first, "-o", second).exit_code == 0
        assert {p.name: p.read_bytes() for p in first.iterdir()} == {
            p.name: p.read_bytes() for p in second.iterdir()
        }
        assert len(list(first.iterdir())) == 5

    def test_order_does_not_matter_and_nothing_is_lost(self, write_pack, tmp_path):
        moved = write_pack("b" * 9, {ROWS: (FIRST, "")})
        path = moved / ROWS
        path.write_text(path.read_text() + FIRST.replace(",\n", ',"a ""note"", of\ntwo lines"\n'))
        run("export", moved, "-o", tmp_path / "out")
        row = read_pack(tmp_path / "out").observations[1]
        assert (str(row.value), row.note) == ("14.2", 'a "note", of\ntwo lines')

    def test_nothing_is_overwritten(self, write_pack, tmp_path):
        folder = write_pack()
        result = run("export", folder, "-o", folder)
        assert (result.exit_code, result.stderr) == (
            2,
            f"error: {folder}: exists; expected a new folder.\n",
        )
