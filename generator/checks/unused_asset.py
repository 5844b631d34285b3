"""Every file of content/assets/ is shown or linked in some text."""

from collections.abc import Iterator

from generator.assemble.assets import published_assets
from generator.assemble.places import Places
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Mark, Severity
from generator.model.verdict import Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places) -> Iterator[Diagnostic]:
    """A warning at each file that no text refers to, not even one that is not published yet."""
    if not archive.assets:
        return
    used = {asset.file for asset in published_assets(archive)} | archive.awaited
    for file in archive.assets:
        if file not in used:
            message = "no text shows this file or leads to it, so it is not published"
            hint = "link to it, or delete it"
            yield Diagnostic("unused-asset", file, Mark(), message, hint, Severity.WARNING)
