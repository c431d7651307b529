"""The frozen types that every room shares. Standard library only: this is the ground floor."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

WHOLE = "World"
"""The entity that stands for everybody where a text names nobody."""
SAID = ("clause", "sentence", "row", "column")
"""Origins of a slot inside the sentence or cell itself."""


class Kind(StrEnum):
    """What sort of number a claim states."""

    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage_points"
    MONEY = "money"
    COUNT = "count"
    MULTIPLE = "multiple"
    RATIO = "ratio"
    RANK = "rank"
    DATE = "date"
    DURATION = "duration"
    SCORE = "score"


class Modifier(StrEnum):
    """How the wording widens a number or makes it one-sided."""

    APPROX = "approx"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Attribution(StrEnum):
    """Who says it: the writer, a named source, or a voice inside quotation marks."""

    WRITER = "writer"
    ATTRIBUTED = "attributed"
    QUOTED = "quoted"


class Status(StrEnum):
    """The verdict on one claim."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"
    AMBIGUOUS = "ambiguous"
    UNVERIFIABLE = "unverifiable"
    NOT_CHECKABLE = "not_checkable"


class Cause(StrEnum):
    """Why a verdict is what it is. Which cause goes with which status: `report.codes`."""

    ROUNDING = "rounding"
    SUPERSEDED = "superseded"
    CONFLICTING_REFERENCE = "conflicting_reference"
    WRONG_PERIOD = "wrong_period"
    WRONG_ENTITY = "wrong_entity"
    WRONG_MEASURE = "wrong_measure"
    WRONG_EDITION = "wrong_edition"
    SWAPPED = "swapped"
    WRONG_UNIT = "wrong_unit"
    WRONG_SCALE = "wrong_scale"
    WRONG_DIRECTION = "wrong_direction"
    ARITHMETIC = "arithmetic"
    TRANSPOSED_DIGITS = "transposed_digits"
    WRONG_HEDGE = "wrong_hedge"
    VALUE_MISMATCH = "value_mismatch"
    SEVERAL_CANDIDATES = "several_candidates"
    NO_REFERENCE = "no_reference"
    NO_PERIOD = "no_period"
    NO_UNIT = "no_unit"
    OPINION = "opinion"
    FORECAST = "forecast"
    HYPOTHETICAL = "hypothetical"


class Relation(StrEnum):
    """How two claims that differ stand to each other."""

    CONFLICT = "conflict"
    DIFFERENT_PERIOD = "different_period"
    DIFFERENT_EDITION = "different_edition"
    DIFFERENT_MEASURE = "different_measure"
    DIFFERENT_ENTITY = "different_entity"
    RESTATED = "restated"


class BlockKind(StrEnum):
    """What a stretch of an article is in its layout."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    TABLE_HEADER = "table_header"


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of an article's layout. Offsets: code points into `Document.text`, half-open."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    """Depth of a heading (1 is the outermost) or of a list item (0 is the outermost)."""
    table: int | None = None
    """Number of the table a cell belongs to, counted from 0 in the article."""
    row: tuple[int, int] | None = None
    """Of a cell: where the header of its row stands."""
    column: tuple[int, int] | None = None
    """Of a cell: where the header of its column stands."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a stretch of an extracted text stands in the file it was extracted from."""

    start: int
    """Code point of `Document.text`, inclusive."""
    end: int
    """Exclusive. Inside the stretch, text and file run in step."""
    line: int
    """1-based, in the file or, with a page, on that page."""
    column: int
    """1-based, in code points."""
    page: int | None = None
    """1-based, for formats that have pages."""


@dataclass(frozen=True, slots=True)
class Directive:
    """An instruction to factcheck that stands in a comment of the article's source."""

    action: str
    """ignore, ignore-next-line, off, on or file-ignore; anything else could not be read."""
    codes: tuple[str, ...]
    """Finding codes or their beginnings it is about; none: all."""
    reason: str | None
    line: int
    """Line of the source on which the comment begins, 1-based."""
    last_line: int
    """Line on which it ends."""
    column: int
    """Where the comment begins on its line, 1-based, in code points."""
    text: str
    """The comment itself."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article as it was read. Nothing in it is cleaned: offsets point into `text` as it is."""

    id: str
    """Hash of path and content: equal input gives an equal id."""
    path: str
    """As the user gave it; "-" or the `--stdin-filename` for standard input."""
    text: str
    """The decoded file itself for .txt and .md, the extracted text for every other format."""
    sha256: str
    """Of the bytes that were read."""
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    url: str | None = None
    plain: bool = True
    """True where `text` is the file itself, so that a report need not repeat it."""
    encoding: str = "utf-8"
    blocks: tuple[Block, ...] = ()
    """Layout in reading order, without gaps that hold text. Built by `articles.layout`."""
    origins: tuple[Origin, ...] = ()
    """In text order: where an extracted text stands in its file, as far as it can be traced."""
    directives: tuple[Directive, ...] = ()
    """Instructions in comments of the source, in its order."""

    def origin(self, offset: int) -> Origin | None:
        """Return where one code point of `text` stands in the file, or None where it is unknown.

        Of a plain document, whose text is the file, that is always None.
        """
        index = bisect_right(self.origins, offset, key=lambda one: one.start) - 1
        if index < 0 or offset >= self.origins[index].end:
            return None
        found = self.origins[index]
        column = found.column + offset - found.start
        return Origin(offset, found.end, found.line, column, found.page)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as an article words it, with the width that its wording leaves open.

    "3.2 percent" is the interval [3.15, 3.25); integers written out in full are exact.
    """

    start: int
    """Code point in the text where the quote starts. Inclusive."""
    end: int
    """Exclusive."""
    quote: str
    """The words themselves: text[start:end], never normalised."""
    kind: Kind
    value: Decimal | str | None
    """Scale words applied. ISO 8601 string for dates ("--04-13" where nothing fixes the year);
    None for a range, whose ends are `low` and `high`."""
    low: Decimal | None = None
    """Smallest value meant, inclusive; None is unbounded (or a date)."""
    high: Decimal | None = None
    """Upper edge, exclusive; None is unbounded (or a date)."""
    unit: str | None = None
    """Unit id of `measure.units` ("percent", "USD", "TWh"), else the counted noun ("models")."""
    modifier: Modifier | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One part of a claim's interpretation and where it came from."""

    value: str
    origin: str
    """clause, sentence, row, column, paragraph, heading, title or article: where it was found."""
    firm: bool = True
    """True where grammar ties it to the number ("5 from Europe"), False where it is only near."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One numeric claim with who, what, when and which edition."""

    quantity: Quantity
    line: int
    """1-based, in the file (or the extracted text)."""
    column: int
    """1-based, in code points."""
    sentence: str
    sentence_start: int
    block: int
    """Index into `Document.blocks`."""
    entities: tuple[Slot, ...] = ()
    """Who it may be about, likeliest first."""
    compared_to: str | None = None
    measure: str | None = None
    """The words of the clause that say what is measured."""
    dimension: str | None = None
    periods: tuple[Slot, ...] = ()
    """When it may be about, likeliest first. ISO 8601: 2024, 2025-02, 2024-01/2025-02."""
    base_period: str | None = None
    """Of a change: the period it is measured from ("22% more than in 2022")."""
    editions: tuple[Slot, ...] = ()
    """Which edition of its source it may be from, likeliest first."""
    attribution: Attribution = Attribution.WRITER
    source_named: str | None = None
    checkability: Cause | None = None
    """OPINION, FORECAST or HYPOTHETICAL where it is no statement of fact."""
    direction: str | None = None
    """The word up or down where the words say that the figure rose or fell."""
    operation: str | None = None
    """growth, difference, multiple, share or rank where the number is computed from others."""
    role: str | None = None
    """The word from or to in a change "from 64 to 46"."""
    tally: str | None = None
    """made, tried, won, lost or scored where the number is one of a pair ("7-of-12", "105-98")."""
    steps_back: int = 0
    """Of a chain without dates ("from 2.8 to 2.1 and 1.1"): how many later figures follow."""
    window: int | None = None
    """Years that a chain spans in so many words ("within two years")."""
    rejected: bool = False
    """The text itself calls the figure wrong."""
    context: tuple[tuple[str, float], ...] = ()
    """Words that may say what is measured: (text, weight 0 to 1), nearest first."""

    @property
    def entity(self) -> Slot | None:
        return self.entities[0] if self.entities else None

    @property
    def period(self) -> Slot | None:
        return self.periods[0] if self.periods else None

    @property
    def edition(self) -> Slot | None:
        return self.editions[0] if self.editions else None


@dataclass(frozen=True, slots=True)
class Entity:
    """Something figures are about: a country, an organisation, a model, a report, a group."""

    name: str
    type: str
    aliases: tuple[str, ...] = ()
    iso3: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures were taken from."""

    id: str
    title: str
    publisher: str = ""
    url: str = ""
    quality: str = "primary"
    retrieved: str = ""
    licence: str = ""
    sha256: str = ""
    expected: str = ""
    """ISO 8601 duration after which a newer edition is due, such as P1Y; empty where none is."""


@dataclass(frozen=True, slots=True)
class Indicator:
    """One thing that is measured, by one definition, in one unit."""

    id: str
    name: str
    definition: str
    unit: str
    topic: str
    aliases: tuple[str, ...]
    """Wordings the press uses for it."""
    confusions: str
    """What it is mistaken for, in words."""
    pack: str


@dataclass(frozen=True, slots=True)
class Observation:
    """One published value of one indicator, for one entity, dimension and period."""

    indicator: str
    entity: str
    dimension: str
    period: str
    """ISO 8601: 2024, 2025-02, 2024-01/2025-02."""
    value: Decimal | str
    """As printed by the publisher, in `unit`; a string (ISO date) where the unit is "date"."""
    unit: str
    edition: str
    published: date
    """Day on which this edition or revision appeared: rows that differ only here are vintages."""
    source: str
    note: str
    place: str
    """File and line, such as "economy/observations.csv:14"."""


@dataclass(frozen=True, slots=True)
class Pack:
    """A validated reference pack."""

    name: str
    version: str
    title: str
    sha256: str
    """Over all files of the pack in name order."""
    indicators: tuple[Indicator, ...]
    observations: tuple[Observation, ...]
    entities: tuple[Entity, ...]
    sources: tuple[Source, ...]
    as_of: date | None = None
    """What was published after this day is left out; None: nothing is."""


@dataclass(frozen=True, slots=True)
class Match:
    """The reference row that a claim was aligned to, settled before any value was looked at."""

    observation: Observation
    indicator_name: str
    source: Source
    score: Decimal
    """0 to 1, how well words, unit, entity and period agree; never the value."""
    why: tuple[str, ...]
    operation: str | None = None
    """growth, difference, multiple, share or rank: computed from the row and from others."""
    operands: tuple[Observation, ...] = ()
    """The other rows of such a sum, in their latest vintage."""
    pack: str = ""
    """Name of the pack that the indicator is from."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One interpretation of a claim: an indicator with every slot filled."""

    indicator: Indicator
    entity: str
    dimension: str
    period: str
    rows: tuple[Observation, ...]
    """The vintages of this slot, oldest first."""
    score: float
    """0 to 1, how well words, unit, entity and period agree."""
    settled: bool
    """True where the text itself, not a default, names entity and period."""
    why: tuple[str, ...] = ()
    operation: str | None = None
    """growth, difference, multiple, share or rank: computed from `rows` and `operands`."""
    operands: tuple[tuple[Observation, ...], ...] = ()
    """The vintages of each other row that the sum needs (the year before, the world total …)."""
    foreign: bool = False
    """Of a sum: its clause names something else than what the indicator measures."""
    entity_from: str = ""
    period_from: str = ""
    """Origins of entity and period, as of a `Slot`, or "default"."""
    beside: bool = False
    """A sum of two figures that stand beside the number."""
    outright: bool = False
    """The noun that the number counts is the very name of the indicator ("19 rebounds")."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """What the matcher says of one claim, before anybody looks at a value."""

    readings: tuple[Reading, ...] = ()
    """Interpretations under the winning indicator, likeliest first."""
    rivals: tuple[Reading, ...] = ()
    """The best reading under each other indicator that is still possible, likeliest first."""
    faint: tuple[Reading, ...] = ()
    """Interpretations that the words speak for too little to be acted upon, likeliest first."""
    reason: Cause | None = None
    """NO_REFERENCE, NO_PERIOD, NO_UNIT or SEVERAL_CANDIDATES where there is no reading."""
    nearest: tuple[str, ...] = ()
    """Ids of the indicators that came closest, for those who maintain the packs."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the tool says of one claim."""

    status: Status
    cause: Cause | None
    code: str
    """Finding code, such as "FC212": `report.codes`."""
    message: str
    expected: str | None = None
    """The value that would make the sentence true."""
    gap: Decimal | None = None
    """Claimed minus expected, in the unit of the reference."""
    notes: tuple[str, ...] = ()
    """Further evidence lines: other vintages, the nearest rows, the candidates of an ambiguity."""


class SuppressionKind(StrEnum):
    """Who said that something reported is not to fail the run."""

    IN_SOURCE = "in_source"
    """A comment in the article, or [sic] after the number."""
    IGNORE_FILE = "ignore_file"
    BASELINE = "baseline"
    UNCHANGED = "unchanged"
    """It stands on a line that was not changed since the revision asked about."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why something that was found is reported but does not fail the run."""

    kind: SuppressionKind
    reason: str | None = None
    """In the words of whoever ignored it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim, the row it was held against (if any) and the verdict."""

    id: str
    """Fingerprint: normalised claim and its place in the article, without line numbers."""
    claim: Claim
    match: Match | None
    verdict: Verdict
    suppressed: Suppression | None = None


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Numbers of one article that cannot all be true by arithmetic."""

    code: str
    findings: tuple[str, ...]
    message: str
    suppressed: Suppression | None = None


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One of the claims that differ."""

    article: str
    finding: str
    quote: str
    value: str | None
    period: str | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims about one thing that differ, and what explains it."""

    id: str
    relation: Relation
    indicator: str | None
    message: str
    claims: tuple[ConflictSide, ...]
    suppressed: Suppression | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to put right in what surrounds the articles: an ignore that ignores nothing."""

    code: str
    path: str
    line: int
    column: int
    message: str


@dataclass(frozen=True, slots=True)
class ArticleReport:
    """Everything said about one article."""

    document: Document
    findings: tuple[Finding, ...]
    inconsistencies: tuple[Inconsistency, ...] = ()
    numbers: int = 0
    """Numbers seen in the text, claims or not."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that could not be read, and why. Never silent."""

    path: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """The result of one run."""

    articles: tuple[ArticleReport, ...]
    packs: tuple[Pack, ...]
    conflicts: tuple[Conflict, ...] = ()
    skipped: tuple[Skipped, ...] = field(default=())
    notices: tuple[Notice, ...] = ()
