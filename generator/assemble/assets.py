"""Which assets are published: those that a published text shows or leads to."""

from collections.abc import Iterator

from generator.assemble.texts import texts_of
from generator.model.archive import Archive
from generator.model.asset import Asset


def published_assets(archive: Archive) -> Iterator[Asset]:
    """The assets that texts refer to, by path. The others are not published: they may belong to a draft."""
    used = {link.href.partition("#")[0] for _, text in texts_of(archive) for link in text.links if link.href}
    return (asset for asset in archive.assets.values() if asset.address in used)
