"""A draft: a document of the archive that is not published, as the text of its file."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import PurePath

from msgspec import Struct

from generator.intake.figures import Proposal
from generator.intake.found import Found
from generator.intake.markdown import markdown_of
from generator.intake.scalar import remark, scalar
from generator.intake.values import Value
from generator.model.document import DocumentKind
from generator.model.fact import Qualifier
from generator.model.written.ids import id_like
from generator.read.limits import FRONT_MATTER

FOLDERS = {DocumentKind.ARTICLE: "content/articles", DocumentKind.SUMMARY: "content/summaries"}
_SLUG = 60
"""Characters of a file's name behind the day."""
_QUOTE = 1000
"""Characters of the longest quotation that is proposed."""
_COLUMN = 20
"""Where remarks behind a value stand."""


class Draft(Struct, frozen=True):
    """The file, where it belongs, and how many figures found no room in its front matter."""

    id: str
    path: str
    """From the folder that holds content/."""
    text: str
    proposed: int
    left_over: int


def draft_of(found: Found) -> Draft:
    """Write down what was found; facts are comments, so that none counts before an editor says so."""
    body = markdown_of(found.blocks)
    head = [*_head(found), "facts:"]
    room = FRONT_MATTER - 2048 - len("\n".join(head).encode())
    facts: list[str] = []
    proposed = 0
    keys: Counter[str] = Counter()
    short = [proposal for proposal in found.proposals if len(proposal.quote) <= _QUOTE]
    for proposal in short:
        block = [*_fact(proposal, keys)]
        room -= len("\n".join(block).encode()) + 1
        if room < 0:
            break
        facts += block
        proposed += 1
    lines = [*_explained(proposed), *facts]
    front = "\n".join(("---", *head, *lines, "---"))
    id = _id(found)
    path = f"{FOLDERS[found.kind]}/{id}.md"
    return Draft(id, path, f"{front}\n\n{body}\n", proposed, len(found.proposals) - proposed)


def _head(found: Found) -> Iterator[str]:
    yield f"# Imported from {remark(PurePath(found.name).name)}; kept as it came in {found.raw.path}"
    yield f"# SHA-256: {found.raw.sha256}"
    if found.kind_how:
        yield f"# a {found.kind} by a guess: {remark(found.kind_how)}"
    yield _line("title", found.title)
    yield _line("date", found.day, bare=True)
    yield _line("source", found.source)
    if found.url.text:
        yield _line("url", found.url, bare=True)
    yield _line("language", found.language, bare=True)
    if found.actors:
        yield f"actors: [{', '.join(found.actors)}]"
    for name, actor in found.loose:
        if actor not in found.actors:
            yield f"# the text says “{remark(name)}”: add {actor} to actors if that is who is meant"
    yield "draft: true"
    if found.takeaways:
        yield "takeaways:"
        for takeaway in found.takeaways:
            yield f"  - text: {scalar(takeaway)}"


def _line(key: str, value: Value, *, bare: bool = False) -> str:
    """A key with its value, and behind it how it came about where that matters."""
    typed = value.text if bare else scalar(value.text) if value.text else ""
    line = f"{key}: {typed}".rstrip()
    explained = value.how and (value.guessed or not value.text)
    return f"{line:<{_COLUMN}}  # {remark(value.how)}" if explained else line


def _explained(proposed: int) -> Iterator[str]:
    if proposed:
        yield "## Figures found in the text. To take one over, delete the first two characters of its lines,"
        yield "## # and the space, and put in what has a question mark. Delete those that you do not want."


def _fact(proposal: Proposal, keys: Counter[str]) -> Iterator[str]:
    """One proposal as commented YAML; without the "# " before each line it is a fact."""
    yield "##"
    if proposal.measure:
        yield f"#   - measure: {proposal.measure}"
        key = proposal.measure.partition("/")[2]
        keys[key] += 1
        if keys[key] > 1:
            yield f"#     id: {key[:76]}-{keys[key]}"
    else:
        what = f"   # counts: {remark(proposal.counted)}" if proposal.counted else ""
        yield f"#   - # measure: ?{what}"
    for key, end in (("value", proposal.value), ("low", proposal.low), ("high", proposal.high)):
        if end is not None:
            yield f"#     {key}: {_typed(end)}{_doubt(proposal)}"
    if proposal.qualifier is not Qualifier.EXACTLY:
        yield f"#     qualifier: {proposal.qualifier}"
    speaker = proposal.speaker
    note = f"   # {remark(speaker.note)}" if speaker and speaker.note else ""
    yield f"#     according_to: {scalar(speaker.name) if speaker else 'null'}{note}"
    if proposal.via:
        yield f"#     via: [{', '.join(_in_list(name) for name in proposal.via)}]"
    yield f"#     quote: {scalar(proposal.quote)}"


def _doubt(proposal: Proposal) -> str:
    other = proposal.other_reading
    return f"   # or {_typed(other)}: the same digits may mean both" if other is not None else ""


def _typed(value: Decimal | date) -> str:
    if isinstance(value, date):
        return value.isoformat()
    plain = f"{value:f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def _in_list(name: str) -> str:
    """A name inside brackets, where a comma would end it."""
    typed = scalar(name)
    return f'"{typed}"' if "," in typed and not typed.startswith('"') else typed


def _id(found: Found) -> str:
    slug = id_like(found.title.text) or f"imported-{found.raw.sha256[:8]}"
    if len(slug) > _SLUG:
        slug = slug[: _SLUG + 1].rpartition("-")[0] or slug[:_SLUG]
    return f"{found.day.text or 'undated'}-{slug}".rstrip("-")
