"""A new topic."""

from generator.scaffold.frontmatter import file_of, line

MEASURES = """\
# Each measure is a question that facts answer: take away the # and the space after it, and fill it in.
# measures:
#   killed:                           # the key: an article writes {id}/killed
#     label: People killed            # the question as the tables print it
#     unit: people                    # what is counted
#     cumulative: true                # the true number can only rise
#   began:
#     label: Day it began
#     type: date
#   bridge:
#     label: State of the bridge
#     type: choice
#     choices: [open, closed]"""


def topic_file(title: str, id_: str, summary: str | None = None) -> str:
    """The file of a running story, with its measures commented out as an example."""
    lines = (
        line("title", title),
        line("summary", summary, example="The story in a sentence or two."),
        *MEASURES.format(id=id_).split("\n"),
    )
    return file_of(lines, "Write what the story is about here.")
