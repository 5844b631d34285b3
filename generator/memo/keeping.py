"""Keeping results of steps from one process to the next: by the digest of a step's code and of its inputs."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, get_type_hints

from generator.memo.damaged import DamagedError
from generator.memo.digests import Digests, digest_of, text_of
from generator.memo.held import Forgetful, Held
from generator.memo.packs import Call, Packed, Packs, Sheet, bucket_of
from generator.memo.store import Place, Store
from generator.memo.unreadfact import UnreadFact
from generator.memo.unreadrow import UnreadRow
from generator.memo.unreadtext import UnreadText
from generator.memo.unreadverdict import UnreadVerdict
from generator.memo.values import is_value
from generator.model.prose import Prose
from generator.workers import FEW, Open, each

Step = Callable[..., Any]
TEXTS = "texts"
HELD: Mapping[type, int] = {
    UnreadText: 1 << 22,
    UnreadFact: 1 << 24,
    UnreadVerdict: 1 << 23,
    UnreadRow: 1 << 23,
}
"""Bytes of each kind that are held once they were read; many pages look at a fact, and few at a text. They
are counted as they are kept; read, they take several times as much."""
_BY_CONTENT = (Mapping, Sequence, frozenset)
_NOT_THERE = ((), None)


class Keeping(Digests):
    """A store of the results of some steps, those whose inputs and results can be written as bytes.

    `code` says which program they were made by: anything that could make it work otherwise. An input counts
    by what it holds, or, where it is the result of a remembered step that is not kept, by that step's inputs.
    `damaged` is told when a text that should be there is gone, whoever wanted it.
    """

    def __init__(
        self,
        store: Store,
        code: str,
        steps: Iterable[Step | Packed],
        damaged: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        self._damaged = damaged or _untold
        self.store = store
        self.code = code.encode()
        steps = tuple(steps)
        self._packed: Mapping[Step, Packed] = {one.step: one for one in steps if isinstance(one, Packed)}
        alone = (one for one in steps if not isinstance(one, Packed))
        self._kinds: Mapping[Step, Any] = {
            step: get_type_hints(step)["return"] for step in (*self._packed, *alone)
        }
        self._packs = Packs(store)
        self._keys: dict[tuple[Any, ...], tuple[str, bytes, list[Any]]] = {}
        """By a step, a bucket and the ids of other inputs: the step's name, a pack's key, these inputs."""
        self._held = _nothing_held()
        self._placed: dict[tuple[Any, ...], tuple[tuple[Any, ...], tuple[str, bytes, str, bytes]]] = {}
        """By a step and the ids of its inputs, which stay alive here: where its sheet is kept."""
        self._followed: dict[tuple[Any, ...], tuple[tuple[Any, ...], bytes]] = {}
        """By a step and the ids of its inputs, which stay alive here: what was kept with the call before."""
        self._made: dict[int, tuple[Any, Step, tuple[Any, ...]]] = {}
        """By the id of the result of a remembered step: the result, the step and its inputs."""

    def __getstate__(self) -> dict[str, Any]:
        mine = {
            "_made": list(self._made.values()),
            "_keys": {},
            "_placed": {},
            "_followed": {},
            "_held": _nothing_held(),
            "_packs": Packs(self.store),
            "_damaged": _untold,
        }
        return super().__getstate__() | mine

    def __setstate__(self, state: dict[str, Any]) -> None:
        super().__setstate__(state)
        self._made = {id(made[0]): made for made in state["_made"]}

    def begin(self) -> None:
        """Begin a run: let go of the values of the run before."""
        super().begin()
        self._held = _nothing_held()
        self._packs.forget()
        self._keys.clear()
        self._placed.clear()
        self._followed.clear()
        self._made.clear()

    def key(self, step: Step, inputs: tuple[Any, ...]) -> bytes | None:
        """The key of a call; None when one of its inputs cannot be told from others."""
        try:
            return digest_of(self.code, name_of(step).encode(), *map(self.of, inputs))
        except TypeError:
            return None

    def kept(self, step: Step, key: bytes) -> Any:
        """What is kept of a step by the key of a call. Raises DamagedError where nothing is."""
        content = self.store.get_alone(name_of(step), key)
        if content is None:
            raise DamagedError
        return self.codec.decode(self._kinds[step], content)

    def keeps(self, step: Step) -> bool:
        """Whether the results of a step are kept."""
        return step in self._kinds

    def result(self, step: Step, inputs: tuple[Any, ...]) -> Any:
        """What a step returns: as it was kept, or else worked out and kept from now on."""
        return next(self.results(step, [inputs], None)) if step in self._kinds else step(*inputs)

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
        if step in self._packed:
            yield from self._from_packs(step, many)
            return
        name, known = name_of(step), self._followed
        found = [known.pop((step, *map(id, inputs)), _NOT_THERE)[1] for inputs in many]
        keys = [
            self.key(step, inputs) if content is None else None
            for inputs, content in zip(many, found, strict=True)
        ]
        for place, key in enumerate(keys):
            if key:
                found[place] = self.store.get(name, key)
        missing = [place for place, content in enumerate(found) if content is None and keys[place]]
        if workers and len(missing) > FEW:
            self.store.mark()
            self.take(each(workers, (self, step), _worked_out, [many[place] for place in missing]))
            for place in missing:
                found[place] = self.store.get(name, keys[place] or b"")
        for inputs, key, content in zip(many, keys, found, strict=True):
            yield self._result(step, key, content, inputs)

    def ahead(self, many: Sequence[tuple[Call, ...]], workers: Open | None) -> None:
        """Keep what some calls return that are sure to come, several calls about each file, file by file.

        Where there are few, nothing is done.
        """
        if len(many) <= FEW:
            return
        places = [[self._place(step, inputs) for step, inputs in calls] for calls in many]
        lost = [
            at for at, about in enumerate(places) if any(self._packs.get(*place) is None for place in about)
        ]
        if len(lost) <= FEW:
            return
        lost.sort(key=lambda at: places[at][0][1])
        self.store.mark()
        work = each(workers, self, _sheets_of, [many[at] for at in lost])
        for at, (sheets, kept) in zip(lost, work, strict=True):
            if workers:
                self.take([kept])
            for place, sheet, (step, inputs) in zip(places[at], sheets, many[at], strict=True):
                self._packs.put(*place, sheet)
                self.done(step, inputs)
        self._packs.write()

    def sheet(self, step: Step, inputs: tuple[Any, ...]) -> Sheet:
        """What a step returns, and what those return that follow from it: worked out anew, as it is kept."""
        result = step(*inputs)
        calls = (
            (step, inputs, result),
            *((one, its, one(*its)) for one, its in self._follow(step, inputs, result)),
        )
        return tuple(self.codec.encode(self._kinds[one], made) for one, _, made in calls)

    def done(self, step: Step, inputs: tuple[Any, ...]) -> None:
        """Let go of what the inputs of a step hold that was only wanted to work it out."""
        if done := self._packed[step].done:
            done(inputs[0])

    def _from_packs(self, step: Step, many: Sequence[tuple[Any, ...]]) -> Iterator[Any]:
        places = [self._place(step, inputs) for inputs in many]
        sheets = [self._packs.get(*place) or () for place in places]
        for at in sorted((at for at, sheet in enumerate(sheets) if not sheet), key=lambda at: places[at][1]):
            sheets[at] = self.sheet(step, many[at])
            self._packs.put(*places[at], sheets[at])
        if len(many) > 1:
            self._packs.let_go(name_of(step))
        else:  # whoever asks for one may soon ask for the next
            self._packs.write()
        for inputs, sheet in zip(many, sheets, strict=True):
            yield self._read(step, inputs, sheet)

    def _place(self, step: Step, inputs: tuple[Any, ...]) -> tuple[str, bytes, str, bytes]:
        """The step, pack, name and digest by which a sheet is kept."""
        known = self._placed.get((step, *map(id, inputs)))
        if known is not None:
            return known[1]
        first, *others = inputs
        named = self._packed[step].name(first)
        bucket = bucket_of(named)
        pack = self._keys.get((step, bucket, *map(id, others)))
        if pack is None:
            name = name_of(step)
            key = digest_of(self.code, name.encode(), bucket, *map(self.of, others))
            pack = self._keys[step, bucket, *map(id, others)] = name, key, others
        place = pack[0], pack[1], named, self.of(first)
        self._placed[step, *map(id, inputs)] = inputs, place
        return place

    def _read(self, step: Step, inputs: tuple[Any, ...], sheet: Sheet) -> Any:
        try:
            result = self.codec.decode(self._kinds[step], sheet[0])
        except Exception:  # noqa: BLE001 -- whatever was written there, it is not ours
            return step(*inputs)
        for (one, its), content in zip(self._follow(step, inputs, result), sheet[1:], strict=False):
            self._followed[one, *map(id, its)] = (its, content)
        return result

    def _follow(self, step: Step, inputs: tuple[Any, ...], result: Any) -> Iterable[Call]:
        follow = self._packed[step].follow
        return follow(inputs[0], result) if follow else ()

    def take(self, results: Iterable[list[tuple[Place, bytes]]]) -> None:
        """Keep what other processes hand over."""
        for kept in results:
            for (name, key), value in kept:
                self.store.put(name, key, value)

    def made(self, step: Step, inputs: tuple[Any, ...], value: Any) -> None:
        """Note of which inputs a result was made: it may count by them."""
        self._made[id(value)] = (value, step, inputs)

    def put(self, digest: bytes, content: bytes) -> None:
        """Keep what stands apart."""
        self.store.put(TEXTS, digest, content)

    def read_apart(self, digest: bytes) -> bytes:
        """What stands apart, by its digest."""
        content = self.store.get_alone(TEXTS, digest)
        if content is None:
            self._damaged()
            raise DamagedError
        return content

    def renew(self, digest: bytes) -> None:
        """Let what stands apart stay for as long as somebody may want it."""
        self.store.renew(TEXTS, digest)

    def unread(self, digest: bytes, has: tuple[bool, ...]) -> Prose:
        """A text by its digest, to be read when it is wanted."""
        self.renew(digest)
        return UnreadText.of(digest, tuple(has), self._load)

    def hold(self, one: Forgetful, weight: int) -> None:
        """Note what is read, to let go of it once it is much."""
        self._held[type(one)].add(one, weight)

    def relax(self) -> None:
        """Let go of what was read of texts, facts, verdicts and rows, once it is much."""
        for held in self._held.values():
            held.relax()

    def _load(self, unread: UnreadText) -> Prose:
        content = self.read_apart(unread.digest)
        self.hold(unread, len(content))
        return text_of(content)

    def _worked_out(self, value: Any) -> bytes:
        made = self._made.get(id(value))
        if made is None:
            return super()._worked_out(value)
        if isinstance(value, _BY_CONTENT) or is_value(value):
            with suppress(TypeError):
                return super()._worked_out(value)
        key = self.key(*made[1:])
        if key is None:
            raise TypeError(f"a {type(value).__name__} has no digest")
        return self.note(value, key)


def _sheets_of(keeping: Keeping, calls: tuple[Call, ...]) -> tuple[list[Sheet], list[tuple[Place, bytes]]]:
    """Work out the sheets of some calls about a file, and hand over the texts that are to be kept."""
    with keeping.passing():
        sheets = [keeping.sheet(step, inputs) for step, inputs in calls]
    for step, inputs in calls:
        keeping.done(step, inputs)
    return sheets, keeping.store.taken()


def _worked_out(known: tuple[Keeping, Step], inputs: tuple[Any, ...]) -> list[tuple[Place, bytes]]:
    """Work out a result in another process, and hand over all that is to be kept of it."""
    keeping, step = known
    keeping.result(step, inputs)
    return keeping.store.taken()


def _nothing_held() -> dict[type, Held]:
    return {kind: Held(most) for kind, most in HELD.items()}


def _untold() -> None:
    """Nobody is told."""


def name_of(step: Step) -> str:
    """What a step is called in the store."""
    return f"{step.__module__}.{step.__qualname__}"
