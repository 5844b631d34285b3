"""The secrets of one run: whoever has the token has read a page of this preview."""

import hmac
import secrets

from msgspec import Struct, field


class Run(Struct, frozen=True):
    """One run of the preview."""

    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    """Stands in every page, and is asked for by all that is not part of the site."""
    id: str = field(default_factory=lambda: secrets.token_hex(8))
    """Tells a client that it talks to another run than before; no secret."""
    password: str = field(default_factory=lambda: secrets.token_urlsafe(12))
    """What other machines must say, where they can reach the preview at all."""


def is_token(said: str | None, token: str) -> bool:
    """Compare in a time that says nothing about where they differ."""
    return said is not None and hmac.compare_digest(said.encode("utf-8", "replace"), token.encode())
