"""Why the judge found what it found, in a sentence."""

from generator.model.archive import Archive
from generator.model.fact import Fact
from generator.model.verdict import Finding, FindingName, Verdict
from generator.words.days import as_of_text, day_text
from generator.words.figures import figure_text
from generator.words.findings import MEANINGS
from generator.words.lists import listed
from generator.words.numbers import count, number


def reason_for_measure(archive: Archive, verdict: Verdict, finding: Finding) -> str:
    """The reason for a finding about a measure as a whole."""
    language = archive.site.language
    names = listed((archive.actors[origin].name for origin in verdict.origins), language)
    documents = count(verdict.documents, "document", "documents", language)
    facts = [archive.fact[fact] for fact in finding.facts]
    match finding.name:
        case FindingName.SINGLE_ORIGIN:
            return _single_origin(archive, verdict, facts)
        case FindingName.CORROBORATED:
            return f"{names} agree, and do not rest on one another as far as is declared."
        case FindingName.REVISION:
            return " ".join(_revision(archive, verdict, origin) for origin in sorted(verdict.series)).strip()
        case FindingName.CONTESTED:
            answers = dict.fromkeys(figure_text(fact, language) for fact in facts)
            return f"The answers cannot all be true: {listed(answers, language)}."
        case FindingName.STALE:
            behind = [archive.fact[fact] for fact in verdict.having(finding.name)]
            return " ".join(f"{_printed(archive, fact)}." for fact in behind)
        case FindingName.LOWERED:
            behind = [archive.fact[fact] for fact in verdict.having(finding.name)]
            return " ".join(dict.fromkeys(f"{_went_back(archive, fact)}." for fact in behind))
        case FindingName.UNATTRIBUTED:
            silent = len({fact.document for fact in facts})
            name = "names" if silent == 1 else "name"
            return f"{number(silent, language)} of {documents} {name} nobody who asserts it."
        case FindingName.UNACCOUNTED | FindingName.PARTS_DO_NOT_ADD:
            return reason_for_fact(archive, facts[0], finding)
        case _:
            return MEANINGS[finding.name]


def reason_for_fact(archive: Archive, fact: Fact, finding: Finding) -> str:
    """The reason for a finding about one sighting."""
    language = archive.site.language
    others = [archive.fact[other] for other in finding.facts if other != fact.id and other in archive.fact]
    match finding.name:
        case FindingName.STALE | FindingName.LOWERED if others:
            higher = others[0]
            said = f"{figure_text(higher, language)} as of {as_of_text(higher.as_of, language)}"
            end = (
                "and other documents have it"
                if finding.name is FindingName.STALE
                else "and nothing later takes it up again, so the origin may have corrected itself"
            )
            return f"The origin had already given {said}, {end}."
        case FindingName.REVISION if others:
            before = others[0]
            given = day_text(before.as_of.day, language, "short")
            return f"The same origin gave {figure_text(before, language)} as of {given}."
        case FindingName.CONTESTED if others:
            answers = dict.fromkeys(figure_text(other, language) for other in others)
            return f"Cannot be true together with {listed(answers, language)}."
        case FindingName.UNACCOUNTED if finding.amount is not None:
            parts = " + ".join(figure_text(other, language) for other in others)
            total, left = figure_text(fact, language), number(finding.amount, language)
            return f"The parts given ({parts}) leave {left} of {total} open."
        case FindingName.PARTS_DO_NOT_ADD:
            parts = " + ".join(figure_text(other, language) for other in others)
            return f"The parts given ({parts}) cannot make up {figure_text(fact, language)}."
        case _:
            return MEANINGS[finding.name]


def _single_origin(archive: Archive, verdict: Verdict, facts: list[Fact]) -> str:
    """`facts` are those of the one origin; what an editor set aside may be of another."""
    language = archive.site.language
    name = archive.actors[facts[0].origin or ""].name
    unnamed = any(archive.fact[fact].origin is None for fact in verdict.facts)
    named = len({fact.document for fact in facts})
    if verdict.documents == 1 or (named == 1 and not unnamed):
        return f"One document has it, from one origin: {name}."
    if unnamed:
        return (
            f"One origin is named in {count(verdict.documents, 'document', 'documents', language)}: {name}."
        )
    every = "Both documents" if named == 2 else f"All {count(named, 'document', 'documents', language)}"
    return f"{every} rest on one origin: {name}."


def _printed(archive: Archive, fact: Fact) -> str:
    """Who printed a figure that had fallen behind: `BFM TV printed at least 121 on 29 Nov`."""
    language = archive.site.language
    source, figure = archive.sources[fact.source].name, figure_text(fact, language)
    return f"{source} printed {figure} on {day_text(fact.published, language, 'short')}, after a higher count"


def _went_back(archive: Archive, fact: Fact) -> str:
    """Who gave less than before: `The county gave 97 as of 15 Sep after a higher count, and may have ...`."""
    language = archive.site.language
    name = archive.actors[fact.origin].name if fact.origin else ""
    given = f"{figure_text(fact, language)} as of {as_of_text(fact.as_of, language)}"
    return f"{name} gave {given} after a higher count, and may have corrected itself"


def _revision(archive: Archive, verdict: Verdict, origin: str) -> str:
    series = verdict.series[origin]
    if len(series) < 2:
        return ""
    language = archive.site.language
    figures = listed((figure_text(archive.fact[fact], language) for fact in series), language)
    return f"{archive.actors[origin].name} gave {figures} in turn."
