"""Putting a site into its folder: write what differs, remove what is ours, touch nothing else."""

from generator.publish.published import Published, publish
from generator.publish.unsafe import refuse_unsafe

__all__ = ["Published", "publish", "refuse_unsafe"]
