"""`/sitemap.xml`: the address of every page that may be listed."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement

from generator.exports.published import Published
from generator.exports.xmltext import xml_bytes
from generator.model.page import File

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def files(published: Published) -> Iterator[File]:
    """The one file."""
    root = Element("urlset", xmlns=NAMESPACE)
    for path in sorted(published.addresses):
        SubElement(SubElement(root, "url"), "loc").text = published.archive.site.absolute(path)
    yield File("sitemap.xml", xml_bytes(root))
