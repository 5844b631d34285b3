"""`/_redirects`: old addresses for a static host that reads this file (Netlify, Cloudflare Pages)."""

from collections.abc import Iterator
from functools import partial

from generator.exports.published import Published
from generator.model import urls
from generator.model.page import File


def files(published: Published) -> Iterator[File]:
    """The one file, a line for each old address with and without its last slash; none where nothing moved."""
    if any(document.aliases for document in published.archive.documents):
        yield File("_redirects", partial(redirects, published))


def redirects(published: Published) -> bytes:
    """The old addresses, sorted."""
    archive = published.archive
    prefix = archive.site.base_path.rstrip("/")
    moved = {
        written: urls.document_url(document)
        for document in archive.documents
        for alias in document.aliases
        for written in (alias, alias.rstrip("/"))
    }
    return "".join(f"{prefix}{old} {prefix}{new} 301\n" for old, new in sorted(moved.items())).encode()
