"""The method: how figures are judged, in plain words."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.verdict import FindingName, Judged
from generator.pages.parts.head import Head, Link
from generator.pages.parts.linkeddata import breadcrumbs
from generator.words.findings import LABELS, MEANINGS


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding with what it means and where this archive has it."""

    name: str
    label: str
    meaning: str
    examples: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MethodView:
    """The rules of the archive."""

    head: Head
    findings: tuple[FindingLine, ...]
    documents: int
    origins: int
    figures: int


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The one page on method."""
    head = Head(
        title="How figures are judged",
        path=urls.METHOD,
        description="What a fact, an origin and a finding are, and the rules by which figures are compared.",
        linked_data=breadcrumbs(archive.site, (), "How figures are judged", urls.METHOD),
        section="method",
    )
    lines = tuple(
        FindingLine(name.value, LABELS[name], MEANINGS[name], _examples(archive, judged, name))
        for name in FindingName
    )
    origins = {fact.origin for fact in archive.facts if fact.origin}
    yield Page(
        urls.METHOD,
        "method.html",
        MethodView(head, lines, len(archive.documents), len(origins), len(archive.facts)),
    )


def _examples(archive: Archive, judged: Judged, name: FindingName) -> tuple[Link, ...]:
    """Up to three measures of this archive that have the finding."""
    found = [archive.measures[verdict.measure] for verdict in judged.now.values() if name in verdict.names]
    return tuple(Link(measure.label, urls.measure_url(measure)) for measure in found[:3])
