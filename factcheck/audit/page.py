"""The summary as one self-contained HTML page: no script, no request, charts as inline SVG."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from factcheck.audit.text import articles, copies, percent

WIDTH, ROW = 640, 22
"""Pixels: of a chart, and of one of its rows."""
LABEL, EDGE = 190, 60
"""Pixels left of the scale, for names, and right of it, for figures."""
OUTLETS = 40
"""Outlets drawn; the table below has all."""
HEIGHT = 200
"""Pixels of the chart over time."""


def to_html(summary: dict[str, Any]) -> str:
    """Return the page. What comes from articles is escaped."""
    from jinja2 import Environment, PackageLoader

    environment = Environment(
        loader=PackageLoader("factcheck.audit"), autoescape=True, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    environment.filters |= {"percent": percent, "number": "{:,}".format, "words": _words}
    environment.filters |= {"articles": articles, "copies": copies}
    told = [row for row in summary["outlets"] if row["contradicted_rate"] is not None][:OUTLETS]
    return environment.get_template("summary.html").render(
        **summary,
        wrong_by_outlet={row["outlet"]: row["findings"] for row in summary["wrong"]},
        outlet_chart=_whiskers(told),
        cause_chart=_bars(summary["causes"]),
        month_chart=_course([m for m in summary["months"] if m["contradicted_rate"] is not None]),
    )


def _words(name: str) -> str:
    return name.replace("_", " ")


def _scale(most: float) -> tuple[float, list[float]]:
    """The end of a scale of shares from 0, and where it is marked."""
    step = next((s for s in (0.01, 0.02, 0.05, 0.1, 0.2) if most <= s * 5), 0.25)
    end = min(1.0, step * 5) if most > 0 else step
    return end, [step * mark for mark in range(round(end / step) + 1)]


def _whiskers(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Each outlet's rate as a dot on its interval."""
    end, marks = _scale(max((row["contradicted_high"] for row in rows), default=0))

    def across(share: float) -> float:
        return round(LABEL + (WIDTH - LABEL - EDGE) * min(share / end, 1), 1)

    return {
        "width": WIDTH,
        "height": ROW * (len(rows) + 1),
        "marks": [{"x": across(mark), "label": percent(mark)} for mark in marks],
        "rows": [
            {
                "name": row["name"],
                "y": ROW * number + ROW // 2,
                "low": across(row["contradicted_low"]),
                "x": across(row["contradicted_rate"]),
                "high": across(row["contradicted_high"]),
                "label": percent(row["contradicted_rate"]),
            }
            for number, row in enumerate(rows)
        ],
    }


def _bars(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Each cause's number as a bar."""
    most = max((row["contradicted"] for row in rows), default=1)
    room = WIDTH - LABEL - EDGE
    return {
        "width": WIDTH,
        "height": ROW * len(rows),
        "left": LABEL,
        "rows": [
            {
                "name": _words(row["cause"]),
                "y": ROW * number,
                "length": round(room * row["contradicted"] / most, 1),
                "label": f"{row['contradicted']:,}",
            }
            for number, row in enumerate(rows)
        ],
    }


def _course(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The rate of each month as a line, its interval as a band."""
    end, marks = _scale(max((row["contradicted_high"] for row in rows), default=0))
    step = (WIDTH - 2 * EDGE) / max(len(rows) - 1, 1)

    def up(share: float) -> float:
        return round(HEIGHT - (HEIGHT - 20) * min(share / end, 1), 1)

    def points(places: Iterable[tuple[int, float]]) -> str:
        return " ".join(f"{EDGE + step * number:.1f},{up(share)}" for number, share in places)

    highs = [(number, row["contradicted_high"]) for number, row in enumerate(rows)]
    lows = [(number, row["contradicted_low"]) for number, row in enumerate(rows)]
    every = -(-len(rows) // 8) or 1
    return {
        "width": WIDTH,
        "height": HEIGHT + 24,
        "base": HEIGHT,
        "marks": [{"y": up(mark), "label": percent(mark)} for mark in marks],
        "band": points([*highs, *reversed(lows)]),
        "line": points((number, row["contradicted_rate"]) for number, row in enumerate(rows)),
        "months": [
            {"x": round(EDGE + step * number, 1), "label": row["name"]}
            for number, row in enumerate(rows)
            if number % every == 0
        ],
    }
