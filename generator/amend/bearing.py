"""What an edit of a document's front matter bears on: which looks, and whether on nothing else."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from generator.assemble.places import Places
from generator.memo import Memory
from generator.memo.glass import ALL
from generator.memo.looks import Look
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.document import Document
from generator.model.fact import Fact, document_id_of
from generator.model.site import Site
from generator.model.verdict import Verdicts

if TYPE_CHECKING:
    from generator.amend.recalled import Recalled
    from generator.amend.rejudged import Rejudged


def bears_on_looks_alone(old: Document, new: Document, site: Site) -> bool:
    """Whether a document tells what it did, of the same things, in other words or with other figures.

    Then every page is there that was, under its address, with the same entries; it is known by its looks
    which of them show something else. What is told of a document after it was published is not among this,
    and neither are figures that readers of the site know already.
    """
    words = replace(
        new, title=old.title, teaser=old.teaser, namings=old.namings, facts=old.facts, takeaways=old.takeaways
    )
    same_facts = len(new.facts) == len(old.facts) and all(map(_is_kin, old.facts, new.facts))
    same_takeaways = [one.facts for one in old.takeaways] == [one.facts for one in new.takeaways]
    if words != old or old.corrections or not same_facts or not same_takeaways:
        return False
    return not site.is_public or (_is_told_alike(old, new) and _has_card_alike(old, new, site))


def measures_of(old: Document, new: Document) -> set[str]:
    """Ids of the measures for which a document has other figures."""
    return {fact.measure for before, fact in zip(old.facts, new.facts, strict=True) if fact != before}


def looks_at(old: Document, archive: Archive) -> Iterator[Look]:
    """All looks that may show something else in an archive with another version of a document."""
    id = old.id
    yield from (("document", id), ("documents", ALL), ("reference", id), ("by_day", old.day))
    yield ("by_source", old.source)
    yield from (("by_topic", topic) for topic in archive.topics_of(old))
    yield from (("covering", covered) for covered in old.covers)
    if old.facts:
        yield ("facts", ALL)
    for fact in old.facts:
        yield from (("fact", fact.id), ("facts_of", fact.measure))


def are_told_alike(
    others: Iterable[Document], archive: Archive, judged: "Rejudged", recalled: "Recalled"
) -> bool:
    """Whether there is to be said of the archive what was said of it before these documents were others.

    A menu of the fact table tells how many measures have a finding: these are the same, too.
    """
    before, now = recalled.judged(recalled.before).judged.now, judged.judged.now
    if any(before[measure].names != now[measure].names for measure in judged.families):
        return False
    ids = _neighbours(others, archive, judged, recalled)
    places = Places(map(recalled.file, ids))
    told_before = _told(
        recalled.before, ids, {measure: before[measure] for measure in judged.families}, places
    )
    return told_before == _told(archive, ids, {measure: now[measure] for measure in judged.families}, places)


def _told(archive: Archive, ids: Iterable[str], verdicts: Verdicts, places: Places) -> tuple[Diagnostic, ...]:
    """What is found in some documents by those checks that compare the figures of several."""
    from generator.checks.figures import check_figures  # noqa: PLC0415 -- no other edit wants it

    documents = tuple(map(archive.document.__getitem__, ids))
    topics = dict.fromkeys(topic for document in documents for topic in archive.topics_of(document))
    few = Archive(
        archive.site,
        documents,
        archive.actors,
        archive.sources,
        {id: archive.topics[id] for id in topics},
        {id: archive.texts[id] for id in ids},
        moment=archive.moment,
        today=archive.today,
    )
    return tuple(check_figures(few, verdicts, places, Memory()))


def _neighbours(
    others: Iterable[Document], archive: Archive, judged: "Rejudged", recalled: "Recalled"
) -> list[str]:
    """Ids of all documents of which something can be told because some are others, in their order."""
    ids = {document.id for document in others}
    ids |= {fact.document for measure in judged.families for fact in archive.facts_of.get(measure, ())}
    summaries = {one.id for id in ids for one in archive.covering.get(id, ())}
    summaries |= {summary for id in ids for summary in recalled.resting(id)}
    for summary in map(archive.document.__getitem__, sorted(ids | summaries)):
        resting_on = (document_id_of(fact) for takeaway in summary.takeaways for fact in takeaway.facts)
        ids |= {summary.id, *summary.covers, *resting_on}
    return sorted(ids, key=lambda id: recalled.kept(id).place)


def _is_kin(old: Fact, new: Fact) -> bool:
    """Whether one figure stands in the place of another: a list that has the one has the other there."""
    return not (old.decides or new.decides) and _place(old) == _place(new)


def _place(fact: Fact) -> tuple[object, ...]:
    return (
        fact.id,
        fact.measure,
        fact.source,
        fact.published,
        fact.as_of.day.year,
        fact.origin,
        fact.according_to,
        fact.via,
        fact.counts,
    )


def _is_told_alike(old: Document, new: Document) -> bool:
    """Whether a build that remembers what was published finds the same in both."""
    from generator.words.recorded import recorded  # noqa: PLC0415 -- see above

    return recorded(old) == recorded(new)


def _has_card_alike(old: Document, new: Document, site: Site) -> bool:
    """Whether a picture is drawn for both, or for none."""
    from generator.cards.face import has_card  # noqa: PLC0415 -- see above

    return old.title == new.title or has_card(site, old.title) == has_card(site, new.title)
