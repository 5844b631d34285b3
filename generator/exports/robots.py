"""`/robots.txt`: everybody may read everything, and the sitemap is here."""

from collections.abc import Iterator
from functools import partial

from generator.exports.published import Published
from generator.model.page import File


def files(published: Published) -> Iterator[File]:
    """The one file."""
    yield File("robots.txt", partial(robots_txt, published))


def robots_txt(published: Published) -> bytes:
    """The rules for programs that read the whole site."""
    sitemap = published.archive.site.absolute("/sitemap.xml")
    return f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n".encode()
