"""The record of a build: what it published, as far as a later build must account for it."""

from collections.abc import Mapping

from msgspec import Struct, field

RECORD = "published.json"
"""The name of the file in the output folder."""
VERSION = 1
"""Of the file; another version is not read."""


class RecordedFact(Struct, frozen=True):
    """A figure as it was published."""

    measure: str
    printed: str
    """In English, whatever the language of the site: `at least 242`."""
    status: str | None
    """What an editor had decided about it: corrected, retracted or nothing."""


class RecordedDocument(Struct, frozen=True):
    """A document as it was published."""

    address: str
    """From the root of the site: `/2024/11/29/edge/`."""
    facts: Mapping[str, RecordedFact]
    """By the key of the fact, sorted."""
    corrections: int
    """How many corrections its readers had been told."""


class Record(Struct, frozen=True):
    """Every document that a build published, by id, sorted."""

    documents: Mapping[str, RecordedDocument] = field(default_factory=dict)
