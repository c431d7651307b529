"""The whole product path: read, extract, match, judge, report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from factcheck.articles import read_article, read_articles
from factcheck.articles.directives import without_comments
from factcheck.errors import UnreadableArticle
from factcheck.extract.pipeline import Extractor
from factcheck.limits import USUAL, Limits
from factcheck.match.rank import Matcher
from factcheck.model import (
    Alignment,
    ArticleReport,
    Claim,
    Conflict,
    Document,
    Finding,
    Report,
    Skipped,
    Slot,
)
from factcheck.narrowing import Narrower
from factcheck.reference.store import Reference, load_packs
from factcheck.results import Result
from factcheck.suppress import honour_comments
from factcheck.verdict.conflicts import conflicts
from factcheck.verdict.engine import findings
from factcheck.verdict.relations import Known

if TYPE_CHECKING:
    from factcheck.match.meaning import Meaning

Semantic = Literal["auto", "always", "never"]


class Checker:
    """Checks articles against one reference. Build once, use for many articles."""

    def __init__(
        self,
        reference: Reference | None = None,
        *,
        semantic: Semantic = "auto",
        cache: Path | None = None,
        spacy_model: str | None = None,
        limits: Limits = USUAL,
    ) -> None:
        """`reference`: the packs to judge with, by default every pack that factcheck ships.

        `semantic`: whether sentence vectors help the words: never, always, or (auto) only where
        words do not decide. `cache`: folder that keeps the vectors of the reference between runs.
        `spacy_model`: a trained pipeline that finds names which no pack lists; raises `BadSetting`
        where it cannot be loaded. `limits`: the longest article that is checked.
        """
        self.reference = reference or load_packs()
        self.limits = limits
        self.extract = Extractor(self.reference.lexicon, spacy_model, limits.numbers)
        self._meaning = _meaning(self.reference, semantic, cache)
        self._always = semantic == "always"
        self._narrow = Narrower(self.reference, self._meaning, cache)
        self.indicators = dict(self.reference.indicators)
        """Indicator id -> indicator: of large packs those that articles have met so far."""
        self._known = Known(self.reference.entity_types, self.reference.reports)

    @cached_property
    def match(self) -> Matcher:
        """What aligns claims where no pack is large."""
        return Matcher(self.reference, self._meaning, always=self._always)

    def article(self, document: Document) -> ArticleReport:
        """Check one article by itself. Raises `UnreadableArticle` where it is beyond the limits."""
        article, claims, numbers = self._read(document)
        reference, alignments = self._aligned(article, claims)
        found, inconsistent = findings(article, claims, alignments, reference)
        return ArticleReport(document, found, inconsistent, numbers)

    def _read(self, document: Document) -> tuple[Document, list[Claim], int]:
        """An article without its comments, its claims, and how many numbers it holds."""
        if (length := len(document.text)) > self.limits.text_length:
            wanted = f"at most {self.limits.text_length} (--max-text-length allows more)"
            raise UnreadableArticle(document.path, f"a text of {length} characters", wanted)
        article = replace(document, text=without_comments(document.text))
        return article, *self.extract(article)

    def uncovered(self, document: Document) -> list[tuple[Claim, Alignment]]:
        """Claims of an article that no indicator covers, with what came nearest to each."""
        article, claims, _ = self._read(document)
        aligned = self._aligned(article, claims)[1]
        return [
            (claim, alignment)
            for claim, alignment in zip(claims, aligned, strict=True)
            if claim.checkability is None and not alignment.readings
        ]

    def _aligned(
        self, article: Document, claims: Sequence[Claim]
    ) -> tuple[Reference, list[Alignment]]:
        """What each claim is about; of large packs with what these claims can be about."""
        if not self.reference.archives:
            return self.reference, self.match.align(article, claims)
        found = self._narrow(claims)
        self.indicators |= found.reference.indicators
        match = Matcher(found.reference, found.meaning, always=self._always)
        return found.reference, match.align(article, claims, found.possible)

    def article_with(self, document: Document, finding: str, slot: str, value: str) -> Finding:
        """Check one article with one slot of one claim replaced; return that claim's finding.

        `slot`: period (ISO 8601), entity (a name of the reference) or indicator (an id of it).
        What a person puts in counts as said in the clause itself. Raises `KeyError` where the
        article has no such finding.
        """
        article, claims, _ = self._read(document)
        found = {one.id: n for n, one in enumerate(self.article(document).findings)}
        place = found[finding]
        claims[place] = self._replaced(claims[place], slot, value)
        reference, alignments = self._aligned(article, claims)
        if slot == "indicator":
            alignments[place] = _only(alignments[place], value)
        return findings(article, claims, alignments, reference)[0][place]

    def _replaced(self, claim: Claim, slot: str, value: str) -> Claim:
        said = (Slot(value, "clause"),)
        if slot == "indicator":
            return replace(claim, context=((self.indicators[value].name, 1.0),))
        return replace(claim, periods=said) if slot == "period" else replace(claim, entities=said)

    def pairs(self, *articles: ArticleReport) -> list[Conflict]:
        """Claims that differ, within articles that this has checked and between them."""
        return conflicts(articles, self._known, self.indicators)

    def __call__(self, documents: Sequence[Document], skipped: Sequence[Skipped] = ()) -> Report:
        """Check articles, find what differs between them, and mark what they say to ignore.

        `skipped` is passed on, with the articles that are beyond the limits behind it.
        """
        articles: list[ArticleReport] = []
        missing = list(skipped)
        for document in documents:
            try:
                articles.append(self.article(document))
            except UnreadableArticle as error:
                missing.append(Skipped(error.path, error.code, str(error)))
        differing = self.pairs(*articles)
        report = Report(tuple(articles), self.reference.packs, tuple(differing), tuple(missing))
        return honour_comments(report)


def check_documents(
    documents: Sequence[Document],
    reference: Reference | None = None,
    *,
    semantic: Semantic = "auto",
    cache: Path | None = None,
    spacy_model: str | None = None,
    limits: Limits = USUAL,
    skipped: Sequence[Skipped] = (),
) -> Report:
    """Check documents that are already read. The other arguments are those of `Checker`."""
    checker = Checker(
        reference, semantic=semantic, cache=cache, spacy_model=spacy_model, limits=limits
    )
    return checker(documents, skipped)


def check(
    source: str | Path | Document,
    *,
    reference: Reference | None = None,
    semantic: Semantic = "auto",
    cache: Path | None = None,
) -> Result:
    """Check a text (`str`), a file or folder (`Path`), or a document.

    Raises UnreadableArticle for a text that cannot be read, BadReference for a bad pack. Files of
    a folder that cannot be read are listed in `Report.skipped`.
    """
    if isinstance(source, Path):
        documents, skipped = read_articles([source])
    else:
        document = source if isinstance(source, Document) else _typed(source)
        documents, skipped = [document], []
    report = check_documents(documents, reference, semantic=semantic, cache=cache, skipped=skipped)
    return Result.of(report)


def _typed(text: str) -> Document:
    return read_article("-", text.encode("utf-8", "replace"))


def _only(alignment: Alignment, indicator: str) -> Alignment:
    """Of all readings those under one indicator, without rivals."""
    own = [r for r in (*alignment.readings, *alignment.rivals) if r.indicator.id == indicator]
    return replace(alignment, readings=tuple(own), rivals=(), reason=None)


def _meaning(reference: Reference, semantic: Semantic, cache: Path | None) -> Meaning | None:
    if semantic == "never":
        return None
    from factcheck.match.meaning import MOST, Meaning

    key = ",".join(pack.sha256 for pack in reference.packs)
    indicators = [reference.indicators[i] for i in sorted(reference.indicators)]
    return Meaning(indicators, key, cache, most=None if semantic == "always" else MOST)
