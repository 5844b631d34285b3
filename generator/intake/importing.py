"""One input from bytes to a file of the archive."""

from pathlib import Path

from msgspec import Struct

from generator.intake.draft import Draft, draft_of
from generator.intake.finding import find_all
from generator.intake.found import Found
from generator.intake.into import Into
from generator.intake.raw import Raw, keep
from generator.intake.refused import Refused
from generator.intake.wishes import Wishes
from generator.read.limits import FILE, size


class Imported(Struct, frozen=True):
    """A draft, with everything that was found on the way to it."""

    found: Found
    draft: Draft


def imported(name: str, content: bytes, wishes: Wishes, into: Into) -> Imported | Refused:
    """The draft of one input; nothing is written."""
    if before := into.imported.get(Raw(content).sha256):
        return Refused(f"was imported before, as {before}", "delete that document first to import it anew")
    found = find_all(name, content, wishes, into)
    if isinstance(found, Refused):
        return found
    draft = draft_of(found)
    if taken := into.documents.get(draft.id):
        return Refused(f"would become {draft.path}, but {taken} is there already", "give another --title")
    if len(draft.text.encode()) > FILE:
        return Refused(f"becomes a document larger than {size(FILE)}", "import it in parts")
    return Imported(found, draft)


def write(made: Imported, folder: Path) -> Refused | None:
    """Keep the raw bytes and write the draft; a file that is there is never overwritten."""
    if refused := keep(made.found.raw, folder):
        return refused
    file = folder / made.draft.path
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as stream:
            stream.write(made.draft.text.encode())
    except FileExistsError:
        return Refused(f"would become {made.draft.path}, which is there already", "give another --title")
    except OSError as error:
        return Refused(f"{made.draft.path} cannot be written: {error.strerror}", machine=True)
    return None
