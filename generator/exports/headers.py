"""`/_headers`: what a static host that reads this file (Netlify, Cloudflare Pages) sends with every page."""

from collections.abc import Iterator
from functools import partial

from generator.exports.published import Published
from generator.model import policy
from generator.model.page import File

RULES = {
    "/*": (
        f"Content-Security-Policy: {policy.HEADER}",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: strict-origin-when-cross-origin",
        "Permissions-Policy: camera=(), geolocation=(), microphone=()",
        "Cross-Origin-Opener-Policy: same-origin",
    ),
    "/assets/*": ("Cache-Control: public, max-age=31536000, immutable",),
}


def files(published: Published) -> Iterator[File]:
    """The one file."""
    yield File("_headers", partial(headers, published))


def headers(published: Published) -> bytes:
    """Each path of RULES with its headers below it."""
    prefix = published.archive.site.base_path.rstrip("/")
    blocks = ("\n".join((prefix + path, *(f"  {line}" for line in lines))) for path, lines in RULES.items())
    return ("\n\n".join(blocks) + "\n").encode()
