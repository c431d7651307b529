"""Files, folders, patterns and standard input; a bad one never silences its neighbours."""

import io
from datetime import date
from pathlib import Path

import pytest

from factcheck.articles import read_articles

STORY = "Rain in May\n\nIt rained 12 mm in May, the office said.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b.txt", "a.md", "sub/c.htm", "notes.rst", ".git/x.txt"):
        page = f"<html><body><article><p>{STORY * 4}</p></article></body></html>"
        (tmp_path / name).write_text(page if name.endswith("htm") else STORY, "utf-8")
    return tmp_path


def read(*paths, **options):
    documents, skipped = read_articles(paths, **options)
    return [Path(d.path).as_posix() for d in documents], [one.message for one in skipped]


def test_a_folder_is_read_in_order_without_hidden_and_unknown_files(folder):
    assert read(".") == (["a.md", "b.txt", "sub/c.htm"], [])


def test_a_named_file_may_have_any_suffix(folder):
    assert read("notes.rst") == (["notes.rst"], [])


def test_a_pattern(folder):
    assert read("*.t?t", "**/*.htm") == (["b.txt", "sub/c.htm"], [])


def test_a_file_named_twice_is_read_once(folder):
    assert read("b.txt", "./b.txt", ".") == (["b.txt", "a.md", "sub/c.htm"], [])


def test_each_bad_input_is_told_and_the_others_are_read(folder):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "scan.txt").write_bytes(b"%PDF-1.4")
    (folder / "bare").mkdir()
    (folder / "shell.html").write_text("<html><body><nav>Home</nav></body></html>")
    found, skipped = read(
        "empty.txt", "gone.txt", "scan.txt", "bare", "x*.txt", "shell.html", "b.txt"
    )
    assert found == ["b.txt"]
    wanted = (
        "expected plain text, Markdown, HTML, PDF, DOCX, RTF, EPUB or an e-mail."
        " [unreadable-article]"
    )
    assert skipped == [
        f"empty.txt: an empty file; {wanted}",
        "gone.txt: no such file or folder; expected an article. [unreadable-article]",
        f"scan.txt: a damaged PDF file; {wanted}",
        "bare: a folder without articles; expected files ending in one of"
        " .txt .md .markdown .html .htm .pdf .docx .rtf .epub .eml. [unreadable-article]",
        "x*.txt: no file fits this pattern; expected at least one article. [unreadable-article]",
        f"shell.html: a page without article text; {wanted}",
    ]


def test_standard_input():
    documents, _ = read_articles(["-"], stdin=io.BytesIO(STORY.encode()))
    assert (documents[0].path, documents[0].text, documents[0].title) == ("-", STORY, "Rain in May")


def test_standard_input_is_read_as_its_name_says():
    raw = io.BytesIO(f"---\ntitle: T\n---\n{STORY}".encode())
    documents, _ = read_articles(["-"], stdin=raw, stdin_filename="desk/t.md")
    assert (documents[0].path, documents[0].title) == ("desk/t.md", "T")


def test_what_the_user_says_beats_the_file(folder):
    (folder / "b.txt").write_text(f"{STORY}Published 2024-05-31\n")
    documents, _ = read_articles(["b.txt"])
    assert (documents[0].published, documents[0].outlet) == (date(2024, 5, 31), None)
    documents, _ = read_articles(["b.txt"], published=date(2025, 1, 2), outlet="The Desk")
    assert (documents[0].published, documents[0].outlet) == (date(2025, 1, 2), "The Desk")


def test_text_is_the_file_unchanged(folder):
    (folder / "b.txt").write_bytes(b"\xef\xbb\xbfOne\r\n\r\ntwo 2%\r\n")
    document = read_articles(["b.txt"])[0][0]
    assert (document.text, document.plain) == ("One\r\n\r\ntwo 2%\r\n", True)


def test_ids_depend_on_path_and_content_only(folder):
    first, second = (read_articles(["a.md", "b.txt"])[0] for _ in range(2))
    assert [d.id for d in first] == [d.id for d in second]
    assert first[0].id != first[1].id
    assert first[0].sha256 == first[1].sha256


def test_a_file_of_records_is_many_articles(folder):
    lines = ['{"text": "It rained 12 mm."}', '{"text": "It rained 12 mm."}', "{}", "no"]
    (folder / "many.jsonl").write_text("\n".join(lines))
    documents, skipped = read_articles(["many.jsonl"], outlet="The Desk")
    assert [(one.path, one.outlet) for one in documents] == [
        ("many.jsonl:1", "The Desk"),
        ("many.jsonl:2", "The Desk"),
    ]
    assert documents[0].id != documents[1].id
    assert [one.path for one in skipped] == ["many.jsonl:3", "many.jsonl:4"]


def test_records_are_not_looked_for_in_a_folder(folder):
    (folder / "many.jsonl").write_text('{"text": "It rained 12 mm."}')
    assert "many.jsonl" not in read(".")[0]
