"""One sighting, as shown in a cell or a row."""

from collections.abc import Callable, Container
from datetime import date
from functools import partial

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.decision import DECIDED
from generator.model.fact import AsOf, Fact
from generator.model.verdict import FindingName, Verdict
from generator.pages.parts.chip import Chip, chips_of_fact
from generator.pages.parts.head import Link
from generator.pages.parts.names import short_name
from generator.words.figures import figure_text

BEHIND = {FindingName.STALE, FindingName.LOWERED, *DECIDED}
"""Findings that say by themselves why a figure does not stand."""


class Figure(Struct, frozen=True):
    """What one document prints in answer to one measure, one click from its sentence."""

    text: str
    """The figure with its qualifier: `at least 242`."""
    unit: str
    url: str
    """The sentence it was read in."""
    as_of: AsOf
    published: date
    origin: Link | None
    speaker: Link | None
    """Who said it for the origin, where that is somebody else."""
    via: tuple[Link, ...]
    source: Link
    document: Link
    quote: str
    language: str
    """Of the quotation."""
    current: bool
    """Whether it stands: not stale, not replaced, not set aside by an editor, from a source that counts."""
    aside: str
    """Why a figure without a finding of its own does not stand: `replaced` by a later one of its origin, or
    a `digest`, which does not count as a source; empty otherwise."""
    chips: tuple[Chip, ...] = ()


def figure_of(archive: Archive, fact: Fact, verdict: Verdict) -> Figure:
    """A sighting as the verdict sees it."""
    return _figure(archive, verdict, archive.measures[verdict.measure].unit or "", verdict.standing, fact)


def figures_of(archive: Archive, verdict: Verdict) -> Callable[[Fact], Figure]:
    """What makes figures of the sightings of a verdict, many of which may stand on one page."""
    return partial(
        _figure, archive, verdict, archive.measures[verdict.measure].unit or "", set(verdict.standing)
    )


def _figure(archive: Archive, verdict: Verdict, unit: str, standing: Container[str], fact: Fact) -> Figure:
    document = archive.reference[fact.document]
    address = urls.document_url(document)
    source = archive.sources[fact.source]
    stands = fact.id in standing
    spoken_by_another = fact.according_to is not None and fact.according_to != fact.origin
    return Figure(
        text=printed_text(archive, fact),
        unit="" if fact.unit else unit,
        url=f"{address}#{urls.fact_anchor(fact)}",
        as_of=fact.as_of,
        published=fact.published,
        origin=actor_link(archive, fact.origin),
        speaker=actor_link(archive, fact.according_to) if spoken_by_another else None,
        via=tuple(link for actor in fact.via if (link := actor_link(archive, actor))),
        source=Link(source.name, urls.source_url(source)),
        document=Link(document.title, address, document.language),
        quote=fact.quote,
        language=document.language,
        current=stands,
        aside="" if stands else _aside(fact, verdict),
        chips=chips_of_fact(archive, fact, verdict),
    )


def printed_text(archive: Archive, fact: Fact) -> str:
    """The figure with its qualifier, and with its unit where that is not the measure's."""
    text = figure_text(fact, archive.site.language)
    return f"{text} {fact.unit}" if fact.unit else text


def _aside(fact: Fact, verdict: Verdict) -> str:
    if any(finding.name in BEHIND for finding in verdict.about(fact.id)):
        return ""
    return "replaced" if fact.counts else "digest"


def actor_link(archive: Archive, actor: str | None) -> Link | None:
    """An actor under its short name."""
    if actor is None:
        return None
    found = archive.actors[actor]
    return Link(short_name(found), urls.actor_url(found))
