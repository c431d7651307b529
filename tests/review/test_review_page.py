"""The page without a browser: who is let in, what is refused, what is told."""
# ruff: noqa: E501

import json
import re

import pytest
from starlette.testclient import TestClient

from factcheck.checker import Checker
from factcheck.cli.desk import Rejudge
from factcheck.review import article, pages
from factcheck.review.app import create_app
from factcheck.review.decisions import Entry
from factcheck.review.export import signed_off
from factcheck.review.guard import TRIES, Tries
from factcheck.review.people import add_person, remove_person
from factcheck.review.site import Settings, Site
from factcheck.review.stale import Staleness

HERE = "http://127.0.0.1"


@pytest.fixture
def site(desk, log):
    return Site(desk, log, Settings("start-token", "Ed"))


@pytest.fixture
def client(site):
    return TestClient(create_app(site), base_url=HERE, follow_redirects=False)


@pytest.fixture
def inside(client):
    client.get("/signin?token=start-token")
    return client


def csrf(client):
    return re.search(r'name="csrf" value="([^"]+)"', client.get("/").text).group(1)


def test_a_full_disk_is_told_and_decided_on_once_there_is_room(inside, find, log):
    (most,) = log.query("PRAGMA max_page_count")[0]
    log.query("PRAGMA max_page_count = 1")
    note = "x" * 60_000
    before = log.entries()
    answer = decide(inside, find("5.81"), note=note)
    assert answer.status_code == 507
    assert (
        "Not recorded: no space left on the disk of log.sqlite. Make room and decide again; what"
        " was recorded before is kept. [machine]"
    ) in answer.text
    log.query(f"PRAGMA max_page_count = {most}")
    assert log.entries() == before
    assert decide(inside, find("5.81"), note=note).status_code == 303
    assert len(log.entries()) == len(before) + 1


def decide(client, item, **fields):
    fields = {"csrf": csrf(client), "action": "accept", "known": "0"} | fields
    return client.post(f"/finding/{item.id}/decide", data=fields)


@pytest.mark.parametrize(
    "path", ["/", "/log", "/progress", "/conflicts", "/finding/x", "/export/csv"]
)
def test_nothing_is_shown_without_signing_in(client, path):
    answer = client.get(path)
    assert (answer.status_code, answer.headers["location"]) == (303, "/signin")


@pytest.mark.parametrize("token", ["", "wrong", "start-tokem"])
def test_a_wrong_start_token_opens_nothing(client, token):
    assert client.get(f"/signin?token={token}").status_code == 200
    assert client.get("/").status_code == 303


def test_the_start_token_opens_and_is_taken_out_of_the_address(client):
    answer = client.get("/signin?token=start-token")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert client.get("/").status_code == 200


def test_once_people_are_registered_the_start_token_is_worth_nothing(client, log):
    token = add_person(log, "Ada", "reviewer")
    client.get("/signin?token=start-token")
    assert client.get("/").status_code == 303
    refused = client.post("/signin", data={"name": "Ada", "token": "start-token"})
    assert refused.status_code == 403
    assert client.post("/signin", data={"name": "Ada", "token": token}).status_code == 303
    assert client.get("/").status_code == 200
    remove_person(log, "Ada")
    add_person(log, "Ben", "reviewer")
    assert client.get("/").status_code == 303


def test_a_new_token_ends_the_sessions_of_the_old_one(client, log):
    client.post("/signin", data={"name": "Ada", "token": add_person(log, "Ada", "reviewer")})
    assert client.get("/").status_code == 200
    add_person(log, "Ada", "reviewer")
    assert client.get("/").status_code == 303


def test_tokens_cannot_be_guessed_by_the_thousand(client, log):
    token = add_person(log, "Ada", "reviewer")
    for _ in range(TRIES):
        assert client.post("/signin", data={"name": "Ada", "token": "x"}).status_code == 403
    assert client.post("/signin", data={"name": "Ada", "token": token}).status_code == 429


def test_tries_are_forgotten_after_a_while():
    now = [0.0]
    tries = Tries(lambda: now[0])
    for _ in range(TRIES):
        tries.failed()
    assert not tries.allowed()
    now[0] = 60.0
    assert tries.allowed()


def test_every_answer_forbids_what_is_not_its_own(inside):
    for path in ("/", "/static/review.js", "/nowhere", "/signin"):
        headers = inside.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in headers


def test_the_page_asks_nobody_else(inside, find):
    for path in ("/", f"/finding/{find('5.81').id}", "/conflicts", "/progress", "/log"):
        for url in re.findall(r'(?:src|href|action)="([^"]+)"', inside.get(path).text):
            assert url.startswith(("/", "#", "https://example.org")), url


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.168.0.1"])
def test_another_host_name_is_refused(inside, host):
    assert inside.get("/", headers={"host": host}).status_code == 400


def test_a_form_without_its_token_is_refused(inside, find, log):
    assert decide(inside, find("5.81"), csrf="").status_code == 403
    assert decide(inside, find("5.81"), csrf="guess").status_code == 403
    assert log.entries() == []


@pytest.mark.parametrize(
    "headers",
    [{"origin": "https://evil.example"}, {"origin": "null"}, {"sec-fetch-site": "cross-site"}],
)
def test_a_form_from_another_site_is_refused(inside, find, log, headers):
    answer = inside.post(
        f"/finding/{find('5.81').id}/decide",
        data={"csrf": csrf(inside), "action": "accept"},
        headers=headers,
    )
    assert answer.status_code == 403
    assert log.entries() == []


def test_a_decision_is_acknowledged_with_the_next_finding(inside, find, log):
    answer = decide(inside, find("5.81"), note=" checked ")
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/next?after={find('5.81').id}&said=1"
    (entry,) = log.entries()
    assert (entry.reviewer, entry.role, entry.action) == ("Ed", "lead", "accept")
    assert (entry.status, entry.cause, entry.note) == (
        "contradicted",
        "transposed_digits",
        "checked",
    )
    assert entry.expected == "5.18"


@pytest.mark.parametrize(
    ("action", "told"),
    [
        ("", "the form names no action"),
        ("undo", "the form names no action"),
        ("override", "choose a verdict to override with"),
        ("override:supported/wrong_period", "choose a verdict to override with"),
        ("override:contradicted/", "choose a verdict to override with"),
    ],
)
def test_a_form_that_decides_nothing_is_told_so(inside, find, log, action, told):
    answer = decide(inside, find("5.81"), action=action)
    assert answer.status_code == 422
    assert told in answer.text
    assert log.entries() == []


def test_long_notes_are_cut_and_larger_bodies_refused(inside, find, log):
    assert decide(inside, find("5.81"), note="x" * 60_000).status_code == 303
    assert len(log.entries()[0].note) == 2000
    assert decide(inside, find("5.81"), note="x" * 70_000).status_code == 413


@pytest.mark.parametrize(
    "path",
    ["/finding/nope", "/finding/../../etc/passwd", "/static/../app.py", "/static/%2e%2e/app.py",
     "/export/nope", "/static/"],
)  # fmt: skip
def test_no_address_names_a_file(inside, path):
    assert inside.get(path).status_code == 404


@pytest.mark.parametrize(
    "path",
    ["/?view=nope", "/?said=99999999999999999999", "/?said=-1", "/log?before=x", "/conflicts?page=9999",
     "/conflicts?relation=x", "/next", "/next?after=x", "/indicators?slot_value=%00", "/?text=" + "x" * 5000],
)  # fmt: skip
def test_odd_addresses_break_nothing(inside, path):
    assert inside.get(path).status_code in (200, 303)


def test_article_text_is_escaped(inside, find):
    page = inside.get(f"/finding/{find('9.99', 'hostile.md').id}").text
    assert "<script>document.title" not in page
    assert "&lt;script&gt;document.title" in page
    assert "<img" not in page


def test_only_web_addresses_become_links(site, find, inside):
    item = find("5.81")
    match = item.finding.match.model_copy(update={"source_url": "javascript:alert(1)"})
    item.finding = item.finding.model_copy(update={"match": match})
    assert "javascript:" not in inside.get(f"/finding/{item.id}").text


def test_only_the_lead_exports(client, log, desk):
    for name, role, status in (
        ("Ada", "reviewer", 404),
        ("Bea", "second", 404),
        ("Leo", "lead", 200),
    ):
        client.post("/signin", data={"name": name, "token": add_person(log, name, role)})
        assert client.get("/export/csv").status_code == status


def test_claim_reviews_are_handed_out_under_a_name(inside, find):
    decide(inside, find("5.81"))
    refused = inside.get("/export/claimreview?publisher=The+Desk&url=javascript:1")
    assert refused.status_code == 422
    assert "the web address of the page on which the reviews stand" in refused.text
    told = inside.get("/export/claimreview?publisher=The+Desk&url=https://desk.example/checks")
    assert told.headers["content-type"].startswith("application/ld+json")
    assert [one["reviewRating"]["alternateName"] for one in told.json()] == [
        "False: transposed digits"
    ]


def test_the_articles_of_a_conflict_stand_side_by_side(inside, desk):
    clash = next(one for one in desk.conflicts if one.relation == "conflict")
    page = inside.get(f"/conflicts/{clash.id}").text
    for side in clash.claims:
        item = desk.by_side[side.article, side.finding]
        assert f'href="/finding/{item.id}?view=all" aria-current="true"' in page
    assert page.count('class="article"') == 2
    assert f'href="/conflicts/{clash.id}"' in inside.get("/conflicts").text
    assert inside.get("/conflicts/none").status_code == 404


def test_a_reader_cannot_take_back_what_another_decided(client, log, find):
    tokens = {name: add_person(log, name, "reviewer") for name in ("Ada", "Ben")}
    client.post("/signin", data={"name": "Ada", "token": tokens["Ada"]})
    decide(client, find("5.81"))
    client.post("/signin", data={"name": "Ben", "token": tokens["Ben"]})
    answer = client.post("/undo", data={"csrf": csrf(client)})
    assert "said=nothing" in answer.headers["location"]


def test_undo_leaves_alone_what_was_decided_on_another_desk(inside, find, log):
    item = find("5.81")
    log.append(Entry("Ed", "lead", "accept", "old.md", "f", status="supported"), item.shown)
    answer = inside.post("/undo", data={"csrf": csrf(inside)})
    assert "said=nothing" in answer.headers["location"]
    assert len(log.entries()) == 1


@pytest.mark.parametrize(
    ("action", "status", "cause"),
    [("accept", "supported", None), ("override:supported/rounding", "supported", "rounding")],
)
def test_a_changed_slot_is_part_of_the_decision_with_the_row_it_led_to(
    inside, site, find, log, crops, newsroom, monkeypatch, action, status, cause
):
    monkeypatch.chdir(newsroom)
    site.judge = Rejudge(crops, {}, lambda packs: Checker(packs, semantic="never"))
    item = find("5.18")
    changed = {"action": action, "slot": "period", "slot_value": "2024"}
    assert decide(inside, item, **changed).status_code == 303
    (entry,) = log.entries()
    assert (entry.status, entry.cause) == (status, cause)
    assert (entry.slot, entry.slot_value) == ("period", "2024")
    (row,) = signed_off(log, site.desk).rows
    assert (row["period"], row["value"]) == ("2024", "5.18")
    assert row["tool_cause"] == "wrong_period"
    item.packs = {"crops": "0" * 64}
    del item.shown
    assert Staleness(log)(item, entry) == "the reference has changed"


def test_the_log_page_proves_the_chain(inside, find):
    decide(inside, find("5.81"))
    assert "The chain is whole: 1 entries." in inside.get("/log?verify").text


def test_the_log_page_goes_back_in_pages(inside, find, log):
    decide(inside, find("5.81"))
    assert find("5.81").id in inside.get("/log?before=2").text
    assert "Nothing is decided yet." in inside.get("/log?before=1").text


def test_a_stale_decision_is_shown_and_asked_for_again(inside, find, log):
    item = find("5.81")
    before = json.loads(json.dumps(item.shown))
    before["finding"]["claim"]["sentence"] = "It said something else."
    log.append(Entry("Ed", "lead", "accept", *item.key, status="contradicted"), before)
    assert item.id in inside.get("/?view=stale").text
    page = inside.get(f"/finding/{item.id}").text
    assert "Stale, because the sentence has changed. Decide again." in page
    assert decide(inside, item, known="1").status_code == 303
    assert f"/finding/{item.id}" not in inside.get("/?view=stale").text


def test_a_long_article_is_shown_whole_when_asked_for(inside, find, monkeypatch):
    item = find("5.18", "harvest.md")
    monkeypatch.setattr(article, "MOST", 120)
    cut = inside.get(f"/finding/{item.id}").text
    assert f'The article begins earlier. <a href="/finding/{item.id}?view=all&amp;whole">' in cut
    assert "The article begins earlier" not in inside.get(f"/finding/{item.id}?whole").text


def test_filters_list_the_most_frequent_and_the_chosen(site, monkeypatch):
    for n, item in enumerate(site.desk.items):
        item.article = item.article.model_copy(update={"title": f"Title {n:03}"})
        item.facets = (*item.facets[:3], f"Title {n:03}", item.facets[4])
    monkeypatch.setattr(pages, "OPTIONS", 2)
    told = TestClient(create_app(site), base_url=HERE)
    told.get("/signin?token=start-token")
    shown = told.get("/?view=all&article=Title+005").text
    assert '<option value="Title 005" selected>Title 005 (1)</option>' in shown
    assert "<option disabled>4 more: search for them</option>" in shown


def test_every_page_is_light(inside, find):
    """What a first visit loads, not compressed: page, style, scripts, icon."""
    parts = ["/", "/static/review.css", "/static/review.js", "/static/theme.js"]
    parts += ["/static/htmx.min.js", "/static/icon.svg"]
    assert sum(len(inside.get(path).content) for path in parts) < 150_000
