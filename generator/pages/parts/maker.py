"""Which documents were made by a machine, as far as they state it."""

from msgspec import Struct

from generator.model import urls
from generator.model.archive import Archive
from generator.model.document import MadeBy
from generator.pages.parts.head import Link
from generator.words.catalogue import say, say_few
from generator.words.lists import listed

MOST = 100
"""How many documents are named; older ones say it on their own pages."""


class Makers(Struct, frozen=True):
    """What the documents state about who made them."""

    statement: str
    """How many state that a machine made them, alone or with a person."""
    rest: str
    """What the other summaries state, or do not; empty where there is no other summary."""
    by_machine: tuple[Link, ...]
    with_machine: tuple[Link, ...]
    """Written by a person with the help of a machine; the newest first, as above."""
    left_out: int
    """How many more there are than are named."""


def makers_of(archive: Archive) -> Makers:
    """By the word of the documents themselves; a document that does not say is not guessed about."""
    language = archive.site.language
    machine, mixed = (archive.made_by.get(maker.value, ())[::-1] for maker in (MadeBy.AI, MadeBy.MIXED))
    named = [_link(archive, id) for id in machine[:MOST]], [_link(archive, id) for id in mixed[:MOST]]
    return Makers(
        statement=_statement(len(machine), len(mixed), language),
        rest=_rest(archive, language),
        by_machine=tuple(named[0]),
        with_machine=tuple(named[1]),
        left_out=len(machine) + len(mixed) - sum(map(len, named)),
    )


def _link(archive: Archive, id: str) -> Link:
    document = archive.reference[id]
    return Link(document.title, urls.document_url(document), document.language)


def _statement(machine: int, mixed: int, language: str) -> str:
    if not machine and not mixed:
        return say(language, "No document of this archive states that a machine made it.")
    alone = say_few(
        language,
        "%(num)s document states that a machine wrote it",
        "%(num)s documents state that a machine wrote them",
        machine,
    )
    helped = say_few(
        language,
        "%(num)s document states that a person wrote it with the help of a machine",
        "%(num)s documents state that a person wrote them with the help of a machine",
        mixed,
    )
    if machine and mixed:
        text = say(language, "%(alone)s, and %(helped)s.", alone=alone, helped=helped)
    else:
        text = say(language, "%(sentence)s.", sentence=alone if machine else helped)
    return f"{text[:1].upper()}{text[1:]}"


def _rest(archive: Archive, language: str) -> str:
    summaries = sum(map(len, archive.made_by.values()))
    human, silent = (len(archive.made_by.get(maker, ())) for maker in (MadeBy.HUMAN.value, ""))
    if silent == summaries:
        return _all_silent(silent, language)
    clauses = []
    if human:
        clauses.append(
            say_few(
                language,
                "%(num)s says that a person wrote it",
                "%(num)s say that a person wrote them",
                human,
            )
        )
    if silent:
        clauses.append(
            say_few(
                language,
                "%(num)s does not state who made it",
                "%(num)s do not state who made them",
                silent,
            )
        )
    if not clauses:
        return ""
    return say_few(
        language,
        "Of the %(num)s summary, %(clauses)s.",
        "Of the %(num)s summaries, %(clauses)s.",
        summaries,
        clauses=listed(clauses, language),
    )


def _all_silent(summaries: int, language: str) -> str:
    if not summaries:
        return ""
    if summaries == 2:
        return say(language, "Neither of the two summaries states who made it.")
    return say_few(
        language,
        "The one summary does not state who made it.",
        "None of the %(num)s summaries states who made it.",
        summaries,
    )
