"""Whether the new text of a document bears on nothing but the pages that show it."""

from generator.assemble.aims import aim_of
from generator.assemble.places import Places
from generator.assemble.relinked import relinked
from generator.checks.actor_not_listed import named_and_listed
from generator.checks.alone import found_in_texts
from generator.memo import Memory
from generator.model.archive import Archive
from generator.model.document import Document
from generator.model.prose import Prose
from generator.read.file import ReadFile


def led_alone(before: Document, document: Document, file: ReadFile, text: Prose, old: Prose) -> Prose | None:
    """The new text with its links led; None where other files could be judged otherwise because of it.

    That is so where it names others, leads elsewhere or offers other places to lead to. Whether it is like
    another text is not asked here.
    """
    new = relinked(text, old)
    if new is None:
        return None
    same = aim_of(document, new) == aim_of(before, old) and named_and_listed(
        document, new, file
    ) == named_and_listed(before, old, file)
    return new if same else None


def is_sound(archive: Archive, document: Document, file: ReadFile, text: Prose) -> bool:
    """Whether nothing at all is wrong with a document and its new text."""
    few = Archive(
        archive.site,
        (document,),
        archive.actors,
        archive.sources,
        archive.topics,
        {document.id: text},
        moment=archive.moment,
        today=archive.today,
    )
    return not found_in_texts(few, Places([file]), Memory())
