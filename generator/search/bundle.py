"""Whether a bundle that Pagefind wrote is whole. Pagefind ends well even when the disk was full."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec import Struct

from generator.errors import SearchError
from generator.search.meta import Meta, read_meta
from generator.search.packed import unpack

ENTRY = "pagefind-entry.json"
SCRIPT = "pagefind.js"
WORKER = "pagefind-worker.js"
PARTS = {"fragment": ".pf_fragment", "index": ".pf_index", "filter": ".pf_filter"}
"""The folders of a bundle, each with the ending of its files."""

TAILS = {SCRIPT: b"export", WORKER: b"postMessage"}
"""A word that stands near the end of each script: without it the script was cut off."""


class Read(Struct, frozen=True):
    """A bundle that was read and found whole."""

    files: dict[str, bytes]
    """As they are published."""
    contents: dict[str, bytes]
    """What the packed ones among them hold."""


def whole_bundle(folder: Path, language: str) -> Read:
    """The files of a bundle that a browser needs, each found whole; SearchError names the first that is not.

    Pagefind's ready-made interfaces are left behind: they set HTML from what a page says.
    """
    entry = _entry(_read(folder, ENTRY))
    index = _index(entry, language)
    names = [
        SCRIPT,
        WORKER,
        f"wasm.{index['wasm'] or 'unknown'}.pagefind",
        f"pagefind.{index['hash']}.pf_meta",
    ]
    files = {ENTRY: _read(folder, ENTRY)} | {name: _read(folder, name) for name in names}
    for part, ending in PARTS.items():
        for file in sorted((folder / part).glob(f"*{ending}")):
            files[f"{part}/{file.name}"] = _read(folder, f"{part}/{file.name}")
    for name, word in TAILS.items():
        if word not in files[name][-2000:]:
            raise SearchError(f"Pagefind did not finish writing {name}.", "Is the disk full?")
    contents = {name: _unpacked(name, data) for name, data in files.items() if name not in {ENTRY, *TAILS}}
    if not any(name.startswith("index/") for name in files):
        raise SearchError("Pagefind wrote no index.", "Is there any text on the pages?")
    meta = read_meta(contents[f"pagefind.{index['hash']}.pf_meta"])
    _check_names(set(files), meta)
    fragments = sum(name.startswith("fragment/") for name in files)
    if fragments != index["page_count"]:
        raise SearchError(f"Pagefind says it indexed {index['page_count']} pages but wrote {fragments}.")
    return Read(dict(sorted(files.items())), contents)


def addresses_in(contents: Mapping[str, bytes]) -> dict[str, str]:
    """The address of every page of a bundle, from the root of the site (`/2024/11/29/`), by its file."""
    addresses = {}
    for name, content in contents.items():
        if name.startswith("fragment/"):
            try:
                addresses[name] = str(json.loads(content)["url"])
            except (ValueError, KeyError, TypeError) as error:
                raise SearchError(f"Pagefind wrote a page that cannot be read: {name}.") from error
    return addresses


def _entry(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise SearchError(f"Pagefind did not finish writing {ENTRY}.", "Is the disk full?") from error


def _index(entry: Any, language: str) -> dict[str, Any]:
    """What the entry says of the one language."""
    try:
        (found,) = entry["languages"].items()
        name, index = found
        if name == language and isinstance(index["hash"], str) and isinstance(index["page_count"], int):
            return {"hash": index["hash"], "wasm": index["wasm"], "page_count": index["page_count"]}
    except (KeyError, TypeError, ValueError, AttributeError):
        pass
    raise SearchError(f'Pagefind did not write one index in the language "{language}".')


def _check_names(names: set[str], meta: Meta | None) -> None:
    """Every file that the table of contents names is there."""
    if meta is None:
        return
    named = [f"fragment/{name}.pf_fragment" for name in meta.fragments]
    named += [f"index/{name}.pf_index" for name in meta.chunks]
    named += [f"filter/{file}.pf_filter" for _, file in meta.filters]
    for name in named:
        if name not in names:
            raise SearchError(f"Pagefind did not write {name}.", "Is the disk full?")


def _read(folder: Path, name: str) -> bytes:
    try:
        data = (folder / name).read_bytes()
    except OSError as error:
        raise SearchError(f"Pagefind did not write {name}: {error.strerror}.") from error
    if not data:
        raise SearchError(f"Pagefind wrote {name} empty.", "Is the disk full?")
    return data


def _unpacked(name: str, data: bytes) -> bytes:
    try:
        return unpack(data)
    except ValueError as error:
        raise SearchError(f"Pagefind did not finish writing {name}: {error}.", "Is the disk full?") from error
