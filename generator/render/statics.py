"""The static files of a theme, with those of its bases: where they are published, and what they hold."""

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath
from posixpath import dirname, join, normpath, relpath

from msgspec import Struct
from rjsmin import jsmin

from generator.render.layers import Layer

STATIC = "static"
STYLE = "style.css"
"""All sheets that `styles` names, joined."""
SHEET, SCRIPT = ".css", ".js"
_URL = re.compile(r"""url\(\s*(["']?)([^"'()\s]+)\1\s*\)""")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/|#", re.IGNORECASE)


class Standing(Struct, frozen=True):
    """A file of `static/`, in the topmost theme that has it."""

    layer: Layer
    path: Path


def published(layers: Sequence[Layer]) -> tuple[dict[str, str], dict[str, bytes]]:
    """From a file's name to its published path (`search.js` to `/assets/search.1a2b3c4d.js`), and from that,
    without its first slash, to what stands there.

    A file of a theme takes the place of one of the same name in its base; style sheets are added behind those
    of the base. What a sheet leads to by `url(…)` is led to by its published name. Raises ThemeError and
    OSError.
    """
    files, sheets, alone = _found(layers)
    contents = {name: _content(files[name].path) for name in alone if not name.endswith(SHEET)}
    addresses = {name: _address(name, content) for name, content in contents.items()}
    led = {name: _led(name, files, addresses) for name in {*sheets, *alone} if name.endswith(SHEET)}
    contents |= {name: content for name, content in led.items() if name in alone}
    contents[STYLE] = b"\n".join(_led(name, files, addresses, STYLE) for name in sheets)
    addresses = {name: _address(name, contents[name]) for name in sorted(contents)}
    return addresses, {addresses[name].removeprefix("/"): contents[name] for name in sorted(contents)}


def _found(layers: Sequence[Layer]) -> tuple[dict[str, Standing], list[str], list[str]]:
    """Every file by its name; the sheets that are joined, in order; what is published by itself.

    What a base publishes by itself stays so, since its templates ask for it.
    """
    files: dict[str, Standing] = {}
    sheets: list[str] = []
    alone: list[str] = []
    for layer in reversed(layers):
        own = {name: Standing(layer, path) for name, path in layer.files(STATIC)}
        sheets += [style for style in dict.fromkeys(layer.styles) if style not in sheets]
        alone += [name for name in own if name not in files and name not in sheets]
        files |= own
        for style in layer.styles:
            if style not in files:
                raise layer.broken(f'theme.toml names the style sheet "{style}", which is not in static/')
        if STYLE in own and STYLE not in sheets:
            raise layer.broken(
                f"static/{STYLE} is not named in theme.toml",
                f'write styles = ["{STYLE}"]: all sheets that are named there become one {STYLE}',
            )
    return files, sheets, alone


def _content(file: Path) -> bytes:
    """What a file that is no style sheet holds; a script without its comments and indentation."""
    content = file.read_bytes()
    return jsmin(content) if file.suffix == SCRIPT else content


def _led(sheet: str, files: Mapping[str, Standing], addresses: Mapping[str, str], into: str = "") -> bytes:
    """A style sheet whose addresses lead from where it is published, by itself or as a part of another."""
    here = dirname(f"/assets/{into or sheet}")
    layer, content = files[sheet].layer, files[sheet].path.read_bytes()
    if b"url(" not in content:
        return content

    def way(found: re.Match[str]) -> str:
        target, mark, rest = found[2].partition("#")
        if _ELSEWHERE.match(found[2]):
            return found[0]
        name = normpath(join(dirname(sheet), target))
        if name not in addresses:
            raise layer.broken(
                f"static/{sheet} leads to {found[2]}, and there is no static/{name}",
                "write the way from the style sheet to a file of static/ that is no style sheet",
            )
        return f'url("{relpath(addresses[name], here)}{mark}{rest}")'

    return _URL.sub(way, content.decode("utf-8")).encode()


def _address(name: str, content: bytes) -> str:
    """A file's path with a digest of its content in it, so that browsers may keep it for ever."""
    path = PurePosixPath(name)
    digest = sha256(content).hexdigest()[:8]
    return f"/assets/{path.with_name(f'{path.stem}.{digest}{path.suffix}').as_posix()}"
