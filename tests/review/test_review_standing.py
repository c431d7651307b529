"""What a log amounts to: who decided last, who agrees, what is signed off."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.review.agreement import agreement, kappa
from factcheck.review.decisions import Entry
from factcheck.review.people import Person
from factcheck.review.queue import Query, row, select
from factcheck.review.standing import Standing, Standings

ROLES = {"R": "reviewer", "S": "second", "L": "lead"}
VERDICTS = {
    "+": ("accept", "supported", None),
    "-": ("override", "contradicted", "wrong_period"),
    "/": ("override", "contradicted", "wrong_unit"),
    "?": ("unsure", None, None),
    ".": ("skip", None, None),
}


def entries(words):
    """ "R+ S- z1": who and what, one after another; z takes back the entry of that number."""
    found = []
    for seq, word in enumerate(words.split(), 1):
        if word[0] == "z":
            found.append(Entry("X", "reviewer", "undo", "a", "f", seq=seq, undoes=int(word[1:])))
            continue
        action, status, cause = VERDICTS[word[1]]
        found.append(
            Entry(word[0], ROLES[word[0]], action, "a", "f", status=status, cause=cause, seq=seq)
        )
    return found


def standing(words) -> Standing:
    standings = Standings()
    standings.fold(entries(words))
    return standings.of(("a", "f"))


@pytest.mark.parametrize(
    ("words", "alone", "two"),
    [
        ("", None, None),
        ("R.", None, None),
        ("R?", None, None),
        ("R+", "supported", None),
        ("S+", None, None),
        ("R+ S+", "supported", "supported"),
        ("R+ S-", "supported", None),
        ("R- S/", "contradicted", None),
        ("R? S?", None, None),
        ("R+ S+ R-", "contradicted", None),
        ("R+ S- L-", "contradicted", "contradicted"),
        ("L+", "supported", "supported"),
        ("R+ L?", None, None),
        ("R+ S- L- z3", "supported", None),
        ("R+ z1", None, None),
        ("R+ R. ", "supported", None),
        ("R- R+ z2", "contradicted", None),
    ],
)
def test_signed_off(words, alone, two):
    found = standing(words)
    for readers, expected in ((False, alone), (True, two)):
        entry = found.signed_off(readers)
        assert (entry.status if entry else None) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [("R+ S+", False), ("R+", False), ("R+ S-", True), ("R- S/", True), ("R+ S?", True),
     ("R+ S- L+", False), ("R+ S- R-", False)],
)  # fmt: skip
def test_disagree(words, expected):
    assert standing(words).disagree() is expected


def test_undo_takes_back_the_newest_that_stands():
    standings = Standings()
    log = entries("R+ R- z2 z1")
    standings.fold(log[:2])
    here = {("a", "f")}
    assert standings.last_of("R", {("b", "f")}) is None
    assert standings.last_of("R", here).seq == 2
    standings.fold(log[:3])
    assert standings.last_of("R", here).seq == 1
    standings.fold(log)
    assert standings.last_of("R", here) is None


def test_kappa_of_the_textbook():
    """Cohen 1960 as commonly worked: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no give 0.4."""
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(pairs) == pytest.approx(0.4)


@pytest.mark.parametrize("pairs", [[], [("a", "a")] * 3])
def test_kappa_that_is_not_defined(pairs):
    assert kappa(pairs) is None


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=30))
def test_kappa_as_scikit_learn_has_it(pairs):
    from sklearn.metrics import cohen_kappa_score

    ours = kappa(pairs)
    if ours is not None:
        first, second = zip(*pairs, strict=True)
        assert ours == pytest.approx(cohen_kappa_score(first, second))


def test_agreement_counts_what_both_have_read():
    standings = Standings()
    log = entries("R+ S+ R- S/ R+")
    keys = ["one", "one", "two", "two", "three"]
    from dataclasses import replace

    standings.fold([replace(e, finding=key) for e, key in zip(log, keys, strict=True)])
    told = agreement(standings)
    assert (told.both, told.agree) == (2, 1)


def rows(desk, decided=None, role="reviewer", stale=""):
    decided = decided or {}
    who = Person("X", role)
    return [
        row(item, decided.get(item.id, Standing()), who, lambda *_: stale) for item in desk.items
    ]


def test_the_queue_begins_with_what_needs_a_person(desk):
    ranks = [one.item.rank for one in select(rows(desk), Query(view="all")).rows]
    assert ranks == sorted(ranks)
    assert {one.item.rank for one in select(rows(desk), Query()).rows} == {0, 2}


def test_filters_narrow_and_count(desk):
    everything = select(rows(desk), Query(view="all"))
    assert everything.facets["outlet"]["Plain Talk"] == 2
    narrowed = select(rows(desk), Query(view="all", outlet="Plain Talk"))
    assert {one.item.article.outlet for one in narrowed.rows} == {"Plain Talk"}
    assert narrowed.views["all"] == 2
    assert narrowed.facets["outlet"] == everything.facets["outlet"]
    assert set(narrowed.facets["status"]) == {"supported", "not_checkable"}


@pytest.mark.parametrize(("text", "n"), [("FARMERS say", 1), ("plain talk", 2), ("zebra", 0)])
def test_search(desk, text, n):
    assert len(select(rows(desk), Query(view="all", text=text)).rows) == n


def test_what_is_decided_leaves_the_queue_and_what_is_skipped_comes_last(desk):
    first, second = desk.items[:2]
    decided = {first.id: standing("R+"), second.id: standing("R.")}
    decided[second.id].entries[0] = Entry("X", "reviewer", "skip", "a", "f", seq=1)
    queue = select(rows(desk, decided), Query())
    assert first.id not in [one.item.id for one in queue.rows]
    assert queue.rows[-1].item.id == second.id


def test_what_is_stale_is_to_do_again(desk):
    item = desk.items[0]
    queue = select(rows(desk, {item.id: standing("R+")}, stale="changed"), Query(view="stale"))
    assert [one.item.id for one in queue.rows] == [item.id]


@pytest.mark.parametrize(
    ("role", "words", "seen"),
    [("second", "R+", None), ("reviewer", "S-", None), ("second", "R+ S-", "contradicted"),
     ("lead", "R+", "supported"), ("lead", "R?", None)],
)  # fmt: skip
def test_readers_are_blind(desk, role, words, seen):
    item = desk.items[0]
    one = row(item, standing(words), Person("X", role), lambda *_: "")
    assert (one.mine.status if one.mine else None) == seen
    assert not one.disputed


def test_the_address_of_a_query_leads_back_to_it():
    query = Query(view="all", cause="wrong_unit", text="a b&c")
    assert query.address == "?view=all&cause=wrong_unit&text=a+b%26c"
    assert Query().address == ""
