"""The pages that are read: what each template is given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, PackageLoader

from factcheck.report.figures import day_words, figure, period_words, printed
from factcheck.report.schema import Conflict, Finding
from factcheck.review import article, words
from factcheck.review.agreement import agreement
from factcheck.review.chart import HEIGHT, WIDTH, chart
from factcheck.review.decisions import Entry
from factcheck.review.evidence import evidence
from factcheck.review.people import Person, people
from factcheck.review.queue import Query, Queue
from factcheck.review.saved import Item
from factcheck.review.site import Site
from factcheck.review.slots import EDITABLE, slots
from factcheck.review.verify import verify

PAIRS = 20
"""Conflicts of one page."""
ENTRIES = 100
"""Log entries of one page."""
OPTIONS = 30
"""Values of one filter that are listed, the most frequent."""

Context = dict[str, Any]


def environment() -> Environment:
    """Templates with everything escaped."""
    env = Environment(
        loader=PackageLoader("factcheck.review"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters |= {"plain": words.plain, "period": period_words, "day": day_words}
    env.filters |= {"figure": figure, "printed": printed}
    env.filters["web"] = lambda url: url if (url or "").startswith(("https://", "http://")) else ""
    env.globals |= {"words": words, "EDITABLE": EDITABLE, "chart_width": WIDTH}
    env.globals |= {"chart_height": HEIGHT, "MOST_OPTIONS": OPTIONS}
    env.globals["m"] = env.get_template("_macros.html").module
    for name in env.list_templates():
        env.get_template(name)  # now, so that the first visitor does not wait for it
    return env


def desk(
    site: Site,
    person: Person,
    query: Query,
    item: Item | None,
    *,
    trial: Mapping[str, Any] | None = None,
    whole: bool = False,
) -> Context:
    """The queue, and the finding that is looked at.

    `trial`: a slot changed and judged again. `whole`: a long article is not cut.
    """
    queue = site.queue(person, query)
    place = queue.place(item.id if item else None)
    start, rows = queue.page(place)
    context: Context = {
        "query": query,
        "queue": queue,
        "rows": rows,
        "start": start,
        "place": place,
        "item": item,
        "mine": site.row(item, person) if item else None,
    }
    context |= _neighbours(queue, place)
    if item:
        context |= _finding(site, person, item, trial)
        context["excerpt"] = _excerpt(site, item, article.WHOLE if whole else article.MOST)
    return context


def _neighbours(queue: Queue, place: int) -> Context:
    rows = queue.rows
    later = rows[place + 1].item if place + 1 < len(rows) else None
    return {"before": rows[place - 1].item if place > 0 else None, "later": later}


def _finding(site: Site, person: Person, item: Item, trial: Mapping[str, Any] | None) -> Context:
    finding = trial["finding"] if trial and trial.get("finding") else item.finding
    known = evidence(_held(item, finding), site.figures)
    history = site.history(item, person)
    seen = [e.seq for e in history if e.role == person.role]
    return {
        "finding": finding,
        "trial": trial,
        "slots": slots(finding),
        "evidence": known,
        "chart": chart(finding.claim, finding.match, known.series) if finding.match else None,
        "sentence": article.sentence(item),
        "correction": article.correction(_held(item, finding)),
        "siblings": site.desk.by_article[item.article.id],
        "history": history,
        "known": max(seen, default=0),
        "standing": site.standing(item) if person.role == "lead" else None,
        "clashes": [(one, _other_sides(site, one, item)) for one in item.clashes],
        "can_judge": site.judge is not None,
    }


def _held(item: Item, finding: Finding) -> Item:
    """The item as it would be with that finding."""
    return Item(item.article, finding, item.text, item.nth, item.packs)


def _other_sides(site: Site, conflict: Conflict, item: Item) -> list[Item]:
    sides = (site.desk.by_side.get((s.article, s.finding)) for s in conflict.claims)
    return [side for side in sides if side is not None and side is not item]


def conflicts(site: Site, relation: str, page: int) -> Context:
    """The pairs of claims that differ, one relation at a time, side by side."""
    counts = Counter(str(one.relation) for one in site.desk.conflicts)
    present = [r for r in words.RELATIONS if counts[r]]
    relation = relation if relation in present else (str(present[0]) if present else "")
    chosen = [one for one in site.desk.conflicts if one.relation == relation]
    page = min(max(page, 0), max(len(chosen) - 1, 0) // PAIRS)
    shown = chosen[page * PAIRS : (page + 1) * PAIRS]
    return {
        "counts": counts,
        "present": present,
        "relation": relation,
        "pairs": [(one, _sides(site, one)) for one in shown],
        "page": page,
        "pages": (len(chosen) + PAIRS - 1) // PAIRS,
        "total": len(chosen),
        "first": page * PAIRS,
    }


def conflict(site: Site, one: Conflict) -> Context:
    """One pair: the articles beside each other, and the pairs before and after it."""
    alike = [other for other in site.desk.conflicts if other.relation == one.relation]
    place = next(n for n, other in enumerate(alike) if other.id == one.id)
    return {
        "conflict": one,
        "sides": [_beside(site, item) for item, _, _ in _sides(site, one)],
        "place": place,
        "page": place // PAIRS,
        "total": len(alike),
        "before": alike[place - 1] if place else None,
        "later": alike[place + 1] if place + 1 < len(alike) else None,
        "query": Query(view="all"),
    }


def _beside(site: Site, item: Item) -> tuple[Item, article.Excerpt | None, list[Item], str | None]:
    """A side with its whole article, the claims of the article, and the figure that is right."""
    claims = site.desk.by_article[item.article.id]
    return item, _excerpt(site, item, article.BESIDE), claims, article.correction(item)


def _excerpt(site: Site, item: Item, most: int) -> article.Excerpt | None:
    """The article around a claim; None where its text is not at hand."""
    if item.text.text is None:
        return None
    return article.marked(item.text.text, site.desk.by_article[item.article.id], item, most)


def _sides(site: Site, conflict: Conflict) -> list[tuple[Item, tuple[str, str, str], str | None]]:
    """Each side with its paragraph and the figure that would be right."""
    items = (site.desk.by_side.get((s.article, s.finding)) for s in conflict.claims)
    return [(i, article.paragraph(i), article.correction(i)) for i in items if i is not None]


def log(site: Site, person: Person, before: int | None, *, proof: bool = False) -> Context:
    """The newest entries that a person may see, and if asked whether the chain holds."""
    entries = site.newest(ENTRIES + 1, before, person)
    shown = entries[:ENTRIES]
    return {
        "entries": [(e, site.item(e.key)) for e in shown],
        "older": shown[-1].seq if len(entries) > ENTRIES else None,
        "proof": verify(site.log) if proof else None,
    }


def progress(site: Site, person: Person) -> Context:
    """How far the desk is; for the lead also how the readers agree and where they do not."""
    rows = site.rows(person)
    statuses: dict[str, list[int]] = {}
    for one in rows:
        done, total = statuses.get(one.item.finding.verdict.status, (0, 0))
        statuses[one.item.finding.verdict.status] = [done + one.done, total + 1]
    context: Context = {"statuses": statuses, "done": sum(one.done for one in rows), "rows": rows}
    if person.role == "lead":
        standings = site.standings
        context["agreement"] = agreement(standings)
        context["disputes"] = [(one.item, site.standing(one.item)) for one in rows if one.disputed]
        context["by_person"] = _by_person(site)
        context["signed"] = sum(
            bool(site.standing(one.item).signed_off(site.two_readers) and not one.stale)
            for one in rows
        )
    return context


def _by_person(site: Site) -> dict[str, tuple[str, Counter[str]]]:
    roles = {name: one.role for name, one in people(site.log).items()}
    counts: dict[str, tuple[str, Counter[str]]] = {
        name: (role, Counter()) for name, role in roles.items()
    }
    for _, standing in site.standings:
        for entry in standing.entries:
            role = roles.get(entry.reviewer, entry.role)
            counts.setdefault(entry.reviewer, (role, Counter()))[1][entry.action] += 1
    return counts


def said(entry: Entry, item: Item | None) -> str:
    """What was just recorded, in one sentence."""
    quote = f"“{item.finding.claim.quote}”" if item else "a finding"
    told = {
        "accept": f"Accepted: {quote} is {words.plain(entry.cause or entry.status)}.",
        "override": f"Overridden: {quote} is {words.plain(entry.cause or entry.status)}.",
        "unsure": f"Marked unsure: {quote}.",
        "skip": f"Skipped {quote}.",
        "undo": f"Undone: {quote} is open again.",
    }
    return told[entry.action]
