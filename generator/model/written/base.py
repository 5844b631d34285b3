"""What all written models share: no unknown keys, no changes, and an empty key is as good as none."""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, model_validator


class Written(BaseModel):
    """Something an author typed, checked as far as one file can tell."""

    # Only what is read needs a validator: it is built when the first file of its kind is read, and a model
    # that stands within another one never needs its own.
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)

    null_means_something: ClassVar[frozenset[str]] = frozenset()
    """Keys for which `null` is an answer; elsewhere a key without a value counts as left out."""

    @model_validator(mode="before")
    @classmethod
    def _without_empty_keys(cls, typed: Any) -> Any:
        if not isinstance(typed, dict):
            return typed
        return {
            key: value
            for key, value in typed.items()
            if value is not None or key in cls.null_means_something or key not in cls.model_fields
        }
