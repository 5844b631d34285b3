"""The JSON Schema of a written model, with what its validators say beside what pydantic says."""

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from generator.model.written.base import Written

Schema = dict[str, object]


class _Chained(GenerateJsonSchema):
    """A pattern behind a validator is a second step for pydantic, which it leaves out; here it counts."""

    def chain_schema(self, schema: core_schema.ChainSchema) -> JsonSchemaValue:
        """All steps of the chain, the first one's words going first."""
        steps = [self.generate_inner(step) for step in schema["steps"]]
        return {key: value for step in reversed(steps) for key, value in step.items()}


def schema_of(model: type[Written]) -> Schema:
    """The schema of a model, as pydantic writes it."""
    return model.model_json_schema(schema_generator=_Chained)
