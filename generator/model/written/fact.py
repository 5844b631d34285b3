"""A fact as an author types it, below `facts` in a document."""

from typing import Annotated, ClassVar

from pydantic import Field, ValidationInfo, WithJsonSchema, field_validator

from generator.model.fact import Qualifier, Status
from generator.model.written.base import Written
from generator.model.written.choices import choice
from generator.model.written.days import AsOfDay, Day
from generator.model.written.ids import FactId, Id, MeasureId
from generator.model.written.lists import Many
from generator.model.written.mistake import Mistake
from generator.model.written.numbers import Grade
from generator.model.written.text import Line, Text

Figure = Annotated[Line, WithJsonSchema({"type": ["number", "string"]})]
"""A number, a day or a choice; the measure decides which, so here it is text."""

EXAMPLES = {
    "on": ("the day it was decided", "on: 2024-12-01"),
    "reason": ("a reason", "reason: The Observatory took the figure back."),
}
"""What a decision needs, in words and as a line."""


class WrittenFact(Written):
    """What the document says in answer to one measure."""

    null_means_something: ClassVar[frozenset[str]] = frozenset({"according_to"})

    measure: MeasureId = Field(
        description="The measure that this answers: the topic's id, a slash, the measure's key.",
        examples=["aleppo-offensive/killed"],
    )
    id: Id | None = Field(
        None, description="The fact's key in its document; the measure's last part when left out."
    )
    value: Figure | None = Field(
        None,
        description="The figure as printed; a range has low and high instead. A day may be hedged as in "
        "EDTF: 2024-11-29~ about, 2024-11-29? uncertain, ../2024-11-29 up to, 2024-11-29/.. at least.",
    )
    low: Figure | None = Field(None, description="The lower end of a printed range.")
    high: Figure | None = Field(None, description="The upper end of a printed range.", validate_default=True)
    qualifier: Annotated[Qualifier, choice(Qualifier)] = Field(
        Qualifier.EXACTLY, description="How the document hedges the figure."
    )
    unit: Line | None = Field(
        None, description="What the document counts, where that is not what the measure counts."
    )
    as_of: AsOfDay | None = Field(
        None,
        description="The day for which it is true, with ? if uncertain, ~ if approximate, % if both; or the "
        "first and the last day with a slash between, .. for an open end; the document's date when left out.",
    )
    according_to: Line | None = Field(
        None, description="Who asserts it: an actor's id or alias; null when the document names nobody."
    )
    via: Many[Line] = Field((), description="Who passed it on, nearest to the origin first: ids or aliases.")
    quote: Text = Field(
        description="The words of the document in which it stands.", examples=["at least 242 dead"]
    )
    credibility: Grade = Field(6, description="1 (confirmed) to 5 (improbable), 6 = not judged.")

    supersedes: Many[FactId] = Field(
        (), description="Facts of the same measure that this one replaces, as an editor decided."
    )
    status: Annotated[Status, choice(Status)] | None = Field(
        None, description="What an editor decided: its source set it right, or it was withdrawn."
    )
    on: Day | None = Field(None, description="The day on which an editor decided so.", validate_default=True)
    reason: Text | None = Field(None, description="Why an editor decided so.", validate_default=True)

    @property
    def key(self) -> str:
        """What stands after `#` in the fact's id."""
        return self.id or self.measure.partition("/")[2]

    @field_validator("high", mode="after")
    @classmethod
    def _one_value_or_both_ends(cls, high: str | None, info: ValidationInfo) -> str | None:
        if not {"value", "low"} <= info.data.keys():
            return high
        value, low = info.data["value"], info.data["low"]
        if value is not None and (low is not None or high is not None):
            end = "low" if low is not None else "high"
            raise Mistake(
                "two-values", f"value and {end} cannot stand together", "keep value, or low and high"
            )
        if value is None and (low is None) != (high is None):
            given, missing = ("high", "low") if low is None else ("low", "high")
            raise Mistake(
                "missing-key", f"{given} without {missing}", f"add a line: {missing}: …", parent=True
            )
        if value is None and low is None:
            raise Mistake(
                "missing-key",
                "this fact has no value",
                "add a line value: …, or low: … and high: …",
                parent=True,
            )
        return high

    @field_validator("on", "reason", mode="after")
    @classmethod
    def _a_decision_has_a_day_and_a_reason(cls, given: object, info: ValidationInfo) -> object:
        if not {"supersedes", "status"} <= info.data.keys():
            return given
        decided = bool(info.data["supersedes"]) or info.data["status"] is not None
        if decided and given is None:
            what = "supersedes" if info.data["supersedes"] else "status"
            missing, example = EXAMPLES[str(info.field_name)]
            raise Mistake("missing-key", f"{what} without {missing}", f"add a line: {example}", parent=True)
        if given is not None and not decided:
            raise Mistake(
                "wrong-key",
                f"{info.field_name} belongs to supersedes or status, which are not here",
                "delete this line, or add one such as status: retracted",
            )
        return given
