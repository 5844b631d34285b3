"""From a planned page to its bytes: a function of theme, site, version, page and nothing else."""

from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.errors import ThemeError
from generator.model import policy
from generator.model.page import Page
from generator.model.site import Site
from generator.render.filters import FILTERS
from generator.render.theme import Theme


def render(theme: Theme, site: Site, version: str, page: Page) -> bytes:
    """The page in this theme, UTF-8. Raises ThemeError when the template is missing or fails."""
    try:
        template = _environment(theme.templates, theme.digest).get_template(page.template)
        text = template.render(
            view=page.view,
            site=site,
            here=page.path,
            addresses=theme.addresses,
            policy=policy.META,
            version=version,
        )
    except Exception as error:  # a template is somebody else's program and may raise anything
        raise ThemeError(
            f'the template {page.template} of the theme "{theme.name}" failed at {page.path}: {error}',
            "a template sees only `view` and `site`; the fields of each view stand in generator/pages/",
        ) from error
    return text.encode()


@lru_cache(maxsize=4)
def _environment(templates: Path, digest: str) -> Environment:
    """One environment a theme; `digest` is part of the key, so that an edited theme is read again."""
    environment = Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters.update(FILTERS)
    return environment
