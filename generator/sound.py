"""The last look at a site before it is published: links that lead nowhere, a search that is not whole."""

from collections.abc import Collection, Mapping
from pathlib import Path

from generator.errors import PublishError
from generator.model.site import Site
from generator.publish import Content, ReadBack
from generator.publish.links import PAGE, check_links
from generator.publish.published import AS_IT_WAS
from generator.workers import Open

SHOWN = 5
"""How many problems a message lists."""


def make_sure(
    files: Mapping[str, Content],
    made: Collection[str],
    output: Path,
    site: Site,
    *,
    searched: bool,
    workers: Open | None = None,
) -> None:
    """Raise PublishError when a page that was made anew leads nowhere, or a file of the search is not whole.

    What stands already was looked at when it was made.
    """
    # Nothing but pages: they are handed to other processes, which not every file of the search can be.
    pages = ReadBack({path: files[path] for path in made if path.endswith(PAGE)}, output)
    faults = check_links(pages, files, site.base_path, workers)
    if searched:
        from generator.search.check import check_bundle  # noqa: PLC0415 -- a build without a search loads none of it

        faults += check_bundle(ReadBack(files, output), made)
    if not faults:
        return
    told = "; ".join(f"{fault.path} {fault.message}" for fault in faults[:SHOWN])
    more = f"; and {len(faults) - SHOWN} more problems" if len(faults) > SHOWN else ""
    hint = f"{AS_IT_WAS} {faults[0].hint[:1].upper()}{faults[0].hint[1:]}."
    raise PublishError(f"What was made is not sound: {told}{more}.", hint)
