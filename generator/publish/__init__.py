"""Putting a site into its folder: write what differs, remove what is ours, touch nothing else."""

from generator.publish.assets import asset_files
from generator.publish.content import Content, ReadBack, Staged, Standing
from generator.publish.published import Published, publish
from generator.publish.unsafe import refuse_unsafe

__all__ = [
    "Content",
    "Published",
    "ReadBack",
    "Staged",
    "Standing",
    "asset_files",
    "publish",
    "refuse_unsafe",
]
