"""Where Jinja finds a template: in the theme, else in the one it is based on, and so on down."""

from collections.abc import Callable, Iterator

from jinja2 import BaseLoader, Environment, TemplateNotFound
from jinja2.loaders import split_template_path

from generator.render.layers import Layer

TEMPLATES = "templates"


class Templates(BaseLoader):
    """The templates of a theme and its bases.

    `day.html` is that of the topmost theme that has one. `default/day.html` is the one of the base `default`,
    even where a theme above it has its own: so a template can extend the one whose place it takes.
    """

    def __init__(self, layers: tuple[Layer, ...]) -> None:
        self._layers = layers
        self._bases = {layer.name for layer in layers[1:]}
        self._named: dict[tuple[str, str], str] = {}

    def named(self, template: str, parent: str) -> str:
        """The name under which a template is known that another asks for.

        Where several bases have the name that it begins with, the next below the one that asks is meant; the
        name is then repeated, once for each of them that is passed.
        """
        base, _, inner = template.partition("/")
        if base not in self._bases:
            return template
        key = (template, parent)
        if key not in self._named:
            asks, _ = self._place(parent)
            below = self._below(base, asks)
            if not below:
                raise TemplateNotFound(template)
            passed = sum(layer.name == base for layer in self._layers[1 : below + 1])
            self._named[key] = "/".join([base] * passed + [inner])
        return self._named[key]

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool] | None]:
        """The text of a template and its file, as Jinja wants them."""
        level, inner = self._place(template)
        path = self._layers[level].templates.joinpath(*split_template_path(inner))
        if not path.is_file():
            raise TemplateNotFound(template)
        return path.read_text(encoding="utf-8"), str(path), None

    def list_templates(self) -> list[str]:
        """Every name that a page may ask for, and those of templates whose place another takes."""
        return sorted(set(self._names()))

    def _names(self) -> Iterator[str]:
        seen: set[str] = set()
        for level, layer in enumerate(self._layers):
            passed = sum(one.name == layer.name for one in self._layers[1 : level + 1])
            for name, _ in layer.files(TEMPLATES):
                yield "/".join([layer.name] * passed + [name]) if name in seen else name
                seen.add(name)

    def _place(self, template: str) -> tuple[int, str]:
        """The theme that a template comes from, 0 for the topmost, and its name there."""
        level, inner = 0, template
        while (parts := inner.partition("/"))[1] and (below := self._below(parts[0], level)):
            level, inner = below, parts[2]
        steps = split_template_path(inner)
        places = range(level, len(self._layers))
        found = (place for place in places if self._layers[place].templates.joinpath(*steps).is_file())
        return next(found, level), inner

    def _below(self, name: str, level: int) -> int:
        """The next theme of this name below another; 0 where there is none."""
        places = range(level + 1, len(self._layers))
        return next((place for place in places if self._layers[place].name == name), 0)
