"""The record of an earlier build, read back from its `published.json`."""

import json
from pathlib import Path
from typing import Any

from generator.model.fact import Status
from generator.model.record import VERSION, Record, RecordedDocument, RecordedFact
from generator.model.written.oldaddresses import old_address_of

LARGEST = 256 * 1024 * 1024
"""Bytes; nothing that a build of ours writes is as large."""


def read_record(path: Path | None) -> Record | None:
    """The record in a file; None when there is none, or none that this version wrote whole."""
    if path is None:
        return None
    try:
        if path.stat().st_size > LARGEST:
            return None
        said: Any = json.loads(path.read_bytes())
        if type(said["version"]) is not int or said["version"] != VERSION:
            return None
        return Record({_text(id): _document(document) for id, document in sorted(said["documents"].items())})
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _document(said: Any) -> RecordedDocument:
    corrections = said["corrections"]
    if type(corrections) is not int or corrections < 0:
        raise ValueError("no number of corrections")
    address = _text(said["address"])
    if old_address_of(address) != address:
        raise ValueError("no address of a page")
    facts = {_text(key): _fact(fact) for key, fact in sorted(said["facts"].items())}
    return RecordedDocument(address, facts, corrections)


def _fact(said: Any) -> RecordedFact:
    status = said["status"]
    return RecordedFact(
        _text(said["measure"]), _text(said["printed"]), None if status is None else Status(status).value
    )


def _text(said: Any) -> str:
    if not isinstance(said, str):
        raise TypeError("no text")
    return said
