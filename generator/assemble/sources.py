"""Sources, as written to as used."""

from collections.abc import Iterable

from generator.model.source import Source
from generator.model.written.source import WrittenSource
from generator.read.file import ReadFile


def sources_of(files: Iterable[ReadFile]) -> dict[str, Source]:
    """Every source by its id, sorted."""
    found = {
        file.entry.file.id: Source(
            id=file.entry.file.id,
            name=written.name,
            kind=written.kind,
            file=file.entry.file.path,
            language=written.language,
            url=written.url,
            reliability=written.reliability,
            counts_as_source=written.counts_as_source,
            note=file.prose,
        )
        for file in files
        if isinstance(written := file.entry.written, WrittenSource)
    }
    return dict(sorted(found.items()))
