"""The page: its addresses, and what each of them does."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Mapping
from hashlib import sha256
from importlib.resources import files
from typing import Any
from urllib.parse import parse_qsl, quote

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from jinja2 import Environment
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from factcheck.review import deciding, export, pages, words
from factcheck.review.decisions import BadLog, NoRoom, Overtaken
from factcheck.review.guard import HOSTS, Headers, Limits, Tries, token_fits
from factcheck.review.people import Person, sign_in
from factcheck.review.queue import Query
from factcheck.review.saved import Item
from factcheck.review.site import Site

Form = Mapping[str, str]
Handler = Callable[["Page", Request, Person, Form], Response]

SESSION = 12 * 3600
"""Seconds that a sign-in lasts: a working day."""
FIELDS = 40
"""Fields of a form that are read."""
AT_ONCE = 1
"""Pages made at the same time: they only share one processor, and a decision waits for each."""
PACKED = 4
"""Level of gzip, 1 to 9: 9 takes five times as long on a page and saves a tenth."""


def create_app(site: Site) -> Starlette:
    """Return the ASGI application for a desk and its log."""
    page = Page(site)
    session = Middleware(
        SessionMiddleware,
        secret_key=site.log.secret(),
        session_cookie=_cookie(site.log.secret()),
        max_age=SESSION,
        same_site="strict",
    )
    return Starlette(
        routes=page.routes(),
        middleware=[
            Middleware(Headers),
            Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS, www_redirect=False),
            Middleware(Limits),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=PACKED),
            session,
        ],
        exception_handlers={404: page.not_found},
    )


class Page:
    """The handlers of one site."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.tries = Tries()
        self.readers = CapacityLimiter(AT_ONCE)
        self.templates: Environment = pages.environment()

    def routes(self) -> list[Route | Mount]:
        """Every address there is; none of them names a file of the user's."""
        static = StaticFiles(directory=str(files("factcheck.review") / "static"))
        return [
            Route("/", self._endpoint(Page.home)),
            Route("/finding/{id}", self._endpoint(Page.finding)),
            Route("/finding/{id}/decide", self._endpoint(Page.decide), methods=["POST"]),
            Route("/finding/{id}/judge", self._endpoint(Page.judge), methods=["POST"]),
            Route("/next", self._endpoint(Page.next)),
            Route("/undo", self._endpoint(Page.undo), methods=["POST"]),
            Route("/conflicts", self._endpoint(Page.conflicts)),
            Route("/conflicts/{id}", self._endpoint(Page.conflict)),
            Route("/indicators", self._endpoint(Page.indicators)),
            Route("/progress", self._endpoint(Page.progress)),
            Route("/log", self._endpoint(Page.log)),
            Route("/export/{format}", self._endpoint(Page.export)),
            Route("/signin", self.signin, methods=["GET", "POST"]),
            Route("/signout", self._endpoint(Page.signout), methods=["POST"]),
            Mount("/static", static),
        ]

    # Reading

    def home(self, request: Request, person: Person, form: Form) -> Response:
        query = Query.read(request.query_params)
        rows = self.site.queue(person, query).rows
        return self._desk(request, person, query, rows[0].item if rows else None)

    def finding(self, request: Request, person: Person, form: Form) -> Response:
        item = self._item(request)
        if item is None:
            return self._missing(request, person)
        return self._desk(request, person, Query.read(request.query_params), item)

    def next(self, request: Request, person: Person, form: Form) -> Response:
        query = Query.read(request.query_params)
        after = self.site.desk.by_id.get(request.query_params.get("after", ""))
        queue = self.site.queue(person, query)
        item = self.site.following(queue, after) if after else None
        path = f"/finding/{item.id}" if item else "/"
        return RedirectResponse(_with(path, query, said=request.query_params.get("said")), 303)

    def conflicts(self, request: Request, person: Person, form: Form) -> Response:
        number = request.query_params.get("page", "0")
        page = int(number) if number.isdecimal() and len(number) < 7 else 0
        relation = request.query_params.get("relation", "")
        return self._render(
            request, person, "conflicts.html", pages.conflicts(self.site, relation, page)
        )

    def conflict(self, request: Request, person: Person, form: Form) -> Response:
        one = self.site.desk.by_conflict.get(request.path_params["id"])
        if one is None:
            return self._missing(request, person)
        return self._render(request, person, "conflict.html", pages.conflict(self.site, one))

    def indicators(self, request: Request, person: Person, form: Form) -> Response:
        """Indicators whose name holds every word asked for, as options of a list."""
        asked = request.query_params.get("slot_value", "")[:100].lower().split()
        known = self.site.figures.indicators.values() if self.site.figures else ()
        found = [i for i in known if all(w in f"{i.name} {i.id}".lower() for w in asked)]
        context = {"indicators": sorted(found, key=lambda i: i.name)[:20]}
        return HTMLResponse(self.templates.get_template("_indicators.html").render(context))

    def progress(self, request: Request, person: Person, form: Form) -> Response:
        return self._render(request, person, "progress.html", pages.progress(self.site, person))

    def log(self, request: Request, person: Person, form: Form) -> Response:
        before = request.query_params.get("before", "")
        number = int(before) if before.isdecimal() and len(before) < 16 else None
        proof = "verify" in request.query_params
        return self._render(
            request, person, "log.html", pages.log(self.site, person, number, proof=proof)
        )

    def export(self, request: Request, person: Person, form: Form) -> Response:
        name = request.path_params["format"]
        if person.role != "lead" or name not in export.FORMATS:
            return self._missing(request, person)
        signed = export.signed_off(self.site.log, self.site.desk)
        publisher, url = (request.query_params.get(n, "").strip() for n in ("publisher", "url"))
        try:
            content, kind, file = export.download(name, signed, publisher, url)
        except export.NoPublisher as error:
            return self._missing(request, person, str(error), 422)
        disposition = {"Content-Disposition": f'attachment; filename="{file}"'}
        return Response(content, media_type=kind, headers=disposition)

    # Deciding

    def decide(self, request: Request, person: Person, form: Form) -> Response:
        item = self._item(request)
        query = Query.read(request.query_params)
        if item is None:
            return self._missing(request, person)
        try:
            entry = deciding.decide(self.site, person, item, form)
        except Overtaken as overtaken:
            by = overtaken.by
            told = (
                f"Not recorded: {by.reviewer} decided “{words.plain(by.cause or by.status)}” "
                "while you were reading. Decide again to replace it, or go on."
            )
            return self._desk(request, person, query, item, warning=told, status=409)
        except (deciding.Unusable, NoRoom) as error:
            status = _status(error)
            return self._desk(request, person, query, item, warning=str(error), status=status)
        return RedirectResponse(_with("/next", query, after=item.id, said=str(entry.seq)), 303)

    def undo(self, request: Request, person: Person, form: Form) -> Response:
        query = Query.read(request.query_params)
        entry = deciding.undo(self.site, person)
        if entry is None:
            return RedirectResponse(_with("/", query, said="nothing"), 303)
        item = self.site.item(entry.key)
        path = f"/finding/{item.id}" if item else "/"
        return RedirectResponse(_with(path, query, said=str(entry.seq)), 303)

    def judge(self, request: Request, person: Person, form: Form) -> Response:
        item = self._item(request)
        if item is None:
            return self._missing(request, person)
        trial = deciding.judge_again(self.site, item, form)
        query = Query.read(request.query_params)
        return self._desk(request, person, query, item, trial=trial)

    # Coming and going

    async def signin(self, request: Request) -> Response:
        form = await _form(request)
        return await run_sync(self._signin, request, form)

    def _signin(self, request: Request, form: Form) -> Response:
        if request.method == "GET":
            if not self.site.registered and token_fits(
                request.query_params.get("token"), self.site.settings.token
            ):
                return self._enter(request, self.site.alone)
            return self._signin_page(request, "")
        if not self.tries.allowed():
            return self._signin_page(request, "Too many tries. Wait a minute.", 429)
        name, token = form.get("name", "").strip(), form.get("token", "").strip()
        if self.site.registered:
            person = sign_in(self.site.log, name, token)
        else:
            person = self.site.alone if token_fits(token, self.site.settings.token) else None
        if person is not None:
            return self._enter(request, person)
        self.tries.failed()
        return self._signin_page(request, "That name and token do not belong together.", 403)

    def _enter(self, request: Request, person: Person) -> Response:
        request.session.clear()
        request.session.update(name=person.name, mark=person.mark, csrf=secrets.token_urlsafe(24))
        return RedirectResponse("/", 303)

    def signout(self, request: Request, person: Person, form: Form) -> Response:
        request.session.clear()
        return RedirectResponse("/signin", 303)

    def _signin_page(self, request: Request, warning: str, status: int = 200) -> Response:
        context = {"warning": warning, "registered": self.site.registered, "person": None}
        content = self.templates.get_template("signin.html").render(context)
        return HTMLResponse(content, status)

    # How every page is made

    def _endpoint(self, handler: Handler) -> Callable[[Request], Awaitable[Response]]:
        async def endpoint(request: Request) -> Response:
            form = await _form(request)
            limit = self.readers if request.method == "GET" else None
            return await run_sync(self._guarded, handler, request, form, limiter=limit)

        return endpoint

    def _guarded(self, handler: Handler, request: Request, form: Form) -> Response:
        person = self.site.person(request.session.get("name"), request.session.get("mark"))
        if person is None:
            return RedirectResponse("/signin", 303)
        if request.method == "POST" and not token_fits(
            form.get("csrf"), request.session.get("csrf")
        ):
            return self._missing(request, person, "This form is too old; load the page again.", 403)
        try:
            return handler(self, request, person, form)
        except (BadLog, NoRoom) as error:
            return self._missing(request, person, str(error), _status(error))

    def _item(self, request: Request) -> Item | None:
        return self.site.desk.by_id.get(request.path_params["id"])

    def _desk(
        self,
        request: Request,
        person: Person,
        query: Query,
        item: Item | None,
        *,
        warning: str = "",
        status: int = 200,
        trial: Mapping[str, Any] | None = None,
    ) -> Response:
        whole = "whole" in request.query_params
        context = pages.desk(self.site, person, query, item, trial=trial, whole=whole)
        context |= {"warning": warning, "said": self._said(request, person)}
        return self._render(request, person, "desk.html", context, status)

    def _said(self, request: Request, person: Person) -> str:
        number = request.query_params.get("said", "")
        if number == "nothing":
            return "Nothing to undo."
        if not number.isdecimal() or len(number) > 15:
            return ""
        entry = self.site.log.entry(int(number))
        if entry is None or entry.reviewer != person.name:
            return ""
        item = self.site.item(entry.key)
        return pages.said(entry, item)

    def _missing(
        self, request: Request, person: Person, told: str = "", status: int = 404
    ) -> Response:
        context = {"told": told or "There is no such page, or it is not yours to see."}
        return self._render(request, person, "missing.html", context, status)

    def not_found(self, request: Request, error: Exception) -> Response:
        return Response("not found", 404, media_type="text/plain")

    def _render(
        self,
        request: Request,
        person: Person,
        template: str,
        context: dict[str, Any],
        status: int = 200,
    ) -> Response:
        shared = {
            "person": person,
            "csrf": request.session.get("csrf"),
            "registered": self.site.registered,
            "conflict_count": self.site.desk.clashes,
            "query": Query.read(request.query_params),
        }
        content = self.templates.get_template(template).render(shared | context)
        return HTMLResponse(content, status)


def _status(error: Exception) -> int:
    """HTTP: Insufficient Storage (RFC 4918), Internal Server Error, Unprocessable Content."""
    return 507 if isinstance(error, NoRoom) else 500 if isinstance(error, BadLog) else 422


def _cookie(secret: str) -> str:
    """Another name for each log: cookies are not told apart by port."""
    return "factcheck_" + sha256(secret.encode()).hexdigest()[:8]


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form; nothing where it is none."""
    if request.method != "POST":
        return {}
    try:
        body = (await request.body()).decode()
        return dict(parse_qsl(body, keep_blank_values=True, max_num_fields=FIELDS))
    except ValueError:
        return {}


def _with(path: str, query: Query, **more: str | None) -> str:
    """An address that keeps what is filtered."""
    said = "&".join(f"{name}={quote(value)}" for name, value in more.items() if value)
    mark = "&" if query.address else "?"
    return f"{path}{query.address}{mark + said if said else ''}"
