"""Stretches of an article in which no number speaks: phone numbers, addresses, imprints, idioms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.extract.folding import folded

_CLOCK = re.compile(r"[0-9](?<![\d.,].)\d{0,2}:\d{1,3}(?::\d\d)?(?!\d)")
_PHONES = (
    re.compile(r"\+\d[\d ()-]{6,}\d"),
    re.compile(r"\((?<![\d.,]\()0\d{1,4}\)?[ -]\d{2,4}(?:[ -]\d{2,5})*(?![\d%,.]\d)"),
    re.compile(r"0(?<![\d.,(]0)\d{1,4}\)?[ -]\d{2,4}(?:[ -]\d{2,5})*(?![\d%,.]\d)"),
    re.compile(
        r"[0-9](?=\d{1,3}[ -]\d{3})(?<![\d.,].)(?:\d\d-\d{4}(?![\d-])"
        r"|(?<![$£€].)(?!\d{0,2}(?: \d{3}){1,9}(?![\d -]))\d{1,3}(?:[ -]\d{3,4}){2,9}(?!\d))"
    ),
    re.compile(
        r"(?:tel(?:ephone)?|phone|fax|call|ph|mobile|hotline)\b[.:]?\s*[\d+()-][\d +()-]{4,}"
    ),
)
"""A pattern for each sign that may come first: the engine skips from one such sign to the next."""
_ADDRESS = re.compile(
    r"\b\d{1,5}(?:[-–]\d{1,5})?[A-Za-z]?,?\s+(?:[NSEW]\.?\s+)?(?:\d{1,3}(?:st|nd|rd|th)\s*"
    r"|(?:[A-Z][\w'’-]+\s+){1,3}?)"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Way|Boulevard|Blvd|Square|Sq|Place|Pl"
    r"|Court|Ct|Crescent|Terrace"
    r"|Close|Row|Quay|Park|Parade|Highway|Hwy)\b\.?"
    r"|\b(?:Av|Ave|Avenida|Calle|Rue|Via|Rua|Boulevard|Plaza"
    r"|Piazza)\.?\s+(?:[A-Z][\w.'’-]*\s+){1,3}\d{1,5}\b"
    r"|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s+\d[A-Z]{2}\b|\bP\.?O\.?\s+Box\s+\d+",
)
_IMPRINT = re.compile(
    r"©|\(c\)\s+\d{4}|copyright\b|all\s+rights\s+reserved\b|isbn\b|issn\b|tel\.",
)
_IMPRINT_OPENING = re.compile(
    r"[\W_]*(?:(?:first\s+|last\s+)?(?:posted|published|updated|edit(?:ed)?|modified|issued"
    r"|recorded|printed|edition)"
    r"(?::|\s+(?:(?:on|at|by|for|of)\s+)?(?:[~@]?\w+\s+at\s+)?(?:\d|episode|issue|(?:mon|tue|wed"
    r"|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b))"
    r"|(?:transcript|contact|corrections?|desk|newsdesk|tel|filed\s+under|read\s+time|tags|keywords"
    r"|word\s+count):"
    r"|(?:subscribe|sign\s+up|get\s+\d+\s+(?:months|weeks|issues)\s+for|use\s+(?:the\s+)?code)\b"
    r"|save\s+\d+%|listen\s+\(?\d"
    r"|by\s+[a-z]\w+\s+[a-z]\w+\s*[|·])",
)
_MASTHEAD = re.compile(r"[|·•]")
_MASTHEAD_SIGN = re.compile(
    r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|\b\d{1,2}:\d\d\b|\bsubscribers?\b|\bcomments?\b"
    r"|\breplies\b|\bmin(?:ute)?s?\s+read\b"
    r"|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_IDIOM = re.compile(
    r"second\s+to\s+none\b|one\s+of\s+the\b|at\s+first\b|24/7\b|9/11\b|50[-/]50\b|50:50\b"
    r"|one\s+hand\b|one\s+thing\b|on\s+all\s+fours\b|back\s+to\s+square\s+one\b"
    r"|one\s+another\b|hundred\s+days\b|a\s+million\s+miles\b|one\s+by\s+one\b|zero[- ]sum\b"
    r"|catch-22\b|twenty-four\s+seven\b|at\s+sixes\s+and\s+sevens\b"
    r"|give\s+(?:it\s+)?a\s+hundred\s+per\s?cent\b|half\s+the\s+(?:battle|story|fun)\b"
    r"|one\s+in\s+a\s+million\b|a\s+thousand\s+(?:words|thanks|cuts)\b|forty\s+winks\b|nine\s+lives\b"
    r"|nine\s+times\s+out\s+of\s+ten\b|three\s+cheers\b|million[- ]dollar\s+question\b"
    r"|(?:give|gave|giving)\s+(?:it\s+)?(?:110|a\s+hundred\s+and\s+ten)\s?(?:%|per\s?cent)"
    r"|around\s+the\s+world\s+in\s+\w+\b|see\s+you\s+(?:again\s+)?in\s+[\w-]+\s+\w+\b"
    r"|ten\s+commandments\b|seven\s+seas\b|cloud\s+nine\b|third\s+(?:party|parties|world)\b"
    r"|second\s+(?:thought|hand|nature|home|class|guess)s?\b"
    r"|first\s+(?:class|hand|aid|lady|name|person|place\s+to)\b|fifth\s+column\b"
    r"|sixth\s+(?:form|sense)\b|one\s+in\s+the\s+eye\b|two\s+sides\s+of\b",
)
"""In folded text. Every alternative begins with a plain letter, as in `numbers`."""
_LIMIT = re.compile(
    r"(?:up\s+to|(?:no|not)\s+more\s+than|at\s+most|maximum(?:\s+of)?|max\.?|under|limit(?:ed)?\s+(?:of"
    r"|to))\s+[\d,]+\s+words\b"
)
_WORD_LIMIT = re.compile(
    r"[0-9](?<![\d.,].)[\d,]*\s+words\s+(?:at\s+(?:the\s+)?most|max\b|maximum|or\s+(?:fewer|less|under)|limit)"
)
"""How long a letter to the editor may be."""
_SENT = re.compile(
    r"(?:sent\s+to|join(?:ed\s+by)?|read\s+by)\s+(?:over\s+|more\s+than\s+)?[\d,]+\s+(?:other\s+)?"
    r"(?:readers|subscribers|inboxes)"
)
_LETTERS = re.compile(r"letters:\s[^\n]*")
_BLURB = re.compile(
    r"\((?=[^()\n]{0,120}(?:\bpages|\d\s?pp\b|hardcover|hardback|paperback))"
    r"(?=[^()\n]{0,120}(?:[$€£]\s?\d|\d\s?(?:euros|pounds|dollars)))[^()\n]{0,240}\)"
)
"""A book on sale, in brackets: "(288 pages, €24.50)"."""
_IN_PRINT = (
    *((phone, "phone number") for phone in _PHONES[:-1]),
    (_ADDRESS, "address"),
    (_CLOCK, "time of day"),
    (_WORD_LIMIT, "word limit"),
    (_BLURB, "blurb"),
)
_IN_WORDS = (
    (_PHONES[-1], "phone number"),
    (_IDIOM, "idiom"),
    (_LIMIT, "word limit"),
    (_LETTERS, "imprint"),
    (_SENT, "counter"),
)
_LINE = re.compile(r"[^\n]+")
_IMPRINT_LENGTH = 300
"""Code points of the longest line that can be an imprint: a longer one is prose."""
_MASTHEAD_LENGTH = 120
"""The same for a line cut up by bars or dots."""

Area = tuple[int, int, str]


def silent_areas(text: str) -> list[Area]:
    """(start, end, reason) in text order, without overlap."""
    low = folded(text)
    found = [(*m.span(), reason) for shape, reason in _IN_PRINT for m in shape.finditer(text)]
    found += [
        (*m.span(), reason)
        for shape, reason in _IN_WORDS
        for m in shape.finditer(low)
        if not low[m.start() - 1 : m.start()].isalnum()
    ]
    found += [(*span, "imprint") for span in _imprints(low)]
    return list(_without_overlap(sorted(found, key=lambda area: (area[0], -area[1]))))


def _imprints(low: str) -> Iterator[tuple[int, int]]:
    """Lines that tell of the outlet, not of the world."""
    marks = [m.start() for m in _IMPRINT.finditer(low) if _opens_word(low, m.start())]
    at = 0
    for line in _LINE.finditer(low):
        start, end = line.span()
        while at < len(marks) and marks[at] < start:
            at += 1
        marked = at < len(marks) and marks[at] < end
        if end - start < _IMPRINT_LENGTH and (
            marked or _IMPRINT_OPENING.match(low, start, end) or _is_masthead(line[0])
        ):
            yield start, end


def _opens_word(low: str, at: int) -> bool:
    return not (low[at].isalpha() and low[at - 1 : at].isalnum())


def _is_masthead(line: str) -> bool:
    if len(line) >= _MASTHEAD_LENGTH or line.lstrip().startswith("|"):
        return False
    return bool(_MASTHEAD.search(line.strip()[1:]) and _MASTHEAD_SIGN.search(line))


def _without_overlap(areas: list[Area]) -> Iterator[Area]:
    reached = 0
    for start, end, reason in areas:
        if end > reached:
            yield max(start, reached), end, reason
            reached = end
