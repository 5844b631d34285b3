"""`/sitemap.xml`: the address of every page that may be listed."""

from collections.abc import Iterator
from functools import partial
from html import escape  # not that of xml.sax, which loads what fetches from the network

from generator.exports.published import Published
from generator.exports.xmltext import DECLARATION
from generator.model.page import File

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def files(published: Published) -> Iterator[File]:
    """The one file."""
    yield File("sitemap.xml", partial(sitemap_xml, published))


def sitemap_xml(published: Published) -> bytes:
    """The addresses, sorted."""
    site = published.archive.site
    addresses = (escape(site.absolute(path), quote=False) for path in sorted(published.addresses))
    urls = "".join(f" <url>\n  <loc>{address}</loc>\n </url>\n" for address in addresses)
    return f'{DECLARATION}<urlset xmlns="{NAMESPACE}">\n{urls}</urlset>\n'.encode()
