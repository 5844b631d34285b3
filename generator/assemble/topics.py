"""Topics and their measures, as written to as used."""

from collections.abc import Iterable

from generator.model.topic import Measure, Topic
from generator.model.written.topic import WrittenMeasure, WrittenTopic
from generator.read.file import ReadFile


def topics_of(files: Iterable[ReadFile]) -> dict[str, Topic]:
    """Every topic by its id, sorted; its measures in the order of its file."""
    found = {
        file.entry.file.id: Topic(
            id=file.entry.file.id,
            title=written.title,
            summary=written.summary or "",
            file=file.entry.file.path,
            measures=tuple(
                measure_of(file.entry.file.id, key, measure) for key, measure in written.measures.items()
            ),
            text=file.prose,
        )
        for file in files
        if isinstance(written := file.entry.written, WrittenTopic)
    }
    return dict(sorted(found.items()))


def measure_of(topic: str, key: str, written: WrittenMeasure) -> Measure:
    """A measure as used, from its topic's id, its key and what was typed."""
    return Measure(
        id=f"{topic}/{key}",
        topic=topic,
        key=key,
        label=written.label,
        type=written.type,
        unit=written.unit,
        cumulative=written.cumulative,
        parts=tuple(f"{topic}/{part}" for part in written.parts),
        choices=written.choices,
        lowest=written.lowest,
        highest=written.highest,
    )
