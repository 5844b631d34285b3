"""What becomes of a mistake of ours: a calm page, one line in the terminal, and the preview goes on."""

from collections.abc import Callable

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Told = Callable[[str], None]

PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title></head>
<body>
<main>
<h1>{title}</h1>
<p>{text}</p>
</main>
</body>
</html>
"""
BROKEN = PAGE.format(
    title="This page could not be made",
    text="The terminal in which the preview runs says why. The page comes by itself once it can be made.",
).encode()
MISSING = PAGE.format(
    title="There is no such page",
    text="If it is being written, it comes by itself once it is there.",
).encode()


class Complaints:
    """Tells a failure in one line, and not again before something has changed."""

    def __init__(self, told: Told) -> None:
        self._told = told
        self._said: set[str] = set()
        self._revision = -1

    def tell(self, what: str, error: BaseException, revision: int) -> None:
        """Say that something failed at this revision of the archive, and why."""
        if revision != self._revision:
            self._revision = revision
            self._said.clear()
        line = in_one_line(f"{what} could not be made: {type(error).__name__}: {error}")
        if line not in self._said:
            self._said.add(line)
            self._told(line)


class Calm:
    """An app that answers 500 in plain words where it would have raised."""

    def __init__(self, app: ASGIApp, tell: Callable[[str, BaseException], None]) -> None:
        self._app = app
        self._tell = tell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        begun = False

        async def send_noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, send_noting)
        except Exception as error:  # noqa: BLE001 -- whatever it is, the preview goes on
            self._tell(scope["raw_path"].decode("ascii", "replace"), error)
            if not begun:
                answer = PlainTextResponse("This could not be made. The terminal says why.\n", 500)
                await answer(scope, receive, send)


def in_one_line(text: str, longest: int = 300) -> str:
    """Text that may be printed in a terminal: one line, nothing that steers it, not too long."""
    calm = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    return calm if len(calm) <= longest else calm[: longest - 1] + "…"
