"""`factcheck review`: the page, the people who may use it, the proof of its log."""

from __future__ import annotations

import getpass
import secrets
import sys
import threading
import webbrowser
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli import options

if TYPE_CHECKING:
    from factcheck.checker import Checker
    from factcheck.model import Report
    from factcheck.reference.store import Reference
    from factcheck.review.decisions import Log
    from factcheck.review.site import Settings, Site

PORT = 8417
LOG = click.option(
    "--log",
    envvar="FACTCHECK_LOG",
    type=click.Path(path_type=Path, dir_okay=False),
    default="factcheck-review.sqlite",
    show_default=True,
    metavar="FILE",
    help="Where decisions are kept.",
)


class DefaultGroup(click.Group):
    """A group whose first word may be an argument: then the command `serve` is meant."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        if args and args[0] not in self.commands:
            args = ["serve", *args]
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        asks = not args or args[0] in ("-h", "--help")
        return super().parse_args(
            ctx, args if asks or args[0] in self.commands else ["serve", *args]
        )


@click.group(cls=DefaultGroup, options_metavar="", subcommand_metavar="SOURCE... | COMMAND")
def review() -> None:
    """Decide on findings on a local web page.

    SOURCE is a report that `factcheck check --output-format json` wrote, a folder of them, the
    folder of an audit, or articles, which are checked first. Decisions go into a log that only
    grows; `factcheck export` hands out what is signed off. Without a COMMAND, `serve` is meant.
    """


@review.command(short_help="Open the review page and wait for Ctrl-C.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@options.CONFIG
@options.REFERENCE
@options.SEMANTIC
@LOG
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True)
@click.option("--browser/--no-browser", default=None, help="Open the page; default: on a terminal.")
def serve(
    sources: tuple[str, ...],
    *,
    reference: Sequence[Path],
    semantic: Any,
    log: Path,
    port: int,
    browser: bool | None,
) -> None:
    """Open the review page for SOURCE... and wait for Ctrl-C."""
    from factcheck.review.app import create_app
    from factcheck.review.site import Settings
    from factcheck.review.verify import open_whole

    book = open_whole(log)
    settings = Settings(secrets.token_urlsafe(24), _user())
    site = _site(sources, reference, semantic, book, settings)
    _run(create_app(site), site, port, sys.stdout.isatty() if browser is None else browser)


@review.command()
@LOG
@click.option(
    "--head", metavar="HASH", help="Hash of an entry noted earlier; it must still be there."
)
def verify(log: Path, head: str | None) -> int:
    """Prove that the log is whole, or name the first broken link.

    Exit: 0 whole, 1 broken, 2 no log.
    """
    from factcheck.review.verify import verify as prove

    proof = prove(existing(log), head)
    if proof.broken:
        click.echo(f"{log}: broken at {proof.broken}; the {proof.entries} entries before it hold")
        return 1
    click.echo(f"{log}: whole, {proof.entries} entries, head {proof.head}")
    return 0


@review.group()
def user() -> None:
    """Say who may sign in. While nobody is registered, the printed address is enough."""


@user.command("add")
@click.argument("name")
@click.option(
    "--role",
    type=click.Choice(["reviewer", "second", "lead"]),
    default="reviewer",
    show_default=True,
    help="reviewer decides first; second decides again, blind; lead settles and exports.",
)
@LOG
def add(name: str, role: str, log: Path) -> None:
    """Register NAME, or give them another role, and print their new token."""
    from factcheck.review.decisions import Log
    from factcheck.review.people import add_person

    token = add_person(Log(log), name, role)
    click.echo(f"{name} signs in as {role} with this token, which is shown only now:\n{token}")


@user.command("list")
@LOG
def list_people(log: Path) -> None:
    """List who may sign in."""
    from factcheck.review.people import people

    for person in people(existing(log)).values():
        click.echo(f"{person.role:9s} {person.name}")


@user.command("remove")
@click.argument("name")
@LOG
def remove(name: str, log: Path) -> None:
    """Take away the access of NAME; what they decided stays."""
    from factcheck.review.people import remove_person

    remove_person(existing(log), name)


def existing(path: Path) -> Log:
    """Open a log that is there. Raises `BadLog`."""
    from factcheck.review.decisions import BadLog, Log

    if not path.is_file():
        raise BadLog(path, "no such file", "a review log; --log names another")
    return Log(path)


def _site(
    sources: Sequence[str], reference: Sequence[Path], semantic: Any, log: Log, settings: Settings
) -> Site:
    """Packs are read first: a bad one stops everything before anything is judged."""
    from factcheck.articles import read_articles
    from factcheck.checker import Checker
    from factcheck.cli.check import cache
    from factcheck.cli.desk import Rejudge, lay_out, read_sources
    from factcheck.reference.store import load_packs
    from factcheck.review.site import Site

    packs = load_packs(reference or None)

    def build(reference: Reference) -> Checker:
        return Checker(reference, semantic=semantic, cache=cache())

    def check(paths: Sequence[str]) -> Report:
        documents, skipped = read_articles(paths, stdin=sys.stdin.buffer)
        for one in skipped:
            click.echo(f"error: {one.message}", err=True)
        return judge.checker()(documents, skipped)

    folders: dict[str, Path] = {}
    judge = Rejudge(packs, folders, build)
    found = read_sources(sources, check)
    folders |= {one.id: source.folder for source in found for one in source.report.articles}
    return Site(lay_out(found), log, settings, judge=judge, figures=packs)


def _run(app: Any, site: Site, port: int, browser: bool) -> None:
    """Serve until interrupted; the address is printed once the port is open."""
    import uvicorn

    class Server(uvicorn.Server):
        async def startup(self, sockets: Any = None) -> None:
            await super().startup(sockets)
            if self.started:
                _announce(site, self.servers[0].sockets[0].getsockname()[1], browser)

    config = uvicorn.Config(
        app,
        host="127.0.0.1",
        port=port,
        log_level="error",
        access_log=False,
        server_header=False,
        lifespan="off",
        limit_concurrency=200,
        timeout_keep_alive=30,
    )
    try:
        Server(config).run()
    except KeyboardInterrupt:
        return  # the way to end it, as printed; every decision is on disk
    except SystemExit:
        raise click.ClickException(
            f"port {port} cannot be used; choose another with --port, or 0 for any."
        ) from None


def _announce(site: Site, port: int, browser: bool) -> None:
    from factcheck.cli.desk import Rejudge

    address = f"http://127.0.0.1:{port}/"
    if not site.registered:
        address += f"signin?token={site.settings.token}"
    click.echo(f"{len(site.desk.items)} findings on the desk; decisions go to {site.log.path}")
    click.echo(f"Review at {address}\nCtrl-C ends it.")
    sys.stdout.flush()
    if isinstance(site.judge, Rejudge):
        _later(site.judge.warm)
    if browser:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()


def _later(act: Callable[[], object]) -> None:
    """Do something once the first page has been asked for, beside the server."""
    timer = threading.Timer(3, act)
    timer.daemon = True
    timer.start()


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "editor"
