"""An answer that is sent in parts, so that no slow reader makes us hold all of it twice."""

import asyncio

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

PART = 64 * 1024


class InParts(Response):
    """Bytes, sent only as fast as they are read."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the answer."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        body = b"" if scope["method"] == "HEAD" else bytes(self.body)
        for at in range(0, max(1, len(body)), PART):
            more = at + PART < len(body)
            await send({"type": "http.response.body", "body": body[at : at + PART], "more_body": more})
            await asyncio.sleep(0)  # `send` need not wait; others have their turn, and a hang-up is noticed
