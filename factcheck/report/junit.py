"""JUnit XML, which build servers show: a suite for each article, a case for each claim.

As Jenkins reads it (junit-4.xsd of its dtkit). There is no clock in a report: no times, no stamps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from factcheck.model import ArticleReport, Finding, Report, Skipped
from factcheck.report.levels import CHECKED, RELATION_CODES, Level, level
from factcheck.report.options import PLAIN, Options
from factcheck.report.places import places
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
    suite = SubElement(root, "testsuite", name=_clean(name), tests=str(len(found)), **counts)
    suite.extend(found)
    if out is not None:
        SubElement(suite, "system-out").text = out


def _article_cases(article: ArticleReport) -> Iterator[Element]:
    path = article.document.path
    for finding in article.findings:
        yield _claim(path, finding)
    for one in article.inconsistencies:
        yield _failed(path, f"{one.code} {'+'.join(one.findings)}", one.code, one.message)


def _claim(path: str, finding: Finding) -> Element:
    claim, verdict = finding.claim, finding.verdict
    case = _case(path, f"{claim.line}:{claim.column} {claim.quantity.quote}")
    message = f"{verdict.code} {verdict.message}"
    if verdict.status not in CHECKED:
        SubElement(case, "skipped").text = _clean(message)
    elif level(finding) in (Level.ERROR, Level.WARNING) and verdict.status != "supported":
        failure = SubElement(case, "failure", type=verdict.code, message=_clean(message))
        failure.text = _clean("\n".join(_evidence(path, finding)))
    return case


def _evidence(path: str, finding: Finding) -> Iterator[str]:
    claim, match = finding.claim, finding.match
    yield f"{path}:{claim.line}:{claim.column}: {claim.sentence}"
    if match:
        yield f"reference: {reference_line(match)}"
        yield match.source.url
    yield from finding.verdict.notes


def _conflict_cases(report: Report) -> Iterator[Element]:
    where = places(report)
    for pair in report.conflicts:
        if pair.relation == "conflict":
            sides = [where.get((side.article, side.finding)) for side in pair.claims]
            name = " and ".join(
                f"{side.where} {side.finding.claim.quantity.quote}" for side in sides if side
            )
            yield _failed("conflicts", name, RELATION_CODES[pair.relation], pair.message)


def _unread(one: Skipped) -> Element:
    case = _case(one.path, "read")
    SubElement(case, "error", type=one.code, message=_clean(one.message))
    return case


def _failed(place: str, name: str, code: str, message: str) -> Element:
    case = _case(place, name)
    SubElement(case, "failure", type=code, message=_clean(f"{code} {message}"))
    return case


def _case(place: str, name: str) -> Element:
    return Element("testcase", classname=_clean(place), name=_clean(" ".join(name.split())))


def _coverage(article: ArticleReport) -> str:
    return coverage_line(Report((article,), ()))


def _clean(words: str) -> str:
    return _FORBIDDEN.sub("\ufffd", words)
