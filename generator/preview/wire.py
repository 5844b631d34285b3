"""Our values as JSON and as events of a stream."""

import json
from collections.abc import Mapping

from msgspec.structs import asdict

from generator.preview.values import Event, Place, State


def as_json(shape: object) -> bytes:
    """JSON in UTF-8; what UTF-8 cannot hold stays escaped."""
    try:
        return json.dumps(shape, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(shape).encode()


def state_shape(state: State) -> dict[str, object]:
    """A state with its diagnostics as `check --format json` writes them."""
    return {
        "revision": state.revision,
        "errors": [problem.shape for problem in state.errors],
        "warnings": [problem.shape for problem in state.warnings],
        "page": asdict(state.page) if state.page else None,
        "changed": [asdict(page) for page in state.changed],
    }


def place_shape(place: Place, url: str) -> dict[str, object]:
    """A place, and the address that opens it in an editor; empty where none can."""
    return {**asdict(place), "url": url}


def as_message(event: Event) -> bytes:
    """An event of a stream; its id is the revision."""
    return _message(event.kind, asdict(event), event.revision)


def hello(revision: int, run: str) -> bytes:
    """The first event of every stream. A browser whose stream breaks off asks again after a second."""
    return b"retry: 1000\n" + _message("hello", {"revision": revision, "run": run}, revision)


def _message(kind: str, shape: Mapping[str, object], revision: int) -> bytes:
    # JSON escapes line ends, so the data is one line whatever it says.
    return f"event: {kind}\nid: {revision}\ndata: ".encode() + as_json(shape) + b"\n\n"
