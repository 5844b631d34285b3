"""A link or an image of a text: what its author wrote, and where it leads."""

from enum import StrEnum

from msgspec import Struct

from generator.model.diagnostic import Mark


class Fate(StrEnum):
    """What became of the address of a link."""

    OPEN = "open"
    """It leads into the archive; where, is known once the whole archive is."""
    FOLLOWED = "followed"
    REFUSED = "refused"
    """Its scheme or form is none that this site follows."""
    NOWHERE = "nowhere"
    """No file, no page and no heading stands there."""
    NOT_THAT_PLACE = "not-that-place"
    """The page is there, the place on it is not."""
    UNPUBLISHED = "unpublished"
    """It leads to a document that is left out of this site."""
    SET_ASIDE = "set-aside"
    """It leads to a file with a mistake of its own, or to a later day than is looked at: no mistake of this
    text."""


class TextLink(Struct, frozen=True):
    """One use of an address in a text. Without an `href` it is its text, or the description of an image."""

    written: str
    """The address as the author means it: without the escapes of Markdown, but with those of addresses."""
    mark: Mark
    """Where the address stands in the file; for a link by reference, in its definition."""
    used: Mark
    """Where the link or image stands in the file."""
    image: bool = False
    alt: str = ""
    """What an image shows, in words."""
    title: str = ""
    bare: bool = False
    """Whether nothing stands between the brackets of a link, so that its address has to be shown."""
    fate: Fate = Fate.OPEN
    href: str = ""
    """An address elsewhere, a path of this site from its root (`/actors/hts/`), or a place of this text
    (`#h-...`); empty where it cannot be followed."""
    size: tuple[int, int] | None = None
    """Width and height in pixels of an image that is shown."""
