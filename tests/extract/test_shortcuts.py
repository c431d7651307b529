"""What lets a search be left out may not hide what the search would have found."""

import pytest

from factcheck.extract import names
from factcheck.extract.hedges import hedge_at
from factcheck.extract.notclaims import _IN_AGES, _PLAIN_WORDS, _named_by

HEDGES = """
a maximum of
a minimum of
north of
in excess of
upward of
upwards of
just shy of
just short of
in the region of
on the order of
in the range of
in the neighbourhood of
in the neighborhood of
up to
close to
not far from
at least another
nearly an additional
more than the
almost only
""".strip().splitlines()


@pytest.mark.parametrize("before", ["a share of", "the", "from", "went to", "only", "out of the"])
def test_common_words_are_no_hedge(before: str) -> None:
    text = f"{before} 40 homes"
    assert hedge_at(text, text.index("40"), text.index("40") + 2) is None


@pytest.mark.parametrize("before", HEDGES)
def test_hedges_behind_common_last_words_are_found(before: str) -> None:
    text = f"They built {before} 40 homes"
    assert hedge_at(text, text.index("40"), text.index("40") + 2) is not None


def test_plain_words_are_no_labels() -> None:
    words = [f"{word} " for word in sorted(_PLAIN_WORDS)] + list(_IN_AGES)
    assert [word for word in words if names.labels(f"reply {word}")] == []


@pytest.mark.parametrize("line", ["Aged between 18 and ", "ages from ", "reply with ", "Section "])
def test_lines_that_may_name_a_figure_stay_whole(line: str) -> None:
    assert _named_by(line) == line
