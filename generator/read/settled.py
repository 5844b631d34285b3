"""One moment of the content: what was discovered, once two looks in a row find the same."""

from pathlib import Path

from generator.errors import UsageError
from generator.model.asset import Asset
from generator.model.diagnostic import Diagnostic
from generator.read.discover import Discovered, InputFile, discover
from generator.read.seen import Seen

LOOKS = 5


def discover_settled(
    folder: Path, seen: Seen[InputFile], seen_assets: Seen[Asset | Diagnostic]
) -> Discovered:
    """Discover until nothing changes meanwhile, so that all files are of one moment.

    Raises UsageError when there is no content folder, or when it changes all the while.
    """
    found = discover(folder, seen, seen_assets)
    for _ in range(LOOKS):
        again = discover(folder, seen, seen_assets)
        if again == found:
            return again
        found = again
    raise UsageError(
        "content/ changes all the while", "wait until whatever writes there is done, and run this again"
    )
