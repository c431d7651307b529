"""Say which numbers state nothing: names, labels, phone numbers, imprints, idioms, ages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from decimal import Decimal

from factcheck.extract.drafts import Draft
from factcheck.extract.hedges import hedge_at
from factcheck.extract.nouns import counted_noun
from factcheck.measure.units import AFTER
from factcheck.model import BlockKind, Document, Kind

_LABEL = re.compile(
    r"(?:\b(?:no|nos|number|fig|figure|table|chart|section|sec|chapter|ch|appendix|annex|page|p|pp|part|volume|vol"
    r"|issue|episode|ep|room|floor|piso|unit|flat|apt|suite|bus|line|route|platform|gate|flight|highway|motorway"
    r"|article|paragraph|para|rule|act|season|series|game|match|day|week|step|level|phase|tier|stage|round|version"
    r"|model|ticket|item|question|group|class|type|category|box|note|footnote|ext|extension|tel|phone|fax|isbn|issn"
    r"|ref|reg|case|lot|grade|year|channel|psalm|verse|district|precinct|ward|zone|sector|area|exit|junction|track"
    r"|lap|hole|tour|heat|press|dial|reply\s+with|text|lane|pier|berth|study|experiment|scenario|option|plan|formula|top)\b\.?(?:\s+no\.?)?"
    r"|\b(?:[Rr]eg(?:istration)?|ISBN|Company|Order|Invoice)\.?\s+(?:no|number)\.?:?|№|#)\s*$",
    re.IGNORECASE,
)
_LABEL_PLAIN = re.compile(r"\b(?:day|week|year|part|top|series|level|line|plan|area|unit|game|match|round|class|group)\s*$", re.I)
_LIST_NUMBER = re.compile(r"(?:^|\n)[ \t>*_#-]*\(?$")
_LIST_CLOSE = re.compile(r"(?:\)|\.(?=\s)|:(?=\s))")
_TIME_BEFORE = re.compile(r"\d[:.]$|\b(?:GMT|UTC|BST|EST|EDT|CET|PST|PDT)\s*$")
_TIME_AFTER = re.compile(r"[:.]\d\d\b(?!\s?(?:%|per|bn|m\b|million))(?=\s?(?:[ap]\.?m\b|GMT|UTC|h\b|hrs|o['’]clock)|:\d\d)?|\s?[ap]\.?m\b\.?|\s?o['’]clock|\s+(?:GMT|UTC|BST|EST|EDT|CET)\b|\s*h\d\d\b")
_CLOCK = re.compile(r"\d?\d:\d\d(?::\d\d)?")
_RESULT = re.compile(r"(?<![\d%$£€.,-])\d{1,3}(?:[-–]\d{1,3}){1,3}(?!\d|%|[.,]\d|\s?(?:per\s?cent|percent|pc|million|billion|bn|m\b|points?|[a-z]+s\b|year|month|day))")
_PHONE = re.compile(
    r"\+\d[\d ()-]{6,}\d|(?<![\d.,])\(?0\d{1,4}\)?[ -]\d{2,4}(?:[ -]\d{2,5})*(?![\d%,.]\d)"
    r"|(?<![\d.,$£€])\d{2,4}(?:[ -]\d{3,4}){2,}(?!\d)|(?<![\d.,])\d{3}-\d{4}(?![\d-])"
    r"|\b(?:Tel|Phone|Fax|Call|Ph|Telephone|Mobile|Hotline)\b[.:]?\s*[\d +()-]{5,}",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\b\d{1,5}(?:[-–]\d{1,5})?[A-Za-z]?,?\s+(?:[NSEW]\.?\s+)?(?:\d{1,3}(?:st|nd|rd|th)|(?:[A-Z][\w'’-]+\s+){1,3}?)\s*"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Way|Boulevard|Blvd|Square|Sq|Place|Pl|Court|Ct|Crescent|Terrace"
    r"|Close|Row|Quay|Park|Parade|Highway|Hwy)\b\.?"
    r"|\b(?:Av|Ave|Avenida|Calle|Rue|Via|Rua|Boulevard|Plaza|Piazza)\.?\s+(?:[A-Z][\w.'’-]*\s+){1,3}\d{1,5}\b"
    r"|\b[A-Z]{1,2}\d{1,2}[A-Z]?\s+\d[A-Z]{2}\b|\bP\.?O\.?\s+Box\s+\d+",
)
_IMPRINT = re.compile(
    r"©|\(c\)\s+\d{4}|\bcopyright\b|\ball\s+rights\s+reserved\b|\bISBN\b|\bISSN\b|\bTel\.|\bTicket\s+#"
    r"|^[\W_]*(?:first\s+|last\s+)?(?:posted|published|updated|edit(?:ed)?|modified|issued|recorded|printed|edition)"
    r"(?::|\s+(?:(?:on|at|by|for|of)\s+)?(?:[~@]?\w+\s+at\s+)?(?:\d|episode|issue|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b))"
    r"|^[\W_]*(?:transcript|contact|corrections?|desk|newsdesk|tel|filed\s+under|read\s+time):"
    r"|^[\W_]*by\s+[A-Z]\w+\s+[A-Z]\w+\s*[|·]",
    re.IGNORECASE,
)
_MASTHEAD = re.compile(r"[|·•]")
_MASTHEAD_SIGN = re.compile(
    r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|\b\d{1,2}:\d\d\b|\bsubscribers?\b|\bcomments?\b|\breplies\b|\bmin(?:ute)?s?\s+read\b"
    r"|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_COUNTER = re.compile(r"\s*(?:comments?|replies|subscribers|shares|likes|views|retweets|min(?:ute)?s?\s+read)\b", re.IGNORECASE)
_EQUALS = re.compile(r"\s*=\s*[A-Za-z]")
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages)\s+(?:between\s+|from\s+)?(?:\d+\s+(?:to|and)\s+|\d+\s?[-–]\s?)?$", re.IGNORECASE)
_AGE_AFTER = re.compile(r"[\s-]*(?:years?|months?|weeks?|days?)?[\s-]*olds?\b|\s+years?\s+of\s+age\b")
_APPOSITION = re.compile(
    r"(?:[A-Z][\w'’-]+|\b(?:man|woman|boy|girl|teenager|pensioner|mother|father|daughter|son|wife|husband|driver|student|victim|suspect)),\s+$"
)
_FACTOR = re.compile(r"\bfactor\s+of\s+(?:about\s+|around\s+|nearly\s+|almost\s+|more\s+than\s+)?$", re.IGNORECASE)
_DEFINITE = re.compile(
    r"\b(?:the|these|those|all|both|last|next|first|past|previous|other|its|their|his|her|our|my|your|between|either|into|each)\s+"
    r"(?:[a-z]+\s+)?$",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![\w])(?P<name>[a-z]{0,2}[A-Z][\w&’'.-]*)[ \u00a0]$")
_NOT_NAMES = frozenset(
    """a about above after almost among an and are around as at before being below between but by circa close
    did down during each every exactly except fewer for from had has have here how i if in into is it just last
    less like more most nearly next no nor not now of off on only onto or our out over per plus roughly since so
    some such than that the their them then there these they this those though through to total under until up
    upon was we were what when where which while who with within without yet you another all both documented
    approximately additionally us up median average estimated""".split()
)
_MONTHLY = re.compile(r"\s*(?:a|per|every|each|an)\s+(?:second|minute|hour|day|week|month|year|season|game|match)\b")
_LABEL_STRICT = re.compile(r"\b(?:Suite|Unit|Room|Flat|Apt|Platform|Gate|Apartment|Stand|Hall|Terminal|ZIP(?:\s+code)?)\s+$")
_TURNED = re.compile(r"\b(?:turn(?:s|ed|ing)|aged?)\s+$", re.IGNORECASE)
_CAREER = re.compile(r"\s+(?:of\s+experience|(?:in|on)\s+the\s+(?:trade|job|business|industry|field|profession)|in\s+(?:business|office|prison|jail))\b")
_PURCHASE = re.compile(r"\bI\s+(?:paid|spent|bought\s+\w+(?:\s+\w+)?\s+for)\s+(?:only\s+|just\s+)?$")
_SCORE_NAMED = re.compile(r"\b(?:scores?|scored|scoring|ratings?)\b[^.!?\n]{0,100}$", re.IGNORECASE)
_CHANGE_BY = re.compile(r"\b(?:up|down|by|rose|fell|gained|lost|of|climbed|dropped|a|an)\s+(?:\w+\s+)?$", re.IGNORECASE)
_COMPARES = re.compile(r"\s+(?:more|less|fewer|higher|lower|above|below|up|down|ahead|behind)\b")
_LISTED = re.compile(r"(?:,|;|\band|\bwhile|\bbut|\bagainst)\s+(?:the\s+)?(?:[A-Z][\w’'.-]*\s+){1,3}$")
_LIST_ITEM = re.compile(r"(?:,|;|\band|\bbut|\bagainst)\s+(?:(?:only|just)\s+)?$")
_IDIOM = re.compile(
    r"\b(?:second\s+to\s+none|one\s+of\s+the|at\s+first|24/7|9/11|50[-/]50|50:50|one\s+hand|one\s+thing|on\s+all\s+fours|back\s+to\s+square\s+one"
    r"|one\s+another|hundred\s+days|a\s+million\s+miles|one\s+by\s+one|zero[- ]sum|catch-22|twenty-four\s+seven|at\s+sixes\s+and\s+sevens"
    r"|give\s+(?:it\s+)?a\s+hundred\s+per\s?cent|half\s+the\s+(?:battle|story|fun)|see\s+you\s+(?:again\s+)?in\s+[\w-]+\s+\w+"
    r"|ten\s+commandments|seven\s+seas|cloud\s+nine|third\s+(?:party|parties|world)|second\s+(?:thought|hand|nature|home|class|guess)s?"
    r"|first\s+(?:class|hand|aid|lady|name|person|place\s+to)|fifth\s+column|sixth\s+(?:form|sense)|one\s+in\s+the\s+eye|two\s+sides\s+of)\b",
    re.IGNORECASE,
)
_RANK_AFTER = re.compile(
    r"[\s-]+(?:edition|place|position|spot|rank|seed|(?:most[\s-]+)?(?:largest|biggest|smallest|highest|lowest|best|worst|most|least|fastest|slowest"
    r"|oldest|youngest|richest|poorest|busiest|tallest|longest|shortest|heaviest|cheapest|strongest|weakest|wealthiest|safest|deadliest|hottest|coldest|wettest|driest)\b"
    r"|in\s+the\s+(?:world|table|league|ranking|rankings|standings|list|medal)|only\s+to|behind\s+(?:the\s+)?[A-Z]|among\s+|out\s+of\s+\d|globally|worldwide|overall"
    r"|(?:[A-Z][\w’'-]*\s+){1,4}(?:report|index|survey|edition|study|ranking|census|conference|congress|summit)\b)",
)
_RANK_BEFORE = re.compile(
    r"\b(?:rank(?:s|ed|ing)?|plac(?:e|es|ed|ing)|finish(?:es|ed|ing)?|came|comes|coming|come|stands?|stood|sits?|sat|lies|lay|moved\s+(?:up\s+)?(?:in)?to|moves\s+into"
    r"|fell\s+to|falls\s+to|fall\s+back\s+to|rose\s+to|climbed\s+to|slipped\s+to|dropped\s+to|up\s+to|down\s+to|seeded|joint|tied\s+for|is|was|are|remains?)\s+"
    r"(?:in\s+|as\s+|the\s+|a\s+|joint[\s-]+|only\s+|tied\s+|equal\s+)*$",
    re.IGNORECASE,
)
_NOT_RANKED = re.compile(
    r"[\s-]+(?:centur(?:y|ies)|quarters?|halfs?|halves|times?|birthday|anniversary|minutes?|hours?|days?|weeks?|months?|years?|floors?|storey|street|st\b|avenue|ave|amendment|person|party|parties"
    r"|hand|class|generation|round|grade|wave|season|term|step|stage|phase|part|reading|half|thing|reason|question|point|line|option|possibility|"
    r"of\s+(?:january|february|march|april|may|june|july|august|september|october|november|december)|straight|consecutive|successive|in\s+a\s+row|person|base|wicket|over|inning|set|leg|test|dose)",
    re.IGNORECASE,
)
_TIMES_CUE = re.compile(
    r"\s+(?:as|more|less|fewer|higher|lower|larger|bigger|smaller|greater|faster|slower|cheaper|heavier|older|better|worse|the|that|those|this|their|its|his|her|our|what|over"
    r"|likelier|longer|stronger|book|earnings|sales|revenues?|annual|normal|average|[A-Z])",
)
_PART_CUE = re.compile(
    r"\s+(?:of|more|less|fewer|lower|higher|larger|smaller|bigger|cheaper|faster|slower|as|the|its|their|his|her|that|those|are|is|were|was|have|had|say|said|believe|think|from|in\s+\d|since|by|on|\w+ed)\b"
    r"|\s*[.,;:!?)\n\"”]|\s*$"
)
_PART_VERB = re.compile(
    r"\b(?:by|to|about|around|nearly|almost|over|than|under|roughly|only|just|some|lost|loses?|fell|fallen|falls?|rose|risen|rises?|climbed|dropped|drops?|grew|grown|shrank|shrunk|gained"
    r"|cut|down|up|in|of|for|at|with|is|was|are|were|have|has|holds?|owns?|took|takes|makes?|made|account(?:s|ed|ing)?\s+for)\s+$",
    re.IGNORECASE,
)
_HALF_NOT = re.compile(r"\b(?:first|second|other|better|latter|each|either|opening|top|bottom|this|last|the)\s+$", re.IGNORECASE)
_MULTIPLE_AFTER = re.compile(r"\s+(?:the|its|their|his|her|that|those|this|as|what|from|in|by|since|over|to|between|within|[A-Z]|on|during|last|this|every|and|or|with|again)\b|\s*[.,;:!?)]|\s*$")
_MODAL = re.compile(r"\b(?:to|will|would|could|may|might|can|should|must|than|nearly|almost|about|roughly|is|are|was|were|be|been|at|least|did|does|do|s|or)\s+$", re.IGNORECASE)
_STARTS_ROUND = re.compile(r"^[^\w]*(?:the\s+|top\s+)?$", re.IGNORECASE)
_SCORED = re.compile(
    r"\b(?:scor(?:e|es|ed|ing)|rat(?:ed|es|ing|ings)|points?\s+total|gets?|index)(?:\s+(?:a|an|of|at|only|just|stood|stands|was|is|to|rose|fell|reached))*\s+$",
    re.IGNORECASE,
)
_SMALL = 12
"""Cardinals in words up to here are silent after "the", "these", "all": a set already known."""


def mark_silent(document: Document, drafts: list[Draft]) -> None:
    """Write the reason into `draft.silent` of every number that states nothing."""
    text = document.text
    areas = _areas(text)
    titles = _titles(document)
    starts = [start for start, _, _ in areas]
    previous: Draft | None = None
    for draft in drafts:
        if draft.silent:
            continue
        at = bisect_right(starts, draft.start) - 1
        if at >= 0 and draft.start < areas[at][1]:
            draft.silent = areas[at][2]
            continue
        head = text[max(0, draft.start - 140) : draft.start]
        line = head.rpartition("\n")[2]
        before = previous if previous and _same_sentence(text, previous, draft) else None
        draft.silent = _reason(draft, line, before, titles)
        if not draft.silent:
            previous = draft


def _areas(text: str) -> list[tuple[int, int, str]]:
    """Stretches in which no number speaks, in text order and without overlap."""
    found = [(*m.span(), "phone number") for m in _PHONE.finditer(text)]
    found += [(*m.span(), "address") for m in _ADDRESS.finditer(text)]
    found += [(*m.span(), "time of day") for m in _CLOCK.finditer(text)]
    found += [(*m.span(), "idiom") for m in _IDIOM.finditer(text)]
    for match in re.finditer(r"[^\n]+", text):
        line = match[0]
        if len(line) < 300 and _IMPRINT.search(line) or (
            len(line) < 120
            and not line.lstrip().startswith("|")
            and _MASTHEAD.search(line.strip()[1:])
            and _MASTHEAD_SIGN.search(line)
        ):
            found.append((*match.span(), "imprint"))
    found.sort(key=lambda area: (area[0], -area[1]))
    merged: list[tuple[int, int, str]] = []
    for area in found:
        if not merged or area[0] >= merged[-1][1]:
            merged.append(area)
        elif area[1] > merged[-1][1]:
            merged.append((merged[-1][1], area[1], area[2]))
    return merged


def _titles(document: Document) -> list[tuple[int, int]]:
    kinds = (BlockKind.TITLE, BlockKind.HEADING)
    found = [(b.start, b.end) for b in document.blocks if b.kind in kinds]
    first = re.match(r"\s*([^\n]+)(?=\n\s*\n)", document.text)
    return found or ([first.span(1)] if first else [])


def _same_sentence(text: str, before: Draft, draft: Draft) -> bool:
    gap = text[before.end : draft.start]
    return len(gap) < 120 and not re.search(r"[.!?]['\"”’)]*\s|\n", gap)


def _reason(
    draft: Draft, line: str, before: Draft | None, titles: list[tuple[int, int]]
) -> str:
    by_form: dict[str, Callable[[Draft, str, Draft | None], str]] = {
        "ordinal": _ordinal,
        "fraction": _fraction,
        "multiple": _multiple,
        "words": _words,
        "vague": _vague,
        "digits": _digits,
    }
    rule = by_form.get(draft.form)
    if draft.form in ("words", "ordinal") and _opens_title(draft, titles):
        return "title"
    if draft.unit is None and _EQUALS.match(draft.text, draft.end):
        return "option"
    if draft.kind is Kind.MONEY and _PURCHASE.search(line):
        return "purchase"
    if draft.unit is None and _FACTOR.search(line):
        draft.kind, draft.unit = Kind.MULTIPLE, "multiple"
        return ""
    compared = _CHANGE_BY.search(line) or _COMPARES.match(draft.text, draft.end)
    if draft.unit == "points" and before and before.kind is Kind.PERCENT and compared:
        draft.kind, draft.unit = Kind.PERCENTAGE_POINTS, "percentage_points"
    return rule(draft, line, before) if rule else ""


def _opens_title(draft: Draft, titles: list[tuple[int, int]]) -> bool:
    """ "Seven charts that ...": a headline counts its own items (or minutes)."""
    if draft.scale > 1 or draft.kind not in (Kind.COUNT, Kind.DURATION):
        return False
    for start, end in titles:
        if start <= draft.start < end:
            opening = re.split(r"[:?!–—]\s", draft.text[start : draft.start])[-1]
            return bool(_STARTS_ROUND.match(opening))
    return False


def _digits(draft: Draft, line: str, before: Draft | None) -> str:
    text, end = draft.text, draft.end
    if draft.kind is Kind.DURATION:
        return _duration(draft, line)
    if draft.unit == "multiple":
        return _times(draft)
    if draft.unit is not None:
        return ""
    if text[end : end + 1] in "-‑" and text[end + 1 : end + 2].isalpha():
        return "modifier"
    if _LIST_NUMBER.search(line) and _LIST_CLOSE.match(text, end):
        return "list number"
    if _LABEL_STRICT.search(line) or re.match(r"\s+ZIP\b", text[end : end + 5]) or draft.scale == 1 and _is_label(draft, line):
        return "label"
    if _AGE_BEFORE.search(line) or _AGE_AFTER.match(text, end):
        return "age"
    if _TURNED.search(line) and draft.bare:
        return "age"
    if _APPOSITION.search(line) and text[end : end + 1] == "," and 0 < draft.value < 120:
        return "age"
    if _TIME_BEFORE.search(line) or _TIME_AFTER.match(text, end) and _clock(draft):
        return "time of day"
    if _is_result(text, draft.start):
        return "result"
    if draft.scale == 1 and _SCORED.search(line) and not (draft.counted and draft.counted.plural):
        draft.kind, draft.unit, draft.counted = Kind.SCORE, "points", None
        return ""
    if draft.bare and before is None and _SCORE_NAMED.search(line):
        draft.kind, draft.unit = Kind.SCORE, "points"
    if _COUNTER.match(text, end) and _counter_line(text, draft):
        return "counter"
    return "name" if draft.scale == 1 and _is_name(draft, line, before) else ""


def _is_result(text: str, at: int) -> bool:
    """ "won 2-1", "a vote of 7-2", "4-3-3"; not the range of "60-70%" or "14-18 mpg"."""
    start = max(0, at - 8)
    match = next((m for m in _RESULT.finditer(text, start, at + 12) if m.start() <= at < m.end()), None)
    if not match or AFTER.match(text, match.end()) or text[match.end() : match.end() + 1].isalpha():
        return False
    noun = counted_noun(text, match.end())
    return not (noun and noun.plural)


def _clock(draft: Draft) -> bool:
    return draft.value is not None and draft.value < 25


def _counter_line(text: str, draft: Draft) -> bool:
    start = text.rfind("\n", max(0, draft.start - 80), draft.start) + 1
    stop = text.find("\n", draft.end, draft.end + 80)
    return 0 <= stop < start + 80 or len(text) < start + 80


def _is_label(draft: Draft, line: str) -> bool:
    match = _LABEL.search(line)
    if not match or "," in draft.quote or draft.step < 1 and draft.counted:
        return False
    return not (_LABEL_PLAIN.search(line) and draft.counted and draft.counted.plural)


def _is_name(draft: Draft, line: str, before: Draft | None) -> bool:
    """A figure straight after a capitalised word: "Claude 3.5", "Big 12", "S&P 500"."""
    noun = counted_noun(draft.text, draft.end)
    if noun and not noun.plural and noun.head[0].isupper():
        return "," not in draft.quote and draft.step == 1 and (draft.value or 0) >= 100
    match = _NAME.search(line)
    if not match or "," in draft.quote:
        return False
    name = match["name"]
    if name.endswith(("'s", "’s", "s'", "s’")):
        return False
    if before and before.kind in (Kind.COUNT, Kind.SCORE) and _LISTED.search(line):
        return False
    opens = not line[: match.start()].strip(" \"'“‘(*_•-–—|>#")
    return not (name.lower() in _NOT_NAMES or (opens and draft.counted and draft.counted.plural))


def _duration(draft: Draft, line: str) -> str:
    if draft.hyphen or _AGE_AFTER.match(draft.text, draft.end):
        return "age" if _AGE_AFTER.match(draft.text, draft.end) else "modifier"
    if draft.form == "words" and draft.value == 1 and draft.unit not in ("years", "decades"):
        return "small number"
    if _CAREER.match(draft.text, draft.end):
        return "career"
    if re.search(
        r"\b(?:for|within|over|every|the|each|last|next|past|first|per|after|another|about|some|a|under)\s+(?:the\s+|a\s+)?$",
        line,
        re.IGNORECASE,
    ):
        return "window"
    return ""


def _times(draft: Draft) -> str:
    """ "12 times as many" is a multiple, "won it 12 times" a count, "three times a week" neither."""
    text, end = draft.text, draft.end
    if not draft.quote.endswith("times") or _TIMES_CUE.match(text, end):
        return ""
    value = draft.value or Decimal(0)
    if value != value.to_integral_value():
        return ""
    if _MONTHLY.match(text, end) or value < 4:
        return "frequency"
    draft.kind, draft.unit = Kind.COUNT, "times"
    return ""


def _words(draft: Draft, line: str, before: Draft | None) -> str:
    if draft.kind is Kind.DURATION:
        return _duration(draft, line)
    if draft.unit == "multiple":
        return _times(draft)
    if draft.unit is not None or draft.scale > 1:
        return ""
    value = draft.value or Decimal(0)
    if draft.hyphen or _LABEL.search(line):
        return "modifier"
    if value <= 3 and draft.bare and before and before.kind is Kind.COUNT and _LIST_ITEM.search(line):
        return "" if re.match(r"\s+(?:from|in|for|to)\b", draft.text[draft.end : draft.end + 6]) else "small number"
    if value <= 2:
        return "small number"
    if _AGE_AFTER.match(draft.text, draft.end):
        return "age"
    if value <= _SMALL and _DEFINITE.search(line):
        return "known set"
    if draft.counted and draft.counted.plural:
        return ""
    if value <= 3:
        return "small number"
    if "dozen" in draft.quote.lower():
        return "word"
    if value > _SMALL:
        return ""
    return "" if re.match(r"\s+each\b|\s*[.,;)\n]|\s+(?:in|from|of|and|clear|more|fewer|ahead|behind|short|above|below)\b|\s*$", draft.text[draft.end : draft.end + 12]) else "word"


def _vague(draft: Draft, line: str, before: Draft | None) -> str:
    level = re.match(r"(?:low|mid|high)", draft.quote, re.IGNORECASE)
    if level and draft.unit is None and draft.counted is None:
        draft.kind, draft.unit = Kind.MONEY, "USD"
        draft.modifier = "approx"
        return ""
    if draft.unit or draft.counted:
        return "" if re.match(r"\s+of\b", draft.text[draft.end : draft.end + 5]) or draft.unit else "vague"
    return "vague"


def _ordinal(draft: Draft, line: str, before: Draft | None) -> str:
    text, end = draft.text, draft.end
    if edition := re.match(r"\s+edition\b", text[end : end + 10]):
        draft.end += edition.end()
        return ""
    if _RANK_AFTER.match(text, end):
        return ""
    if _NOT_RANKED.match(text, end) or text[end : end + 1] in "-‑":
        return "ordinal"
    if (draft.value or 0) > 3 and not _NOT_RANKED.match(text, end):
        return ""
    return "" if (draft.value or 0) > 1 and _RANK_BEFORE.search(line) and re.match(r"\s*[.,;:)\n]|\s+(?:in|with|among|behind|to|after|for|on)\b|\s*$", text[end : end + 10]) else "ordinal"


def _fraction(draft: Draft, line: str, before: Draft | None) -> str:
    text, end = draft.text, draft.end
    low = draft.quote.lower()
    if low in ("half", "halves"):
        if hedge_at(text, draft.start, end):
            return ""
        if _HALF_NOT.search(line) or not re.match(r"\s+(?:of|the|its|their|his|her|as|that|those|all|a\s|to\b|are|were|is|was|have|had|say|said|by|in\b|from|who|what)|\s*[.,;:)\n]|\s*$", text[end : end + 8]):
            return "half"
        return ""
    if draft.quote[-1].isdigit():
        return ""
    if draft.hyphen or not _PART_CUE.match(text, end):
        return "ordinal"
    if low.endswith(("quarter", "third", "fourth")) and low.startswith(("a ", "one ")) and not (
        re.match(r"\s+(?:of|more|less|fewer|lower|higher|larger|smaller|cheaper)\b", text[end : end + 9]) or _PART_VERB.search(line)
    ):
        return "ordinal"
    return ""


def _multiple(draft: Draft, line: str, before: Draft | None) -> str:
    text, end, low = draft.text, draft.end, draft.quote.lower()
    if low in ("twice", "thrice"):
        return "" if re.match(r"\s+(?:as|the|that|its|their|his|her|those|what|more)\b|\s+[A-Z]", text[end : end + 9]) else "frequency"
    if low in ("double", "triple", "treble", "quadruple"):
        cue = re.match(r"\s+(?:the|that|its|their|his|her|those|what|from|by|in|to|since|every|over|within|[A-Z])|\s*[.,;:!?)\n]|\s*$", text[end : end + 9])
        return "" if cue and (_MODAL.search(line) or re.match(r"\s+(?:the|that|its|their|those|what)\b", text[end : end + 7])) else "adjective"
    return ""
