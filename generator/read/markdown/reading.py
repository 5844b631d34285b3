"""From a Markdown text to `Prose`, in three steps."""

from generator.model.prose import Prose
from generator.read.markdown.blocks import write_blocks
from generator.read.markdown.headings import Headings
from generator.read.markdown.lines import Lines
from generator.read.markdown.parser import MARKDOWN
from generator.read.markdown.printable import printable
from generator.read.markdown.sentences import sentences
from generator.read.markdown.writing import Writing


def read_prose(markdown: str, language: str, line: int = 1) -> Prose:
    """Read CommonMark with tables and strikethrough; raw HTML is text, and no text is lost.

    `language` (BCP 47) decides where sentences end; `line` is the line of the file on which the text starts.
    """
    markdown = printable(markdown)
    tokens = MARKDOWN.parse(markdown)
    writing = Writing()
    headings = write_blocks(writing, tokens, Headings.of(tokens), Lines(markdown, line))
    text = writing.text
    found = sentences(text, writing.blocks, language)
    return Prose(text, writing.pieces, found, line, writing.links, headings)
