"""Keeping results of steps from one process to the next: by the digest of a step's code and of its inputs."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import is_dataclass
from typing import Any, get_type_hints

from generator.memo.digests import Digests, digest_of, text_of
from generator.memo.store import Place, Store
from generator.memo.unread import Unread
from generator.model.prose import Prose
from generator.workers import FEW, Open, each

Step = Callable[..., Any]
TEXTS = "texts"
_BY_CONTENT = (Mapping, Sequence, frozenset)
MANY = 200
"""Texts that are held in memory at once while pages are made."""


class DamagedError(Exception):
    """Something that was kept is gone, or not what was written: the store is to be thrown away."""


class Keeping(Digests):
    """A store of the results of some steps, those whose inputs and results can be written as bytes.

    `code` says which program they were made by: anything that could make it work otherwise. An input counts
    by what it holds, or, where it is the result of a remembered step that is not kept, by that step's inputs.
    `damaged` is told when a text that should be there is gone, whoever wanted it.
    """

    def __init__(
        self, store: Store, code: str, steps: Iterable[Step], damaged: Callable[[], None] | None = None
    ) -> None:
        super().__init__()
        self._damaged = damaged or _untold
        self.store = store
        self.code = code.encode()
        self._kinds: Mapping[Step, Any] = {step: get_type_hints(step)["return"] for step in steps}
        self._loaded: list[Unread] = []
        self._keys: dict[tuple[Any, ...], bytes | None] = {}
        """Of calls that were asked for before they are made; their inputs live as long as the run."""
        self._made: dict[int, tuple[Any, Step, tuple[Any, ...]]] = {}
        """By the id of the result of a remembered step: the result, the step and its inputs."""

    def __getstate__(self) -> dict[str, Any]:
        mine = {"_made": list(self._made.values()), "_keys": {}, "_damaged": _untold}
        return super().__getstate__() | mine

    def __setstate__(self, state: dict[str, Any]) -> None:
        super().__setstate__(state)
        self._made = {id(made[0]): made for made in state["_made"]}

    def begin(self) -> None:
        """Begin a run: let go of the values of the run before."""
        super().begin()
        self._loaded.clear()
        self._keys.clear()
        self._made.clear()

    def key(self, step: Step, inputs: tuple[Any, ...]) -> bytes | None:
        """The key of a call; None when one of its inputs cannot be told from others."""
        call = (step, *map(id, inputs))
        if call in self._keys:
            return self._keys[call]
        try:
            return digest_of(self.code, name_of(step).encode(), *map(self.of, inputs))
        except TypeError:
            return None

    def has(self, step: Step, inputs: tuple[Any, ...]) -> bool:
        """Whether the result of a call is kept."""
        key = self._keys[step, *map(id, inputs)] = self.key(step, inputs)
        return key is not None and self.store.get(name_of(step), key) is not None

    def keeps(self, step: Step) -> bool:
        """Whether the results of a step are kept."""
        return step in self._kinds

    def result(self, step: Step, inputs: tuple[Any, ...]) -> Any:
        """What a step returns: as it was kept, or else worked out and kept from now on."""
        key = self.key(step, inputs) if step in self._kinds else None
        return self._result(step, key, key and self.store.get(name_of(step), key), inputs)

    def _result(self, step: Step, key: bytes | None, content: bytes | None, inputs: tuple[Any, ...]) -> Any:
        if content is not None:
            try:
                return self.codec.decode(self._kinds[step], content)
            except Exception:  # noqa: BLE001 -- whatever was written there, it is not ours
                content = None
        result = step(*inputs)
        if key is not None:
            self.store.put(name_of(step), key, self.codec.encode(self._kinds[step], result))
        return result

    def results(self, step: Step, many: Sequence[tuple[Any, ...]], workers: Open | None) -> Iterator[Any]:
        """What a step returns for each of many inputs; what was not kept is worked out by the workers."""
        name, keys = name_of(step), [self.key(step, inputs) for inputs in many]
        found = [key and self.store.get(name, key) for key in keys]
        missing = [place for place, content in enumerate(found) if content is None and keys[place]]
        if workers and len(missing) > FEW:
            self.store.mark()
            self.take(each(workers, (self, step), _worked_out, [many[place] for place in missing]))
            for place in missing:
                found[place] = self.store.get(name, keys[place] or b"")
        for inputs, key, content in zip(many, keys, found, strict=True):
            yield self._result(step, key, content, inputs)

    def take(self, results: Iterable[list[tuple[Place, bytes]]]) -> None:
        """Keep what other processes hand over."""
        for kept in results:
            for (name, key), value in kept:
                self.store.put(name, key, value)

    def made(self, step: Step, inputs: tuple[Any, ...], value: Any) -> None:
        """Note of which inputs a result was made: it may count by them."""
        self._made[id(value)] = (value, step, inputs)

    def put(self, digest: bytes, content: bytes) -> None:
        """Keep a text."""
        self.store.put(TEXTS, digest, content)

    def unread(self, digest: bytes, has: tuple[bool, ...]) -> Prose:
        """A text by its digest, to be read when it is wanted."""
        return Unread.of(digest, tuple(has), self._load)

    def forget_texts(self) -> None:
        """Let go of the texts that were read, once they are many."""
        if len(self._loaded) > MANY:
            for unread in self._loaded:
                unread.forget()
            self._loaded.clear()

    def _load(self, unread: Unread) -> Prose:
        content = self.store.get_alone(TEXTS, unread.digest)
        if content is None:
            self._damaged()
            raise DamagedError
        self._loaded.append(unread)
        return text_of(content)

    def _worked_out(self, value: Any) -> bytes:
        made = self._made.get(id(value))
        if made is None:
            return super()._worked_out(value)
        if isinstance(value, _BY_CONTENT) or is_dataclass(value):
            with suppress(TypeError):
                return super()._worked_out(value)
        key = self.key(*made[1:])
        if key is None:
            raise TypeError(f"a {type(value).__name__} has no digest")
        return self.note(value, key)


def _worked_out(known: tuple[Keeping, Step], inputs: tuple[Any, ...]) -> list[tuple[Place, bytes]]:
    """Work out a result in another process, and hand over all that is to be kept of it."""
    keeping, step = known
    keeping.result(step, inputs)
    return keeping.store.taken()


def _untold() -> None:
    """Nobody is told."""


def name_of(step: Step) -> str:
    """What a step is called in the store."""
    return f"{step.__module__}.{step.__qualname__}"
