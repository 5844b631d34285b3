"""What lets a browser keep a site: a worker at its root and the description by which it is installed.

A site that is not to be kept has a worker as well. All it does is to throw away what an earlier one kept, and
to go: a browser never forgets a worker only because its file is gone.
"""

import json
from collections.abc import Callable, Iterable
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


def worker_files(site: Site, assets: Iterable[str], read: Callable[[str], bytes]) -> dict[str, bytes]:
    """The files, by path. `assets` are those of the theme, and `read` gives what a file of the site holds."""
    if not site.offline:
        return {file_of(urls.SERVICE_WORKER): farewell()}
    needed = sorted(path for path in assets if PurePosixPath(path).suffix in _SHELL)
    return {
        file_of(urls.SERVICE_WORKER): _worker(needed, read),
        file_of(urls.WEB_MANIFEST): _manifest(site, needed),
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


def _manifest(site: Site, assets: list[str]) -> bytes:
    icons = [path for path in assets if PurePosixPath(path).name.split(".")[0] == _ICON]
    said = {
        "name": site.title,
        "description": site.description,
        "lang": site.language,
        "dir": locale_of(site.language).text_direction,
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "icons": [
            {"src": path, "sizes": "any", "type": "image/svg+xml"} for path in icons if path.endswith(".svg")
        ],
    }
    text = json.dumps({key: value for key, value in said.items() if value}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode()
