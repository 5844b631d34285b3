"""Where something that stands on a page is written."""

import re

from generator.model import urls
from generator.model.archive import Archive
from generator.model.diagnostic import Mark
from generator.preview.values import Place
from generator.read.entry import Entry
from generator.read.file import ReadFile

FACT = "fact-"
"""What the id of a fact's sentence begins with."""
WORDS = 12
"""As many words are looked for; more are cut by the edges of what was clicked."""
_FURTHER = re.compile("page/[0-9]+/$")
"""How the address of an older page of a list ends; see `urls.page_url`."""
_WORD = re.compile(r"\w+")
_BETWEEN = r"[\W_]{1,200}?"
"""What may stand between two words in Markdown: white space, stars, the address of a link."""


def file_at(archive: Archive, page: str) -> tuple[str, str]:
    """The file that a page is made of, and which of its measures the page is about; empty for none.

    The older pages of a list are made of the file of its newest.
    """
    page = _FURTHER.sub("", page)
    things = (
        *((urls.actor_url(one), one.file, "") for one in archive.actors.values()),
        *((urls.source_url(one), one.file, "") for one in archive.sources.values()),
        *((urls.topic_url(one), one.file, "") for one in archive.topics.values()),
        *(
            (urls.measure_url(one), archive.topics[one.topic].file, one.id.partition("/")[2])
            for one in archive.measures.values()
        ),
    )
    return next(((file, measure) for path, file, measure in things if path == page), ("", ""))


def place_in(file: ReadFile, measure: str, id: str, text: str) -> Place:
    """The line of a fact, of a heading or of words of a file's text; its first line of text for all else."""
    entry = file.entry
    headings = (heading.mark for heading in file.prose.headings if heading.id == id)
    mark = (
        _of_fact(entry, id)
        or next(headings, None)
        or (entry.at(("measures", measure), key=True) if measure else _of_words(entry, text))
        or Mark(_first_line(entry))
    )
    return Place(entry.file.path, mark.line, mark.column)


def _of_fact(entry: Entry, id: str) -> Mark | None:
    if not id.startswith(FACT):
        return None
    facts = getattr(entry.written, "facts", ())
    found = (at for at, fact in enumerate(facts) if FACT + fact.key == id)
    at = next(found, None)
    return None if at is None else entry.at(("facts", at))


def _of_words(entry: Entry, text: str) -> Mark | None:
    """Words in the body; fewer of them where something stands between that no reader sees."""
    words = _WORD.findall(text)[:WORDS]
    while words:
        form = re.compile(rf"(?<!\w){_BETWEEN.join(map(re.escape, words))}(?!\w)")
        if found := form.search(entry.body):
            begins = entry.body.rfind("\n", 0, found.start()) + 1
            line = entry.body_line + entry.body.count("\n", 0, found.start())
            return Mark(line, found.start() - begins + 1)
        words = words[: len(words) // 2]
    return None


def _first_line(entry: Entry) -> int:
    blank = len(entry.body) - len(entry.body.lstrip("\n"))
    return entry.body_line + (blank if entry.body.strip() else 0)
