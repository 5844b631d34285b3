"""The newest corrections as an Atom feed and a JSON Feed, for whoever has used one of the texts."""

import re
from collections.abc import Iterator
from functools import partial
from html import escape

from generator.exports.atom import atom_bytes
from generator.exports.documentfeed import feed_of
from generator.exports.feed import ENTRIES, Feed, FeedEntry, moment
from generator.exports.jsonfeed import jsonfeed_bytes
from generator.exports.published import Published
from generator.exports.shared import shared
from generator.model import urls
from generator.model.archive import Archive
from generator.model.decision import Decision
from generator.model.fact import Fact
from generator.model.notice import Notice, public_notices
from generator.model.page import File
from generator.model.site import Site
from generator.words.catalogue import say, say_of
from generator.words.corrections import kind_text, notice_title
from generator.words.days import day_text
from generator.words.decisions import outcome_text, with_unit


def files(published: Published) -> Iterator[File]:
    """Both feeds, as soon as there is something to tell: some programs refuse a feed without entries."""
    if newest(published):
        yield File(urls.CORRECTIONS_ATOM.removeprefix("/"), partial(corrections_atom, published))
        yield File(urls.CORRECTIONS_JSON.removeprefix("/"), partial(corrections_json, published))


def corrections_atom(published: Published) -> bytes:
    """The newest corrections as Atom."""
    return atom_bytes(_feed(published))


def corrections_json(published: Published) -> bytes:
    """The newest corrections as JSON Feed."""
    return jsonfeed_bytes(_feed(published))


@shared
def newest(published: Published) -> tuple[Notice, ...]:
    """The corrections that a feed tells, the newest first."""
    return public_notices(published.archive)[:ENTRIES]


def _feed(published: Published) -> Feed:
    archive, site = published.archive, published.archive.site
    title = say(site.language, "%(title)s: corrections", title=site.title)
    about = say(site.language, "What was corrected, withdrawn or replaced, each with the day and the reason.")
    entries = (_entry(archive, notice) for notice in newest(published))
    return feed_of(published, urls.CORRECTIONS, title, about, entries)


def _entry(archive: Archive, notice: Notice) -> FeedEntry:
    site, decision = archive.site, notice.decision
    address = site.absolute(urls.notice_url(notice))
    term = decision.outcome.value if decision else notice.correction.kind.value if notice.correction else ""
    return FeedEntry(
        id=address,
        address=address,
        title=notice_title(archive, notice),
        day=day_text(notice.day, site.language),
        published=moment(notice.day),
        updated=moment(notice.day),
        summary=notice.text,
        html="\n".join(f"<p>{_linked(site, text)}</p>" for text in _paragraphs(archive, notice)),
        author=site.author or site.title,
        language=site.language,
        tags=((term, kind_text(notice, site.language)),),
    )


def _linked(site: Site, text: str) -> str:
    """A text as markup, in which addresses of this site lead there."""
    ours = re.escape(escape(site.base_url)) + r"[^\s)<&]*"
    return re.sub(ours, lambda found: f'<a href="{found[0]}">{found[0]}</a>', escape(text))


def _paragraphs(archive: Archive, notice: Notice) -> Iterator[str]:
    """What was printed, what was decided and why, and what takes its place."""
    language = archive.site.language
    if notice.decision:
        yield from _decided(archive, notice.decision)
        yield from _was_and_now(notice, language)
        return
    kind, told_on = kind_text(notice, language), day_text(notice.day, language)
    yield say(language, "%(what)s on %(day)s: %(text)s", what=kind, day=told_on, text=notice.text)
    yield from _was_and_now(notice, language)
    if notice.decisions:
        between = say_of(language, "between the parts of a sentence", "; ")
        figures = between.join(_figure(archive, decision.fact) for decision in notice.decisions)
        yield say(language, "Withdrawn with it: %(figures)s", figures=figures)
    document = archive.document[notice.document]
    source, day = archive.sources[document.source].name, day_text(document.day, language)
    address = archive.site.absolute(urls.document_url(document))
    yield say(
        language,
        "“%(title)s”, printed by %(source)s on %(day)s (%(address)s)",
        title=document.title,
        source=source,
        day=day,
        address=address,
    )


def _decided(archive: Archive, decision: Decision) -> Iterator[str]:
    language, measure = archive.site.language, archive.measures[decision.fact.measure]
    outcome = outcome_text(decision, measure, language)
    yield _printed(archive, decision.fact)
    day = day_text(decision.day, language)
    decided = say(language, "Decided on %(day)s: %(outcome)s.", day=day, outcome=outcome)
    yield f"{decided} {decision.reason}"
    if decision.by is not None:
        yield say(language, "In its place: %(sighting)s", sighting=_printed(archive, decision.by))


def _was_and_now(notice: Notice, language: str) -> Iterator[str]:
    told = notice.correction
    if told and told.was:
        yield say(language, "Was: %(text)s", text=told.was)
    if told and told.now:
        yield say(language, "Now: %(text)s", text=told.now)


def _figure(archive: Archive, fact: Fact) -> str:
    measure = archive.measures[fact.measure]
    return f"{measure.label}, {with_unit(fact, measure, archive.site.language)}"


def _printed(archive: Archive, fact: Fact) -> str:
    language, document = archive.site.language, archive.reference[fact.document]
    figure = with_unit(fact, archive.measures[fact.measure], language)
    source, day = archive.sources[fact.source].name, day_text(fact.published, language)
    address = archive.site.absolute(urls.fact_url(document, fact))
    return say(
        language,
        "%(figure)s, printed by %(source)s on %(day)s in “%(title)s”: “%(quote)s” (%(address)s)",
        figure=figure,
        source=source,
        day=day,
        title=document.title,
        quote=fact.quote,
        address=address,
    )
