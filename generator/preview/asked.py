"""What the client asks for beside the page: its state, the place of a thing, how a fact was judged."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from generator.preview.door import is_from_here
from generator.preview.editors import address_in_editor, named_place
from generator.preview.live import Live
from generator.preview.mediatypes import TYPES
from generator.preview.paths import site_path
from generator.preview.site import NOT_FOUND
from generator.preview.threads import Threads
from generator.preview.wire import as_json, place_shape, state_shape


class Asked:
    """The endpoints that answer in JSON."""

    def __init__(self, live: Live, threads: Threads, folder: Path, editor: str) -> None:
        self._live = live
        self._threads = threads
        self._folder = folder
        self._editor = editor

    async def state(self, request: Request) -> Response:
        """`?page=`: diagnostics, the page, and what was changed lately."""
        page = _page(request)
        return _json(state_shape(await self._threads.run(lambda: self._live.state(page))))

    async def place(self, request: Request) -> Response:
        """`?page=&id=&text=`, or `?file=&line=&column=`: where it is written, and how to open it there.

        The address that opens it is given only to a browser on this machine.
        """
        page, asked = _page(request), request.query_params
        wanted = asked.get("id", ""), asked.get("text", "")
        if "file" in asked:
            place = named_place(self._folder, asked["file"], asked.get("line", ""), asked.get("column", ""))
        else:
            place = await self._threads.run(lambda: self._live.place(page, *wanted))
        if place is None:
            return _nothing()
        form = self._editor if is_from_here(request) else ""
        return _json(place_shape(place, address_in_editor(form, self._folder, place)))

    async def fact(self, request: Request) -> Response:
        """`?id=document#key`: how the judge reached each finding."""
        fact = request.query_params.get("id", "")
        explained = await self._threads.run(lambda: self._live.explained(fact))
        return _nothing() if explained is None else _json(explained)


def _page(request: Request) -> str:
    """The page as a browser names it, `/facts/` or `/%D8%AD/`; where it is none, the page that says so."""
    return site_path(request.query_params.get("page", "").encode("utf-8", "replace")) or NOT_FOUND


def _json(shape: object) -> Response:
    return Response(as_json(shape), media_type=TYPES[".json"])


def _nothing() -> Response:
    return PlainTextResponse("There is no such thing.\n", 404)
