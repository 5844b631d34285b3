"""Every word of an input stands in the draft or in the list of what was left out, and reads as it was."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.intake.crossheads import Block
from generator.intake.draft import draft_of
from generator.intake.finding import find_all
from generator.intake.found import Found
from generator.intake.importing import Imported, imported
from generator.intake.lines import lines_of
from generator.intake.markdown import escaped, markdown_of
from generator.intake.refused import Refused
from generator.intake.wishes import Wishes
from generator.model.document import DocumentKind
from generator.model.written.document import WrittenDocument
from generator.model.written.summary import WrittenSummary
from generator.read.markdown import read_prose
from generator.read.markdown.printable import printable
from generator.read.quotes import find_quote
from tests.intake.material import ARCHIVE, NEAR, TEXT, read_back

pytestmark = pytest.mark.slow

WORD = re.compile(r"\w+")
MARKS = (
    "# no heading",
    "## nor this ##",
    "- no list",
    "* nor *this* one",
    "+ nor this",
    "1. no number",
    "23) nor this",
    "> no quotation",
    "    no code",
    "```",
    "~~~ nor ~~this~~",
    "===",
    "---",
    "***",
    "___",
    "a | b",
    ":--|--:",
    "[no]: https://example.org",
    "[no](link)",
    "![no](picture)",
    "<b>no tag</b>",
    "<https://example.org>",
    "&amp; &lt; &#65;",
    "back\\slash \\* \\\\",
    "_no_ __stress__ snake_case_word",
    "`no code` `` nor ` this",
    "C# and F #",
    "ends in a backslash\\",
    "Advertisement",
    "spot_img",
    "LEAVE A REPLY",
    "Related news",
    "Source: The Paper",
    "Key takeaways",
    "By Ana Ferreira",
    "“Quoted,” she said.",
    "It broke off…",
    "…",
    "At least 34 people, 5 of them old.",
    "The River Monitor said 1,234.5 or 12%.",
    "\u0627\u0644\u200f\u0641\u064a\u0636\u0627\u0646 \u0641\u064a 25 \u0646\u0648\u0641\u0645\u0628\u0631",
    "\u6d2a\u6c34\u4e8e11\u670825\u65e5\u5f00\u59cb\u3002",
    "\U0001f600 words",
    "a\ufeffb",
    "x\x0cy\x85z",
)
"""Lines that Markdown or one of our rules would take for something else than words."""
WRITTEN = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=60)
"""Control characters make a binary file; the last two tests have them."""
LINES = st.lists(st.one_of(st.sampled_from((*MARKS, *TEXT, "")), WRITTEN), max_size=14)


def words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text))


@given(LINES)
def test_every_word_stands_in_the_draft_or_among_what_was_left_out(lines: list[str]) -> None:
    raw = "\n".join(lines).encode("utf-8", "replace")
    result = find_all("a.txt", raw, Wishes(NEAR), ARCHIVE)
    if isinstance(result, Refused):
        return
    kept = "\n".join(block.text for block in result.blocks)
    left_out = "\n".join(drop.line.text for drop in result.dropped)
    title = result.title.text if result.title.how == "the headline above the text" else ""
    everything = "\n".join((kept, left_out, title, *result.takeaways))
    given_words = words(printable(raw.decode()).replace("\ufeff", "\u2060"))
    assert words(everything) == given_words


@given(LINES)
def test_the_body_reads_as_the_blocks_were_written(lines: list[str]) -> None:
    texts = [line.text for line in lines_of(printable("\n".join(lines))) if line.text]
    blocks = [Block(text, heading=place % 3 == 1) for place, text in enumerate(texts)]
    assert read_prose(markdown_of(blocks), "en").text == "\n\n".join(texts)


@given(LINES)
def test_lines_of_one_paragraph_read_as_they_were_written(lines: list[str]) -> None:
    texts = [line.text for line in lines_of(printable("\n".join(lines))) if line.text]
    assert read_prose(escaped("\n".join(texts)), "en").text == "\n".join(texts)


@given(LINES)
def test_the_draft_is_read_back_with_nothing_wrong_but_what_it_asks_for(lines: list[str]) -> None:
    raw = "\n".join(lines).encode("utf-8", "replace")
    made = imported("a.txt", raw, Wishes(NEAR, source="paper", day=NEAR), ARCHIVE)
    if isinstance(made, Refused):
        return
    file = read_back(made.draft)
    assert file.entry.diagnostics == ()
    written = file.entry.written
    assert isinstance(written, WrittenDocument)
    assert written.draft
    assert written.facts == ()
    assert written.title == made.found.title.text
    if isinstance(written, WrittenSummary):
        assert tuple(takeaway.text for takeaway in written.takeaways) == tuple(
            " ".join(text.split()) for text in made.found.takeaways
        )
    assert words(file.prose.text) == words("\n".join(block.text for block in made.found.blocks))


@given(LINES)
def test_every_proposal_is_a_fact_once_it_is_uncommented(lines: list[str]) -> None:
    raw = "\n".join((*TEXT, *lines)).encode("utf-8", "replace")
    wishes = Wishes(NEAR, DocumentKind.ARTICLE, title="News", source="paper", day=NEAR)
    made = imported("a.txt", raw, wishes, ARCHIVE)
    assert isinstance(made, Imported)
    front, fence, body = made.draft.text.partition("\n---\n\n")
    head, facts, proposed = front.partition("\nfacts:\n")
    # What has no measure yet gets one, as an editor would give it.
    own = (f"measure: flood/own-{place}" for place in range(1000))
    bare = re.sub(r"^# ", "", proposed, flags=re.MULTILINE)
    bare = re.sub(r"- # measure: \?.*", lambda _: f"- {next(own)}\n   ", bare)
    file = read_back(replace(made.draft, text=f"{head}{facts}{bare}{fence}{body}"))
    assert file.entry.diagnostics == ()
    assert isinstance(file.entry.written, WrittenDocument)
    assert len(file.entry.written.facts) == made.draft.proposed > 0
    for fact in file.entry.written.facts:
        assert find_quote(file.prose, fact.quote) is not None


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "-", "a.md"]))
def test_no_bytes_make_it_fail(raw: bytes, name: str) -> None:
    result = find_all(name, raw, Wishes(NEAR), ARCHIVE)
    assert isinstance(result, Found | Refused)
    if isinstance(result, Found):
        assert read_back(draft_of(result)).prose.text


@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    result = find_all("a.txt", text.encode("utf-8", "replace"), Wishes(NEAR), ARCHIVE)
    assert isinstance(result, Found | Refused)
