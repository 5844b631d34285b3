"""Which files of `content/assets/` may be published: a short list of kinds, each as its name says."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from msgspec import Struct

from generator.model.asset import DOWNLOADS, IMAGES, PUBLISHED, Asset, ending_of
from generator.model.diagnostic import Diagnostic, Mark
from generator.model.written.ids import DEVICES
from generator.read.disk import Bounds, holds, is_ignored, path_in, problem, read_still, walk
from generator.read.limits import ASSET
from generator.read.seen import Seen
from generator.read.signatures import is_what_it_says, kind_of

FOLDER = "assets"

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_NOISE = frozenset({"desktop.ini", "thumbs.db"})
"""What Windows leaves behind."""
_RUNS = frozenset(
    {"css", "htm", "html", "js", "mjs", "shtml", "svgz", "swf", "wasm", "xht", "xhtml", "xml", "xsl"}
)
_REFUSED: Mapping[str, tuple[str, str]] = {
    "md": ("a text is no asset", "move it to content/articles/ or another folder for texts"),
    "svg": ("an SVG picture can carry a program, so it is not published", "save it as PNG or WebP"),
    **dict.fromkeys(
        _RUNS, ("a browser would run this file, so it is not published", "move it out of content/")
    ),
}


class Found(Struct, frozen=True):
    """The files that may be published, by path; the paths of the others, and what is wrong with them."""

    files: tuple[Asset, ...]
    refused: frozenset[str]
    diagnostics: tuple[Diagnostic, ...]


def find_assets(content: Path, root: Path, seen: Seen[Asset | Diagnostic]) -> Found:
    """Looks at every file of `content/assets/`. One that has not changed since it was `seen` is not read."""
    found = [
        item if isinstance(item, Diagnostic) else _asset(item, content, root, seen)
        for item in _walk(content / FOLDER, content, root)
    ]
    assets: dict[str, Asset] = {}
    problems = [item for item in found if isinstance(item, Diagnostic)]
    for asset in sorted((item for item in found if isinstance(item, Asset)), key=lambda asset: asset.file):
        other = assets.setdefault(asset.file.casefold(), asset)
        if other is not asset:
            message = f"its name is that of {other.file} but for capital letters"
            problems.append(Diagnostic("refused-asset", asset.file, Mark(), message, "rename one of them"))
    return Found(tuple(assets.values()), frozenset(told.file for told in problems), tuple(problems))


def _walk(folder: Path, content: Path, root: Path) -> Iterator[Path | Diagnostic]:
    if not holds(folder.is_dir) or holds(folder.is_symlink):
        return
    for found in walk(folder, content, root, _is_left_out):
        if isinstance(found, Diagnostic):
            yield found
        elif not holds(found.is_dir):
            yield Path(found.path)


def _is_left_out(folder: str, name: str) -> bool:
    return is_ignored(name) or name.lower() in _NOISE


def _asset(path: Path, content: Path, root: Path, seen: Seen[Asset | Diagnostic]) -> Asset | Diagnostic:
    if told := _refused(path, path.relative_to(content).parts):
        return problem("refused-asset", path, content, *told)
    hint = "make it smaller, or link to it elsewhere"
    bounds = Bounds(root / FOLDER, f"content/{FOLDER}/", ASSET, code="asset-too-large", hint=hint)
    file = path_in(path, content)
    return read_still(path, content, bounds, seen, lambda raw: _inspected(raw, file, path, content))


def _refused(path: Path, parts: tuple[str, ...]) -> tuple[str, str] | None:
    """Why a file cannot be published whatever it holds: message and hint."""
    for part in parts:
        if not _NAME.fullmatch(part) or part.partition(".")[0].lower() in DEVICES or part.endswith("."):
            return (
                "this name cannot stand in an address",
                "use letters a to z, digits, hyphens and full stops",
            )
    ending = ending_of(path.name)
    if ending in _REFUSED:
        return _REFUSED[ending]
    if ending in PUBLISHED:
        return None
    kinds = f"pictures are {_listed(IMAGES)}, other files {_listed(DOWNLOADS)}"
    return (f"files of the kind .{ending} are not published" if ending else "its name has no ending"), kinds


def _inspected(raw: bytes, file: str, path: Path, content: Path) -> Asset | Diagnostic:
    ending = ending_of(file)
    if not is_what_it_says(raw, ending):
        kind = kind_of(raw)
        message = f"its name ends in .{ending}, but that is not what it holds"
        hint = f"rename it, so that it ends in .{kind}" if kind and kind != "txt" else "save it again"
        return problem("mislabelled-asset", path, content, message, hint)
    if ending not in IMAGES:
        return Asset(file, digest=_digest(raw))
    size = dimensions(raw)
    if size is None:
        message = "it begins as a picture does, but its width and height cannot be read"
        return problem("mislabelled-asset", path, content, message, "save it again")
    return Asset(file, size, _digest(raw))


def dimensions(raw: bytes) -> tuple[int, int] | None:
    """Width and height of an image in pixels; None where they cannot be told."""
    import imagesize  # noqa: PLC0415 -- loads what fetches from the network, and many archives have no picture

    try:
        width, height = imagesize.get(BytesIO(raw))
    except Exception:  # noqa: BLE001  (the header is somebody else's, and may be broken in any way)
        return None
    return (width, height) if width > 0 and height > 0 else None


def _digest(raw: bytes) -> str:
    return hashlib.sha256(raw).hexdigest()


def _listed(endings: frozenset[str]) -> str:
    return ", ".join(sorted(endings))
