"""What is wrong with a template: where it stands, and what to do."""

import traceback
from collections.abc import Iterable, Sequence

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from generator.errors import ThemeError
from generator.model.nearest import nearest
from generator.render.layers import Layer

SEES = "what a template sees, and the fields of each view, stand in docs/theming.md"


def mistake(
    error: Exception, template: str, path: str, layers: Sequence[Layer], names: Iterable[str]
) -> ThemeError:
    """The error of a theme whose template failed at a page; `names` are those of all its templates."""
    where = _place(error, layers)
    top = layers[0]
    if isinstance(error, TemplateNotFound):
        wanted = str(error.name or template)
        why = f'there is no template "{wanted}"'
        meant = nearest(wanted, names)
        hint = f'did you mean "{meant}"?' if meant else f"put it into {top.shown(top.templates)}/"
        if not meant and not top.base:
            hint += ', or write base = "default" in theme.toml to take over what the theme does not have'
    else:
        why = (error.message if isinstance(error, TemplateError) else str(error)) or type(error).__name__
        hint = SEES
    stands = f"{where}: " if where else ""
    return ThemeError(
        f'the template {template} of the theme "{top.name}" failed at {path}: {stands}{why}', hint
    )


def _place(error: Exception, layers: Sequence[Layer]) -> str:
    """File and line, as `themes/paper/templates/day.html:12`; empty where no template is to blame."""
    frames = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError) and error.filename:
        frames.append((error.filename, error.lineno))
    for file, line in reversed(frames):
        for layer in layers:
            if file.startswith(f"{layer.templates}/"):
                return f"{layer.shown(layer.templates)}{file.removeprefix(str(layer.templates))}:{line}"
    return ""
