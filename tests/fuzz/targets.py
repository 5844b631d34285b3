"""The targets by name, each a module with a `target` and the packages whose branches tell something new."""

from importlib import import_module
from pathlib import Path
from types import ModuleType

TARGETS = ("front_matter", "markdown", "fact_values", "aliases", "search_queries")
CORPUS = Path(__file__).parent / "corpus"


def module_of(name: str) -> ModuleType:
    """The module of a target."""
    return import_module(f"tests.fuzz.{name}")


def seeds_of(name: str) -> dict[str, bytes]:
    """The inputs that every run starts from, by the names of their files."""
    return {file.name: file.read_bytes() for file in sorted((CORPUS / name).iterdir())}
