"""A whole audit: what it writes, what it does again, and what it leaves alone."""

import json
import shutil
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from stories import Inline, story

import factcheck
from factcheck.articles.records import read_records
from factcheck.audit import judged
from factcheck.audit.batch import audit, setup
from factcheck.audit.judged import batches
from factcheck.audit.run import run
from factcheck.audit.schema import RESULTS, TABLES
from factcheck.audit.store import Busy, Store
from factcheck.reference.large import files
from factcheck.report.json import as_dict

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def small_batches(monkeypatch):
    monkeypatch.setattr(judged, "ARTICLES", 4)


def outputs(out):
    return {path.name: path.read_bytes() for path in out.iterdir() if path.is_file()}


def rows(out, name):
    return pq.read_table(out / f"{name}.parquet").to_pylist()


def test_tables(write_corpus, inline, judging, tmp_path):
    path = write_corpus(
        story(1), "{broken", story(2, "78%", outlet="Sun"), {"id": "x"}, story(3, published="soon")
    )
    manifest = run([path], tmp_path / "out", judging, inline)
    for name, schema in TABLES.items():
        table = pq.read_table(tmp_path / "out" / f"{name}.parquet")
        assert table.schema.equals(schema, check_metadata=False), name
        assert manifest["tables"][name]["rows"] == table.num_rows
    articles, findings = rows(tmp_path / "out", "articles"), rows(tmp_path / "out", "findings")
    assert [(a["ordinal"], a["record_id"], a["outlet"]) for a in articles] == [
        (0, "a1", "Post"), (1, "a2", "Sun"), (2, "a3", "Post"),
    ]  # fmt: skip
    assert [f["article"] for f in findings] == [a["id"] for a in articles]
    skipped = [
        (one["place"].rpartition(":")[2], one["code"]) for one in rows(tmp_path / "out", "skipped")
    ]
    assert skipped == [
        ("2", "unreadable-article"), ("4", "unreadable-article"), ("5", "unreadable-date"),
    ]  # fmt: skip


def test_the_same_verdicts_as_check(inline, judging, tmp_path):
    folder = ROOT / "corpora" / "articles"
    report = as_dict(factcheck.check(folder, semantic="never"))
    run([str(folder)], tmp_path, judging, inline)
    told = [
        (article["id"], finding["id"], *(finding["verdict"][k] for k in ("status", "message")))
        for article in report["articles"]
        for finding in article["findings"]
    ]
    found = rows(tmp_path, "findings")
    assert [(f["article"], f["finding"], f["status"], f["message"]) for f in found] == told
    claims = [f["claim"] for article in report["articles"] for f in article["findings"]]
    names = [name for name in claims[0] if name in TABLES["claims"].names]
    assert len(names) == 20
    assert [{n: row[n] for n in names} for row in rows(tmp_path, "claims")] == [
        {n: claim[n] for n in names} for claim in claims
    ]
    known = {c["id"]: {side["article"] for side in c["claims"]} for c in report["conflicts"]}
    ours = {one["id"] for one in rows(tmp_path, "conflicts")}
    within = {name for name, articles in known.items() if len(articles) == 1}
    assert min(len(within), len(ours - within)) > 5
    assert len(ours - known.keys()) <= 0.1 * len(ours)
    assert len(within - ours) <= 0.1 * len(within)  # of one slot: told of the articles that say so


def test_a_large_pack_judges_as_an_ordinary_one(write_corpus, inline, tmp_path, monkeypatch):
    """Its indicators are known to the checker only once an article is about them."""
    path = write_corpus(story(1), story(2, "78%"))
    run([path], tmp_path / "one", inline.setup, inline)
    shipped = ROOT / "reference_data" / "economy"
    large = shutil.copytree(shipped, tmp_path / "economy")
    monkeypatch.setattr(files, "LARGE", 0)
    own = setup((large,))
    run([path], tmp_path / "other", own, Inline(own))
    told = [
        [(f["status"], f["indicator"], f["topic"]) for f in rows(tmp_path / name, "findings")]
        for name in ("one", "other")
    ]
    assert told[0] == told[1]
    assert [status for status, *_ in told[1]] == ["supported", "contradicted"]


def test_a_second_run_judges_nothing_and_writes_the_same(write_corpus, judging, tmp_path):
    path = write_corpus(*map(story, range(9)))
    first, second = Inline(judging), Inline(judging)
    run([path], tmp_path / "out", judging, first)
    before = outputs(tmp_path / "out")
    run([path], tmp_path / "out", judging, second)
    assert (first.judged, second.judged) == (9, 0)
    assert outputs(tmp_path / "out") == before


def test_only_what_changed_is_judged(write_corpus, judging, tmp_path):
    run([write_corpus(*map(story, range(9)))], tmp_path / "out", judging, Inline(judging))
    changed = write_corpus(story(20), *map(story, range(8)), story(8, "24%"), name="other.jsonl")
    engine = Inline(judging)
    run([changed], tmp_path / "out", judging, engine)
    assert engine.judged == 2
    run([changed], tmp_path / "fresh", judging, Inline(judging))
    assert outputs(tmp_path / "out") == outputs(tmp_path / "fresh")


def test_an_audit_does_not_read_what_it_wrote(judging, tmp_path):
    (tmp_path / "a.md").write_text(story(1)["text"])
    out = tmp_path / "audit"
    for _ in range(2):
        run([str(tmp_path)], out, judging, Inline(judging))
        (out / "summary.txt").write_text("1 article, 12 claims\n")
        assert (len(rows(out, "articles")), rows(out, "skipped")) == (1, [])


def test_another_pack_judges_everything_anew(write_corpus, judging, tmp_path):
    path = write_corpus(*map(story, range(5)))
    run([path], tmp_path / "out", judging, Inline(judging))
    other = setup((ROOT / "tests" / "packs" / "crops",))
    engine = Inline(other)
    run([path], tmp_path / "out", other, engine)
    assert engine.judged == 5
    assert {f["status"] for f in rows(tmp_path / "out", "findings")} == {"unverifiable"}


def test_equal_articles_are_judged_once(write_corpus, inline, judging, tmp_path):
    run([write_corpus(*[story(1)] * 11)], tmp_path / "out", judging, inline)
    assert inline.judged == 1
    articles = rows(tmp_path / "out", "articles")
    assert len({article["id"] for article in articles}) == 11
    assert [article["copies"] for article in articles] == [10] + [0] * 10


class Cut(Inline):
    """Is cut off after some records."""

    def submit(self, records):
        if self.judged >= 12:
            raise KeyboardInterrupt
        return super().submit(records)


def test_a_run_that_was_cut_off_goes_on(write_corpus, judging, tmp_path):
    path = write_corpus(*map(story, range(30)))
    run([path], tmp_path / "whole", judging, Inline(judging))
    with pytest.raises(KeyboardInterrupt):
        run([path], tmp_path / "out", judging, Cut(judging))
    assert not (tmp_path / "out" / "manifest.json").exists()
    engine = Inline(judging)
    run([path], tmp_path / "out", judging, engine)
    assert 12 <= engine.judged < 30
    assert outputs(tmp_path / "out") == outputs(tmp_path / "whole")


def test_a_part_without_its_index_is_done_again(write_corpus, judging, tmp_path, monkeypatch):
    """As after a kill between the two writes."""
    path = write_corpus(*map(story, range(8)))
    with Store(tmp_path / "out" / "results") as store:
        for records, _ in batches(read_records([path]), judging.key):
            results = audit(records, judging)
            monkeypatch.setattr(store, "_index", None)
            if records.num_rows:
                with pytest.raises(TypeError):
                    store.put(results)
            monkeypatch.undo()
    assert len(list((tmp_path / "out" / "results").glob("*.parquet"))) > 0
    engine = Inline(judging)
    run([path], tmp_path / "out", judging, engine)
    assert engine.judged == 8


def test_two_audits_of_one_folder(tmp_path):
    with Store(tmp_path / "out" / "results") as store:
        store.known(["a"])
        with pytest.raises(Busy) as error:
            Store(tmp_path / "out" / "results")
    assert str(error.value) == (
        f"{tmp_path / 'out'}: another audit is writing there; wait for it or choose another --out."
        " [busy]"
    )


def test_an_error_of_ours_is_listed_and_tried_again(write_corpus, judging, tmp_path, monkeypatch):
    path = write_corpus(*map(story, range(5)))
    from factcheck.checker import Checker

    real = Checker.article

    def broken(self, document):
        if "part c" in document.text:
            raise ZeroDivisionError("by zero")
        return real(self, document)

    monkeypatch.setattr(Checker, "article", broken)
    run([path], tmp_path / "out", judging, Inline(judging))
    (one,) = rows(tmp_path / "out", "skipped")
    assert (one["ordinal"], one["code"]) == (2, "internal-error")
    assert one["message"] == (
        f"{path}:3: internal error: ZeroDivisionError: by zero. Please report it. [internal-error]"
    )
    monkeypatch.undo()
    engine = Inline(judging)
    run([path], tmp_path / "out", judging, engine)
    assert engine.judged == 1
    assert rows(tmp_path / "out", "skipped") == []


def test_the_contract(write_corpus, judging):
    path = write_corpus(*map(story, range(3)), "no json")
    ((records, skipped), *_) = batches(read_records([path]), judging.key)
    results = audit(records, judging)
    assert results.schema.equals(RESULTS)
    assert results["key"].to_pylist() == records["key"].to_pylist()
    assert len(skipped) == 1
    halves = [audit(records.slice(at, 1), judging) for at in range(3)]
    assert pa.concat_tables(halves).equals(results)


def test_every_column_is_described():
    for name, schema in TABLES.items():
        for field in schema:
            assert field.metadata[b"description"], (name, field.name)


def test_the_manifest_names_packs_and_settings(write_corpus, inline, judging, tmp_path):
    run([write_corpus(story(1))], tmp_path / "out", judging, inline)
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    assert [pack["name"] for pack in manifest["reference"]] == ["ai-index", "economy"]
    assert manifest["settings"] == {"semantic": "never"}
    assert manifest["input"]["records"] == 1
