"""What is known of a measure, in sentences made by rule."""

from decimal import Decimal

from generator.model.archive import Archive
from generator.model.fact import AsOf, Fact, Qualifier
from generator.model.topic import Measure, MeasureType
from generator.model.verdict import FindingName, Verdict
from generator.pages.parts.names import spoken_name
from generator.words.catalogue import say, say_count, say_few, to_say
from generator.words.days import as_of_text
from generator.words.figures import figure_text, value_text
from generator.words.lists import listed

FEW = 10
"""Days that are counted in a sentence; for a longer time the day itself is named."""
NUMBER_OF = to_say("%(origin)s put it at %(figure)s %(when)s.")
NUMBER_UP_OF = to_say("%(origin)s put it at %(figure)s %(when)s, up from %(before)s %(earlier)s.")
NUMBER_DOWN_OF = to_say("%(origin)s put it at %(figure)s %(when)s, down from %(before)s %(earlier)s.")
DAY_OF = to_say("%(when)s %(origin)s dated it to %(figure)s.")
DAY_CHANGED_OF = to_say("%(when)s %(origin)s dated it to %(figure)s, having said %(before)s %(earlier)s.")
CHOICE_OF = to_say("%(when)s %(origin)s answered %(figure)s.")
CHOICE_CHANGED_OF = to_say("%(when)s %(origin)s answered %(figure)s, having said %(before)s %(earlier)s.")
"""Where an origin is named, with what it had said before where that is known."""
BY_NOBODY = {
    MeasureType.NUMBER: to_say("it was put at %(figure)s %(when)s."),
    MeasureType.DATE: to_say("%(when)s it was dated to %(figure)s."),
    MeasureType.CHOICE: to_say("%(when)s the answer given was %(figure)s."),
}


def headline_of(archive: Archive, measure: Measure, verdict: Verdict) -> tuple[str, ...]:
    """Two or three sentences: the answer, how it came about, and what it rests on."""
    language = archive.site.language
    if not verdict.facts:
        return (say(language, "No document of the archive gives it."),)
    if verdict.latest is None:
        return (say(language, "Every figure that was printed has been set aside by an editor."),)
    answer = _contested if FindingName.CONTESTED in verdict.names else _agreed
    more = (_ground, _back, _late)
    sentences = [answer(archive, measure, verdict), *(tell(archive, verdict) for tell in more)]
    return tuple(sentence for sentence in sentences if sentence)


def _contested(archive: Archive, measure: Measure, verdict: Verdict) -> str:
    language = archive.site.language
    low, high = verdict.low, verdict.high
    if low is not None and high is not None and low != high:
        ends = {"low": value_text(low, language), "high": value_text(high, language)}
        if measure.type is MeasureType.NUMBER:
            ends["high"] += _unit(measure)
            return say(
                language,
                "Contested: the figures run from %(low)s to %(high)s and cannot all be true.",
                **ends,
            )
        return say(
            language,
            "Contested: the documents give different days, from %(low)s to %(high)s, and these cannot all "
            "be true.",
            **ends,
        )
    finding = next(found for found in verdict.findings if found.name is FindingName.CONTESTED)
    answers = tuple(dict.fromkeys(_answer(archive, measure, archive.fact[fact]) for fact in finding.facts))
    given = listed(answers, language)
    if len(answers) == 2:
        return say(language, "Contested: the answers %(answers)s cannot both be true.", answers=given)
    return say(language, "Contested: the answers %(answers)s cannot all be true.", answers=given)


def _agreed(archive: Archive, measure: Measure, verdict: Verdict) -> str:
    language = archive.site.language
    latest = archive.fact[verdict.latest or verdict.facts[-1]]
    before = _before(archive, latest, verdict)
    number = measure.type is MeasureType.NUMBER
    said = as_of_text(latest.as_of, language, "medium")
    spans = latest.as_of.start or latest.as_of.end
    told = {
        "figure": _or_more(archive, measure, latest) if number else _answer(archive, measure, latest),
        "when": said if spans else say(language, "on %(day)s", day=said),
    }
    if latest.origin is None:
        return _subject(say(language, BY_NOBODY[measure.type], **told))
    told["origin"] = spoken_name(archive.actors[latest.origin])
    if before:
        told["before"] = figure_text(before, language) if number else _answer(archive, measure, before)
        told["earlier"] = _earlier(before.as_of, latest.as_of, language)
    return _subject(say(language, _by_origin(measure.type, before, latest), **told))


def _by_origin(type: MeasureType, before: Fact | None, latest: Fact) -> str:
    """The message for an answer of this type, by whether it went up, down, or was another one before."""
    match type:
        case MeasureType.NUMBER if before:
            old, new = before.printed, latest.printed
            rose = isinstance(old, Decimal) and isinstance(new, Decimal) and new > old
            return NUMBER_UP_OF if rose else NUMBER_DOWN_OF
        case MeasureType.NUMBER:
            return NUMBER_OF
        case MeasureType.DATE:
            return DAY_CHANGED_OF if before else DAY_OF
        case MeasureType.CHOICE:
            return CHOICE_CHANGED_OF if before else CHOICE_OF


def _answer(archive: Archive, measure: Measure, fact: Fact) -> str:
    """A figure as it stands in a sentence: with its unit, a choice in quotation marks."""
    language = archive.site.language
    figure = figure_text(fact, language)
    if measure.type is MeasureType.CHOICE:
        return say(language, "“%(text)s”", text=figure)
    return f"{figure}{_unit(measure)}"


def _or_more(archive: Archive, measure: Measure, fact: Fact) -> str:
    """`31 people or more`, because "put it at at least 31 people" stumbles."""
    if fact.qualifier is not Qualifier.AT_LEAST or fact.value is None:
        return _answer(archive, measure, fact)
    language = archive.site.language
    figure = f"{value_text(fact.value, language)}{_unit(measure)}"
    return say(language, "%(figure)s or more", figure=figure)


def _before(archive: Archive, latest: Fact, verdict: Verdict) -> Fact | None:
    """The first figure of the same origin, where it was another one."""
    series = verdict.series.get(latest.origin or "", ())
    if len(series) < 2 or archive.fact[series[0]].printed == latest.printed:
        return None
    return archive.fact[series[0]]


def _earlier(before: AsOf, latest: AsOf, language: str) -> str:
    days = (latest.day - before.day).days
    if days == 0:
        return say(language, "for the same day")
    if days > FEW:
        return say(language, "as of %(day)s", day=as_of_text(before, language, "medium"))
    return say_few(language, "%(num)s day earlier", "%(num)s days earlier", days)


def _ground(archive: Archive, verdict: Verdict) -> str:
    """What the answer rests on: how many documents, and whom they name."""
    language, documents = archive.site.language, verdict.documents
    silent = len({archive.fact[fact].document for fact in verdict.facts if archive.fact[fact].origin is None})
    names = [spoken_name(archive.actors[origin]) for origin in verdict.origins]
    if documents == 1 and names:
        return say(language, "Only one document gives it.")
    if not names:
        return _named_by_none(documents, language)
    if silent:
        return _named_by_some(documents, silent, names, language)
    if len(names) > 1:
        sentence = say_few(
            language,
            "%(num)s document names %(names)s as origins.",
            "%(num)s documents name %(names)s as origins.",
            documents,
            names=listed(names, language),
        )
        return _subject(sentence)
    if documents == 2:
        return say(language, "Both documents rest on this one origin.")
    return say_few(
        language,
        "All %(num)s document rest on this one origin.",
        "All %(num)s documents rest on this one origin.",
        documents,
    )


def _named_by_none(documents: int, language: str) -> str:
    if documents == 2:
        return say(language, "Neither of the two documents names who asserts it.")
    return say_few(
        language,
        "Only one document gives it, and it names nobody.",
        "None of the %(num)s documents names who asserts it.",
        documents,
    )


def _named_by_some(documents: int, silent: int, names: list[str], language: str) -> str:
    nobody = say_few(
        language,
        "%(num)s of the documents names nobody",
        "%(num)s of the documents name nobody",
        silent,
    )
    told = {
        "documents": say_few(language, "%(num)s document", "%(num)s documents", documents),
        "names": listed(names, language),
        "nobody": nobody,
    }
    if len(names) == 1:
        return say(language, "In %(documents)s the only origin named is %(names)s; %(nobody)s.", **told)
    return say(language, "In %(documents)s the origins named are %(names)s; %(nobody)s.", **told)


def _back(archive: Archive, verdict: Verdict) -> str:
    """That an origin went back on a higher count."""
    language = archive.site.language
    found = [one for fact in verdict.facts for one in verdict.about(fact) if one.name is FindingName.LOWERED]
    if not found:
        return ""
    lowered, higher = (archive.fact[fact] for fact in found[-1].facts[:2])
    return say(
        language,
        "%(origin)s had given %(before)s before, and went back to %(after)s.",
        origin=_subject(spoken_name(archive.actors[lowered.origin]))
        if lowered.origin
        else say(language, "Its origin"),
        before=figure_text(higher, language),
        after=figure_text(lowered, language),
    )


def _late(archive: Archive, verdict: Verdict) -> str:
    language = archive.site.language
    stale = verdict.having(FindingName.STALE)
    if not stale:
        return ""
    figures = dict.fromkeys(figure_text(archive.fact[fact], language) for fact in stale)
    return say_count(
        language,
        "An old figure was printed late: %(figures)s.",
        "Old figures were printed late: %(figures)s.",
        len(figures),
        figures=listed(figures, language),
    )


def _unit(measure: Measure) -> str:
    return f" {measure.unit}" if measure.unit else ""


def _subject(name: str) -> str:
    """Words at the beginning of a sentence."""
    return name[:1].upper() + name[1:]
