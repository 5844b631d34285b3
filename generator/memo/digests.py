"""What a frozen value counts as: a digest of all that it holds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from hashlib import blake2b
from typing import Any

from generator.memo.codec import Codec, Ways
from generator.memo.unread import Unread
from generator.model.document import Document
from generator.model.fact import Fact
from generator.model.prose import Prose
from generator.model.verdict import State, Verdict

SIZE = 16
"""Bytes of a digest."""
PLAIN = (str, bytes, int, bool, float, date, Decimal, Enum, type(None))
_PROSE = Codec()


def digest_of(*parts: bytes) -> bytes:
    """The digest of some bytes, and of where each part ends."""
    digest = blake2b(digest_size=SIZE)
    for part in parts:
        digest.update(len(part).to_bytes(4, "big"))
        digest.update(part)
    return digest.digest()


class Digests:
    """The digests of values, each worked out once: while a value is known here it cannot change its place.

    Texts stand apart: they are large, and most of them are wanted by few. `put` is told of each by its
    digest, `unread` gives it back.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[Any, bytes]] = {}
        apart = {kind: self._noted(kind) for kind in (Document, Fact, State, Verdict)}
        self.codec = Codec({Prose: Ways(self._text_away, self._text_back), **apart})

    def begin(self) -> None:
        """Let go of all values."""
        self._known.clear()

    def of(self, value: Any) -> bytes:
        """The digest of a value. Raises TypeError for one that is no frozen value of the model."""
        if isinstance(value, PLAIN):
            return digest_of(type(value).__name__.encode(), repr(value).encode("utf-8", "backslashreplace"))
        known = self._known.get(id(value))
        return known[1] if known else self._worked_out(value)

    def note(self, value: Any, digest: bytes) -> bytes:
        """What a value counts as, where that is known from elsewhere."""
        self._known[id(value)] = (value, digest)
        return digest

    def put(self, digest: bytes, content: bytes) -> None:
        """Told of a text; nothing is kept here."""

    def unread(self, digest: bytes) -> Prose:
        """A text by its digest."""
        raise TypeError("texts are kept nowhere")

    def _worked_out(self, value: Any) -> bytes:
        parts: Iterable[bytes]
        if isinstance(value, Mapping):
            parts = (self.of(part) for item in value.items() for part in item)
        elif isinstance(value, Sequence):
            parts = map(self.of, value)
        elif isinstance(value, frozenset):
            parts = sorted(map(self.of, value))
        elif isinstance(value, Prose):
            return self._text_away(value)
        elif is_dataclass(value):
            content = self.codec.encode(type(value), value)
            known = self._known.get(id(value))  # a kind that is noted while it is encoded
            return known[1] if known else self.note(value, digest_of(type(value).__name__.encode(), content))
        else:
            raise TypeError(f"a {type(value).__name__} has no digest")
        return self.note(value, digest_of(type(value).__name__.encode(), *parts))

    def _noted(self, kind: Any) -> Ways:
        """Values of a kind stand as bytes of their own within others, so that each has its own digest."""
        inner: list[Ways] = []

        def ways() -> Ways:
            if not inner:
                inner.append(self.codec.within(kind))
            return inner[0]

        def plain(value: Any) -> bytes:
            content = self.codec.pack(ways(), value)
            self.note(value, digest_of(kind.__name__.encode(), content))
            return content

        def value(content: bytes) -> Any:
            found = self.codec.unpack(ways(), content)
            self.note(found, digest_of(kind.__name__.encode(), content))
            return found

        return Ways(plain, value)

    def _text_away(self, prose: Prose) -> bytes:
        if isinstance(prose, Unread):
            return prose.digest
        known = self._known.get(id(prose))
        if known:
            return known[1]
        content = _PROSE.encode(Prose, prose)
        digest = self.note(prose, digest_of(content))
        self.put(digest, content)
        return digest

    def _text_back(self, digest: bytes) -> Prose:
        return self.unread(digest)


def text_of(content: bytes) -> Prose:
    """A text from its bytes."""
    prose: Prose = _PROSE.decode(Prose, content)
    return prose
