"""`/robots.txt`: everybody may read everything, and the sitemap is here."""

from collections.abc import Iterator

from generator.exports.published import Published
from generator.model.page import File


def files(published: Published) -> Iterator[File]:
    """The one file."""
    sitemap = published.archive.site.absolute("/sitemap.xml")
    yield File("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n".encode())
