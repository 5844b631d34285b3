"""Single findings about single facts, found without a look at every fact."""

from collections.abc import Iterator

from generator.memo import Memory
from generator.memo.row import each
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.fact import Fact, document_id_of
from generator.model.verdict import Finding, FindingName, Verdict, Verdicts


def found_in(
    archive: Archive, verdicts: Verdicts, name: FindingName, memory: Memory
) -> Iterator[tuple[Document, Fact, Finding]]:
    """Every finding of this name about a single fact, with the fact and its document."""
    for found in each(memory, _named, tuple(verdicts.values()), by=(name.value,)):
        for id, finding in found:
            document, fact = fact_in(archive, id)
            yield document, fact, finding


def fact_in(archive: Archive, id: str) -> tuple[Document, Fact]:
    """A fact by its id, with its document."""
    document = archive.document[document_id_of(id)]
    return document, next(fact for fact in document.facts if fact.id == id)


def _named(verdict: Verdict, name: str) -> tuple[tuple[str, Finding], ...]:
    if name not in verdict.about_facts:
        return ()
    ids = dict.fromkeys(id for one in (verdict, *verdict.other_units) for id in one.by_fact)
    return tuple((id, finding) for id in ids for finding in verdict.about(id) if finding.name == name)
