"""Packs whose figures stay on disk answer as those that are read whole."""

import multiprocessing
import shutil
from datetime import date

import pytest

from factcheck.checker import Checker
from factcheck.errors import BadReference
from factcheck.model import Pack
from factcheck.reference.database import workshop
from factcheck.reference.export import export_pack
from factcheck.reference.large import build
from factcheck.reference.large.archive import Archive
from factcheck.reference.large.files import HIDDEN, known_digest
from factcheck.reference.large.words import words
from factcheck.reference.pack import read_pack
from factcheck.reference.store import load_packs
from factcheck.reference.write import load_old, write_rows

ROWS = "observations.csv"


def to_parquet(folder):
    """Keep the figures of a pack as a large one does."""
    with workshop() as (con, _):
        load_old(con, folder)
        write_rows(con, "old_rows", folder / "observations.parquet")
    (folder / ROWS).unlink()
    descriptor = folder / "datapackage.json"
    descriptor.write_text(descriptor.read_text().replace(ROWS, "observations.parquet"))
    return folder


@pytest.fixture
def both(write_pack):
    """The same pack, read whole and kept on disk."""
    return write_pack("small"), to_parquet(write_pack("large"))


def told(row):
    return [str(getattr(row, one)) for one in row.__slots__ if one != "place"]


def test_the_same_figures(both):
    small, large = (load_packs([folder]) for folder in both)
    large = large.narrowed(["waiting_time", "opened"])
    assert list(large.indicators) == sorted(small.indicators)
    for indicator in small.indicators:
        pairs = zip(small.rows(indicator), large.rows(indicator), strict=True)
        assert all(told(one) == told(other) for one, other in pairs)
        assert large.dimensions_of(indicator) == small.dimensions_of(indicator)
    assert large.lexicon == small.lexicon
    assert large.dimensions == small.dimensions
    assert list(large.editions.values()) == list(small.editions.values())
    assert large.size(large.packs[0]) == small.size(small.packs[0]) == (2, 5)


def test_the_same_figures_of_one_entity_without_reading_the_others(both):
    small, large = (load_packs([folder]) for folder in both)
    large = large.narrowed(["waiting_time", "opened"])
    for indicator in small.indicators:
        whole = small.rows(indicator)
        for entity in {row.entity for row in whole} | {"Nowhere"}:
            some = (one.rows_of(indicator, entity) for one in (small, large))
            pairs = zip(*some, strict=True)
            assert all(told(one) == told(other) for one, other in pairs)
        assert small.outline(indicator) is None
        assert large.outline(indicator) == {
            d: ({r.entity for r in whole if r.dimension == d},
                {r.period for r in whole if r.dimension == d})
            for d in small.dimensions_of(indicator)
        }  # fmt: skip
        assert indicator not in large._rows


def test_a_row_tells_its_place(both):
    packs = load_packs([both[1]]).narrowed(["opened"])
    assert packs.rows("opened")[0].place == "large/observations.parquet:1"


def test_as_of(both):
    packs = load_packs([both[1]], as_of=date(2025, 3, 1)).narrowed(["waiting_time"])
    assert [str(row.value) for row in packs.rows_of("waiting_time", "Ruritania")] == ["14.2", "20"]
    assert packs.packs[0].as_of == date(2025, 3, 1)


def test_the_same_verdicts(both, tmp_path):
    from factcheck.articles import read_article

    text = b"The median wait in Ruritania was 14.6 weeks in 2024.\n"
    article = read_article("story.txt", text)
    reports = [Checker(load_packs([folder]), semantic="never").article(article) for folder in both]
    first, second = ([one.verdict for one in report.findings] for report in reports)
    assert first == second
    assert first[0].status == "supported"


@pytest.mark.parametrize("asked", ["median waits", "waiting_time"])
def test_an_agent_looks_up_the_same_figures(both, asked):
    from factcheck.agents.tools import Tools

    small, large = (Tools(Checker(load_packs([one]), semantic="never")) for one in both)
    found = large.look_up_indicator(asked, entity="Ruritania")["indicators"]
    assert [one["indicator"] for one in found] == ["waiting_time"]
    assert found[0]["rows"]
    expected = small.look_up_indicator(asked, entity="Ruritania")["indicators"]
    assert found == [one | {"pack": "large"} for one in expected]


def test_names_are_found_by_their_words(both):
    names = Archive(both[1]).names
    waits, days, nothing = map(
        names.shortlist,
        [[("median waits", 1.0)], [("it opened its doors", 0.9)], [("a of the", 1.0)]],
    )
    assert waits[0][0] == "waiting_time"
    assert days[0][0] == "opened"
    assert nothing == []


@pytest.mark.parametrize(
    ("text", "found"),
    [("The waiting times of 2024", ["wait", "time", "2024"]), ("GDP's growth", ["gdp", "growth"])],
)
def test_words(text, found):
    assert words(text) == found


def test_it_is_built_once_and_again_when_the_pack_changes(both):
    large = both[1]
    Archive(large)
    (first,) = (large / HIDDEN).glob("*.duckdb")
    before = first.stat().st_mtime_ns
    Archive(large)
    assert first.stat().st_mtime_ns == before
    path = large / "indicators.csv"
    path.write_text(path.read_text().replace("Median wait", "Median waiting time"))
    names = [one.name for one in Archive(large).indicators()]
    assert names == ["Opening day", "Median waiting time"]
    assert [one.name for one in (large / HIDDEN).glob("*.duckdb")] != [first.name]


def test_what_is_built_is_no_part_of_the_pack(both):
    large = both[1]
    before = known_digest(large)
    Archive(large)
    assert known_digest(large) == before == read_pack(large).sha256


def look(folder, queue):
    queue.put(len(Archive(folder).rows("waiting_time")))


def test_processes_share_it(both):
    large = both[1]
    Archive(large)
    context = multiprocessing.get_context("spawn")
    queue = context.Queue()
    others = [context.Process(target=look, args=(large, queue)) for _ in range(2)]
    for one in others:
        one.start()
    assert [queue.get(timeout=60) for _ in others] == [4, 4]
    for one in others:
        one.join()


def test_round_trip(both, tmp_path):
    small, large = both
    export_pack(small, tmp_path / "a")
    export_pack(large, tmp_path / "b")
    assert (tmp_path / "a" / ROWS).read_bytes() == (tmp_path / "b" / ROWS).read_bytes()


BAD = {
    "value": (",14.2,", ",many,", "column 'value' holds 'many'; expected a number in weeks."),
    "day": ("1998-05-04", "May 1998",
            "column 'value' holds 'May 1998'; expected a day such as 2026-04-13."),
    "unit": ("14.2,weeks", "14.2,wekks", "column 'unit' holds 'wekks'; expected a unit such as"
             " percent, count, USD, points or a UCUM code."),
    "period": ("hips,2024", "hips,2024-13", "column 'period' holds '2024-13'; expected a period"
               " such as 2024, 2025-02 or 2024-01/2025-02."),
    "entity": ("time,Ruritania,hips", "time,Ruritana,hips",
               "column 'entity' holds 'Ruritana'; expected one that entities.csv lists."),
}  # fmt: skip


@pytest.mark.parametrize("kind", BAD)
def test_what_is_wrong_is_told_with_its_row(write_pack, kind):
    old, new, message = BAD[kind]
    large = to_parquet(write_pack("large", {ROWS: (old, new)}))
    with pytest.raises(BadReference) as caught:
        read_pack(large)
    (problem,) = caught.value.problems
    place, _, rest = problem.partition(": ")
    assert place.startswith(f"{large}/observations.parquet:")
    assert rest == message


def test_a_figure_twice(write_pack):
    row = "waiting_time,Ruritania,hips,2024,20,weeks,2025,2025-02-01,health_office,\n"
    large = to_parquet(write_pack("large", {ROWS: (row, row + row.replace(",20,", ",21,"))}))
    with pytest.raises(BadReference) as caught:
        read_pack(large)
    assert "repeats line" in caught.value.problems[0]


def test_a_file_that_is_none(both):
    large = both[1]
    (large / "observations.parquet").write_bytes(b"PAR1 no")
    with pytest.raises(BadReference) as caught:
        load_packs([large])
    assert str(caught.value).startswith(f"{large}/observations.parquet: cannot be read (")


def test_an_import_of_many_rows_keeps_them_in_parquet(tmp_path, monkeypatch):
    from factcheck.reference import importing
    from factcheck.reference.importers.interface import Origin

    monkeypatch.setattr(importing, "LARGE", 3)
    table = tmp_path / "visits.csv"
    folder = tmp_path / "visits"
    table.write_text(
        "Year,Branch,Visits (number)\n" + "".join(f"{y},Quay,{y}\n" for y in range(2020, 2025))
    )
    request = importing.Request(table, folder, origin=Origin(published="2025-01-01"))
    assert importing.import_file(request).rows == 5
    assert not (folder / ROWS).exists()
    table.write_text("Year,Branch,Visits (number)\n2024,Quay,7\n2025,Quay,8\n")
    request = importing.Request(table, folder, origin=Origin(published="2026-01-01"))
    added = importing.import_file(request).appended
    assert (added.new, added.revised, added.same) == (1, 1, 0)
    rows = load_packs([folder]).narrowed(["visits"]).rows("visits")
    assert [str(row.value) for row in rows] == ["2020", "2021", "2022", "2023", "2024", "7", "8"]
    shutil.rmtree(folder / HIDDEN)
    assert isinstance(read_pack(folder), Pack)


@pytest.mark.parametrize("content", ["", "[]", '{"files": 1}', "{torn"])
def test_a_torn_stamp_is_made_anew(both, content):
    known = known_digest(both[1])
    stamp = both[1] / HIDDEN / "stamp.json"
    stamp.write_text(content)
    assert known_digest(both[1]) == known
    assert known in stamp.read_text()


@pytest.mark.parametrize("harm", [b"", b"no database", None], ids=["empty", "words", "a block"])
def test_a_damaged_index_is_named(both, harm):
    Archive(both[1])
    (path,) = (both[1] / HIDDEN).glob("*.duckdb")
    content = bytearray(path.read_bytes())
    content[12288 : len(content)] = b"\xa5" * (len(content) - 12288)
    path.write_bytes(content if harm is None else harm)
    with pytest.raises(BadReference) as error:
        Archive(both[1])
    assert str(error.value) == (
        f"{path}: a damaged index of a large pack; delete it, and it is built anew."
    )
    path.unlink()
    assert Archive(both[1]).size == (2, 5)


def test_an_index_for_which_there_is_no_room_is_told_and_leaves_nothing(both, monkeypatch):
    import duckdb

    def full(*_):
        raise duckdb.TransactionException('Could not write file "a.wal": No space left on device')

    monkeypatch.setattr(build, "_sort", full)
    with pytest.raises(BadReference) as error:
        Archive(both[1])
    assert str(error.value) == (
        f"{both[1]}: cannot be written (No space left on device); expected a folder in which the"
        " index of a large pack can be kept."
    )
    assert not [path for path in (both[1] / HIDDEN).iterdir() if path.name != "stamp.json"]
    monkeypatch.undo()
    assert Archive(both[1]).size == (2, 5)


def test_an_index_damaged_while_it_is_used_is_named(both, monkeypatch):
    import duckdb

    archive = Archive(both[1])

    class Broken:
        def execute(self, *_):
            raise duckdb.IOException("checksum")

    monkeypatch.setattr(archive, "_con", Broken())
    with pytest.raises(BadReference, match="a damaged index of a large pack"):
        archive.indicators()


def test_round_trip_gives_the_same_bytes(both, tmp_path, monkeypatch):
    """Export, import and export again; what is imported keeps many rows in Parquet."""
    from factcheck.reference import export
    from factcheck.reference.importing import Request, import_file

    monkeypatch.setattr(export, "LARGE", 3)
    first, again, second = (tmp_path / name for name in ("first", "again", "second"))
    for pack in both:
        export.export_pack(pack, first)
        done = import_file(Request(first, again))
        assert (done.format, done.left_out) == ("reference pack", ())
        assert (again / "observations.parquet").exists()
        export.export_pack(again, second)
        exported = {path.name: path.read_bytes() for path in first.iterdir()}
        assert {path.name: path.read_bytes() for path in second.iterdir()} == exported
        for folder in (first, again, second):
            shutil.rmtree(folder)
