"""SARIF 2.1.0 (OASIS), with the fields that GitHub code scanning asks for.

`kind` tells the verdicts apart: fail contradicted, pass supported, review for an editor, open not
verifiable, notApplicable no statement of fact; all but fail have level "none" (section 3.27.10).
GitHub knows no kinds and makes an alert of every result (microsoft/PSRule issue 955), so what needs
no editor, or was ignored, is left out unless the report is to be verbose.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePath, PurePosixPath
from typing import Any
from urllib.parse import quote

from factcheck import __version__
from factcheck.model import (
    Finding,
    Notice,
    Report,
    Skipped,
    Status,
    Suppression,
    SuppressionKind,
)
from factcheck.report.codes import CODES, Code
from factcheck.report.explained import page_markdown, page_text
from factcheck.report.levels import RELATION_CODES, Level, level
from factcheck.report.options import PLAIN, Options
from factcheck.report.places import (
    GRAVE,
    Place,
    places,
    shown,
    shown_inconsistencies,
    shown_pairs,
)
from factcheck.report.text import coverage_line, reference_line

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_KINDS = {
    Status.CONTRADICTED: "fail",
    Status.SUPPORTED: "pass",
    Status.AMBIGUOUS: "review",
    Status.UNVERIFIABLE: "open",
    Status.NOT_CHECKABLE: "notApplicable",
}

Object = dict[str, Any]


def render(report: Report, options: Options = PLAIN) -> str:
    """Return one run: what needs an editor, or with verbosity 1 every finding and pair."""
    told = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, options)]}
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _run(report: Report, options: Options) -> Object:
    results = list(_results(report, options))
    used = sorted({one["ruleId"] for one in results})
    return {
        "tool": {
            "driver": {
                "name": "factcheck",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(CODES[code]) for code in used],
            }
        },
        "automationDetails": {"id": "factcheck/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.skipped,
                "toolExecutionNotifications": [_notification(one) for one in report.skipped],
            }
        ],
        "results": [one | {"ruleIndex": used.index(one["ruleId"])} for one in results],
        "properties": {
            "coverage": coverage_line(report),
            "reference": [f"{pack.name} {pack.version}" for pack in report.packs],
        },
    }


def _rule(page: Code) -> Object:
    """The page of a code. `name` is Pascal case, as section 3.49.7 asks."""
    return {
        "id": page.code,
        "name": page.name.title().replace("_", ""),
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.checks},
        "help": {"text": page_text(page), "markdown": page_markdown(page)},
        "defaultConfiguration": {"level": str(page.level)},
        "properties": {"tags": ["numbers"], "problem.severity": _severity(page.level)},
    }


def _severity(grave: str) -> str:
    return {"error": "error", "warning": "warning"}.get(grave, "recommendation")


def _results(report: Report, options: Options) -> Iterator[Object]:
    where = places(report)
    for article in report.articles:
        yield from (_result(place) for place in shown(article, options))
        for one in shown_inconsistencies(article, options):
            sides = [where.get((article.document.id, id)) for id in one.findings]
            told = _pair(one.code, one.message, sides, kind="fail", id="+".join(one.findings))
            yield told | _suppressions(one.suppressed)
    for pair in shown_pairs(report, options):
        sides = [where.get((side.article, side.finding)) for side in pair.claims]
        kind = "review" if pair.relation in GRAVE else "informational"
        told = _pair(RELATION_CODES[pair.relation], pair.message, sides, kind=kind, id=pair.id)
        yield told | _suppressions(pair.suppressed)
    if options.verbosity >= 0:
        yield from map(_notice, report.notices)


def _result(place: Place) -> Object:
    finding = place.finding
    kind = _kind(finding)
    words = [finding.verdict.message, *_evidence(finding)]
    return {
        "ruleId": finding.verdict.code,
        "kind": kind,
        "level": str(level(finding)) if kind == "fail" else "none",
        "message": {"text": "\n".join(words)},
        "locations": [_location(place)],
        "partialFingerprints": _fingerprints(finding.id),
        **_suppressions(finding.suppressed),
    }


def _notice(one: Notice) -> Object:
    """An ignore without effect, where it stands."""
    region = {"startLine": one.line, "startColumn": one.column}
    place = {"artifactLocation": {"uri": uri(one.path)}, "region": region}
    return {
        "ruleId": one.code,
        "kind": "fail",
        "level": "warning",
        "message": {"text": one.message},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": _fingerprints(f"{one.code} {one.message}"),
    }


def _suppressions(one: Suppression | None) -> Object:
    """Section 3.35. Whatever is not in the article itself is external."""
    if one is None:
        return {}
    kind = "inSource" if one.kind is SuppressionKind.IN_SOURCE else "external"
    reason = one.reason or f"ignored: {one.kind}".replace("_", " ")
    return {"suppressions": [{"kind": kind, "status": "accepted", "justification": reason}]}


def _kind(finding: Finding) -> str:
    status = finding.verdict.status
    if status is Status.SUPPORTED and level(finding) is Level.WARNING:
        return "review"
    return _KINDS[status]


def _evidence(finding: Finding) -> Iterator[str]:
    if finding.match:
        yield f"Reference: {reference_line(finding.match)}"
        if finding.match.source.url:
            yield finding.match.source.url
    yield from finding.verdict.notes


def _pair(code: str, message: str, found: Iterable[Place | None], *, kind: str, id: str) -> Object:
    """Claims that differ: the first is the location, the others are linked from the message."""
    sides = [side for side in found if side]
    others = list(enumerate(sides[1:], 1))
    links = ", ".join(f"[{_link(side)}]({n})" for n, side in others)
    return {
        "ruleId": code,
        "kind": kind,
        "level": "warning" if kind == "fail" else "none",
        "message": {"text": f"{message}\nSee {links}." if links else message},
        "locations": [_location(side) for side in sides[:1]],
        "relatedLocations": [_location(side) | {"id": n} for n, side in others],
        "partialFingerprints": _fingerprints(id),
    }


def _link(side: Place) -> str:
    """Words of an embedded link, in which brackets are escaped (section 3.11.6)."""
    words = f"{side.finding.claim.quantity.quote} in {side.where}"
    return words.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _fingerprints(id: str) -> dict[str, str]:
    """GitHub reads the first key only."""
    return {"primaryLocationLineHash": id, "factcheck/v1": id}


def _location(place: Place) -> Object:
    """Lines of a format with pages are counted on the page, which is a logical location."""
    quantity = place.finding.claim.quantity
    page, line, column = place.position
    end_line, end_column = place.end
    paged = {"logicalLocations": [{"name": f"page {page}", "kind": "page"}]} if page else {}
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": uri(place.document.path)},
            "region": {
                "startLine": line,
                "startColumn": column,
                "endLine": end_line,
                "endColumn": end_column,
                "snippet": {"text": quantity.quote},
            },
        },
        **paged,
        "message": {"text": quantity.quote},
    }


def uri(path: str) -> str:
    """Return the path of a file as a URI reference; a relative one stays relative."""
    absolute = PurePath(path).is_absolute()
    return PurePath(path).as_uri() if absolute else quote(PurePosixPath(path).as_posix())


def _notification(one: Skipped) -> Object:
    return {"level": "error", "message": {"text": one.message}, "descriptor": {"id": one.code}}
