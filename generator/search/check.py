"""Whether the search that stands in a site is whole: every file that its lists name, unpacked."""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from generator.model.fault import Fault
from generator.model.page import file_of
from generator.search.bundle import ENTRY, PARTS, SCRIPT, TAILS, WORKER
from generator.search.index import FOLDER
from generator.search.meta import Meta, read_meta
from generator.search.packed import unpack

_HINT = "build again; what was indexed is looked at anew"


def check_bundle(files: Mapping[str, bytes], changed: Collection[str] | None = None) -> tuple[Fault, ...]:
    """One fault for each file of the search that is missing or damaged; none where a site has no search.

    `files` is the whole site. Each file of the search is unpacked, or only those of them that are among the
    `changed` ones; the lists by which a browser finds the others are always read.
    """
    ours = {path for path in files if path.startswith(f"{FOLDER}/")}
    if not ours:
        return ()
    return tuple(sorted(_faults(files, ours, ours if changed is None else ours.intersection(changed))))


def _faults(files: Mapping[str, bytes], ours: Collection[str], changed: Collection[str]) -> Iterator[Fault]:
    try:
        indexes = _indexes(files[f"{FOLDER}/{ENTRY}"])
    except KeyError:
        yield Fault(f"{FOLDER}/{ENTRY}", "is missing, and a browser begins with it", _HINT)
        return
    except (ValueError, TypeError, AttributeError, RecursionError):
        yield Fault(f"{FOLDER}/{ENTRY}", "is damaged", _HINT)
        return
    named = {f"{FOLDER}/{name}" for name in (SCRIPT, WORKER)}
    tables = set()
    for code, programme, digest, pages in indexes:
        named.add(f"{FOLDER}/wasm.{programme}.pagefind")
        table = f"{FOLDER}/pagefind.{digest}.pf_meta"
        tables.add(table)
        meta = _meta(files, table)
        if meta is None:
            if table in files:
                yield Fault(table, "is damaged", _HINT)
            continue
        listed = _listed(meta)
        named |= listed
        fragments = sum(path.startswith(f"{FOLDER}/fragment/") for path in listed)
        if fragments != pages:
            message = f'names {fragments:,} pages in the language "{code}", and {ENTRY} {pages:,}'
            yield Fault(table, message, _HINT)
    for path in sorted((named | tables) - set(ours)):
        yield Fault(path, "is missing, and the search names it", _HINT)
    for path in sorted(named.intersection(changed)):
        if message := _damage(path, files):
            yield Fault(path, message, _HINT)


def _indexes(entry: bytes) -> list[tuple[str, str, str, int]]:
    """Each language, with its program, the name of its table of contents, and how many pages it has."""
    languages: Any = json.loads(entry)["languages"]
    found = [
        (str(code), str(index["wasm"] or "unknown"), str(index["hash"]), int(index["page_count"]))
        for code, index in languages.items()
    ]
    if not found:
        raise ValueError("no language")
    return found


def _meta(files: Mapping[str, bytes], path: str) -> Meta | None:
    try:
        return read_meta(unpack(files[path]))
    except (KeyError, ValueError):
        return None


def _listed(meta: Meta) -> set[str]:
    """The files that a table of contents names."""
    names = {
        "fragment": meta.fragments,
        "index": meta.chunks,
        "filter": tuple(name for _, name in meta.filters),
    }
    return {f"{FOLDER}/{part}/{name}{PARTS[part]}" for part, found in names.items() for name in found}


def _damage(path: str, files: Mapping[str, bytes]) -> str:
    """What is wrong with a file; nothing if nothing is."""
    name = path.removeprefix(f"{FOLDER}/")
    data = files[path]
    if name in TAILS:
        return "" if TAILS[name] in data[-2000:] else "was cut off"
    try:
        content = unpack(data)
    except ValueError as error:
        return f"is damaged: {error}"
    if not name.startswith("fragment/"):
        return ""
    try:
        address = str(json.loads(content)["url"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return "is damaged: it is no page of the search"
    return "" if file_of(address) in files else f"finds {address}, which is no page of the site"
