"""The bytes of published assets, copied as they are."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from generator.errors import PublishError
from generator.model.asset import Asset


def asset_files(assets: Iterable[Asset], folder: Path) -> dict[str, bytes]:
    """Some assets, each by its path in the output folder, `files/map.png`; nothing is unpacked.

    `folder` is the one that holds content/. Raises PublishError when a file is not the one that was examined.
    """
    files = {}
    for asset in assets:
        try:
            content = (folder / asset.file).read_bytes()
        except OSError as error:
            raise PublishError(f"{asset.file} cannot be read: {error.strerror}.") from error
        if hashlib.sha256(content).hexdigest() != asset.digest:
            raise PublishError(f"{asset.file} changed during the build.", "Build again.")
        files[asset.address.removeprefix("/")] = content
    return files
