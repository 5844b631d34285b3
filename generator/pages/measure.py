"""A measure: what is known in one sentence, and every sighting with its quotation."""

from collections.abc import Iterator
from datetime import date
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from generator.model import urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.topic import Measure
from generator.model.verdict import Judged, Verdict
from generator.pages.parts.answers import Answer, answers_of
from generator.pages.parts.chart import Chart, chart_of
from generator.pages.parts.citation import Citation, citation_of
from generator.pages.parts.claims import claims_of
from generator.pages.parts.head import Head, Link, SearchEntry
from generator.pages.parts.headline import headline_of
from generator.pages.parts.known import Known, known_by_day
from generator.pages.parts.lastchange import last_change
from generator.pages.parts.linkeddata import breadcrumbs, dataset, together
from generator.pages.parts.originchart import OriginChart, originchart_of
from generator.pages.parts.row import MeasureRow, row_now
from generator.pages.parts.sighting import Sighting, sightings_of
from generator.pages.parts.tags import tags_of
from generator.words.catalogue import say


class MeasureView(Struct, frozen=True):
    """A question and all answers to it."""

    head: Head
    label: str
    headline: tuple[str, ...]
    """What is known, in sentences made by rule."""
    row: MeasureRow
    type: str
    cumulative: bool
    parts: tuple[Link, ...]
    whole: tuple[Link, ...]
    """Measures that this one is a part of."""
    choices: tuple[str, ...]
    chart: Chart | None
    """None with fewer than two sightings, and with many origins."""
    originchart: OriginChart | None
    """With many origins, the chart of them; else None."""
    answers: tuple[Answer, ...]
    """The answers that stand against each other; empty where all can be true together."""
    known: tuple[Known, ...]
    """What was known from each day on that changed it."""
    sightings: tuple[Sighting, ...]
    """The oldest as-of first."""
    citation: Citation
    data: tuple[Link, ...]
    """The same for machines: JSON and CSV."""


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """A page for each measure."""
    for measure in archive.measures.values():
        view = partial(_view, archive, judged, measure.id)
        yield Page(urls.measure_url(measure), "measure.html", view, searched=True)


def _view(archive: Archive, judged: Judged, id: str) -> MeasureView:
    measure, verdict = archive.measures[id], judged.now[id]
    headline = headline_of(archive, measure, verdict)
    row = replace(row_now(archive, judged, id), changed=last_change(archive, judged, id))
    return MeasureView(
        head=_head(archive, measure, verdict, headline, row.changed),
        label=measure.label,
        headline=headline,
        row=row,
        type=measure.type.value,
        cumulative=measure.cumulative,
        parts=tuple(_link(archive.measures[part]) for part in measure.parts),
        whole=tuple(_link(archive.measures[whole]) for whole in archive.wholes.get(id, ())),
        choices=measure.choices,
        chart=chart_of(archive, measure, verdict),
        originchart=originchart_of(archive, measure, verdict),
        answers=answers_of(archive, verdict),
        known=known_by_day(archive, judged, measure),
        sightings=sightings_of(archive, verdict),
        citation=citation_of(archive.site, measure.label, urls.measure_url(measure), row.changed),
        data=tuple(Link(form.upper(), urls.measure_data_url(measure, form)) for form in ("json", "csv")),
    )


def _link(measure: Measure) -> Link:
    return Link(measure.label, urls.measure_url(measure))


def _head(
    archive: Archive, measure: Measure, verdict: Verdict, headline: tuple[str, ...], changed: date | None
) -> Head:
    topic = archive.topics[measure.topic]
    path = urls.measure_url(measure)
    crumbs = (Link(say(archive.site.language, "Facts"), urls.FACTS), Link(topic.title, urls.topic_url(topic)))
    facts = [archive.fact[fact] for fact in verdict.facts]
    as_of = [fact.as_of.day for fact in facts]
    description = " ".join(headline)
    return Head(
        title=measure.label,
        path=path,
        description=description,
        crumbs=crumbs,
        search=SearchEntry(
            kind="measure",
            day=max((fact.published for fact in facts), default=None),
            sources=tuple(sorted({archive.sources[fact.source].name for fact in facts})),
            actors=tuple(archive.actors[origin].name for origin in verdict.origins),
            topics=(topic.title,),
            years=tuple(sorted({str(fact.published.year) for fact in facts})),
        ),
        linked_data=together(
            breadcrumbs(archive.site, crumbs, measure.label, path),
            *((dataset(archive.site, measure, headline, as_of),) if as_of else ()),
            *claims_of(archive, measure, verdict),
        ),
        tags=tags_of(archive.site, path, measure.label, description, day=changed),
        section="facts",
    )
