"""A small archive in which everything that a page can look at occurs, and the edits that are made to it."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from msgspec.structs import replace

from generator.asked import Options
from generator.build import Means
from generator.still import Lookback, Watched
from generator.workers import Open
from tests.archive import PLACES, actor, article, md, topic

DAYS = ("2024-11-28", "2024-11-29", "2024-11-30", "2024-12-02")
ACTORS = ("sohr", "rebels", "army")
MEASURES = ("killed", "wounded", "began")
NAMES = {"sohr": "The Observatory", "rebels": "The Rebels", "army": "The Army"}

LONG = " ".join(f"word{place}" for place in range(60))
"""Long enough to be compared with other texts."""
MORE = (
    " One more sentence.",
    " The Rebels did not.",
    f" Also {LONG}.",
    "\n\n## A heading\n\nAnd more.",
    " See [the first](first.md).",
    " See [nothing](nothing.md).",
    " Tuesday, 29 November 2024.",
    " The rebels itself.",
)
"""What may be added to a text."""


def beginning() -> dict[str, str]:
    """The archive before any edit: path from content/ -> text."""
    return {
        **PLACES,
        "sources/agency.md": "---\nname: The Agency\nkind: agency\n---\n",
        **{f"actors/{id}.md": actor(name) for id, name in NAMES.items()},
        "topics/war.md": topic(
            """
            killed: {label: Killed, unit: people, cumulative: true}
            wounded: {label: Wounded, unit: people}
            began: {label: Began, type: date}
            """
        ),
        "articles/first.md": article("measure: war/killed, value: 10, according_to: sohr", day=DAYS[0]),
        "articles/second.md": article(
            "measure: war/killed, value: 20, according_to: army",
            "measure: war/wounded, value: 5, according_to: sohr",
            day=DAYS[1],
            body="The Rebels and The Army met. See [the first](first.md).",
        ),
        "summaries/both.md": md(
            f"""
            title: In brief
            date: {DAYS[1]}
            source: agency
            covers: [first]
            takeaways:
              - {{text: Ten were killed., facts: [first#killed]}}
            """
        ),
    }


def text_of(number: int, day: str, speaker: str, measure: str, figure: int, more: str = "") -> str:
    """An article with one figure."""
    value = f"2024-11-{1 + figure % 28:02}" if measure == "began" else str(figure)
    fact = f"measure: war/{measure}, value: {value}, according_to: {speaker}"
    return article(fact, day=day, title=f"News {number}", body=f"{NAMES[speaker]} said so. {more}".strip())


def means_of(folder: Path, output: Path, options: Options, cache: Path, workers: Open | None = None) -> Means:
    """With what a folder is built that looks back to the build before, as the command does."""
    places = (folder / "content", folder / "themes")
    watched = Watched(places, output, repr(replace(options, now=None)))
    now = options.now or datetime(2024, 12, 3, tzinfo=UTC)
    return Means(cache, workers, back=Lookback(cache, watched, now))


def names(files: Mapping[str, str]) -> list[str]:
    """The articles of an archive that can be edited: none of those that others refer to."""
    return sorted(path for path in files if path.startswith("articles/new-"))
