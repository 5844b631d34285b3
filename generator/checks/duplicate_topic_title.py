"""A title means one topic."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic, Severity
from generator.model.nearest import folded
from generator.model.topic import Topic
from generator.model.verdict import Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places) -> Iterator[Diagnostic]:
    """A warning at the title of every topic but the first that has it."""
    first: dict[str, Topic] = {}
    for topic in archive.topics.values():
        other = first.setdefault(folded(topic.title), topic)
        if other is not topic:
            message = f'"{topic.title}" is also the title of {other.file}'
            hint = "say in the title what sets them apart; or move the measures of one to the other"
            yield places.problem(
                topic.file, ("title",), "duplicate-topic-title", message, hint, Severity.WARNING
            )
