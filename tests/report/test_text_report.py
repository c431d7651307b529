"""The report at a terminal, asserted whole."""

from dataclasses import replace

import pytest
from samples import (
    ARTICLE,
    CONTRADICTED,
    CROPS,
    EMPTY,
    FORECAST,
    ONE,
    REPORT,
    SUPPORTED,
    conflict,
    document,
    finding,
)

from factcheck.model import ArticleReport, Attribution, Cause, Relation, Report, Status
from factcheck.report import Options, render

FINDING = """\
FC212 wrong_entity: 9.1% is Peru's share, not Chile's
 --> crops.txt:3:48
  |
3 | Peru grew 9.1% of the crop in 2024. Chile grew 9.1% too, and Bolivia about 3%.
  |                                                ^^^^
  = reference: Share of the maize harvest, Chile, 2024: 3.4% (Andean Crop Survey 2025, published \
13 April 2025)
  = Peru: 9.1% in 2024
  = https://example.org/crops
  help: factcheck explain FC212
"""

COVERAGE = (
    "Checked 2 of 4 numbers in 1 article: 1 supported, 1 contradicted. "
    "Not checked: 1 forecast, 1 no reference.\n"
)

DIFFERING = """\
FC301 inconsistency: 9.1% twice is more than half
 --> crops.txt:3:11: 9.1%
   | Peru grew 9.1% of the crop in 2024. Chile grew 9.1% too, and Bolivia about 3%.
 --> crops.txt:3:48: 9.1%
   | Peru grew 9.1% of the crop in 2024. Chile grew 9.1% too, and Bolivia about 3%.
 help: factcheck explain FC301

FC402 different_period: these differ: 9.1% is for 2024, 8.4% for 2023
 --> crops.txt:3:11: 9.1%
   | Peru grew 9.1% of the crop in 2024. Chile grew 9.1% too, and Bolivia about 3%.
 --> other.txt:1:19: 8.4%
   | In 2023 Peru grew 8.4% of it.
 help: factcheck explain FC402
"""


def test_what_needs_an_editor_and_the_coverage():
    assert render(ONE) == f"{FINDING}\n{COVERAGE}"


def test_what_differs_comes_after_the_findings():
    assert render(REPORT) == (
        f"{FINDING}\n{DIFFERING}\n"
        "Checked 3 of 5 numbers in 2 articles: 2 supported, 1 contradicted. "
        "Not checked: 1 forecast, 1 no reference.\n"
    )


def test_nothing_to_say():
    assert render(EMPTY) == "Checked 0 of 0 numbers in 0 articles.\n"


def test_quiet_prints_the_coverage_only():
    assert render(REPORT, options=Options(verbosity=-1)).startswith("Checked 3 of 5 numbers")


def test_verbose_prints_every_finding():
    told = render(ONE, options=Options(verbosity=1))
    codes = [line.split()[0] for line in told.splitlines() if line.startswith("FC")]
    assert codes == ["FC000", "FC212", "FC110", "FC121"]
    assert FINDING in told


@pytest.mark.parametrize(
    ("status", "cause", "is_shown"),
    [
        (Status.SUPPORTED, None, False),
        (Status.SUPPORTED, Cause.ROUNDING, False),
        (Status.UNVERIFIABLE, Cause.NO_REFERENCE, False),
        (Status.NOT_CHECKABLE, Cause.OPINION, False),
        (Status.SUPPORTED, Cause.SUPERSEDED, True),
        (Status.SUPPORTED, Cause.CONFLICTING_REFERENCE, True),
        (Status.AMBIGUOUS, Cause.SEVERAL_CANDIDATES, True),
        (Status.CONTRADICTED, Cause.ARITHMETIC, True),
    ],
)
def test_which_findings_are_shown(status, cause, is_shown):
    one = ArticleReport(document(), (finding(CROPS, "3%", status, cause, "A message"),))
    assert ("A message" in render(Report((one,), ()))) is is_shown


def test_words_of_a_speaker_are_said_to_be_so():
    quoted = replace(
        CONTRADICTED, claim=replace(CONTRADICTED.claim, attribution=Attribution.QUOTED)
    )
    told = render(Report((replace(ARTICLE, findings=(quoted,), inconsistencies=()),), ()))
    assert "  = inside quotation marks: the speaker's figure, not the writer's\n" in told


def test_colours_only_add_to_the_words():
    painted = render(REPORT, options=Options(color=True))
    assert painted.startswith("\033[1;31mFC212 wrong_entity\033[0m: 9.1% is Peru's")
    for grave in ("1;31", "1;33", "1;36"):
        assert f"\033[{grave}m" in painted
        painted = painted.replace(f"\033[{grave}m", "")
    assert painted.replace("\033[0m", "") == render(REPORT)


def test_an_unusual_encoding_is_said():
    one = replace(ARTICLE, document=document(encoding="cp1252"), findings=(), inconsistencies=())
    assert render(Report((one,), ())).startswith("note: crops.txt was read as cp1252\n")


def test_concise():
    assert render(REPORT, "concise") == (
        "crops.txt:3:48: FC212 9.1% is Peru's share, not Chile's\n"
        "crops.txt:3:11: FC301 9.1% twice is more than half\n"
        "crops.txt:3:11 and other.txt:1:19: FC402 these differ: 9.1% is for 2024, 8.4% for 2023\n"
        "Checked 3 of 5 numbers in 2 articles: 2 supported, 1 contradicted. "
        "Not checked: 1 forecast, 1 no reference.\n"
    )


def test_a_conflict_is_named_as_one():
    report = replace(REPORT, conflicts=(conflict(Relation.CONFLICT),))
    assert "FC401 conflict: these differ: 9.1% is for 2024" in render(report)


def test_github_annotations():
    told = render(
        Report((ArticleReport(document(path="a,b.txt"), (SUPPORTED, CONTRADICTED, FORECAST)),), ()),
        "github",
    )
    assert told == (
        "::error title=factcheck (FC212),file=a%2Cb.txt,line=3,col=48,endLine=3,endColumn=52::"
        "a,b.txt:3:48: FC212 9.1%25 is Peru's share, not Chile's\n"
    )


def within(relation):
    sides = conflict().claims
    return replace(conflict(relation), claims=(sides[0], replace(sides[0], finding=SUPPORTED.id)))


@pytest.mark.parametrize("name", ["text", "concise"])
@pytest.mark.parametrize("relation", Relation)
def test_which_pairs_within_one_article_are_shown(relation, name):
    report = replace(REPORT, conflicts=(within(relation),))
    is_shown = relation in {Relation.CONFLICT, Relation.RESTATED}
    assert ("these differ" in render(report, name)) is is_shown
    assert "these differ" in render(report, name, Options(verbosity=1))


def test_pairs_about_different_entities_are_shown_on_demand():
    report = replace(REPORT, conflicts=(conflict(Relation.DIFFERENT_ENTITY),))
    assert "these differ" not in render(report)
    assert "these differ" in render(report, options=Options(verbosity=1))


def test_pairs_that_are_not_shown_are_counted_unless_they_stand_in_one_article():
    pairs = within(Relation.DIFFERENT_ENTITY), conflict(), conflict(Relation.DIFFERENT_ENTITY)
    counted = "Not shown: 1 pair of figures that differ for a plain reason; -v shows them.\n"
    assert "Not shown" not in render(replace(REPORT, conflicts=pairs[:2]))
    assert counted in render(replace(REPORT, conflicts=pairs))
    assert "Not shown" not in render(replace(REPORT, conflicts=pairs), options=Options(verbosity=1))
