"""Say which numbers state nothing: names, labels, phone numbers, imprints, idioms, ages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from decimal import Decimal

from factcheck.extract import names
from factcheck.extract.areas import silent_areas
from factcheck.extract.drafts import Draft
from factcheck.extract.shares import fraction_reason, multiple_reason, ordinal_reason, read_rank
from factcheck.measure.numerals import CARDINAL
from factcheck.model import BlockKind, Document, Kind, Modifier

_EQUALS = re.compile(r"\s*=\s*[A-Za-z]")
_FACTOR = re.compile(
    r"\b(?:factor\s+of|multiplied\s+by)\s+(?:about\s+|around\s+|nearly\s+|almost\s+"
    r"|more\s+than\s+)?$",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"\b(?:the|these|those|all|both|last|next|first|past|previous|other|its|their|his|her|our|my"
    r"|your|between|either|into|each)\s+"
    r"(?:[a-z]+\s+)?$",
    re.IGNORECASE,
)
_MONTHLY = re.compile(
    r"\s*(?:a|per|every|each|an)\s+(?:second|minute|hour|day|week|month|year"
    r"|season|game|match)\b"
)
_CAREER = re.compile(
    r"\s+(?:of\s+experience|(?:in|on)\s+the\s+(?:trade|job|business|industry"
    r"|field|profession)|in\s+(?:business|office|prison|jail))\b"
)
_DENOMINATOR = re.compile(r"\b(?:per|(?:for|in|of)\s+every)\s+$", re.IGNORECASE)
_PURCHASE = re.compile(r"\bI\s+(?:paid|spent|bought)\b[^.!?\n]*$")
_REPLY = re.compile(r"\b(?:reply|press|text|dial)\s+(?:with\s+)?\d{1,2}\b[^.!?\n]*$", re.IGNORECASE)
_ZONES = re.compile(r"\s+time\s+zones\b")
_PERSON = re.compile(r"\b(?:who|she|he|I)\s+(?:has|had|have|keeps?)\s+$", re.IGNORECASE)
_KIN = frozenset(
    [
        "children",
        "sons",
        "daughters",
        "brothers",
        "sisters",
        "siblings",
        "cousins",
        "nephews",
        "nieces",
        "grandchildren",
        "cats",
        "dogs",
    ]
)
_SCORE_NAMED = re.compile(r"\b(?:scores?|scored|scoring|ratings?)\b[^.!?\n]{0,100}$", re.IGNORECASE)
_COMPARES = re.compile(r"\s+(?:more|less|fewer|higher|lower|above|below|up|down|ahead|behind)\b")
_LIST_ITEM = re.compile(r"(?:,|;|\band|\bbut|\bagainst)\s+(?:(?:only|just)\s+)?$")
_TIMES_CUE = re.compile(
    r"\s+(?:(?:as|more|less|fewer|higher|lower|larger|bigger|smaller|greater|faster|slower|cheaper"
    r"|heavier|older|better|worse|the|that|those|this|their|its|his|her|our|what|over"
    r"|likelier|longer|stronger|book|earnings|sales|revenues?|annual|normal|average)\b|[A-Z])",
)
_TIMES_TOLD = re.compile(
    r"\btimes\s+(?:as|more|higher|larger|bigger|greater|faster|that|the|what)\b"
    r"|\bby\s+(?:(?:some|about|around|nearly|almost|over|more\s+than|less\s+than)\s+)*$",
    re.IGNORECASE,
)
"""In a sentence before "thirty times": it compares sizes, and counts no occasions."""
_LATER = re.compile(r"\s+(?:later|earlier|afterwards?)\b(?!\s+than\b)")
"""After a time that only tells when something was, from another time."""
_STARTS_ROUND = re.compile(r"^[^\w]*(?:the\s+|top\s+)?$", re.IGNORECASE)
_SCORED = re.compile(
    r"\b(?:scor(?:e|es|ed|ing)|rat(?:ed|es|ing|ings)|points?\s+total|gets?|index)(?:\s+(?:a|an"
    r"|of|at|only|just|stood|stands|was|is|to|rose|fell|reached|averag(?:ed|es|ing)))*\s+$",
    re.IGNORECASE,
)
_ON_SCALE = re.compile(
    r"\bon\s+(?:the|an?|its|their)\s+(?:[\w’'-]+\s+){0,3}(?:scale|index|leaderboard)\b[^.!?\n]{0,60}$"
    r"|\bindex\b[^.!?,;\n]{0,30}\b(?:stands?|stood|was|is|rose|fell|climbed|dropped|averag(?:ed|es))\s+(?:at\s+|to\s+)?$",
    re.IGNORECASE,
)
_GOALS = re.compile(r"\b(?:goals?|tries|runs|baskets|matches|seasons?)\b")
_PARAGRAPH = 300
"""Code points before a "scored 18" in which its text says what is scored."""
_SCORE_CUES = ("scor", "rat", "total", "get", "index", "scale", "board")
"""Without one of these no score is named, and the search can be left out."""
_SMALL = 12
"""Cardinals in words up to here are silent after "the", "these", "all": a set already known."""
_READING = re.compile(
    r"\b(?:read|reading|listen|listening|watch|viewing|running)(?:\s+time)?:\s+$"
    r"|\brecorded\b(?:(?!\b(?:cut|edited|trimmed|length)\b)[^.!?\n])*+"
    r"\b(?:cut|edited|trimmed|length)\b[^.!?\n]*$",
    re.IGNORECASE,
)
_ON_SALE = re.compile(
    r"\b(?:tickets?\s+(?:for|to)\s+(?:our|my|the\s+(?:talk|event|show|evening|launch))\b"
    r"|doors\s+open(?:ed)?\b[^!?\n]{0,80}\btickets?\b|(?:annual|monthly|yearly)\s+(?:plan|subscription)"
    r"|(?:['’]s|my|new|his|her)\s+(?:latest\s+|new\s+)?(?:book|memoir|novel)\b(?:(?!\bcosts?)[^.!?\n])*+\bcosts?"
    r"|(?:our|my)\s+(?:local|corner|nearest)\b)[^.!?\n]*$",
    re.IGNORECASE,
)
_SALE_CUES = ("ticket", "plan", "subscription", "book", "memoir", "novel", "our ", "my ")
_SHOP = re.compile(
    r"\s+at\s+(?:an?|my|our)\s+(?:(?:local|corner|nearby)\s+)?(?:shop|caf[eé]|bakery|kiosk|stall)\b"
)
_CHEAP = 1000
"""Below it a sum may be what one thing costs in one shop, which nobody publishes."""
_NOTE_BEFORE = re.compile(r"(?:[.:;]\s+|^)\($")
_NOTE_AFTER = re.compile(r"\)\s+[A-Z]")
"""Around the number of a note in brackets: "Notes: (1) Shares refer to ... (2) See ...".
"""
_WAVELENGTH = re.compile(r"\s*(?:FM|AM|MHz|kHz)\b")
_SHORT_CODE = re.compile(r"\b(?:text|call|dial|ring|phone)\s+(?:\w+\s+){0,2}(?:on|to)\s+$", re.I)
_DIALLED = re.compile(r"\d{3,6}")
_INDEX_BASE = re.compile(r"\b\d{4}(?:\s?[-–]\s?\d{2,4})?\s*(?:=|being|equals?|set at)\s*$")
_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_MINUTES = r"(?:five|ten|a\s+quarter|quarter|twenty|twenty-five|half)"
_HOUR_OPENS = re.compile(r"\b(?:is|was|at|by|until|till|about|around|from|nearly)\s+$", re.I)
_HOUR_AFTER = re.compile(rf"\s+(?:to|past)\s+{_HOUR}(?=\s*[.,;:!?)\n]|$)", re.I)
_HOUR_BEFORE = re.compile(
    rf"\b(?:is|was|at|by|until|till|about|around|nearly)\s+{_MINUTES}\s+(?:to|past)\s+$", re.I
)
"""The hour told in words: "twenty to seven"."""
_SIZE = re.compile(r"\d+(?:\.\d+)?[BMKT]")
_VERSION = re.compile(r"\b[A-Z][\w.-]*[\s-]v?\d+(?:\.\d+)*[\s-]$")
"""Before a letter-scaled number: a name that ends with its version."""
_SENTENCE = re.compile(r"[.!?]['\"”’)]*\s|\n")
_WINDOW = re.compile(
    r"\b(?:for|within|over|every|the|each|last|next|past|first|per|after|another|about|some|a"
    r"|under)\s+(?:the\s+|a\s+)?$",
    re.IGNORECASE,
)
_PAST = (
    "were|was|are|is|had|have|has|did|do|died|said|came|met|made|won|lost|took|went|fell|rose|held"
    "|got|left|kept|sold|paid|bought|saw|found|gave|chose|\\w{2,}ed"
)
_WORD_ENDS = re.compile(
    r"\s+(?:each|in|from|of|and|clear|more|fewer|ahead|behind|short|above|below|will|would"
    r"|last\s+(?:year|month|week|season|quarter)|an?\s+(?:year|month|week|decade)\s+(?:ago|before|earlier)"
    r"|the\s+(?:year|month|week|season)\s+before"
    rf"|{_PAST})\b|\s*[.,;)\n]|\s*$"
)
_SHARED_OUT = re.compile(rf"\s+(?:from|in|for|to|{_PAST})\b")
_COMPARED_TO = re.compile(r"\s+(?:more|fewer|less|higher|lower|above|below|ahead)\s+than\b")
_SHARE_OF = re.compile(
    r"(?:,|;|\band|\bbut|\bwhile)\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s+){1,3}"
    r"(?:(?:contributed|followed|had|has|got|made|won|took)\s+)?(?:(?:with|at|on|to|only|just)\s+)?$"
)
_SHARE_ENDS = re.compile(r"\s*[.;)]")
"""Around the last of a list of counts: "Kent had 50, Essex 30 and Surrey two."."""
_TO_ONE = re.compile(r"\s+to\s+(?:one|1)\b(?![\d.,:]*\d|\s+(?:thousand|million|billion))")
_RATIO = re.compile(
    r"\b(?:ratio|odds|outnumber\w*|outnumbering|outweigh\w*|by)(?:[^\w.!?\n][^.!?\n]*)?$", re.I
)
"""Around a multiple: "outnumber them three to one", "the ratio is 11.7 to one"."""
_OF_THEM = re.compile(r"\s+of\s+(?:them|whom|which|these|those)\b")
_TOLD = re.compile(r"[a-z]{3,}:\s+$")
_TOLD_END = re.compile(r"\s*(?:[.;,)\n]|$)")
"""Around a figure that answers the word before it: "Universities: two."."""
_SOMEBODY = re.compile(
    r"\b(?:who|he|she|I|(?:[Mm]y|[Hh]is|[Hh]er)\s+(?:niece|nephew|son|daughter|brother|sister|mother"
    r"|father|wife|husband|partner|child|cousin|aunt|uncle|friend|neighbour|neighbor))(?:['’](?:s|m)|\s+(?:is|are|was|were|am))\s+"
    r"(?:(?:only|just|already|nearly|almost|barely|over|past|under|not\s+yet)\s+)*$"
)
_AGE_END = re.compile(
    r"\s*(?:[.,;)\n]|$)|\s+(?:when|and|but|or|at|in|now|she|he|I|they|could|sleep|has|have)\b"
)
"""Around the age of somebody: "when she was 84 she could", "who are past forty sleep soundly"."""
_SO_FAR = re.compile(
    r"\b(?:has|have|had|['’]ve)\s+(?:[\w’'-]+\s+){1,7}for\s+(?:the\s+past\s+|about\s+|nearly\s+"
    r"|almost\s+|over\s+|more\s+than\s+|some\s+)?$"
)
"""Before a time that is told as such ("has stood there for 31 years"), not as a limit."""
_SCALE_HEAD = re.compile(r"(?:\bin|,|\()\s+$|\($")
_SCALE_END = re.compile(r"\s*(?:[,.;:)\n|]|$)")
"""Around a scale that others figures are told in: "population in billions", ", $ millions"."""
_LEVEL = re.compile(r"(?:low|mid|high)\b", re.IGNORECASE)
_APOSTROPHE = re.compile(r"['’]\s+[a-z]")
_MID_SENTENCE = re.compile(r"[a-z,]\s+$")
_HEAD = 140
"""Code points of the line looked at before a number."""


def mark_silent(document: Document, drafts: list[Draft]) -> None:
    """Write the reason into `draft.silent` of every number that states nothing.

    What the words around decide beside that (a score, percentage points) is set here as well.
    """
    text = document.text
    areas = silent_areas(text)
    starts = [start for start, _, _ in areas]
    titles = _titles(document)
    previous: Draft | None = None
    for draft in drafts:
        if draft.silent:
            continue
        at = bisect_right(starts, draft.start) - 1
        if at >= 0 and draft.start < areas[at][1]:
            draft.silent = areas[at][2]
            continue
        line = text[max(0, draft.start - _HEAD) : draft.start].rpartition("\n")[2]
        before = previous if previous and _same_sentence(text, previous, draft) else None
        draft.silent = _title_reason(draft, titles) or _reason(draft, line, before)
        if draft.silent:
            continue
        previous = draft


def _titles(document: Document) -> list[tuple[int, int]]:
    kinds = (BlockKind.TITLE, BlockKind.HEADING)
    found = sorted((b.start, b.end) for b in document.blocks if b.kind in kinds)
    first = re.match(r"\s*+([^\n]++)(?=\n\s*\n)", document.text)
    return found or ([first.span(1)] if first else [])


def _same_sentence(text: str, before: Draft, draft: Draft) -> bool:
    gap = text[before.end : min(draft.start, before.end + 120)]
    return draft.start - before.end < 120 and not _SENTENCE.search(gap)


def _title_reason(draft: Draft, titles: list[tuple[int, int]]) -> str:
    """ "Seven charts that ...": a headline counts its own items (or minutes)."""
    if draft.form not in ("words", "ordinal") or draft.scale > 1:
        return ""
    if draft.kind not in (Kind.COUNT, Kind.DURATION):
        return ""
    at = bisect_right(titles, draft.start, key=lambda title: title[0]) - 1
    if at < 0 or not titles[at][0] <= draft.start < titles[at][1]:
        return ""
    opening = re.split(r"[:?!–—]\s", draft.text[titles[at][0] : draft.start])[-1]
    return "title" if _STARTS_ROUND.match(opening) else ""


_BY_FORM = {
    "ordinal": ordinal_reason,
    "fraction": fraction_reason,
    "multiple": multiple_reason,
}


def _reason(draft: Draft, line: str, before: Draft | None) -> str:
    if reason := _any_form_reason(draft, line):
        return reason
    if draft.unit is None and draft.form in ("digits", "words") and read_rank(draft, line):
        return ""
    _name_kind(draft, line)
    if rule := _BY_FORM.get(draft.form):
        return rule(draft, line)
    if draft.form == "vague":
        return _vague_reason(draft, line)
    if draft.unit is None:
        figure = _digits_reason if draft.form == "digits" else _words_reason
        return figure(draft, line, before)
    return _unit_reason(draft, line)


def _any_form_reason(draft: Draft, line: str) -> str:
    if draft.unit is None and _EQUALS.match(draft.text, draft.end):
        return "option"
    if draft.kind in (Kind.MONEY, Kind.COUNT) and "I" in line and _PURCHASE.search(line):
        return "purchase"
    if draft.kind is Kind.MONEY and draft.scale == 1 and _is_on_sale(draft, line):
        return "price tag"
    if draft.kind is Kind.COUNT and draft.scale == 1 and _is_small_talk(draft, line):
        return "small talk"
    if draft.bare and draft.scale == draft.step == 1 and _is_somebodys_age(draft, line):
        return "age"
    if draft.form in ("digits", "words") and _DENOMINATOR.search(line):
        return "denominator"
    if _sizes_a_model(draft, line):
        return "name"
    if draft.bare and draft.scale == 1 and (reason := _out_of_place(draft, line)):
        return reason
    return "modifier" if _possessive(draft) else ""


def _out_of_place(draft: Draft, line: str) -> str:
    """Where to tune in, whom to text, the hour told in words, the base that an index has."""
    if _WAVELENGTH.match(draft.text, draft.end):
        return "wavelength"
    if _DIALLED.fullmatch(draft.quote) and _SHORT_CODE.search(line):
        return "short code"
    note = line.endswith("(") and _NOTE_BEFORE.search(line)
    if note and _NOTE_AFTER.match(draft.text, draft.end):
        return "list number"
    if draft.value == 100 and _INDEX_BASE.search(line):
        return "index base"
    if draft.form == "words":
        told = _HOUR_AFTER.match(draft.text, draft.end) and _HOUR_OPENS.search(line)
        if told or (_HOUR_BEFORE.search(line) and _WORD_ENDS.match(draft.text, draft.end)):
            return "time of day"
    return ""


def _sizes_a_model(draft: Draft, line: str) -> bool:
    """ "Lotus 3.1 405B": a size that is part of a name."""
    return bool(_SIZE.fullmatch(draft.quote) and _VERSION.search(line))


def _is_on_sale(draft: Draft, line: str) -> bool:
    """ "Tickets for our show cost £12", "a pie at our local": what one thing costs somewhere."""
    if (draft.value or 0) >= _CHEAP:
        return False
    if _SHOP.match(draft.text, draft.end):
        return True
    low = line.lower()
    return any(cue in low for cue in _SALE_CUES) and bool(_ON_SALE.search(line))


def _is_small_talk(draft: Draft, line: str) -> bool:
    """Someone's own family, the keys of a poll, the time zones of an audience."""
    kin = draft.counted and draft.counted.head in _KIN and draft.value == int(draft.value or 0)
    if kin and _PERSON.search(line):
        return True
    if _ZONES.match(draft.text, draft.end):
        return True
    return draft.bare and draft.form == "digits" and bool(_REPLY.search(line))


def _is_somebodys_age(draft: Draft, line: str) -> bool:
    if not 3 < (draft.value or 0) < 110 or not _SOMEBODY.search(line):
        return False
    return bool(_AGE_END.match(draft.text, draft.end))


def _possessive(draft: Draft) -> bool:
    """ "two weeks' notice", "in three letters' time"."""
    end = draft.counted.end if draft.counted else draft.end
    return draft.text[end - 1 : end] == "s" and bool(_APOSTROPHE.match(draft.text, end))


def _unit_reason(draft: Draft, line: str) -> str:
    if draft.kind is Kind.DURATION:
        return _duration_reason(draft, line)
    if draft.kind is Kind.SCORE and draft.quote == "one point" and line.endswith(" at "):
        return "small number"
    if draft.kind is Kind.SCORE and draft.hyphen and draft.form == "words":
        return "" if _MARGIN.match(draft.text, draft.end) else "known line"
    return _times_reason(draft) if draft.kind is Kind.MULTIPLE else ""


_MARGIN = re.compile(
    r"\s+(?:\w+\s+)?(?:lead|gap|margin|advantage|win|victory|defeat|loss|deficit|edge|game|cushion"
    r"|rise|gain|jump|increase|fall|drop|decline|decrease|swing|improvement|difference|scale)\b"
)
"""After "three-point" where it is no name ("the three-point line")."""


def _name_kind(draft: Draft, line: str) -> None:
    """Kind and unit that only the words before a number tell."""
    if draft.unit is not None:
        return
    to_one = _TO_ONE.match(draft.text, draft.end) and _RATIO.search(line)
    if to_one or (("factor" in line or "multiplied" in line) and _FACTOR.search(line)):
        draft.kind, draft.unit = Kind.MULTIPLE, "multiple"


_OPENS_RANGE = re.compile(
    rf"\s+(?:to\s+\d|(?:to|or)\s+(?!(?:zero|one|two)\b)(?:{CARDINAL})\b)", re.IGNORECASE
)
"""After a number in words: "seven to 10 years", "three or four people"."""
_PLAIN_WORDS_LIST = """
| a about above after against almost an are around as at be been below by for had has have held her
his in is its just lost made more nearly of on only our over same some than that the their was
were which within
"""
_PLAIN_WORDS = frozenset(_PLAIN_WORDS_LIST.split())
"""Before a number these name nothing: no label, age, time of day or name ends with them."""
_IN_AGES = ("and ", "between ", "from ", "to ")
"""The same but for ages: "aged between 18 and 24"."""


def _named_by(line: str) -> str:
    """As much of the line as can name the figure after it: plain words cut the search short."""
    word = line[line.rfind(" ", 0, -1) + 1 :]
    if word[-1:] != " ":
        return line
    plain = word[:-1] in _PLAIN_WORDS
    return word if plain or (word in _IN_AGES and "age" not in line.lower()) else line


_FIGURE_RULES: tuple[tuple[str, Callable[[Draft, str], bool]], ...] = (
    ("modifier", lambda draft, line: names.is_modifier(draft)),
    ("list number", names.is_list_number),
    ("label", names.is_label),
    ("age", names.is_age),
    ("time of day", names.is_time),
    ("result", lambda draft, line: names.is_result(draft)),
    ("counter", lambda draft, line: names.is_counter(draft)),
)


def _digits_reason(draft: Draft, line: str, before: Draft | None) -> str:
    """Why a figure without a unit says nothing; the first rule that holds names it."""
    if draft.value == 1 and before and before.kind is Kind.MULTIPLE and line.endswith(" to "):
        return "denominator"
    named_by = _named_by(line)
    for reason, holds in _FIGURE_RULES:
        if holds(draft, named_by):
            return reason
    if draft.scale == 1 and _is_score(draft, line, before):
        draft.kind, draft.unit, draft.counted = Kind.SCORE, "points", None
        return ""
    return "name" if names.is_name(draft, named_by, before) else ""


def _is_score(draft: Draft, line: str, before: Draft | None) -> bool:
    """ "scoring 97.3", "the average score came down from 58"; not "scored 22 goals"."""
    low = line.lower()
    if not any(cue in low for cue in _SCORE_CUES):
        return False
    if _SCORED.search(line):
        return not (draft.counted and draft.counted.plural) and not _counts_goals(draft, line)
    if not draft.bare:
        return False
    return bool(_ON_SCALE.search(line) or (before is None and _SCORE_NAMED.search(line)))


def _counts_goals(draft: Draft, line: str) -> bool:
    """ "Kent got 29 goals. Essex scored 18": no points of a test."""
    before = draft.text[max(0, draft.start - _PARAGRAPH) : draft.start].rpartition("\n")[2]
    return draft.step == 1 and line.endswith("scored ") and bool(_GOALS.search(before))


def _duration_reason(draft: Draft, line: str) -> str:
    if names.ages(draft):
        return "age"
    if draft.text.startswith(" read", draft.end) or _READING.search(line):
        return "counter"
    if draft.hyphen:
        return "modifier"
    if draft.form == "words" and draft.value == 1 and draft.unit not in ("years", "decades"):
        return "small number"
    if _CAREER.match(draft.text, draft.end):
        return "career"
    if _LATER.match(draft.text, draft.end):
        return "window"
    return "window" if _WINDOW.search(line) and not _SO_FAR.search(line) else ""


def _times_reason(draft: Draft) -> str:
    """ "12 times as many" is a multiple, "won 12 times" a count, "twice a week" neither."""
    text, end, value = draft.text, draft.end, draft.value or Decimal(0)
    if not draft.quote.endswith("times") or _TIMES_CUE.match(text, end):
        return ""
    if _TIMES_TOLD.search(_SENTENCE.split(text[max(0, draft.start - _HEAD) : draft.start])[-1]):
        return ""
    if value != value.to_integral_value():
        return ""
    if _MONTHLY.match(text, end) or value < 4:
        return "frequency"
    draft.kind, draft.unit = Kind.COUNT, "times"
    return ""


def _words_reason(draft: Draft, line: str, before: Draft | None) -> str:
    """Why a cardinal in words says nothing. One and two hardly ever do, three seldom."""
    value = draft.value or Decimal(0)
    if draft.scale > 1 or draft.form == "proportion":
        return ""
    if reason := _word_name_reason(draft, line):
        return reason
    if value >= 2 and _OPENS_RANGE.match(draft.text, draft.end):
        return ""
    if _is_told(draft, line):
        return ""
    if value <= 3 and draft.bare and _continues(draft, line, before):
        return ""
    plural = draft.counted is not None and draft.counted.plural
    if value <= 2 or (value <= 3 and not plural and not _DEFINITE.search(line)):
        return "small number"
    if value <= _SMALL and _DEFINITE.search(line):
        return "known set"
    return "" if plural or _stands_alone(draft) else "word"


def _is_told(draft: Draft, line: str) -> bool:
    """A small number that the sentence is about: "two more than", "two of them", "Deaths: two."."""
    text, end = draft.text, draft.end
    if _COMPARED_TO.match(text, end):
        return True
    if _OF_THEM.match(text, end):
        return draft.value != 1 and draft.quote[0].isupper()
    return bool(draft.value != 1 and _TOLD.search(line) and _TOLD_END.match(text, end))


def _word_name_reason(draft: Draft, line: str) -> str:
    """ "a five-year-old", "Part Two", "the Group of Seven"."""
    opens = draft.quote[0].isupper() and line.rstrip().endswith(".")
    if draft.hyphen or names.ages(draft) or (names.labels(line) and not opens):
        return "modifier"
    return "name" if draft.quote[0].isupper() and _MID_SENTENCE.search(line) else ""


def _stands_alone(draft: Draft) -> bool:
    """ "South Korea with five.", "a hundred is the ratio": no noun, and yet a figure."""
    if "dozen" in draft.quote.lower():
        return False
    return (draft.value or 0) > _SMALL or bool(_WORD_ENDS.match(draft.text, draft.end))


def _continues(draft: Draft, line: str, before: Draft | None) -> bool:
    """ "15 from China and three from Europe"."""
    listed = before and before.kind is Kind.COUNT and _LIST_ITEM.search(line)
    if listed and _SHARED_OUT.match(draft.text, draft.end):
        return True
    shared = before and before.kind is Kind.COUNT and _SHARE_ENDS.match(draft.text, draft.end)
    return bool(shared and draft.value != 1 and _SHARE_OF.search(line))


def _vague_reason(draft: Draft, line: str) -> str:
    """ "hundreds of people" says something, "dozens were hurt" too little."""
    if _SCALE_HEAD.search(line) and _SCALE_END.match(draft.text, draft.end):
        return "scale"
    if _LEVEL.match(draft.quote) and draft.bare:
        draft.kind, draft.unit, draft.modifier = Kind.MONEY, "USD", Modifier.APPROX
        return ""
    of = draft.text.startswith(" of", draft.end)
    return "" if draft.unit or (draft.counted and of) else "vague"
