"""A topic and its measures as an author types them: `content/topics/<id>.md`."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator

from generator.model.nearest import nearest
from generator.model.topic import MeasureType
from generator.model.written.base import Written
from generator.model.written.choices import choice
from generator.model.written.ids import Id
from generator.model.written.lists import Many
from generator.model.written.mistake import Mistake
from generator.model.written.numbers import Number
from generator.model.written.silence import UNSILENCED, Silence
from generator.model.written.text import Line, Text, Title, Truth


class WrittenMeasure(Written):
    """A question that facts answer."""

    label: Title = Field(
        description="The question as the tables print it.",
        examples=["People killed since the offensive began"],
    )
    type: Annotated[MeasureType, choice(MeasureType)] = Field(
        MeasureType.NUMBER, description="What sort of answer it asks for."
    )
    unit: Line | None = Field(None, description="What is counted.")
    cumulative: Truth = Field(False, description="true when the true number can only rise.")
    parts: Many[Id] = Field((), description="Keys of the measures of this topic that add up to it.")
    choices: Many[Line] = Field((), description="The possible answers of a choice.", validate_default=True)
    lowest: Number | None = Field(None, description="The lowest number that can be true.")
    highest: Number | None = Field(None, description="The highest number that can be true.")

    @field_validator("cumulative", mode="after")
    @classmethod
    def _only_numbers_add_up(cls, cumulative: bool, info: ValidationInfo) -> bool:
        kind = info.data.get("type", MeasureType.NUMBER)
        if cumulative and kind is not MeasureType.NUMBER:
            raise Mistake(
                "wrong-key", f"only a number can be cumulative, this is a {kind}", "delete this line"
            )
        return cumulative

    @field_validator("lowest", "highest", mode="after")
    @classmethod
    def _only_numbers_have_bounds(cls, bound: Decimal | None, info: ValidationInfo) -> Decimal | None:
        kind = info.data.get("type", MeasureType.NUMBER)
        if bound is not None and kind is not MeasureType.NUMBER:
            raise Mistake("wrong-key", f"a {kind} has no {info.field_name}", "delete this line")
        lowest = info.data.get("lowest")
        if bound is not None and lowest is not None and lowest > bound:
            message = f"the bounds run backwards: {lowest} is greater than {bound}"
            raise Mistake("reversed-range", message, "swap lowest and highest")
        return bound

    @field_validator("choices", mode="after")
    @classmethod
    def _choices_belong_to_choice(cls, choices: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        kind = info.data.get("type")
        if kind is MeasureType.CHOICE and not choices:
            raise Mistake(
                "missing-key",
                "this measure is a choice without choices",
                "add a line: choices: [resisted, unopposed]",
                parent=True,
            )
        if choices and kind in {MeasureType.NUMBER, MeasureType.DATE}:
            raise Mistake("wrong-key", f"a {kind} has no choices", "write type: choice, or delete this line")
        return choices


class WrittenTopic(Written):
    """A running story and its measures."""

    title: Title = Field(description="The name of the story.", examples=["The Aleppo offensive"])
    summary: Text | None = Field(None, description="The story in a sentence or two.")
    measures: dict[Id, WrittenMeasure] = Field({}, description="The questions, by their keys.")
    silence: Silence = UNSILENCED

    @field_validator("measures", mode="after")
    @classmethod
    def _parts_are_measures(cls, measures: dict[str, WrittenMeasure]) -> dict[str, WrittenMeasure]:
        for key, measure in measures.items():
            for place, part in enumerate(measure.parts):
                if part == key:
                    raise Mistake(
                        "unknown-measure",
                        "a measure cannot be a part of itself",
                        "delete it from the list",
                        at=(key, "parts", place),
                    )
                if part not in measures:
                    meant = nearest(part, measures.keys() - {key})
                    raise Mistake(
                        "unknown-measure",
                        f'this topic has no measure "{part}"',
                        f'did you mean "{meant}"?' if meant else "add it to measures",
                        at=(key, "parts", place),
                    )
        return measures
