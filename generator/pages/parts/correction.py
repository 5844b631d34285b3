"""What is told of a document after it was published: a correction of it, or a figure that was set aside."""

from datetime import date

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.decision import Decision
from generator.model.fact import Fact
from generator.model.notice import Notice
from generator.model.verdict import Judged
from generator.pages.parts.figure import Figure, figure_of
from generator.pages.parts.head import Link
from generator.words.catalogue import say
from generator.words.corrections import kind_text
from generator.words.decisions import outcome_text
from generator.words.findings import LABELS


class TakenBack(Struct, frozen=True):
    """A figure that is withdrawn together with its document."""

    anchor: str
    """The id of the decision on the page of corrections."""
    measure: Link
    figure: Figure


class Correction(Struct, frozen=True):
    """One notice, with the figure that it is about where it is about one."""

    anchor: str
    """Its id on the page of corrections."""
    url: str
    """Its place on the page of corrections."""
    day: date
    name: str
    """correction, clarification, update, retraction; of a figure that was set aside superseded, corrected or
    retracted."""
    label: str
    """The same as it is written on a mark."""
    outcome: str
    """What became of the figure: `withdrawn`; empty where none was set aside."""
    withdraws: bool
    """Whether it withdraws the whole document."""
    document: Link
    source: Link
    published: date
    language: str
    """Of the document."""
    measure: Link | None
    figure: Figure | None
    """As printed, one click from its sentence; None when it is about the text."""
    replacement: Figure | None
    """The figure that takes its place, where it is superseded."""
    was: str
    now: str
    reason: str
    """What was changed and why."""
    taken_back: tuple[TakenBack, ...]
    """The figures that go with a document that is withdrawn."""


def correction_of(archive: Archive, judged: Judged, notice: Notice) -> Correction:
    """A notice as it is shown."""
    document, told = archive.document[notice.document], notice.correction
    language = archive.site.language
    source = archive.sources[document.source]
    decision = notice.decision
    fact = decision.fact if decision else _named(archive, notice)
    measure = archive.measures[fact.measure] if fact else None
    return Correction(
        anchor=notice.anchor,
        url=urls.notice_url(notice, archive.older_page.get(notice.anchor)),
        day=notice.day,
        name=decision.outcome.value if decision else told.kind.value if told else "",
        label=say(language, LABELS[decision.outcome]) if decision else kind_text(notice, language).lower(),
        outcome=outcome_text(decision, archive.measures[decision.fact.measure], language) if decision else "",
        withdraws=notice.withdraws,
        document=Link(document.title, urls.document_url(document)),
        source=Link(source.name, urls.source_url(source)),
        published=document.day,
        language=document.language,
        measure=Link(measure.label, urls.measure_url(measure)) if measure else None,
        figure=_figure(archive, judged, fact) if fact else None,
        replacement=_figure(archive, judged, decision.by) if decision and decision.by else None,
        was=told.was if told else "",
        now=told.now if told else "",
        reason=notice.text,
        taken_back=tuple(_taken_back(archive, judged, one) for one in notice.decisions)
        if notice.withdraws
        else (),
    )


def _named(archive: Archive, notice: Notice) -> Fact | None:
    """The fact that a correction names, if it could be read."""
    key = notice.correction.fact if notice.correction else None
    return archive.fact.get(f"{notice.document}#{key}") if key else None


def _taken_back(archive: Archive, judged: Judged, decision: Decision) -> TakenBack:
    measure = archive.measures[decision.fact.measure]
    return TakenBack(
        decision.anchor,
        Link(measure.label, urls.measure_url(measure)),
        _figure(archive, judged, decision.fact),
    )


def _figure(archive: Archive, judged: Judged, fact: Fact) -> Figure:
    return figure_of(archive, fact, judged.now[fact.measure])
