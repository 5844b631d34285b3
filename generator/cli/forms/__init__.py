"""The forms in which other programs read what is wrong: one a file, each a function of the diagnostics."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from generator.cli.forms.github import github
from generator.cli.forms.jsonform import json_form
from generator.cli.forms.sarif import sarif
from generator.model.diagnostic import Diagnostic

__all__ = ["FORMS", "FROM_CHECKOUT", "Form"]

Form = Callable[[Sequence[Diagnostic]], str]
"""Turns diagnostics, in file order, into a text that ends with a line break or is empty."""

FORMS: Mapping[str, Form] = MappingProxyType({"json": json_form, "github": github, "sarif": sarif})
"""Every form by its name on the command line."""

FROM_CHECKOUT = {"github", "sarif"}
"""Forms that name files from the folder that one stands in, which in a CI job is the checkout."""
