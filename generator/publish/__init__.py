"""Putting a site into its folder: write what differs, remove what is ours, touch nothing else."""

from generator.publish.assets import asset_files
from generator.publish.content import Content, Drawn, Overlay, ReadBack, Staged, Standing, imprint_of
from generator.publish.manifest import Lines, listed
from generator.publish.published import Published, publish, republish
from generator.publish.unsafe import refuse_unsafe

__all__ = [
    "Content",
    "Drawn",
    "Lines",
    "Overlay",
    "Published",
    "ReadBack",
    "Staged",
    "Standing",
    "asset_files",
    "imprint_of",
    "listed",
    "publish",
    "refuse_unsafe",
    "republish",
]
