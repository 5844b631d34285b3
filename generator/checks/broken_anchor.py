"""Every link to a place of a page leads to a heading or a figure that is there."""

from collections.abc import Iterator, Mapping
from functools import cache
from urllib.parse import unquote

from generator.assemble.places import Places
from generator.assemble.texts import lost_in, texts_in, texts_of
from generator.memo import Memory
from generator.memo.row import each
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.nearest import nearest
from generator.model.textlink import Fate
from generator.model.urls import actor_url, document_url, fact_anchor, source_url, topic_url
from generator.model.verdict import Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places, memory: Memory) -> Iterator[Diagnostic]:
    """A warning at each address whose page is there and whose place is not: it leads to the page."""

    @cache
    def files() -> Mapping[str, str]:
        return _files(archive)

    @cache
    def anchors() -> Mapping[str, tuple[str, ...]]:
        return _anchors(archive)

    paths, texts = texts_in(archive, memory)
    for file, lost in zip(paths, each(memory, lost_in, texts), strict=True):
        for link in (link for link in lost if link.fate is Fate.NOT_THAT_PLACE):
            there = files()[link.href.partition("?")[0]] if link.href else file
            fragment = link.written.partition("#")[2]
            meant = nearest(unquote(fragment).removeprefix("h-"), anchors()[there])
            where = "this text" if there == file else there
            message = f'{where} has no heading and no figure "{unquote(fragment)}"'
            hint = f'did you mean "#{meant}"?' if meant else "write the words of the heading: #what-is-known"
            problem = Diagnostic("broken-anchor", "", link.mark, message, hint, Severity.WARNING)
            yield places.placed(file, problem)


def _files(archive: Archive) -> Mapping[str, str]:
    """The files that hold the texts of pages, by the addresses of the pages."""
    return {
        **{document_url(one): one.file for one in archive.documents},
        **{actor_url(one): one.file for one in archive.actors.values()},
        **{source_url(one): one.file for one in archive.sources.values()},
        **{topic_url(one): one.file for one in archive.topics.values()},
    }


def _anchors(archive: Archive) -> Mapping[str, tuple[str, ...]]:
    """The names of the places of each text, as its author would write them."""
    found = {file: tuple(heading.name for heading in text.headings) for file, text in texts_of(archive)}
    facts = {one.file: tuple(fact_anchor(fact) for fact in one.facts) for one in archive.documents}
    return {file: (*names, *facts.get(file, ())) for file, names in found.items()}
