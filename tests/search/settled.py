"""One bundle for one set of pages, whatever order Pagefind happened to write in."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import cast

from generator.search.bundle import ENTRY
from generator.search.cbor import Item, decode, encode
from generator.search.meta import Meta, read_meta
from generator.search.packed import pack, unpack


def settled(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same bundle with the values of its filters in order, so that equal pages give equal bytes.

    Pagefind 1.5.2 lists the values of a filter, and the filters, in an order that changes from run to run;
    every file name that is made from those bytes changes with them. A bundle in another form than that
    version's is returned as it is.
    """
    entry = json.loads(files[ENTRY])
    ((language, index),) = entry["languages"].items()
    old_meta = f"pagefind.{index['hash']}.pf_meta"
    meta = read_meta(unpack(files[old_meta]))
    if meta is None:
        return dict(files)
    renamed = dict(files)
    filters = []
    for name, file in meta.filters:
        content = _in_order(unpack(renamed.pop(f"filter/{file}.pf_filter")))
        if content is None:
            return dict(files)
        new = f"{language}_{_short(content)}"
        renamed[f"filter/{new}.pf_filter"] = pack(content)
        filters.append((name, new))
    return _with_meta(renamed, _with_filters(meta, tuple(filters)), entry, language)


def _with_meta(
    files: dict[str, bytes], meta: Meta, entry: dict[str, object], language: str
) -> dict[str, bytes]:
    languages = cast(dict[str, dict[str, object]], entry["languages"])
    old = languages[language]
    new = {**old, "hash": f"{language}_{_short(encode(meta.parts))}"}
    files.pop(f"pagefind.{old['hash']}.pf_meta")
    files[f"pagefind.{new['hash']}.pf_meta"] = pack(encode(meta.parts))
    changed = {**entry, "languages": {language: new}}
    files[ENTRY] = json.dumps(changed, ensure_ascii=False, separators=(",", ":")).encode()
    return dict(sorted(files.items()))


def _with_filters(meta: Meta, filters: tuple[tuple[str, str], ...]) -> Meta:
    """The same with other filter files; filters and sort keys in the order of their names."""
    rows: list[Item] = [[name, file] for name, file in sorted(filters)]
    sorts = sorted(cast(list[list[Item]], meta.parts[4]), key=lambda row: str(row[0]))
    return Meta([*meta.parts[:3], rows, cast(list[Item], sorts), *meta.parts[5:]])


def _in_order(content: bytes) -> bytes | None:
    """A filter's file, `[filter, [[value, pages], ...]]`, by value; None when it has another form."""
    try:
        name, values = cast(list[Item], decode(content))
        rows = cast(list[list[Item]], values)
        return encode([name, cast(list[Item], sorted(rows, key=lambda row: cast(str, row[0])))])
    except (ValueError, TypeError, IndexError, RecursionError):
        return None


def _short(content: bytes) -> str:
    return sha256(content).hexdigest()[:10]
