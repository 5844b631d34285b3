"""A new article or summary."""

from datetime import date

from msgspec import Struct

from generator.model.document import MadeBy
from generator.read.discover import EntryKind
from generator.scaffold.factexample import fact_example
from generator.scaffold.frontmatter import file_of, line, several, with_remark
from generator.scaffold.known import Known

BODY = {
    EntryKind.ARTICLE: "Write the text here.",
    EntryKind.SUMMARY: "Write the summary here.",
}


class NewDocument(Struct, frozen=True):
    """What is known of a document before it is written."""

    kind: EntryKind
    """ARTICLE or SUMMARY."""
    title: str
    day: date
    source: str
    """An id."""
    url: str | None = None
    language: str | None = None
    """The site's when None."""
    actors: tuple[str, ...] = ()
    """Ids."""
    covers: tuple[str, ...] = ()
    """Ids of the documents that a summary condenses."""
    made_by: MadeBy | None = None


def document_file(new: NewDocument, known: Known) -> str:
    """The file as a draft, with its facts commented out as an example."""
    summary = _of_summary(new, known) if new.kind is EntryKind.SUMMARY else ()
    lines = (
        line("title", new.title),
        f"date: {new.day.isoformat()}",
        line("source", new.source),
        line("url", new.url, "where it was printed", "https://…"),
        line("language", new.language, "of this text", known.language),
        several("actors", new.actors, "those named in the text are found without this", "id or name"),
        *summary,
        with_remark("draft: true", "keeps it out of the site: delete this line when it is ready"),
        *fact_example(known),
    )
    return file_of(lines, BODY[new.kind])


def _of_summary(new: NewDocument, known: Known) -> tuple[str, ...]:
    documents, facts = known.documents, known.facts
    return (
        several("covers", new.covers, "ids of the documents that it condenses", *documents[:1]),
        line("made_by", new.made_by, "human, ai or mixed; printed on its page", "human"),
        "# The sentences to remember, the most important first, each with the facts that support it:",
        "# takeaways:",
        "#   - text: One sentence.",
        f"#     facts: [{facts[0] if facts else '2024-11-29-an-article#killed'}]",
    )
