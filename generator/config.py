"""site.yaml, as written to as used."""

from msgspec.structs import replace

from generator.errors import UsageError
from generator.model.site import Site
from generator.model.written.addresses import base_url_of
from generator.model.written.mistake import Mistake
from generator.model.written.site import WrittenSite
from generator.read.entry import Entry

UNREAD = Site(title="", description="", base_url="https://example.org/")
"""Stands in while site.yaml has mistakes, so that those of the other files can be told as well."""


def site_of(entry: Entry | None, base_url: str | None = None) -> Site:
    """The site that a content folder describes; `base_url` overrides what is written."""
    written = entry.written if entry else None
    site = UNREAD
    if isinstance(written, WrittenSite):
        site = Site(
            title=written.title,
            description=written.description,
            base_url=written.base_url,
            language=written.language,
            timezone=written.timezone,
            theme=written.theme,
            author=written.author,
            notice=written.notice,
            pagefind=written.pagefind,
            offline=written.offline,
        )
    return site if base_url is None else replace(site, base_url=_checked(base_url))


def _checked(base_url: str) -> str:
    try:
        return base_url_of(base_url)
    except Mistake as mistake:
        raise UsageError(f"--base-url: {mistake.message}", mistake.hint) from mistake
