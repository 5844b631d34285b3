"""What a document's readers are told of it, in words."""

from generator.model.archive import Archive
from generator.model.correction import CorrectionKind
from generator.model.notice import Notice
from generator.words.catalogue import say, to_say
from generator.words.decisions import outcome_text, with_unit
from generator.words.findings import LABELS

KINDS = {
    CorrectionKind.CORRECTION: to_say("Correction"),
    CorrectionKind.CLARIFICATION: to_say("Clarification"),
    CorrectionKind.UPDATE: to_say("Update"),
    CorrectionKind.RETRACTION: to_say("Withdrawn"),
}


def kind_text(notice: Notice, language: str) -> str:
    """What sort of notice it is: `Correction`, `Withdrawn`; of a figure, what became of it."""
    if notice.correction is not None:
        return say(language, KINDS[notice.correction.kind])
    return say(language, LABELS[notice.decisions[0].outcome]).capitalize()


def notice_title(archive: Archive, notice: Notice) -> str:
    """A headline: `Correction: Fighters reach the edge`, `People killed: 200 people, withdrawn`."""
    told, language = notice.correction, archive.site.language
    if decision := notice.decision:
        measure = archive.measures[decision.fact.measure]
        figure = with_unit(decision.fact, measure, language)
        outcome = outcome_text(decision, measure, language)
        return say(
            language,
            "%(measure)s: %(figure)s, %(outcome)s",
            measure=measure.label,
            figure=figure,
            outcome=outcome,
        )
    title = archive.document[notice.document].title
    if told is not None and told.fact is not None:
        fact = archive.fact.get(f"{notice.document}#{told.fact}")
        if fact is not None:
            title = f"{title} ({archive.measures[fact.measure].label})"
    return say(language, "%(name)s: %(value)s", name=kind_text(notice, language), value=title)
