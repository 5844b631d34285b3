"""What a document's readers are told of it, in words."""

from generator.model.archive import Archive
from generator.model.correction import CorrectionKind
from generator.model.notice import Notice
from generator.words.decisions import outcome_text, with_unit
from generator.words.findings import LABELS

KINDS = {
    CorrectionKind.CORRECTION: "Correction",
    CorrectionKind.CLARIFICATION: "Clarification",
    CorrectionKind.UPDATE: "Update",
    CorrectionKind.RETRACTION: "Withdrawn",
}


def kind_text(notice: Notice) -> str:
    """What sort of notice it is: `Correction`, `Withdrawn`; of a figure, what became of it."""
    if notice.correction is not None:
        return KINDS[notice.correction.kind]
    return LABELS[notice.decisions[0].outcome].capitalize()


def notice_title(archive: Archive, notice: Notice) -> str:
    """A headline: `Correction: Fighters reach the edge`, `People killed: 200 people, withdrawn`."""
    told, language = notice.correction, archive.site.language
    if decision := notice.decision:
        measure = archive.measures[decision.fact.measure]
        figure = with_unit(decision.fact, measure, language)
        return f"{measure.label}: {figure}, {outcome_text(decision, measure, language)}"
    title = archive.document[notice.document].title
    if told is not None and told.fact is not None:
        fact = archive.fact.get(f"{notice.document}#{told.fact}")
        if fact is not None:
            title = f"{title} ({archive.measures[fact.measure].label})"
    return f"{kind_text(notice)}: {title}"
