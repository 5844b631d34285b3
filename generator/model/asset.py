"""An asset: a picture or another file that texts show or lead to."""

from msgspec import Struct

IMAGES = frozenset({"avif", "gif", "jpeg", "jpg", "png", "webp"})
"""Endings of what a page may show."""
DOWNLOADS = frozenset({"csv", "gz", "json", "mp3", "pdf", "txt", "zip"})
"""Endings of what a page may only lead to. No browser runs script in any of them."""
PUBLISHED = IMAGES | DOWNLOADS

FOLDER = "content/assets/"
ADDRESS = "/files/"


class Asset(Struct, frozen=True):
    """One file of `content/assets/` that may be published."""

    file: str
    """Path from the folder given to the command: `content/assets/maps/front.png`."""
    size: tuple[int, int] | None = None
    """Width and height in pixels of an image, turned as it is to be shown."""
    digest: str = ""
    """SHA-256 of its content, in hexadecimal."""

    @property
    def address(self) -> str:
        """Where it stands on the site: `/files/maps/front.png`. It stays, so that others may link to it."""
        return ADDRESS + self.file.removeprefix(FOLDER)


def ending_of(path: str) -> str:
    """What follows the last full stop of a file's name, in small letters; empty without one."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[2].lower() if "." in name else ""
