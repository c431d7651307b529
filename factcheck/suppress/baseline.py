"""Baselines: what was known on the day a newsroom began, so that only new findings fail.

A baseline is a JSON list, one entry per fingerprint and code, without line numbers: a paragraph
that moves stays known, a sentence that is edited is new. `count` is how many times it was there;
one more is new, and the count rises only by writing the baseline again.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import BadSetting
from factcheck.model import Report, Suppression, SuppressionKind
from factcheck.suppress.marking import Spot, marked

WANTED = "a file that --write-baseline wrote"


@dataclass(frozen=True, slots=True)
class Known:
    """One entry of a baseline."""

    id: str
    """Fingerprint."""
    code: str | None = None
    """None in a list of bare fingerprints: whatever was found there is known."""
    count: int = 1
    path: str | None = None
    """Of the article in which it was seen first; for those who read the file."""
    quote: str | None = None
    """The figure as printed; for those who read the file."""
    reason: str | None = None
    """Why it is no error, where a person has said so: what a review exports."""


def read_baseline(path: Path) -> list[Known]:
    """Return what a baseline knows. Raises `BadSetting` where the file is none."""
    from pydantic import TypeAdapter, ValidationError  # 0.1 s, which most runs need not wait for

    try:
        entries = TypeAdapter(list[Known | str]).validate_json(path.read_bytes())
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise BadSetting(f"{path}: {reason}; expected {WANTED}. [bad-setting]") from None
    except ValidationError as error:
        found = "not JSON" if error.errors()[0]["type"] == "json_invalid" else "no baseline"
        raise BadSetting(f"{path}: {found}; expected {WANTED}. [bad-setting]") from None
    return [Known(id=one) if isinstance(one, str) else one for one in entries]


def baseline(spots: Iterable[Spot]) -> str:
    """Return the text of a baseline that knows `spots`, sorted, so that two can be compared."""
    spots = sorted(spots, key=_key)
    counts = Counter(map(_key, spots))
    first = {_key(spot): spot for spot in reversed(spots)}
    entries = [
        {
            "id": spot.id,
            "code": spot.code,
            "count": counts[key],
            "path": spot.places[0][0].path if spot.places else None,
            "quote": spot.places[0][1].claim.quantity.quote if spot.places else None,
        }
        for key, spot in sorted(first.items())
    ]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def honour_baseline(report: Report, known: Sequence[Known]) -> Report:
    """Mark what the baseline knows, as often as it knows it, in the order of the report."""
    left: Counter[tuple[str, str | None]] = Counter()
    reasons = {(one.id, one.code): one.reason for one in known}
    for one in known:
        left[one.id, one.code] += one.count

    def decide(spot: Spot) -> Suppression | None:
        for key in ((spot.id, spot.code), (spot.id, None)):
            if left[key]:
                left[key] -= 1
                return Suppression(SuppressionKind.BASELINE, reasons[key])
        return None

    return marked(report, decide)


def _key(spot: Spot) -> tuple[str, str]:
    return spot.id, spot.code
