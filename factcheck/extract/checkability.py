"""Whether a sentence states a fact at all, and whose words it is in."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.extract import changes
from factcheck.extract.view import REMEMBERED, View
from factcheck.model import Attribution, Cause, Kind, Quantity

NOT_FORETOLD = (
    "(?<!expect )(?<!expects )(?<!expected )(?<!predicts )(?<!forecasts )"
    "(?<!reckons )(?<!believes )(?<!thinks )"
)
"""Before a "that" which opens no part of what somebody foretells."""
FORECAST = re.compile(
    r"\b(?:(?:will|would)(?!\s+(?:tell|say|argue|recall|remember|notice"
    r"|find|note|know)\b)|shall|won't|is set to|are set to|is due to|expect(?:s|ed|ing)?"
    r"|forecasts?|forecasting"
    r"|predict\w*|projected|projections?|likely to|on track to|"
    r"(?<!met the )(?<!met its )(?<!missed the )(?<!missed its )(?<!hit the )(?<!hit its )"
    r"(?<!beat the )(?<!minute )(?<!hour )(?<!week )target(?:s|ing)?|aims? to"
    r"|hopes? to|plans? to|intends? to"
    r"|(?-i:\b(?:he|she|they|They|(?!It|Th|Wh)[A-Z][\w’'-]{1,20})) means? to"
    r"|poised to|bound to|by the time|outlook|foresees?|anticipat\w+)\b",
    re.IGNORECASE,
)
ABLE = re.compile(
    r"\b(?:all|what(?:ever)?|everything|(?:as|so)\s+[a-z]+\s+as)\s+(?:(?:he|she|they|it|we|I|you)\s+)could\b"
)
"""What somebody was able to do: "she did all she could"."""
ASKED = re.compile(r"\b(?:how|whether|what|why|where)\s[^,;.\d]*,", re.IGNORECASE)
"""A question within the sentence: "asked how it will end, 7% …" foretells nothing."""
POSSIBLE = re.compile(
    r"\b(?:could|(?-i:may)|might)(?!\s+(?:tell|say|argue|recall|remember|notice|find|note|know)\b)",
    re.IGNORECASE,
)
"""Foretells, unless it tells what is possible now."""
POSSIBLE_NOW = re.compile(
    r"\s+(?:\w+\s+(?:(?:about|nearly|almost)\s+)?as\s+(?:much|many)"
    r"|(?<=may )(?:drink|gulp|swallow|eat|use|consume|hold|contain|equal|rival))\b"
)
"""After a "may" that measures one thing by another: "may drink as much as 12 million people"."""
FORECAST_AFTER = re.compile(
    r"^\W*+(?:(?:[\w'’-]+\s+){0,5}?will\s+have\s+[a-z]+ed\b|(?:[\w'’-]+\s+){0,3}?"
    r"(?:(?:is|are|was|were)\s*)?(?:expected|forecast|predicted|projected"
    r"|(?<!as )(?<!more )(?<!less )likely|(?<!the )next year)\b)",
    re.IGNORECASE,
)
TOLD_OF = re.compile(
    r",\s+(?:(?:which|who)\s+(?:already\s+)?(?:has|have|had|was|were|is|are)|whose\s+\w+\s+(?:has|had|have|was|were|\w+ed))\b(?!\s+(?:set|due|likely|expected"
    r"|forecast|predicted|projected|to)\b)(?:[^\w,;.][^,;.]*)?$",
    re.IGNORECASE,
)
"""A relative clause that tells a fact of somebody who foretells: "fears Moss, who has run 17"."""
ALSO_TELLS = re.compile(r"\b(?:and|but)\s+(?:has|had|have)\s++(?!to\b)[^,;.]*$", re.IGNORECASE)
"""A second verb that tells what is done: "expects a fall and has set aside 250 million"."""
SURVEYED = re.compile(
    r"\s+(?:of\s+[^,;:.\d]{1,40}?\s)?(?:expect|foresee|believe|think|say|said|fear|hope|worry|worried"
    r"|anticipate|predict|agree|trust|feel|felt|thought|believed|expected|feared|hoped)\b(?!\s+to\s+be\b)"
)
"""After a share of people asked: "73% expect a loss" tells what they answered."""
ANSWERED = re.compile(rf"\d\s?(?:%|per\s?cent|percent){SURVEYED.pattern}")
"""A share of people and what they answered, before another number."""
AND_OF_OTHERS = re.compile(
    r",\s+(?:(?:and|but|while|against)\s+)?(?:(?:among|of|for)\s[^,;:\d]{1,40}"
    r"|an?\s+(?:difference|gap|lead|margin)\s+of\s+)$"
)
"""Before the answer of others to it, or the distance: "60% expect a loss, among women 51%"."""
PEOPLE = (Kind.PERCENT, Kind.RATIO)
EQUALS = re.compile(
    r"\b(?:would|could)(?:,[^.;,]{0,40},)?\s+(?:be enough (?:to|for)|suffice|fill|meet|cover|power"
    r"|supply|quench|satisfy|feed|stretch|circle|calm)\b[^.;]*$",
    re.IGNORECASE,
)
"""Measures one thing by another: "its water would meet the needs of 12 million people"."""
FORESEEN = re.compile(r"\b(?:sees?|foresees?|pencils? in)\b[^.;]{0,60}$", re.IGNORECASE)
AHEAD = re.compile(
    r"^[^.;,]{0,30}\b(?:this|next|the coming) (?:year|month|quarter|season|decade)\b", re.IGNORECASE
)
"""After a number that somebody sees coming ("see growth of 0.8% this year")."""
REACHES = re.compile(r"\b(?:crosses|reaches|hits|passes|tops|exceeds)\s+(?:\w+\s+)?[$€£¥]?$", re.I)
BY_THEN = re.compile(r"(?:\s+[\w-]+){0,2}?\s+by\s+(?:then|the\s+end|christmas|year-end)\b", re.I)
"""Around a number that somebody sees coming in the present tense: "it crosses 340 by then"."""
POINTED_AT = re.compile(
    rf"{NOT_FORETOLD}\b(?:this|that|these|those|the)\s+(?:final\s+|same\s+|last\s+)?[\"“‘']?$",
    re.IGNORECASE,
)
"""A number the text takes as known ("this 2.7% gap"), whatever is then foretold of it."""
HYPOTHETICAL = re.compile(
    r"\b(?:if(?! you (?:go by|include|count|believe|exclude|add)\b)|suppose|supposing|imagine"
    r"|assuming|hypothetically|were to|had (?:it|they|he"
    r"|she) been)\b|\b(?-i:Were|Had)\s+(?:the|a|an|its?|their|they|he|she|it|we|I|[\w’'-]+)\s+"
    r"(?:[\w’'-]+\s+){0,3}?(?:to|been|kept|not|gone|risen|fallen|grown|stayed|followed|\w+ed)"
    r"(?:[^\w.;?][^.;?]*)?,",
    re.IGNORECASE,
)
OPINION = re.compile(
    r"\b(?:I (?:think|believe|would|guess|give|rate|reckon|bet|suspect|fear|hope|put it at)|I'd"
    r"|we think|we believe|in my view|in our view|my money is on"
    r"|should(?!\s+have\s+(?:read|said|been|given|shown)\b)"
    r"|hot take"
    r"|we (?:advise|recommend|suggest)|advises?\b.{0,30}\bto|arguably|feels? like|ought to"
    r"|let's say|ask me|(?:my|our)(?: own)? (?:bet|guess|hunch|money|call(?=:))"
    r"|if you (?:force|press|push) me"
    r"|(?:is|are|was|were) (?:\w+ )?(?:worthless|useless|rubbish|pointless|nonsense|overrated))\b",
    re.IGNORECASE,
)
ASIDE = re.compile(r"\d[^.,;]*,\s+I (?:think|believe|guess|suspect)\b(?=\W*$)", re.IGNORECASE)
"""At the end of a statement: "Kent has reached 2.9%, I believe" may be checked."""
REJECTED = re.compile(
    r"\b(?:wrongly|incorrectly|mistakenly|erroneously|falsely|not the|rather than|instead of"
    r"|no longer|misreported|misprint\w*)\b[^,;:]{0,40}$",
    re.IGNORECASE,
)
SOURCE = re.compile(
    r"(?:\b[Aa]ccording to|\b[Dd]ata (?:from|of|by)|\b[Ff]igures (?:from|of|by)"
    r"|\b[Ss]tatistics (?:from|of|by))\s+"
    r"(?P<a>(?:the |its |a )?(?:[A-Z][\w’'&.-]*|of|for|the|and)(?:\s+(?:[A-Z0-9][\w’'&.-]*|of|for"
    r"|the|and))*)"
    r"|(?P<b>[A-Z][\w’'&.-]*(?:\s+(?:[A-Z0-9][\w’'&.-]*|of|for|and))*)\s+(?:data |statistics "
    r"|figures )?"
    r"(?:says?|said|reports?|reported|shows?|found|finds|estimates?|indicates?|notes?|printed"
    r"|prints)\b"
)
NOBODY = re.compile(
    r"(?:the|a|an|some|many|most|other|one|this|that|these|those|it|they|he|she|we|i|you|who|what"
    r"|and|but|for|of|his|her|its|their|our|my)",
    re.IGNORECASE,
)
"""Words with a capital at the head of a sentence that name no source."""
CLAUSE = re.compile(
    r"[;:–—]|,\s+(?:and|but|while|whereas)\s"
    rf"|{NOT_FORETOLD}\bthat\b"
)


def checkability(view: View, quantity: Quantity, future: bool, past: bool = False) -> Cause | None:
    """Opinion, forecast or hypothesis, else None.

    `future`: the period of the number lies ahead; `past`: it had ended when the article appeared.
    """
    clause = _clause(view, quantity)
    if HYPOTHETICAL.search(clause):
        return Cause.HYPOTHETICAL
    if POINTED_AT.search(view.before(quantity.start)):
        return None
    if _is_opinion(view):
        return Cause.OPINION
    known = changes.is_earlier(view, quantity) or changes.role(view, quantity) == "from"
    if future or (not known and _is_foretold(view, quantity, clause, past)):
        return Cause.FORECAST
    return None


@lru_cache(maxsize=REMEMBERED)
def _is_opinion(view: View) -> bool:
    sentence = view.between(view.sentence.start, view.sentence.end)
    return bool(OPINION.search(sentence) and not ASIDE.search(sentence))


def _is_foretold(view: View, quantity: Quantity, clause: str, past: bool) -> bool:
    before = ABLE.sub("", clause[: max(clause.find(quantity.quote), 0)])
    before = ASKED.sub("", before)
    after = view.after(quantity.end)
    if FORESEEN.search(before) and AHEAD.match(after):
        return True
    if REACHES.search(before) and BY_THEN.match(after):
        return True
    if any(told.search(before) for told in (TOLD_OF, ALSO_TELLS, EQUALS)):
        return False
    if quantity.kind in PEOPLE and SURVEYED.match(after):
        return False
    if AND_OF_OTHERS.search(before):
        before = ANSWERED.sub("", before)
    if FORECAST.search(before) or FORECAST_AFTER.match(after):
        return True
    possible = POSSIBLE.search(before)
    return bool(possible and not past and not POSSIBLE_NOW.match(before, possible.end()))


def rejected(view: View, quantity: Quantity) -> bool:
    """The text itself calls the figure wrong ("some reports wrongly gave 50")."""
    return bool(REJECTED.search(view.before(quantity.start)))


@lru_cache(maxsize=REMEMBERED)
def source_named(view: View) -> str | None:
    """Who the sentence gives as its source, in its own words."""
    for match in SOURCE.finditer(view.text, view.sentence.start, view.sentence.end):
        name = (match.group("a") or match.group("b")).strip()
        if not NOBODY.fullmatch(name):
            return name
    return None


def attribution(text: str, block_start: int, quantity: Quantity, source: str | None) -> Attribution:
    """Quoted inside quotation marks opened in the same block, else attributed or the writer's."""
    before = text[block_start : quantity.start]
    curly = before.count("“") - before.count("”")
    if curly > 0 or before.count('"') % 2 == 1:
        return Attribution.QUOTED
    return Attribution.ATTRIBUTED if source else Attribution.WRITER


def _clause(view: View, quantity: Quantity) -> str:
    """From the last break before the number to the next one after it."""
    start, end = view.sentence.start, view.sentence.end
    for first, last in _clause_breaks(view):
        if last <= quantity.start:
            start = first
        elif first >= quantity.end:
            end = first
            break
    return view.text[start:end]


@lru_cache(maxsize=REMEMBERED)
def _clause_breaks(view: View) -> list[tuple[int, int]]:
    return [m.span() for m in CLAUSE.finditer(view.text, view.sentence.start, view.sentence.end)]
