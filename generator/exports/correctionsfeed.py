"""The newest corrections as an Atom feed and a JSON Feed, for whoever has used one of the figures."""

from collections.abc import Iterator

from generator.exports.feedtext import ENTRIES, Feed, FeedEntry, atom_bytes, jsonfeed_bytes
from generator.exports.published import Published
from generator.model import urls
from generator.model.archive import Archive
from generator.model.decision import Decision, public_decisions
from generator.model.fact import Fact
from generator.model.page import File
from generator.words.days import day_text
from generator.words.decisions import outcome_text, with_unit


def files(published: Published) -> Iterator[File]:
    """Both feeds, as soon as there is something to tell: some programs refuse a feed without entries."""
    archive, site = published.archive, published.archive.site
    decisions = public_decisions(archive)[:ENTRIES]
    if not decisions:
        return
    feed = Feed(
        title=f"{site.title}: corrections",
        description="Figures that were withdrawn, set right or replaced, each with the day and the reason.",
        home=site.absolute(urls.CORRECTIONS),
        atom=site.absolute(urls.CORRECTIONS_ATOM),
        json=site.absolute(urls.CORRECTIONS_JSON),
        author=site.author or site.title,
        language=site.language,
        version=published.version,
        entries=tuple(_entry(archive, decision) for decision in decisions),
    )
    yield File(urls.CORRECTIONS_ATOM.removeprefix("/"), atom_bytes(feed))
    yield File(urls.CORRECTIONS_JSON.removeprefix("/"), jsonfeed_bytes(feed))


def _entry(archive: Archive, decision: Decision) -> FeedEntry:
    site, measure = archive.site, archive.measures[decision.fact.measure]
    figure = with_unit(decision.fact, measure, site.language)
    return FeedEntry(
        address=site.absolute(urls.decision_url(decision)),
        title=f"{measure.label}: {figure}, {outcome_text(decision, measure, site.language)}",
        day=decision.day,
        text=_text(archive, decision),
        author=site.author or site.title,
        language=site.language,
        tag=decision.outcome.value,
    )


def _text(archive: Archive, decision: Decision) -> str:
    """A paragraph each: what was printed, what was decided and why, and what takes its place."""
    language, measure = archive.site.language, archive.measures[decision.fact.measure]
    outcome = outcome_text(decision, measure, language)
    paragraphs = [
        _printed(archive, decision.fact),
        f"Decided on {day_text(decision.day, language)}: {outcome}. {decision.reason}",
    ]
    if decision.by is not None:
        paragraphs.append(f"In its place: {_printed(archive, decision.by)}")
    return "\n\n".join(paragraphs)


def _printed(archive: Archive, fact: Fact) -> str:
    language, document = archive.site.language, archive.document[fact.document]
    figure = with_unit(fact, archive.measures[fact.measure], language)
    source, day = archive.sources[fact.source].name, day_text(fact.published, language)
    address = archive.site.absolute(urls.fact_url(document, fact))
    return f"{figure}, printed by {source} on {day} in “{document.title}”: “{fact.quote}” ({address})"
