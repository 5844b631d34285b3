"""The archive: everything that was read, with every reference resolved."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar

from generator.model import paging, urls
from generator.model.actor import Actor
from generator.model.appearance import Appearance, Cast, appearances_in, casts_in
from generator.model.asset import Asset
from generator.model.document import Document, DocumentKind
from generator.model.embargo import is_embargoed
from generator.model.fact import Fact
from generator.model.notice import Notice, notices_in
from generator.model.prose import Prose
from generator.model.reference import Holdings, Reference, foremost_of, holdings_of, reference_to
from generator.model.site import Site
from generator.model.source import Source
from generator.model.topic import Measure, Topic

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True)
class Archive:
    """All documents with their actors, sources and topics. Mappings are sorted by id."""

    site: Site
    documents: tuple[Document, ...] = ()
    """By day, then id."""
    actors: Mapping[str, Actor] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    topics: Mapping[str, Topic] = field(default_factory=dict)
    texts: Mapping[str, Prose] = field(default_factory=dict)
    """The text of each document, by its id."""
    assets: Mapping[str, Asset] = field(default_factory=dict)
    """By path, `content/assets/map.png`; not all of them are published."""
    awaited: frozenset[str] = frozenset()
    """Paths of assets that documents refer to which are left out."""
    moment: datetime | None = None
    """When it is looked at, in UTC; None when that is not known."""
    today: date | None = None
    """The day that it is then in the time zone of the site."""

    def __getstate__(self) -> dict[str, Any]:
        """For another process: without what pages share, which is known by its place in memory."""
        return {name: value for name, value in self.__dict__.items() if name != "_shared"}

    @cached_property
    def measures(self) -> Mapping[str, Measure]:
        """Every measure of every topic by its id, in the order in which the topics state them."""
        return {measure.id: measure for topic in self.topics.values() for measure in topic.measures}

    @cached_property
    def wholes(self) -> Mapping[str, tuple[str, ...]]:
        """The ids of the measures that each measure is a part of."""
        return _grouped((part, measure.id) for measure in self.measures.values() for part in measure.parts)

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """Every sighting, in the order of the documents."""
        return tuple(fact for document in self.documents for fact in document.facts)

    @cached_property
    def facts_of(self) -> Mapping[str, tuple[Fact, ...]]:
        """The sightings of each measure that has any."""
        return _grouped((fact.measure, fact) for fact in self.facts)

    @cached_property
    def fact(self) -> Mapping[str, Fact]:
        """Every sighting by its id."""
        return {fact.id: fact for fact in self.facts}

    @cached_property
    def document(self) -> Mapping[str, Document]:
        """Every document by its id."""
        return {document.id: document for document in self.documents}

    @cached_property
    def reference(self) -> Mapping[str, Reference]:
        """The way to each document, by its id."""
        return {document.id: reference_to(document) for document in self.documents}

    @cached_property
    def embargoed(self) -> tuple[str, ...]:
        """Ids of the documents that are shown to editors only until their moment has come."""
        return tuple(one.id for one in self.documents if is_embargoed(one.publish_at, self.moment))

    @cached_property
    def texts_in_order(self) -> tuple[Prose, ...]:
        """The texts of the documents, in their order."""
        return tuple(self.texts[document.id] for document in self.documents)

    @cached_property
    def neighbours(self) -> Mapping[str, tuple[str | None, str | None]]:
        """The ids of the documents before and after each document; None at either end."""
        return neighbours_of(document.id for document in self.documents)

    @cached_property
    def by_day(self) -> Mapping[date, tuple[Document, ...]]:
        """The documents of each day that has any, oldest day first."""
        days = _grouped((document.day, document) for document in self.documents)
        return {day: days[day] for day in sorted(days)}

    @cached_property
    def day_page(self) -> Mapping[date, str]:
        """The address of the briefing of each day that has one."""
        return {day: urls.day_url(day) for day in self.by_day}

    @cached_property
    def holdings(self) -> Mapping[date, Holdings]:
        """What each day holds that has any documents."""
        return {day: holdings_of(documents) for day, documents in self.by_day.items()}

    @cached_property
    def foremost(self) -> Mapping[date, tuple[str, ...]]:
        """Ids of the documents that each day is remembered by."""
        return {day: foremost_of(documents) for day, documents in self.by_day.items()}

    @cached_property
    def same_day(self) -> Mapping[tuple[int, int], tuple[date, ...]]:
        """The days with documents that are of the same month and day, the oldest first."""
        return _grouped(((day.month, day.day), day) for day in self.by_day)

    @cached_property
    def by_actor(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the documents in which each actor takes part."""
        return self._ids_by(lambda document: document.actors)

    @cached_property
    def concerning(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the documents in which each actor takes part, or with a figure of which it is the origin."""
        return self._ids_by(_concerned)

    @cached_property
    def appearance(self) -> Mapping[str, Appearance]:
        """How each actor that appears in a document appears in all of them."""
        return appearances_in(self.documents, {actor.id: actor.name for actor in self.actors.values()})

    @cached_property
    def cast(self) -> Mapping[str, Cast]:
        """The actors of each topic that has documents."""
        return casts_in(self.by_topic, {actor.id: actor.name for actor in self.actors.values()})

    @cached_property
    def measures_in(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the measures that each source has printed something for."""
        found: dict[str, dict[str, None]] = {}
        for fact in self.facts:
            found.setdefault(fact.source, {})[fact.measure] = None
        return {source: tuple(measures) for source, measures in found.items()}

    @cached_property
    def by_source(self) -> Mapping[str, tuple[Document, ...]]:
        """The documents that each source printed."""
        return self._documents_by(lambda document: (document.source,))

    @cached_property
    def by_topic(self) -> Mapping[str, tuple[Document, ...]]:
        """The documents with a fact in each topic."""
        return self._documents_by(self.topics_of)

    @cached_property
    def covering(self) -> Mapping[str, tuple[Document, ...]]:
        """The summaries that condense each document."""
        return self._documents_by(lambda document: document.covers)

    @cached_property
    def made_by(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of the summaries by who they state has made them, as a word; empty where they do not say."""
        summaries = (document for document in self.documents if document.kind is DocumentKind.SUMMARY)
        return _grouped((one.made_by.value if one.made_by else "", one.id) for one in summaries)

    @cached_property
    def notices(self) -> tuple[Notice, ...]:
        """What was told of all documents after they were published, the newest first."""
        return notices_in(self.documents)

    @cached_property
    def notice(self) -> Mapping[str, Notice]:
        """Every notice by its anchor."""
        return {notice.anchor: notice for notice in self.notices}

    @cached_property
    def older_page(self) -> Mapping[str, int]:
        """By anchor: the page of corrections that holds a notice; those on the newest page are left out."""
        *older, _ = paging.cut(self.notices[::-1], paging.LIMITS.corrections)
        return {one.anchor: number for number, page in enumerate(older, 1) for one in page}

    def with_document(self, document: Document, text: Prose) -> "Archive":
        """The archive with another version of one of its documents, of the same id, day and ids of facts.

        What was worked out over all documents is taken over, so that this is quick in a large archive.
        """
        old = self.document[document.id]
        place = next(place for place, one in enumerate(self.documents) if one is old)
        documents = (*self.documents[:place], document, *self.documents[place + 1 :])
        changed = replace(self, documents=documents, texts={**self.texts, document.id: text})
        known, new = self.__dict__, changed.__dict__

        def take_over(name: str, before: Iterable[Any], after: Iterable[Any]) -> None:
            if name in known and tuple(before) == tuple(after):
                index = known[name]
                new[name] = index | {
                    key: tuple(document if one is old else one for one in index[key]) for key in after
                }

        stays = {
            **dict.fromkeys(("measures", "neighbours", "wholes", "day_page", "same_day"), True),
            **dict.fromkeys(("appearance", "cast"), _counted(old) == _counted(document)),
            "by_actor": old.actors == document.actors,
            "embargoed": old.publish_at == document.publish_at,
            "concerning": _concerned(old) == _concerned(document),
            "made_by": (old.kind, old.made_by) == (document.kind, document.made_by),
            "measures_in": _answered(old) == _answered(document),
        }
        new |= {name: known[name] for name, same in stays.items() if same and name in known}
        new["document"] = {**self.document, document.id: document}
        if "reference" in known:
            new["reference"] = {**self.reference, document.id: reference_to(document)}
        if "fact" in known:
            new["fact"] = {**self.fact, **{fact.id: fact for fact in document.facts}}
        take_over("by_day", (old.day,), (document.day,))
        for name, of_day in (("holdings", holdings_of), ("foremost", foremost_of)):
            if name in known and "by_day" in new:
                new[name] = {**known[name], document.day: of_day(changed.by_day[document.day])}
        take_over("covering", old.covers, document.covers)
        take_over("by_source", (old.source,), (document.source,))
        take_over("by_topic", self.topics_of(old), self.topics_of(document))
        if "facts_of" in known and _answered(old) == _answered(document):
            now, index = {fact.id: fact for fact in document.facts}, self.facts_of
            touched = {fact.measure for fact in document.facts}
            new["facts_of"] = {
                **index,
                **{one: tuple(now.get(fact.id, fact) for fact in index[one]) for one in touched},
            }
        if not (_told(old) or _told(document)):
            about = {"notices", "notice", "older_page"} & known.keys()
            if not any(notice.document == old.id for notice in known.get("notices", ())):
                new |= {name: known[name] for name in about}
        return changed

    def topics_of(self, document: Document) -> tuple[str, ...]:
        """Ids of the topics that a document has facts in."""
        return tuple(dict.fromkeys(fact.measure.partition("/")[0] for fact in document.facts))

    def _documents_by(
        self, keys_of: Callable[[Document], Iterable[str]]
    ) -> Mapping[str, tuple[Document, ...]]:
        return _grouped((key, document) for document in self.documents for key in keys_of(document))

    def _ids_by(self, keys_of: Callable[[Document], Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
        return _grouped((key, document.id) for document in self.documents for key in keys_of(document))


def neighbours_of(ids: Iterable[str]) -> dict[str, tuple[str | None, str | None]]:
    """What stands before and after each of some ids."""
    row = (None, *ids, None)
    return {id: (before, after) for before, id, after in zip(row, row[1:], row[2:], strict=False) if id}


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """What stands with each key, in the order of the pairs."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def _concerned(document: Document) -> tuple[str, ...]:
    """Ids of the actors that take part, and of the origins of its figures."""
    origins = (fact.origin for fact in document.facts if fact.origin)
    return tuple(dict.fromkeys((*document.actors, *origins)))


def _counted(document: Document) -> tuple[Any, ...]:
    """What of a document the counts of its actors rest on."""
    return (document.day, document.actors, [(fact.measure, fact.origin) for fact in document.facts])


def _answered(document: Document) -> tuple[Any, ...]:
    return (document.source, [fact.measure for fact in document.facts])


def _told(document: Document) -> bool:
    """Whether it says something that is told of a document after it was published."""
    return bool(document.corrections) or any(fact.decides for fact in document.facts)
