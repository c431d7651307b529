"""`factcheck export`: hand out what people have signed off."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from factcheck.cli import options
from factcheck.cli.review import LOG, existing
from factcheck.files import write_whole

FORMATS = ("csv", "json", "sqlite", "claimreview", "baseline", "suppressions")


@click.command(short_help="Export the findings that are signed off.")
@click.argument("sources", nargs=-1, metavar="[REPORT]...")
@options.CONFIG
@LOG
@click.option(
    "--output-format", type=click.Choice(FORMATS), default="csv", show_default=True,
    help="baseline is for `check --baseline`, suppressions are SARIF's, by fingerprint.",
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to a file."
)
@click.option("--publisher", metavar="NAME", help="Who publishes the reviews (claimreview).")
@click.option("--url", metavar="URL", help="Page on which they stand (claimreview).")
def export(
    sources: tuple[str, ...],
    *,
    log: Path,
    output_format: str,
    output: Path | None,
    publisher: str | None,
    url: str | None,
) -> None:
    """Export the findings that are signed off in the log.

    A finding is signed off by the lead; or by a reviewer, and where second readers are registered
    by one of them with the same verdict. With REPORT, only findings of that report count, and no
    decision that it has made stale.
    """
    from factcheck.cli.desk import lay_out, read_reports
    from factcheck.review.export import download, signed_off

    book = existing(log)
    if output is not None and output.exists() and output.samefile(log):
        raise click.UsageError(f"{output} is the log itself; name another file with -o.")
    desk = lay_out(read_reports(sources)) if sources else None
    signed = signed_off(book, desk)
    _write(download(output_format, signed, publisher or "", url or "")[0], output)


def _write(content: str | bytes, output: Path | None) -> None:
    data = content.encode() if isinstance(content, str) else content
    if output is None:
        if isinstance(content, bytes) and sys.stdout.isatty():
            raise click.UsageError("a database is not for a terminal; name a file with -o.")
        click.echo(data, nl=False)
        return
    try:
        write_whole(output, data)
    except OSError as error:
        reason = (error.strerror or "unwritable").lower()
        raise click.UsageError(f"{output}: {reason}; expected a file to write.") from None
