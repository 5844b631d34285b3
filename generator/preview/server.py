"""The preview as one ASGI app: door, headers, what belongs to the preview, and the site behind it."""

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, Router
from starlette.types import ASGIApp

from generator.preview.asked import Asked
from generator.preview.clientfiles import client_files
from generator.preview.door import Door, Doorkeeper
from generator.preview.events import Hub
from generator.preview.failures import Calm, Complaints
from generator.preview.headers import Headed
from generator.preview.live import Live
from generator.preview.parts import InParts
from generator.preview.site import Site
from generator.preview.stream import Streams
from generator.preview.threads import Threads
from generator.preview.values import Served


def app_for(live: Live, door: Door, folder: Path, editor: str, hub: Hub, complaints: Complaints) -> ASGIApp:
    """All of it. `editor` is the form of an editor's addresses; `hub` is told the events by the caller."""
    threads = Threads()
    asked = Asked(live, threads, folder, editor)
    router = Router(
        [
            Route("/-/events", Streams(hub, live, door.run.id)),
            Route("/-/state", asked.state),
            Route("/-/place", asked.place),
            Route("/-/fact", asked.fact),
            *_client_routes(client_files()),
        ],
        redirect_slashes=False,
        default=Site(live, door.run.token, threads, complaints),
    )
    guarded = Doorkeeper(router, door)
    return Headed(Calm(guarded, lambda what, error: complaints.tell(what, error, live.revision)))


def _client_routes(files: Mapping[str, Served]) -> list[Route]:
    return [Route(path, _sends(file)) for path, file in files.items()]


def _sends(file: Served) -> Callable[[Request], Awaitable[Response]]:
    async def send_file(request: Request) -> Response:
        return InParts(file.content, media_type=file.media_type)

    return send_file
