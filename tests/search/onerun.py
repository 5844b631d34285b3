"""The index of a site as one run of Pagefind makes it: what shards put together are held against."""

from collections.abc import Mapping, Sequence

from generator.search.index import FOLDER, bundle_in, laid_out, primary_language
from tests.search.settled import settled


def index_site(
    pages: Mapping[str, bytes], language: str, command: Sequence[str], *, limit: float | None = None
) -> dict[str, bytes]:
    """Index pages (`facts/index.html` -> HTML) and return the bundle (`pagefind/...` -> bytes).

    `language` is the site's (`en-GB`); `limit` is in seconds and grows with the pages when left out. Without
    pages there is no bundle. Raises SearchError when Pagefind fails, or when its bundle is not whole or does
    not hold every page; nothing half-done is returned.
    """
    if not pages:
        return {}
    with laid_out(pages) as folder:
        seconds = limit or 60 + len(pages) / 10
        read = bundle_in(folder, tuple(pages), primary_language(language), command, seconds)
    return {f"{FOLDER}/{name}": data for name, data in settled(read.files).items()}
