"""What lets a browser keep a site: a worker at its root and the description by which it is installed.

A site that is not to be kept has a worker as well. All it does is to throw away what an earlier one kept, and
to go: a browser never forgets a worker only because its file is gone.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

from generator.model import urls
from generator.model.page import file_of
from generator.model.site import Site
from generator.words.locales import locale_of

_CLIENT = Path(__file__).with_name("client")
_SHELL = frozenset((".css", ".js", ".svg", ".woff", ".woff2"))
"""Kinds of theme files that pages need; pictures are kept when they are seen."""
_ICON = "icon"
_OWN = "offline"
"""What the names of theme files begin with that serve a site which browsers keep, and no other."""
_DRAWN = re.compile(r"(?:^|/)offline-icon-(\d+)\.[^/]*\bpng$")
"""An icon for devices that take no SVG, with its width and height in pixels."""


def wanted_of(site: Site, assets: Mapping[str, bytes]) -> dict[str, bytes]:
    """The theme's files that the site needs: those that let browsers keep it only where it is to be kept."""
    return {
        path: content
        for path, content in assets.items()
        if site.offline or not PurePosixPath(path).name.startswith(_OWN)
    }


def worker_files(site: Site, assets: Collection[str], read: Callable[[str], bytes]) -> dict[str, bytes]:
    """The files, by path. `assets` are those of the theme, and `read` gives what a file of the site holds."""
    if not site.offline:
        return {file_of(urls.SERVICE_WORKER): farewell()}
    needed = sorted(path for path in assets if PurePosixPath(path).suffix in _SHELL)
    return {
        file_of(urls.SERVICE_WORKER): _worker(needed, read),
        file_of(urls.WEB_MANIFEST): _manifest(site, assets),
    }


def farewell() -> bytes:
    """The worker that throws away what an earlier one kept, and goes."""
    return (_CLIENT / "farewell.js").read_bytes()


def _worker(assets: list[str], read: Callable[[str], bytes]) -> bytes:
    """The worker, which is another one as soon as anything differs that it begins with."""
    code = (_CLIENT / "worker.js").read_bytes()
    files = (file_of(urls.HOME), file_of(urls.OFFLINE), *assets)
    parts = (code, *(part for file in files for part in (file.encode(), read(file))))
    version = sha256(b"".join(sha256(part).digest() for part in parts)).hexdigest()[:16]
    shell = ["./", file_of(urls.OFFLINE), *assets]
    build = json.dumps({"version": version, "shell": shell}, ensure_ascii=True)
    return f"const BUILD = {build};\n".encode() + code


def _manifest(site: Site, assets: Iterable[str]) -> bytes:
    said = {
        "name": site.title,
        "description": site.description,
        "lang": site.language,
        "dir": locale_of(site.language).text_direction,
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "icons": list(_icons(assets)),
    }
    text = json.dumps({key: value for key, value in said.items() if value}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def _icons(assets: Iterable[str]) -> Iterator[dict[str, str]]:
    """The drawing that fits any size, then pictures by their size; they may be cut to the device's shape."""
    drawn = []
    for path in sorted(assets):
        if path.endswith(".svg") and PurePosixPath(path).name.split(".")[0] == _ICON:
            yield {"src": path, "sizes": "any", "type": "image/svg+xml"}
        elif found := _DRAWN.search(path):
            drawn.append((int(found[1]), path))
    for pixels, path in sorted(drawn):
        said = {"src": path, "sizes": f"{pixels}x{pixels}", "type": "image/png"}
        yield said
        yield {**said, "purpose": "maskable"}
