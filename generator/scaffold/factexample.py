"""An example of a fact, commented out, that an editor can fill in."""

from generator.model.topic import Measure, MeasureType
from generator.scaffold.known import Known

NOWHERE = Measure("your-topic/killed", "your-topic", "killed", "a measure of a file in topics/")
ANSWERS = {MeasureType.NUMBER: "0", MeasureType.DATE: "2024-11-29"}
COLUMN = 42
"""Where the remarks begin."""


def fact_example(known: Known) -> tuple[str, ...]:
    """The lines, with the archive's own first measure and first actor where it has them."""
    measure = known.measures[0] if known.measures else NOWHERE
    actor = known.actors[0].id if known.actors else "null"
    answer = measure.choices[0] if measure.choices else ANSWERS.get(measure.type, "0")
    what = f"as printed, {measure.unit}" if measure.unit else "as printed"
    return (
        "# A figure in the text becomes a fact: take away the # and the space after it, and fill it in.",
        "# facts:",
        _with_remark(f"#   - measure: {measure.id}", measure.label),
        _with_remark(f"#     value: {answer}", f"{what}; a range has low: and high: instead"),
        _with_remark("#     qualifier: exactly", "or at-least, more-than, about, almost, up-to, fewer-than"),
        _with_remark(f"#     according_to: {actor}", "who says so; null when the text names nobody"),
        _with_remark("#     quote: the words of the text", "copied from the text below, with the figure"),
    )


def _with_remark(line: str, remark: str) -> str:
    return f"{line:<{COLUMN}}  # {remark}"
