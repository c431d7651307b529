"""Adopting the check on old copy: ignore files, changed lines, and what is stale."""

import subprocess
import tomllib

import docx
import pytest

pytestmark = pytest.mark.usefixtures("seen", "desk")

ENTRY = '[[ignore]]\nfinding = "wrong-id"\ncode = "FC201"\nreason = "as the office says"\n'


def ignored(run, *args):
    result = run("check", *args)
    return result.exit_code, result.stdout.splitlines()[-1].partition(" Ignored: ")[2]


def test_an_ignore_file_lets_its_findings_pass_with_their_reason(run, desk):
    (desk / "i.toml").write_text(ENTRY)
    assert ignored(run, "wrong.txt", "--ignore-file", "i.toml") == (0, "1 by the ignore file.")
    told = run("check", "wrong.txt", "--ignore-file", "i.toml", "-v").stdout
    assert "  = ignored by the ignore file: as the office says\n" in told


@pytest.mark.parametrize(
    "entry",
    [
        ENTRY.replace("wrong-id", "other-id"),
        ENTRY.replace("FC201", "FC203"),
        "",
    ],
    ids=["another finding", "another code", "empty"],
)
def test_must_fail_all_the_same(run, desk, entry):
    (desk / "i.toml").write_text(entry)
    assert ignored(run, "wrong.txt", "--ignore-file", "i.toml") == (1, "")


def test_what_fails_can_be_added(run, desk):
    (desk / "i.toml").write_text("# ours\n" + ENTRY.replace("wrong-id", "old-id"))
    args = ("wrong.txt", "unclear.txt", "--fail-on", "review", "--ignore-file", "i.toml")
    assert run("check", *args, "--add-ignore", 'said "no"\n\x7f').exit_code == 0
    written = (desk / "i.toml").read_text()
    assert written.startswith("# ours\n" + ENTRY.replace("wrong-id", "old-id"))
    assert tomllib.loads(written)["ignore"][1:] == [
        {
            "finding": f"{word}-id",
            "code": code,
            "reason": 'said "no"\n\x7f',
            "path": f"{word}.txt",
            "quote": word,
        }
        for word, code in (("wrong", "FC201"), ("unclear", "FC101"))
    ]
    assert ignored(run, *args) == (0, "2 by the ignore file.")


def test_the_first_addition_makes_the_file(run, desk):
    run("check", "wrong.txt", "--ignore-file", "i.toml", "--add-ignore", "checked")
    assert (desk / "i.toml").read_text().startswith('[[ignore]]\nfinding = "wrong-id"\n')


def test_a_stale_entry_is_told_where_its_article_is_checked(run, desk):
    (desk / "i.toml").write_text(f'# x\n\n{ENTRY}path = "right.txt"\n')
    args = ("check", "--ignore-file", "i.toml", "--output-format", "concise")
    assert "FC501" not in run(*args, "wrong.txt").stdout
    stale = run(*args, "right.txt")
    assert stale.stdout.splitlines()[0] == (
        "i.toml:3:1: FC501 the entry for wrong-id meets nothing in right.txt; take it out"
    )
    assert stale.exit_code == 0
    assert run(*args, "right.txt", "--fail-on", "review").exit_code == 1


WANTED = "expected strings named finding, code, reason, path, quote, of them finding at least"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\n[[ignore]]\ncode = 'FC2'\n", f"i.toml:2: an entry without finding; {WANTED}"),
        (ENTRY + "[[ignore]]\nfinding = 'a'\nx = 1\n", f"i.toml:5: 'x' is 1; {WANTED}"),
        ("ignore = 3\n", "i.toml: expected only [[ignore]] entries"),
        ("a = \n", "i.toml: Invalid value (at line 1, column 5); expected an ignore file"),
    ],
)
def test_a_mistake_in_an_ignore_file_stops_the_run(run, desk, text, message):
    (desk / "i.toml").write_text(text)
    result = run("check", "wrong.txt", "--ignore-file", "i.toml")
    assert (result.exit_code, result.stderr) == (2, f"error: {message}. [bad-setting]\n")


def test_adding_needs_a_file(run):
    result = run("check", "wrong.txt", "--add-ignore", "x")
    assert (result.exit_code, result.stderr) == (
        2,
        "error: --add-ignore needs an --ignore-file to add to.\n",
    )


@pytest.fixture
def repository(desk):
    def git(*command):
        who = ("-c", "user.name=T", "-c", "user.email=t@example.org")
        subprocess.run(["git", *who, *command], cwd=desk, check=True, capture_output=True)

    page = "".join(
        f"<p>Line {n} of a page that has enough words to be an article.</p>\n" for n in range(6)
    )
    (desk / "page.html").write_text(f"<html><body>\n{page}<p>This one is wrong.</p></body></html>")
    (desk / "old.txt").write_text("Title\n\nThis one is wrong.\n\nThe end.\n")
    (desk / ".gitignore").write_text("hidden.txt\n")
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "all")
    return desk


def changed(run, *args):
    return ignored(run, *args, "--diff-base", "HEAD")


def test_what_stands_on_unchanged_lines_does_not_fail(run, repository):
    assert changed(run, "old.txt", "page.html") == (0, "2 on unchanged lines.")


def test_a_line_changed_elsewhere_changes_nothing(run, repository):
    (repository / "old.txt").write_text("New title\n\nThis one is wrong.\n\nIt ends.\n")
    assert changed(run, "old.txt") == (0, "1 on unchanged lines.")


def test_a_line_taken_out_above_changes_nothing(run, repository):
    (repository / "old.txt").write_text("Title\nThis one is wrong.\n\nThe end.\n")
    assert changed(run, "old.txt") == (0, "1 on unchanged lines.")


def test_what_stands_on_a_changed_line_fails(run, repository):
    (repository / "old.txt").write_text("Title\n\nThis one is so wrong.\n\nThe end.\n")
    assert changed(run, "old.txt") == (1, "")


def test_lines_of_a_page_are_those_of_its_source(run, repository):
    page = (repository / "page.html").read_text()
    (repository / "page.html").write_text(page.replace("Line 2", "Row 2"))
    assert changed(run, "page.html") == (0, "1 on unchanged lines.")
    (repository / "page.html").write_text(page.replace("is wrong", "is so wrong"))
    assert changed(run, "page.html") == (1, "")


@pytest.mark.parametrize("name", ["new.txt", "hidden.txt", "émigré “a”.txt"])
def test_a_file_that_git_does_not_know_is_all_new(run, repository, name):
    (repository / name).write_text("This one is wrong.\n")
    assert changed(run, name) == (1, "")


def test_standard_input_is_all_new(run, repository):
    result = run("check", "-", "--diff-base", "HEAD", input="This is wrong.\n")
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("revision", "said"),
    [("nowhere", "bad revision 'nowhere'")],
)
def test_a_revision_that_is_none(run, repository, revision, said):
    result = run("check", "old.txt", "--diff-base", revision)
    assert (result.exit_code, result.stderr) == (2, f"error: --diff-base: git says: {said}.\n")


def test_outside_a_repository(run, desk):
    result = run("check", "wrong.txt", "--diff-base", "HEAD")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: --diff-base: git says: not a git repository")


def test_of_a_file_without_lines_everything_changes_at_once(run, desk, repository):
    def save(words):
        document = docx.Document()
        document.add_paragraph("This one is wrong.")
        document.add_paragraph(words)
        document.save(desk / "story.docx")

    save("The end.")
    for command in (
        ["add", "."],
        ["-c", "user.name=T", "-c", "user.email=t@x", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *command], cwd=desk, check=True, capture_output=True)
    assert changed(run, "story.docx") == (0, "1 on unchanged lines.")
    save("It ends.")
    assert changed(run, "story.docx") == (1, "")
