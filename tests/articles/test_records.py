"""Files with many articles: each record comes with its place, a broken one stops nothing."""

import gzip
import io
import json
import os
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from fastwarc.warc import WarcRecord, WarcRecordType

from factcheck.articles.records import Record, host, read_record, read_records
from factcheck.model import Skipped

STORY = "It rained 12 mm in May, the office said."
PAGE = (
    "<html><head><title>Rain</title><meta name='date' content='2024-06-01'></head>"
    f"<body><article><h1>Rain</h1><p>{STORY} {STORY}</p></article></body></html>"
)


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def split(paths):
    found = list(read_records(paths))
    records = [one for one in found if isinstance(one, Record)]
    return records, [one.message for one in found if isinstance(one, Skipped)]


LINES = [
    json.dumps({"id": 7, "text": STORY, "outlet": "Post", "published": "2024-06-02T08:00:00Z"}),
    "{not json}",
    "",
    json.dumps(["a list"]),
    json.dumps({"id": 8, "text": " "}),
    json.dumps({"body": STORY, "date": "last week", "headline": "Rain of 12 mm", "source": "Sun"}),
    json.dumps({"text": f"Rain in May\n\n{STORY}", "title": "Rain in May"}),
]


def test_jsonl(here):
    (here / "news.jsonl").write_bytes("\n".join(LINES).encode() + b'\n{"text": "\xff"}\n')
    records, messages = split(["news.jsonl"])
    assert [record.place for record in records] == ["news.jsonl:1", "news.jsonl:6", "news.jsonl:7"]
    assert messages == [
        "news.jsonl:2: not JSON (no key in quotation marks at column 2);"
        " expected one JSON object a line. [unreadable-article]",
        "news.jsonl:4: JSON, but list; expected one JSON object a line. [unreadable-article]",
        "news.jsonl:5: a record without text; expected one in 'text' or 'body' or 'content'."
        " [unreadable-article]",
        "news.jsonl:6: published on 'last week'; expected a date such as 2026-04-14."
        " The article is checked without. [unreadable-date]",
        "news.jsonl:8: broken UTF-8 at byte 10; expected one JSON object a line."
        " [unreadable-article]",
    ]
    first, second, third = map(read_record, records)
    assert (first.text, first.outlet, first.published) == (STORY, "Post", date(2024, 6, 2))
    assert (second.text, second.outlet) == (f"# Rain of 12 mm\n\n{STORY}", "Sun")
    assert (third.text, third.title) == (f"Rain in May\n\n{STORY}", "Rain in May")
    assert [record.id for record in records] == ["7", None, None]


def test_an_error_in_json_is_told_once(here):
    (here / "news.jsonl").write_text('{"te\tt": 1}\n')
    assert split(["news.jsonl"])[1] == [
        "news.jsonl:1: not JSON (a control character in a string at column 5); expected one JSON"
        " object a line. [unreadable-article]"
    ]


def test_a_gzipped_jsonl_that_ends_early_gives_what_it_has(here):
    whole = gzip.compress("\n".join([LINES[0]] * 5000).encode())
    (here / "news.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    records, messages = split(["news.jsonl.gz"])
    assert len(records) > 1000
    assert messages == [
        f"news.jsonl.gz:{len(records) + 1}: compressed file ended before the end-of-stream marker"
        " was reached; expected one JSON object a line. [unreadable-article]"
    ]


def test_a_line_that_is_too_long_is_passed_over(here, monkeypatch):
    monkeypatch.setattr("factcheck.articles.jsonl.LONGEST", 200)
    long = json.dumps({"text": "x" * 999})
    (here / "news.jsonl").write_text(f"{LINES[0]}\n{long}\n{LINES[0]}\n")
    records, messages = split(["news.jsonl"])
    assert [record.place for record in records] == ["news.jsonl:1", "news.jsonl:3"]
    assert messages == [
        f"news.jsonl:2: a line of {len(long) + 1} bytes; expected at most 200. [unreadable-article]"
    ]


def test_parquet(here):
    rows = {"id": ["a", "b"], "text": [STORY, None], "published": [datetime(2024, 6, 1, 9)] * 2}
    pq.write_table(pa.table(rows | {"clicks": [1, 2]}), "news.parquet")
    records, messages = split(["news.parquet"])
    assert [(r.place, r.id, r.published) for r in records] == [
        ("news.parquet:1", "a", date(2024, 6, 1))
    ]
    assert messages == [
        "news.parquet:2: a record without text; expected one in 'text' or 'body' or 'content'."
        " [unreadable-article]"
    ]


def test_parquet_without_a_text_column_or_without_parquet(here):
    pq.write_table(pa.table({"id": ["a"], "words": [STORY]}), "other.parquet")
    (here / "false.parquet").write_text("PAR?")
    records, messages = split(["other.parquet", "false.parquet"])
    assert not records
    assert messages[0] == (
        "other.parquet: the columns id, words; expected one called 'text' or 'body' or 'content'."
        " [unreadable-article]"
    )
    assert messages[1].startswith("false.parquet:1: no Parquet that can be read (")


def answer(payload: bytes, url: str, kind="text/html; charset=utf-8", status="200 OK") -> bytes:
    record = WarcRecord()
    record.init_headers(record_type=WarcRecordType.response)
    record.headers["WARC-Target-URI"] = url
    record.headers["Content-Type"] = "application/http; msgtype=response"
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(payload)}\r\n\r\n"
    record.set_bytes_content(head.encode() + payload)
    out = io.BytesIO()
    record.write(out)
    return gzip.compress(out.getvalue())


def test_warc(here):
    members = [
        answer(PAGE.encode(), "https://www.post.example/rain"),
        answer(b"GIF8", "https://post.example/sun.gif", kind="image/gif"),
        answer(b"", "https://post.example/gone", status="404 Not Found"),
        answer(PAGE.replace("May", "März").encode("latin-1"), "https://zeitung.example/1",
               kind="text/html; charset=iso-8859-1"),
    ]  # fmt: skip
    (here / "crawl.warc.gz").write_bytes(b"".join(members))
    records, messages = split(["crawl.warc.gz"])
    starts = [sum(map(len, members[:number])) for number in range(4)]
    assert [record.place for record in records] == [f"crawl.warc.gz:@{starts[n]}" for n in (0, 3)]
    assert messages == [
        f"crawl.warc.gz:@{starts[1]}: content of type image/gif; expected a page (status 200,"
        " text/html). [unreadable-article]",
        f"crawl.warc.gz:@{starts[2]}: an answer with status 404; expected a page (status 200,"
        " text/html). [unreadable-article]",
    ]
    first, second = map(read_record, records)
    assert (first.outlet, first.published, first.title) == (
        "post.example", date(2024, 6, 1), "Rain",
    )  # fmt: skip
    assert "März" in second.text


def test_a_warc_that_breaks_gives_what_stands_before(here):
    whole = answer(PAGE.encode() * 30, "https://post.example/1")
    (here / "cut.warc.gz").write_bytes(whole + whole[:-40])
    (here / "head.warc.gz").write_bytes(whole + whole[: len(whole) // 2])
    (here / "other.warc.gz").write_bytes(whole + gzip.compress(b"something else"))
    (here / "false.warc").write_text("no archive at all")
    records, messages = split(["."])
    files = ("cut", "head", "other")
    assert [record.place for record in records] == [f"{name}.warc.gz:@0" for name in files]
    size = len(PAGE) * 30
    cut, false, head, other = messages
    assert cut.startswith(f"cut.warc.gz:@{len(whole)}: ")
    assert cut.endswith(f" of {size} bytes; expected a whole page. [unreadable-article]")
    assert head == (
        f"head.warc.gz:@{len(whole)}: a record without a whole answer; expected a page (status"
        " 200, text/html). [unreadable-article]"
    )
    broken = "a broken record (Invalid WARC header); expected WARC records. [unreadable-article]"
    assert (false, other) == (f"false.warc: {broken}", f"after other.warc.gz:@0: {broken}")


def test_a_folder_mixes_kinds(here):
    (here / "b.jsonl").write_text(LINES[0])
    (here / "a.txt").write_text(STORY)
    (here / "c.html").write_text(PAGE)
    (here / "notes.rst").write_text(STORY)
    records, messages = split(["."])
    assert ([record.place for record in records], messages) == (
        ["a.txt", "b.jsonl:1", "c.html"],
        [],
    )
    assert all("12 mm" in read_record(record).text for record in records)


def test_what_a_folder_cannot_give_is_listed(here, monkeypatch):
    (here / "a.txt").write_text(STORY)
    (here / "gone.txt").symlink_to("nowhere.txt")
    (here / "shut").mkdir()
    scandir = os.scandir

    def refused(path):
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    records, messages = split(["."])
    assert [record.place for record in records] == ["a.txt"]
    assert messages == [
        "gone.txt: no such file or directory; expected a file that can be read."
        " [unreadable-article]",
        "shut: permission denied; expected a folder that can be read. [unreadable-article]",
    ]


def test_a_folder_that_is_left_out(here):
    (here / "out").mkdir()
    (here / "a.txt").write_text(STORY)
    (here / "out" / "b.txt").write_text(STORY)
    for paths in (["."], ["**/*.txt"], ["a.txt", "out/b.txt"]):
        found = read_records(paths, without=here / "out")
        assert [record.place for record in found] == ["a.txt"], paths


@pytest.mark.parametrize(
    ("url", "name"),
    [
        (None, None),
        ("no address", None),
        ("http://[", None),
        ("https://www.a.example/b", "a.example"),
    ],
)
def test_host(url, name):
    assert host(url) == name
