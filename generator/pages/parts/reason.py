"""Why the judge found what it found, in a sentence."""

from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.verdict import Finding, FindingName, Verdict
from generator.words.catalogue import say, say_count, to_say
from generator.words.days import as_of_text, day_text
from generator.words.figures import figure_text
from generator.words.findings import MEANINGS
from generator.words.lists import listed
from generator.words.numbers import number

STALE = to_say("The origin had already given %(figure)s as of %(day)s, and other documents have it.")
LOWERED = to_say(
    "The origin had already given %(figure)s as of %(day)s, and nothing later takes it up again, so the "
    "origin may have corrected itself."
)


def reason_for_measure(archive: Archive, verdict: Verdict, finding: Finding) -> str:
    """The reason for a finding about a measure as a whole."""
    language = archive.site.language
    match finding.name:
        case FindingName.SINGLE_ORIGIN:
            return _single_origin(archive, verdict, [archive.fact[fact] for fact in finding.facts])
        case FindingName.CORROBORATED:
            names = listed((archive.actors[origin].name for origin in verdict.origins), language)
            return say(
                language,
                "%(names)s agree, and do not rest on one another as far as is declared.",
                names=names,
            )
        case FindingName.REVISION:
            return " ".join(_revision(archive, verdict, origin) for origin in sorted(verdict.series)).strip()
        case FindingName.CONTESTED:
            answers = dict.fromkeys(figure_text(archive.fact[fact], language) for fact in finding.facts)
            return say(
                language, "The answers cannot all be true: %(answers)s.", answers=listed(answers, language)
            )
        case FindingName.STALE:
            behind = [archive.fact[fact] for fact in verdict.having(finding.name)]
            return " ".join(_printed(archive, fact) for fact in behind)
        case FindingName.LOWERED:
            behind = [archive.fact[fact] for fact in verdict.having(finding.name)]
            return " ".join(dict.fromkeys(_went_back(archive, fact) for fact in behind))
        case FindingName.UNATTRIBUTED:
            silent = len({archive.fact[fact].document for fact in finding.facts})
            documents = say_count(language, "%(num)s document", "%(num)s documents", verdict.documents)
            return say_count(
                language,
                "%(num)s of %(documents)s names nobody who asserts it.",
                "%(num)s of %(documents)s name nobody who asserts it.",
                silent,
                documents=documents,
            )
        case FindingName.UNACCOUNTED | FindingName.PARTS_DO_NOT_ADD:
            return reason_for_fact(archive, archive.fact[finding.facts[0]], finding)
        case _:
            return say(language, MEANINGS[finding.name])


def reason_for_fact(archive: Archive, fact: Fact, finding: Finding) -> str:
    """The reason for a finding about one sighting."""
    language = archive.site.language
    others = [archive.fact[other] for other in finding.facts if other != fact.id and other in archive.fact]
    match finding.name:
        case FindingName.STALE | FindingName.LOWERED if others:
            higher = others[0]
            behind = STALE if finding.name is FindingName.STALE else LOWERED
            figure, day = figure_text(higher, language), as_of_text(higher.as_of, language)
            return say(language, behind, figure=figure, day=day)
        case FindingName.REVISION if others:
            before = others[0]
            given = day_text(before.as_of.day, language, "short")
            figure = figure_text(before, language)
            return say(language, "The same origin gave %(figure)s as of %(day)s.", figure=figure, day=given)
        case FindingName.CONTESTED if others:
            answers = dict.fromkeys(figure_text(other, language) for other in others)
            return say(
                language, "Cannot be true together with %(answers)s.", answers=listed(answers, language)
            )
        case FindingName.UNACCOUNTED if finding.amount is not None:
            parts = " + ".join(figure_text(other, language) for other in others)
            total, left = figure_text(fact, language), number(finding.amount, language)
            return say(
                language,
                "The parts given (%(parts)s) leave %(left)s of %(total)s open.",
                parts=parts,
                left=left,
                total=total,
            )
        case FindingName.PARTS_DO_NOT_ADD:
            parts = " + ".join(figure_text(other, language) for other in others)
            return say(
                language,
                "The parts given (%(parts)s) cannot make up %(total)s.",
                parts=parts,
                total=figure_text(fact, language),
            )
        case _:
            return say(language, MEANINGS[finding.name])


def _single_origin(archive: Archive, verdict: Verdict, facts: list[Fact]) -> str:
    """`facts` are those of the one origin; what an editor set aside may be of another."""
    language = archive.site.language
    name = archive.actors[facts[0].origin or ""].name
    unnamed = any(archive.fact[fact].origin is None for fact in verdict.facts)
    named = len({fact.document for fact in facts})
    if verdict.documents == 1 or (named == 1 and not unnamed):
        return say(language, "One document has it, from one origin: %(origin)s.", origin=name)
    if unnamed:
        return say_count(
            language,
            "One origin is named in %(num)s document: %(origin)s.",
            "One origin is named in %(num)s documents: %(origin)s.",
            verdict.documents,
            origin=name,
        )
    if named == 2:
        return say(language, "Both documents rest on one origin: %(origin)s.", origin=name)
    return say_count(
        language,
        "All %(num)s document rest on one origin: %(origin)s.",
        "All %(num)s documents rest on one origin: %(origin)s.",
        named,
        origin=name,
    )


def _printed(archive: Archive, fact: Fact) -> str:
    """Who printed a figure that had fallen behind: `BFM TV printed at least 121 on 29 Nov, after ...`."""
    language = archive.site.language
    source, figure = archive.sources[fact.source].name, figure_text(fact, language)
    return say(
        language,
        "%(source)s printed %(figure)s on %(day)s, after a higher count.",
        source=source,
        figure=figure,
        day=day_text(fact.published, language, "short"),
    )


def _went_back(archive: Archive, fact: Fact) -> str:
    """Who gave less than before: `The county gave 97 as of 15 Sep after a higher count, and may have ...`."""
    language = archive.site.language
    return say(
        language,
        "%(origin)s gave %(figure)s as of %(day)s after a higher count, and may have corrected itself.",
        origin=archive.actors[fact.origin].name if fact.origin else "",
        figure=figure_text(fact, language),
        day=as_of_text(fact.as_of, language),
    )


def _revision(archive: Archive, verdict: Verdict, origin: str) -> str:
    series = verdict.series[origin]
    if len(series) < 2:
        return ""
    language = archive.site.language
    figures = listed((figure_text(archive.fact[fact], language) for fact in series), language)
    return say(
        language, "%(origin)s gave %(figures)s in turn.", origin=archive.actors[origin].name, figures=figures
    )
