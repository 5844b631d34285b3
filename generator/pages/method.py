"""The method: how figures are judged, in plain words and with the archive's own examples."""

from collections import Counter
from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.page import Page
from generator.model.source import Reliability
from generator.model.verdict import FindingName, Judged
from generator.pages.parts.census import Census, census_of
from generator.pages.parts.example import Example, examples_of
from generator.pages.parts.figure import actor_link
from generator.pages.parts.head import Head, Link
from generator.pages.parts.linkeddata import breadcrumbs
from generator.pages.parts.maker import Makers, makers_of
from generator.pages.parts.recalled import Recalled, recalled_of
from generator.pages.parts.wording import Wording, wordings_of
from generator.words.catalogue import say, to_say
from generator.words.findings import LABELS, MEANINGS
from generator.words.grades import CREDIBILITY, RELIABILITY
from generator.words.rules import RULES

TITLE = to_say("How figures are judged")


class FindingLine(Struct, frozen=True):
    """A finding with what it means, when it is made, and where this archive has it."""

    name: str
    label: str
    meaning: str
    rule: str
    examples: tuple[Example, ...]


class GradeLine(Struct, frozen=True):
    """A grade with what it means, and how often this archive gives it."""

    grade: str
    meaning: str
    given: int


class Speaker(Struct, frozen=True):
    """Somebody whose words count as those of another."""

    speaker: Link
    speaks_for: Link


class MethodView(Struct, frozen=True):
    """The rules of the archive, and what they come to in it."""

    head: Head
    findings: tuple[FindingLine, ...]
    wordings: tuple[Wording, ...]
    reliability: tuple[GradeLine, ...]
    """Of sources."""
    credibility: tuple[GradeLine, ...]
    """Of figures."""
    speakers: tuple[Speaker, ...]
    not_counted: tuple[Link, ...]
    """Sources that are shown, but never corroborate."""
    recalled: Recalled | None
    makers: Makers
    documents: int
    origins: int
    figures: int
    standing: int
    """How many of the figures are current."""
    corrections: int


def pages(archive: Archive, judged: Judged) -> Iterator[Page]:
    """The one page on method."""
    yield Page(urls.METHOD, "method.html", partial(_view, archive, judged, len(archive.documents)))


def _view(archive: Archive, judged: Judged, documents: int) -> MethodView:
    language = archive.site.language
    title = say(language, TITLE)
    census = census_of(archive, judged)
    head = Head(
        title=title,
        path=urls.METHOD,
        description=say(
            language, "What a figure, an origin and a finding are, and the rules that compare figures."
        ),
        linked_data=breadcrumbs(archive.site, (), title, urls.METHOD),
        section="method",
    )
    return MethodView(
        head=head,
        findings=tuple(_line(archive, judged, name) for name in FindingName),
        wordings=tuple(wordings_of(archive, census.firsts)),
        reliability=_reliability(archive),
        credibility=_credibility(census, language),
        speakers=tuple(_speakers(archive, census)),
        not_counted=tuple(
            Link(source.name, urls.source_url(source))
            for source in archive.sources.values()
            if not source.counts_as_source
        ),
        recalled=recalled_of(archive, judged),
        makers=makers_of(archive),
        documents=documents,
        origins=len({origin for _, origin in census.quoted if origin}),
        figures=census.figures,
        standing=census.standing,
        corrections=len(archive.notices),
    )


def _line(archive: Archive, judged: Judged, name: FindingName) -> FindingLine:
    label, meaning, rule = (say(archive.site.language, words[name]) for words in (LABELS, MEANINGS, RULES))
    return FindingLine(name.value, label, meaning, rule, examples_of(archive, judged, name))


def _reliability(archive: Archive) -> tuple[GradeLine, ...]:
    given = Counter(source.reliability for source in archive.sources.values())
    language = archive.site.language
    return tuple(
        GradeLine(grade.value, say(language, RELIABILITY[grade]), given[grade]) for grade in Reliability
    )


def _credibility(census: Census, language: str) -> tuple[GradeLine, ...]:
    return tuple(
        GradeLine(str(grade), say(language, meaning), census.credibility.get(grade, 0))
        for grade, meaning in CREDIBILITY.items()
    )


def _speakers(archive: Archive, census: Census) -> Iterator[Speaker]:
    """Those who are quoted in this archive for somebody else."""
    for speaker, origin in sorted((said or "", told or "") for said, told in census.quoted if said != told):
        by, of = actor_link(archive, speaker or None), actor_link(archive, origin or None)
        if by and of:
            yield Speaker(by, of)
