"""All that a site depends on beside its documents, as one digest."""

from generator.memo.digests import digest_of
from generator.read.discover import DOCUMENTS, Discovered


def around(found: Discovered, shared: bytes, asked: str) -> bytes:
    """What stands around the documents that were found.

    `shared` is the digest of the program, the theme and the site, `asked` what the build was asked for.
    """
    beside = [(file.path, file.digest) for file in found.files if file.kind not in DOCUMENTS]
    assets = [(asset.file, asset.digest) for asset in found.assets]
    told = (beside, assets, sorted(found.refused), found.diagnostics)
    return digest_of(
        shared, asked.encode("utf-8", "surrogateescape"), repr(told).encode("utf-8", "surrogateescape")
    )
