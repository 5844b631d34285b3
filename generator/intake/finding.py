"""From raw bytes to everything that a draft is made of."""

import re
from collections.abc import Iterator, Sequence

from generator.intake.crossheads import blocks_of
from generator.intake.decoding import decoded
from generator.intake.dropped import Dropped, without
from generator.intake.figures import propose
from generator.intake.figures.speakers import People
from generator.intake.found import Found
from generator.intake.headline import Headline, echoes, find_headline
from generator.intake.into import Into
from generator.intake.junk import sift
from generator.intake.lines import Line, lines_of
from generator.intake.markdown import markdown_of
from generator.intake.page import Page, is_html, read_page
from generator.intake.paragraphs import paragraphs
from generator.intake.raw import Raw
from generator.intake.refused import Refused
from generator.intake.sourceline import find_source_line
from generator.intake.takeaways import Takeaways, find_takeaways
from generator.intake.values import day_of, language_found, source_of, title_of, url_found
from generator.intake.wishes import Wishes
from generator.model.document import DocumentKind
from generator.read.limits import FILE, size
from generator.read.markdown import read_prose
from generator.read.markdown.printable import printable
from generator.read.mentions import find_mentions


def find_all(name: str, content: bytes, wishes: Wishes, into: Into) -> Found | Refused:
    """Read one raw text or web page; whatever its bytes are, the result is a draft or a sentence."""
    text = decoded(content)
    if isinstance(text, Refused):
        return text
    html = is_html(name, text.text)
    page = read_page(text.text) if html else Page(text.text)
    if isinstance(page, Refused):
        return page
    lines, dropped = sift(lines_of(printable(page.text)))
    source_line = find_source_line(lines)
    if source_line:
        gone = Dropped(source_line.line, "names the source, which stands in the front matter now")
        lines, dropped = without(lines, [gone]), (*dropped, gone)
    language = language_found(wishes, page, _text(lines), into)
    named = _text(lines)
    takeaways = None if wishes.kind is DocumentKind.ARTICLE else find_takeaways(lines, language.text)
    lines, labels = _without_takeaways(lines, takeaways)
    headline = find_headline(lines)
    lines, titles = _without_headline(lines, headline, wishes.title or page.title)
    blocks = blocks_of(tuple(paragraphs(lines)))
    if not blocks:
        return Refused("holds no text of an article", "look at it in an editor")
    body = markdown_of(blocks)
    if len(body.encode()) > FILE:
        return Refused(f"becomes a document larger than {size(FILE)}", "import it in parts")
    prose = read_prose(body, language.text)
    day, day_value = day_of(wishes, page, named, language.text)
    people = People.of(into.actors, prose.text)
    dropped = (*page.dropped, *dropped, *labels, *titles)
    return Found(
        name=name,
        raw=Raw(content, html),
        kind=wishes.kind or (DocumentKind.SUMMARY if takeaways else DocumentKind.ARTICLE),
        kind_how=takeaways.how if takeaways and not wishes.kind else "",
        title=title_of(wishes, page, headline, prose.text),
        day=day_value,
        source=source_of(wishes, page, source_line, lines, dropped, into),
        url=url_found(wishes, page),
        language=language,
        actors=tuple(dict.fromkeys(mention.actor for mention in find_mentions(prose, people.index))),
        loose=tuple(_loose(prose.text, people)),
        takeaways=takeaways.texts if takeaways else (),
        blocks=blocks,
        proposals=propose(prose, blocks, language.text, day, people, into.topics),
        dropped=tuple(sorted(dropped, key=lambda drop: drop.line.number)),
    )


def _text(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def _without_takeaways(
    lines: tuple[Line, ...], takeaways: Takeaways | None
) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """The lines of the text; those of takeaways move to the front matter, only their label is dropped."""
    if takeaways is None:
        return lines, ()
    label = takeaways.lines[: len(takeaways.lines) - len(takeaways.texts)]
    moved = [Dropped(line, "") for line in takeaways.lines]
    return without(lines, moved), tuple(Dropped(line, "the head of the takeaways") for line in label)


def _without_headline(
    lines: tuple[Line, ...], headline: Headline | None, title: str
) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """The lines of the text; the headline moves to the front matter unless another title is there."""
    if headline is None or headline.line is None:
        repeated = tuple(echoes(lines, title)) if title else ()
        return without(lines, repeated), repeated
    line = headline.line
    lines = without(lines, [Dropped(line, "")])
    repeated = tuple(echoes(lines, headline.text))
    replaced = title and " ".join(title.split()) != line.text
    own = (Dropped(line, "the headline; the draft has the title from elsewhere"),) if replaced else ()
    return without(lines, repeated), (*own, *repeated)


def _loose(text: str, people: People) -> Iterator[tuple[str, str]]:
    for name, actor in sorted(people.loose.items()):
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE):
            yield name, actor
