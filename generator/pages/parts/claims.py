"""What is claimed of a measure, as schema.org Claims: who asserts it, and in which documents."""

from collections.abc import Hashable, Iterable
from typing import Any

from generator.model.actor import Actor, ActorKind
from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.topic import Measure
from generator.model.urls import actor_url, fact_url, measure_url
from generator.model.verdict import Verdict
from generator.pages.parts.linkeddata import Thing
from generator.words.decisions import with_unit


def claims_of(archive: Archive, measure: Measure, verdict: Verdict) -> tuple[Thing, ...]:
    """A Claim for each current assertion, that is for each origin and figure, in the order of the verdict.

    Sightings that name nobody are Claims of their own: nobody knows whether the same person is behind them.
    """
    current = [archive.fact[fact] for one in (verdict, *verdict.other_units) for fact in one.current]
    found: dict[Hashable, list[Fact]] = {}
    for fact in current:
        found.setdefault(_assertion(fact), []).append(fact)
    return tuple(_claim(archive, measure, facts) for facts in found.values())


def _assertion(fact: Fact) -> Hashable:
    said = (fact.value, fact.low, fact.high, fact.qualifier, fact.unit)
    return (fact.origin, *said) if fact.origin else (fact.id,)


def _claim(archive: Archive, measure: Measure, facts: Iterable[Fact]) -> Thing:
    """Facts that say the same; the text of the Claim is the quotation that was printed first."""
    site = archive.site
    seen = sorted(facts, key=lambda fact: (fact.published, fact.id))
    first = seen[0]
    claim: dict[str, Any] = {
        "@type": "Claim",
        "name": f"{measure.label}: {with_unit(first, measure, site.language)}",
        "text": first.quote,
        "inLanguage": archive.reference[first.document].language,
        "about": {"@type": "Thing", "name": measure.label, "url": site.absolute(measure_url(measure))},
        "firstAppearance": _appearance(archive, first),
        "appearance": [_appearance(archive, fact) for fact in seen],
    }
    days = {fact.as_of for fact in seen}
    if len(days) == 1 and not (first.as_of.uncertain or first.as_of.approximate):
        claim["temporalCoverage"] = first.as_of.edtf
    if first.origin:
        claim["author"] = _author(archive, archive.actors[first.origin])
    return claim


def _appearance(archive: Archive, fact: Fact) -> Thing:
    """The document, at the very sentence."""
    document = archive.reference[fact.document]
    return {
        "@type": "NewsArticle",
        "headline": document.title,
        "datePublished": document.day.isoformat(),
        "url": archive.site.absolute(fact_url(document, fact)),
    }


def _author(archive: Archive, actor: Actor) -> Thing:
    return {
        "@type": "Person" if actor.kind is ActorKind.PERSON else "Organization",
        "name": actor.name,
        "url": archive.site.absolute(actor_url(actor)),
    }
