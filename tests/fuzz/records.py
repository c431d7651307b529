"""Fuzz targets of the files with many articles: JSON Lines, Parquet and WARC, plain and gzipped."""

from __future__ import annotations

import gzip
import io
import json
import tempfile
from functools import partial
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from fastwarc.warc import WarcRecord, WarcRecordType

from factcheck.articles.records import Record, read_record, read_records
from factcheck.model import Skipped
from tests.fuzz.articles import check_document
from tests.fuzz.target import Target, check_message

STORY = "It rained 12 mm in May, the office said."
ROW = {"id": 7, "text": STORY, "outlet": "Post", "published": "2024-06-02", "url": "http://a.b/c"}
PAGE = f"<html><head><title>Rain</title></head><body><article><p>{STORY}</p></article></body>"


def read(suffix: str, data: bytes) -> None:
    """Read every record of a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"a{suffix}")
        path.write_bytes(data)
        for record in read_records([path]):
            _read_one(record)


def read_either(suffix: str, data: bytes) -> None:
    """The first byte says whether the rest is gzipped."""
    if data[:1] == b"z":
        read(f"{suffix}.gz", data[1:])
    else:
        read(suffix, data[1:])


def _read_one(record: Record | Skipped) -> None:
    if isinstance(record, Skipped):
        check_message(record.message)
    else:
        check_document(read_record(record))


def _either(plain: bytes) -> list[bytes]:
    return [b"p" + plain, b"z" + gzip.compress(plain, mtime=0)]


def _lines() -> bytes:
    rows = [ROW, {"body": STORY, "date": "last week", "headline": "Rain of 12 mm"}]
    return b"\n".join(json.dumps(row).encode() for row in rows) + b"\n"


def _parquet() -> bytes:
    file = io.BytesIO()
    pq.write_table(pa.table({name: [value] for name, value in ROW.items()}), file)
    return file.getvalue()


def _warc() -> bytes:
    file = io.BytesIO()
    for kind in ("text/html", "text/html; charset=latin-1", "image/png"):
        record = WarcRecord()
        record.init_headers(record_type=WarcRecordType.response)
        record.headers["WARC-Target-URI"] = "https://example.org/rain"
        record.headers["Content-Type"] = "application/http; msgtype=response"
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n"
        record.set_bytes_content(head.encode() + PAGE.encode())
        record.write(file)
    return file.getvalue()


TARGETS = [
    Target("jsonl", partial(read_either, ".jsonl"), _either(_lines())),
    Target("parquet", partial(read, ".parquet"), [_parquet()]),
    Target("warc", partial(read_either, ".warc"), _either(_warc())),
]
