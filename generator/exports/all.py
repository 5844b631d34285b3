"""All exports, in their order."""

from collections.abc import Callable, Iterable, Mapping

from generator.exports import (
    actorfeeds,
    actorsjson,
    cards,
    correctionsfeed,
    daysjson,
    factscsv,
    factsjson,
    feeds,
    headers,
    measurefiles,
    record,
    redirects,
    robots,
    sitemap,
    topicfeeds,
)
from generator.exports.published import Published
from generator.model.page import File

Export = Callable[[Published], Iterable[File]]

EXPORTS: tuple[Export, ...] = (
    factsjson.files,
    factscsv.files,
    measurefiles.files,
    actorsjson.files,
    daysjson.files,
    feeds.files,
    correctionsfeed.files,
    actorfeeds.files,
    topicfeeds.files,
    sitemap.files,
    robots.files,
    headers.files,
    redirects.files,
    record.files,
    cards.files,
)

OF_MANY_FILES: Mapping[Export, str] = {
    measurefiles.files: "facts/",
    daysjson.files: "days/",
    actorfeeds.files: "actors/",
    topicfeeds.files: "topics/",
}
"""Exports of many files, and the folder in which all of theirs stand."""


def export(published: Published) -> tuple[File, ...]:
    """Every file for machines, in the order of EXPORTS."""
    return tuple(file for files in EXPORTS for file in files(published))
