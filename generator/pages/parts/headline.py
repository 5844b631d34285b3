"""What is known of a measure, in sentences made by rule."""

from decimal import Decimal

from generator.model.archive import Archive
from generator.model.fact import AsOf, Fact, Qualifier
from generator.model.topic import Measure, MeasureType
from generator.model.verdict import FindingName, Verdict
from generator.pages.parts.names import spoken_name
from generator.words.days import as_of_text
from generator.words.figures import QUALIFIERS, figure_text, value_text
from generator.words.lists import listed
from generator.words.numbers import in_few_words

FEW = 10
"""Days that are counted in a sentence; for a longer time the day itself is named."""


def headline_of(archive: Archive, measure: Measure, verdict: Verdict) -> tuple[str, ...]:
    """Two or three sentences: the answer, how it came about, and what it rests on."""
    if not verdict.facts:
        return ("No document of the archive gives it.",)
    if verdict.latest is None:
        return ("Every figure that was printed has been set aside by an editor.",)
    answer = _contested if FindingName.CONTESTED in verdict.names else _agreed
    more = (_ground, _back, _late)
    sentences = [answer(archive, measure, verdict), *(tell(archive, verdict) for tell in more)]
    return tuple(sentence for sentence in sentences if sentence)


def _contested(archive: Archive, measure: Measure, verdict: Verdict) -> str:
    language = archive.site.language
    low, high = verdict.low, verdict.high
    if low is not None and high is not None and low != high:
        ends = f"from {value_text(low, language)} to {value_text(high, language)}"
        if measure.type is MeasureType.NUMBER:
            return f"Contested: the figures run {ends}{_unit(measure)} and cannot all be true."
        return f"Contested: the documents give different days, {ends}, and these cannot all be true."
    finding = next(found for found in verdict.findings if found.name is FindingName.CONTESTED)
    answers = tuple(dict.fromkeys(_answer(archive, measure, archive.fact[fact]) for fact in finding.facts))
    amount = "both" if len(answers) == 2 else "all"
    return f"Contested: the answers {listed(answers, language)} cannot {amount} be true."


def _agreed(archive: Archive, measure: Measure, verdict: Verdict) -> str:
    language = archive.site.language
    latest = archive.fact[verdict.latest or verdict.facts[-1]]
    answer = _answer(archive, measure, latest)
    said = as_of_text(latest.as_of, language, "medium")
    when = said if latest.as_of.start or latest.as_of.end else f"on {said}"
    origin = spoken_name(archive.actors[latest.origin]) if latest.origin else ""
    match measure.type:
        case MeasureType.NUMBER:
            put = f"{origin} put it at" if origin else "it was put at"
            sentence = f"{put} {_without_at_least(answer, latest)} {when}"
        case MeasureType.DATE:
            sentence = f"{when} {f'{origin} dated it' if origin else 'it was dated'} to {answer}"
        case MeasureType.CHOICE:
            sentence = f"{when} {f'{origin} answered' if origin else 'the answer given was'} {answer}"
    before = _before(archive, latest, verdict)
    return _subject(f"{sentence}{_movement(archive, measure, before, latest) if before else ''}.")


def _answer(archive: Archive, measure: Measure, fact: Fact) -> str:
    """A figure as it stands in a sentence: with its unit, a choice in quotation marks."""
    figure = figure_text(fact, archive.site.language)
    return f"“{figure}”" if measure.type is MeasureType.CHOICE else f"{figure}{_unit(measure)}"


def _without_at_least(answer: str, fact: Fact) -> str:
    """`31 people or more`, because "put it at at least 31 people" stumbles."""
    if fact.qualifier is not Qualifier.AT_LEAST or fact.value is None:
        return answer
    return f"{answer.removeprefix(QUALIFIERS[Qualifier.AT_LEAST]).lstrip()} or more"


def _before(archive: Archive, latest: Fact, verdict: Verdict) -> Fact | None:
    """The first figure of the same origin, where it was another one."""
    series = verdict.series.get(latest.origin or "", ())
    if len(series) < 2 or archive.fact[series[0]].printed == latest.printed:
        return None
    return archive.fact[series[0]]


def _movement(archive: Archive, measure: Measure, before: Fact, latest: Fact) -> str:
    language = archive.site.language
    earlier = _earlier(before.as_of, latest.as_of, language)
    old, new = before.printed, latest.printed
    if isinstance(old, Decimal) and isinstance(new, Decimal):
        return f", {'up' if new > old else 'down'} from {figure_text(before, language)} {earlier}"
    return f", having said {_answer(archive, measure, before)} {earlier}"


def _earlier(before: AsOf, latest: AsOf, language: str) -> str:
    days = (latest.day - before.day).days
    if days == 0:
        return "for the same day"
    if days > FEW:
        return f"as of {as_of_text(before, language, 'medium')}"
    return f"{in_few_words(days, 'day', 'days', language)} earlier"


def _ground(archive: Archive, verdict: Verdict) -> str:
    """What the answer rests on: how many documents, and whom they name."""
    language = archive.site.language
    silent = len({archive.fact[fact].document for fact in verdict.facts if archive.fact[fact].origin is None})
    names = [spoken_name(archive.actors[origin]) for origin in verdict.origins]
    documents = in_few_words(verdict.documents, "document", "documents", language)
    if verdict.documents == 1:
        return "Only one document gives it." if names else "Only one document gives it, and it names nobody."
    two = verdict.documents == 2
    if not names:
        return f"{'Neither' if two else 'None'} of the {documents} names who asserts it."
    if not silent:
        if len(names) == 1:
            return f"{'Both documents' if two else f'All {documents}'} rest on this one origin."
        return f"{_subject(documents)} name {listed(names, language)} as origins."
    named = "the only origin named is" if len(names) == 1 else "the origins named are"
    of_them = "of the documents"
    nobody = f"{in_few_words(silent, of_them, of_them, language)} {'names' if silent == 1 else 'name'} nobody"
    return f"In {documents} {named} {listed(names, language)}; {nobody}."


def _back(archive: Archive, verdict: Verdict) -> str:
    """That an origin went back on a higher count."""
    language = archive.site.language
    found = [one for fact in verdict.facts for one in verdict.about(fact) if one.name is FindingName.LOWERED]
    if not found:
        return ""
    lowered, higher = (archive.fact[fact] for fact in found[-1].facts[:2])
    name = _subject(spoken_name(archive.actors[lowered.origin])) if lowered.origin else "Its origin"
    before, after = figure_text(higher, language), figure_text(lowered, language)
    return f"{name} had given {before} before, and went back to {after}."


def _late(archive: Archive, verdict: Verdict) -> str:
    language = archive.site.language
    stale = verdict.having(FindingName.STALE)
    if not stale:
        return ""
    figures = dict.fromkeys(figure_text(archive.fact[fact], language) for fact in stale)
    late = "An old figure was" if len(figures) == 1 else "Old figures were"
    return f"{late} printed late: {listed(figures, language)}."


def _unit(measure: Measure) -> str:
    return f" {measure.unit}" if measure.unit else ""


def _subject(name: str) -> str:
    """Words at the beginning of a sentence."""
    return name[:1].upper() + name[1:]
