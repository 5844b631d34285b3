"""What is served while there is nothing to serve yet."""

from generator.preview.failures import PAGE
from generator.preview.mediatypes import TYPES
from generator.preview.values import Served

READING = Served(
    PAGE.format(
        title="Reading the archive …", text="The page comes by itself as soon as it can be made."
    ).encode(),
    TYPES[".html"],
    503,
)
"""The client comes back to it at the first event."""
