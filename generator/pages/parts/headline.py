"""What is known of a measure, in sentences made by rule."""

from generator.model.archive import Archive
from generator.model.fact import AsOf, Fact
from generator.model.topic import Measure, MeasureType
from generator.model.verdict import FindingName, Verdict
from generator.pages.parts.names import spoken_name
from generator.pages.parts.row import known_span
from generator.words.days import as_of_text
from generator.words.figures import figure_text
from generator.words.lists import listed
from generator.words.numbers import in_few_words


def headline_of(archive: Archive, measure: Measure, verdict: Verdict) -> tuple[str, ...]:
    """Two or three sentences: the answer, how it came about, and what it rests on."""
    if not verdict.facts:
        return ("No document of the archive gives it.",)
    answer = _contested if FindingName.CONTESTED in verdict.names else _agreed
    sentences = [answer(archive, measure, verdict), _ground(archive, verdict), _late(archive, verdict)]
    return tuple(sentence for sentence in sentences if sentence)


def _contested(archive: Archive, measure: Measure, verdict: Verdict) -> str:
    span = known_span(archive, measure, verdict)
    if measure.type is MeasureType.NUMBER:
        return f"Contested: the figures run over {span}{_unit(measure)} and cannot all be true."
    return f"Contested: the documents give {span}, and these cannot all be true."


def _agreed(archive: Archive, measure: Measure, verdict: Verdict) -> str:
    language = archive.site.language
    latest = archive.fact[verdict.latest or verdict.facts[-1]]
    figure = figure_text(latest, language)
    said = f"{figure}{_unit(measure)}" if measure.type is MeasureType.NUMBER else figure
    when = f"on {as_of_text(latest.as_of, language, 'medium')}"
    if latest.origin is None:
        sentence = f"Put at {said} {when}"
    else:
        sentence = f"{_subject(spoken_name(archive.actors[latest.origin]))} put it at {said} {when}"
    before = _before(archive, latest, verdict)
    return f"{sentence}{_movement(before, latest, language) if before else ''}."


def _before(archive: Archive, latest: Fact, verdict: Verdict) -> Fact | None:
    """The first figure of the same origin, where it was another one."""
    series = verdict.series.get(latest.origin or "", ())
    if len(series) < 2 or archive.fact[series[0]].printed == latest.printed:
        return None
    return archive.fact[series[0]]


def _movement(before: Fact, latest: Fact, language: str) -> str:
    old, new = before.printed, latest.printed
    if isinstance(old, str) or isinstance(new, str):
        return f", after {figure_text(before, language)} before"
    direction = "up" if new > old else "down"  # type: ignore[operator]  # one measure, one type
    return (
        f", {direction} from {figure_text(before, language)} {_earlier(before.as_of, latest.as_of, language)}"
    )


def _earlier(before: AsOf, latest: AsOf, language: str) -> str:
    days = (latest.day - before.day).days
    if days == 0:
        return "the same day"
    return f"{in_few_words(days, 'day', 'days', language)} earlier"


def _ground(archive: Archive, verdict: Verdict) -> str:
    """What the answer rests on: how many documents, and whom they name."""
    language = archive.site.language
    silent = len({archive.fact[fact].document for fact in verdict.facts if archive.fact[fact].origin is None})
    names = [spoken_name(archive.actors[origin]) for origin in verdict.origins]
    documents = in_few_words(verdict.documents, "document", "documents", language)
    if verdict.documents == 1:
        only = "One document gives it"
        return f"{only}, from {names[0]}." if names else f"{only}, and names nobody who asserts it."
    if not names:
        return f"None of the {documents} names who asserts it."
    if len(names) == 1 and not silent:
        return f"All {documents} rest on this one origin."
    named = f"{_subject(documents)} name {listed(names, language)}"
    if not silent:
        return f"{named}."
    nobody = (
        "one of them names nobody"
        if silent == 1
        else f"{in_few_words(silent, 'document', 'documents', language)} name nobody"
    )
    return (
        f"In {documents} the only origin named is {names[0]}; {nobody}."
        if len(names) == 1
        else f"{named}; {nobody}."
    )


def _late(archive: Archive, verdict: Verdict) -> str:
    language = archive.site.language
    stale = [finding for finding in verdict.findings if finding.name is FindingName.STALE]
    if not stale:
        return ""
    figures = dict.fromkeys(figure_text(archive.fact[fact], language) for fact in stale[0].facts)
    noun = "an old figure" if len(figures) == 1 else "old figures"
    return f"Printed late, {noun}: {listed(figures, language)}."


def _unit(measure: Measure) -> str:
    return f" {measure.unit}" if measure.unit else ""


def _subject(name: str) -> str:
    """A name at the beginning of a sentence."""
    return name[:1].upper() + name[1:]
