"""What the last build has left, as values: each read when it is asked for."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.amend.bykey import ByKey, Table
from generator.amend.left import Kept, Left
from generator.amend.rejudged import Rejudged
from generator.amend.tables import RESTING, THINGS
from generator.assemble.documents import document_of
from generator.assemble.known import Known
from generator.assemble.release import Release
from generator.errors import UsageError
from generator.memo import Memory
from generator.memo.keeping import Keeping
from generator.model.actor import Actor
from generator.model.archive import Archive
from generator.model.asset import Asset
from generator.model.document import Document
from generator.model.prose import Prose
from generator.model.site import Site
from generator.model.source import Source
from generator.model.topic import Measure, Topic
from generator.read.discover import EntryKind, InputFile, kind_of
from generator.read.file import ReadFile, read_file
from generator.read.mentions import AliasIndex

_KINDS: Mapping[str, type[Any]] = dict(zip(THINGS, (Actor, Source, Topic), strict=True))


class Recalled:
    """The archive of the last build, by key. Files that have changed since are read as they are now."""

    def __init__(
        self,
        left: Left,
        folder: Path,
        changed: Mapping[str, InputFile],
        release: Release,
        site: Site,
        memory: Memory,
        keeping: Keeping,
    ) -> None:
        """`changed` are documents by their paths, as their files are now."""
        self._left = left
        self._folder = folder
        self._changed = changed
        self._release = release
        self.site = site
        self._memory = memory
        self._keeping = keeping
        self._documents: dict[str, Document] = {}
        self.language = site.language
        self.digest_of = keeping.of
        self.put_away = keeping.put_away

    def kept(self, id: str) -> Kept:
        """What is known of a document. Raises KeyError where there is none."""
        found = self._left.document(id)
        if found is None:
            raise KeyError(id)
        return found

    def file(self, id: str) -> ReadFile:
        """The file of a document, as it is now."""
        return self._file(id, self._changed)

    def result(self, step: Callable[..., Any], *inputs: Any) -> Any:
        """What a step returns, as it is kept or else worked out."""
        return self._keeping.result(step, inputs)

    @cached_property
    def known(self) -> Known:
        """What documents refer to; where nothing is wrong with it."""
        actors, sources, topics = map(self._said, THINGS)
        unreadable = {EntryKind(kind): frozenset(ids) for kind, ids in self._left.head.unreadable.items()}
        index = AliasIndex(actors.values())
        known = Known(actors, sources, topics, _measures(topics), index, unreadable, ())
        self._keeping.note(known, self._left.head.known)
        return known

    def as_it_was(self, id: str) -> Document | None:
        """A document that is another now; None where it is kept no longer as it was."""
        try:
            return self.document(id)
        except UsageError:  # its file has to be read, and says something else
            return None

    def stands(self, document: Document) -> Document:
        """Take a document for what it was; its file alone says it."""
        self._documents[document.id] = document
        return document

    def is_led(self, id: str) -> bool:
        """Whether a document stands otherwise in the archive than its file alone says."""
        return self._left.led("documents", id) is not None

    def document(self, id: str) -> Document:
        """A document as it stood in the archive."""
        if id not in self._documents:
            led = self._left.led("documents", id)
            self._documents[id] = (
                self._keeping.codec.decode(Document, led) if led is not None else self._as_filed(id)
            )
        return self._documents[id]

    def _as_filed(self, id: str) -> Document:
        read = self._file(id, {})
        document: Document = self.result(document_of, read, self.known, self.language).document
        return document

    def _file(self, id: str, changed: Mapping[str, InputFile]) -> ReadFile:
        """The file of a document: as it is among those that have changed, or else as it was."""
        kept = self.kept(id)
        file = changed.get(kept.path) or InputFile.unread(
            kept.path, kind_of(kept.path), id, kept.digest, str(self._folder / kept.path)
        )
        return self._memory.remembered(read_file, file, self.language)

    def text(self, id: str) -> Prose:
        """The text of a document as it was."""
        kept = self.kept(id)
        return self._keeping.unread(kept.text, kept.has)

    @cached_property
    def before(self) -> Archive:
        """The archive as it was."""
        return self.archive({}, {})

    def archive(self, documents: Mapping[str, Document], texts: Mapping[str, Prose]) -> Archive:
        """The archive with these documents and texts in place of those that were, by their ids."""
        actors, sources, topics = map(self._led, THINGS)
        plain = Archive(
            self.site,
            actors=actors,
            sources=sources,
            topics=topics,
            assets=Table(lambda file: self._assets[file], lambda: self._assets),
            awaited=self._left.awaited,
            moment=self._release.moment,
            today=self._release.today,
        )
        return ByKey(
            plain,
            self._left,
            _measures(topics),
            lambda id: documents.get(id) or self.document(id),
            lambda id: texts.get(id) or self.text(id),
            self._keeping.codec,
        )

    def judged(self, archive: Archive, measures: Collection[str] = ()) -> Rejudged:
        """The verdicts on an archive in which some measures have other figures than they had."""
        return Rejudged(archive, self._left, self._keeping, measures)

    def resting(self, id: str) -> list[str]:
        """Ids of the summaries whose takeaways rest on figures of a document."""
        return [self._left.ids[place] for place in self._left.group(RESTING, id) or ()]

    @cached_property
    def _assets(self) -> Mapping[str, Asset]:
        found = self._keeping.codec.decode(tuple[Asset, ...], self._left.assets)
        return {asset.file: asset for asset in found}

    def _said(self, kind: str) -> Mapping[str, Any]:
        """The actors, sources or topics as their files say them."""
        return self._things(kind, lambda id: self._left.said(kind, id))

    def _led(self, kind: str) -> Mapping[str, Any]:
        """The same, as they stand in the archive."""
        return self._things(kind, lambda id: self._left.led(kind, id) or self._left.said(kind, id))

    def _things(self, kind: str, content: Callable[[str], bytes | None]) -> Mapping[str, Any]:
        def one(id: str) -> Any:
            found = content(id)
            if found is None:
                raise KeyError(id)
            return self._keeping.codec.decode(_KINDS[kind], found)

        return Table(one, lambda: self._left.ids_of(kind))


def _measures(topics: Mapping[str, Topic]) -> Mapping[str, Measure]:
    """The measures of topics, by their ids."""

    def one(id: str) -> Measure:
        for measure in topics[id.partition("/")[0]].measures:
            if measure.id == id:
                return measure
        raise KeyError(id)

    def ids() -> Iterator[str]:
        return (measure.id for topic in topics.values() for measure in topic.measures)

    return Table(one, ids)
