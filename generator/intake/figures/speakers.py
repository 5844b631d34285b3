"""From the voices of a text to the actors that assert its figures."""

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.intake.figures.clauses import clauses
from generator.intake.figures.names import last_name
from generator.intake.figures.passages import Passage
from generator.intake.figures.proposal import Speaker
from generator.intake.figures.voices import Voice, voices_of
from generator.model.actor import Actor
from generator.model.prose import Prose, Span
from generator.read.mentions import AliasIndex, find_mentions

_INTRODUCED = re.compile(
    r"(?<!\w)((?:[^\W\d_a-z][\w'’-]*\s+(?:(?:of|for|and|the|on|de|des|du|la)\s+){0,2}){1,9})\(([^\W\d_a-z]{2,8})\)"
)
_REFERS_BACK = re.compile(r"\s*(?:\([^)]*\))?\s*,\s*(?:this|that|these|those|it)\b", re.IGNORECASE)


class Spoken(Struct, frozen=True):
    """A voice of a sentence with who it is."""

    voice: Voice
    speaker: Speaker | None
    via: tuple[str, ...]


class People(Struct, frozen=True):
    """Everybody whom the archive and the text itself know by name."""

    index: AliasIndex
    loose: Mapping[str, str]
    """By loose name in small letters: the actor that it may mean."""
    short: Mapping[str, str]
    """By abbreviation: the name behind which the text introduces it."""

    @classmethod
    def of(cls, actors: Iterable[Actor], text: str) -> "People":
        """Of an archive and a text."""
        everybody = tuple(actors)
        loose = {name.casefold(): actor.id for actor in everybody for name in actor.loose}
        short = {found[2]: last_name(" ".join(found[1].split())) for found in _INTRODUCED.finditer(text)}
        return cls(AliasIndex(everybody), loose, short)

    def speaker(self, name: str) -> Speaker:
        """Who is meant by a name of the text."""
        for form in (name, f"the {name}"):
            if actor := self.index.resolve(form):
                return Speaker(name if self.index.resolve(name) else form, actor)
        if actor := self.loose.get(name.casefold()):
            return Speaker(actor, actor, f"the text says “{name}”, a loose name")
        mentions = find_mentions(Prose(name), self.index)
        heads = [mention for mention in mentions if not name[mention.span.end :].startswith(("’s", "'s"))]
        if heads:
            span = heads[-1].span
            return Speaker(name[span.start : span.end], heads[-1].actor)
        return Speaker(self.short.get(name, name), None, "nobody in actors/ has this name")


def spoken_in(passages: Sequence[Passage], people: People, language: str) -> tuple[tuple[Spoken, ...], ...]:
    """By sentence: its voices, with "it" and "the same source" as whoever spoke before."""
    last: Speaker | None = None
    known: list[Speaker] = []
    result = []
    for passage in passages:
        spoken = []
        for voice in voices_of(passage.text, language):
            speaker = _meant(voice.name, people, known) if voice.name else last
            via = (people.speaker(voice.via).name,) if voice.via else ()
            spoken.append(Spoken(voice, speaker, via))
            if speaker:
                last = speaker
                known.append(speaker)
        result.append(tuple(spoken))
    return tuple(result)


def _meant(name: str, people: People, known: Sequence[Speaker]) -> Speaker:
    """Who has this name; for a noun alone, such as "agency", the last speaker with that noun in the name."""
    speaker = people.speaker(name)
    if speaker.actor is None and name.islower() and " " not in name:
        bodies = (other for other in reversed(known) if name in other.name.casefold().split())
        return next(bodies, speaker)
    return speaker


def speaking_for(passage: Passage, number: Span, spoken: Sequence[Spoken]) -> Spoken | None:
    """Whoever asserts a number in its own sentence: the nearest voice that reaches it."""
    cuts = [piece.start for piece in clauses(passage.text)]
    reaching = []
    for said in spoken:
        voice = said.voice
        if said.speaker is None:
            continue
        if voice.ahead and voice.span.end <= number.start:
            between = Span(voice.span.end, number.start)
        elif voice.behind and number.end <= voice.span.start:
            between = Span(number.end, voice.span.start)
        elif voice.span.start <= number.start < voice.span.end:
            between = Span(number.start, number.start)
        else:
            continue
        borders = sum(between.start < cut < between.end for cut in cuts)
        reaching.append((borders, between.end - between.start, said))
    nearest = min(reaching, key=lambda found: found[:2], default=None)
    return nearest[2] if nearest else None


def referring_back(passage: Passage, spoken: Sequence[Spoken]) -> Spoken | None:
    """The voice of "According to X, this …", which speaks for the sentence before as well."""
    for said in spoken:
        begins = said.voice.span.start == 0 and not said.voice.behind
        if begins and said.speaker and _REFERS_BACK.match(passage.text, said.voice.span.end):
            return said
    return None


def noted(speaker: Speaker, note: str) -> Speaker:
    """The speaker with one more thing to know."""
    return replace(speaker, note="; ".join(filter(None, (note, speaker.note))))
