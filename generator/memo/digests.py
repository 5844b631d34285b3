"""What a frozen value counts as: a digest of all that it holds."""

import marshal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from hashlib import blake2b
from typing import Any

from generator.memo.codec import Codec, Ways
from generator.memo.held import Forgetful
from generator.memo.unread import UnreadPart
from generator.memo.unreadfact import UnreadFact, known_of_fact
from generator.memo.unreadrow import UnreadRow
from generator.memo.unreadtext import ASKED_OFTEN, UnreadText
from generator.memo.unreadverdict import UnreadVerdict, known_of_verdict
from generator.memo.values import is_value
from generator.model.document import Document, Naming
from generator.model.fact import Fact
from generator.model.prose import Prose
from generator.model.verdict import State, Verdict

_FORM = 2
"""Of marshal: the last one in which equal values always give equal bytes."""
SIZE = 16
"""Bytes of a digest."""
_NO_ROW = marshal.dumps([], _FORM)
_SIMPLE = frozenset({str, int, bool, bytes, type(None)})
"""Types that are told apart in the bytes of a tuple; what only looks like one of them is none."""
PLAIN = (str, bytes, int, bool, float, date, Decimal, Enum, type(None))
_PROSE = Codec()


def digest_of(*parts: bytes) -> bytes:
    """The digest of some bytes, and of where each part ends."""
    return blake2b(marshal.dumps(parts, _FORM), digest_size=SIZE).digest()


def _plain(value: Any) -> bytes:
    return digest_of(type(value).__name__.encode(), repr(value).encode("utf-8", "backslashreplace"))


_NOTHING = _plain(None)


class Digests:
    """The digests of values, each worked out once: while a value is known here it cannot change its place.

    Texts, and what has been said of a measure day by day, stand apart: they are large, and most of them are
    wanted by few. `put` is told of each by its digest, `unread` and `read_apart` give it back.
    """

    def __init__(self) -> None:
        self._known: dict[int, tuple[Any, bytes]] = {}
        self.codec = self._codec()

    def _codec(self) -> Codec:
        unread = {
            Fact: self._unread(UnreadFact, known_of_fact),
            Verdict: self._unread(UnreadVerdict, known_of_verdict),
        }
        rows = {Sequence[State]: self._row_apart_of(State), Sequence[Naming]: self._row_of(Naming)}
        others = {Prose: Ways(self.put_away, self._text_back), Document: self._noted(Document)}
        return Codec({**others, **unread, **rows})

    def __getstate__(self) -> dict[str, Any]:
        """For another process: values are known there by themselves, not by their places here."""
        return self.__dict__ | {"_known": list(self._known.values()), "codec": None}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._known = {id(value): (value, digest) for value, digest in state["_known"]}
        self.codec = self._codec()

    def begin(self) -> None:
        """Let go of all values."""
        self._known.clear()

    @contextmanager
    def passing(self) -> Iterator[None]:
        """What is noted here meanwhile is wanted no longer: let go of it at the end."""
        before = len(self._known)
        yield
        while len(self._known) > before:
            self._known.popitem()

    def of(self, value: Any) -> bytes:
        """The digest of a value. Raises TypeError for one that is no frozen value of the model."""
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        if isinstance(value, PLAIN):
            return _NOTHING if value is None else _plain(value)
        if isinstance(value, UnreadText):
            return value.digest
        if isinstance(value, UnreadPart):
            return self.note(value, digest_of(value.kind.__name__.encode(), value.content))
        return self._worked_out(value)

    def note(self, value: Any, digest: bytes) -> bytes:
        """What a value counts as, where that is known from elsewhere."""
        self._known[id(value)] = (value, digest)
        return digest

    def put(self, digest: bytes, content: bytes) -> None:
        """Told of what stands apart; nothing is kept here."""

    def read_apart(self, digest: bytes) -> bytes:
        """What stands apart, by its digest."""
        raise TypeError("nothing is kept here")

    def hold(self, one: Forgetful, weight: int) -> None:
        """Told of what is read, and of how many bytes."""

    def renew(self, digest: bytes) -> None:
        """Told that somebody may want what stands apart."""

    def unread(self, digest: bytes, has: tuple[bool, ...]) -> Prose:
        """A text by its digest, and by what it has any of."""
        raise TypeError("texts are kept nowhere")

    def _worked_out(self, value: Any) -> bytes:
        parts: Iterable[bytes]
        if type(value) is tuple and _SIMPLE.issuperset(map(type, value)):
            parts = (b"simple", marshal.dumps(value, _FORM))
        elif isinstance(value, Mapping):
            parts = (self.of(part) for item in value.items() for part in item)
        elif isinstance(value, Sequence):
            parts = map(self.of, value)
        elif isinstance(value, frozenset):
            parts = sorted(map(self.of, value))
        elif isinstance(value, Prose):
            return self._text(value)
        elif is_value(value):
            content = self.codec.encode(type(value), value)
            known = self._known.get(id(value))  # a kind that is noted while it is encoded
            return known[1] if known else self.note(value, digest_of(type(value).__name__.encode(), content))
        else:
            raise TypeError(f"a {type(value).__name__} has no digest")
        return self.note(value, digest_of(type(value).__name__.encode(), *parts))

    def _noted(self, kind: Any) -> Ways:
        """Values of a kind stand as bytes of their own within others, so that each has its own digest."""
        ways, name = self._within(kind), kind.__name__.encode()

        def plain(value: Any) -> bytes:
            content = self.codec.pack(ways(), value)
            self.note(value, digest_of(name, content))
            return content

        def value(content: bytes) -> Any:
            found = self.codec.unpack(ways(), content)
            self.note(found, digest_of(name, content))
            return found

        return Ways(plain, value)

    def _within(self, kind: Any) -> Callable[[], Ways]:
        """The ways of the parts of a kind that is set apart, worked out when the first of them is wanted."""
        return cache(lambda: self.codec.within(kind))

    def _unread(self, unread: type[UnreadFact | UnreadVerdict], known_of: Callable[[Any], Any]) -> Ways:
        """Values of a kind stand as bytes of their own within others, and are read when somebody looks."""
        kind: Any = unread.kind
        ways, name = self._within(kind), kind.__name__.encode()

        def load(one: Any) -> Any:
            self.hold(one, len(one.content))
            return self.codec.unpack(ways(), one.content)

        def plain(value: Any) -> tuple[Any, bytes]:
            if isinstance(value, unread):
                return known_of(value), value.content
            content = self.codec.pack(ways(), value)
            self.note(value, digest_of(name, content))
            return known_of(value), content

        def value(plain: tuple[Any, bytes]) -> Any:
            return unread.of(*plain, load)

        return Ways(plain, value)

    def _row_of(self, kind: Any) -> Ways:
        """Rows of a kind stand as bytes, and are read when somebody looks at them."""

        def plain(row: Sequence[Any]) -> bytes:
            if isinstance(row, UnreadRow):
                return row.plain
            content = self.codec.encode(tuple[kind, ...], tuple(row))
            if row:  # there is one empty row, which stands in many places
                self.note(row, _digest_of_row(content))
            return content

        def value(content: bytes) -> Sequence[Any]:
            if content == _NO_ROW:
                return ()
            row: UnreadRow[Any] = UnreadRow(content, read)
            self.note(row, _digest_of_row(content))
            return row

        def read(row: UnreadRow[Any]) -> tuple[Any, ...]:
            self.hold(row, len(row.plain))
            members: tuple[Any, ...] = self.codec.decode(tuple[kind, ...], row.plain)
            return members

        return Ways(plain, value)

    def _row_apart_of(self, kind: Any) -> Ways:
        """Rows of a kind stand apart, and are read when somebody looks at them."""

        def plain(row: Sequence[Any]) -> bytes:
            if isinstance(row, UnreadRow):
                return row.plain
            content = self.codec.encode(tuple[kind, ...], tuple(row))
            digest = _digest_of_row(content)
            self.put(digest, content)
            return self.note(row, digest) if row else digest

        def value(digest: bytes) -> Sequence[Any]:
            if digest == _NO_ROW_APART:
                return ()
            self.renew(digest)
            row: UnreadRow[Any] = UnreadRow(digest, read)
            self.note(row, digest)
            return row

        def read(row: UnreadRow[Any]) -> tuple[Any, ...]:
            content = self.read_apart(row.plain)
            self.hold(row, len(content))
            members: tuple[Any, ...] = self.codec.decode(tuple[kind, ...], content)
            return members

        return Ways(plain, value)

    def put_away(self, prose: Prose) -> tuple[bytes, tuple[bool, ...]]:
        """The digest of a text, by which it is kept, and what it has any of."""
        if isinstance(prose, UnreadText):
            return prose.digest, prose.has
        return self._text(prose), tuple(bool(getattr(prose, name)) for name in ASKED_OFTEN)

    def _text_back(self, plain: tuple[bytes, tuple[bool, ...]]) -> Prose:
        return self.unread(*plain)

    def _text(self, prose: Prose) -> bytes:
        """The digest of a text, which is put away."""
        known = self._known.get(id(prose))
        if known:
            return known[1]
        content = _PROSE.encode(Prose, prose)
        digest = self.note(prose, digest_of(content))
        self.put(digest, content)
        return digest


def _digest_of_row(content: bytes) -> bytes:
    return digest_of(b"row", content)


_NO_ROW_APART = _digest_of_row(_NO_ROW)


def text_of(content: bytes) -> Prose:
    """A text from its bytes."""
    prose: Prose = _PROSE.decode(Prose, content)
    return prose
