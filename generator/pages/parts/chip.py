"""A finding as a small worded mark."""

from msgspec import Struct

from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.verdict import Finding, Verdict
from generator.pages.parts.reason import reason_for_fact, reason_for_measure
from generator.words.catalogue import say
from generator.words.findings import LABELS


class Chip(Struct, frozen=True):
    """A finding: its kebab-case name, what is written on it, and its reason in words."""

    name: str
    label: str
    reason: str


def chips_of_measure(archive: Archive, verdict: Verdict) -> tuple[Chip, ...]:
    """The findings about a measure as a whole."""
    return tuple(
        _chip(finding, reason_for_measure(archive, verdict, finding), archive.site.language)
        for finding in verdict.findings
    )


def chips_of_fact(archive: Archive, fact: Fact, verdict: Verdict) -> tuple[Chip, ...]:
    """The findings about one sighting."""
    found, language = verdict.about(fact.id), archive.site.language
    return tuple(_chip(finding, reason_for_fact(archive, fact, finding), language) for finding in found)


def _chip(finding: Finding, reason: str, language: str) -> Chip:
    return Chip(finding.name.value, say(language, LABELS[finding.name]), reason)
