"""Snippets as the groups of the rulebook write them: one call, one line of the example a word."""

from generator.rulebook.rule import Snippet, Where


def fact(*lines: str, file: str = "") -> Snippet:
    """Lines of one fact. One without `measure:` is shown without what every fact has."""
    return Snippet(Where.FACT, "\n".join(lines), file)


def article(*lines: str, file: str = "") -> Snippet:
    """Lines of an article's front matter."""
    return Snippet(Where.ARTICLE, "\n".join(lines), file)


def text(*lines: str, file: str = "") -> Snippet:
    """Lines of an article's text."""
    return Snippet(Where.TEXT, "\n".join(lines), file)


def summary(*lines: str, file: str = "") -> Snippet:
    """Lines of a summary's front matter."""
    return Snippet(Where.SUMMARY, "\n".join(lines), file)


def actor(*lines: str, file: str = "") -> Snippet:
    """Lines of an actor's front matter."""
    return Snippet(Where.ACTOR, "\n".join(lines), file)


def source(*lines: str, file: str = "") -> Snippet:
    """Lines of a source's front matter."""
    return Snippet(Where.SOURCE, "\n".join(lines), file)


def topic(*lines: str, file: str = "") -> Snippet:
    """Lines of a topic's front matter."""
    return Snippet(Where.TOPIC, "\n".join(lines), file)


def measure(*lines: str, file: str = "") -> Snippet:
    """Lines of one measure of a topic."""
    return Snippet(Where.MEASURE, "\n".join(lines), file)


def site(*lines: str) -> Snippet:
    """Lines of site.yaml."""
    return Snippet(Where.SITE, "\n".join(lines))


def whole(file: str, *lines: str) -> Snippet:
    """A whole file by its path from content/."""
    return Snippet(Where.FILE, "\n".join(lines), file)


def described(words: str) -> Snippet:
    """What no text can show, such as a file that the machine refuses to open: a sentence in its place."""
    return Snippet(Where.FILE, words)
