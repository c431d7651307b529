"""Dates that are claims of their own ("released on April 13"), not mere periods."""

from __future__ import annotations

import re

from factcheck.extract.dates import DateMention
from factcheck.extract.editions import EditionMention
from factcheck.extract.view import View
from factcheck.model import Kind, Quantity

EVENT = (
    r"(?:released?|releases|publish(?:ed|es)|unveil(?:ed|s)|launch(?:ed|es)?|announc(?:ed|es)"
    r"|debut(?:ed|s)?|came out|been out|out since|put out|brought out"
    r"|issued|introduced|opened|founded|signed|adopted|took effect|presented|went live|issued"
    r"|inaugurated"
    r"|closes|close by|ended|expired|matched|overtook|overtaken|appeared|drew level|caught up"
    r"|surpassed|went (?:online|public|on sale)|came online|came into force|took office|took place"
    r"|resigned|stepped down|was sworn in|sealed|clinched|dated"
    r"|(?:was|were|fresh) out(?! of)|came into effect|entered into force|on sale since|formed"
    r"|hit the (?:shelves|streets|stands)|(?:was|were) passed|(?:dates|dating) (?:from|back to)"
    r"|(?:peak|low|high|record|trough) (?:came|was reached|was hit))"
)
AT_ONCE = re.compile(
    r"\b(?:(?:record|high|low|mark|best|time|peak|level|figure|\d|points?|%)\s+(?:was\s+)?set\s+(?:back\s+)?(?:in|on)"
    r"|(?:reports?|stud(?:y|ies)|surveys?|figures|data|numbers|results|albums?|books?|papers?)\s+"
    r"(?:dropped|landed)\s+on)\s+$",
    re.IGNORECASE,
)
"""Right before a date: of a record, or of something that is published."""
LANDED = re.compile(r"\b(?:dropped|landed)\s+on\s+$")
PAGES = re.compile(r",?\s+(?:all\s+)?\d+\s+pages\b")
"""Around the day of a book, which no price drops on."""
PEAKED = re.compile(r"\b(?:peaked|bottomed\s+out|topped\s+out)(?:\s+at\s[^,;:]{1,30})?\s+in\s+$")
COVERS = re.compile(
    r"\b(?:covers?|describes?|refers? to|relates? to|reflects?|is for|stands? for)\s+(?:all of"
    r"|(?:all|the whole|the entirety) of|the whole|the year|calendar year)\s+$",
    re.IGNORECASE,
)
"""Before a year that figures are said to be of."""
FORETOLD = re.compile(
    r"\b(?:will|expects?|expected to|forecasts?|predicts?|predicted|foresees?|bets?|is set to"
    r"|are set to|(?:models?|forecasts?|projections?)\b[^.;:]{0,20}\b(?:has|puts?|sees?|shows?)"
    r"|(?:has|have|puts?|sees?) (?:it|them|him|her)\b)\b"
    r"[^.;:]*\b(?:by|in|before)\s+(?:the end of\s+)?$",
    re.IGNORECASE,
)
"""Before a year in which something is to come."""
OVERTAKEN = re.compile(
    r"\b(?:pass(?:es|ed)|surpass(?:es|ed)|overtook|overtakes|overtaken"
    r"|pulled (?:ahead|level)|moved past|went past"
    r"|drew level|caught up|eclipsed|outstripped|matched|peaked|bottomed out|took the lead"
    r"|(?:was|were) (?:founded|established|abolished))\b"
    r"[^.;:]{0,60}\b(?:in|as early as|back in|as late as)\s+$",
    re.IGNORECASE,
)
"""Before a year in which a race was decided: it may be the wrong one."""
BEFORE = re.compile(rf"\b{EVENT}\b[^.;]{{0,40}}$", re.IGNORECASE)
AFTER = re.compile(rf"^[^.;:]{{0,90}}?\b{EVENT}\b", re.IGNORECASE)
DATE_ROW = re.compile(
    r"\b(?:date|released|published|launch(?:ed)?|deadline|opened|founded)\b", re.IGNORECASE
)
_NAMED = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:seasons?|campaigns?|budgets?|tours?|festivals?|editions?)\b"
)
"""After a date that names what is told of: "ended the 2024-25 season"."""
PRECISE = ("date", "month")


def is_event(view: View, date: DateMention) -> bool:
    """Whether the sentence says that something happened on that date."""
    if re.match(r"['’]s\b", view.after(date.end)):
        return False
    before, after = view.before(date.start), view.after(date.end)
    if _NAMED.match(after) and not date.bare_year:
        return False
    if date.bare_year:
        if (raced := OVERTAKEN.search(before)) and not view.crosses_quantity(
            view.sentence.start + raced.start(), date.start
        ):
            return True
        foretold = FORETOLD.search(before)
        since = view.sentence.start + foretold.start() if foretold else 0
        return bool(
            COVERS.search(before) or (foretold and not view.crosses_quantity(since, date.start))
        )
    if before.endswith(("on ", "in ")) and _at_once(before, after, date):
        return True
    event = BEFORE.search(before)
    if event and not view.crosses_quantity(view.sentence.start + event.start(), date.start):
        return True
    leading = not before.strip(" ,*_“\"'(") or re.search(r"\b[Oo]n\s+$", before)
    return bool(leading and date.kind in PRECISE and AFTER.match(after))


def _at_once(before: str, after: str, date: DateMention) -> bool:
    """A record set, a book dropped on that day, a rate that peaked in that month."""
    if AT_ONCE.search(before) or (LANDED.search(before) and PAGES.match(after)):
        return True
    return date.kind == "month" and bool(PEAKED.search(before))


def as_quantity(date: DateMention) -> Quantity:
    """A date as the quantity of a claim."""
    return Quantity(date.start, date.end, date.quote, Kind.DATE, date.value, unit="date")


def edition_as_quantity(text: str, label: EditionMention) -> Quantity:
    """An edition named by its year is a claim: it may be the wrong one."""
    quote = text[label.start : label.end]
    return Quantity(label.start, label.end, quote, Kind.DATE, label.edition, unit="edition")
