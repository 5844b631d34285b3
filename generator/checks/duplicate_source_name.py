"""A name means one source, or nobody could tell by it who printed a document."""

from collections.abc import Iterator

from generator.assemble.places import Places
from generator.model.archive import Archive
from generator.model.diagnostic import Diagnostic
from generator.model.nearest import folded
from generator.model.source import Source
from generator.model.verdict import Verdicts


def check(archive: Archive, verdicts: Verdicts, places: Places) -> Iterator[Diagnostic]:
    """An error at the name of every source but the first that has it."""
    first: dict[str, Source] = {}
    for source in archive.sources.values():
        other = first.setdefault(folded(source.name), source)
        if other is not source:
            message = f'"{source.name}" is also the name of {other.file}'
            hint = "say in the name what sets them apart, such as its country; or delete one of the two"
            yield places.problem(source.file, ("name",), "duplicate-source-name", message, hint)
