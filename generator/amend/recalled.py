"""What the last build has left, as values: each read when it is asked for."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from generator.amend.bykey import ByKey, Keyed
from generator.amend.left import Left
from generator.assemble.documents import document_of
from generator.assemble.known import Known, known_of
from generator.assemble.release import Release
from generator.facts.families import facts_of, families
from generator.facts.history import judge_through_time
from generator.facts.judge import judge
from generator.memo import Memory
from generator.memo.keeping import Keeping
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.prose import Prose
from generator.model.site import Site
from generator.model.verdict import Judged
from generator.read.discover import DOCUMENTS, Discovered, EntryKind
from generator.read.file import ReadFile, read_file


class Recalled:
    """The archive of the last build, by key. Files that have changed since are read as they are now."""

    def __init__(
        self, left: Left, found: Discovered, release: Release, site: Site, memory: Memory, keeping: Keeping
    ) -> None:
        self._left = left
        self._memory = memory
        self._keeping = keeping
        self._release = release
        self._site = site
        self._found = found
        self._files = {file.path: file for file in found.files}
        self._there = {one.id: one for one in left.documents}
        self._documents: dict[str, Document] = {}
        self.language = site.language
        self.digest_of = keeping.of
        self.put_away = keeping.put_away

    def file(self, path: str) -> ReadFile:
        """A file, as it is now."""
        return self._memory.remembered(read_file, self._files[path], self.language)

    def result(self, step: Callable[..., Any], *inputs: Any) -> Any:
        """What a step returns, as it is kept or else worked out."""
        return self._keeping.result(step, inputs)

    @cached_property
    def known(self) -> Known:
        """What documents refer to."""
        beside = (file for file in self._found.files if file.kind not in {*DOCUMENTS, EntryKind.SITE})
        return self._memory.remembered(known_of, tuple(self.file(file.path) for file in beside))

    def document(self, id: str) -> Document:
        """A document as it stands in the archive; no new text makes it another one."""
        if id not in self._documents:
            led = self._left.rest.led["documents"].get(id)
            self._documents[id] = (
                self._keeping.codec.decode(Document, led)
                if led is not None
                else self.result(
                    document_of, self.file(self._there[id].path), self.known, self.language
                ).document
            )
        return self._documents[id]

    def text(self, id: str) -> Prose:
        """The text of a document as it was."""
        kept = self._there[id]
        return self._keeping.unread(kept.text, kept.has)

    @cached_property
    def before(self) -> Archive:
        """The archive as it was."""
        return self.archive({})

    def archive(self, texts: Mapping[str, Prose]) -> Archive:
        """The archive with these texts in place of those that were."""
        plain = Archive(
            self._site,
            actors=self._things("actors"),
            sources=self._things("sources"),
            topics=self._things("topics"),
            assets={asset.file: asset for asset in self._found.assets},
            moment=self._release.moment,
            today=self._release.today,
        )
        return ByKey(
            plain,
            [one.id for one in self._left.documents],
            self.document,
            lambda id: texts.get(id) or self.text(id),
            self._left.group,
        )

    def judged(self, archive: Archive) -> Judged:
        """The verdicts on an archive: family by family, each when it is asked for."""
        kin = {one.id: family for family in families(archive.measures.values()) for one in family}

        def now(id: str) -> Any:
            return self.result(judge, kin[id], facts_of(kin[id], archive))[id]

        def history(id: str) -> Any:
            facts = facts_of(kin[id], archive)
            present = self.result(judge, kin[id], facts)
            return self.result(judge_through_time, kin[id], facts, present).history[id]

        return Judged(Keyed(now, archive.measures), Keyed(history, archive.measures))

    def _things(self, name: str) -> dict[str, Any]:
        """The actors, sources or topics of the archive."""
        led = self._left.rest.led[name]
        said: Mapping[str, Any] = getattr(self.known, name)
        return {
            id: self._keeping.codec.decode(type(thing), led[id]) if id in led else thing
            for id, thing in said.items()
        }
