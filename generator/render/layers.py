"""A theme and those it is based on: found by name, and checked before anything is read from them."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from generator.errors import ThemeError
from generator.model.nearest import nearest

PACKAGE = Path(__file__).parent.parent
FOLDER = "themes"
SETTINGS = "theme.toml"
DEFAULT = "default"
KEYS = ("name", "version", "base", "styles", "description", "author", "license", "url")
"""Keys of theme.toml; all but `base` and `styles` are for people."""
HINT = (
    "theme.toml may have a list `styles` of files in static/, and `base`: the name of a theme, or false "
    "where the theme has everything itself"
)
_NAME = re.compile(r"[a-z0-9-]{1,80}")


class Layer(Struct, frozen=True):
    """One theme by itself, without those below it."""

    name: str
    root: Path
    styles: tuple[str, ...]
    """Style sheets of `static/` that it adds to those of its base, in their order."""
    base: str
    """The theme from which everything comes that this one does not have; empty without any."""

    @property
    def templates(self) -> Path:
        """The folder of its templates."""
        return self.root / "templates"

    def shown(self, path: Path) -> str:
        """A path of this theme as a message names it: `themes/paper/templates/day.html`."""
        return path.relative_to(self.root.parent.parent).as_posix()

    def files(self, part: str) -> Iterator[tuple[str, Path]]:
        """The files below one of its folders with their names there, sorted; hidden ones left out."""
        folder = self.root / part
        for path in sorted(folder.rglob("*")):
            inner = path.relative_to(folder)
            if path.is_file() and not any(step.startswith(".") for step in inner.parts):
                yield inner.as_posix(), path

    def broken(self, why: object, hint: str = HINT) -> ThemeError:
        """An error that says why the theme cannot be used."""
        return ThemeError(f'the theme "{self.name}" in {self.root} cannot be read: {why}', hint)


def layers_of(name: str, folder: Path) -> tuple[Layer, ...]:
    """The theme of this name, the one it is based on, and so on down to one that has no base.

    Each is the user's own in `folder/themes/`, else one that comes with Dateline. A theme may be based on one
    of its own name: that is the next of that name. Raises ThemeError.
    """
    found = _places(name, folder)
    if not found:
        meant = nearest(name, _names(folder))
        raise ThemeError(
            f'there is no theme "{name}"',
            f'did you mean "{meant}"?'
            if meant
            else f"make the folder {folder / FOLDER / name}, or write theme: default in content/site.yaml",
        )
    layers = [_read(name, found[0])]
    while base := layers[-1].base:
        layers.append(_read(base, _below(layers, base, folder)))
    return tuple(layers)


def _below(layers: list[Layer], base: str, folder: Path) -> Path:
    """Where the base of the last theme stands."""
    above = layers[-1]
    found = _places(base, folder)
    used = {layer.root.resolve() for layer in layers}
    place = next((place for place in found if place.resolve() not in used), None)
    if place:
        return place
    asked = above.shown(above.root / SETTINGS)
    if not found:
        others = set(_names(folder)) - {layer.name for layer in layers}
        meant = nearest(base, others) or DEFAULT
        raise ThemeError(
            f'{asked}: the theme "{above.name}" is based on "{base}", and there is no theme of that name',
            f'did you mean base = "{meant}"?',
        )
    way = " → ".join([*(layer.name for layer in layers), base])
    raise ThemeError(
        f"{asked}: a theme cannot be based on itself: {way}",
        f'write base = "{DEFAULT}", or base = false where the theme has everything itself',
    )


def _places(name: str, folder: Path) -> list[Path]:
    """Beside the content, in the installed package, and in a checkout of the repository."""
    if not _NAME.fullmatch(name):
        return []
    own = folder / FOLDER / name
    ours = [place / FOLDER / name for place in (PACKAGE, PACKAGE.parent)]
    return [*([own] if own.is_dir() else []), *(place for place in ours if (place / SETTINGS).is_file())]


def _names(folder: Path) -> list[str]:
    places = (place / FOLDER for place in (folder, PACKAGE, PACKAGE.parent))
    return sorted({path.name for place in places if place.is_dir() for path in place.iterdir()})


def _read(name: str, root: Path) -> Layer:
    """What theme.toml says; without one a theme is based on the default theme and adds no style sheet."""
    plain = Layer(name, root, (), DEFAULT)
    try:
        text = (root / SETTINGS).read_text(encoding="utf-8")
        settings = tomllib.loads(text)
    except FileNotFoundError:
        return plain
    except (OSError, ValueError) as error:
        raise plain.broken(f"{SETTINGS}: {error}") from error
    for key in settings:
        if key not in KEYS:
            meant = nearest(key, KEYS)
            raise plain.broken(
                f"{SETTINGS} has no key `{key}`", f"did you mean `{meant}`?" if meant else HINT
            )
    return Layer(name, root, _styles(plain, settings), _base(plain, settings))


def _styles(layer: Layer, settings: Mapping[str, Any]) -> tuple[str, ...]:
    styles = settings.get("styles", [])
    if not isinstance(styles, list) or not all(isinstance(style, str) for style in styles):
        raise layer.broken(f"{SETTINGS}: `styles` is a list of names")
    return tuple(styles)


def _base(layer: Layer, settings: Mapping[str, Any]) -> str:
    match settings.get("base", DEFAULT):
        case False:
            return ""
        case str(base):
            return base
        case other:
            raise layer.broken(f"{SETTINGS}: `base` is the name of a theme, or false; here it is {other!r}")
