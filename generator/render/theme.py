"""A theme: templates, style sheets, other static files and words, from its folder and those of its bases."""

import hashlib
from collections.abc import Iterable, Mapping
from gettext import NullTranslations
from pathlib import Path

from msgspec import Struct

from generator.errors import ThemeError
from generator.render.layers import PACKAGE, Layer, layers_of
from generator.render.statics import STATIC, published
from generator.render.templates import TEMPLATES
from generator.words.catalogue import catalogue_of, read_catalogue

__all__ = ["PACKAGE", "Theme", "catalogue_in", "load_theme"]

FEED_STYLE = "feed.css"
LOCALE = "locale"


class Theme(Struct, frozen=True):
    """A theme as read from disk."""

    name: str
    layers: tuple[Layer, ...]
    """The theme itself, and what it is based on; what one does not have comes from the next."""
    assets: Mapping[str, bytes]
    """Files of the site under `assets/`, by their published path."""
    digest: str
    """Over all files of the theme and of its bases: two with the same digest make the same pages."""
    addresses: Mapping[str, str]
    """From a file's name in the theme to its published path: `search.js` to `/assets/search.1a2b3c4d.js`."""

    @property
    def feed_style(self) -> str:
        """The published path of the style sheet with which a browser shows a feed; empty without any."""
        return self.addresses.get(FEED_STYLE, "")

    @property
    def said(self) -> tuple[bytes, ...]:
        """All that it may print by itself: its templates, words and static files."""
        parts = (layer.files(part) for layer in self.layers for part in (TEMPLATES, LOCALE))
        return (*self.assets.values(), *(path.read_bytes() for files in parts for _, path in files))


def load_theme(name: str, folder: Path) -> Theme:
    """The theme of this name: the user's own in `folder/themes/`, else one that comes with Dateline."""
    layers = layers_of(name, folder)
    try:
        addresses, assets = published(layers)
        digest = _digest(layers)
    except (OSError, ValueError) as error:
        raise layers[0].broken(error) from error
    return Theme(name=name, layers=layers, digest=digest, assets=assets, addresses=addresses)


def catalogue_in(layers: Iterable[Layer], language: str) -> NullTranslations:
    """What the interface says in a language: the theme's own words in `locale/fr.po`, those of its bases, and
    then Dateline's. A theme may also say in `locale/en.po` what a site in English says otherwise.

    `fr-CA` is looked for in `fr-CA.po` and then in `fr.po`. Raises ThemeError.
    """
    tags = dict.fromkeys((language, language.partition("-")[0].lower()))
    files = ((layer, layer.root / LOCALE / f"{tag}.po") for layer in layers for tag in tags)
    words = [_words(layer, file) for layer, file in files if file.is_file()]
    if not words:
        return catalogue_of(language)
    for catalogue in words[1:]:
        words[0].add_fallback(catalogue)
    words[0].add_fallback(catalogue_of(language))
    return words[0]


def _words(layer: Layer, file: Path) -> NullTranslations:
    try:
        return read_catalogue(file)
    except Exception as error:  # a catalogue is somebody else's, and its parser may raise anything
        raise ThemeError(
            f"{layer.shown(file)} cannot be read: {error}", "a catalogue is a .po file as gettext has it"
        ) from error


def _digest(layers: Iterable[Layer]) -> str:
    digest = hashlib.sha256()
    for layer in layers:
        digest.update(f"{layer.name}\0{layer.base}\0{layer.styles}\0".encode())
        for part in (TEMPLATES, STATIC, LOCALE):
            for name, path in layer.files(part):
                digest.update(f"{part}/{name}\0".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
