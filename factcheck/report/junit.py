"""JUnit XML, which build servers show: a suite for each article, a case for each claim.

As Jenkins reads it (junit-4.xsd of its dtkit). There is no clock in a report: no times, no stamps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from factcheck.model import ArticleReport, Report, Skipped, Suppression
from factcheck.report.levels import CHECKED, RELATION_CODES, Level, level
from factcheck.report.options import PLAIN, Options
from factcheck.report.places import Place, places
from factcheck.report.text import coverage_line, reference_line

# What XML 1.0 cannot hold, not even escaped (section 2.2).
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report, options: Options = PLAIN) -> str:
    """Return every claim as a case. Failed: contradicted, also in a quotation; a conflict; numbers
    of one article that disagree. Skipped: not checked, and why. An input that could not be read is
    an error."""
    root = Element("testsuites", name="factcheck")
    for article in report.articles:
        _suite(root, article.document.path, _article_cases(article), _coverage(article))
    _suite(root, "conflicts between articles", _conflict_cases(report))
    _suite(root, "inputs that could not be read", map(_unread, report.skipped))
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _suite(root: Element, name: str, cases: Iterator[Element], out: str | None = None) -> None:
    found = list(cases)
    if not found and out is None:
        return
    counts = {
        total: str(sum(case.find(tag) is not None for case in found))
        for total, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped"))
    }
    told = {"name": _clean(name), "tests": str(len(found)), **counts}
    suite = SubElement(root, "testsuite", told)
    suite.extend(found)
    if out is not None:
        SubElement(suite, "system-out").text = out


def _article_cases(article: ArticleReport) -> Iterator[Element]:
    path = article.document.path
    for finding in article.findings:
        yield _claim(Place(article.document, finding))
    for one in article.inconsistencies:
        name = f"{one.code} {'+'.join(one.findings)}"
        yield _failed(path, name, one.code, one.message, one.suppressed)


def _claim(place: Place) -> Element:
    finding, verdict = place.finding, place.finding.verdict
    at = place.where.removeprefix(f"{place.document.path}:")
    case = _case(place.document.path, f"{at} {finding.claim.quantity.quote}")
    message = f"{verdict.code} {verdict.message}"
    if verdict.status not in CHECKED or finding.suppressed:
        SubElement(case, "skipped").text = _clean(message + _ignored(finding.suppressed))
    elif level(finding) in (Level.ERROR, Level.WARNING) and verdict.status != "supported":
        failure = SubElement(case, "failure", type=verdict.code, message=_clean(message))
        failure.text = _clean("\n".join(_evidence(place)))
    return case


def _ignored(suppressed: Suppression | None) -> str:
    if suppressed is None:
        return ""
    return f" (ignored: {suppressed.reason or suppressed.kind.replace('_', ' ')})"


def _evidence(place: Place) -> Iterator[str]:
    match = place.finding.match
    yield f"{place.where}: {place.finding.claim.sentence}"
    if match:
        yield f"reference: {reference_line(match)}"
        yield match.source.url
    yield from place.finding.verdict.notes


def _conflict_cases(report: Report) -> Iterator[Element]:
    where = places(report)
    for pair in report.conflicts:
        if pair.relation == "conflict":
            sides = [where.get((side.article, side.finding)) for side in pair.claims]
            name = " and ".join(
                f"{side.where} {side.finding.claim.quantity.quote}" for side in sides if side
            )
            code = RELATION_CODES[pair.relation]
            yield _failed("conflicts", name, code, pair.message, pair.suppressed)


def _unread(one: Skipped) -> Element:
    case = _case(one.path, "read")
    SubElement(case, "error", type=one.code, message=_clean(one.message))
    return case


def _failed(
    place: str, name: str, code: str, message: str, suppressed: Suppression | None
) -> Element:
    case = _case(place, name)
    if suppressed:
        SubElement(case, "skipped").text = _clean(f"{code} {message}{_ignored(suppressed)}")
    else:
        SubElement(case, "failure", type=code, message=_clean(f"{code} {message}"))
    return case


def _case(place: str, name: str) -> Element:
    return Element("testcase", classname=_clean(place), name=_clean(" ".join(name.split())))


def _coverage(article: ArticleReport) -> str:
    return coverage_line(Report((article,), ()))


def _clean(words: str) -> str:
    return _FORBIDDEN.sub("\ufffd", words)
