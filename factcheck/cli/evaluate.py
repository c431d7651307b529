"""`factcheck evaluate`: score the checker against labelled articles."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli import options

if TYPE_CHECKING:
    from factcheck.evaluation import Change, Evaluation, GoldSet

_FILE = click.Path(path_type=Path)


@click.command(short_help="Score the checker against labelled articles.")
@click.argument("gold", type=click.Path(path_type=Path))
@options.REFERENCE
@click.option(
    "--report", type=_FILE, metavar="FILE", help="Score this JSON report instead of checking."
)
@click.option("--errors", is_flag=True, help="Also list every miss.")
@click.option(
    "--output-format", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.option("--baseline", type=_FILE, metavar="FILE", help="Compare with this baseline.")
@click.option("--write-baseline", type=_FILE, metavar="FILE", help="Accept what is right now.")
def evaluate(
    gold: Path,
    *,
    reference: tuple[Path, ...],
    report: Path | None,
    errors: bool,
    output_format: str,
    baseline: Path | None,
    write_baseline: Path | None,
) -> int:
    """Score the checker against the labelled articles in the folder GOLD.

    Judges with the packs that factcheck ships and those that GOLD/evaluate.toml lists, or with
    --reference alone.

    Exit: 0, or 1 where something that --baseline has right is wrong now.
    """
    from factcheck import evaluation

    labels = evaluation.read_gold(gold)
    found = _read_report(report) if report else check_gold(labels, reference)
    result = evaluation.evaluate(labels, found)
    before = evaluation.read_baseline(baseline) if baseline else None
    change = None if before is None else evaluation.compare_baseline(before, result)
    write = _write_json if output_format == "json" else _write_text
    write(result, errors, change)
    if write_baseline:
        evaluation.write_baseline(result, write_baseline)
    return int(bool(change and change.losses and not write_baseline))


def check_gold(gold: GoldSet, reference: Sequence[Path] = ()) -> dict[str, Any]:
    """Check the labelled articles and return the JSON report."""
    from factcheck.articles import read_articles
    from factcheck.checker import check_documents
    from factcheck.reference.store import load_packs, shipped_packs
    from factcheck.report import render

    packs = load_packs(reference or (*shipped_packs(), *gold.packs))
    documents, skipped = read_articles([article.path for article in gold.articles])
    found = check_documents(documents, packs, skipped=skipped)
    report: dict[str, Any] = json.loads(render(found, "json"))
    return report


def _read_report(path: Path) -> dict[str, Any]:
    try:
        report = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise click.UsageError(f"--report {path}: {error.strerror}.") from None
    except ValueError:
        raise click.UsageError(f"--report {path}: not JSON; expected a JSON report.") from None
    if not isinstance(report, dict) or "articles" not in report:
        raise click.UsageError(f"--report {path}: no articles; expected a JSON report.")
    return report


def _write_text(result: Evaluation, errors: bool, change: Change | None) -> None:
    from factcheck.evaluation import compute_figures, list_errors, summary_line

    for line in list_errors(result) if errors else ():
        click.echo(line)
    for name, value in compute_figures(result).items():
        click.echo(f"{name:28s} {value:.3f}")
    click.echo(summary_line(result))
    if change is not None:
        for sign, lines in (("+", change.gains), ("-", change.losses)):
            for line in lines:
                click.echo(f"{sign} {line}")
        click.echo(f"against the baseline: {len(change.gains)} gains, {len(change.losses)} losses")


def _write_json(result: Evaluation, errors: bool, change: Change | None) -> None:
    from factcheck.evaluation import compute_figures, list_errors, summary_line

    figures = compute_figures(result)
    content: dict[str, Any] = {
        "figures": {name: None if math.isnan(value) else value for name, value in figures.items()},
        "summary": summary_line(result),
    }
    if errors:
        content["errors"] = list_errors(result)
    if change is not None:
        content["gains"], content["losses"] = list(change.gains), list(change.losses)
    click.echo(json.dumps(content, indent=2, ensure_ascii=False))
