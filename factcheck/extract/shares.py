"""Ordinals, fractions and multiples in words: which of them state something."""

from __future__ import annotations

import re
from decimal import Decimal

from factcheck.extract.drafts import Draft
from factcheck.extract.hedges import hedge_at
from factcheck.extract.numbers import LOOSE
from factcheck.model import Kind

_RANK_AFTER = re.compile(
    r"[\s-]+(?:edition|place|position|spot|rank|seed|(?:most[\s-]+)?(?:largest|biggest|smallest"
    r"|highest|lowest|best|worst|most|least|fastest|slowest"
    r"|oldest|youngest|richest|poorest|busiest|tallest|longest|shortest|heaviest|cheapest"
    r"|strongest|weakest|wealthiest|safest|deadliest|hottest|coldest|wettest|driest)\b"
    r"|in\s+the\s+(?:world|table|league|ranking|rankings|standings|list|medal)|only\s+to"
    r"|behind\s+(?:the\s+)?[A-Z]|among\s+|out\s+of\s+\d|globally|worldwide|overall"
    r"|(?:[A-Z][\w’'-]*\s+){1,4}(?:report|index|survey|edition|study|ranking|census|conference"
    r"|congress|summit)\b)",
)
_RANK_BEFORE = re.compile(
    r"\b(?:rank(?:s|ed|ing)?|plac(?:e|es|ed|ing)|finish(?:es|ed|ing)?|came|comes|coming|come"
    r"|stands?|stood|sits?|sat|lies|lay|moved\s+(?:up\s+)?(?:in)?to|moves\s+into"
    r"|fell\s+to|falls\s+to|fall\s+back\s+to|rose\s+to|climbed\s+to|slipped\s+to|dropped\s+to"
    r"|up\s+to|down\s+to|seeded|joint|tied\s+for|is|was|are|remains?)\s+"
    r"(?:in\s+|as\s+|the\s+|a\s+|joint[\s-]+|only\s+|tied\s+|equal\s+)*$",
    re.IGNORECASE,
)
_NOT_RANKED = re.compile(
    r"[\s-]+(?:centur(?:y|ies)|quarters?|halfs?|halves|times?|birthday|anniversary|minutes?"
    r"|hours?|days?|weeks?|months?|years?|floors?|storey|street|st\b|avenue|ave|amendment|person"
    r"|party|parties"
    r"|hand|class|generation|round|grade|wave|season|term|step|stage|phase|part|reading|half"
    r"|thing|reason|question|point|line|option|possibility|"
    r"of\s+(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december)|straight|consecutive|successive|in\s+a\s+row|person|base|wicket|over|inning|set"
    r"|leg|test|dose)",
    re.IGNORECASE,
)
_PART_CUE = re.compile(
    r"\s+(?:of|more|less|fewer|lower|higher|larger|smaller|bigger|cheaper|faster|slower|as|the"
    r"|its|their|his|her|that|those|are|is|were|was|have|had|say|said|believe|think|from|in\s+\d"
    r"|since|by|on|below|above|\w+ed)\b"
    r"|\s*[.,;:!?)\n\"”]|\s*$"
)
_PART_VERB = re.compile(
    r"\b(?:by|to|about|around|nearly|almost|over|than|under|roughly|only|just|some|lost|loses?"
    r"|fell|fallen|falls?|rose|risen|rises?|climbed|dropped|drops?|grew|grown|shrank|shrunk|gained"
    r"|cut|down|up|in|of|for|at|with|is|was|are|were|have|has|holds?|owns?|took|takes|makes?"
    r"|made|account(?:s|ed|ing)?\s+for)\s+$",
    re.IGNORECASE,
)
_HALF_NOT = re.compile(
    r"\b(?:first|second|other|better|latter|each|either|opening|top|bottom"
    r"|this|last|the)\s+$",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\b(?:to|will|would|could|may|might|can|should|must|than|nearly|almost"
    r"|about|roughly|is|are|was|were|be|been|at|least|did|does|do|s|or)\s+$",
    re.IGNORECASE,
)
IN_A_ROW = re.compile(
    r"\s+[\w-]+(?:\s+[\w-]+)?\s+(?:in\s+a\s+row|in\s+(?:the|its|their|his|her)\s+last\s)\b"
)
"""After an ordinal that counts what happened so far: "his third century in a row"."""
_NUMBER = ("o ", "o. ", "o.", "umber ")
_RANK_TOLD = re.compile(r"\b[Rr]ank(?:ing)?:\s+$")
_NO = re.compile(r"\b(?:No\.?|[Nn]umber)\s*$")
_NUMBER_BEFORE = re.compile(
    r"\b(?:ranked|rated|world|(?:came\s+in|sits)\s+at)\s+[Nn](?:o\.?|umber)\s*$"
)
_NUMBER_AFTER = re.compile(
    r"\s+(?:in\s+the\s+(?:world|country|league|tables?|rankings?|list|standings|market|region)"
    r"|globally|worldwide|overall|behind|(?:spot|slot|position|producer|exporter|importer|seed)\b)"
)
"""Around a rank that is told as a number: "the world number three", "No 2 in the table"."""
_EVERY = re.compile(r"\b[Ee]very\s+$")
_EDITION = re.compile(r"\s+edition\b")
_RANK_END = re.compile(r"\s*[.,;:)\n]|\s+(?:in|with|among|behind|to|after|for|on)\b|\s*$")
_HALF_AFTER = re.compile(
    r"\s+(?:of|the|its|their|his|her|as|that|those|all|to|are|were|is|was|have|had|say|said|by"
    r"|in|from|who|what)\b|\s+a\s"
    r"|\s*[.,;:)\n]|\s*$"
)
_BY = re.compile(r"\bby\s+(?:about\s+|around\s+|nearly\s+|almost\s+|over\s+|more\s+than\s+)?$")
_BY_AFTER = re.compile(
    r"\s+(?:once|again|overnight|every|each|when|if|while|or|and|but|to|at|after|before|during|for"
    r"|with|over|within|between|in|compared|this|last|next|year)\b"
)
_MANY_DO = re.compile(
    r"\s+(?:are|were|have|say|think|believe|want|do|did\s+not|do\s+not|live|own)\b"
)
_DID = re.compile(r"\s+(?:had|said|\w{2,}ed)\b")
_SURE_PART = re.compile(
    r"\s+(?:of|as\s+(?:many|much|large|big|high|likely)|below|above|more|less|fewer|lower|higher|larger|smaller|cheaper)\b"
)
_TWICE_AFTER = re.compile(r"\s+(?:as|the|that|its|their|his|her|those|what|more)\b|\s+[A-Z]")
_DOUBLE_AFTER = re.compile(
    r"\s+(?:(?:the|that|its|their|his|her|those|what|from|by|in|to|since|every|over|within)\b"
    r"|[A-Z])|\s*[.,;:!?)\n]|\s*$"
)
_DOUBLE_OF = re.compile(r"\s+(?:the|that|its|their|those|what)\b")


def read_rank(draft: Draft, line: str) -> bool:
    """Make a rank of "No 2 in the world", "number three behind Kent"; whether it is one."""
    if draft.scale > 1 or draft.step > 1 or not (line.endswith(_NUMBER) or line.endswith(": ")):
        return False
    told = _NO.search(line) and (
        _NUMBER_AFTER.match(draft.text, draft.end) or _NUMBER_BEFORE.search(line)
    )
    if not (told or _RANK_TOLD.search(line)):
        return False
    draft.kind, draft.unit, draft.counted = Kind.RANK, "ordinal", None
    return True


def ordinal_reason(draft: Draft, line: str) -> str:
    """Empty for a rank or edition ("came third"); takes "edition" into the quote."""
    text, end, rank = draft.text, draft.end, draft.value or 0
    if edition := _EDITION.match(text, end):
        draft.end = edition.end()
        return ""
    if _EVERY.search(line) and rank > 2:
        return _every(draft, int(rank))
    if _RANK_AFTER.match(text, end) or IN_A_ROW.match(text, end):
        return ""
    if _NOT_RANKED.match(text, end) or text[end : end + 1] in ("-", "‑"):
        return "ordinal"
    ranked = rank > 1 and _RANK_BEFORE.search(line) and _RANK_END.match(text, end)
    return "" if rank > 3 or ranked else "ordinal"


def _every(draft: Draft, rank: int) -> str:
    """ "every fifth child" is a share of children; "every third week" none of weeks."""
    if _NOT_RANKED.match(draft.text, draft.end) or draft.text[draft.end + 1 :][:1].isupper():
        return "ordinal"
    draft.kind, draft.unit = Kind.RATIO, "ratio"
    draft.value, draft.step = (1 / Decimal(rank)).quantize(Decimal("0.0001")), LOOSE
    return ""


def fraction_reason(draft: Draft, line: str) -> str:
    """Empty for a share ("fell by a third"); not "a third party", "the second half"."""
    text, end, words = draft.text, draft.end, draft.quote.lower()
    if words[-1].isdigit():
        return ""
    if words in ("half", "halves"):
        return _half_reason(draft, line)
    if draft.hyphen or not (_PART_CUE.match(text, end) or _is_by(text, end, line)):
        return "ordinal"
    doubtful = words.startswith(("a ", "one ")) and words.endswith(("quarter", "third", "fourth"))
    sure = _SURE_PART.match(text, end) or _PART_VERB.search(line)
    if doubtful and not (sure or _opens_as_part(draft, line)):
        return "ordinal"
    return ""


def _opens_as_part(draft: Draft, line: str) -> bool:
    """ "A quarter waited longer.", "A third say so."; not "A third followed in May."."""
    if line and not line.endswith((". ", "? ", "! ")):
        return False
    verb = _MANY_DO.match(draft.text, draft.end)
    return bool(verb or (draft.quote.endswith("quarter") and _DID.match(draft.text, draft.end)))


def _is_by(text: str, end: int, line: str) -> bool:
    """ "fell by a fifth once more"; not "by a third party"."""
    return bool(_BY.search(line) and _BY_AFTER.match(text, end))


def _half_reason(draft: Draft, line: str) -> str:
    if hedge_at(draft.text, draft.start, draft.end):
        return ""
    if _HALF_NOT.search(line) or not _HALF_AFTER.match(draft.text, draft.end):
        return "half"
    return ""


def multiple_reason(draft: Draft, line: str) -> str:
    """Empty for "twice as high", "could double"; not "twice a week", "a double room"."""
    text, end, word = draft.text, draft.end, draft.quote.lower()
    if word in ("twice", "thrice"):
        return "" if _TWICE_AFTER.match(text, end) else "frequency"
    if text[draft.start - 1 : draft.start] == "-":
        return "adjective"
    if word in ("double", "triple", "treble", "quadruple"):
        verb = _DOUBLE_AFTER.match(text, end) and _MODAL.search(line)
        return "" if verb or _DOUBLE_OF.match(text, end) else "adjective"
    return ""
