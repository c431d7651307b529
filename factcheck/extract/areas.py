"""Stretches of an article in which no number speaks: phone numbers, addresses, imprints, idioms."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLOCK = re.compile(r"(?<![\d.,])\d{1,3}:\d{1,3}(?::\d\d)?(?!\d)")
_PHONE = re.compile(
    r"\+\d[\d ()-]{6,}\d|(?<![\d.,])\(?0\d{1,4}\)?[ -]\d{2,4}(?:[ -]\d{2,5})*(?![\d%,.]\d)"
    r"|(?<![\d.,$£€])(?!\d{1,3}(?: \d{3})+(?![\d -]))"
    r"\d{2,4}(?:[ -]\d{3,4}){2,}(?!\d)|(?<![\d.,])\d{3}-\d{4}(?![\d-])"
    r"|\b(?:Tel|Phone|Fax|Call|Ph|Telephone|Mobile|Hotline)\b[.:]?\s*[\d +()-]{5,}",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\b\d{1,5}(?:[-–]\d{1,5})?[A-Za-z]?,?\s+(?:[NSEW]\.?\s+)?(?:\d{1,3}(?:st|nd|rd|th)"
    r"|(?:[A-Z][\w'’-]+\s+){1,3}?)\s*"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Way|Boulevard|Blvd|Square|Sq|Place|Pl"
    r"|Court|Ct|Crescent|Terrace"
    r"|Close|Row|Quay|Park|Parade|Highway|Hwy)\b\.?"
    r"|\b(?:Av|Ave|Avenida|Calle|Rue|Via|Rua|Boulevard|Plaza"
    r"|Piazza)\.?\s+(?:[A-Z][\w.'’-]*\s+){1,3}\d{1,5}\b"
    r"|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s+\d[A-Z]{2}\b|\bP\.?O\.?\s+Box\s+\d+",
)
_IMPRINT = re.compile(
    r"©|\(c\)\s+\d{4}|\bcopyright\b|\ball\s+rights\s+reserved\b|\bISBN\b|\bISSN\b|\bTel\."
    r""
    r"|^[\W_]*(?:first\s+|last\s+)?(?:posted|published|updated|edit(?:ed)?|modified|issued"
    r"|recorded|printed|edition)"
    r"(?::|\s+(?:(?:on|at|by|for|of)\s+)?(?:[~@]?\w+\s+at\s+)?(?:\d|episode|issue|(?:Mon|Tue|Wed"
    r"|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b))"
    r"|^[\W_]*(?:transcript|contact|corrections?|desk|newsdesk|tel|filed\s+under|read\s+time):"
    r"|^[\W_]*by\s+[A-Z]\w+\s+[A-Z]\w+\s*[|·]",
    re.IGNORECASE,
)
_MASTHEAD = re.compile(r"[|·•]")
_MASTHEAD_SIGN = re.compile(
    r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|\b\d{1,2}:\d\d\b|\bsubscribers?\b|\bcomments?\b"
    r"|\breplies\b|\bmin(?:ute)?s?\s+read\b"
    r"|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_IDIOM = re.compile(
    r"\b(?:second\s+to\s+none|one\s+of\s+the|at\s+first|24/7|9/11|50[-/]50|50:50|one\s+hand"
    r"|one\s+thing|on\s+all\s+fours|back\s+to\s+square\s+one"
    r"|one\s+another|hundred\s+days|a\s+million\s+miles|one\s+by\s+one|zero[- ]sum|catch-22"
    r"|twenty-four\s+seven|at\s+sixes\s+and\s+sevens"
    r"|give\s+(?:it\s+)?a\s+hundred\s+per\s?cent|half\s+the\s+(?:battle|story|fun)"
    r"|see\s+you\s+(?:again\s+)?in\s+[\w-]+\s+\w+"
    r"|ten\s+commandments|seven\s+seas|cloud\s+nine|third\s+(?:party|parties|world)"
    r"|second\s+(?:thought|hand|nature|home|class|guess)s?"
    r"|first\s+(?:class|hand|aid|lady|name|person|place\s+to)|fifth\s+column|sixth\s+(?:form"
    r"|sense)|one\s+in\s+the\s+eye|two\s+sides\s+of)\b",
    re.IGNORECASE,
)
_EVERYWHERE = (
    (_PHONE, "phone number"),
    (_ADDRESS, "address"),
    (_CLOCK, "time of day"),
    (_IDIOM, "idiom"),
)
_LINE = re.compile(r"[^\n]+")
_IMPRINT_LENGTH = 300
"""Code points of the longest line that can be an imprint: a longer one is prose."""
_MASTHEAD_LENGTH = 120
"""The same for a line cut up by bars or dots."""

Area = tuple[int, int, str]


def silent_areas(text: str) -> list[Area]:
    """(start, end, reason) in text order, without overlap."""
    found = [(*m.span(), reason) for shape, reason in _EVERYWHERE for m in shape.finditer(text)]
    found += [(*m.span(), "imprint") for m in _LINE.finditer(text) if _is_imprint(m[0])]
    return list(_without_overlap(sorted(found, key=lambda area: (area[0], -area[1]))))


def _is_imprint(line: str) -> bool:
    if len(line) < _IMPRINT_LENGTH and _IMPRINT.search(line):
        return True
    if len(line) >= _MASTHEAD_LENGTH or line.lstrip().startswith("|"):
        return False
    return bool(_MASTHEAD.search(line.strip()[1:]) and _MASTHEAD_SIGN.search(line))


def _without_overlap(areas: list[Area]) -> Iterator[Area]:
    reached = 0
    for start, end, reason in areas:
        if end > reached:
            yield max(start, reached), end, reason
            reached = end
