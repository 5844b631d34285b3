"""`dateline new`: a file of each kind, with the front matter filled in."""

from datetime import date
from pathlib import Path

import click

from generator.cli.asking import needed, needed_one, one_of, welcome, welcome_several
from generator.cli.newfile import known_in, make, today
from generator.cli.newoptions import (
    DAY,
    LANGUAGE,
    LINE,
    TITLE,
    URL,
    actors,
    day,
    into,
    language,
    own_id,
    source,
    url,
)
from generator.model.actor import ActorKind
from generator.model.document import MadeBy
from generator.read.discover import EntryKind
from generator.scaffold.actorfile import actor_file
from generator.scaffold.documentfile import NewDocument, document_file
from generator.scaffold.known import Known, Named
from generator.scaffold.sourcefile import source_file
from generator.scaffold.topicfile import topic_file


@click.group("new")
def new_command() -> None:
    """Make a file with the front matter filled in.

    On a terminal it asks for what you leave out; elsewhere it takes everything from options. A file that is
    there already is never changed. The path of the new file goes to stdout.

    \b
    Examples:
      dateline new article "Fighters reach the edge of Aleppo"
      dateline new summary "The day in brief" --date 2024-11-29 --source desk
      dateline new source "The Example Gazette" --kind newspaper
      dateline new actor "Ada Sample" --kind person
      dateline new topic "The flood at Sampleford"
    """


@new_command.command("article")
@click.argument("title", type=TITLE, required=False)
@day
@source
@url
@language
@actors
@own_id
@into
def article(
    title: str | None,
    day: date | None,
    source: str | None,
    url: str | None,
    language: str | None,
    actors: tuple[str, ...],
    id_: str | None,
    folder: Path,
) -> int:
    """Make an article: what a source printed.

    It is a draft until you delete the line "draft: true".

    \b
    Examples:
      dateline new article "Fighters reach the edge of Aleppo"
      dateline new article "…" --date 2024-11-29 --source bfmtv --actor hts --actor sohr
    """
    known = known_in(folder)
    title = needed(title, "TITLE", "Title", TITLE)
    day = needed(day, "--date", "Date", DAY, today(known))
    new = NewDocument(
        kind=EntryKind.ARTICLE,
        title=title,
        day=day,
        source=needed_one(source, "--source", "source", known.sources).id,
        url=welcome(url, "Where it was printed, from https:// on", URL),
        language=_other(welcome(language, f"Language, if not {known.language}", LANGUAGE), known),
        actors=_ids(welcome_several(actors, "actor", known.actors)),
    )
    return make(folder, known, new.kind, title, id_, lambda _: document_file(new, known), day)


@new_command.command("summary")
@click.argument("title", type=TITLE, required=False)
@day
@source
@url
@language
@actors
@click.option(
    "--covers", multiple=True, metavar="ID", help="A document that it condenses, by its id. May be repeated."
)
@click.option(
    "--made-by", type=click.Choice([word.value for word in MadeBy]), help="Who wrote it; printed on its page."
)
@own_id
@into
def summary(
    title: str | None,
    day: date | None,
    source: str | None,
    url: str | None,
    language: str | None,
    actors: tuple[str, ...],
    covers: tuple[str, ...],
    made_by: str | None,
    id_: str | None,
    folder: Path,
) -> int:
    """Make a summary: what you condensed, with takeaways.

    It is a draft until you delete the line "draft: true".

    \b
    Examples:
      dateline new summary "The day in brief"
      dateline new summary "…" --date 2024-11-29 --source desk --covers 2024-11-29-the-edge --made-by human
    """
    known = known_in(folder)
    title = needed(title, "TITLE", "Title", TITLE)
    day = needed(day, "--date", "Date", DAY, today(known))
    documents = tuple(Named(id_, id_) for id_ in known.documents)
    of_day = tuple(one for one in documents if one.id.startswith(day.isoformat()))
    new = NewDocument(
        kind=EntryKind.SUMMARY,
        title=title,
        day=day,
        source=needed_one(source, "--source", "source", known.sources).id,
        url=url,
        language=_other(welcome(language, f"Language, if not {known.language}", LANGUAGE), known),
        actors=_ids(tuple(one_of(name, "actor", known.actors) for name in actors)),
        covers=_ids(
            tuple(one_of(typed, "article", documents) for typed in covers)
            or welcome_several((), "covered document", of_day)
        ),
        made_by=MadeBy(made_by) if made_by else None,
    )
    return make(folder, known, new.kind, title, id_, lambda _: document_file(new, known), day)


@new_command.command("actor")
@click.argument("name", type=TITLE, required=False)
@click.option("--kind", type=click.Choice([word.value for word in ActorKind]), help="What it is.")
@click.option("--speaks-for", metavar="ID", help="Whose claims these are when it speaks: an id or name.")
@own_id
@into
def actor(name: str | None, kind: str | None, speaks_for: str | None, id_: str | None, folder: Path) -> int:
    """Make an actor: a person, group, state or organisation.

    \b
    Examples:
      dateline new actor "Syrian Observatory for Human Rights" --kind monitor --id sohr
      dateline new actor "Ada Sample" --kind person --speaks-for example-fire-service
    """
    known = known_in(folder)
    name = needed(name, "NAME", "Name", TITLE)
    kinds = tuple(Named(word.value, word.value) for word in ActorKind)
    is_a = ActorKind(kind or needed_one(None, "--kind", "kind", kinds).id)
    boss = one_of(speaks_for, "actor", known.actors).id if speaks_for else None
    return make(
        folder,
        known,
        EntryKind.ACTOR,
        name,
        id_,
        lambda _: actor_file(name, is_a, boss),
        namesakes=known.actors,
    )


@new_command.command("source")
@click.argument("name", type=TITLE, required=False)
@click.option("--kind", type=LINE, metavar="TEXT", help="What it is, in a word or two: newspaper, website.")
@language
@click.option("--url", type=URL, metavar="URL", help="Its own site.")
@own_id
@into
def source_(
    name: str | None, kind: str | None, language: str | None, url: str | None, id_: str | None, folder: Path
) -> int:
    """Make a source: a publication that prints documents.

    \b
    Examples:
      dateline new source "BFM TV" --kind broadcaster --language fr --id bfmtv
    """
    known = known_in(folder)
    name = needed(name, "NAME", "Name", TITLE)
    kind = needed(kind, "--kind", "What it is, in a word or two (newspaper, website)", LINE)
    language = welcome(language, "Language it prints in", LANGUAGE)
    url = welcome(url, "Its own site, from https:// on", URL)
    return make(
        folder,
        known,
        EntryKind.SOURCE,
        name,
        id_,
        lambda _: source_file(name, kind, language, url),
        namesakes=known.sources,
    )


@new_command.command("topic")
@click.argument("title", type=TITLE, required=False)
@click.option("--summary", "told", type=LINE, metavar="TEXT", help="The story in a sentence.")
@own_id
@into
def topic(title: str | None, told: str | None, id_: str | None, folder: Path) -> int:
    """Make a topic: a running story, which owns the measures that facts answer.

    \b
    Examples:
      dateline new topic "The flood at Sampleford"
    """
    known = known_in(folder)
    title = needed(title, "TITLE", "Title", TITLE)
    told = welcome(told, "The story in a sentence", LINE)
    return make(folder, known, EntryKind.TOPIC, title, id_, lambda own: topic_file(title, own, told))


def _other(language: str | None, known: Known) -> str | None:
    return language if language != known.language else None


def _ids(named: tuple[Named, ...]) -> tuple[str, ...]:
    return tuple(one.id for one in named)
