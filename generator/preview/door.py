"""Who may come in: what is answered before anyone asks for a page."""

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from generator.preview.hosts import is_loopback, is_ours, plain
from generator.preview.origins import is_own
from generator.preview.passwords import CHALLENGE, is_admitted
from generator.preview.paths import LONGEST, site_path
from generator.preview.tokens import Run, is_token

METHODS = {"GET", "HEAD"}
LARGEST_HEAD = 16 * 1024
"""Bytes of all headers of a request."""
SECRET = {"/-/events", "/-/state", "/-/place", "/-/fact"}
"""What only our own pages may ask for."""
ENDS = {"Connection": "close"}
"""After a request that may have a body: nobody reads it."""


class Door(Struct, frozen=True):
    """What a request is measured by."""

    port: int
    run: Run
    names: tuple[str, ...] = ()
    """Names and addresses that it may be called by beside those of loopback."""
    exposed: bool = False
    """Whether other machines can reach it; they then need the password."""


class Doorkeeper:
    """Answers what may not come in, and gives all else its path as the site knows it, empty for no path."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self._app = app
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        refused = refusal(Request(scope), self._door)
        if refused is None:
            scope["path"] = site_path(scope["raw_path"]) or ""
        await (refused or self._app)(scope, receive, send)


def refusal(request: Request, door: Door) -> Response | None:
    """Why a request may not come in; None when it may."""
    host = request.headers.get("host", "")
    if not is_ours(host, door.port, names_at(request, door)):
        return _refused(403, "This preview is not called by that name. Its address is in the terminal.")
    if door.exposed and not is_admitted(request, door.run.password):
        return _refused(401, "The password is in the terminal where the preview runs.", CHALLENGE)
    if request.method not in METHODS:
        return _refused(405, "A preview is only read.", {"Allow": ", ".join(sorted(METHODS))} | ENDS)
    if sum(len(name) + len(value) for name, value in request.headers.raw) > LARGEST_HEAD:
        return _refused(431, "The headers of this request are too long.", ENDS)
    if request.headers.get("content-length", "0") != "0" or "transfer-encoding" in request.headers:
        return _refused(400, "A request for a page has no body.", ENDS)
    target = request.scope["raw_path"]
    if not target.startswith(b"/"):
        return _refused(400, "This is a site, no proxy.")
    if len(target) + len(request.scope["query_string"]) > LONGEST:
        return _refused(414, "This address is too long.")
    if site_path(target) in SECRET:
        if not is_own(request.headers.getlist("origin"), request.headers.getlist("sec-fetch-site"), host):
            return _refused(403, "Only a page of this preview may ask for this.")
        if not is_token(request.query_params.get("token"), door.run.token):
            return _refused(403, "This needs the token of this run; load the page again.")
    return None


def names_at(request: Request, door: Door) -> tuple[str, ...]:
    """The names that count for one connection: an exposed preview also has the address it was reached at."""
    if not door.exposed:
        return door.names
    return (*door.names, plain(request.scope["server"][0]))


def is_from_here(request: Request) -> bool:
    """Whether the request was made on this machine."""
    return request.client is not None and is_loopback(request.client.host)


def _refused(status: int, why: str, headers: dict[str, str] | None = None) -> Response:
    return PlainTextResponse(f"{why}\n", status, headers)
