"""What a build leaves by which the next one can take the short way."""

import marshal
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property
from typing import Any, NamedTuple

from generator.making import PAGE, Maker
from generator.memo.looks import key_of
from generator.model.page import file_of
from generator.still import Last

FORM = 2
"""Of marshal."""


class Kept(NamedTuple):
    """What is known of a document."""

    id: str
    path: str
    digest: str
    """Of its file."""
    front: bytes
    """Of its front matter."""
    document: bytes
    """Of what its file says, but for its text."""
    text: bytes
    """Of its text, links led, by which it is kept."""
    has: tuple[bool, ...]
    """Of what its text has any."""


class Rest(NamedTuple):
    """What is wanted only where the short way is taken."""

    bands: list[bytes]
    """Of the text of each document, joined."""
    alike: list[int]
    """The places of documents whose texts may be nearly the same as others."""
    groups: Mapping[str, list[tuple[Any, bytes]]]
    """By table and key: the places of documents."""
    led: Mapping[str, Mapping[str, bytes]]
    """By kind and id: what is otherwise in the archive than its file alone says."""
    plan: list[Any]
    """The maker of each file."""
    assets: list[str]
    """The files of the assets that are published."""


@dataclass(frozen=True)
class Left:
    """What a build has left. Its moment and the one until which it holds are ISO 8601."""

    around: bytes
    moment: str | None
    until: str
    told: tuple[Any, ...]
    documents: list[Kept]
    """In the order of the archive."""
    content: bytes
    """The rest, as it was written last."""
    amended: Mapping[int, tuple[Kept, bytes]] = field(default_factory=dict)
    """By their places: the documents that have other texts since then, and the bands of these."""
    token: bytes = b""
    """Of what was written last."""
    mark: bytes = b""
    """Of the build that has left it."""

    @cached_property
    def rest(self) -> Rest:
        """What is wanted only where the short way is taken."""
        rest = Rest(*marshal.loads(self.content))  # noqa: S302 -- makes plain values only; nothing is run
        for place, (_, drawn) in self.amended.items():
            rest.bands[place] = drawn
        return rest

    @cached_property
    def last(self) -> Last:
        """What there was to say of the build."""
        return Last.of(self.told)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Paths of the pages that may be listed."""
        return tuple(path for path, _, listed, _ in self._pages if listed)

    @property
    def searched(self) -> list[str]:
        """Files of the pages that the search finds."""
        return [file_of(path) for path, _, _, searched in self._pages if searched]

    def maker(self, path: str) -> Maker | None:
        """The maker of a file; None where there is none of this path."""
        place = self._places.get(path)
        return None if place is None else key_of(self.rest.plan[place])

    def group(self, name: str) -> dict[Any, "array[int]"]:
        """A table of the archive: with each key, the places of documents."""
        return {key_of(key): array("I", places) for key, places in self.rest.groups[name]}

    def holds(self, moment: datetime | None) -> bool:
        """Whether time alone has changed nothing since."""
        if moment is None or self.moment is None:
            return moment is None and self.moment is None
        return datetime.fromisoformat(self.moment) <= moment < datetime.fromisoformat(self.until)

    def with_texts(self, amended: Mapping[int, tuple[Kept, bytes]]) -> "Left":
        """After a build in which only the documents at these places have other texts, with other bands."""
        return replace(self, amended={**self.amended, **amended})

    @property
    def _pages(self) -> Iterator[tuple[str, str, bool, bool]]:
        return (about for kind, about, *_ in self.rest.plan if kind == PAGE)

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where the maker of each file stands."""
        plan = enumerate(self.rest.plan)
        return {file_of(about[0]) if kind == PAGE else about[0]: place for place, (kind, about, *_) in plan}


def packed(rest: Rest) -> bytes:
    """The rest as it is written."""
    plain: Any = tuple(rest)
    return marshal.dumps(plain, FORM)
