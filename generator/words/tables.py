"""What a table in the text of a document is called."""

from generator.words.catalogue import say


def table_name(language: str) -> str:
    """For the ear: what begins here is a table."""
    return say(language, "Table in the text")
