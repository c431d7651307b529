"""The page in a real browser: what an editor does in a day, and what must not happen."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from factcheck.review.decisions import Log
from factcheck.review.people import add_person
from factcheck.review.verify import verify

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text("utf-8")
PAGES = ("", "conflicts", "progress", "log?verify", "?view=all&text=forecast")


def register(path, **roles):
    """Register people; return name -> token."""
    log = Log(path)
    tokens = {name: add_person(log, name, role) for name, role in roles.items()}
    log.close()
    return tokens


def sign_in(page, home, name, token):
    page.goto(home)
    page.get_by_label("Name").fill(name)
    page.get_by_label("Token").fill(token)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("#title")).to_be_visible()


def press(page, *keys):
    """Press keys one after another, waiting for the answer to each decision."""
    expect(page.locator("html.ready")).to_have_count(1)
    for key in keys:
        page.keyboard.press(key)
        expect(page.locator("main[aria-busy]")).to_have_count(0)


def entries(path):
    log = Log(path)
    found = log.entries()
    log.close()
    return found


def title(page):
    return page.locator("#title .figure")


def serious(page):
    """What axe finds wrong, from serious on."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run().then(r => r.violations)")
    return [
        (v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")
    ]


def test_a_session_by_keyboard_alone(server, window):
    page = window()
    page.goto(server.start())
    expect(title(page)).to_have_text("5.81 tonnes per hectare")
    expect(page.locator(".views [aria-current]")).to_have_text("To do 5")
    press(page, "a")
    expect(page.locator(".said")).to_contain_text("Accepted: “5.81 tonnes per hectare”")
    expect(page.locator("#title")).to_be_focused()
    press(page, "o")
    expect(page.locator("#override")).to_have_attribute("open", "")
    press(page, "3")
    press(page, "n")
    page.keyboard.type("asked the desk")
    page.keyboard.press("Escape")
    press(page, "u")
    press(page, "s")
    actions = [(e.action, e.cause, e.note) for e in entries(server.log)]
    assert actions == [
        ("accept", "transposed_digits", ""),
        ("override", "wrong_period", ""),
        ("unsure", None, "asked the desk"),
        ("skip", None, ""),
    ]
    press(page, "/")
    page.keyboard.type("farmers")
    expect(page.locator(".rows li")).to_have_count(1)
    assert page.evaluate("document.activeElement.value") == "farmers"
    page.keyboard.press("Escape")
    press(page, "?")
    expect(page.get_by_role("heading", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")


def test_moving_and_evidence(server, window):
    page = window()
    page.goto(server.start())
    first = title(page).inner_text()
    press(page, "j")
    assert title(page).inner_text() != first
    press(page, "k")
    assert title(page).inner_text() == first
    press(page, "e")
    expect(page.get_by_role("heading", name="Vintages of this figure")).to_be_visible()
    told = page.get_by_role("img").get_attribute("aria-label")
    assert told.startswith("3 values of the reference, the newest: 2023 5.62 tonnes per hectare;")
    assert told.endswith("The article says 5.81 tonnes per hectare for 2024.")
    page.go_back()
    page.wait_for_url("**/finding/*")


def test_undo_is_a_new_entry_and_opens_the_finding_again(server, window):
    page = window()
    page.goto(server.start())
    first = title(page).inner_text()
    press(page, "a", "a", "z")
    expect(page.locator(".said")).to_contain_text("is open again")
    press(page, "z")
    expect(title(page)).to_have_text(first)
    press(page, "z")
    expect(page.locator(".said")).to_contain_text("Nothing to undo.")
    found = entries(server.log)
    assert [(e.action, e.undoes) for e in found[2:]] == [("undo", 2), ("undo", 1)]


def test_a_slot_is_changed_and_the_verdict_judged_again(server, window):
    page = window()
    page.goto(server.start())
    page.locator(".rows a", has_text="wrong period").click()
    expect(title(page)).to_have_text("5.18 tonnes per hectare")
    press(page, "y")
    page.keyboard.type("2024")
    page.keyboard.press("Enter")
    expect(page.locator(".trial")).to_contain_text("Judged again with period “2024”")
    expect(page.locator("#title")).to_contain_text("supported")
    press(page, "a")
    expect(page.locator(".said")).to_be_visible()
    last = entries(server.log)[-1]
    assert (last.status, last.slot, last.slot_value) == ("supported", "period", "2024")


def test_a_slot_that_cannot_be_says_why(server, window):
    page = window()
    page.goto(server.start())
    page.locator("summary", has_text="change who").click()
    page.get_by_role("combobox", name="Who").fill("Tarvya")
    page.get_by_role("combobox", name="Who").press("Enter")
    expect(page.get_by_role("alert").filter(has_text="Tarvya")).to_have_text(
        "Cannot be judged again: the reference has no entity 'Tarvya'. Nearest: Tarvia."
    )


def test_conflicts_side_by_side(server, window):
    page = window()
    page.goto(server.start())
    page.goto(server.home + "conflicts")
    page.get_by_role("link", name="Side by side").first.click()
    expect(page.locator("#title")).to_contain_text("these differ")
    shown = page.locator(".columns [aria-current]")
    expect(shown).to_have_count(2)
    for n in range(2):
        expect(shown.nth(n)).to_be_in_viewport()
    before = page.url
    press(page, "j")
    page.wait_for_url(lambda url: url != before)
    press(page, "k")
    page.wait_for_url(before)
    page.get_by_role("link", name="Decide on it").first.click()
    expect(page.locator("#decide")).to_be_visible()


def test_two_reviewers_at_once(server, window):
    tokens = register(server.log, Ada="reviewer", Ben="reviewer")
    server.start()
    ada, ben = window(), window()
    sign_in(ada, server.home, "Ada", tokens["Ada"])
    sign_in(ben, server.home, "Ben", tokens["Ben"])
    press(ada, "a")
    press(ben, "u")
    expect(ben.get_by_role("alert").filter(has_text="Ada")).to_contain_text(
        "Not recorded: Ada decided “transposed digits” while you were reading."
    )
    press(ben, "j", "a")
    press(ada, "j", "a")
    assert [e.reviewer for e in entries(server.log)] == ["Ada", "Ben", "Ada"]


def test_the_second_review_is_blind_and_the_lead_settles(server, window):
    tokens = register(server.log, Ada="reviewer", Bea="second", Leo="lead")
    server.start()
    ada, bea, leo = window(), window(), window()
    sign_in(ada, server.home, "Ada", tokens["Ada"])
    press(ada, "n")
    ada.keyboard.type("a slip of the keyboard")
    ada.keyboard.press("Escape")
    press(ada, "a", "a")

    sign_in(bea, server.home, "Bea", tokens["Bea"])
    expect(title(bea)).to_have_text("5.81 tonnes per hectare")
    for place in ("", "?view=all", "log", "progress"):
        bea.goto(server.home + place)
        assert "Ada" not in bea.content(), place
        assert "slip of the keyboard" not in bea.content(), place
    bea.goto(server.home + "?view=all&reviewer=Ada")
    expect(bea.locator(".rows a")).to_have_count(0)
    bea.goto(server.home)
    press(bea, "o", "1")
    press(bea, "a")

    sign_in(leo, server.home, "Leo", tokens["Leo"])
    leo.goto(server.home + "progress")
    expect(leo.locator("main")).to_contain_text(
        "2 findings were read twice; the readers agree on 1"
    )
    expect(leo.locator("main")).to_contain_text("Cohen’s kappa: 0.33")
    leo.locator("table", has_text="Open disagreements").get_by_role("link").click()
    expect(leo.locator(".dispute")).to_contain_text("a slip of the keyboard")
    expect(leo.get_by_role("button", name="Settle as supported")).to_be_visible()
    press(leo, "f")
    expect(leo.locator(".said")).to_be_visible()
    leo.goto(server.home + "progress")
    expect(leo.locator("main")).to_contain_text("No disagreement is open")
    expect(leo.locator("main")).to_contain_text("2 signed off")


def test_hostile_articles_are_only_words(server, window):
    page = window()
    page.goto(server.start())
    for place in ("?view=all&text=9.99", "conflicts", "log", "progress"):
        page.goto(server.home + place)
        page.wait_for_timeout(100)
        assert "owned" not in page.title()
        assert page.locator("img, script:not([src])").count() == 0
    page.goto(server.home + "?view=all&text=9.99")
    expect(page.locator(".article h2")).to_have_text("<img src=x onerror=document.title='owned'>")
    expect(page.locator(".text")).to_contain_text("{{ config }}")


def test_nothing_acknowledged_is_lost_when_the_server_is_killed(server, window):
    page = window()
    page.goto(server.start())
    press(page, "a")
    expect(page.locator(".said")).to_be_visible()
    server.kill()
    page.keyboard.press("a")
    expect(page.locator("#trouble")).to_contain_text("Your last key was not recorded")
    server.start()
    page.reload()
    expect(page.locator(".views [aria-current]")).to_have_text("To do 4")
    press(page, "a")
    expect(page.locator(".said")).to_be_visible()
    log = Log(server.log)
    assert verify(log).broken is None
    assert len(log.entries()) == 2


def test_at_phone_width_everything_is_in_reach(server, window):
    page = window(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.goto(server.start())
    for place in ("", "conflicts", "progress", "log"):
        page.goto(server.home + place)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, place
    page.goto(server.home)
    expect(page.locator("#queue")).to_be_hidden()
    page.get_by_role("button", name="Queue").tap()
    page.locator(".rows a").nth(1).tap()
    expect(page.locator("#queue")).to_be_hidden()
    page.locator("summary", has_text="Override").tap()
    page.get_by_role("button", name="value mismatch").tap()
    expect(page.locator(".said")).to_contain_text("Overridden")


def test_keys_can_be_turned_off(server, window):
    page = window()
    page.goto(server.start())
    press(page, "?")
    page.get_by_label("Single keys decide").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.reload()
    page.keyboard.press("a")
    page.wait_for_timeout(200)
    assert entries(server.log) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(server, window, scheme):
    page = window(color_scheme=scheme, bypass_csp=True)
    page.goto(server.start())
    for place in PAGES:
        page.goto(server.home + place)
        assert serious(page) == [], place
    page.goto(server.home)
    press(page, "o")
    assert serious(page) == []
    press(page, "Escape", "e", "?")
    assert serious(page) == []


def test_without_scripts_the_page_still_decides(server, window):
    page = window(java_script_enabled=False)
    page.goto(server.start())
    page.get_by_role("button", name="Accept").click()
    expect(page.locator(".said")).to_contain_text("Accepted")
