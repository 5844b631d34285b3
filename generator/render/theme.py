"""A theme: templates, style sheets and other static files, from a folder."""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from gettext import NullTranslations
from pathlib import Path, PurePosixPath

from generator.errors import ThemeError
from generator.words.catalogue import catalogue_of, read_catalogue

STYLE = "style.css"
PACKAGE = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as read from disk."""

    name: str
    templates: Path
    assets: Mapping[str, bytes]
    """Files of the site under `assets/`, by their published path."""
    digest: str
    """Over all templates and static files: two themes with the same digest make the same pages."""
    addresses: Mapping[str, str]
    """From a file's name in the theme to its published path: `search.js` to `/assets/search.1a2b3c4d.js`."""


def load_theme(name: str, folder: Path) -> Theme:
    """The theme of this name: the user's own in `folder/themes/`, else one that comes with Dateline."""
    root = _find(name, folder)
    try:
        settings = tomllib.loads((root / "theme.toml").read_text(encoding="utf-8"))
        styles = b"\n".join((root / "static" / style).read_bytes() for style in settings["styles"])
        bundled = {root / "static" / style for style in settings["styles"]}
        files = {
            path.relative_to(root / "static").as_posix(): path.read_bytes()
            for path in sorted((root / "static").rglob("*"))
            if path.is_file() and path not in bundled and not path.name.startswith(".")
        }
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise ThemeError(
            f'the theme "{name}" in {root} cannot be read: {error}',
            "a theme has theme.toml with a list `styles`, and the folders templates/ and static/",
        ) from error
    files[STYLE] = styles
    addresses = {
        file: f"/assets/{_named_by_content(file, content)}" for file, content in sorted(files.items())
    }
    return Theme(
        name=name,
        templates=root / "templates",
        digest=_digest(root),
        assets={addresses[file].removeprefix("/"): content for file, content in sorted(files.items())},
        addresses=addresses,
    )


def _find(name: str, folder: Path) -> Path:
    """Beside the content, in the installed package, or in a checkout of the repository."""
    places = [folder / "themes" / name, PACKAGE / "themes" / name, PACKAGE.parent / "themes" / name]
    for place in places:
        if (place / "theme.toml").is_file():
            return place
    raise ThemeError(
        f'there is no theme "{name}"',
        f"make the folder {places[0]}, or write theme: default in content/site.yaml",
    )


def catalogue_beside(templates: Path, language: str) -> NullTranslations:
    """What the interface says in a language: the theme's own words in `locale/fr.po`, then Dateline's."""
    words = catalogue_of(language)
    own = templates.parent / "locale" / f"{language}.po"
    if not own.is_file():
        return words
    catalogue = read_catalogue(own)
    catalogue.add_fallback(words)
    return catalogue


def _digest(root: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _named_by_content(file: str, content: bytes) -> str:
    """A file's name with a digest of its content, so that browsers may keep it for ever."""
    path = PurePosixPath(file)
    digest = hashlib.sha256(content).hexdigest()[:8]
    return path.with_name(f"{path.stem}.{digest}{path.suffix}").as_posix()
