"""From a planned page to its bytes: a function of theme, site, version, page and nothing else."""

from contextlib import suppress
from functools import lru_cache

from jinja2 import StrictUndefined

from generator.errors import ThemeError
from generator.memo.damaged import DamagedError
from generator.model import policy
from generator.model.page import Page
from generator.model.site import Site
from generator.render.compiled import Compiled
from generator.render.environment import ThemeEnvironment
from generator.render.filters import FILTERS
from generator.render.layers import Layer
from generator.render.mistake import mistake
from generator.render.templates import Templates
from generator.render.theme import Theme, catalogue_in
from generator.render.ways import WAYS, Ways


def render(theme: Theme, site: Site, version: str, page: Page) -> bytes:
    """The page in this theme, UTF-8. Raises ThemeError when the template is missing or fails."""
    ways = WAYS.set(Ways(site, page.path))
    try:
        template = _environment_of(theme, site, version).get_template(page.template)
        text = template.render(view=page.view, here=page.path)
    except (DamagedError, ThemeError):
        raise  # no mistake of a template: what was remembered is to be thrown away, or a catalogue is broken
    except Exception as error:  # a template is somebody else's program and may raise anything
        names = Templates(theme.layers).list_templates()
        raise mistake(error, page.template, page.path, theme.layers, names) from error
    finally:
        WAYS.reset(ways)
    return text.encode()


def prepare(theme: Theme, site: Site, version: str) -> None:
    """Compile all templates of a theme, so that a process that is forked later need not."""
    environment = _environment_of(theme, site, version)
    for name in environment.list_templates():
        with suppress(Exception):  # a page that needs it will tell what is wrong with it
            environment.get_template(name)


def _environment_of(theme: Theme, site: Site, version: str) -> ThemeEnvironment:
    return _environment(theme.layers, theme.digest, tuple(theme.addresses.items()), site, version)


@lru_cache(maxsize=4)
def _environment(
    layers: tuple[Layer, ...], digest: str, addresses: tuple[tuple[str, str], ...], site: Site, version: str
) -> ThemeEnvironment:
    """One environment a theme and site; `digest` is part of the key, so that an edited theme is read again.

    What is the same for all pages is known in every template, also in one that is imported without context.
    """
    environment = ThemeEnvironment(
        loader=Templates(layers),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=Compiled(layers, digest, site.language),
        extensions=["jinja2.ext.i18n"],
    )
    environment.speak(catalogue_in(layers, site.language), site.language)
    environment.filters.update(FILTERS)
    environment.globals.update(site=site, addresses=dict(addresses), policy=policy.META, version=version)
    return environment
