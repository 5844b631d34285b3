"""The site itself: whatever the live archive has at a path, and nothing else."""

from msgspec.structs import replace
from starlette.responses import RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from generator.preview.failures import BROKEN, MISSING, Complaints
from generator.preview.inject import with_script
from generator.preview.live import Live
from generator.preview.mediatypes import TYPES
from generator.preview.once import Once
from generator.preview.parts import InParts
from generator.preview.paths import as_location
from generator.preview.threads import Threads
from generator.preview.values import Served

OURS = "/-/"
"""Below it stands what belongs to the preview; the site has nothing there."""
NOT_FOUND = "/404.html"
HTML = TYPES[".html"]


class Site:
    """Answers requests for the site; `scope["path"]` is empty where the target is no path."""

    def __init__(self, live: Live, token: str, threads: Threads, complaints: Complaints) -> None:
        self._live = live
        self._token = token
        self._threads = threads
        self._complaints = complaints
        self._once: Once[Served | None] = Once()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        answer = await self.answer(scope["path"])
        await answer(scope, receive, send)

    async def answer(self, path: str) -> Response:
        """What is sent for a path: a page, a file, the way to the page of a folder, or that there is none."""
        if not path or path.startswith(OURS):
            return await self.missing()
        found = await self._served(path)
        if found is not None:
            return _response(found)
        if not path.endswith("/") and await self._served(f"{path}/") is not None:
            return RedirectResponse(as_location(f"{path}/"), 302)
        return await self.missing()

    async def missing(self) -> Response:
        """The page of the site that says so; one of our own while there is none."""
        page = await self._served(NOT_FOUND)
        if page is None:
            page = Served(with_script(MISSING, self._token, self._live.revision), HTML)
        return _response(replace(page, status=404) if page.status == 200 else page)

    async def _served(self, path: str) -> Served | None:
        # A page that was begun before a change is not for one who asks after it.
        revision = self._live.revision
        return await self._once.made((path, revision), self._made(path, revision))

    async def _made(self, path: str, revision: int) -> Served | None:
        made = await self._threads.run(lambda: self._make(path, revision))
        if isinstance(made, Exception):
            self._complaints.tell(path, made, revision)
            return Served(with_script(BROKEN, self._token, revision), HTML, 500)
        return made

    def _make(self, path: str, revision: int) -> Served | Exception | None:
        try:
            found = self._live.served(path)
        except Exception as error:  # noqa: BLE001 -- whatever it is, the page says so and comes back
            return error
        if found is None or not found.media_type.lower().startswith("text/html"):
            return found
        return replace(found, content=with_script(found.content, self._token, revision))


def _response(found: Served) -> Response:
    later = {"Retry-After": "1"} if found.status == 503 else None
    return InParts(found.content, found.status, headers=later, media_type=found.media_type)
