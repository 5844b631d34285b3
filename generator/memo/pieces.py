"""Pieces that files hold alike, kept from one build to the next with all that was looked at for each."""

from array import array
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple, get_type_hints
from zlib import crc32

from generator.memo.codec import Codec
from generator.memo.digests import digest_of
from generator.memo.looks import Look, NewPiece
from generator.memo.store import Store

SIZE = 32
"""How many of many things there are in a piece, on average."""
_STEP = "pieces"
_CODEC = Codec()


class Piece(NamedTuple):
    """A piece in a ledger."""

    content: bytes
    """The digest of its bytes, by which they are kept."""
    looks: "array[int]"
    """Places of what was looked at, in the ledger's list of looks."""

    @property
    def plain(self) -> tuple[bytes, bytes]:
        """As plain values."""
        return (self.content, self.looks.tobytes())


class Pieces:
    """What one process knows of the pieces: those of the last build that hold, and those that it has made."""

    def __init__(
        self,
        store: Store,
        look: Callable[[int], Look] | None = None,
        holding: Callable[[bytes], Piece | None] | None = None,
    ) -> None:
        """`look` gives what stands at a place in the ledger's list of looks, `holding` a piece that holds."""
        self._store = store
        self._look = look
        self._holding = holding
        self._made: list[NewPiece] = []

    def __reduce__(self) -> tuple[Any, ...]:
        """For a process that was not forked: it makes all of them anew."""
        return Pieces, (self._store,)

    def known(self, name: bytes, function: Callable[..., Any]) -> "tuple[Any, array[int]] | None":
        """A piece that a function has made, and the places of its looks; None where it must be made."""
        piece = self._holding(name) if self._holding else None
        content = piece and self._store.get_alone(_STEP, piece.content)
        if not piece or content is None:
            return None
        try:
            value = _CODEC.decode(_kind_of(function), content)
        except Exception:  # noqa: BLE001 -- whatever was written there, it is not ours
            return None
        return value, piece.looks

    def looks_at(self, places: Iterable[int]) -> Iterable[Look]:
        """What stands at some places of the ledger."""
        return map(self._look, places) if self._look else ()

    def add(self, name: bytes, function: Callable[..., Any], value: Any, numbers: "array[int]") -> None:
        """Note a piece that was made, to be kept."""
        self._made.append(NewPiece(name, _CODEC.encode(_kind_of(function), value), numbers))

    def taken(self) -> tuple[NewPiece, ...]:
        """What was added since this was asked last."""
        made, self._made = self._made, []
        return tuple(made)


def batches(ids: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Ids in their order, a few at a time: a piece each. A new one changes no batch but its own."""
    batch: list[str] = []
    for id in ids:
        batch.append(id)
        if crc32(id.encode()) % SIZE == 0:
            yield tuple(batch)
            batch = []
    if batch:
        yield tuple(batch)


def name_of(function: Callable[..., Any], keys: Iterable[Any]) -> bytes:
    """The name of the piece that a function makes of plain keys."""
    return digest_of(f"{function.__module__}.{function.__qualname__}{(*keys,)!r}".encode())


def keep(store: Store, piece: NewPiece, looks: "array[int]") -> Piece:
    """Keep a new piece; `looks` are the places in a ledger of what it looked at."""
    digest = digest_of(piece.content)
    store.put(_STEP, digest, piece.content)
    return Piece(digest, looks)


@cache
def _kind_of(function: Callable[..., Any]) -> Any:
    return get_type_hints(function)["return"]
