"""What an export may use."""

from collections.abc import Sequence

from msgspec import Struct

from generator.model.archive import Archive
from generator.model.verdict import Judged


class Published(Struct, frozen=True):
    """The archive with what was judged, and the addresses of all listed pages."""

    archive: Archive
    judged: Judged
    addresses: Sequence[str]
    """Paths of the pages that may be listed, from the root of the site."""
    version: str
    """Of Dateline, named as the maker of the feeds."""
    feed_style: str = ""
    """Path of the style sheet of the theme with which a browser shows a feed; empty without any."""
