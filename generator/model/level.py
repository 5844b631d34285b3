"""A level: how much a breach of a rule weighs."""

from enum import StrEnum


class Level(StrEnum):
    """What site.yaml may say of a rule."""

    OFF = "off"
    WARNING = "warning"
    ERROR = "error"
